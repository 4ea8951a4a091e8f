"""Measure what keeping incidents up to date costs: batches on top of an archive, and reads of one night.

Run ``python bench/settling.py [--archive N] [--claims N] [--batches N] [--ledger ADDRESS]``. The claims are made up
from a seed (:mod:`archive`) and come in the order of publication. Seconds are processor time of one core.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from archive import Text, make_archive

from skyledger import flow
from skyledger.ledger import Entry, Ledger, open_ledger

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def entries(texts: Sequence[Text]) -> Iterator[Entry]:
    """Yield texts as they are added."""
    for document, claims in texts:
        yield Entry(document=document, claims=claims, extractor="bench", pack_version="bench")


def take(texts: Iterator[Text], claims: int) -> list[Text]:
    """Return the next texts until they have so many claims."""
    found: list[Text] = []
    made = 0
    while made < claims and (text := next(texts, None)) is not None:
        found.append(text)
        made += len(text[1])
    return found


def add(ledger: Ledger, texts: Sequence[Text], now: datetime) -> tuple[float, float, int]:
    """Add and settle texts; return the seconds of both, and how many versions came of it."""
    begun = time.process_time()
    ledger.add(None, None, entries(texts), now)
    added = time.process_time()
    versions = flow.settle(ledger, now)
    return added - begun, time.process_time() - added, versions


def read_night(ledger: Ledger, night: date, rounds: int = 5) -> float:
    """Return the median seconds of a situation report of one night."""
    took = []
    for _ in range(rounds):
        begun = time.process_time()
        flow.sitrep(ledger, night=night, now=NOW)
        took.append(time.process_time() - begun)
    return sorted(took)[rounds // 2]


def measure(address: str, archive: int, claims: int, batches: int) -> None:
    """Settle an archive, then batches on top of it, and print."""
    texts = make_archive(archive + 2 * claims)
    with open_ledger(address) as ledger:
        head = take(texts, archive)
        added, settled, versions = add(ledger, head, NOW)
        print(f"archive of {archive:,} claims ({len(head):,} texts)")
        print(f"  added {added:.1f} s, settled {settled:.1f} s, {versions:,} incidents", flush=True)
        took = []
        for number in range(1, batches + 1):
            more = take(texts, claims // batches)
            _, settled, versions = add(ledger, more, NOW + timedelta(hours=number))
            took.append(settled)
            print(f"  batch {number:>2}: {len(more)} texts, {versions} versions, {settled:.2f} s", flush=True)
        took.sort()
        print(f"batches of {claims // batches} claims: median {took[len(took) // 2]:.2f} s, most {took[-1]:.2f} s")
        _measure_reads(ledger)


def _measure_reads(ledger: Ledger) -> None:
    nights = ledger.incidents.nights()
    for night in (nights[len(nights) // 2], nights[-2]):
        print(f"situation report of {night}: {1000 * read_night(ledger, night):.0f} ms")
    begun = time.process_time()
    page = ledger.incidents.standing(limit=50, after=(nights[len(nights) // 2].isoformat(), ""))
    print(f"a page of {len(page)} incidents: {1000 * (time.process_time() - begun):.0f} ms")
    begun = time.process_time()
    found = ledger.at(NOW).incidents.standing(nights=[nights[len(nights) // 2]])
    print(f"a night as of the archive: {len(found)} incidents, {1000 * (time.process_time() - begun):.0f} ms")


def main() -> None:
    """Measure in a ledger that is thrown away, or at the address given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=int, default=100_000, help="claims known before")
    parser.add_argument("--claims", type=int, default=10_000, help="claims that come in batches")
    parser.add_argument("--batches", type=int, default=20)
    parser.add_argument("--ledger", default="", help="address of an empty ledger")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        measure(args.ledger or str(Path(folder) / "bench.ledger"), args.archive, args.claims, args.batches)


if __name__ == "__main__":
    sys.exit(main())
