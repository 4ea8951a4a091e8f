"""What came, told without a verb: "Сумщина: 12 КАБ за добу", and the figures an air force opens its report with."""

from dataclasses import replace

from skyledger.extract.chunks import cut_chunks
from skyledger.extract.context import trap_at
from skyledger.extract.frames.came import speaks_for_the_country
from skyledger.extract.frames.placing import place_for
from skyledger.extract.frames.tracks import is_track
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

_HEAVY = frozenset(("guided_bomb", "missile", "cruise_missile", "ballistic_missile"))
_NAMED = _HEAVY | {"fpv_drone"}
_ANY = _NAMED | {"uav", "decoy_uav"}
# How long the figures were gathered: a live line gives none.
_SPANS = frozenset(("night", "night_since", "past_day"))
_WHILE = frozenset("подряд поспіль overnight".split())
_SINCE = frozenset(
    (
        "добу ніч сутки ночь утро вечер вечір ранок день годину годин години хвилин хвилини час часа часов минут "
        "минуты полчаса півгодини"
    ).split()
)
_WITHIN = 3  # words of "за двадцять п'ять хвилин"
_VERBS = frozenset(
    (
        "is are was were be been has have had will would may might can could said says буде будут будет було было "
        "був была есть є летить летят летять йде йдуть идут идет"
    ).split()
)
_OVER = frozenset(("над", "over", "above"))
_SPELLS = (["one"], ["the"], ["past"], ["last"], ["night"])  # "over one night"
_HEADING = 4  # words of a line that names a place


def told_without_verb(scene: Scene, sentence: Sentence) -> list[Frame]:
    """Return the attacks of a sentence that has no verb and says over what time its figures came, or nothing."""
    if not any(_is_figure(q) for q in scene.quantities_in(sentence.start, sentence.stop)):
        return []
    sentence = _head(scene, sentence)
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if _is_figure(q)]
    if not counted or not _says_how_long(scene, sentence) or _tells_otherwise(scene, sentence):
        return []
    reading = scene.reading
    national = speaks_for_the_country(scene)
    values = _ANY if national else _NAMED
    if any(q.noun is None or q.noun.value not in values for q in counted):
        return []
    places = scene.places_in(sentence.start, sentence.stop)
    if not national and not places and not _is_headed(scene, sentence):
        return []
    chunks = cut_chunks(reading, sentence, counted, [], places, scene.stretches_in(sentence))
    frames: list[Frame] = []
    for index, chunk in enumerate(chunks):
        for quantity in chunk.quantities:
            assert quantity.noun is not None
            heavy = quantity.noun.value in _HEAVY
            frames.append(
                Frame(
                    Kind.ATTACK,
                    reading.span(quantity.start, quantity.stop),
                    sentence.index,
                    f"{quantity.noun.lang}.attack.verbless",
                    Fate.LAUNCHED if national or heavy else None,
                    ObjectType(quantity.noun.value),
                    reading.span(quantity.noun.start, quantity.noun.stop),
                    quantity.count,
                    quantity.span,
                    place_for(reading, chunks, index, quantity),
                    token=quantity.start,
                )
            )
    return frames


def _is_headed(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the sentence before is no more than a place: "Синельниківський район. Шість FPV за ніч"."""
    before = scene.reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.stop - before.start > _HEADING:
        return False
    return bool(scene.places_in(before.start, before.stop))


def _head(scene: Scene, sentence: Sentence) -> Sentence:
    """Return a sentence up to the mark behind its first row of figures: "шість FPV за ніч, поранено тракториста"."""
    reading = scene.reading
    figures = [q for q in scene.quantities_in(sentence.start, sentence.stop) if _is_figure(q)]
    for token in range(figures[0].stop, sentence.stop):
        gap = reading.gap(token - 1, token)
        follows = any(0 <= q.start - token <= 1 for q in figures)
        if (";" in gap or "," in gap) and not follows:
            return replace(sentence, stop=token)
    return sentence


def _is_figure(quantity: Quantity) -> bool:
    return (
        quantity.noun is not None
        and quantity.noun.category == "object"
        and quantity.count is not None
        and quantity.count.stated is not None
    )


def _says_how_long(scene: Scene, sentence: Sentence) -> bool:
    words = scene.reading.tokens.words[sentence.start : sentence.stop]
    if _WHILE.intersection(words):
        return True
    if any(w == "за" and _SINCE.intersection(words[n + 1 : n + 2 + _WITHIN]) for n, w in enumerate(words)):
        return True
    return any(t.kind in _SPANS for t in scene.times_in(sentence)) or "over one night" in " ".join(words)


def _tells_otherwise(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a verb, a course, a word of what happened or a doubt stands in a sentence."""
    reading = scene.reading
    words = reading.tokens.words[sentence.start : sentence.stop]
    over = any(w in _OVER and words[n + 1 : n + 2] not in _SPELLS for n, w in enumerate(words))
    if over or _VERBS.intersection(words) or is_track(reading, sentence):
        return True
    told = (t for t in reading.in_range("trigger", sentence.start, sentence.stop) if t.value != "sighting")
    named = {n for q in scene.quantities_in(sentence.start, sentence.stop) for n in range(q.start, q.stop)}
    verbs = (
        n
        for n in range(sentence.start, sentence.stop)
        if n not in named and len(reading.tokens.words[n]) > 3 and is_past_form(reading.tokens.words[n])
    )
    placed = {n for p in scene.places_in(sentence.start, sentence.stop) for n in range(p.start, p.stop)}
    if any(told) or any(n not in placed and not _in_time(scene, n) for n in verbs):
        return True
    return trap_at(reading, sentence, sentence.start, sentence.stop) is not None


def _in_time(scene: Scene, token: int) -> bool:
    return token in scene.timed
