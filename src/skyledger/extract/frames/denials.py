"""What a negation beside a noun of harm or damage denies, and whether there are only no reports of it."""

from itertools import pairwise

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import DENIABLE_NOUNS, NEGATION_AFTER, NEGATION_BEFORE
from skyledger.model.frame import Mention, Sentence

_NO_REPORTS = (
    "данных о",
    "информации о",
    "сведений о",
    "информация о",
    "не сообщал",
    "не поступал",
    "no reports",
    "no immediate",
    "no information",
    "no word of",
    "no word on",
    "no data on",
    "been reported so far",
    "reported so far",
    "інформації про",
    "даних про",
    "не повідомлял",
    "не надходил",
)
# Deniable only behind "about": "про руйнування інформації немає", but not "є руйнування, загиблих немає".
_SPOKEN_OF = frozenset(("руйнування", "пошкодження", "жертви"))
# "Число погибших не изменилось" denies a change, "слухи не подтвердились" a report, "убитых не называют" says
# nothing either way, and none of them denies a death.
_CHANGES = (
    *("измен", "вырос", "растёт", "растет", "увелич", "уточн", "подтверд", "соответств"),
    *("змін", "зрос", "збільш", "підтверд", "відповіда", "chang", "ris", "grow", "increas", "confirm"),
    *("назва", "называ", "назов", "назива", "назви", "раскры", "розкри", "разглаш", "розголош", "коммент", "комент"),
    *("name", "naming", "disclos", "reveal", "specif", "comment", "say", "said"),
)
_CAUSES = frozenset(("attacked", "hit", "debris", "launched"))
_VERBAL = frozenset(("verb", "past", "neut"))
_BOTH = frozenset(("и", "или", "ни", "та", "або", "і", "й"))  # "пострадавших и возгораний нет"


def denies_change(reading: Reading, negation: Mention) -> bool:
    """Tell whether a negation is of a change, a report or a word said, and not of what befell people."""
    words = reading.tokens.words
    return negation.stop < len(words) and words[negation.stop].startswith(_CHANGES)


def negation_of(scene: Scene, sentence: Sentence, noun: Mention) -> Mention | None:
    """Return the negation that denies a noun: "без жертв и разрушений", "пострадавших, по его словам, нет"."""
    reading = scene.reading
    if noun.flags & {"verb", "inf", "past", "base"} and not noun.flags & {"attr"}:
        return None
    word = reading.words(noun.start, noun.stop).lower()
    spoken_of = {"про", "щодо"} & set(reading.tokens.words[max(sentence.start, noun.start - 4) : noun.start])
    if word not in DENIABLE_NOUNS and not (spoken_of and word in _SPOKEN_OF):
        return None
    for negation in reading.in_range("negation", max(sentence.start, noun.start - 5), noun.start):
        word = reading.tokens.words[negation.start]
        if (
            word in NEGATION_BEFORE
            and not denies_change(reading, negation)
            and not reading.parted(negation.stop - 1, noun.start, ",;:")
        ):
            return negation
    for negation in reading.in_range("negation", noun.stop, min(sentence.stop, noun.stop + 9)):
        if corrects_number(reading, negation):
            continue
        word = reading.tokens.words[negation.start]
        if denies_change(reading, negation):
            continue
        verbs = [
            t
            for t in reading.in_range("trigger", noun.stop, negation.start)
            if reading.words(t.start, t.stop).lower() not in DENIABLE_NOUNS
            and not (t.value in _CAUSES and not t.flags & _VERBAL)  # "руйнувань після атаки не зафіксовано"
            and reading.tokens.words[t.start - 1] not in _BOTH
        ]
        if (word in NEGATION_AFTER or word == "не") and not verbs and not _figures(scene, noun.start, negation.start):
            return negation
    return None


def corrects_number(reading: Reading, negation: Mention) -> bool:
    """Tell whether a negation but corrects a number: "загиблих не троє, а двоє", "зросла не до восьми, а до десяти"."""
    at = negation.stop + (reading.tokens.words[negation.stop : negation.stop + 1] in (["до"], ["к"]))
    return negation.lang != "en" and reading.at("number", at) is not None


def only_no_reports(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the sentence says that nothing was reported, which is less than that nothing happened."""
    stretch = scene.reading.tokens.folded[sentence.first : sentence.last]
    return any(word in stretch for word in _NO_REPORTS)


def _figures(scene: Scene, start: int, stop: int) -> bool:
    return any(q.count is not None for q in scene.quantities_in(start, stop))


_AVOIDED = ("избеж", "избегн", "уникн", "минова", "обойт", "обійт")
_IN_VAIN = ("удал", "вдал", "вышл", "вийшл", "смог", "сумел", "змогл", "получил")


def was_not_avoided(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence says that something could not be avoided: "избежать повреждений не удалось"."""
    words = scene.reading.tokens.words[sentence.start : sentence.stop]
    vain = any(one == "не" and other.startswith(_IN_VAIN) for one, other in pairwise(words))
    return vain and any(w.startswith(_AVOIDED) for w in words)
