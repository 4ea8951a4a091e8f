"""Say once what a text tells twice: an attack named again as the cause of its effects, a toll told again in part."""

from bisect import bisect_left

from skyledger.extract.frames.came import drop_told_wholes
from skyledger.extract.repeats import place_key, places_agree
from skyledger.extract.scene import Scene
from skyledger.extract.words import is_ordinal
from skyledger.model.count import Harm
from skyledger.model.frame import Frame
from skyledger.model.kinds import ClaimStatus, Fate, Kind, Modality

# Nouns of an attack, whole words: as verbs the same stems tell one.
_ATTACK_NOUNS = frozenset(
    (
        "attack attacks strike strikes raid raids assault shelling bombardment barrage bombing onslaught "
        "атака атаки атаку атакой атак атаке удар удара удару ударом ударе удары ударов налет налета налету обстрел "
        "обстрела обстрелов обстреле попадание попадания попадании прилет прилета "
        "атакою атаці удари ударів ударі наліт нальоту обстріл обстрілу обстріли обстрілів обстрілі влучання влучанні "
        "приліт прильоту бомбардування бомбардировки бомбардировке"
    ).split()
)
# Words that make the noun behind them a cause or a time of something else, or one spoken of before.
_CAUSES = frozenset(
    (
        "after following since from during in by of to due amid the this that these those its another "
        "после вследствие результате следствие итоге из-за от при во последствия последствиях последствий факту время "
        "эта этот этой этого та тот погибших жертв пострадавших раненых "
        "після внаслідок унаслідок результаті наслідок через від під час наслідки наслідків факту "
        "ця цей цього цієї той загиблих жертв постраждалих поранених"
    ).split()
)
_NEARBY = (
    300  # frames on either side that may tell the same: far more than an article has, so that a huge text is no worse
)
_REACH = 3  # words between the cause and the noun: "after the overnight drone attack"
_EFFECTS = frozenset(("damage", "killed", "injured", "fire", "outage", "power_outage", "evacuation"))


