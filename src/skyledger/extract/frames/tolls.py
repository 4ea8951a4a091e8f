"""What a sentence says of the dead and the hurt, put together from its words of harm."""

from dataclasses import dataclass, field

from skyledger.extract.chunks import Chunk
from skyledger.extract.reading import Reading
from skyledger.model.count import Harm, Interval
from skyledger.model.frame import Frame, Mention
from skyledger.model.text import Span

# Words of where somebody is treated or how he is, which tell no more of those counted before.
_STATES = (
    "in hospital",
    "in the hospital",
    "in intensive",
    "in a ",
    "in serious",
    "in critical",
    "in grave",
    "in stable",
    "condition",
    "fight",
    "у лікарн",
    "в лікарн",
    "у шпитал",
    "у реанім",
    "в реанім",
    "у важк",
    "у тяжк",
    "в тяжк",
    "у вкрай",
    "у критич",
    "у стан",
    "у стаб",
    "стан ",
    "в больниц",
    "в реанимац",
    "в стационар",
    "в тяжел",
    "в крайне",
    "в критич",
    "в состоян",
    "в стабил",
    "состояние ",
)
_SUMS = frozenset("toll number total count число количество кількість числа кількості жертв".split())
_SUM_GROWS = frozenset(
    "to до reached reaches now стало сягнула сягнуло достигло составило становить составляет".split()
)
_IN_ALL = frozenset("всего итого загалом усього разом making bringing taking altogether".split())
_SO_FAR = frozenset("already уже вже".split())
_RELATIVES = ("який", "яка", "які", "яку", "яког", "яком", "котор", "who", "whom", "whose", "that")


@dataclass(slots=True)
class Toll:
    """The figures of one sentence or part of it, with their words."""

    killed: Interval | None = None
    injured: Interval | None = None
    children: Interval | None = None
    spans: list[Span] = field(default_factory=list)
    trigger: Mention | None = None
    of: dict[str, list[Span]] = field(default_factory=dict)
    sums: set[str] = field(default_factory=set)
    further: list["Toll"] = field(default_factory=list)

    def add(self, field_name: str, interval: Interval | None, spans: list[Span]) -> None:
        """Keep the first figure of a field; later ones in the same sentence are its details."""
        if getattr(self, field_name) is None:
            setattr(self, field_name, interval)
            self.spans += spans
            self.of[field_name] = spans

    def replace(self, field_name: str, interval: Interval | None, spans: list[Span]) -> None:
        """Put the sum in the place of one of those it is made of: "a body was found, taking the toll to nine dead"."""
        if field_name in self.sums:
            return
        self.sums.add(field_name)
        old = self.of.get(field_name, [])
        self.spans = [s for s in self.spans if s not in old]
        setattr(self, field_name, None)
        self.add(field_name, interval, spans)

    def settle(self) -> None:
        """Let those who were wounded and died be dead and no more: one figure cannot be both."""
        if self.killed is not None and self.killed == self.injured and self.of["killed"] == self.of["injured"]:
            self.injured = None


_ALL_OF_THEM = frozenset("оба обе обоих обеих обоим обеим обидва обидві обоє обох обом both".split())
# The wounded as a noun in the genitive: "двоє поранених", "один из пострадавших".
WOUNDED = ("поранених", "травмованих", "постраждалих", "потерпілих", "раненых", "пострадавших")
_FROM = frozenset(("із", "з", "зі", "из"))
_MORE = frozenset("ще уже вже ещё еще также також всего загалом усього".split())


# One sent home was hurt in an attack of before: "выписали последнего пострадавшего".
_PATIENTS = frozenset((*WOUNDED, "пострадавшего", "раненого", "постраждалого", "пораненого", "потерпілого"))


def _is_discharged(words: list[str], at: int) -> bool:
    return any(w.startswith(("выписал", "виписал")) for w in words[max(0, at - 3) : at])


def without_wounded_of_dead(triggers: list[Mention], reading: Reading) -> list[Mention]:
    """Leave out the wounded one of whom died: "один із поранених помер у лікарні" tells of one dead."""
    if not triggers:
        return triggers
    words = reading.tokens.words
    triggers = [t for t in triggers if not (words[t.start] in _PATIENTS and _is_discharged(words, t.start))]
    if not any(t.value == "killed" for t in triggers):
        return triggers
    return [t for t in triggers if not (words[t.start] in WOUNDED and t.start and words[t.start - 1] in _FROM)]


