"""Hits told by the sentence and not by a known verb: "a drone sailed into the yard", "дрон вломился в подъезд".

What flies is the agent, a building or vehicle what it went into; whatever the verb between them is, it was a hit.
"""

from dataclasses import replace

from skyledger.extract.frames.victims import NO_IMPACT_SLAVIC, has_object, things_behind, unknown_verb
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.nouns import THINGS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import BE_OR_GET
from skyledger.model.frame import Mention, Sentence

WHOLE = frozenset(("building", "vehicle"))
_ADJUNCT = frozenset("by of with from to for at on in after before against than".split())
_INTO = {
    "en": frozenset(("into", "through", "onto", "against")),
    "ru": frozenset(("в", "во", "по", "об", "сквозь", "через")),
    "uk": frozenset(("в", "у", "по", "об", "крізь", "через")),
}
# What may stand between verb and preposition: "went straight into", "вошёл точно в".
_HOW = frozenset(
    (
        "straight right directly headlong deep clean back nose first head down square squarely smack full tilt up at "
        "speed "
        "прямо точно аккурат прямиком ровно просто со всего маху разгона опять снова прямісінько якраз просто "
        "рівно точнісінько знову з розгону боком носом"
    ).split()
)
# What may stand between what flies and its verb.
_BEFORE_VERB = frozenset(
    (
        "that which has had also then later itself apparently reportedly almost nearly who "
        "который которая которые также потом затем позже сам сама снова вдруг уже ещё еще "
        "який яка які також потім згодом сам сама знову раптом уже вже ще таки все же ж"
    ).split()
)
_IRREGULAR = frozenset(
    (
        "flew flown went gone came drove driven ran dug dove shot tore torn broke broken fell swept spun sank sunk "
        "cut bit burst swung slid sped thrust struck stuck blew plows ploughs flies goes comes "
        "runs digs shoots tears breaks"
    ).split()
)
# Verbs of looking, passing and being taken somewhere.
_NO_IMPACT_EN = frozenset(
    (
        "looked peered filmed disappeared vanished passed moved turned developed converted packed loaded carried "
        "brought taken put placed delivered investigated entered watched circled hovered looking passing escaped "
        "divided split invested walked listened built moved retreated hurried forced sorted integrated"
    ).split()
)
_PAST_SLAVIC = {
    "ru": ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"),
    "uk": ("в", "ла", "ло", "ли", "вся", "лася", "лась", "лося", "лось", "лися", "лись", "вся"),
}
# Endings of nouns that say where and not where to: "в здании", "у дворах".
_WHERE = ("ах", "ях", "ии", "ії", "инку", "ові")
_OBLIQUE = ("ика", "еда", "ата", "ера", "ов", "ев", "ом", "ами", "ями", "ону", "ику", "еты", "ів", "ою", "ей")
# What leaves a thing on the ground whole: "drones stopped the trains".
_HOLDS = frozenset("stopped halted blocked caught collected brought repelled stalled detained delayed held".split())
_HOLES = frozenset("crater craters hole holes pit gash dent gap void cavity trench funnel".split())
_DIGS = frozenset("left tore blew dug cut made leaves ripped bit drove".split())
_NO_HOLES = frozenset(
    "missed avoided circled approached filmed photographed showed revealed filled used skirted".split()
)
_REACH = 5
_INSTRUMENTAL = ("ом", "ой", "ою", "ем", "ами", "ями")
_PREPOSED = frozenset("за над под перед с со між між з із под перед над".split())
_NO_STRUCK = frozenset("было стало могло було могло стало оказалось виявилось должно около число".split())
_ABLAZE = frozenset(("ablaze", "alight", "afire", "aflame", "burning"))
_ABLAZE_REACH = 8


