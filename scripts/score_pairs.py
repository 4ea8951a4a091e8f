"""How many pairs of news texts the text-reuse feature joins: ``python scripts/score_pairs.py FILE.tsv``.

FILE has a header line with INPUT:first_text, INPUT:second_text and GOLDEN:quality (OK = one story, BAD = not). Only the
words are compared, sentence by sentence, as linking compares those of two claims; no fact is looked at. Prints how many
pairs of each label share a run of words or a near-verbatim sentence, and the same for other lengths of run.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.model import Claim, Document, Evidence, Kind, Lang, Outlet, Span

RUNS = (5, 6, 8, 10, 12)
Pair = tuple[str, str, str]


def read_pairs(path: Path) -> list[Pair]:
    """Return (first text, second text, label) for every line of the file.

    Raises:
        KeyError: The header lacks a column.
    """
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [(row["INPUT:first_text"], row["INPUT:second_text"], row["GOLDEN:quality"]) for row in rows]


def find_reuse(one: str, two: str, policy: LinkPolicy) -> str:
    """Return ``run``, ``near`` (a sentence agrees nearly word for word) or ``""``."""
    documents = {"a": _document("a", one), "b": _document("b", two)}
    index = SentenceIndex(documents, policy)
    ours, theirs = _claims(documents["a"]), _claims(documents["b"])
    if any(index.runs_of(a) & index.runs_of(b) for a in ours for b in theirs):
        return "run"
    return "near" if any(index.reuse(a, b) for a in ours for b in theirs) else ""


def _document(name: str, text: str) -> Document:
    return Document(
        id=name, text=text, outlet=Outlet(name=name, handle=name, type="news"), lang=Lang.RU,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC), sha256="", reader="", source="",
    )  # fmt: skip


def _claims(document: Document) -> list[Claim]:
    """Return one claim a sentence: one on every tenth character, those of one sentence counted once."""
    index = SentenceIndex({document.id: document}, load_link_policy())
    found: dict[tuple[str, ...], Claim] = {}
    for start in range(0, len(document.text), 10):
        span = Span(start=start, stop=start + 1)
        evidence = Evidence(field="trigger", document_id=document.id, span=span, text=span.slice(document.text))
        claim = Claim(id=f"{document.id}{start}", document_id=document.id, kind=Kind.OTHER_EFFECT, evidence=(evidence,))
        found.setdefault(index.words_of(claim), claim)
    return list(found.values())


def count_reuse(pairs: Iterable[Pair], policy: LinkPolicy) -> Counter[tuple[str, str]]:
    """Return how many pairs of each label were found in which way."""
    return Counter((label, find_reuse(one, two, policy)) for one, two, label in pairs)


def table(pairs: Sequence[Pair], policy: LinkPolicy) -> list[str]:
    """Return the lines to print."""
    labels = Counter(label for _, _, label in pairs)
    found = count_reuse(pairs, policy)
    lines = [f"{'label':<8}{'pairs':>6}{'found':>7}{'share':>8}{'  by a run':>11}{'  near-verbatim':>16}"]
    for label, number in sorted(labels.items(), reverse=True):
        run, near = found[(label, "run")], found[(label, "near")]
        lines.append(f"{label:<8}{number:>6}{run + near:>7}{(run + near) / number:>8.2f}{run:>11}{near:>16}")
    lines += ["", "pairs found by the length of the run asked for, near-verbatim sentences included"]
    for size in RUNS:
        tried = replace(policy, text=replace(policy.text, run_words=size))
        by = count_reuse(pairs, tried)
        said = (f"{label} {by[(label, 'run')] + by[(label, 'near')]}/{n}" for label, n in sorted(labels.items())[::-1])
        mark = "  (in force)" if size == policy.text.run_words else ""
        lines.append(f"{size:>3} words: " + ", ".join(said) + mark)
    return lines


def main() -> int:
    """Print the table; 2 when the file cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    try:
        pairs = read_pairs(arguments.file)
    except (OSError, KeyError, UnicodeDecodeError) as error:
        print(f"error: {arguments.file}: cannot be read as pairs: {error}", file=sys.stderr)
        return 2
    print("\n".join(table(pairs, load_link_policy())))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