def drop_restated(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop frames that say again, in less, what others of the text say.

    Args:
        scene: The document.
        frames: Its frames in the order of the text.

    Returns:
        Those that stay; the others are kept as rejected, with the reason.
    """
    staying = {id(frame) for frame in drop_told_wholes(frames)}
    kept = []
    for at, frame in enumerate(frames):
        if id(frame) in staying and not _is_told_elsewhere(scene, frame, frames[max(0, at - _NEARBY) : at + _NEARBY]):
            kept.append(frame)
        else:
            scene.reject_span(frame.trigger, frame.kind.value, "says again what the text tells more fully")
    return kept


# What went off was the thing that struck.
_WENT_OFF = frozenset(
    (
        "рванул рванула взорвался взорвалась взорвались сдетонировал сдетонировала детонировал вибухнув вибухнула "
        "здетонував здетонувала"
    ).split()
)


def _is_told_elsewhere(scene: Scene, frame: Frame, frames: list[Frame]) -> bool:
    if frame.kind is Kind.ATTACK:
        return _is_named_again(scene, frame, frames)
    if frame.kind is Kind.CASUALTIES and any(_is_ward_of_toll(scene, frame, other) for other in frames):
        return True
    if frame.kind is Kind.CASUALTIES:
        return any(_is_part_of_toll(frame, other) for other in frames if other is not frame)
    if frame.kind is Kind.OTHER_EFFECT and frame.detail == "explosions heard":
        went_off = frame.trigger.slice(scene.reading.tokens.folded) in _WENT_OFF
        return any(  # "один рванул во дворе", "ткнулся в причал и рванул"
            o.fate is Fate.HIT and (o.trigger.overlaps(frame.trigger) or (went_off and o.sentence == frame.sentence))
            for o in frames
        )
    return frame.kind is Kind.NO_CASUALTIES and any(
        _contradicts(frame, other) and not _is_of_another_strike(frame, other, frames) for other in frames
    )


def _is_named_again(scene: Scene, frame: Frame, frames: list[Frame]) -> bool:
    """Tell whether an attack is only named, as cause or subject of its effects, where another frame tells it."""
    if frame.fate not in (None, Fate.HIT) or (frame.count is not None and frame.count.stated is not None):
        return False
    if not _is_only_named(scene, frame):
        return False
    return any(
        other is not frame
        and other.kind is Kind.ATTACK
        and other.status is frame.status
        and other.modality is not Modality.DENIED
        and other.fate in (None, Fate.HIT, Fate.LAUNCHED)
        and not _is_only_named(scene, other)
        and _same_event(frame, other)
        for other in frames
    )


def _same_event(named: Frame, told: Frame) -> bool:
    """Tell whether one that is only named may be the one told: it has no other place or time of its own."""
    place = None if named.inherited_place else named.place
    if place is not None and (told.place is None or place.members != told.place.members):
        return False
    return places_agree(named, told) and (named.time is None or told.time is None or named.time == told.time)


def _is_only_named(scene: Scene, frame: Frame) -> bool:
    """Tell whether the trigger is a noun in a phrase of cause, or the subject of an effect."""
    reading = scene.reading
    first = bisect_left(reading.tokens.starts, frame.trigger.start)
    last = bisect_left(reading.tokens.starts, frame.trigger.stop)
    words = reading.tokens.words
    if words[last - 1] not in _ATTACK_NOUNS and words[first] not in _ATTACK_NOUNS:
        return False
    before = words[max(reading.sentences[frame.sentence].start, first - _REACH) : first]
    if _CAUSES.intersection(before) or any(is_ordinal(w) for w in before):
        return True
    behind = reading.starting("trigger", last, last + 2)
    return any(t.value in _EFFECTS for t in behind)


_WARDS = ("госпитал", "госпітал", "hospitali", "стационар", "реанимац", "реанімац")
_ANOTHER = ("еще", "ще ", "another", "также", "також", "further", " more")


def _is_ward_of_toll(scene: Scene, part: Frame, whole: Frame) -> bool:
    """Tell whether those taken to hospital are of the hurt just counted: "пострадали семеро; госпитализирован один"."""
    one, other = part.harm, whole.harm
    if part is whole or whole.kind is not Kind.CASUALTIES or one is None or other is None:
        return False
    if one.injured is None or other.injured is None or one.killed is not None or part.in_list:
        return False
    folded = scene.reading.tokens.folded
    trigger = folded[part.trigger.start : part.trigger.stop]
    sentence = scene.reading.sentences[part.sentence]
    if not trigger.startswith(_WARDS) or any(w in folded[sentence.first : sentence.last] for w in _ANOTHER):
        return False
    near = 0 <= part.sentence - whole.sentence <= 1 and whole.token < part.token
    return near and one.injured.low < other.injured.low and places_agree(part, whole)


def _is_part_of_toll(part: Frame, whole: Frame) -> bool:
    """Tell whether a later toll gives the dead or the injured that an earlier one counted with the others.

    "Two were killed and five wounded. ... As a result of the bombing two people died": one person may be another one,
    two or more are those told of before.
    """
    one, other = part.harm, whole.harm
    if whole.kind is not Kind.CASUALTIES or one is None or other is None or part.sentence <= whole.sentence:
        return False
    if part.in_list or part.status is not whole.status or not places_agree(part, whole):
        return False
    if part.time is not None and whole.time is not None and part.time != whole.time and not part.inherited_place:
        return False
    told = _figures(one)
    return bool(told) and max(told.values()) >= 2 and told.items() <= _figures(other).items()


def _figures(harm: Harm) -> dict[str, int]:
    pairs = (("killed", harm.killed), ("injured", harm.injured))
    return {name: interval.low for name, interval in pairs if interval is not None}


def _contradicts(unharmed: Frame, other: Frame) -> bool:
    """Tell whether "was not hurt" is said of somebody where others were: "two wounded. The driver was not hurt"."""
    if other.kind is not Kind.CASUALTIES or other.harm is None or other.status is not ClaimStatus.CURRENT:
        return False
    if unharmed.harm is None or unharmed.harm.injured is None or other.modality is Modality.DENIED:
        return False
    hurt = any(_figures(other.harm).values())
    if not unharmed.inherited_place and None not in (unharmed.place, other.place):
        hurt = hurt and place_key(unharmed) == place_key(other)  # "двое ранены ... Там обошлось без пострадавших"
    return hurt and places_agree(unharmed, other) and other.sentence <= unharmed.sentence


def _is_of_another_strike(unharmed: Frame, hurt: Frame, frames: list[Frame]) -> bool:
    """Tell whether a strike elsewhere is told between: "one died in A. A drone blew up in B. Nobody was hurt"."""
    between = (f for f in frames if hurt.sentence < f.sentence <= unharmed.sentence and f.kind is Kind.ATTACK)
    apart = any(f.place is not None and not f.inherited_place and not places_agree(f, hurt) for f in between)
    return apart and (unharmed.place is None or unharmed.inherited_place)
