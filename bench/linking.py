"""Measure how fast claims become incidents: all at once, and one more document on top of an archive.

Run ``python bench/linking.py [--claims N] [--archive N] [--documents N]``. The claims are made up from a seed
(:mod:`archive`). Seconds are processor time of one core; the yardstick is one plain pass over the same claims that puts
them into a dict of lists by kind, place and day. Each part runs in a process of its own, so that its peak memory, which
holds the claims too, is its own.
"""

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence

from archive import Text, make_archive

from skyledger.link import Linker, link_claims
from skyledger.model import Claim
from skyledger.reconcile import Reconciler, reconcile_groups


def peak_mb() -> float:
    """Return the most memory this process has had, in MB (10^6 bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def yardstick_s(claims: Sequence[Claim]) -> float:
    """Return the seconds of one plain pass: claims by kind, place and day of the window, in a dict of lists."""
    begun = time.process_time()
    blocks: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        place = None if claim.place is None else claim.place.id
        day = None if claim.time is None or claim.time.start is None else claim.time.start.date()
        blocks[(claim.kind, place, day)].append(claim)
    return time.process_time() - begun


def measure_batch(number: int) -> dict[str, float]:
    """Make incidents of so many claims at once."""
    texts = list(make_archive(number))
    documents, claims = {d.id: d for d, _ in texts}, [c for _, own in texts for c in own]
    before, plain = peak_mb(), yardstick_s(claims)
    begun = time.process_time()
    groups = link_claims(documents, claims)
    linked = time.process_time()
    incidents = reconcile_groups(groups, documents, {c.id: c for c in claims})
    done = time.process_time()
    return {
        "claims": len(claims),
        "documents": len(documents),
        "incidents": len(incidents),
        "link_s": linked - begun,
        "reconcile_s": done - linked,
        "x_plain_pass": (done - begun) / plain,
        "claims_alone_mb": before,
        "peak_mb": peak_mb(),
    }


def measure_additions(number: int, more: int) -> dict[str, float]:
    """Load so many claims, then add that many documents one by one.

    The collector is off while the archive is loaded, and what was loaded is frozen (``gc.freeze``): the collector would
    else go through all of it again and again. A service that keeps an archive in memory should do the same.
    """
    texts = list(make_archive(number + 4 * more))
    head, tail = texts[:-more], texts[-more:]
    gc.disable()
    begun = time.process_time()
    linker, reconciler = Linker(), Reconciler()
    for start in range(0, len(head), 5_000):
        _add(linker, reconciler, head[start : start + 5_000])
    loaded = time.process_time() - begun
    gc.freeze()
    gc.enable()
    took = []
    for text in tail:
        begun = time.process_time()
        _add(linker, reconciler, [text])
        took.append(1000 * (time.process_time() - begun))
    plain = yardstick_s(list(linker.claims.values()))
    took.sort()
    return {
        "claims": len(linker.claims),
        "documents_added": more,
        "load_s": loaded,
        "x_plain_pass": loaded / plain,
        "median_ms": took[len(took) // 2],
        "p99_ms": took[len(took) * 99 // 100],
        "most_ms": took[-1],
        "peak_mb": peak_mb(),
    }


def _add(linker: Linker, reconciler: Reconciler, texts: Sequence[Text]) -> None:
    changes = linker.add([d for d, _ in texts], [c for _, own in texts for c in own])
    reconciler.update(changes.gone, changes.groups, linker.documents, linker.claims)


def main() -> None:
    """Measure each part in a process of its own and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, help="claims linked at once")
    parser.add_argument("--archive", type=int, default=1_000_000, help="claims known before documents are added")
    parser.add_argument("--documents", type=int, default=1_000, help="documents added one by one")
    parser.add_argument("--part", choices=("batch", "additions"), help="measure this part here and print JSON")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if args.part is not None:
        found = measure_batch(args.claims) if args.part == "batch" else measure_additions(args.archive, args.documents)
        print(json.dumps(found))
        return
    for part, title in (("batch", "all at once"), ("additions", "one document after the other")):
        command = [sys.executable, *sys.argv, "--part", part]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"linking, {title}")
        for name, value in found.items():
            print(
                f"  {name:<18}{value:>12,.0f}"
                if value >= 1000 or value == int(value)
                else f"  {name:<18}{value:>12,.1f}"
            )


if __name__ == "__main__":
    main()
