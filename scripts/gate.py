"""Hold the scores on the gold set against their floors: ``python scripts/gate.py [--raise | --lower --why WORDS]``.

``evaluation/floors.json`` holds a floor for each slice of the gold set (all, language, half, kind of at least 15
claims) and each score (precision, recall, F1, each field asked at least 15 times); ``invented_rate`` is a ceiling. The
gate fails when

- a score is on the wrong side of its bound, or a slice that has bounds is gone;
- the gold files are not those the bounds were set on (their hash is pinned);
- the file was changed by other hands than this script (a checksum; it guards against slips and shortcuts, not malice).

``--raise`` lifts every floor to two hundredths under what is measured, adds new ones and pins the hash; it lowers none
and refuses while one is broken. ``--lower --why WORDS`` sets the broken ones to two hundredths under what is measured
and writes reason, date and old values into the file. ``--margin`` takes another distance than two hundredths. Where two
claims read otherwise weigh more than that, a bound is two claims away: who finds more may well know less of each.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skyledger import flow
from skyledger.evaluate import render_scores

EVALUATION = Path(__file__).resolve().parent.parent / "evaluation"
FLOORS = EVALUATION / "floors.json"
GOLD = EVALUATION / "gold"
CEILING = "invented_rate"
AXES = ("lang", "split", "kind")
# Fewer claims than these say nothing by their share.
FEWEST = 15
MARGIN = 0.02
SLACK_CLAIMS = 2

Bounds = dict[str, float]
Figures = dict[str, Bounds]


@dataclass(frozen=True)
class Floors:
    """What ``floors.json`` holds.

    Attributes:
        corpus: Hash of the gold files the bounds were set on.
        bounds: By slice and score.
        lowered: One entry for each use of ``--lower``: date, reason, and ``[old, new]`` by slice and score.
        checksum: Over all the above.
    """

    corpus: str = ""
    bounds: Figures = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)
    checksum: str = ""

    def sealed(self) -> "Floors":
        """Return the same with the checksum that fits."""
        return replace(self, checksum=hash_bytes(json.dumps([self.corpus, self.bounds, self.lowered], sort_keys=True)))


def hash_bytes(*parts: str | bytes) -> str:
    """Return a short hash of texts, the same whatever the line ends."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(data.replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]


def hash_corpus(gold: Path = GOLD) -> str:
    """Return the hash of the gold files, by name and content."""
    files = sorted(gold.glob("*.jsonl"))
    return hash_bytes(*(part for file in files for part in (file.name, file.read_bytes())))


def measure(gold: Path = GOLD) -> tuple[Figures, Figures]:
    """Return the scores of every slice that is large enough to hold, and of how many claims each is a share."""
    rendered = render_scores(flow.evaluate(gold))
    slices: dict[str, Any] = {"all": rendered["all"]}
    slices |= {f"{axis} {name}": tally for axis in AXES for name, tally in rendered[axis].items()}
    held = {name: tally for name, tally in slices.items() if tally["found"] + tally["missed"] >= FEWEST}
    return {n: scores_of(tally) for n, tally in held.items()}, {n: asked_of(tally) for n, tally in held.items()}


def scores_of(tally: Mapping[str, Any]) -> Bounds:
    """Return the scores of one slice; precision where nothing was claimed at all is nought."""
    scores = {key: tally[key] or 0.0 for key in ("precision", "recall", "f1")}
    scores |= {name: share for name, share in tally["slots"].items() if tally["slots_asked"][name] >= FEWEST}
    return scores if tally[CEILING] is None else scores | {CEILING: tally[CEILING]}


def asked_of(tally: Mapping[str, Any]) -> Bounds:
    """Return of how many claims, or figures, each score of one slice is a share."""
    found, missed, surplus = (tally[key] for key in ("found", "missed", "surplus"))
    asked: Bounds = {"precision": found + surplus, "recall": found + missed, "f1": found + (missed + surplus) / 2}
    asked.update(tally["slots_asked"], **{CEILING: tally["figures"]})
    return asked


def find_broken(measured: Figures, bounds: Figures) -> list[tuple[str, str, float, float | None]]:
    """Return slice, score, bound and what was measured of each bound that does not hold; a lost slice breaks all."""
    broken = []
    for name, scores in bounds.items():
        for key, bound in scores.items():
            score = measured.get(name, {}).get(key)
            if score is None or ((score > bound) if key == CEILING else (score < bound)):
                broken.append((name, key, bound, score))
    return broken


