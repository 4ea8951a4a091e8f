"""Why what a trigger says of a number is not told as done: planned, supposed, said in general, still falling."""

from skyledger.extract.context import is_negated, is_threat, trap_at
from skyledger.extract.frames.binding import is_partitive
from skyledger.extract.frames.in_general import why_general
from skyledger.extract.frames.refusals import RELEASED
from skyledger.extract.frames.told_how import is_attempt, told_of_whole
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

_MANAGED = frozenset(
    (
        "вдалося вдалось удалось удалося смогли смог смогла смогло сумел сумели сумела сумело успел успели успела "
        "успело пришлось довелось получилось довелося встигли встиг встигла зуміли зумів зуміла"
    ).split()
)  # "28 вдалося збити"
_NOT_MANAGED = frozenset(("не", "ни", "ледь", "едва", "якби", "если"))


def is_managed(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether an infinitive is of something somebody managed to do: "дронам удалось повредить подстанцию"."""
    words = reading.tokens.words
    for n in range(max(sentence.start, trigger.start - _MANAGED_REACH), trigger.start):
        if words[n] in _MANAGED:
            return words[n - 1] not in _NOT_MANAGED and not reading.parted(n, trigger.start, ",;:.()")
    behind = words[trigger.stop : trigger.stop + 1]
    return bool(behind) and behind[0] in _MANAGED


_OR = frozenset("и или либо та або чи і й".split())
_MANAGED_REACH = 4  # "удалось за ночь сбить"
_WISHES = frozenset(("бы", "б", "би"))
_MAKING = (
    *("product", "manufact", "assembl", "mass", "serial", "series", "output", "sales"),
    *("произв", "выпуск", "сборк", "серийн", "массов", "вироб", "випуск", "складан", "серій", "масов"),
)
_PRESENT = frozenset("fire fires launch launches use uses drop drops send throw".split())
_SEEN = ("виявл", "обнаруж", "detected", "зафикс", "зафікс")
# Those who fly drones of their own over what was struck.
_HELPERS = tuple(
    "рятувальник дсн патрул патруль екіпаж экипаж інспектор инспектор слідч следовател "
    "поліц страхов агроном фермер журналіст волонтер спасател мчс полицейск полиция "
    "журналист блогер школяр школьник студент геодез rescuer firefighter police insurer journalist farmer "
    "volunteer foundation donor charit".split()
)
_ABLE = frozenset("can could may might cannot able capable".split())
_ANYONE = (["anyone", "who"], ["whoever"], ["everyone", "who"], ["anybody", "who"], ["those", "who"])
_FALLING = frozenset("падає падають падает падают спускається спускаються".split())


def why_untold(
    scene: Scene, sentence: Sentence, quantity: Quantity, trigger: Mention, parts: frozenset[str]
) -> str | None:
    """Return why what the trigger says of the number is not told as done, or None when it is.

    Args:
        scene: The document.
        sentence: Where both stand.
        quantity: The number.
        trigger: The word that says what happened.
        parts: Values of triggers that tell of parts, never of the whole they are parts of.
    """
    reading = scene.reading
    if trigger.value == "launched" and _following(reading, trigger).startswith(_MAKING):
        return "the making of them was launched"
    if _is_bare_present(reading, quantity, trigger):
        return "a noun, or a present without its object"
    if is_partitive(reading, quantity) and trigger.value in parts and not told_of_whole(reading, quantity, trigger):
        return "the number is the whole, not its part"
    if trigger.value == "launched" and _by_helpers(reading, sentence, trigger):
        return "a drone of those who help or look, not of those who attack"
    if _is_still_falling(reading, quantity, trigger):
        return "still in the air"
    if is_threat(reading, trigger):
        return "feared, not something that happened"
    if (general := why_general(scene, sentence, quantity, trigger)) is not None:
        return general
    if _is_planned(reading, trigger):
        return "planned, not something that happened"
    if _is_general(reading, trigger):
        return "said in general, not told"
    tail = reading.text[sentence.first : sentence.last].rstrip(' \n"»')
    if tail.endswith("?") or _following(reading, trigger) in _WISHES:
        return "asked or supposed, not told"
    if is_negated(reading, trigger.start, trigger.stop) or _is_undone(reading, sentence, trigger):
        return "negated, or not something that happened"
    trap = trap_at(reading, sentence, trigger.start, trigger.stop)  # between both, too: "дрон будет сбит"
    if trap is None:
        trap = trap_at(reading, sentence, min(trigger.start, quantity.start), max(trigger.stop, quantity.stop))
    return None if trap is None else f"{trap.value}: {reading.words(trap.start, trap.stop)}"


def _is_bare_present(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether "fire" or "launch" is the noun: "71 by fire", "90 drones ready for launch".

    What was detected was launched only where somebody counted it.
    """
    word = reading.tokens.words[trigger.start]
    if trigger.value != "launched":
        return False
    if word.startswith(_SEEN):
        return quantity.count is None or quantity.count.stated is None
    if trigger.stop - trigger.start > 1 or word not in _PRESENT:
        return False
    return not 0 <= quantity.start - trigger.stop <= 1


def _by_helpers(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether rescuers, police or insurers launch: "рятувальники підняли дрон", "police launched a drone"."""
    return any(
        w.startswith(_HELPERS) for w in reading.tokens.words[max(sentence.start, trigger.start - 4) : trigger.start]
    )


def _following(reading: Reading, trigger: Mention) -> str:
    words = reading.tokens.words
    return words[trigger.stop] if trigger.stop < len(words) else ""


def _is_general(reading: Reading, trigger: Mention) -> bool:
    """Tell whether an English present says what a thing is for: "the missile that downs it costs 400,000".

    What somebody can do, and what befits whoever does it, is said in general too.
    """
    words = reading.tokens.words
    before = words[max(0, trigger.start - 2) : trigger.start]
    if "base" in trigger.flags and trigger.lang == "en" and before[-1:] and before[-1] in _ABLE:
        return True
    if trigger.lang == "en" and (before in _ANYONE or before[-1:] in _ANYONE):
        return True
    present = trigger.lang == "en" and words[trigger.stop - 1].endswith("s")
    return present and words[trigger.start - 1] in ("that", "which") and _following(reading, trigger) in ("it", "them")


def _is_still_falling(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a missile is on its way down to a place: "балістика падає на Київ", not "уламки падають на дахи"."""
    heavy = is_of(quantity, RELEASED)
    return (
        heavy and reading.tokens.words[trigger.start] in _FALLING and _following(reading, trigger) in ("на", "в", "у")
    )


def _is_planned(reading: Reading, trigger: Mention) -> bool:
    """Tell whether an English verb is an infinitive: "to be shot down", "to strike"."""
    words = reading.tokens.words
    if words[max(0, trigger.start - 2) : trigger.start] == ["to", "be"]:
        return True
    return trigger.start > 0 and words[trigger.start - 1] == "to" and "base" in trigger.flags


def _is_undone(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a form says what will or should be done: a future, or an infinitive nobody managed."""
    if "future" in trigger.flags:
        return True
    if "inf" not in trigger.flags or trigger.lang == "en":
        return False
    before = reading.tokens.words[max(sentence.start, trigger.start - _MANAGED_REACH) : trigger.start]
    behind = reading.tokens.words[trigger.stop : min(sentence.stop, trigger.stop + _MANAGED_REACH)]
    joined = _OR.intersection(behind) and _MANAGED.intersection(behind)  # "сбить или заглушить удалось 109"
    if joined or _following(reading, trigger) in _MANAGED or _MANAGED.intersection(before):
        return False
    return not (is_attempt(reading, trigger) and trigger.value != "downed")
