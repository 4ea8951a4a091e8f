"""Agreement of a second labelling pass with the first, measured with the project's own scorer.

Usage: python -m evaluation.agreement [--json] [--errors N] [--gold DIR] [--second DIR]

The second pass (evaluation/second_pass/*.txt) holds labels only: ``=== id`` and claim lines in the authoring form; the
texts are those of evaluation/authored. The second pass is scored as if it were a prediction of the first, so the
numbers can be read beside those of the extraction.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.authoring import build_document
from evaluation.drafts import AuthoringError, Draft, read_drafts
from evaluation.meanings import Json
from skyledger.errors import SkyledgerError
from skyledger.evaluate import GoldClaim, GoldDocument, GoldPlace, Scores, load_gold, render_scores, score_documents
from skyledger.evaluate.align import align_claims, spread_claims, spread_gold
from skyledger.model import Claim, ClaimStatus, Place, PlaceKind, PlacePrecision, Side, Speaker

HERE = Path(__file__).parent
PRECISIONS = {
    PlaceKind.REGION: PlacePrecision.REGION,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.AIRPORT: PlacePrecision.POINT,
    PlaceKind.SEA: PlacePrecision.SEA,
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How often two readers agree that a document holds required current news, 2 by 2."""

    both: int
    first_only: int
    second_only: int
    neither: int

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa; None when chance alone gives full agreement."""
        total = self.both + self.first_only + self.second_only + self.neither
        if total == 0:
            return None
        first, second = (self.both + self.first_only) / total, (self.both + self.second_only) / total
        chance = first * second + (1 - first) * (1 - second)
        return None if chance == 1 else ((self.both + self.neither) / total - chance) / (1 - chance)


def read_labels(path: Path) -> dict[str, list[str]]:
    """Return the claim lines of a label-only file by document id."""
    labels: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if line.startswith("=== "):
            if line[4:] in labels:
                raise AuthoringError(f"{path.name}:{number}: {line[4:]} is there twice")
            current = labels.setdefault(line[4:], [])
        elif line and not line.startswith("#"):
            if current is None:
                raise AuthoringError(f"{path.name}:{number}: a label before the first header")
            current.append(line)
    return labels


def load_second_pass(second: Path, authored: Path) -> tuple[GoldDocument, ...]:
    """Return the documents of the second pass: texts of ``authored``, labels of ``second``.

    Raises:
        AuthoringError: A label is malformed, quotes words its text does not have, or names an unknown document.
        UsageError: There is no second pass at ``second``.
    """
    outlets = json.loads((authored / "outlets.json").read_text(encoding="utf-8"))
    drafts = {draft.id: draft for path in sorted(authored.glob("*.txt")) for draft in read_drafts(path)}
    documents = []
    for path in sorted(second.glob("*.txt")):
        for name, lines in read_labels(path).items():
            documents.append(build_document(_relabel(drafts, path, name, lines), outlets))
    with tempfile.TemporaryDirectory() as folder:
        lines_path = Path(folder) / "second.jsonl"
        lines_path.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
        return load_gold(lines_path)


def _relabel(drafts: Mapping[str, Draft], path: Path, name: str, lines: list[str]) -> Draft:
    if name not in drafts:
        raise AuthoringError(f"{path.name}: {name}: no such document in the authored set")
    return replace(drafts[name], source=path.name, claims=lines)


def score_agreement(first: Iterable[GoldDocument], second: Sequence[GoldDocument]) -> tuple[Scores, Relevance]:
    """Hold the second pass against the first, over the documents that have both."""
    known = {d.document.id: d for d in first}
    pairs = [(known[d.document.id], d) for d in second if d.document.id in known]
    scores = score_documents([a for a, _ in pairs], {a.document.id: _answers(a, b) for a, b in pairs})
    return scores, _compare_relevance(pairs)


def _compare_relevance(pairs: Sequence[tuple[GoldDocument, GoldDocument]]) -> Relevance:
    seen = [(is_relevant(a), is_relevant(b)) for a, b in pairs]
    return Relevance(
        both=seen.count((True, True)),
        first_only=seen.count((True, False)),
        second_only=seen.count((False, True)),
        neither=seen.count((False, False)),
    )


def is_relevant(document: GoldDocument) -> bool:
    """Tell whether a reader must report something current."""
    return any(not c.optional and c.status is ClaimStatus.CURRENT for c in document.claims)


def _answers(first: GoldDocument, second: GoldDocument) -> list[Claim]:
    """Return the second pass as claims; an optional label the first reader left out is no disagreement."""
    claims = [_as_claim(second, label, number) for number, label in enumerate(second.claims)]
    pairs = align_claims(list(spread_gold(first.claims)), list(spread_claims(claims)))
    answered = {pair.claim.id for pair in pairs}
    return [c for c, label in zip(claims, second.claims, strict=True) if not label.optional or c.id in answered]


def _as_claim(document: GoldDocument, label: GoldClaim, number: int) -> Claim:
    speaker = None
    if label.has_speaker:
        speaker = Speaker(id=label.speaker_role, name=label.speaker_name, role=label.speaker_role, side=Side.OTHER)
    return Claim(
        id=f"{document.document.id}#{number}",
        document_id=document.document.id,
        kind=label.kind,
        fate=label.fate,
        object=label.object,
        count=label.count,
        place=None if label.place is None else _as_place(label.place),
        time=label.time,
        speaker=speaker,
        modality=label.modality,
        status=label.status,
        aggregate=label.aggregate,
        harm=label.harm,
        to=label.to,
    )


def _as_place(label: GoldPlace) -> Place:
    if label.parts:
        ids = tuple(_as_place(part).id for part in label.parts)
        return Place(id="+".join(ids), kind=PlaceKind.LIST, precision=PlacePrecision.REGION, name="", parts=ids)
    kind = label.kind or _kind_of_id(label.id)
    name = label.name or label.id
    region = label.region or (label.id if kind is PlaceKind.REGION else None)
    return Place(id=label.id or f"gn:{name}", kind=kind, precision=PRECISIONS[kind], name=name, region=region)


def _kind_of_id(place_id: str) -> PlaceKind:
    if place_id.startswith("sea:"):
        return PlaceKind.SEA
    if "-" in place_id:
        return PlaceKind.REGION
    return PlaceKind.COUNTRY if len(place_id) == 2 else PlaceKind.AIRPORT


def render_agreement(scores: Scores, relevance: Relevance) -> Json:
    """Return the numbers as plain JSON values."""
    slices = render_scores(scores)
    kept = ("documents", "found", "missed", "surplus", "f1", "slots")
    kappa = relevance.kappa
    return {
        "all": {name: slices["all"][name] for name in kept},
        "lang": {lang: {n: tally[n] for n in kept} for lang, tally in slices["lang"].items()},
        "kind": {kind: {n: tally[n] for n in kept[1:]} for kind, tally in slices["kind"].items()},
        "relevance": {
            "both": relevance.both,
            "first_only": relevance.first_only,
            "second_only": relevance.second_only,
            "neither": relevance.neither,
            "kappa": None if kappa is None else round(kappa, 4),
        },
    }


def render_table(values: Json) -> str:
    """Return the numbers as lines of text."""
    rows = [("all", values["all"])]
    rows += [(f"{axis} {name}", tally) for axis in ("lang", "kind") for name, tally in values[axis].items()]
    lines = [f"{'slice':<26}{'both':>6}{'first':>7}{'second':>8}{'F1':>7}"]
    for name, tally in rows:
        f1 = "-" if tally["f1"] is None else f"{tally['f1']:.3f}"
        lines.append(f"{name:<26}{tally['found']:>6}{tally['missed']:>7}{tally['surplus']:>8}{f1:>7}")
    lines += ["", "fields of shared claims"]
    lines += [f"  {name:<12}{share:.3f}" for name, share in values["all"]["slots"].items()]
    relevance = values["relevance"]
    kappa = "-" if relevance["kappa"] is None else f"{relevance['kappa']:.3f}"
    counts = ", ".join(f"{name} {relevance[name]}" for name in ("both", "first_only", "second_only", "neither"))
    return "\n".join([*lines, "", f"required current news: {counts}; Cohen's kappa {kappa}"])


def main(arguments: Sequence[str]) -> int:
    """Print the agreement; 2 when the labels cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.agreement", description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N disagreements")
    parser.add_argument("--gold", type=Path, default=HERE / "gold", help="first pass, as built")
    parser.add_argument("--second", type=Path, default=HERE / "second_pass", help="second pass, as written")
    options = parser.parse_args(arguments)
    try:
        second = load_second_pass(options.second, HERE / "authored")
        scores, relevance = score_agreement(load_gold(options.gold), second)
    except (AuthoringError, SkyledgerError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    values = render_agreement(scores, relevance)
    if options.json:
        print(json.dumps(values, indent=2))
        return 0
    print(render_table(values))
    for miss in scores.misses[: options.errors]:
        print(f"{miss.document} {miss.fault}: first {miss.gold or '-'} | second {miss.predicted or '-'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
