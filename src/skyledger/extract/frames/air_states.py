"""What an airport does with aircraft, told without a set phrase: "let no one land", "никто не взлетал".

Who handles aircraft (accepts, dispatches, lands) and whether that is denied, stopped or done again decides the state,
whatever the words around it are.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, PlacePhrase, Sentence

# To handle aircraft, as stems of one word.
_HANDLE = tuple(
    "receiv accept admit handl dispatch servic releas landing landed takeoff "
    "приним принял принят выпуск выпуст отправля обслужи взлета взлете взлетн садил садят сажал сажа "
    "прийма прийня випуска випуст відправля обслугов зліта злет сіда саджа".split()
)
_HANDLE_WORDS = frozenset("land take took taken сесть сел села сели сісти сів сіли вылететь улететь вилетіти".split())
# What stands behind "take" and the like, so that it is about aircraft.
_NO_ONE = frozenset("nobody none nothing никто никого ніхто нікого жоден жодного жодна жодне жодний ни ні no".split())
_NOT = frozenset("not never neither nor не".split()) | _NO_ONE
_AGAIN = frozenset("again anew снова вновь опять заново знову знов наново".split())
_STOP = tuple("ceas stopped stops quit halted перестав перестал переста прекрати прекращ припини припиня кинув".split())
_FLOWN = tuple(
    "flight aircraft plane airliner jet arrival departure рейс самолет борт воздушн суда судов літак літальн повітрян "
    "вылет прилет виліт приліт".split()
)
# To turn aircraft away, with them for an object: "refused all flights", "завернул рейсы".
_REFUSE = tuple(
    "refus reject barred wav turned bounced rebuff repel завернул завертал отказ отверг відмов завертав відхил".split()
)
_NONE = frozenset("no nobody none nothing neither".split())
_MOVED = ("flight", "traffic", "aircraft", "plane", "movement", "arrival", "departure", "landing", "takeoff", "jet")
_NOT_STOPPED = tuple("delay cancel affect divert disrupt damag hit hurt report involv lost miss".split())
_LIMITS = ("ограничен", "обмежен", "restriction", "запрет", "заборон", "curbs", "ban")
_IMPOSED = tuple(
    "ввод введ ввел вве действ устано наложи объяв запровад діял діют оголо накла imposed introduc applied apply "
    "force place enacted ordered decreed brought".split()
)
_LET = frozenset("let allowed admitted lets allows".split())
_THROUGH = frozenset("in out land through off".split())
_SENT = frozenset(("sent", "sends", "turned", "turns", "waved"))
_GONE = tuple(
    "lift remov scrapp withdr revok rescind ended expired waived dropped cancel снят сняли знят скасов".split()
)
_WHERE = frozenset("куди куда where".split())  # "борти, яким не було куди сісти"
_AND = frozenset("and but и но а та й і або".split())
_ONLY = frozenset("only только лишь лише тільки until пока поки longer".split())
_STEMS = tuple("flight aircraft plane airport airfield рейс борт самолет аэропорт літак аеропорт летовищ".split())
_REACH = 4


# What an airport bars and throws open again: "slammed its runways shut", "захлопнуло ворота".
_GATES = (
    *("gate", "door", "runway", "taxiway", "shutter", "sky", "skies", "airspace", "ворот", "двер", "полос", "смуг"),
    *("небо", "брам", "створк", "засув", "засов"),
)
_BARS = (
    *("slam", "bolt", "barr", "lock", "shut", "clos", "seal", "batten", "padlock", "захлоп", "запер", "запир", "закры"),
    *("задра", "закрив", "зачин", "замкн", "замик", "затвор", "перекры", "перекри", "закрил"),
)
_THROWS_OPEN = (
    *("unlock", "unbolt", "unbarr", "reopen", "unseal", "распах", "отпер", "откры", "відчин", "відімк", "розчах"),
    *("відкри", "отвор"),
)
_NAMED, _OF_AIRCRAFT = word_class(pieces=_STEMS), word_class(stems=_FLOWN)
_TELLING = word_class(_HANDLE_WORDS | _NONE | {"away"}, (*_HANDLE, *_LIMITS, *_REFUSE, *_GATES))


def may_tell_states(reading: Reading) -> bool:
    """Tell cheaply whether a text may say what airports do."""
    return reading.mask & _NAMED != 0


def find_states(scene: Scene, sentence: Sentence, airports: list[PlacePhrase]) -> list[Mention]:
    """Return closures and re-openings told by what is done with aircraft, as mentions like those of the packs."""
    words = scene.reading.tokens.words
    flown = [
        n for n in scene.reading.of_class(_OF_AIRCRAFT, sentence.start, sentence.stop) if words[n].startswith(_FLOWN)
    ]
    if not airports and not flown:
        return []
    found = []
    for n in scene.reading.of_class(_TELLING, sentence.start, sentence.stop):
        told = _limited(scene, sentence, n) or _unlimited(scene, sentence, n)
        if told is None and airports:
            told = _turned_away(scene, sentence, n) or _barred(scene, sentence, airports, n)
        if told is not None:
            found.append(told)
        if not _handles(words, n):
            continue
        if not airports and not any(abs(n - f) <= 6 for f in flown):
            continue
        mention = _stopped(scene, sentence, n) or _denied(scene, sentence, n) or _again(scene, sentence, n)
        if mention is not None:
            found.append(mention)
    return found


def _handles(words: list[str], n: int) -> bool:
    return words[n].startswith(_HANDLE) or words[n] in _HANDLE_WORDS


def _denied(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return the closure of "did not receive", "let no one land", "никто не взлетал"."""
    words = scene.reading.tokens.words
    for at in range(n - 1, max(sentence.start, n - _REACH) - 1, -1):
        if words[at] in _WHERE or _breaks(scene, at, n) or (words[at] in _AND and not _handles(words, at - 1)):
            return None
        if words[at] in _NOT or words[at].endswith("n't"):
            if _ONLY.intersection(words[at : n + 1]):
                return None
            first = at - 1 if at > sentence.start and words[at - 1] in _NO_ONE else at
            return made_trigger(words, "closure", first, n + 1)
    return None


