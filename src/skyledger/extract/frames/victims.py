"""What a weapon, its pieces or its blast did to a thing or to people by a verb no pack knows: "a drone minced a van".

Who did it and what it was done to decide: a house, a pipe, a tram is damaged, people are injured. Verbs that say that
nothing came of it (missed, circled, woke) are the packs' category ``idle`` and the lists below.
"""

from collections.abc import Iterator

from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.nouns import PEOPLE, THINGS, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import BE_OR_GET
from skyledger.model.frame import Mention, Quantity, Sentence

CAUSED = "caused"  # flag of a trigger that is one because of what did it
# What does harm beside what flies, as stems of nouns.
_CAUSES_EN = tuple("debris shrapnel fragment splinter shard wreckage blast explosion shockwave warhead".split())
_WEAPONS_EN = tuple("drone missile shahed uav rocket bomb".split())
_CAUSES_SLAVIC = tuple("осколк обломк взрывн ударн уламк вибухов шрапнел".split())
_GLASS = frozenset(("glass", "masonry", "plaster", "brick", "bricks", "rubble", "beam", "beams", "slates", "tiles"))
_PIECES = ("debris", "shrapnel", "fragment", "splinter", "shard", "wreck", "blast", "explo", "shock", "warhead")
_PIECES_SLAVIC = ("осколк", "обломк", "взрывн", "ударн", "уламк", "вибухов", "шрапнел", "хвил")
# Nominatives: "осколки прошили", not "осколками прошило", which the packs and the impersonal verb tell.
_SUBJECTS = frozenset("осколки обломки уламки осколок обломок уламок шрапнель".split())
_WAVES = frozenset(("волна", "хвиля", "волной", "волною", "хвилею"))
_MEANS = frozenset("осколками обломками уламками осколком обломком уламком шрапнелью шрапнеллю".split())
# Verbs whose object comes to no harm.
_HARMLESS = frozenset(
    (
        "missed spared circled overflew approached neared reached entered chased hunted trailed shadowed stalked "
        "filmed did had "
        "photographed buzzed crossed skirted carried dropped found saved delivered used triggered caused set sparked "
        "sent forced brought ignited cleared avoided threatened menaced surrounded lit illuminated left made put kept "
        "held went came got led met drew gave took tried wanted failed needed passed followed targeted attacked aimed "
        "headed landed looked started stopped prompted halted interrupted suspended delayed closed opened showed "
        "proved turned remained continued helped cost killed wounded injured hurt claimed said told called reported "
        "confirmed seen won beat ran fought tested built produced ordered emptied hovered belonged resembled "
        "inspected examined evacuated occupied covered uncovered bypassed dodged cut shut let owned received sold "
        "bought equipped featured included reopened repaired rebuilt visited served supplied blanketed lost slept hid "
        "sheltered described discovered located recovered collected awoke woken woke"
    ).split()
)
# What befalls people without hurting them.
_UNHURT = frozenset(
    (
        "woken wakened awakened awoken roused startled frightened scared alarmed warned surprised terrified "
        "spooked unnerved displaced affected disturbed interrupted kept held threatened attacked targeted "
        "chased followed filmed seen spotted watched found rescued evacuated moved shocked stunned "
        "traumatised traumatized saved spared missed surrounded greeted met inspired driven forced "
        "accompanied halted stopped delayed stranded born involved named identified arrested detained charged "
        "suspected accused questioned interviewed mourned remembered buried registered present living trapped "
        "unhurt unharmed untouched unscathed called sent reported left caused used operated controlled flown "
        "guided built made paid trained taught employed wronged worried rattled shaken killed injured wounded "
        "hit"
    ).split()
)
_IRREGULAR = frozenset(
    (
        "blown hurt torn broken shot cut lost burnt drove dug sheared ate bit bust stove rent clove hewed "
        "hewn shorn cleft bitten eaten"
    ).split()
)
NO_IMPACT_SLAVIC = (
    *("лете", "леті", "пролет", "проліт", "прошел", "прошл", "пройшо", "пройшл", "завис", "круж", "круж", "кружл"),
    *("смотр", "снима", "следи", "наблюд", "замети", "виде", "бачи", "поміти", "фільм", "зніма", "шука", "искал"),
    *("появ", "з'яв", "зник", "исчез", "пропа", "вход", "заход", "работ", "прац", "стоя", "лежа", "был", "бул"),
    *("направ", "прям", "рух", "двига", "держ", "следова", "оста", "лиш", "сиде", "сиді", "жил", "хран", "зберіг"),
    *("передава", "переда", "постав", "постач", "закуп", "ремонт", "собра", "зібра", "наход", "знаход", "обнаруж"),
    *("летал", "літа", "полете", "полеті", "взлет", "злет", "злеті", "сел", "сіл", "вернул", "поверну", "кошту"),
    *("дістал", "достал", "дібрал", "добрал", "долет", "доліт", "долеті", "дошл", "дійшл"),
    *("облет", "обліт", "минова", "минул", "обош", "обій", "обход", "обмину", "пересек", "перетну", "преследова"),
    *("переслід", "промаз", "проміг", "пощад", "гонял", "ганя", "загрож", "угрож", "покин", "покида", "разбуд"),
    *("розбуд", "напуг", "наляк", "застав", "вынуд", "змус", "вызва", "виклик", "сброс", "скинув", "скинул", "довел"),
)
# Verbs the packs read as damage beside a roof or window only, and of anything where its cause stands beside it.
_BREAKS = frozenset("pierced bent broke broken burst shifted spoiled spoilt tore torn".split())
# Grounds, which are struck and not damaged.
_GROUNDS = ("парков", "стоянк", "двор", "подвор", "площад", "parking", "yard", "courtyard", "ground", "site", "порт")
_HURTS = frozenset(("suffered", "hurt"))  # said of people and of things
_MODIFIERS = frozenset("the a an its his her their this that one another both all some".split())
_PARTICLES = frozenset("out up off away down apart open over".split())
_BEFORE_VERB = frozenset(
    "that which has have had also then later itself overnight apparently reportedly and и также ещё еще".split()
)
_REACH = 4
_PARTICLE_REACH = 4
_SUFFERED = frozenset(("suffered", "perished"))
_IN_ATTACK = frozenset("in during from under".split())
_ATTACKS = tuple("attack strike raid bomb barrage blast explo assault shelling onslaught salvo".split())
_AFTER_VERB = frozenset(
    (
        "up out off down away apart about around over open badly heavily slightly seriously severely partly partially "
        "completely totally again to into pieces bits shreds firewood dust splinters ashes rubble the ground"
    ).split()
)


