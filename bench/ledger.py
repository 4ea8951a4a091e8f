"""How fast the ledger takes texts and answers: ``python bench/ledger.py [--claims N] [--keep FILE]``.

Texts come from ``archive.py``, already extracted, in files of 500. The same rows go into a plain SQLite database by
``executemany``, same tables and indexes, no triggers, no log, no index of words: that is the yardstick, measured in the
same run, and the ratio is what to compare. Then the ledger is asked what people ask, each question several times in a
process that has answered it once. Claims of 1,000,000 take about an hour, most of it putting incidents together.
"""

import argparse
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.archive import FIRST_NIGHT, make_archive

from skyledger import flow
from skyledger.flow.searching import read_words
from skyledger.ledger import Entry, Ledger, SearchQuery, open_ledger, tables
from skyledger.ledger.migrations.m0001_first import _INDEXES, _TABLES
from skyledger.ledger.rows import EntryRows, rows_of_entry
from skyledger.packs.load import load_packs

TEXTS_A_FILE = 500
ASKED = 15
ORDER = (tables.documents, tables.derivations, tables.claims, tables.claim_parts, tables.issues)


def files_of(claims: int) -> Iterator[list[Entry]]:
    """Yield the texts of the archive, as many a file as a channel's export of a week has."""
    texts = (Entry(document=d, claims=own, extractor="bench", pack_version="bench") for d, own in make_archive(claims))
    while batch := list(islice(texts, TEXTS_A_FILE)):
        yield batch


class Plain:
    """The same rows in a database that guards nothing."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA foreign_keys = ON")
        for name, (columns, _) in _TABLES.items():
            self.connection.execute(f"CREATE TABLE {name} ({columns})")
        for index in _INDEXES:
            self.connection.execute(index)
        self.next = dict.fromkeys((table.name for table in ORDER), 0)

    def add(self, entries: list[EntryRows], received_at: str) -> None:
        """Insert the rows of one file in one transaction."""
        batch: dict[str, list[dict[str, Any]]] = {table.name: [] for table in ORDER}
        for entry in entries:
            document = self._take("documents", batch, {**entry.document, "version": 1}, received_at)
            keys = {**entry.derivation, "document_row": document, "number": 1}
            derivation = self._take("derivations", batch, keys, received_at)
            rows = [self._take("claims", batch, {**c, "derivation_row": derivation}, received_at) for c in entry.claims]
            for ordinal, place in entry.parts:
                self._take("claim_parts", batch, {"claim_row": rows[ordinal], "place": place}, received_at)
        self.connection.execute("BEGIN IMMEDIATE")
        for name, made in batch.items():
            if made:
                columns = list(made[0])
                marks = ", ".join("?" * len(columns))
                statement = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})"
                self.connection.executemany(statement, [tuple(row.values()) for row in made])
        self.connection.execute("COMMIT")

    def _take(self, name: str, batch: dict[str, list[dict[str, Any]]], row: dict[str, Any], received_at: str) -> int:
        self.next[name] += 1
        batch[name].append({**row, "row": self.next[name], "received_at": received_at})
        return self.next[name]


def measure_adding(ledger: Ledger, plain: Plain, claims: int) -> None:
    """Add every file to both, by turns, and print the rates and their ratio."""
    took, raw_took, texts, packed, peaks = 0.0, 0.0, 0, 0, []
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for number, entries in enumerate(files_of(claims)):
        at = now + timedelta(minutes=number)
        start = time.process_time()
        ledger.add(None, None, entries, at)
        took += time.process_time() - start
        start = time.process_time()
        plain.add([rows_of_entry(entry) for entry in entries], at.isoformat())
        raw_took += time.process_time() - start
        texts += len(entries)
        packed += len(zlib.compress("\n".join(entry.document.text for entry in entries).encode()))
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    size = ledger.size_bytes()
    print(f"added {texts:,} texts, {claims:,} claims: {texts / took:,.0f} texts/s of processor time")
    print(f"plain rows into SQLite: {texts / raw_took:,.0f} texts/s; ratio {took / raw_took:.2f}")
    print(f"peak memory {peaks[len(peaks) // 10]} MB after a tenth, {peaks[-1]} MB at the end")
    print(
        f"on disk {size / 1e6:,.0f} MB, {size / texts / 1000:.1f} kB a text; "
        f"the texts alone, compressed: {packed / 1e6:,.1f} MB"
    )


def asked(name: str, question: Callable[[], object]) -> None:
    """Print how long a question takes, once the process has answered it once."""
    question()
    times = []
    for _ in range(ASKED):
        start = time.perf_counter()
        question()
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name:<44} median {statistics.median(times):8.1f} ms   worst {max(times):8.1f} ms")


def ask_everything(ledger: Ledger, nights: list[date]) -> None:
    """Print how long the questions take that people ask."""
    packs, now = load_packs(), datetime(2027, 1, 1, tzinfo=UTC)
    night = nights[len(nights) // 2]
    then = ledger.at(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=8))
    common, rare = (SearchQuery(words=read_words(words, packs)) for words in ("сбили", "пожежа Town"))
    asked("sitrep of one night", lambda: flow.sitrep(ledger, night=night, now=now))
    asked("search, a word every other text has", lambda: ledger.search(common))
    asked("search, rarer words", lambda: ledger.search(rare))
    asked("search, by kind and night", lambda: ledger.search(by_claim(night)))
    asked("claims of one night", lambda: ledger.claims(night=night))
    asked("claims of one night, as of an instant", lambda: then.claims(night=then.nights()[-1][0]))
    asked("size and nights", lambda: (ledger.stats(), ledger.nights()))


def by_claim(night: date) -> SearchQuery:
    """Return a question about claims alone."""
    return SearchQuery(fields={"kind": frozenset({"fire"})}, night_from=night, night_to=night)


def main(arguments: Iterable[str] | None = None) -> None:
    """Make the ledger, print what adding cost, ask it."""
    parser = argparse.ArgumentParser(prog="ledger", description="Measure the ledger on a made-up archive.")
    parser.add_argument("--claims", type=int, default=20_000, metavar="N", help="Size of the archive.")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="Keep the ledger here.")
    options = parser.parse_args(None if arguments is None else list(arguments))
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "bench.ledger"
        with open_ledger(path) as ledger:
            plain = Plain(Path(folder) / "plain.db")
            measure_adding(ledger, plain, options.claims)
            plain.connection.close()
            nights = [night for night, _ in ledger.nights() if night > FIRST_NIGHT.date()]
            ask_everything(ledger, nights)


if __name__ == "__main__":
    main()
