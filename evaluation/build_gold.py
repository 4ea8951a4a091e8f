"""Build evaluation/gold/*.jsonl from evaluation/authored/*.txt; fails where quoted words do not occur.

Usage: python -m evaluation.build_gold [--check]
"""

import json
import sys
from pathlib import Path

from evaluation.authoring import build_document
from evaluation.drafts import AuthoringError, read_drafts
from evaluation.meanings import Json

HERE = Path(__file__).parent


def build_lines() -> dict[str, list[Json]]:
    """Return the gold documents by language, in id order."""
    outlets = json.loads((HERE / "authored" / "outlets.json").read_text(encoding="utf-8"))
    by_lang: dict[str, dict[str, Json]] = {}
    for path in sorted((HERE / "authored").glob("*.txt")):
        for draft in read_drafts(path):
            document = build_document(draft, outlets)
            known = by_lang.setdefault(document["lang"], {})
            if draft.id in known:
                raise AuthoringError(f"{draft.source}: {draft.id} is there twice")
            known[draft.id] = document
    return {lang: [documents[i] for i in sorted(documents)] for lang, documents in sorted(by_lang.items())}


def main(arguments: list[str]) -> int:
    """Write the gold files, or with ``--check`` tell whether they are up to date."""
    try:
        lines = build_lines()
    except AuthoringError as error:
        print(error, file=sys.stderr)
        return 1
    stale = 0
    for lang, documents in lines.items():
        path = HERE / "gold" / f"{lang}.jsonl"
        text = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
        if "--check" in arguments:
            stale += not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8")
        empty = sum(not d["claims"] for d in documents)
        held = sum(d["split"] == "held" for d in documents)
        claims = sum(len(d["claims"]) for d in documents)
        print(f"{lang}: {len(documents)} documents, {claims} claims, {empty} without a claim, {held} held")
    if stale:
        print(f"{stale} gold file(s) differ from the authoring: run python -m evaluation.build_gold", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
