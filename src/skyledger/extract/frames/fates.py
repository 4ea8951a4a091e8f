"""What each trigger of the air says became of the objects; fates never share a counter."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

TRIGGERS = frozenset(("downed", "suppressed", "lost", "launched", "attacked", "hit", "debris", "sighting"))
AIMED = "aimed"  # flag of a trigger that is one because of what it is aimed at: frames/aimed.py
ACTING = frozenset(("defence", "jamming", "enemy"))  # agents that make a trigger of a verb no pack knows
FATES = {
    "downed": (Kind.INTERCEPTION, Fate.DOWNED),
    "suppressed": (Kind.INTERCEPTION, Fate.SUPPRESSED),
    "lost": (Kind.INTERCEPTION, Fate.LOST),
    "launched": (Kind.ATTACK, Fate.LAUNCHED),
    "attacked": (Kind.ATTACK, None),
    "hit": (Kind.ATTACK, Fate.HIT),
    "debris": (Kind.ATTACK, Fate.DEBRIS),
    "sighting": (Kind.SIGHTING, None),
}

# Verbs that say how it ended only with the means: "посаджено засобами РЕБ" was jammed, "посаджено" alone is down.
_ANYHOW = (
    "посад",
    "заземл",
    "приземл",
    "нейтрал",
    "знешкод",
    "обезвре",
    "прибра",
    "зупин",
    "спин",
    "посаж",
    "остановл",
)
_JAMMERS = (
    "jamming",
    "jammers",
    "реб",
    "рэб",
    "ребом",
    "рэбом",
    "ребівці",
    "помехами",
    "завадами",
    "перешкодами",
    "радіоелектронною",
    "радиоэлектронной",
    "радіоелектронної",
)
_CAUSES = frozenset(
    (
        "under through thanks due because after завдяки через внаслідок від дією впливом благодаря из-за из-под "
        "воздействием влиянием"
    ).split()
)
_CAUSE_REACH = 6
_GUNS = ("ппо", "пво", "зенітн", "зенитн", "вогнев", "огнев", "авіац", "авиац", "мвг")


def fate_told(reading: Reading, trigger: Mention, chunk: Chunk) -> tuple[Kind, Fate | None]:
    """Return kind and fate of a trigger in its chunk, where the means named may make a downing a suppression."""
    kind, fate = FATES[trigger.value]
    words = reading.tokens.words
    if trigger.value == "lost" and _lost_by_jamming(words[chunk.start : chunk.stop]):
        return kind, Fate.SUPPRESSED
    if trigger.value == "downed" and _is_credited_to_jammers(reading, trigger, chunk):
        return kind, Fate.SUPPRESSED
    if trigger.value == "lost" and _is_stopped_short(reading, trigger, chunk):
        return kind, Fate.DOWNED
    if trigger.value == "downed" and words[trigger.start].startswith(_ANYHOW):
        behind = words[
            trigger.stop : min(trigger.stop + 2, chunk.stop)
        ]  # "збито вогнем дванадцять, шість приземлила РЕБ"
        if any(w in _JAMMERS for w in behind) and not any(w.startswith(_GUNS) for w in behind):
            return kind, Fate.SUPPRESSED
        near = words[max(0, chunk.start - 6) : chunk.stop]  # "засобами РЕБ, а не вогнем, посаджено"
        if any(w in _JAMMERS for w in near) and not any(w.startswith(_GUNS) for w in near):
            return kind, Fate.SUPPRESSED
    return kind, fate


# Words that give somebody the credit and leave open how it was done.
_CREDITS = (
    *("accounted for", "dealt with", "disposed of", "taken care of", "handled", "fell to"),
    *("на счету", "на рахунку", "на его счету", "на их счету", "записа"),
)
_CREDIT_REACH = 5


def _is_credited_to_jammers(reading: Reading, trigger: Mention, chunk: Chunk) -> bool:
    """Tell whether the credit for a number is the jammers' alone: "четыре — на счету РЭБ", "five by jammers"."""
    if "agent" not in reading.starts:
        return False
    told_apart = chunk.start >= trigger.stop and not chunk.triggers  # "shot down by gunners, five by jammers"
    if not told_apart and not reading.words(trigger.start, trigger.stop).lower().startswith(_CREDITS):
        return False
    agents = reading.starting("agent", chunk.start, chunk.stop)
    if not agents and chunk.start <= trigger.stop:
        stop, last = trigger.stop, min(trigger.stop + _CREDIT_REACH, reading.sentence_of(trigger.start).stop)
        while stop < last and not reading.parted(stop - 1, stop, ",;:."):
            stop += 1
        agents = reading.starting("agent", trigger.start, stop)
    told = {a.value for a in agents}
    return "jamming" in told and "defence" not in told


_SHORT_OF = ("не до", "не добра", "так и не", "так і не", "never", "did not", "didn t", "failed to")
_THEM = frozenset("их їх them".split())


def _is_stopped_short(reading: Reading, trigger: Mention, chunk: Chunk) -> bool:
    """Tell whether those who defend are why something did not get there: "не дошли до цели, их сняли расчёты ПВО"."""
    if not reading.words(trigger.start, trigger.stop).lower().startswith(_SHORT_OF):
        return False
    sentence = reading.sentence_of(trigger.start)
    if _is_downed_behind(reading, sentence, trigger):
        return True
    if "agent" not in reading.starts:
        return False
    agents = reading.starting("agent", trigger.stop, sentence.stop)
    words = reading.tokens.words
    for agent in agents:
        if agent.value != "defence" or "weak" in agent.flags:
            continue
        between = words[trigger.stop : agent.start]
        thanks = agent.start <= chunk.stop and _CAUSES.intersection(between)
        if thanks or _THEM.intersection(words[trigger.stop : sentence.stop]):
            return True
    return False


def _is_downed_behind(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a bare verb of downing follows: "шесть беспилотников не достигли целей, уничтожены"."""
    stop = min(sentence.stop, trigger.stop + _BEHIND_REACH)
    told = [t for t in reading.in_range("trigger", trigger.stop, stop) if t.value == "downed"]
    return any(t.flags & {"verb", "past"} for t in told) and not reading.starting("number", trigger.stop, stop)


_BEHIND_REACH = 4


def _lost_by_jamming(words: list[str]) -> bool:
    """Tell whether a clause gives jammers for the cause: "не досягли мети завдяки роботі РЕБ"."""
    causes = [n for n, w in enumerate(words) if w in _CAUSES]
    return any(w in _JAMMERS for n in causes for w in words[n + 1 : n + _CAUSE_REACH])


def as_drifting(kind: Kind, fate: Fate | None, thing: ObjectType | None) -> tuple[Kind, Fate | None]:
    """Return a sighting for balloons, which drift in and are no strike."""
    return (Kind.SIGHTING, None) if thing is ObjectType.BALLOON and kind is Kind.ATTACK else (kind, fate)


# Triggers that say something in the air came to its end there.
ENDED = frozenset(("downed", "suppressed"))
ENDED_OR_LOST = ENDED | {"lost"}
FALLEN = ENDED_OR_LOST | {"debris"}
ENDS_OF_TRIGGERS = {"downed": Fate.DOWNED, "suppressed": Fate.SUPPRESSED}
