"""Scores as plain dicts for the command line and for files."""

from typing import Any

from skyledger.evaluate.score import Scores, Spans, Tally

Json = dict[str, Any]
AXES = ("lang", "split", "kind", "tag")


def render_scores(scores: Scores) -> Json:
    """Return every slice and the confusions as plain JSON values; shares have four digits, None where undefined."""
    result: Json = {"all": render_tally(scores.slice())}
    for axis in AXES:
        names = sorted(name for a, name in scores.tallies if a == axis)
        result[axis] = {name: render_tally(scores.slice(axis, name)) for name in names}
    result["confusion"] = [
        {"slot": slot, "expected": expected, "came": came, "times": times}
        for (slot, expected, came), times in sorted(scores.confusions.items(), key=lambda item: (-item[1], item[0]))
    ]
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
        "slots_asked": dict(sorted(tally.asked.items())),
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
        {
            "document": m.document,
            "fault": m.fault,
            "weight": m.weight,
            "gold": m.gold,
            "predicted": m.predicted,
            "text": m.snippet,
            "gold_spans": _named(m.gold_spans),
            "predicted_spans": _named(m.predicted_spans),
            "rule": m.rule,
        }
        for m in scores.misses[:limit]
    ]


def _named(spans: Spans) -> list[Json]:
    return [{"field": field, "start": start, "end": stop} for field, start, stop in spans]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
