"""Whether what a plain verb stops or opens is an airport's work, or something else's."""

from skyledger.extract.scene import Scene
from skyledger.extract.words import PHRASE_BREAKS
from skyledger.model.frame import Mention, Sentence

# What stops or resumes at an airport, as stems: nouns beside which a plain "stopped" is a closure.
FLOWN = tuple(
    "полет польот рейс взлет прилет вылет приліт виліт прием прийом посад самолет літак воздуш повітр авиа авіа "
    "flight flying arriv depart takeoff landing runway airspace plane traffic operation restrict огранич обмеж offs "
    "jets aircraft борт небо неба sky skies".split()
)
# Words by which a closure itself says that it is one of the air: "carpet plan", "shut its sky", "nothing landed".
OF_AIR = tuple("carpet ковер ковр килим sky skies небо неба runway airspace landed взлет взліт зліт".split())
# Words that make a plain "closed" or "restrictions" speak of the air.
AIR_WORDS = (
    "аэропорт",
    "аеропорт",
    "летовищ",
    "airport",
    "airspace",
    "воздушн",
    "повітрян",
    "рейс",
    "flight",
    "полет",
    "польот",
    "самолет",
    "літак",
    "ковер",
    "ковра",
    "килим",
    "росавиаци",
    "росавіаці",
    "гаван",
    "aviation authorit",
    "civil aviation",
    "aircraft",
    "airliner",
    "plane",
    "take-off",
    "takeoff",
    "runway",
    " борт",
    "air hub",
    "небо",
    "the sky over",
    "the skies over",
    "flying was",
    "flying stop",
    "прием и выпуск",
    "приліт",
    "авіарух",
    "зльот",
    "взлет",
    "arrivals and departures",
    "departures and arrivals",
    "landings",
    "take-offs",
    "acft",
    "arr/dep",
)
_OWN_WORK = ("работ", "робот", "обслуж", "деятельн", "діяльн", "врем", "тимчас", "work", "service", "temporar", "all")
_OTHERS = tuple(
    "schedul timetabl расписан розклад "
    "поезд поїзд потяг электрич електрич train rail трамва тролл тролей tram trolley bus ferr паром мост міст bridge "
    "школ занят school lesson газ gas вод water свет світл электр електр power тепл отопл опален heat".split()
)
_HOW_OFTEN = frozenset(
    "дважды трижды опять снова вновь ненадолго временно полностью сразу двічі тричі знову ненадовго тимчасово повністю "
    "twice again briefly temporarily repeatedly".split()
)


def takes_an_object(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether something else is stopped or opened: "остановил строительство", "stopped selling"."""
    reading, stop = scene.reading, trigger.stop
    if stop - trigger.start > 1:
        return False  # "не работал", "stood still"
    if stop >= sentence.stop or reading.gap(stop - 1, stop).strip(" \u00a0"):
        return False
    word = reading.tokens.words[stop]
    known = reading.in_range("place_head", stop, stop + 1) or scene.places_in(stop, stop + 1)
    timed = any(a <= stop < b for a, b in scene.stretches_in(sentence))
    return not (
        word in PHRASE_BREAKS
        or word in _HOW_OFTEN
        or word.startswith(_OWN_WORK)
        or word[:1].isdigit()
        or known
        or timed
    )


def is_of_others(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether trains, supplies or schools are what resumes."""
    stretch = scene.reading.tokens.folded[sentence.first : sentence.last]
    return any(stem in stretch for stem in _OTHERS)


def closes_before(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a closure stands before a word in its sentence."""
    closures = scene.triggers_in(sentence, frozenset(("closure",)))
    return any(t.start < trigger.start for t in closures)