_HARMING = word_class(pieces=(*_PIECES, *_PIECES_SLAVIC, "glass"))
_CAUSING = word_class(_SUBJECTS | _WAVES, _CAUSES_EN)


def may_have_victims(reading: Reading) -> bool:
    """Tell cheaply whether a text names what does harm."""
    return bool(reading.object_values) or reading.mask & _HARMING != 0


def harmed_things(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return unknown verbs of damage: "shrapnel nicked a gas pipe", "two vans minced by a drone"."""
    words = scene.reading.tokens.words
    things = [q for q in scene.quantities_in(sentence.start, sentence.stop) if is_of(q, THINGS)]
    things = [q for q in things if q.noun is not None and not words[q.noun.start].startswith(_GROUNDS)]
    if not things:
        return []
    taken = {n for t in known for n in range(t.start, t.stop) if "weak" not in t.flags}
    found = {n: lang for n, lang in _caused(scene, sentence, things, _HARMLESS) if n not in taken}
    return [
        Mention("trigger", "damage", n, n + 1, frozenset(("verb", "past", CAUSED)), lang) for n, lang in found.items()
    ]


def harmed_people(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return unknown verbs by which people came to harm: "a woman was slashed by flying glass"."""
    people = [q for q in scene.quantities_in(sentence.start, sentence.stop) if is_of(q, PEOPLE)]
    if not people:
        return []
    taken = {n for t in known for n in range(t.start, t.stop)}
    found = {n: lang for n, lang in _undergone(scene, sentence, people, _UNHURT, _GLASS) if n not in taken}
    return [
        Mention("trigger", "injured", n, n + 1, frozenset(("verb", "past", CAUSED)), lang) for n, lang in found.items()
    ]


def _caused(
    scene: Scene, sentence: Sentence, things: list[Quantity], harmless: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Yield verbs with their language that a cause governs and that have one of the things for object or subject."""
    reading = scene.reading
    for start, stop, lang in _causes(scene, sentence):
        verb = unknown_verb(scene, sentence, stop, harmless) if _is_subject(reading, start) else None
        if verb is not None and has_object(scene, sentence, verb, things, lang):
            yield verb, lang
    yield from _undergone(scene, sentence, things, harmless, frozenset())


def _causes(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the nouns of a sentence that may do harm: what flies, pieces, blast."""
    reading = scene.reading
    for thing in reading.in_range("object", sentence.start, sentence.stop):
        if thing.value != "aircraft":
            yield thing.start, thing.stop, thing.lang
    words = reading.tokens.words
    for n in reading.of_class(_CAUSING, sentence.start, sentence.stop):
        if words[n].startswith(_CAUSES_EN):
            yield n, n + (2 if words[n + 1 : n + 2] == ["wave"] else 1), "en"
        elif words[n] in _SUBJECTS or (words[n] in _WAVES and words[n - 1].startswith(_CAUSES_SLAVIC)):
            yield n, n + 1, "ru"


def _is_subject(reading: Reading, start: int) -> bool:
    """Tell whether no preposition makes a cause an adjunct: "by debris", "of the drone"."""
    words, n = reading.tokens.words, start - 1
    while n >= 0 and (words[n] in _MODIFIERS or reading.at("number", n) is not None):
        n -= 1
    return n < 0 or words[n] not in ("by", "of", "with", "from", "to", "for", "at", "on", "in", "after", "before", "от")


def unknown_verb(scene: Scene, sentence: Sentence, stop: int, harmless: frozenset[str] = _HARMLESS) -> int | None:
    """Return the verb no pack knows right behind its subject, which ends before token ``stop``."""
    reading = scene.reading
    words, verb = reading.tokens.words, stop
    while verb < sentence.stop and _leads_to_verb(scene, verb):
        verb += 1
    if verb >= sentence.stop or reading.parted(stop - 1, verb, ALL_MARKS) or _is_harmless(words[verb], harmless):
        return None
    return verb if _is_unknown_verb(scene, verb) else None


def _leads_to_verb(scene: Scene, n: int) -> bool:
    """Tell whether a word may stand between a subject and its verb: an adverb, an hour."""
    word = scene.reading.tokens.words[n]
    return word in _BEFORE_VERB or word.endswith("ly") or n in scene.timed


def _is_unknown_verb(scene: Scene, verb: int) -> bool:
    reading = scene.reading
    if not _may_be_past(reading.tokens.words[verb]) or reading.tokens.words[verb - 1] in BE_OR_GET:
        return False
    known = any(
        m.stop > verb
        for c in ("speech", "object", "unit", "place_head", "number")
        for m in reading.starting(c, verb - 2, verb + 1)
    )
    return not known and _is_unknown(reading, verb) and verb not in scene.timed


def has_object(scene: Scene, sentence: Sentence, verb: int, things: list[Quantity], lang: str) -> bool:
    """Tell whether one of some things is the object of a verb: no preposition between, a particle at most."""
    reading = scene.reading
    words, first = reading.tokens.words, verb + 1
    if first < sentence.stop and words[first] in _PARTICLES:
        first += 1
    for thing in things:
        inward = thing.noun is not None and thing.noun.value == "part" and words[first : first + 1] == ["in"]
        start = first + 1 if inward else first
        if not 0 <= thing.start - start <= _REACH or reading.parted(verb, thing.start, ALL_MARKS):
            continue
        between = words[start : thing.start]
        if lang == "en":
            return not any(w in _PREPOSITIONS for w in between)
        return all(w.endswith(_ADJECTIVES) for w in words[verb + 1 : thing.start])
    return False


def things_behind(scene: Scene, sentence: Sentence, verb: int, kinds: frozenset[str]) -> list[Quantity]:
    """Return the things of some kinds behind a verb, with those that are only named: "whacked the boiler house"."""
    counted = [q for q in scene.quantities_in(verb + 1, sentence.stop) if is_of(q, kinds)]
    units = scene.reading.starting("unit", verb + 1, min(sentence.stop, verb + 2 + _REACH))
    named = [u for u in units if u.value in kinds and u.lang == "en" and not _is_counted(u, counted)]
    return counted + [Quantity(None, u, u.start, u.stop, None) for u in named]


def _is_counted(unit: Mention, counted: list[Quantity]) -> bool:
    return any(q.start <= unit.start < q.stop for q in counted)


# Endings of adjectives: what stands between a Slavic verb and its object is no other noun.
_ADJECTIVES = ("ый", "ий", "ую", "юю", "ое", "ее", "ые", "ие", "ой", "ого", "его", "ых", "их", "у", "і", "е", "ні")
_PREPOSITIONS = frozenset(
    (
        "in on at over near into onto to of by with from for against above below under around through across past "
        "between behind before after beside and or as that who which than в у на над по под з из із до от від за про "
        "при без для через об біля возле около між между перед после після и та і й"
    ).split()
)


def _undergone(
    scene: Scene, sentence: Sentence, patients: list[Quantity], harmless: frozenset[str], more: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Yield unknown participles of "twelve cottages were mangled by a drone", "посечены осколками"."""
    reading = scene.reading
    words = reading.tokens.words
    for patient in patients:
        for verb in range(patient.stop, min(patient.stop + _REACH + 1, sentence.stop - 1)):
            if reading.parted(verb - 1, verb, ALL_MARKS):
                break
            if _is_harmless(words[verb], harmless) or not _may_be_past(words[verb]) or not _is_unknown(reading, verb):
                continue
            if words[verb].isascii() and _by_cause(reading, sentence, verb, more):
                yield verb, "en"
            elif not words[verb].isascii() and (words[verb + 1] in _MEANS or _is_wave(words, verb + 1)):
                yield verb, "ru"
            break


def _by_cause(reading: Reading, sentence: Sentence, verb: int, more: frozenset[str]) -> bool:
    """Tell whether what does harm did it: "mangled by a drone", "knocked about by drones", "spoilt in the raid"."""
    words = reading.tokens.words
    passive = words[verb - 1] in BE_OR_GET or words[verb] in _SUFFERED
    for at in range(verb + 1, min(verb + 1 + _PARTICLE_REACH, sentence.stop - 1)):
        if reading.parted(at - 1, at, ALL_MARKS):
            return False
        if words[at] == "by" and (passive or at == verb + 1):
            return _is_cause(reading, sentence, at + 1, more)
        if words[at] in _IN_ATTACK and passive:
            return _is_attack(reading, sentence, at + 1)
        if words[at] not in _AFTER_VERB:
            return False
    return False


def _is_attack(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Tell whether an attack or blast stands behind "in": "in a drone strike", "in the explosion of a missile"."""
    stop = min(start + _REACH + 1, sentence.stop)
    named = any(w.startswith(_ATTACKS) for w in reading.tokens.words[start:stop])
    return named and not any(reading.parted(n - 1, n, ALL_MARKS) for n in range(start + 1, stop - 1))


def _is_wave(words: list[str], n: int) -> bool:
    return words[n].startswith(_CAUSES_SLAVIC) and words[n + 1 : n + 2] != [] and words[n + 1] in _WAVES


def _is_cause(reading: Reading, sentence: Sentence, start: int, more: frozenset[str]) -> bool:
    """Tell whether something that does harm stands behind "by"."""
    stop = min(start + _REACH + 1, sentence.stop)
    if any(m.value != "aircraft" for m in reading.starting("object", start, stop)):
        return True
    return any(w.startswith((*_CAUSES_EN, *_WEAPONS_EN)) or w in more for w in reading.tokens.words[start:stop])


def _is_unknown(reading: Reading, verb: int) -> bool:
    """Tell whether no pack says what a verb does, but that what flies may strike so."""
    known = [m for c in ("trigger", "idle") for m in reading.starting(c, verb - 2, verb + 1) if m.stop > verb]
    word = reading.tokens.words[verb]
    return all(("weak" in m.flags and (m.value == "hit" or word in _BREAKS)) or word in _HURTS for m in known)


def _is_harmless(word: str, harmless: frozenset[str]) -> bool:
    return word in harmless if word.isascii() else word.startswith(NO_IMPACT_SLAVIC)


def _may_be_past(word: str) -> bool:
    return is_past_form(word) or word in _IRREGULAR
