"""Attacks told by an English verb no pack knows and by what it is aimed at: "drones descended on the port".

Somebody does something to a place with what flies, a place undergoes it, or what flies does it: an attack, unless the
verb says that it looked, flew, protected or supplied (the packs' category ``idle`` and the lists below).
"""

from skyledger.extract.context import has_negation
from skyledger.extract.frames.acts import may_be_verb
from skyledger.extract.frames.fates import AIMED
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, PlacePhrase, Sentence

_FLYING = frozenset(
    "uav fpv_drone missile cruise_missile ballistic_missile guided_bomb rocket_artillery decoy_uav".split()
)
_KEPT = frozenset(
    ("downed", "suppressed", "lost", "launched", "hit", "debris", "attacked", "sighting", "damage", "alert", "closure")
)
_AUXILIARY = frozenset(("was", "were", "been", "being", "got"))
_BEFORE_VERB = frozenset("has have had been also again once repeatedly then heavily all night long overnight".split())
_ONTO = frozenset(("on", "upon", "against"))
_MODIFIERS = frozenset("the town city village port settlement of region district area border capital our".split())
_PREPOSITIONS = frozenset("over above near from to towards toward past around across for off outside".split())
# Verbs by which a place comes to no harm, whatever flies.
_UNAIMED = frozenset(
    (
        "supplied provided equipped furnished filmed photographed monitored patrolled watched mapped surveyed "
        "inspected defended protected covered threatened scared lit illuminated woken woke awakened overflown "
        "crossed passed circled bypassed approached neared left reached entered visited shielded guarded "
        "secured surrounded scouted explored combed searched cleared liberated captured occupied seized "
        "retaken associated connected linked filled greeted welcomed presented headed closed homed focused "
        "based centred centered relied depended worked appeared stayed remained continued converged moved "
        "advanced flew tested trained invested landed arrived delivered spotted seen detected reported found "
        "fell crashed crash produced developed missed spared saved overwhelmed flown carried held kept made "
        "put sold bought opened shut deserted abandoned evacuated emptied shown named listed mentioned ran "
        "went came got let lost met ate cast"
    ).split()
)
_BEFORE_SENT = _AUXILIARY | _BEFORE_VERB
_AIMS = frozenset("at against towards toward upon direction".split())
_AIM_REACH = 6
_IRREGULAR = frozenset("rose sped flung slung swung shot tore".split())
# Verbs of a course that is only seen, and of what did not get there.
_COURSE = frozenset(
    (
        "flew headed moved turned approached advanced passed crossed continued travelled traveled drifted proceeded "
        "closed raced cruised spotted seen detected tracked recorded observed noticed heard identified registered "
        "downed intercepted stopped landed fell crashed hit struck exploded detonated parked stationed built stored "
        "kept found stood lay looked remained stayed came went got made let"
    ).split()
)
_SENT = frozenset("launched used fired sent deployed released dropped was were".split())
_REACH = 4


