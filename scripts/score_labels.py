"""Score the reading of real texts against hand labels: python scripts/score_labels.py --data DIR [--worst N].

DIR holds the real material (evaluation/labels/README.md names its files). Its words go to the terminal only.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from skyledger.errors import SkyledgerError
from skyledger.evaluate.label_score import LabelScores, RowOutcome, score_labels
from skyledger.evaluate.labels import LabelClaim, LabelRow, RowKey, load_labels
from skyledger.flow import extract_documents
from skyledger.ingest import read_paths
from skyledger.model import Claim, Document
from skyledger.packs.load import load_packs

LABELS = Path(__file__).resolve().parent.parent / "evaluation" / "labels"
STREAM = "stream/telegram_2026-02-22.jsonl"
FILES = {LABELS / "stream_2026-02-22.jsonl": STREAM, LABELS / "news.jsonl": ""}


def read_rows(path: Path) -> tuple[Document, ...]:
    """Return the documents of a file in the order of its rows."""
    return tuple(d for file in read_paths([path], now=datetime.now(UTC)) for d in file.documents)


def percent(value: float | None) -> str:
    return "none" if value is None else f"{100 * value:.1f} %"


def print_scores(file: str, scores: LabelScores) -> None:
    found, missed = scores.found, scores.missed
    placed = sum(o.placed for o in scores.outcomes)
    alarmed = sum(bool(o.surplus) for o in scores.empty)
    print(f"\n{file}: {len(scores.outcomes)} rows, {found + missed} required claims")
    print(f"  recall       {percent(scores.recall)} ({found} of {found + missed})")
    print(f"  precision    {percent(scores.precision)} ({scores.surplus} false alarms)")
    print(f"  region named {placed} of {found} answers")
    print(f"  empty rows   {alarmed} of {len(scores.empty)} with a false alarm ({percent(scores.false_alarm_rate)})")
    print(f"  not judged   {sum(o.live for o in scores.outcomes)} sightings and alerts in live rows")
    print(f"  repeats      {sum(o.repeats for o in scores.outcomes)}")
    right, wrong, overlooked, left = scores.relevance()
    if right + wrong + overlooked + left:
        print(f"  relevance    {right} seen, {overlooked} overlooked, {wrong} wrongly seen, {left} rightly left")
    print_kinds(scores)


def print_kinds(scores: LabelScores) -> None:
    labelled: dict[str, int] = {}
    missed: dict[str, int] = {}
    alarms: dict[str, int] = {}
    for outcome in scores.outcomes:
        for label in outcome.missed:
            missed[label.kind] = missed.get(label.kind, 0) + 1
        for label in outcome.label.required:
            labelled[label.kind] = labelled.get(label.kind, 0) + 1
        for claim in outcome.surplus:
            alarms[claim.kind] = alarms.get(claim.kind, 0) + 1
    print(f"  {'kind':20}{'labelled':>10}{'missed':>10}{'false':>10}   (a list over regions is missed once a region)")
    for kind in sorted({*labelled, *missed, *alarms}):
        print(f"  {kind:20}{labelled.get(kind, 0):>10}{missed.get(kind, 0):>10}{alarms.get(kind, 0):>10}")


def words_of_label(label: LabelClaim) -> str:
    number = "" if label.count is None else f" {label.count.low}-{label.count.high}"
    harm = "" if label.harm is None else f" {words_of_harm(label.harm)}"
    place = "anywhere" if label.anywhere else "+".join(sorted(label.regions)) or "no place"
    return f"{label.kind}.{label.fate or '-'}{number}{harm} {place}"


def words_of_claim(claim: Claim) -> str:
    number = "" if claim.count is None else f" {claim.count.low}-{claim.count.high}"
    harm = "" if claim.harm is None else f" {words_of_harm(claim.harm)}"
    place = "no place" if claim.place is None else f"{claim.place.name} ({claim.place.region or claim.place.id})"
    return f"{claim.kind}.{claim.fate or '-'} {claim.object or ''}{number}{harm} {place}"


def words_of_harm(harm: object) -> str:
    named = ((name, getattr(harm, name)) for name in ("killed", "injured", "children"))
    return ", ".join(f"{name} {value.low}-{value.high}" for name, value in named if value is not None)


def print_worst(outcomes: Sequence[RowOutcome], texts: Mapping[RowKey, str]) -> None:
    for outcome in outcomes:
        text = " / ".join(texts[outcome.label.key].split())
        print(f"\n  {outcome.label.file} row {outcome.label.row}: {text.replace(' / ', ' ')[:300]}")
        for label in outcome.missed:
            print(f"    expected  {words_of_label(label)}")
        for claim in outcome.surplus:
            print(f"    came      {words_of_claim(claim)}")


def score_file(data: Path, labels: Sequence[LabelRow], default: str, worst: int) -> bool:
    """Score the rows of a label file whose texts are there; tell whether anything was scored."""
    packs = load_packs()
    regions = {place.id: place.region for place in packs.places.values() if place.region}
    texts: dict[RowKey, str] = {}
    predicted: dict[RowKey, Sequence[Claim]] = {}
    for file in sorted({row.file for row in labels}):
        path = data / (file or default)
        if not path.exists():
            print(f"{path}: is not there; its labels are not scored", file=sys.stderr)
            continue
        documents = read_rows(path)
        chosen = [(row.key, documents[row.row]) for row in labels if row.file == file]
        read = extract_documents((document for _, document in chosen), packs)
        for (key, document), (_, claims, _issues) in zip(chosen, read, strict=True):
            texts[key], predicted[key] = document.text, claims
    scores = score_labels([row for row in labels if row.key in texts], predicted, regions)
    for file, result in scores.items():
        print_scores(file or default, result)
        print_worst(result.worst(worst), texts)
    return bool(scores)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Score the reading of real texts against hand labels.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the real material")
    parser.add_argument("--worst", type=int, default=15, help="how many of the worst rows to print, per file")
    options = parser.parse_args(arguments)
    try:
        scored = [score_file(options.data, load_labels(p), default, options.worst) for p, default in FILES.items()]
    except SkyledgerError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0 if any(scored) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