def find_faults(measured: Figures, floors: Floors, corpus: str) -> list[str]:
    """Return one line for each reason to fail."""
    faults = []
    if floors.checksum != floors.sealed().checksum:
        faults.append("floors.json was changed by hand; a floor is lowered with --lower --why WORDS only")
    if floors.corpus != corpus:
        faults.append(
            f"the gold files are {corpus}, the floors were set on {floors.corpus or 'none'}; --raise pins them"
        )
    for name, key, bound, score in find_broken(measured, floors.bounds):
        word = "ceiling" if key == CEILING else "floor"
        is_lost = f"{name}: no {key} any more; the {word} is {bound}"
        faults.append(is_lost if score is None else f"{name}: {key} is {score:.4f}, the {word} is {bound}")
    return faults


def bound_for(key: str, score: float, margin: float, asked: float = math.inf) -> float:
    """Return the bound a margin, or two claims of those asked, away from a score, on whole hundredths."""
    margin = max(margin, SLACK_CLAIMS / asked)
    if key == CEILING:
        return min(math.ceil(round((score + margin) * 100, 6)) / 100, 1.0)
    return max(math.floor(round((score - margin) * 100, 6)) / 100, 0.0)


def lift(floors: Floors, measured: Figures, asked: Figures, corpus: str, margin: float = MARGIN) -> Floors:
    """Return floors lifted to a margin under what is measured, none of them lowered."""
    bounds = {name: dict(scores) for name, scores in floors.bounds.items()}
    for name, scores in measured.items():
        known = bounds.setdefault(name, {})
        for key, score in scores.items():
            new = bound_for(key, score, margin, asked[name][key])
            known[key] = (min if key == CEILING else max)(new, known.get(key, new))
    return replace(floors, corpus=corpus, bounds=bounds).sealed()


def lower(
    floors: Floors, measured: Figures, asked: Figures, corpus: str, *, why: str, margin: float = MARGIN
) -> Floors:
    """Return floors with the broken ones a margin under what is measured, and the reason written down.

    A bound whose score is not measured any more is dropped.
    """
    bounds = {name: dict(scores) for name, scores in floors.bounds.items()}
    changes: dict[str, dict[str, list[float | None]]] = {}
    for name, key, bound, score in find_broken(measured, floors.bounds):
        new = None if score is None else bound_for(key, score, margin, asked[name][key])
        changes.setdefault(name, {})[key] = [bound, new]
        if new is None:
            del bounds[name][key]
        else:
            bounds[name][key] = new
    entry = {"date": datetime.now(UTC).date().isoformat(), "why": why, "changes": changes}
    kept = {name: scores for name, scores in bounds.items() if scores}
    return Floors(corpus=corpus, bounds=kept, lowered=[*floors.lowered, entry]).sealed()


def load_floors(path: Path = FLOORS) -> Floors:
    """Return what the file holds; nothing where there is none yet."""
    return Floors(**json.loads(path.read_text("utf-8"))) if path.exists() else Floors().sealed()


def print_scores(measured: Figures, bounds: Figures) -> None:
    """Print each score with its bound."""
    for name, scores in measured.items():
        shown = (f"{key} {score:.3f} ({bounds.get(name, {}).get(key, '-')})" for key, score in scores.items())
        print(f"{name:<20} {'  '.join(shown)}")


def change(options: argparse.Namespace, floors: Floors, measured: Figures, asked: Figures, corpus: str) -> Floors | str:
    """Return the floors as asked for, or why they cannot be."""
    if floors.checksum != floors.sealed().checksum:
        return "floors.json was changed by hand; restore it first"
    if options.lower:
        if not (options.why or "").strip():
            return "--lower needs --why WORDS: the reason is written into floors.json"
        return lower(floors, measured, asked, corpus, why=options.why.strip(), margin=options.margin)
    if find_broken(measured, floors.bounds):
        return "a floor is broken; mend what broke it, or use --lower --why WORDS"
    return lift(floors, measured, asked, corpus, options.margin)


def main(arguments: Sequence[str]) -> int:
    """Print the scores beside their bounds; return 1 when one does not hold, 2 when a change is refused."""
    parser = argparse.ArgumentParser(prog="gate", description="Hold the scores on the gold set against their floors.")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--raise", dest="lift", action="store_true", help="lift the floors, pin the gold files")
    way.add_argument("--lower", action="store_true", help="lower the broken floors; needs --why")
    parser.add_argument("--why", help="reason for lowering")
    parser.add_argument("--margin", type=float, default=MARGIN, help="distance from what is measured (default 0.02)")
    options = parser.parse_args(arguments)
    (measured, asked), corpus, floors = measure(), hash_corpus(), load_floors()
    if options.lift or options.lower:
        changed = change(options, floors, measured, asked, corpus)
        if isinstance(changed, str):
            print(f"gate: {changed}", file=sys.stderr)
            return 2
        FLOORS.write_text(json.dumps(asdict(changed), indent=1, ensure_ascii=False) + "\n", "utf-8")
        floors = changed
    print_scores(measured, floors.bounds)
    faults = find_faults(measured, floors, corpus)
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
