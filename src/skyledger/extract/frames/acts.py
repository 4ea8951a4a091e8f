"""Who acts decides where no pack knows the verb: "расчёты ПВО ссадили 12 дронов" is an interception all the same.

An air defence that does something to counted drones downs them, jammers suppress them, an enemy who does something with
them at a place launches them. A verb of the packs' category ``idle`` (sees, waits, buys ...) decides nothing, and a
clause whose verb a pack knows is none of this file's.
"""

from dataclasses import replace

from skyledger.extract.context import has_negation
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.told_how import is_means
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_passive_form, is_past_form
from skyledger.extract.words import AIM_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

ACTED = "agent"  # flag of a trigger that is one because of who acts
_FATES = {"defence": "downed", "jamming": "suppressed", "enemy": "launched"}
_KNOWN = (
    "trigger",
    "object",
    "unit",
    "place",
    "place_adj",
    "place_head",
    "speech",
    "idle",
    "number",
    "not_unit",
    "agent",
)
_BREAKS = frozenset(("hit", "damage"))
_KEPT = frozenset(
    ("downed", "suppressed", "lost", "launched", "hit", "debris", "attacked", "sighting", "killed", "injured")
)
# Before an agent: what is done is done to it, near it or in spite of it.
_ABOUT = frozenset(
    (
        "по на над возле около у в о об про для под мимо через сквозь вопреки кроме без від до з із біля повз крізь "
        "проти против at on near against over despite past through from of for under to into around beyond with"
    ).split()
)
_PLURAL = ("и", "ы", "і")  # ends a plural subject: "зенитчики", not "ПВО"
_INSTRUMENTAL = ("ами", "ями", "ою", "ом")
_VERB_REACH = 4  # tokens between an agent and its verb
_OBJECT_REACH = 6  # tokens between a verb and its object


