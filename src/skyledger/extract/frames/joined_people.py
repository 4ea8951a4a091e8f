"""People joined to those counted: "two women and a teenager were injured" are three."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.aged_people import has_age
from skyledger.extract.reading import Reading
from skyledger.model.count import Interval
from skyledger.model.frame import Quantity
from skyledger.model.text import Span

AND = frozenset(("и", "та", "й", "і", "and"))
_VERB_OF_SEVERAL = (["are"], ["were"], ["have"])
_OWN_VERB = (["is"], ["are"], ["was"], ["were"], ["has"], ["have"], ["remains"], ["remain"])


def interval_of(quantity: Quantity) -> Interval | None:
    """Return how many a quantity counts, None where it has no number."""
    if quantity.count is None:
        return None
    return quantity.count.interval


def with_one_before(
    reading: Reading, chunks: list[Chunk], index: int, interval: Interval | None, spans: list[Span]
) -> Interval | None:
    """Add the person before "and": "её мама и бабушка ранены"."""
    if interval is None or interval.high is None or not index:
        return interval
    behind_age = chunks[index].opener == "," and _before_ages(chunks, index) is not chunks[index - 1]
    if chunks[index].opener not in AND:
        aged = bool(chunks[index - 1].quantities) and has_age(reading, chunks[index - 1].quantities[-1])
        if not (behind_age or aged) or reading.tokens.words[chunks[index].start] not in AND:
            return interval
    before = _before_ages(chunks, index)
    people = [q for q in before.quantities if q.noun is not None and q.noun.value in ("person", "child")]
    if before.triggers or len(people) != 1 or people[0].subset:
        return interval
    if reading.span(people[0].start, people[0].stop) in spans:
        return interval  # "машиніст устиг вискочити й відбувся подряпинами" is one
    more = interval_of(people[0])
    noun = people[0].noun
    if more is None and noun is not None and "sing" in noun.flags and "plur" not in noun.flags:
        more = Interval(low=1, high=1)
    if more is None or more.high is None:
        return interval
    spans.insert(0, reading.span(people[0].start, people[0].stop))
    first = _first_of_three(chunks, index, people[0])
    if first is not None:
        spans.insert(0, reading.span(first.start, first.stop))
    extra = Interval(low=0, high=0) if first is None else interval_of(first) or Interval(low=1, high=1)
    if extra.high is None:
        return interval
    return Interval(low=interval.low + more.low + extra.low, high=interval.high + more.high + extra.high)


def _first_of_three(chunks: list[Chunk], index: int, second: Quantity) -> Quantity | None:
    """Return the first of three: "a grandmother, her daughter and a boy were hurt"."""
    middle = chunks[index - 1]
    whole = middle.opener == "," and second.stop == middle.stop and second.start - middle.start <= 1
    if index <= 1 or not whole or chunks[index - 2].triggers:
        return None
    named = [q for q in chunks[index - 2].quantities if q.noun is not None and q.noun.value in ("person", "child")]
    if len(named) != 1 or named[0].stop != chunks[index - 2].stop:
        return None
    noun = named[0].noun
    single = noun is not None and "sing" in noun.flags and "plur" not in noun.flags
    return named[0] if single or named[0].count is not None else None


def _before_ages(chunks: list[Chunk], index: int) -> Chunk:
    """Return the chunk before "and", behind the age of who stands there: "the driver, 51, and a patient were hurt"."""
    before = chunks[index - 1]
    aged = index > 1 and before.opener == "," and before.stop - before.start == 1 and not before.quantities
    return chunks[index - 2] if aged else before


def with_joined(
    reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity, interval: Interval | None, spans: list[Span]
) -> Interval | None:
    """Add people joined by "and": "ранены две женщины и подросток" are three."""
    if interval is None or interval.high is None or interval.low != interval.high:
        return interval
    whole, named = interval, len(spans)
    if index + 1 < len(chunks) and quantity in chunks[index + 1].quantities and chunks[index + 1].opener == ":":
        index += 1  # "Killed in Izium: a cook and a guard"
    interval = _with_companion(reading, chunks[index], quantity, interval, spans)
    for at, chunk in enumerate(chunks[index + 1 : index + _LONGEST_ROW], index + 1):
        if chunk.triggers or not (chunk.opener in AND or _is_listed(chunks, at)):
            break
        people = [q for q in chunk.quantities if q.noun is not None and q.noun.value in ("person", "child")]
        if len(people) != 1 or people[0].subset or people[0].start <= quantity.start:
            break
        if _stand_apart(chunks[index], quantity, chunk, people[0]):
            break  # "ранен водитель в Ракитном и двое рабочих в Борисовке"
        more = interval_of(people[0])
        noun = people[0].noun
        if more is None and noun is not None and "sing" in noun.flags and "plur" not in noun.flags:
            more = Interval(low=1, high=1)
        if more is None or more.high is None:
            break
        if _has_own_verb(reading, chunk, people[0], several=more.low > 1):
            break  # "34 are injured and one woman is unaccounted for", but not "a mother and her son were found"
        interval = Interval(low=interval.low + more.low, high=interval.low + more.high)
        spans.append(reading.span(people[0].start, people[0].stop))
    apart = index + 1 < len(chunks) and chunks[index + 1].opener not in AND
    if apart and interval.low == interval.high == 2 * whole.low > 2:
        del spans[named:]  # who they were: "трое, бабушка и двое внуков" are three
        return whole
    return interval


_WHO = frozenset(("who", "that", "which"))


def _has_own_verb(reading: Reading, chunk: Chunk, people: Quantity, *, several: bool) -> bool:
    """Tell whether the joined have a verb of their own: "he died and two passengers riding with him were injured"."""
    words = reading.tokens.words
    for n in range(people.stop, chunk.stop):
        if [words[n]] in _OWN_VERB and words[n - 1] not in _WHO:
            return several or [words[n]] not in _VERB_OF_SEVERAL
    return False


_WITH = frozenset(("с", "со", "з", "із", "зі", "with"))
_COMPANY_REACH = 2  # words between a person and the one beside: "мать с маленьким сыном", "with her two sons"


def _with_companion(
    reading: Reading, chunk: Chunk, quantity: Quantity, interval: Interval, spans: list[Span]
) -> Interval:
    """Add who was with a person hurt: "ранены мать с ребёнком", "поранено жінку з двома дітьми"."""
    words = reading.tokens.words
    if quantity.noun is None or any(w in _WITH for w in words[quantity.start : quantity.stop]):
        return interval
    for other in chunk.quantities:
        if other is quantity or other.noun is None or other.noun.value not in ("person", "child") or other.subset:
            continue
        first, second = sorted((quantity, other), key=lambda q: q.start)
        between = words[first.stop : second.start]
        if not between or between[0] not in _WITH or len(between) > _COMPANY_REACH:
            continue
        if "," in reading.gap(first.stop - 1, second.start):
            continue
        single = "sing" in other.noun.flags and "plur" not in other.noun.flags
        more = interval_of(other) or (Interval(low=1, high=1) if single else None)
        if more is None or more.high is None or interval.high is None:
            continue
        spans.append(reading.span(other.start, other.stop))
        return Interval(low=interval.low + more.low, high=interval.high + more.high)
    return interval


_LONGEST_ROW = 5  # people named one by one


def _is_listed(chunks: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is one person of a row that ends in "and": "a nurse, a conductor and a student"."""
    chunk = chunks[at]
    people = [q for q in chunk.quantities if q.noun is not None and q.noun.value in ("person", "child")]
    if chunk.opener != "," or len(people) != 1 or people[0].count is not None or at + 1 >= len(chunks):
        return False
    noun = people[0].noun
    whole = people[0].stop == chunk.stop and people[0].start - chunk.start <= 1
    single = noun is not None and "sing" in noun.flags and "plur" not in noun.flags
    behind = chunks[at + 1]
    return whole and single and not behind.triggers and (behind.opener in AND or _is_listed(chunks, at + 1))


def _stand_apart(first: Chunk, one: Quantity, second: Chunk, other: Quantity) -> bool:
    """Tell whether two groups of people have a place of their own behind each."""
    here = [p.members for p in first.places if p.start >= one.stop]
    there = [p.members for p in second.places if p.start >= other.stop]
    return bool(here and there) and here[0] != there[0]