def told_by_impact(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return triggers of hits whose verb no pack knows, as weak ones: what flies must be beside them.

    Args:
        scene: The document.
        sentence: Which sentence.
        triggers: The triggers of the air its words are.
    """
    reading = scene.reading
    things = [*reading.in_range("object", sentence.start, sentence.stop), *_left_out(scene, sentence)]
    if not things:
        return []
    told = [t for t in triggers if t.value != "sighting" or "weak" not in t.flags]
    taken = {t for m in told for t in range(m.start, m.stop)}
    found: dict[int, Mention] = {}
    for thing in things:
        if thing.value == "aircraft" or thing.stop >= sentence.stop:
            continue
        if (means := _by_means(reading, sentence, thing)) is not None and means not in taken:
            found[means] = Mention("trigger", "hit", means, means + 1, frozenset(("past",)), thing.lang)
            continue
        if (beaten := _beats(scene, sentence, thing, told) or _digs(scene, sentence, thing)) is not None:
            found[beaten.start] = beaten
            continue
        struck = _strikes(scene, sentence, thing)
        if struck is not None and not taken.intersection(range(thing.stop, struck.stop)):
            found[struck.start] = struck
            continue
        if (undergone := _passive_by(scene, sentence, thing)) is not None and undergone not in taken:
            found[undergone] = Mention("trigger", "hit", undergone, undergone + 1, frozenset(("weak", "past")), "en")
            continue
        stretch = _verb_into(reading, sentence, thing) or _set_ablaze(reading, sentence, thing)
        if stretch is None or taken.intersection(range(thing.stop, stretch[1])):
            continue
        if _reaches_target(reading, sentence, stretch[1], thing.lang):
            found[stretch[0]] = Mention("trigger", "hit", *stretch, frozenset(("weak", "past")), thing.lang)
    return list(found.values())


_PARTICLES = frozenset("down up off apart out open through over".split())
_SEEN = frozenset(
    (
        "seen spotted filmed found photographed located detected followed chased watched recorded captured supplied "
        "delivered carried escorted guided illuminated threatened missed spared dropped inspired surveyed patrolled "
        "mapped monitored visited accompanied preceded approached used flown launched sent made built posed caused "
        "downed intercepted stopped destroyed repelled woken disturbed followed targeted attacked replaced owned"
    ).split()
)
_ODD_PARTICIPLES = frozenset("torn cut broken struck blown split rent shot thrown hit burst knocked caught".split())


def _passive_by(scene: Scene, sentence: Sentence, thing: Mention) -> int | None:
    """Return the participle of "overhead line torn down by a drone", with a thing on the ground for its subject."""
    words = scene.reading.tokens.words
    by = next((n for n in range(thing.start - 1, max(sentence.start, thing.start - 4), -1) if words[n] == "by"), None)
    if thing.lang != "en" or by is None or by - sentence.start < 2:
        return None
    verb = by - 2 if words[by - 1] in _PARTICLES else by - 1
    word = words[verb]
    if word in _SEEN or not (word in _ODD_PARTICIPLES or (word.endswith("ed") and len(word) > 4)):
        return None
    struck = [u for u in scene.reading.starting("unit", sentence.start, verb) if u.value in THINGS]
    known = scene.reading.at("trigger", verb)
    return verb if struck and (known is None or known.value in ("damage", "fire")) else None


def _left_out(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return numbers that stand for what flies, named before them: "two more sailed into a garage"."""
    found: list[Mention] = []
    for quantity in scene.quantities_in(sentence.start, sentence.stop):
        if quantity.elliptic and quantity.count is not None:
            first = scene.reading.sentences[max(0, sentence.index - 1)].start
            named = scene.reading.in_range("object", first, quantity.start)
            if named and named[-1].value != "aircraft":
                found.append(replace(named[-1], start=quantity.start, stop=quantity.stop, flags=frozenset()))
    return found


def _by_means(reading: Reading, sentence: Sentence, thing: Mention) -> int | None:
    """Return the impersonal verb of "дроном накрыло склад", "крышу дома снесло беспилотником", or None."""
    words = reading.tokens.words
    if thing.lang == "en" or not words[thing.stop - 1].endswith(_INSTRUMENTAL):
        return None
    if thing.start and words[thing.start - 1] in _PREPOSED:
        return None
    for verb in (thing.stop, thing.start - 1):
        if not sentence.start <= verb < sentence.stop or reading.parted(
            min(verb, thing.start), min(verb, thing.start) + 1, ALL_MARKS
        ):
            continue
        if words[verb].endswith(("ло", "лось", "лося")) and len(words[verb]) > 4 and words[verb] not in _NO_STRUCK:
            near = reading.starting("unit", max(sentence.start, verb - _REACH), min(verb + _REACH, sentence.stop))
            if any(u.value in THINGS and not ALL_MARKS.intersection(_gap_to(reading, verb, u)) for u in near):
                return verb
    return None


def _gap_to(reading: Reading, verb: int, unit: Mention) -> str:
    return reading.gap(min(verb, unit.stop - 1), max(verb, unit.start))


def _verb_into(reading: Reading, sentence: Sentence, thing: Mention) -> tuple[int, int] | None:
    """Return the stretch from the verb behind what flies to its preposition, or None."""
    words, into = reading.tokens.words, _INTO[thing.lang]
    verb = thing.stop
    while verb < sentence.stop and (words[verb] in _BEFORE_VERB or (thing.lang == "en" and words[verb].endswith("ly"))):
        verb += 1
    end = verb + 1
    while end < sentence.stop and words[end] in _HOW:
        end += 1
    if end >= sentence.stop or words[end] not in into or reading.parted(thing.stop - 1, end, ALL_MARKS):
        return None
    moved = _moves_en(words, verb) if thing.lang == "en" else _moves_slavic(reading, thing, verb)
    return (verb, end + 1) if moved else None


def _strikes(scene: Scene, sentence: Sentence, thing: Mention) -> Mention | None:
    """Return the unknown verb whose object is a building, a vehicle or a place: "seven bombs pummelled the town"."""
    reading = scene.reading
    verb = unknown_verb(scene, sentence, thing.stop)
    if verb is None or not _is_plain_subject(reading, thing):
        return None
    whole = things_behind(scene, sentence, verb, WHOLE)
    if has_object(scene, sentence, verb, whole, thing.lang):
        return Mention("trigger", "hit", verb, verb + 1, frozenset(("weak", "past")), thing.lang)
    first = verb + 2 if reading.tokens.words[verb + 1 : verb + 2] == ["the"] else verb + 1
    if any(p.start == first for p in scene.places_in(verb, sentence.stop)):
        return Mention("trigger", "hit", verb, verb + 1, frozenset(("weak", "past")), thing.lang)
    return None


def _beats(scene: Scene, sentence: Sentence, thing: Mention, told: list[Mention]) -> Mention | None:
    """Return a verb of downing whose object is on the ground: "a Lancet nailed a fire engine"."""
    words = scene.reading.tokens.words
    downings = [t for t in told if t.value == "downed" and t.lang == thing.lang == "en" and t.stop == t.start + 1]
    downings = [t for t in downings if words[t.start] not in _HOLDS]
    for verb in downings if _is_plain_subject(scene.reading, thing) else ():
        between = words[thing.stop : verb.start]
        if verb.start < thing.stop or scene.reading.parted(thing.stop - 1, verb.start, ALL_MARKS):
            continue
        if all(w in _BEFORE_VERB or w.endswith("ly") for w in between):
            whole = things_behind(scene, sentence, verb.start, WHOLE)
            if has_object(scene, sentence, verb.start, whole, "en"):
                return Mention("trigger", "hit", verb.start, verb.stop, frozenset(("past",)), "en")
    return None


def _digs(scene: Scene, sentence: Sentence, thing: Mention) -> Mention | None:
    """Return the verb of what leaves a hole in something: "a rocket carved a crater in the car park"."""
    reading = scene.reading
    words, verb = reading.tokens.words, thing.stop
    while verb < sentence.stop and (words[verb] in _BEFORE_VERB or words[verb].endswith("ly")):
        verb += 1
    if thing.lang != "en" or verb >= sentence.stop or not _is_plain_subject(reading, thing):
        return None
    if words[verb] in _NO_HOLES or not (words[verb] in _DIGS or words[verb].endswith("ed")):
        return None
    for hole in range(verb + 1, min(verb + _REACH, sentence.stop)):
        if reading.parted(hole - 1, hole, ALL_MARKS):
            return None
        if words[hole] in _HOLES:
            return Mention("trigger", "hit", verb, hole + 1, frozenset(("past",)), "en")
    return None


def _is_plain_subject(reading: Reading, thing: Mention) -> bool:
    """Tell whether what flies is no adjunct and, in the Slavic languages, in the nominative."""
    words, start = reading.tokens.words, thing.start
    while start > 0 and (reading.at("number", start - 1) is not None or words[start - 1] in ("a", "the", "an")):
        start -= 1
    if thing.lang != "en":
        counted = start < thing.start
        return counted or not words[thing.stop - 1].endswith(_OBLIQUE)
    return start == 0 or words[start - 1] not in _ADJUNCT


def _set_ablaze(reading: Reading, sentence: Sentence, thing: Mention) -> tuple[int, int] | None:
    """Return the verb of "a drone set a fuel depot ablaze" with its article, or None."""
    words = reading.tokens.words
    if thing.lang != "en" or words[thing.stop] not in ("set", "sets", "left", "leaves"):
        return None
    ahead = words[thing.stop + 1 : min(thing.stop + _ABLAZE_REACH, sentence.stop)]
    burning = any(w in _ABLAZE for w in ahead) or "on fire" in " ".join(ahead)
    return (thing.stop, thing.stop + 1) if burning else None


def _moves_en(words: list[str], verb: int) -> bool:
    """Tell whether an English word is a verb in the active that may end in an impact."""
    word = words[verb]
    if word in _NO_IMPACT_EN or words[verb - 1] in BE_OR_GET:
        return False
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4)


