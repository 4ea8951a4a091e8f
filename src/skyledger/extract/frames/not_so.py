"""What is said not to have been: "sirens did not sound", "взрывов слышно не было", "evacuation was not needed"."""

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Sentence

_BE_OR_DO = frozenset("is are was were did do does has have had".split())
_NOT = frozenset(("not", "never"))
# Verbs by which such things come to be; "was not lifted", "не скасовано" leaves an alert as it was.
_COMES = tuple("sound need hear heard declar requir necessary announc record happen occur ring rang take took".split())
_COMES_SLAVIC = (
    *("понадоб", "потреб", "требов", "было", "прозвуч", "звуч", "слыш", "зафикс", "объявл", "пришлось", "состоя"),
    *("було", "луна", "чут", "чули", "зафікс", "оголош", "довел", "відбул"),
)
_REACH = 6  # words between a noun and its negation
_CUT = ",;:.!?—–()\n"


def did_not_come(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether the clause of a noun goes on to say that there was none of it."""
    words = reading.tokens.words
    for at in range(trigger.stop, min(sentence.stop - 1, trigger.stop + _REACH)):
        if reading.parted(at - 1, at, _CUT):
            return False
        if words[at] in _NOT and words[at - 1] in _BE_OR_DO and words[at + 1].startswith(_COMES):
            return True
        if words[at] == "не" and words[at + 1].startswith(_COMES_SLAVIC):
            return True
    return False