def _are_some_of_them(reading: Reading, toll: Toll, counted: Interval) -> bool:
    """Tell whether some of the wounded counted before are said to be so or so: "двоє поранених — діти"."""
    assert toll.trigger is not None
    assert toll.injured is not None
    words, trigger = reading.tokens.words, toll.trigger
    sentence = reading.sentence_of(trigger.start)
    if _ALL_OF_THEM.intersection(words[sentence.start : trigger.start]):
        return True
    if words[trigger.start] not in WOUNDED or _MORE.intersection(words[sentence.start : sentence.stop]):
        return False
    fewer = toll.injured.high is not None and toll.injured.high < counted.low
    folded = reading.tokens.folded[sentence.first : sentence.last]
    children = any(u.value == "child" for u in reading.starting("unit", trigger.stop, sentence.stop))
    looks_back = words[trigger.start - 1] in _FROM  # "одному з поранених 14 років"
    return fewer and (looks_back or children or any(state in folded for state in _STATES))


def tells_state_only(reading: Reading, toll: Toll, last: Frame | None) -> bool:
    """Tell whether a toll but says how some of those counted just before are: "Двоє — у важкому стані"."""
    if last is None or last.harm is None or last.harm.injured is None or toll.trigger is None:
        return False
    if toll.killed is not None or toll.injured is None or toll.injured.high is None:
        return False
    if len(toll.spans) == 1 and toll.spans[0].slice(reading.text).lower() in _ALL_OF_THEM:
        return True  # "Обоих прооперировали"
    counted = last.harm.injured
    if _are_some_of_them(reading, toll, counted):
        return True
    words = reading.words(toll.trigger.start, toll.trigger.stop).lower()
    return words.startswith(_STATES) and (counted.high is None or toll.injured.high <= counted.high)


def tells_sum(reading: Reading, chunk: Chunk) -> bool:
    """Tell whether a chunk gives the sum of all told so far: "bringing the death toll to five"."""
    words = reading.tokens.words[chunk.start : chunk.stop]
    if any(w in _SO_FAR for w in words):
        return True
    return any(w in _SUMS for w in words) and any(w in _SUM_GROWS for w in words)


def is_whole_of(reading: Reading, chunk: Chunk, interval: Interval, earlier: Interval | None) -> bool:
    """Tell whether a figure is of all, with those just told: "ещё двое ранены, всего пострадавших семеро"."""
    if earlier is None or earlier.high is None or interval.low <= earlier.high:
        return False
    words = reading.tokens.words[chunk.start : chunk.stop]
    return not _IN_ALL.isdisjoint(words[:2]) or words[-2:] == ["in", "all"]


def told_toll(reading: Reading, start: int, stop: int) -> list[Mention]:
    """Return "toll" as a word for the dead where nothing else says whom it counts: "the toll rose to seven"."""
    words = reading.tokens.words
    if _TOLLS.isdisjoint(words[start:stop]):
        return []
    for n in range(start, stop):
        if words[n] in _TOLLS and any(w in _SUM_GROWS for w in words[n + 1 : stop]):
            return [Mention("trigger", "killed", n, n + 1, frozenset(("past",)), "en")]
    return []


_TOLLS = frozenset(("toll", "tolls"))
_VICTIMS = frozenset(("жертвой", "жертвою", "жертвами"))
_BECAME = frozenset("стал стала стало стали став".split())
_BECAME_REACH = 7  # words of "жертвою нічного удару «шахеда» по Сумах стала"


def told_victims(reading: Reading, start: int, stop: int) -> list[Mention]:
    """Return "victim" as a word for the dead where it stands apart from its verb: "жертвою удару стала жінка"."""
    words = reading.tokens.words
    if _VICTIMS.isdisjoint(words[start:stop]):
        return []
    for n in range(start, stop):
        if words[n] in _VICTIMS and _BECAME.intersection(words[n + 1 : min(stop, n + 1 + _BECAME_REACH)]):
            verb = next(v for v in range(n + 1, stop) if words[v] in _BECAME)
            flags = frozenset(("verb", "plur" if words[verb] == "стали" else "sing"))
            return [Mention("trigger", "killed", verb, verb + 1, flags, "ru")]
    return []


def is_relative(reading: Reading, chunk: Chunk) -> bool:
    """Tell whether a chunk says more of a person named before: "чоловік, якого поранив дрон"."""
    return reading.tokens.words[chunk.start].startswith(_RELATIVES)


def join_tolls(last: Frame, toll: Toll) -> bool:
    """Add a toll to the frame before when it says what that left open; tell whether it did."""
    harm = last.harm
    if harm is None or (harm.killed and toll.killed) or (harm.injured and toll.injured):
        return False
    last.harm = Harm(
        killed=harm.killed or toll.killed,
        injured=harm.injured or toll.injured,
        children=harm.children or toll.children,
    )
    last.harm_spans += tuple(toll.spans)
    return True
