"""When: the same window, a window inside another, or two windows."""

from skyledger.link.fact import MOMENTS, Fact, Window
from skyledger.link.features.feature import Feature, conflicting
from skyledger.link.policy import Limits, LinkPolicy
from skyledger.model.kinds import BY_THE_CLOCK, TimePrecision

_CONVENTIONAL = frozenset({TimePrecision.NIGHT, TimePrecision.PART_OF_DAY})
_LOOSE = frozenset({TimePrecision.DAY, TimePrecision.NONE})
_MOMENT_FAMILIES = frozenset(kind.value for kind in MOMENTS)


def relate_windows(a: Window | None, b: Window | None, limits: Limits) -> str:
    """Return how two windows stand to each other.

    Returns:
        ``same``, ``growing`` (one start, one runs on), ``contained``, ``loose`` (a bare date or a posting date covers
        the other), ``overlap``, ``apart`` or ``unknown``.
    """
    if a is None or b is None:
        return "unknown"
    shared = min(a.hi, b.hi) - max(a.lo, b.lo)
    point = _is_point(a) or _is_point(b)
    if shared <= 0 and not (point and -shared < limits.point_slack_h):
        return "apart"
    if _is_point(a) and _is_point(b):
        return "same" if abs(a.lo - b.lo) <= limits.point_slack_h or shared > 0 else "apart"
    share = max(shared, 0.0) / (max(a.hi, b.hi) - min(a.lo, b.lo))
    if TimePrecision.NONE not in {a.precision, b.precision} and _same_window(a, b, share, limits):
        return "same"
    if a.precision in _LOOSE or b.precision in _LOOSE:
        return "loose"
    if abs(a.lo - b.lo) <= limits.same_start_h and _runs_on(a if a.hi < b.hi else b):
        return "growing"
    slack = limits.point_slack_h
    inside = (a.lo >= b.lo - slack and a.hi <= b.hi + slack) or (b.lo >= a.lo - slack and b.hi <= a.hi + slack)
    return "contained" if inside else "overlap"


def _is_point(window: Window) -> bool:
    return window.precision in BY_THE_CLOCK and window.hi - window.lo <= 1.0


def _same_window(a: Window, b: Window, share: float, limits: Limits) -> bool:
    conventional = bool({a.precision, b.precision} & _CONVENTIONAL) and not {a.precision, b.precision} & _LOOSE
    return share >= (limits.same_window_overlap if conventional else limits.same_stated_overlap)


def _runs_on(shorter: Window) -> bool:
    """Tell whether the shorter window is "so far", not an interval with a stated end."""
    return shorter.open or shorter.precision not in BY_THE_CLOCK


def compare_window(a: Fact, b: Fact, policy: LinkPolicy) -> Feature:
    """Compare when the two claims say it happened."""
    relation = relate_windows(a.window, b.window, policy.limits)
    weights = policy.weights
    if relation == "apart" and _only_posted(a, b, policy.limits):
        sentence = "One text gives no time, only its posting date, which is near the other's window."
        return Feature(name="window", value="undated", weight=weights.window_unknown, sentence=sentence)
    if relation == "apart":
        return conflicting("window", relation, "The two windows share no moment.")
    if relation == "unknown":
        return _compare_publication(a, b, policy)
    if a.family in _MOMENT_FAMILIES and relation == "overlap":
        return conflicting("window", relation, "Two moments of one night are two closures or alerts.")
    weight, sentence = {
        "same": (weights.window_same, "Both speak of the same window."),
        "growing": (weights.window_growing, "One window starts with the other and runs on."),
        "contained": (weights.window_contained, "One window lies inside the other."),
        "loose": (weights.window_loose, "One text gives no hours; its date covers the other's window."),
        "overlap": (weights.window_overlap, "The windows overlap but are not the same."),
    }[relation]
    return Feature(name="window", value=relation, weight=weight, sentence=sentence)


def _only_posted(a: Fact, b: Fact, limits: Limits) -> bool:
    """Tell whether two windows share nothing only because one stands for a posting date: posted is not happened."""
    if a.window is None or b.window is None or TimePrecision.NONE not in {a.window.precision, b.window.precision}:
        return False
    gap = max(a.window.lo, b.window.lo) - min(a.window.hi, b.window.hi)
    return gap <= limits.unknown_window_publication_h


def _compare_publication(a: Fact, b: Fact, policy: LinkPolicy) -> Feature:
    """Compare publication when a text names no time: a report follows what it reports, and soon."""
    if (a.window is None and a.published_h is None) or (b.window is None and b.published_h is None):
        return Feature(name="window", value="dateless", weight=0.0, sentence="Nothing says when one of them happened.")
    limits, moment = policy.limits, a.family in _MOMENT_FAMILIES
    lag, most = _lag_h(a, b), limits.unknown_window_publication_h
    if a.window is None and b.window is None:
        most = limits.undated_moment_span_h if moment else limits.undated_span_h
    if lag < -limits.same_start_h:
        return conflicting("window", "undated", "One was published before the other's window began.")
    if lag > most:
        return conflicting("window", "undated", f"One has no date and was published more than {most:.0f} h away.")
    if lag <= limits.undated_near_h:
        weight, sentence = policy.weights.window_published_near, f"within {limits.undated_near_h:.0f} h"
    else:
        weight, sentence = policy.weights.window_unknown, f"within {most:.0f} h"
    return Feature(
        name="window", value="undated", weight=weight, sentence=f"One names no time; it was published {sentence}."
    )


def _lag_h(a: Fact, b: Fact) -> float:
    """Return how long after the other's window (or publication) the undated one was published.

    Zero inside the window; negative when it was published before the window began.
    """
    if a.window is None and b.window is None:
        return abs((a.published_h or 0.0) - (b.published_h or 0.0))
    window, published = (a.window, b.published_h) if a.window is not None else (b.window, a.published_h)
    if window is None or published is None:
        return 0.0
    return published - window.lo if published < window.lo else max(published - window.hi, 0.0)
