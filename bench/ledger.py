"""How fast the ledger takes texts and answers: ``python bench/ledger.py [--claims N] [--keep FILE | --ask FILE]``.

Texts come from ``archive.py``, already extracted, in files of 500. The same rows go into a plain SQLite database by
``executemany``, same tables and indexes, no triggers, no log, no index of words: that is the yardstick, measured in the
same run, and the ratio is what to compare. Incidents are settled over all files but the last, then with it. Then the
ledger is asked what people ask, each question several times in a process that has answered it once. All times are
processor time of one core.

The full size is ``--claims 1000000 --keep FILE``: about ten minutes of processor time, 6 GB of memory and 5 GB on disk.
``--ask FILE`` asks a ledger kept before.
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

from bench.archive import make_archive
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex

from skyledger import flow
from skyledger.flow.searching import read_words
from skyledger.ledger import Entry, Ledger, SearchQuery, open_ledger, tables
from skyledger.ledger.migrations.m0001_first import _TABLES
from skyledger.ledger.rows import EntryRows, rows_of_entry
from skyledger.packs.load import load_packs

TEXTS_A_FILE = 500
ASKED = 15
FIRST_FILE = datetime(2026, 1, 1, tzinfo=UTC)
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
        for index in (index for table in ORDER for index in table.indexes):
            self.connection.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))
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
    """Add every file to both, by turns, settle, and print rates and ratios."""
    took, raw_took, texts, packed, peaks = 0.0, 0.0, 0, 0, []
    for number, entries in enumerate(files_of(claims)):
        at = FIRST_FILE + timedelta(minutes=number)
        if texts and len(entries) < TEXTS_A_FILE:  # the last one
            measure_settling(ledger, at, "all but the last file")
        start = time.process_time()
        ledger.add(None, None, entries, at)
        took += time.process_time() - start
        start = time.process_time()
        plain.add([rows_of_entry(entry) for entry in entries], at.isoformat())
        raw_took += time.process_time() - start
        texts += len(entries)
        packed += len(zlib.compress("\n".join(entry.document.text for entry in entries).encode()))
        peaks.append(peak_mb())
    measure_settling(ledger, at, f"the last file, {len(entries)} texts")
    size = ledger.size_bytes()
    print(f"added {texts:,} texts, {claims:,} claims: {texts / took:,.0f} texts/s (goal 5,000)")
    print(f"plain rows into SQLite: {texts / raw_took:,.0f} texts/s; ratio {took / raw_took:.2f} (goal 2)")
    print(f"peak memory of adding: {peaks[len(peaks) // 10]} MB after a tenth, {peaks[-2]} MB before settling")
    print(
        f"on disk {size / 1e6:,.0f} MB, {size / texts / 1000:.1f} kB a text; the texts alone, compressed: "
        f"{packed / 1e6:,.1f} MB (goal: twice that)"
    )


def peak_mb() -> int:
    """Return the most memory this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure_settling(ledger: Ledger, now: datetime, what: str) -> None:
    """Settle what has been added and print what it took."""
    start = time.process_time()
    versions = flow.settle(ledger, now)
    took = time.process_time() - start
    print(f"settled {what}: {versions:,} versions in {took:.1f} s; peak memory {peak_mb():,} MB", flush=True)


def asked(name: str, goal_ms: int | None, question: Callable[[], object]) -> None:
    """Print how long a question takes, once the process has answered it once."""
    question()
    times = []
    for _ in range(ASKED):
        start = time.process_time()
        question()
        times.append((time.process_time() - start) * 1000)
    goal = "" if goal_ms is None else f"   (goal {goal_ms:,} ms)"
    print(f"{name:<46} median {statistics.median(times):7.1f} ms   worst {max(times):7.1f} ms{goal}", flush=True)


def ask_everything(ledger: Ledger) -> None:
    """Print how long the questions take that people ask."""
    now, stored = datetime(2027, 1, 1, tzinfo=UTC), ledger.incidents
    nights = stored.nights()
    night = nights[len(nights) // 2]
    told = [v.id for v in stored.standing(nights=[night]) if v.incident is not None and len(v.incident.claims) > 8]
    then, after = ledger.at(instant_before(ledger)), (night.isoformat(), "")
    asked("sitrep of one night", 300, lambda: flow.sitrep(ledger, night=night, now=now))
    asked("sitrep of one night, as of an instant", 1000, lambda: flow.sitrep(then, night=night, now=now))
    asked("a page of incidents", 50, lambda: stored.standing(after=after, limit=50))
    asked("a page of incidents of a region", 50, lambda: stored.standing(region="RU-017", after=after, limit=50))
    asked("why an incident", None, lambda: flow.why(ledger, told[0], now=now))
    asked("history of an incident", None, lambda: flow.history(ledger, told[0], now=now))
    asked("national totals of one night", None, lambda: flow.totals(ledger, night=night, now=now))
    ask_search(ledger, night)
    asked("claims of one night", None, lambda: ledger.claims(night=night))
    asked("claims of one night, as of an instant", 1000, lambda: then.claims(night=night))
    asked("nights with their claims", None, ledger.nights)
    asked("size of the ledger", None, ledger.stats)


def ask_search(ledger: Ledger, night: date) -> None:
    """Print how long it takes to find texts by words and by what was read in them."""
    packs = load_packs()
    one = {"night_from": night, "night_to": night}
    common, rare = (read_words(words, packs) for words in ("сбили", "пожежа Town"))
    fires, nowhere = ({name: frozenset({value})} for name, value in (("kind", "fire"), ("region", "RU-KLU")))
    queries = {
        "a word every fifth text has": SearchQuery(words=common),
        "words few texts have": SearchQuery(words=rare),
        "a kind": SearchQuery(fields=fires),
        "a kind and a night": SearchQuery(fields=fires, **one),
        "a common word in one night": SearchQuery(words=common, **one),
        "a region nobody speaks of": SearchQuery(fields=nowhere),
        "an outlet": SearchQuery(outlet="outlet7"),
        "a speaker": SearchQuery(fields={"speaker": frozenset({"governor-7"})}),
    }
    for name, query in queries.items():
        asked(f"search: {name}", 100, lambda query=query: ledger.search(query))


def instant_before(ledger: Ledger) -> datetime:
    """Return an instant before the newest settlement, or that of the only one."""
    last = ledger.incidents.last_settlement()
    if last is None:
        raise SystemExit("nothing is settled in this ledger")
    before = last.received_at - timedelta(microseconds=1)
    return before if ledger.incidents.last_settlement(before) is not None else last.received_at


def main(arguments: Iterable[str] | None = None) -> None:
    """Make the ledger, print what adding cost, ask it."""
    parser = argparse.ArgumentParser(prog="ledger", description="Measure the ledger on a made-up archive.")
    parser.add_argument("--claims", type=int, default=20_000, metavar="N", help="Size of the archive.")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="Keep the ledger here.")
    parser.add_argument("--ask", type=Path, metavar="FILE", help="Add nothing; ask this ledger.")
    options = parser.parse_args(None if arguments is None else list(arguments))
    with tempfile.TemporaryDirectory() as folder:
        path = options.ask or options.keep or Path(folder) / "bench.ledger"
        with open_ledger(path) as ledger:
            if options.ask is None:
                plain = Plain(Path(folder) / "plain.db")
                measure_adding(ledger, plain, options.claims)
                plain.connection.close()
            ask_everything(ledger)


if __name__ == "__main__":
    main()