def _limited(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return the closure of "ограничения вводились", "a ban was in force"."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not words[n].startswith(_LIMITS) or any(m.stop > n for m in reading.starting("trigger", n - 4, n + 1)):
        return None
    for at in [*range(n + 1, min(sentence.stop, n + _REACH + 1)), *range(n - 1, max(sentence.start, n - 4) - 1, -1)]:
        if words[at].startswith(_IMPOSED) and not _breaks(scene, min(at, n), max(at, n)):
            denied = _NOT.intersection(words[min(at, n) - 1 : max(at, n)])
            return None if denied else made_trigger(words, "closure", min(at, n), max(at, n) + 1)
    return None


def _unlimited(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return the re-opening of "the curbs at Ufa airport have been removed" for limits no pack tells as a closure."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not words[n].startswith(_LIMITS) or any(m.stop > n for m in reading.starting("trigger", n - 4, n + 1)):
        return None
    for at in range(n + 1, min(sentence.stop, n + 2 * _REACH)):
        if _breaks(scene, at - 1, at) or _NOT.intersection(words[at : at + 1]):
            return None
        if words[at].startswith(_GONE):
            return made_trigger(words, "reopening", n, at + 1)
    return None


def _turned_away(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return the closure of "refused all flights", "saw no movements", "took nobody in"."""
    words = scene.reading.tokens.words
    if (
        words[n] in _NONE
        and words[n + 1 : n + 2]
        and (words[n + 1].startswith(_MOVED) or words[n - 1] in _HANDLE_WORDS)
    ):
        behind = words[n + 1 : min(n + 6, sentence.stop)]
        return None if any(w.startswith(_NOT_STOPPED) for w in behind) else made_trigger(words, "closure", n, n + 1)
    if words[n] in _NONE and words[n - 1] in _LET and _THROUGH.intersection(words[n + 1 : n + 2]):
        return made_trigger(words, "closure", n - 1, n + 2)  # "let nobody in or out"
    away = words[n] == "away" and words[n - 1] in _SENT
    if not (away or words[n].startswith(_REFUSE)) or (n and words[n - 1] in _NOT):
        return None
    ahead = range(n + 1, min(sentence.stop, n + _REACH))
    counted = any(words[at].isdigit() or scene.reading.at("number", at) is not None for at in ahead)
    flown = any(words[at].startswith(_FLOWN) or words[at] == "traffic" for at in ahead)
    return made_trigger(words, "closure", n, n + 1) if flown and not counted else None


def _barred(scene: Scene, sentence: Sentence, airports: list[PlacePhrase], n: int) -> Mention | None:
    """Return what an airport did with its gates, runways or sky: "slammed its runways shut", "відчинило браму"."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not words[n].startswith(_GATES) or reading.starting("trigger", n - 3, n + 1):
        return None
    for at in range(n - 1, max(sentence.start, n - _REACH) - 1, -1):
        value = "closure" if words[at].startswith(_BARS) else "reopening" if words[at].startswith(_THROWS_OPEN) else ""
        if value and not _breaks(scene, at, n):
            doer = [a for a in airports if a.stop <= at and not _breaks(scene, a.stop - 1, at)]
            denied = not _NOT.isdisjoint(words[max(sentence.start, at - 2) : at])
            return None if denied or not doer else made_trigger(words, value, at, n + 1)
    return None


def _again(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return the re-opening of "is receiving planes again", "знову приймає"."""
    words = scene.reading.tokens.words
    behind = range(n + 1, min(sentence.stop, n + 5))
    before = range(max(sentence.start, n - 3), n)
    anew = [i for i in [*before, *behind] if words[i] in _AGAIN or words[i : i + 2] == ["once", "more"]]
    at = next((i for i in anew if not _breaks(scene, min(i, n), max(i, n))), None)
    return None if at is None else made_trigger(words, "reopening", min(at, n), max(at, n) + 1)


def _stopped(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return the closure of "переставал принимать", "quit dispatching"."""
    words = scene.reading.tokens.words
    for at in range(n - 1, max(sentence.start, n - 3) - 1, -1):
        if words[at].startswith(_STOP) and not _breaks(scene, at, n):
            return made_trigger(words, "closure", at, n + 1)
    return None


def _breaks(scene: Scene, left: int, right: int) -> bool:
    return scene.reading.parted(left, right, ",;:—")
