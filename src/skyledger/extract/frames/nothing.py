"""What was neither hurt nor broken, by inversion or as a form has it: "nor was anyone hurt", "Damage: none"."""

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_AUX = frozenset("has have had was were is are did".split())
_THINGS = frozenset("anything property building buildings house houses home homes infrastructure structures".split())
_PEOPLE = frozenset("anyone anybody people person residents civilians inhabitants workers staff".split())
_BROKEN = (
    *(
        "broken",
        "damaged",
        "destroyed",
        "touched",
        "hit",
        "burnt",
        "burned",
        "wrecked",
        "harmed",
        "affected",
        "smashed",
    ),
    *("ruined", "lost", "hurt", "injured", "killed", "wounded", "struck", "scratched", "suffer", "come to harm"),
)
_REACH = 8  # words from "nor" to its verb

# A heading of a form with its answer: "Casualties: nil", "Damage - none", "Пострадавшие — нет".
_OF_PEOPLE = frozenset(
    (
        "casualties victims injured injuries dead wounded fatalities deaths пострадавшие пострадавших жертвы "
        "жертв погибшие "
        "погибших раненые раненых потерпілі потерпілих постраждалі постраждалих загиблі загиблих поранені поранених"
    ).split()
)
_OF_THINGS = frozenset(
    (
        "damage destruction разрушения разрушений повреждения повреждений ущерб руйнування руйнувань "
        "пошкодження пошкоджень"
    ).split()
)
_NIL = frozenset("nil none zero no нет нету ноль немає нема нуль отсутствуют відсутні 0".split())
_MARKS = frozenset(":–—-")
_WHOLE = frozenset("intact whole undamaged untouched unharmed unscathed standing".split())
# What stands for all there is, so that it being whole denies damage; "a house is intact" denies none of others.
_ALL_OF_IT = frozenset("everything infrastructure facilities equipment property".split())
_CAME = frozenset("came comes come survived emerged escaped weathered got stayed remained left".split())
_NOUNS = {**dict.fromkeys(_PEOPLE, "no_casualties"), **dict.fromkeys(_THINGS, "no_damage")}
_NEITHER = (
    *("suffer", "hurt", "harm", "damage", "hit", "touch", "affect"),
    *("постра", "постраж", "задет", "зачеп", "ушкод", "поврежд", "пошкод"),
)
_PAIRS = {"neither": "nor", "ни": "ни", "ні": "ні"}
_STEMS = {
    "no_casualties": tuple(
        "люд жител мешкан персонал people person resident staff civilian anyone".split(),
    ),
    "no_damage": tuple(
        "здани строени дом объект техник имуществ будівл будин об'єкт майн building house home property".split(),
    ),
}


def find_nothing(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return what a sentence says was not hurt or broken, as mentions like those of the packs."""
    reading = scene.reading
    words = reading.tokens.words
    found: list[Mention] = []
    for n in reading.of_class(_OPENING, sentence.start, sentence.stop):
        word = words[n]
        if word == "nor":
            found += _inverted(reading, sentence, n)
        elif word in _PAIRS:
            found += _paired(reading, sentence, n)
        elif word in _OF_PEOPLE or word in _OF_THINGS:
            found += _answered(reading, sentence, n)
        elif word in _ALL_OF_IT:
            found += _all_whole(reading, sentence, n)
    return found


def may_be_nothing(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell what was not hurt or broken."""
    return reading.mask & _OPENING != 0


_OPENING = word_class(("nor", *_ALL_OF_IT, *_PAIRS, *_OF_PEOPLE, *_OF_THINGS))


def _inverted(reading: Reading, sentence: Sentence, n: int) -> list[Mention]:
    """Return "nor has anything been broken", "nor was anyone hurt"."""
    words = reading.tokens.words
    if n + 2 >= sentence.stop or words[n + 1] not in _AUX:
        return []
    stop = min(sentence.stop, n + 2 + _REACH)
    subject = next((at for at in range(n + 2, min(stop, n + 5)) if words[at] in _NOUNS), None)
    if subject is None:
        return []
    verb = next((at for at in range(subject + 1, stop) if words[at].startswith(_BROKEN)), None)
    if verb is None or reading.parted(n, verb, ",;:."):
        return []
    return [_mention(_NOUNS[words[subject]], n, verb + 1)]


def _paired(reading: Reading, sentence: Sentence, n: int) -> list[Mention]:
    """Return "neither people nor buildings suffered" and "ни люди, ни здания не пострадали": both at once."""
    words = reading.tokens.words
    second = next((at for at in range(n + 2, min(sentence.stop, n + 5)) if words[at] == _PAIRS[words[n]]), None)
    if second is None or second + 1 >= sentence.stop:
        return []
    kinds = [_kind_of(words[n + 1 : second]), _kind_of(words[second + 1 : second + 3])]
    verb = next(
        (at for at in range(second + 2, min(sentence.stop, second + 7)) if words[at].startswith(_NEITHER)), None
    )
    if verb is None or None in kinds or kinds[0] == kinds[1]:
        return []
    return [_mention(kind, n, verb + 1) for kind in kinds if kind is not None]


def _kind_of(words: list[str]) -> str | None:
    for kind, stems in _STEMS.items():
        if any(w.startswith(stems) for w in words):
            return kind
    return None


def _answered(reading: Reading, sentence: Sentence, n: int) -> list[Mention]:
    """Return "Damage: none", "Casualties among linesmen – nil": a heading, a mark, and nothing else but the answer."""
    words = reading.tokens.words
    for at in range(n + 1, min(sentence.stop, n + 5)):
        mark = reading.gap(at - 1, at).strip()
        if words[at] in _NIL and mark and set(mark) <= _MARKS:
            ends = at + 1 == sentence.stop or reading.parted(at, at + 1, ",;.)\n")
            kind = "no_casualties" if words[n] in _OF_PEOPLE else "no_damage"
            return [_mention(kind, n, at + 1)] if ends else []
        if mark:
            return []
    return []


def _all_whole(reading: Reading, sentence: Sentence, n: int) -> list[Mention]:
    """Return "everything on the ground is in one piece", "infrastructure came through intact"."""
    words = reading.tokens.words
    for at in range(n + 1, min(sentence.stop, n + 11)):
        if reading.parted(at - 1, at, ",;:.") or words[at] in ("but", "except", "not"):
            return []
        whole = words[at] in _WHOLE and words[at] != "standing"
        if whole and words[n] != "everything" and _CAME.intersection(words[n + 1 : at]):
            return [_mention("no_damage", n, at + 1)]
        if words[at] in _WHOLE or words[at : at + 3] == ["in", "one", "piece"]:
            return [_mention("no_damage", n, at + 1)] if words[at - 1] in (*_AUX, "stayed", "remains", "still") else []
    return []


def _mention(value: str, start: int, stop: int) -> Mention:
    return Mention("trigger", value, start, stop, frozenset(), "en")
