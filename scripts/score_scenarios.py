"""Score incidents, origins, findings and totals on the scenarios: ``python scripts/score_scenarios.py [PATH]``.

Prints precision and recall of pairs for all scenarios and by trap, then how often each other expectation held;
``--errors`` lists what is wrong, ``--json`` prints JSON. PATH: a scenario or a folder; else evaluation/scenarios.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from skyledger import flow
from skyledger.errors import SkyledgerError
from skyledger.evaluate.scenario_score import PairTally, ScenarioScore

SCENARIOS = Path(__file__).parent.parent / "evaluation" / "scenarios"


def summarise(score: ScenarioScore) -> dict[str, Any]:
    """Return the figures of a score as JSON."""
    return {
        "incidents": _pairs(score.incidents),
        "origins": _pairs(score.origins),
        "checks": {what: [score.held[what], asked] for what, asked in sorted(score.asked.items())},
    }


def _pairs(tally: PairTally) -> dict[str, Any]:
    return {
        "found": tally.found, "wrong": tally.wrong, "missed": tally.missed,
        "precision": tally.precision, "recall": tally.recall,
    }  # fmt: skip


def _row(name: str, score: ScenarioScore) -> str:
    pairs = (score.incidents.precision, score.incidents.recall, score.origins.precision, score.origins.recall)
    held, asked = sum(score.held.values()), sum(score.asked.values())
    return f"{name:<34}" + "".join("      -" if p is None else f"  {p:.3f}" for p in pairs) + f"  {held:>5}/{asked}"


def main() -> int:
    """Print the tables; 2 when the path holds no scenarios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", nargs="?", type=Path, default=SCENARIOS)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    try:
        scored = flow.evaluate_scenarios(arguments.path)
    except SkyledgerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    every = ScenarioScore()
    by_trap: dict[str, ScenarioScore] = defaultdict(ScenarioScore)
    for scenario, score in scored:
        every = every.plus(score)
        for trap in scenario.traps:
            by_trap[trap] = by_trap[trap].plus(score)
    if arguments.json:
        traps = {trap: summarise(score) for trap, score in sorted(by_trap.items())}
        print(json.dumps({"scenarios": len(scored), "all": summarise(every), "traps": traps, "faults": every.faults}))
        return 0
    print(f"{'':<34}incidents:  P      R  origins: P     R   checks held")
    print(_row(f"all {len(scored)} scenarios", every))
    for trap, score in sorted(by_trap.items()):
        print(_row(trap, score))
    print()
    for what, asked in sorted(every.asked.items()):
        print(f"{what:<20}{every.held[what]:>5}/{asked}")
    for fault in every.faults if arguments.errors else ():
        print(fault)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
