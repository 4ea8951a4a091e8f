"""How many: equal numbers speak for one incident, different ones only where the window is one."""

from skyledger.link.fact import COUNTERS, Fact, harm_of, speaker_id
from skyledger.link.features.feature import Feature, conflicting
from skyledger.link.policy import LinkPolicy
from skyledger.model.count import Count, Harm, Interval
from skyledger.model.kinds import BY_THE_CLOCK, Kind

_TALLIED = frozenset({Kind.DIVERSION, Kind.OTHER_EFFECT})
"""Kinds that are tallied over stated hours ("15 flights between 20:40 and 22:30") or simply counted up."""


def relate_counts(one: Count | None, two: Count | None) -> str:
    """Return ``equal``, ``compatible``, ``differs``, ``other`` (another unit) or ``unknown``."""
    if one is None or two is None:
        return "unknown"
    if one.unit is not two.unit:
        return "other"
    if one.stated == two.stated and one.interval == two.interval:
        return "equal"
    return "compatible" if one.interval.overlaps(two.interval) else "differs"


def relate_harms(one: Harm | None, two: Harm | None) -> str:
    """Return ``equal``, ``compatible``, ``differs`` or ``unknown`` for people harmed."""
    if one is None or two is None:
        return "unknown"
    pairs = [(one.killed, two.killed), (one.injured, two.injured), (one.children, two.children)]
    both = [(x, y) for x, y in pairs if x is not None and y is not None]
    if not both:
        return "unknown"
    if all(x == y for x, y in both):
        return "equal"
    return "compatible" if all(x.overlaps(y) for x, y in both) else "differs"


def compare_count(a: Fact, b: Fact, *, window: str, place: str, policy: LinkPolicy) -> Feature:
    """Compare the numbers.

    Args:
        a: One fact.
        b: The other.
        window: What :func:`relate_windows` found.
        place: What :func:`relate_places` found.
        policy: The linking policy.

    Returns:
        The feature; a conflict where two counts of flying things differ and the windows are not one.
    """
    one, two = a.claim, b.claim
    if a.family == "harm":
        relation, largest = relate_harms(harm_of(one), harm_of(two)), _largest(harm_of(one))
    else:
        relation, largest = relate_counts(one.count, two.count), 0 if one.count is None else one.count.low
    words = f"{_words(one.count, harm_of(one))} and {_words(two.count, harm_of(two))}"
    weights = policy.weights
    if relation == "differs" and one.aggregate != two.aggregate:
        return conflicting("count", "subset", f"{words}: one is a total or a subset, so its number is another number.")
    if relation == "differs" and one.kind in COUNTERS:
        if place in {"within", "near"}:
            return conflicting("count", "places", f"{words}: a town's number is not its region's.")
        if place == "unknown" and (speaker_id(one) is None or speaker_id(one) != speaker_id(two)):
            return conflicting("count", "places", f"{words}, and nothing says that they count over one place.")
        return _compare_counters(a, b, window, words, policy)
    if relation == "differs" and one.kind in _TALLIED and window != "same" and _hours_stated(a) and _hours_stated(b):
        return conflicting("count", "windows", f"{words} are counted over different hours.")
    if relation == "equal":
        telling = largest >= policy.threshold.telling_number
        weight = weights.count_equal_telling if telling else weights.count_equal_small
        return Feature(name="count", value="equal", weight=weight, sentence=f"The numbers agree ({words}).")
    if relation == "compatible":
        return Feature(
            name="count", value=relation, weight=weights.count_compatible, sentence=f"{words} may be the same number."
        )
    if relation == "differs":  # people and buildings: counted up through the day, so a difference is a version
        return Feature(name="count", value=relation, weight=0.0, sentence=f"{words}: a later or a disputed figure.")
    return Feature(name="count", value=relation, weight=0.0, sentence="No two numbers to compare.")


def _hours_stated(fact: Fact) -> bool:
    """Tell whether a fact counts over hours its text states, both ends of them."""
    window = fact.window
    return window is not None and not window.open and window.precision in BY_THE_CLOCK and window.hi - window.lo > 1.0


def _compare_counters(a: Fact, b: Fact, window: str, words: str, policy: LinkPolicy) -> Feature:
    one, two = a.claim, b.claim
    if one.object is not two.object and one.object is not None and two.object is not None:
        return conflicting("count", "kind_of", f"{words}: one counts a sort of what the other counts.")
    speakers = {speaker_id(one), speaker_id(two)} - {None}
    if window == "same" or (window == "growing" and len(speakers) <= 1):
        weight = policy.weights.count_differs
        return Feature(name="count", value="differs", weight=weight, sentence=f"{words} for one window.")
    if window in {"loose", "undated"} and len(speakers) == 1 and _runs(a, b, policy):
        return Feature(name="count", value="running", weight=0.0, sentence=f"{words}: a running figure of one speaker.")
    return conflicting("count", "windows", f"{words} are counted over different windows.")


def _runs(a: Fact, b: Fact, policy: LinkPolicy) -> bool:
    """Tell whether one speaker's figure grew from post to post, with no stated window in either."""
    if speaker_id(a.claim) != speaker_id(b.claim) or a.claim.count is None or b.claim.count is None:
        return False
    if a.published_h is None or b.published_h is None or (a.window is None) != (b.window is None):
        return False
    if a.window is not None and b.window is not None and a.window.precision is not b.window.precision:
        return False
    first, last = (a, b) if a.published_h <= b.published_h else (b, a)
    grew = (
        first.claim.count is not None and last.claim.count is not None and last.claim.count.low > first.claim.count.low
    )
    return grew and abs(a.published_h - b.published_h) <= policy.limits.running_h


def _largest(harm: Harm | None) -> int:
    if harm is None:
        return 0
    return max((i.low for i in (harm.killed, harm.injured, harm.children) if i is not None), default=0)


def _words(count: Count | None, harm: Harm | None) -> str:
    if count is not None:
        return count.text or _range(count.interval)
    if harm is None:
        return "no number"
    named = (("killed", harm.killed), ("injured", harm.injured), ("children", harm.children))
    return ", ".join(f"{_range(i)} {name}" for name, i in named if i is not None) or "no number"


def _range(interval: Interval) -> str:
    if interval.high is None:
        return f"{interval.low} or more"
    return str(interval.low) if interval.low == interval.high else f"{interval.low}-{interval.high}"
