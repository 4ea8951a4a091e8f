"""English verbs of loss, of suffering and of taking in, said of people: "we lost two people", "14 people suffered".

In all languages one body found or one death confirmed: "a second body was pulled out", "достали ещё одно тело".

Each is said of things too, so whose verb it is and whom it is said of decide.
"""

from dataclasses import replace

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_LOST = frozenset(("lost", "buried", "mourns", "mourn"))
_TOOK_IN = frozenset("received took admitted treated accepted".split())
_SUFFERED = frozenset(("suffered",))
_BODIES = frozenset(("body", "тело", "тіло"))
_ENDED = _BODIES | {"death"}
VERBS = word_class(_LOST | _TOOK_IN | _SUFFERED | _ENDED)
_ENDING = word_class(_ENDED)
_ONE = frozenset(
    (
        "a one another single second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th further "
        "одно второе третье четвертое пятое шестое одне друге третє четверте п'яте шосте"
    ).split()
)
_FINDING = (
    *("found", "find", "recover", "pull", "discover", "retriev", "dug", "lift", "brought", "bring", "unearth"),
    *(
        "наш",
        "найд",
        "доста",
        "извле",
        "обнаруж",
        "подня",
        "вытащ",
        "знай",
        "діста",
        "вилуч",
        "вийня",
        "виявл",
        "витяг",
    ),
)
_DYING = (
    "confirm",
    "report",
    "announc",
    "record",
    "count",
    "known",
    "caus",
    "register",
    "alongside",
    "least",
    "speaks",
)
_HOME = frozenset(
    "we town city village community hromada district settlement family families neighbourhood shift".split()
)
_WARDS = frozenset("we hospital clinic ward team doctors surgeons medics polyclinic centre unit department".split())
_PATIENTS = frozenset("patients people persons casualties civilians residents wounded adults children".split())
_AFTER_BODY = frozenset(
    (
        "under in from was has is at on beneath out today this and overnight late early had among inside after is "
        "из под на в и было был нашли достали извлекли з із під у та було знайшли дістали"
    ).split()
)
_FIGHTERS = ("soldier", "troop", "servicem", "fighter", "player", "customer", "worker since", "voter", "job", "fan")
_HOW = frozenset("badly seriously slightly severely lightly too also there here tonight overnight today alone".split())
_AHEAD = frozenset("from in during as when after because at under by".split())
_REACH = 4
_BEFORE = 8


def mourned(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return such verbs as words of harm."""
    reading = scene.reading
    verbs = reading.of_class(VERBS, sentence.start + 1, sentence.stop)
    if not verbs:
        return []
    taken = {n for t in known for n in range(t.start, t.stop)}
    found = []
    for verb in verbs:
        value = None if verb in taken else _told(scene, sentence, verb)
        if value is not None:
            mention = made_trigger(reading.tokens.words, value, verb, verb + 1)
            found.append(replace(mention, flags=frozenset(("past",))))
    return found


def _told(scene: Scene, sentence: Sentence, verb: int) -> str | None:
    words = scene.reading.tokens.words
    if words[verb] in _ENDED:
        return "killed" if _is_of_one(scene, sentence, verb) else None
    if words[verb] in _LOST:
        return "killed" if _has_subject(scene.reading, sentence, verb, _HOME) and _people_behind(scene, verb) else None
    if words[verb] in _TOOK_IN:
        taken_in = _has_subject(scene.reading, sentence, verb, _WARDS) and _patients_behind(scene, sentence, verb)
        return "injured" if taken_in else None
    return "injured" if words[verb] in _SUFFERED and _suffer(scene, sentence, verb) else None


def may_find_bodies(reading: Reading) -> bool:
    """Tell cheaply whether a text speaks of a body or a death."""
    return reading.mask & _ENDING != 0


def _is_of_one(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Tell whether one body is found, or one death confirmed: "pulled another body out", "a single death"."""
    reading, words = scene.reading, scene.reading.tokens.words
    ends = noun + 1 >= sentence.stop or reading.parted(noun, noun + 1, ALL_MARKS)
    if words[noun - 1] not in _ONE or not (ends or words[noun + 1] in _AFTER_BODY):
        return False
    near = words[max(sentence.start, noun - _BEFORE) : min(sentence.stop, noun + _BEFORE)]
    return any(w.startswith(_DYING if words[noun] == "death" else _FINDING) for w in near) and "no" not in near


def _has_subject(reading: Reading, sentence: Sentence, verb: int, nouns: frozenset[str]) -> bool:
    words = reading.tokens.words
    for n in range(verb - 1, max(sentence.start, verb - _BEFORE) - 1, -1):
        if reading.parted(n, n + 1, ",;:.!?()") and words[n] not in nouns:
            return False
        if words[n] in nouns:
            return True
    return False


def _people_behind(scene: Scene, verb: int) -> bool:
    """Tell whether counted people, or one of them, are what was lost; not their homes, nor soldiers and players."""
    reading = scene.reading
    for quantity in scene.quantities_in(verb + 1, verb + 1 + _REACH):
        if reading.parted(verb, quantity.start, ALL_MARKS) or not is_of(quantity, PEOPLE):
            return False
        named = reading.words(quantity.start, quantity.stop).lower()
        article = reading.tokens.words[quantity.start] in ("a", "an", "another")
        return (quantity.count is not None or article) and not any(f in named for f in _FIGHTERS)
    return False


def _patients_behind(scene: Scene, sentence: Sentence, verb: int) -> bool:
    words = scene.reading.tokens.words
    for quantity in scene.quantities_in(verb + 1, min(sentence.stop, verb + 1 + _REACH)):
        if scene.reading.parted(verb, quantity.start, ALL_MARKS) or quantity.count is None:
            return False
        return bool(_PATIENTS.intersection(words[quantity.start : min(sentence.stop, quantity.stop + 1)]))
    return False


def _suffer(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether people suffered and nothing is said that they suffered: "14 people suffered, two of them badly"."""
    reading = scene.reading
    words = reading.tokens.words
    behind = words[verb + 1] if verb + 1 < sentence.stop and not reading.parted(verb, verb + 1, ALL_MARKS) else ""
    if behind and behind not in _HOW | _AHEAD:
        return False
    before = scene.quantities_in(max(sentence.start, verb - _BEFORE), verb)
    told = reading.starting("trigger", sentence.start, verb)
    others = any(is_of(q, PEOPLE) for q in before) and any(t.value in ("killed", "injured") for t in told)
    return any(_suffers(reading, q, verb, others=others) for q in before)


def _suffers(reading: Reading, quantity: Quantity, verb: int, *, others: bool) -> bool:
    """Tell whether a number of people, or one that stands for more of them, is a verb's subject."""
    between = reading.tokens.words[quantity.stop : verb]
    plain = len(between) <= 1 and not reading.parted(quantity.stop - 1, verb, ALL_MARKS)
    more = others and quantity.elliptic and quantity.count is not None  # "one person was killed and three suffered"
    return (is_of(quantity, PEOPLE) or more) and plain and not {"not", "never"}.intersection(between)
