"""Count false alarms on event snippets labelled by others: python scripts/score_negatives.py PATH.

PATH is a tab-separated file with the columns id, EventSnippet and SubType (CASE 2021, shared task 2). Rows labelled air
strike or artillery and missile attack are not counted; in every other row a current claim is a false alarm.
"""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from skyledger.errors import SkyledgerError
from skyledger.flow import extract_documents
from skyledger.model import ClaimStatus, Document, Lang

FROM_THE_AIR = frozenset(("AIR_STRIKE", "ART_MISS_ATTACK"))
COLUMNS = ("id", "EventSnippet", "SubType")


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows; raises ValueError naming what is missing."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = [c for c in COLUMNS if c not in (rows.fieldnames or ())]
        if missing:
            raise ValueError(f"line 1: no column {missing[0]}")
        return [row for row in rows if row["EventSnippet"]]


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print("usage: python scripts/score_negatives.py PATH", file=sys.stderr)
        return 2
    try:
        rows = read_rows(Path(arguments[0]))
        texts = [Document(id=row["id"], text=row["EventSnippet"], lang=Lang.EN) for row in rows]
        read = [claims for _, claims, _ in extract_documents(texts)]
    except (OSError, ValueError, SkyledgerError) as error:
        print(f"score_negatives: {arguments[0]}: {error}", file=sys.stderr)
        return 1
    others = [(row, claims) for row, claims in zip(rows, read, strict=True) if row["SubType"] not in FROM_THE_AIR]
    alarms = [(row, now) for row, claims in others if (now := [c for c in claims if c.status is ClaimStatus.CURRENT])]
    share = 100 * len(alarms) / max(1, len(others))
    print(f"false alarms: {len(alarms)} of {len(others)} ({share:.2f} %)")
    for row, claims in alarms:
        words = (f"{c.kind.value} {next(e.text for e in c.evidence if e.field == 'trigger')!r}" for c in claims)
        print(f"{row['id']} {row['SubType']}: {', '.join(words)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
