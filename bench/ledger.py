"""How fast the ledger takes texts and answers: ``python bench/ledger.py [--claims N] [--keep FILE | --ask FILE]``.

Texts come from ``archive.py``, already extracted, in files of 500. The yardstick of adding is the rows that went into
the ledger put into plain SQLite by ``executemany``, same tables and indexes, no triggers, no log, no index of
words, and what it takes to make those rows: both in the same run, and the ratio is what to compare. The yardstick of
size is the input, texts and claims as JSON lines, each file deflated as one stream. Incidents are settled over all
files but the last, then with it. Then the ledger is asked what people ask, each question several times in a process
that has answered it once. All times are processor time of one core.

The full size is ``--claims 1000000 --keep FILE``: about ten minutes of processor time, 6 GB of memory and 5 GB on disk.
``--ask FILE`` asks a ledger kept before. ``--postgres`` does the same on a PostgreSQL of its own, without the
yardsticks: there the server does the work, so times are by the clock.
"""

import argparse
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.archive import make_archive
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex
from tests.ledger.server import HOW, running_server, server_folder

from skyledger import flow
from skyledger.flow.searching import read_words
from skyledger.ledger import RAW_LIMIT_BYTES, Entry, Ledger, SearchQuery, open_ledger, tables
from skyledger.ledger.codec import encode
from skyledger.ledger.migrations.m0006_packed import _TABLES
from skyledger.ledger.migrations.m0008_findings import TABLES
from skyledger.ledger.packing import Packing
from skyledger.ledger.rows import rows_of_entry
from skyledger.ledger.sqlite import SqliteDatabase
from skyledger.ledger.store import SqlLedger
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
        for table in ORDER:
            self.connection.execute(f"CREATE TABLE {table.name} ({(_TABLES | TABLES)[table.name][0]})")
        for index in (index for table in ORDER for index in table.indexes):
            self.connection.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))

    def add(self, rows: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
        """Insert the rows of one file in one transaction."""
        self.connection.execute("BEGIN IMMEDIATE")
        for statement, values in rows:
            self.connection.executemany(statement, values)
        self.connection.execute("COMMIT")


class Written(SqliteDatabase):
    """A ledger's database that keeps what went into its tables, for the yardstick."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.rows: list[tuple[str, list[tuple[Any, ...]]]] = []

    def insert_many(
        self, connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
    ) -> None:
        """Insert rows and remember them."""
        super().insert_many(connection, table, columns, rows)
        if table in ORDER:
            marks = ", ".join("?" * len(columns))
            self.rows.append((f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", list(rows)))


def prepare(entries: list[Entry], packing: Packing) -> None:
    """Make the rows of a file, which any program would have to: encoded, hashed and packed."""
    for entry in entries:
        made = rows_of_entry(entry)
        packing.pack("documents", made.document["body"])
        if made.claims:
            packing.pack("claims", "\n".join(made.claim_lines))


def measure_adding(ledger: Ledger, database: Written, plain: Plain, claims: int) -> None:
    """Add every file to both, by turns, settle, and print rates and ratios."""
    took, raw_took, prepared, texts, packed, peaks = 0.0, 0.0, 0.0, 0, 0, []
    for number, entries in enumerate(files_of(claims)):
        at = FIRST_FILE + timedelta(minutes=number)
        if texts and len(entries) < TEXTS_A_FILE:  # the last one
            measure_settling(ledger, at, "all but the last file")
        start = time.process_time()
        ledger.add(None, None, entries, at)
        took += time.process_time() - start
        start = time.process_time()
        plain.add(database.rows)
        raw_took += time.process_time() - start
        database.rows.clear()
        with database.reading() as connection:
            packing = Packing(connection)
            start = time.process_time()
            prepare(entries, packing)
            prepared += time.process_time() - start
        texts += len(entries)
        lines = (encode(record) for entry in entries for record in (entry.document, *entry.claims))
        packed += len(zlib.compress("\n".join(lines).encode()))
        peaks.append(peak_mb())
    measure_settling(ledger, at, f"the last file, {len(entries)} texts")
    size = ledger.size_bytes()
    print(f"added {texts:,} texts, {claims:,} claims: {texts / took:,.0f} texts/s (goal 5,000)")
    print(
        f"the same rows into plain SQLite: {texts / (raw_took + prepared):,.0f} texts/s, "
        f"of that {100 * prepared / (raw_took + prepared):.0f} % making them; "
        f"ratio {took / (raw_took + prepared):.2f} (goal 2)"
    )
    print(f"peak memory of adding: {peaks[len(peaks) // 10]} MB after a tenth, {peaks[-2]} MB before settling")
    ledger.compact()
    compacted = ledger.size_bytes()
    print(
        f"on disk {size / 1e6:,.1f} MB, compacted {compacted / 1e6:,.1f} MB, {compacted / texts / 1000:.2f} kB a text; "
        f"the input as JSON lines, each file one zlib stream: {packed / 1e6:,.1f} MB; "
        f"ratio {compacted / packed:.1f} (goal 2)"
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


Clock = Callable[[], float]


def asked(name: str, goal_ms: int | None, question: Callable[[], object], clock: Clock) -> None:
    """Print how long a question takes, once the process has answered it once."""
    question()
    times = []
    for _ in range(ASKED):
        start = clock()
        question()
        times.append((clock() - start) * 1000)
    goal = "" if goal_ms is None else f"   (goal {goal_ms:,} ms)"
    print(f"{name:<46} median {statistics.median(times):7.1f} ms   worst {max(times):7.1f} ms{goal}", flush=True)


def ask_everything(ledger: Ledger, clock: Clock = time.process_time) -> None:
    """Print how long the questions take that people ask."""
    ask = partial(asked, clock=clock)
    now, stored = datetime(2027, 1, 1, tzinfo=UTC), ledger.incidents
    nights = stored.nights()
    night = nights[len(nights) // 2]
    told = [v.id for v in stored.standing(nights=[night]) if v.incident is not None and len(v.incident.claims) > 8]
    then, after = ledger.at(instant_before(ledger)), (night.isoformat(), "")
    ask("sitrep of one night", 300, lambda: flow.sitrep(ledger, night=night, now=now))
    ask("sitrep of one night, as of an instant", 1000, lambda: flow.sitrep(then, night=night, now=now))
    ask("a page of incidents", 50, lambda: stored.standing(after=after, limit=50))
    ask("a page of incidents of a region", 50, lambda: stored.standing(region="RU-017", after=after, limit=50))
    ask("why an incident", None, lambda: flow.why(ledger, told[0], now=now))
    ask("history of an incident", None, lambda: flow.history(ledger, told[0], now=now))
    ask("national totals of one night", None, lambda: flow.totals(ledger, night=night, now=now))
    ask_search(ledger, night, ask)
    ask("claims of one night", None, lambda: ledger.claims(night=night))
    ask("claims of one night, as of an instant", 1000, lambda: then.claims(night=night))
    ask("nights with their claims", None, ledger.nights)
    ask("size of the ledger", None, ledger.stats)


def ask_search(ledger: Ledger, night: date, ask: Callable[..., None]) -> None:
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
        "an outlet nobody has": SearchQuery(outlet="outlet-none"),
        "a number of 139 and more": SearchQuery(count_low=139),
        "a number nobody told": SearchQuery(count_low=400),
        "a speaker": SearchQuery(fields={"speaker": frozenset({"governor-7"})}),
    }
    for name, query in queries.items():
        ask(f"search: {name}", 100, lambda query=query: ledger.search(query))


def instant_before(ledger: Ledger) -> datetime:
    """Return an instant before the newest settlement, or that of the only one."""
    last = ledger.incidents.last_settlement()
    if last is None:
        raise SystemExit("nothing is settled in this ledger")
    before = last.received_at - timedelta(microseconds=1)
    return before if ledger.incidents.last_settlement(before) is not None else last.received_at


def measure_postgres(claims: int) -> None:
    """Do the same on a server of its own, by the clock."""
    programs = server_folder()
    if programs is None:
        raise SystemExit(HOW)
    with running_server(programs) as server, open_ledger(server.new_database()) as ledger:
        start, texts, at = time.perf_counter(), 0, FIRST_FILE
        for number, entries in enumerate(files_of(claims)):
            at = FIRST_FILE + timedelta(minutes=number)
            ledger.add(None, None, entries, at)
            texts += len(entries)
        took = time.perf_counter() - start
        print(f"added {texts:,} texts, {claims:,} claims: {texts / took:,.0f} texts/s (goal 5,000)", flush=True)
        start = time.perf_counter()
        versions = flow.settle(ledger, at)
        print(f"settled: {versions:,} versions in {time.perf_counter() - start:.1f} s", flush=True)
        ledger.compact()
        print(f"on disk {ledger.size_bytes() / 1e6:,.1f} MB, {ledger.size_bytes() / texts / 1000:.2f} kB a text")
        ask_everything(ledger, time.perf_counter)


def main(arguments: Iterable[str] | None = None) -> None:
    """Make the ledger, print what adding cost, ask it."""
    parser = argparse.ArgumentParser(prog="ledger", description="Measure the ledger on a made-up archive.")
    parser.add_argument("--claims", type=int, default=20_000, metavar="N", help="Size of the archive.")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="Keep the ledger here.")
    parser.add_argument("--ask", type=Path, metavar="FILE", help="Add nothing; ask this ledger.")
    parser.add_argument("--postgres", action="store_true", help="On a PostgreSQL that is started for it.")
    options = parser.parse_args(None if arguments is None else list(arguments))
    if options.postgres:
        measure_postgres(options.claims)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = options.ask or options.keep or Path(folder) / "bench.ledger"
        database = Written(path)
        with SqlLedger(database, RAW_LIMIT_BYTES) as ledger:
            if options.ask is None:
                plain = Plain(Path(folder) / "plain.db")
                measure_adding(ledger, database, plain, options.claims)
                plain.connection.close()
            ask_everything(ledger)


if __name__ == "__main__":
    main()
