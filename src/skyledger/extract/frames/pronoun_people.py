"""One person told by a pronoun: "he died on the way", "она скончалась", "вона в лікарні"."""

from skyledger.extract.frames.tolls import Toll
from skyledger.extract.reading import Reading
from skyledger.model.count import Harm, Interval
from skyledger.model.frame import Frame, Mention
from skyledger.model.text import Span

_PRONOUNS = frozenset("he she him her он она его её ее він вона його її".split())
_SUBJECTS = frozenset("he she он она він вона".split())
# Words that may stand between the pronoun and what befell the person.
_BETWEEN = frozenset(
    (
        "later then soon has had was is also now died позже потом вскоре сейчас теперь уже тоже также пізніше потім "
        "невдовзі згодом зараз тепер вже теж також"
    ).split()
)
_OBJECTS = frozenset("его ее её його її".split())
_REACH = 3
_ONE = Interval(low=1, high=1)


def pronoun_of(reading: Reading, trigger: Mention) -> Span | None:
    """Return the pronoun a word of harm speaks of: "she later died in hospital", "его увезли в больницу"."""
    words = reading.tokens.words
    taken = words[trigger.start].endswith(("ли", "ло"))  # "его госпитализировали", "її поранило"
    if taken and trigger.start and words[trigger.start - 1] in _OBJECTS:
        return reading.span(trigger.start - 1, trigger.start)
    for n in range(trigger.start - 1, max(-1, trigger.start - 1 - _REACH), -1):
        if reading.parted(n, n + 1, ",;:.!?()"):
            return None
        if words[n] in _SUBJECTS:
            return reading.span(n, n + 1)
        if words[n] not in _BETWEEN:
            return None
    return None


def forget_wounded(reading: Reading, toll: Toll, trigger: Mention, spans: list[Span]) -> None:
    """Let the one wounded who then died be dead alone: "бился за жизнь раненого, но спасти его не удалось"."""
    if trigger.value != "killed" or toll.killed is not None or toll.injured != _ONE or len(spans) != 1:
        return
    if not _PRONOUNS.isdisjoint(spans[0].slice(reading.text).lower().split()):
        toll.spans = [s for s in toll.spans if s not in toll.of.pop("injured", [])]
        toll.injured = None


def tells_of_last(reading: Reading, toll: Toll, last: Frame | None) -> bool:
    """Let a pronoun speak of the one told before, who is dead where he died of it; tell whether it did."""
    if last is None or last.harm is None or len(toll.spans) != 1 or toll.children is not None:
        return False
    if _PRONOUNS.isdisjoint(toll.spans[0].slice(reading.text).lower().split()):
        return False
    if last.harm.killed == _ONE and last.harm.injured is None:
        return True  # "водитель погиб; спасти его не удалось"
    if toll.killed is not None and last.harm.injured == _ONE and last.harm.killed is None:
        last.harm = Harm(killed=_ONE, injured=None, children=last.harm.children)
        return True
    return toll.killed is None