def _moves_slavic(reading: Reading, thing: Mention, verb: int) -> bool:
    """Tell whether a word is a verb in the past whose subject is what flies."""
    words = reading.tokens.words
    word, noun = words[verb], words[thing.stop - 1]
    if not word.endswith(_PAST_SLAVIC[thing.lang]) or len(word) < 4 or word.startswith(NO_IMPACT_SLAVIC):
        return False
    counted = thing.start > 0 and (
        words[thing.start - 1].isdigit() or reading.at("number", thing.start - 1) is not None
    )
    return counted or not noun.endswith(_OBLIQUE)


def _reaches_target(reading: Reading, sentence: Sentence, start: int, lang: str) -> bool:
    """Tell whether a building, vehicle or part of one stands behind the preposition, as what was gone into."""
    for unit in reading.starting("unit", start, min(start + _REACH, sentence.stop)):
        if unit.value not in THINGS or reading.parted(start - 1, unit.start, ALL_MARKS):
            continue
        word, into = reading.tokens.words[unit.stop - 1], reading.tokens.words[start - 1]
        if lang == "en" or into == "по":
            return True
        # "в поле" and "в здание" may be either, "в доме" only says where
        if word == "дах":
            return True
        return not word.endswith(_WHERE) and not (word.endswith(("е", "і")) and not word.endswith(("ие", "ье")))
    return False
