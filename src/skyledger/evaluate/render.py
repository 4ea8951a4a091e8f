"""Scores as plain dicts for the command line and for files."""

from typing import Any

from skyledger.evaluate.score import Scores, Tally

Json = dict[str, Any]
AXES = ("lang", "split", "kind", "tag")


def render_scores(scores: Scores) -> Json:
    """Return every slice as plain JSON values; shares are rounded to four digits, None where undefined."""
    result: Json = {"all": render_tally(scores.slice())}
    for axis in AXES:
        names = sorted(name for a, name in scores.tallies if a == axis)
        result[axis] = {name: render_tally(scores.slice(axis, name)) for name in names}
    return result


def render_tally(tally: Tally) -> Json:
    """Return one slice as plain JSON values."""
    return {
        "documents": tally.documents,
        "found": tally.found,
        "missed": tally.missed,
        "surplus": tally.surplus,
        "precision": _rounded(tally.precision),
        "recall": _rounded(tally.recall),
        "f1": _rounded(tally.f1),
        "slots": {name: round(share, 4) for name, share in tally.slots.items()},
        "quiet_documents": tally.quiet,
        "kept_quiet": tally.kept_quiet,
        "figures": tally.figures,
        "invented_figures": tally.invented,
        "invented_rate": _rounded(None if tally.figures == 0 else tally.invented / tally.figures),
    }


def render_errors(scores: Scores, limit: int = 50) -> list[Json]:
    """Return the worst errors as plain JSON values.

    Args:
        scores: What :func:`score_documents` returned.
        limit: How many at most; the list is sorted worst first.
    """
    return [
        {"document": m.document, "fault": m.fault, "weight": m.weight, "gold": m.gold, "predicted": m.predicted}
        for m in scores.misses[:limit]
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
