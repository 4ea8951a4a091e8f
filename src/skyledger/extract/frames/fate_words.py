"""What in a sentence tells a fate: words of the packs, and those that what flies or who acts make so."""

from skyledger.extract.frames.acts import with_acts
from skyledger.extract.frames.aimed import told_as_sent, told_by_aim
from skyledger.extract.frames.blows import told_by_number
from skyledger.extract.frames.caught_under import is_of_caught
from skyledger.extract.frames.deeds import told_by_deed
from skyledger.extract.frames.fates import TRIGGERS
from skyledger.extract.frames.fired_upon import without_fired_upon
from skyledger.extract.frames.flown_into import told_flown_into
from skyledger.extract.frames.got_through import told_by_arrival
from skyledger.extract.frames.idioms import told_by_idiom
from skyledger.extract.frames.impacts import told_by_impact
from skyledger.extract.frames.inverted import told_inverted, without_outdone
from skyledger.extract.frames.made_triggers import beside, instead
from skyledger.extract.frames.pieces import told_by_pieces
from skyledger.extract.frames.recorded import without_recorded
from skyledger.extract.frames.saved import GETTING, is_of_people
from skyledger.extract.frames.skies import told_by_the_sky
from skyledger.extract.frames.stored import without_ground_targets
from skyledger.extract.frames.struck_down import with_struck_down
from skyledger.extract.frames.tallies import told_by_tally
from skyledger.extract.frames.undergone import with_undergone
from skyledger.extract.frames.ways import told_by_way
from skyledger.extract.frames.wholes import is_one_of_those
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence


def fate_words(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return what in a sentence tells a fate: words of the packs, and those that what flies or who acts make so."""
    triggers = scene.triggers_in(sentence, TRIGGERS)
    if not triggers and not _names_what_flies(scene, sentence):
        return _without_things(scene, sentence)
    triggers = without_recorded(scene.reading, sentence, without_outdone(scene, sentence, triggers))
    if scene.reading.says(sentence, GETTING):
        triggers = [t for t in triggers if not is_of_people(scene, sentence, t.start)]
    triggers = [t for t in triggers if t.value != "hit" or not is_of_caught(scene.reading, sentence, t.start)]
    more = [*told_inverted(scene, sentence, triggers), *told_by_idiom(scene, sentence)]
    more += told_by_arrival(scene, sentence, triggers)
    more += told_flown_into(scene, sentence, triggers)
    if impacts := [*told_by_impact(scene, sentence, triggers), *more]:
        triggers = instead(triggers, impacts)
    ways = [*told_by_way(scene, sentence, triggers), *told_by_number(scene, sentence, triggers)]
    if ways := [*ways, *told_by_deed(scene, sentence, triggers)]:
        triggers = instead(triggers, ways)
    if pieces := told_by_pieces(scene, sentence, triggers):
        triggers = beside(triggers, pieces)
    firm = [t for t in triggers if "weak" not in t.flags]
    sky = told_by_the_sky(scene, sentence, triggers) or ([] if firm else told_by_tally(scene, sentence))
    if sky:
        downed = {t.start for t in sky}
        triggers = beside([t for t in triggers if t.start not in downed], sky)
    triggers = with_acts(scene, sentence, triggers)
    triggers = with_struck_down(scene, sentence, triggers)
    triggers = told_as_sent(scene, sentence, with_undergone(scene, sentence, triggers))
    if aimed := told_by_aim(scene, sentence, triggers):
        triggers = instead(triggers, aimed)
    triggers = [t for t in triggers if not is_one_of_those(scene.reading, t)]
    triggers = without_fired_upon(scene, sentence, without_ground_targets(scene, sentence, triggers))
    return [t for t in triggers if not _is_by_fire(scene.reading, t) and not _lifts_alert(scene.reading, sentence, t)]


# What is taken off and not down: "режим опасности по БПЛА сняли в семь".
_TAKEN_OFF = ("сня", "зня", "прибра", "убра")
_ALERTS = ("режим", "тревог", "опасност", "ограничен", "ковер", "сигнал", "небезпек", "обмежен", "запрет", "заборон")


_PERCHES = ("крыш", "кровл", "дерев", "провод", "балкон", "столб", "лини", "дах", "дроті", "стовп", "вышк", "мачт")


def _lifts_alert(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a verb of taking down is said of an alert, a restriction, or what hung on a roof or a wire."""
    words = reading.tokens.words
    if trigger.value != "downed" or not words[trigger.start].startswith(_TAKEN_OFF):
        return False
    behind = words[trigger.stop : trigger.stop + 2]
    if behind[:1] in (["с"], ["со"], ["з"], ["из"]) and behind[1:] and behind[1].startswith(_PERCHES):
        return True  # "дрон сняли с крыши"
    return any(w.startswith(_ALERTS) for w in words[sentence.start : sentence.stop])


def _names_what_flies(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence names or counts anything that most manners of telling need."""
    start, stop = sentence.start, sentence.stop
    return bool(scene.quantities_in(start, stop) or scene.reading.in_range("object", start, stop))


def _without_things(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return what tells a fate where nothing that flies is named, nothing counted and no word of the packs stands."""
    triggers = told_by_arrival(scene, sentence, [])
    ways = [*told_by_number(scene, sentence, triggers), *told_by_deed(scene, sentence, triggers)]
    triggers = instead(triggers, ways) if ways else triggers
    if not triggers:
        return []
    triggers = without_ground_targets(scene, sentence, with_acts(scene, sentence, triggers))
    return [t for t in triggers if not _is_by_fire(scene.reading, t)]


def _is_by_fire(reading: Reading, trigger: Mention) -> bool:
    """Tell whether "fire" is that of those who defend: "71 by fire and 26 by electronic warfare"."""
    words = reading.tokens.words
    return words[trigger.start] == "fire" and words[trigger.start - 1] in ("by", "with", "under", "to")