def with_acts(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the triggers of a sentence and those that an agent makes of verbs no pack knows."""
    reading = scene.reading
    if "agent" not in reading.starts:
        return triggers
    agents = _outermost(reading.starting("agent", sentence.start, sentence.stop))
    if not agents:
        return triggers
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if is_flying(q) and q.count is not None]
    named = {n for a in agents for n in range(a.start, a.stop)}  # "mobile fire teams" fire nothing
    triggers = [
        t for t in triggers if t.value in ("suppressed", "downed") or not named.issuperset(range(t.start, t.stop))
    ]
    for agent in agents:
        start, stop = _clause(reading, sentence, agent)
        if not any(start <= q.start < stop for q in counted) or has_negation(reading, start, stop):
            continue
        if (sent := _sent_down(reading, agent, (start, stop), counted)) is not None:
            triggers = [t for t in triggers if t.start != sent.start] + [sent]
            continue
        idle = [m for m in reading.starting("idle", start, stop) if m.start not in named]
        if idle or _is_spoken_about(reading, agent):
            continue
        here = [t for t in triggers if start <= t.start < stop]
        if (struck := _struck(reading, agent, (start, stop), counted)) is not None:
            triggers = [t for t in triggers if t.start != struck.start] + [struck]
            continue
        if any("weak" not in t.flags for t in here) or _says_more(reading, start, stop, named):
            continue
        triggers = [t for t in triggers if t not in here] + _acts(scene, agent, (start, stop), here, counted)
    return sorted(triggers, key=lambda t: t.start)


def _outermost(agents: list[Mention]) -> list[Mention]:
    """Return the agents that are no part of a longer one: the troops of "Russian troops" are no air defence."""
    return [
        a
        for a in agents
        if not any(b.start <= a.start and a.stop <= b.stop and b.stop - b.start > a.stop - a.start for b in agents)
    ]


_DOWN = frozenset(
    (
        "ground earth scrapheap scrap heap junkyard bottom sea seabed fields soil mud dust crashing tumbling plunging "
        "spinning spiralling packing down grave hell"
    ).split()
)
_SENT_DOWN = frozenset("sent send sending brought put laid dropped knocked".split())
_DOWN_REACH = 4


def _sent_down(reading: Reading, agent: Mention, clause: tuple[int, int], counted: list[Quantity]) -> Mention | None:
    """Return the verb of "gunners sent 18 drones to the ground" as one of downing."""
    if agent.value != "defence" or agent.lang != "en":
        return None
    words = reading.tokens.words
    for verb in range(agent.stop, min(clause[1], agent.stop + _VERB_REACH)):
        for thing in counted if words[verb] in _SENT_DOWN else []:
            behind = words[thing.stop : min(clause[1], thing.stop + _DOWN_REACH)]
            if verb < thing.start <= verb + _OBJECT_REACH and _DOWN.intersection(behind):
                return Mention("trigger", "downed", verb, verb + 1, frozenset({"past", ACTED}), "en")
    return None


def _struck(reading: Reading, agent: Mention, clause: tuple[int, int], counted: list[Quantity]) -> Mention | None:
    """Return a verb of hitting or breaking as one of downing: "gunners clipped three drones"."""
    if agent.value == "jamming":
        return _jammed(reading, agent, clause, counted)
    told = [t for t in reading.starting("trigger", *clause) if t.value in _KEPT or t.value in _BREAKS]
    if agent.value not in ("defence", "jamming") or len({t.start for t in told}) != 1:
        return None
    if any(t.value not in _BREAKS or "attr" in t.flags for t in told):
        return None
    verb = told[0]
    counted = [
        q for q in counted if not is_means(reading, q) and reading.tokens.words[q.start - 1] not in ("with", "by")
    ]
    behind = any(q.noun is not None and 0 <= q.start - verb.stop <= _OBJECT_REACH for q in counted)
    near = behind and 0 <= verb.start - agent.stop <= _VERB_REACH
    # "рій із шести «шахедів» розбила ППО"
    inverted = any(q.noun is not None and 0 <= verb.start - q.stop <= 1 for q in counted)
    singular = not reading.tokens.words[verb.start].endswith(("ли", "лись", "лися"))
    near = near or (inverted and agent.lang != "en" and singular and agent.start == verb.stop)
    # "дві «гербери» здуло з курсу засобами РЕБ"
    by = inverted and reading.tokens.words[agent.start].endswith(_INSTRUMENTAL) and verb.stop <= agent.start
    near = near or (by and agent.start - verb.stop <= _VERB_REACH)
    return replace(verb, value=_FATES[agent.value], flags=verb.flags | {ACTED}) if near else None


def _jammed(reading: Reading, agent: Mention, clause: tuple[int, int], counted: list[Quantity]) -> Mention | None:
    """Return a verb of breaking, without a person, as one of jamming: "дві «гербери» здуло з курсу засобами РЕБ"."""
    told = [t for t in reading.starting("trigger", clause[0], agent.start) if t.value in _BREAKS and "neut" in t.flags]
    for verb in told:
        if any(q.noun is not None and 0 <= verb.start - q.stop <= _VERB_REACH for q in counted):
            return replace(verb, value="suppressed", flags=verb.flags | {ACTED})
    return None


def _clause(reading: Reading, sentence: Sentence, agent: Mention) -> tuple[int, int]:
    """Return the tokens about an agent that no punctuation parts from it."""
    start, stop = agent.start, agent.stop
    while start > sentence.start and not reading.parted(start - 1, start, CLAUSE_MARKS):
        start -= 1
    while stop < sentence.stop and not reading.parted(stop - 1, stop, CLAUSE_MARKS):
        stop += 1
    return start, stop


def _is_spoken_about(reading: Reading, agent: Mention) -> bool:
    """Tell whether an agent is no subject here: "мимо ПВО", "attack on air defences"."""
    before = reading.tokens.words[agent.start - 1] if agent.start else ""
    return before in _ABOUT


def _says_more(reading: Reading, start: int, stop: int, named: set[int]) -> bool:
    """Tell whether a trigger of another frame stands in the clause, which then tells of something else."""
    told = [t for t in reading.starting("trigger", start, stop) if t.start not in named]
    return any(t.value in _KEPT and "weak" not in t.flags for t in told)


def _acts(
    scene: Scene, agent: Mention, clause: tuple[int, int], weak: list[Mention], counted: list[Quantity]
) -> list[Mention]:
    """Return the triggers of a clause in view of its agent: its weak ones borne out, or its unknown verb."""
    reading = scene.reading
    value = _FATES[agent.value]
    own = [t for t in weak if t.value == value]
    if own:
        return [*(t for t in weak if t not in own), *(replace(t, flags=t.flags - {"weak"}) for t in own)]
    if weak:
        return weak
    things = [q for q in counted if clause[0] <= q.start < clause[1] and not is_means(reading, q)]
    named = [q for q in things if q.noun is not None]
    if agent.value == "enemy" or "weak" in agent.flags:
        things = named
    for token in range(*clause):
        if not may_be_verb(reading, scene, token):
            continue
        if any(_governs(reading, agent, token, q) for q in things):
            aimed = agent.value != "enemy" or _is_aimed(scene, token, clause[1])
            flags = {"past", ACTED} if agent.lang == "en" else {"verb", "past", ACTED}
            return [Mention("trigger", value, token, token + 1, frozenset(flags), agent.lang)] if aimed else []
    return []


def may_be_verb(reading: Reading, scene: Scene, token: int) -> bool:
    """Tell whether a word looks like a verb and means nothing a pack knows."""
    if not is_past_form(reading.tokens.words[token]):
        return False
    known = [m for c in _KNOWN for m in reading.starting(c, token - 1, token + 1) if m.stop > token]
    if any("code" not in m.flags or reading.is_capitalised(token) for m in known):
        return False  # "got" is an airport's code too
    return token not in scene.timed


def _governs(reading: Reading, agent: Mention, verb: int, thing: Quantity) -> bool:
    """Tell whether a verb stands between or beside its agent and its object in an order that says who did what."""
    words = reading.tokens.words
    if agent.stop <= verb < thing.start:  # "расчёты ссадили 12 дронов"
        return verb - agent.stop <= _VERB_REACH and thing.start - verb <= _OBJECT_REACH
    passive = is_passive_form(words[verb])
    if agent.lang == "en":  # "12 drones were bagged by gunners"
        by = words[agent.start - 1] == "by" or words[agent.start - 2 : agent.start - 1] == ["by"]
        return by and thing.stop <= verb < agent.start and verb - thing.stop <= _VERB_REACH
    if verb < agent.start and agent.stop <= thing.start:  # "ссадили зенитчики 12 дронов"
        return agent.start - verb <= 2 and thing.start - agent.stop <= _VERB_REACH
    if thing.stop <= agent.start and agent.stop <= verb:  # "восемь аппаратов расчёты ссадили"
        return agent.start - thing.stop <= _VERB_REACH and verb - agent.stop <= 2
    if thing.stop <= verb < agent.start:  # "12 дронов ссадила ПВО", "ссажены силами ПВО"; not "12 дронов обошли ПВО"
        singular = not words[verb].endswith(("ли", "лись", "лися"))
        people = words[agent.start].endswith(_PLURAL)
        return verb - thing.stop <= 2 and agent.start - verb <= _VERB_REACH and (singular or people)
    return passive and verb < thing.start and thing.stop <= agent.start  # "ссажено 12 дронов силами ПВО"


def _is_aimed(scene: Scene, verb: int, stop: int) -> bool:
    """Tell whether what an enemy did was done to a place: "истратил на Харьков 12 дронов"."""
    words = scene.reading.tokens.words
    near = range(verb + 1, stop)
    places = [p for p in scene.places_in(verb, stop) if p.start in near]
    given = any(words[p.stop : p.stop + 1] in (["to"], ["with"]) for p in places)  # "treated Sumy to 16 bombs"
    return given or any(words[p.start - 1] in AIM_WORDS for p in places)
