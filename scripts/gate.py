"""Hold the scores on the gold set against their floors: ``python scripts/gate.py [--raise]``.

The floors stand in ``evaluation/floors.json``, by slice and score. A score under its floor fails. ``--raise`` lifts
each floor to what is measured now, rounded down to a hundredth, and never lowers one: lowering is an edit someone has
to make by hand and to explain. ``invented_rate`` is a ceiling and only ever goes down.
"""

import json
import math
import sys
from pathlib import Path
from typing import Any

from skyledger import flow
from skyledger.evaluate import render_scores

EVALUATION = Path(__file__).resolve().parent.parent / "evaluation"
FLOORS = EVALUATION / "floors.json"
SCORES = ("precision", "recall", "f1")
CEILING = "invented_rate"

Figures = dict[str, dict[str, float]]


def measure() -> Figures:
    """Return the scores of every held slice: all, and each language."""
    rendered = render_scores(flow.evaluate(EVALUATION / "gold"))
    slices: dict[str, Any] = {"all": rendered["all"]} | {f"lang {name}": t for name, t in rendered["lang"].items()}
    return {name: {key: tally[key] or 0.0 for key in (*SCORES, CEILING)} for name, tally in slices.items()}


def find_faults(measured: Figures, floors: Figures) -> list[str]:
    """Return one line for each score on the wrong side of its bound; a slice that is gone is a fault too."""
    faults = []
    for name, bounds in floors.items():
        for key, bound in bounds.items():
            score = measured.get(name, {}).get(key)
            if score is None:
                faults.append(f"{name}: no {key} any more; the floor is {bound}")
            elif (score > bound) if key == CEILING else (score < bound):
                faults.append(f"{name}: {key} is {score}, the {'ceiling' if key == CEILING else 'floor'} is {bound}")
    return faults


def lift(measured: Figures, floors: Figures) -> Figures:
    """Return floors lifted to what is measured, none of them lowered."""
    lifted: Figures = {}
    for name, scores in measured.items():
        old = floors.get(name, {})
        lifted[name] = {key: max(old.get(key, 0.0), math.floor(scores[key] * 100) / 100) for key in SCORES}
        lifted[name][CEILING] = min(old.get(CEILING, 1.0), math.ceil(scores[CEILING] * 100) / 100)
    return lifted


def main() -> None:
    """Print the scores beside their floors and end with 1 when one does not hold."""
    measured = measure()
    floors: Figures = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if "--raise" in sys.argv[1:]:
        floors = lift(measured, floors)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    for name, scores in measured.items():
        shown = (f"{key} {score:.3f} ({floors.get(name, {}).get(key, '-')})" for key, score in scores.items())
        print(f"{name:<8} {'  '.join(shown)}")
    faults = find_faults(measured, floors)
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)


if __name__ == "__main__":
    main()