def told_by_aim(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the triggers of attacks whose verb no pack knows, one a sentence at most."""
    reading = scene.reading
    things = [
        m for m in reading.in_range("object", sentence.start, sentence.stop) if m.lang == "en" and m.value in _FLYING
    ]
    places = scene.places_in(sentence.start, sentence.stop) if things else []
    told = (t for t in triggers if "weak" not in t.flags and (t.value != "launched" or t.flags & {"base", "ing"}))
    if not places or any(t.value in _KEPT for t in told):
        return []
    if has_negation(reading, sentence.start, sentence.stop) or reading.in_range("trap", sentence.start, sentence.stop):
        return []
    for place in places:
        for thing in things:
            verb = _with(scene, place, thing)
            if verb is None:
                verb = _suffered(scene, sentence, place, thing)
            if verb is None:
                verb = _descended(scene, place, thing)
            if verb is not None:
                return [Mention("trigger", "attacked", verb, verb + 1, frozenset(("past", AIMED)), "en")]
    return []


def told_as_sent(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the triggers of a sentence and the unknown verbs by which a number of weapons was sent at a place."""
    reading = scene.reading
    words = reading.tokens.words
    for thing in scene.quantities_in(sentence.start, sentence.stop):
        if thing.count is None or thing.noun is None or thing.noun.lang != "en" or thing.noun.value not in _FLYING:
            continue
        verb = thing.stop
        while verb < sentence.stop and (words[verb] in _BEFORE_SENT or words[verb].endswith("ly")):
            verb += 1
        aim = next((n for n in range(verb + 1, min(sentence.stop, verb + _AIM_REACH)) if words[n] in _AIMS), None)
        if aim is None or words[verb] in _COURSE or _is_cut(scene, thing.stop - 1, aim):
            continue
        stop = min(sentence.stop, aim + _REACH)
        behind = [t for t in triggers if thing.stop <= t.start < stop]
        own = behind == [t for t in behind if t.start == verb and "weak" in t.flags]
        if not own or not scene.places_in(aim + 1, stop) or has_negation(reading, thing.stop, stop):
            continue
        if behind or may_be_verb(reading, scene, verb) or words[verb] in _IRREGULAR:
            triggers = [t for t in triggers if t not in behind]
            triggers.append(Mention("trigger", "launched", verb, verb + 1, frozenset(("past", AIMED)), "en"))
    return sorted(triggers, key=lambda t: t.start)


def _with(scene: Scene, place: PlacePhrase, thing: Mention) -> int | None:
    """Return the verb of "the Russians tormented Kharkiv with drones": an enemy's, right before the place."""
    words = scene.reading.tokens.words
    if thing.start < place.stop or _is_cut(scene, place.start, thing.start):
        return None
    if "with" not in words[place.stop : thing.start]:
        return None
    verb = _before_place(scene, place)
    if verb is None:
        return None
    told = [t for t in scene.reading.ending("trigger", verb, verb + 1) if t.value == "attacked" and "weak" in t.flags]
    if told:
        verb = told[0].start  # "went after Chernihiv with drones"
    elif not _is_unsaid(scene, verb):
        return None
    agents = scene.reading.starting("agent", verb - _REACH, verb)
    return verb if any(a.value == "enemy" and a.stop <= verb for a in agents) else None


def _suffered(scene: Scene, sentence: Sentence, place: PlacePhrase, thing: Mention) -> int | None:
    """Return the passive of "Nikopol was pelted by drones", with the place for its subject."""
    words = scene.reading.tokens.words
    if place.start > sentence.start and words[place.start - 1] in (*_PREPOSITIONS, "in", "at", "on", "by"):
        return None
    verb, passive = place.stop, False
    while verb < min(sentence.stop, place.stop + _REACH) and (
        words[verb] in _AUXILIARY or words[verb] in _BEFORE_VERB or words[verb].endswith("ly")
    ):
        passive = passive or words[verb] in _AUXILIARY
        verb += 1
    if not passive or verb >= thing.start or not _is_unsaid(scene, verb) or _is_cut(scene, place.stop - 1, thing.start):
        return None
    between = words[verb + 1 : thing.start]
    return verb if {"by", "with", "from"}.intersection(between) and len(between) <= _REACH + 1 else None


def _descended(scene: Scene, place: PlacePhrase, thing: Mention) -> int | None:
    """Return the verb of "drones descended on Taganrog", said of several things without a number."""
    if (
        thing.stop > place.start
        or "plur" not in thing.flags
        or _is_counted(scene, thing)
        or _is_cut(scene, thing.stop - 1, place.start)
    ):
        return None
    words = scene.reading.tokens.words
    verb = thing.stop
    while verb < place.start and (words[verb] in _BEFORE_VERB or words[verb].endswith("ly")):
        verb += 1
    if verb >= place.start or not _is_unsaid(scene, verb):
        return None
    between = words[verb + 1 : place.start]
    aimed = all(w in _MODIFIERS or w in _ONTO for w in between) and len(between) <= _REACH
    target = between[:1] and between[0] in _ONTO and _names_target(scene, verb + 2, place.start)
    return verb if aimed or target else None


def _names_target(scene: Scene, start: int, stop: int) -> bool:
    """Tell whether a building stands before a place: "on an oil terminal in Primorsk"."""
    units = scene.reading.starting("unit", start, stop)
    return stop - start <= 2 * _REACH and any(u.value in ("building", "vehicle", "part") for u in units)


def _is_counted(scene: Scene, thing: Mention) -> bool:
    near = scene.quantities_in(max(0, thing.start - _REACH), thing.stop)
    return any(q.count is not None and q.noun is not None and q.noun.start == thing.start for q in near)


def _before_place(scene: Scene, place: PlacePhrase) -> int | None:
    words, verb = scene.reading.tokens.words, place.start - 1
    while verb >= 0 and words[verb] in _MODIFIERS:
        verb -= 1
    return verb if verb >= 0 else None


def _is_unsaid(scene: Scene, verb: int) -> bool:
    """Tell whether a verb may be one of attack: none a pack knows, or one of sending, said of anything."""
    word, known = scene.reading.tokens.words[verb], scene.reading.at("trigger", verb)
    if known is not None and known.value == "launched" and not known.flags & {"base", "ing"}:
        return word not in _SENT
    return word not in _UNAIMED and may_be_verb(scene.reading, scene, verb)


def _is_cut(scene: Scene, left: int, right: int) -> bool:
    return scene.reading.parted(left, right, CLAUSE_MARKS)
