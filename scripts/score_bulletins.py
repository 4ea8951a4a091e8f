"""Score the extraction on Russian MoD bulletins: python scripts/score_bulletins.py PATH."""

import sys
from collections.abc import Sequence
from pathlib import Path

from skyledger.errors import SkyledgerError
from skyledger.evaluate import BulletinVerdict, load_bulletins, score_bulletins
from skyledger.flow import extract_documents


def share(verdicts: Sequence[BulletinVerdict], field: str) -> str:
    answers = [getattr(v, field) for v in verdicts]
    asked = [a for a in answers if a is not None]
    return f"{field}: {sum(asked)} of {len(asked)} ({100 * sum(asked) / max(1, len(asked)):.1f} %)"


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print("usage: python scripts/score_bulletins.py PATH", file=sys.stderr)
        return 2
    try:
        rows = load_bulletins(Path(arguments[0]))
        documents = [row.document for row in rows]
        predicted = {document.id: tuple(claims) for document, claims, _ in extract_documents(documents)}
    except SkyledgerError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    verdicts = score_bulletins(rows, predicted)
    for field in ("total", "window", "breakdown"):
        print(share(verdicts, field))
    failed = [v for v in verdicts if v.failed]
    for verdict in failed:
        print(f"{verdict.id}: {verdict.why}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
