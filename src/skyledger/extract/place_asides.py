"""Places that only stand beside what is told: homes of people, the worst of several, how far something did not get."""

from dataclasses import replace

from skyledger.extract.areas import holds
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import PLACE_LINKS
from skyledger.model.frame import PlacePhrase

_MOST = frozenset(
    (
        "worst hardest chiefly mostly mainly especially particularly notably "
        "тяжелее сильнее больше преимущественно особенно главным "
        "найважче найтяжче найбільше найгірше найсильніше переважно здебільшого особливо насамперед"
    ).split()
)
_OF_ALL = frozenset("всего всех усього усіх образом".split())
_LINKS = PLACE_LINKS | _OF_ALL
_SENDERS = frozenset(
    "ministry embassy министерстве министерства міністерстві міністерства посольстве посольстві".split()
)
_FURTHER = frozenset("дальше далее далі".split())
_NEAR = frozenset("near поблизу біля під возле около под outside".split())
_NEXT = 3  # words from the ends of a road to the village beside it
_ROADS = ("трас", "шосе", "шоссе", "автодорог", "дороз", "дорог", "автотрас", "highway", "road")
_LIVES_IN = (
    *("житель", "жительниц", "жителя", "жителю", "жители", "жителей", "уроженец", "уроженк", "уроженца"),
    *("мешкан", "уродженець", "уродженк", "уродженця", "resident", "native", "inhabitant"),
)
_ALL = frozenset("both all оба обе все обоє обидва обидві всі усі".split())
_FROM = frozenset("from из з із зі с".split())
_ANY = word_class(
    (
        *_MOST,
        *_NEAR,
        *_FURTHER,
        *_SENDERS,
        "than",
        "short",
        "from",
        "из",
        "з",
        "із",
        "зі",
        "them",
        "included",
        "числе",
        "числі",
        "них",
        "которых",
        "яких",
    ),
    stems=tuple(_LIVES_IN),
)


def mark_asides(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Give the role ``aside`` to places that are no place of what is told beside them."""
    if not reading.mask & _ANY:
        return phrases
    result: list[PlacePhrase] = []
    for n, phrase in enumerate(phrases):
        aside = phrase.role == "place" and phrase.start > 0 and _is_aside(reading, phrase, result)
        aside = aside or (phrase.role == "place" and _is_route(reading, phrase, phrases[n + 1 : n + 2]))
        result.append(replace(phrase, role="aside") if aside else phrase)
    return result


def _is_aside(reading: Reading, phrase: PlacePhrase, before: list[PlacePhrase]) -> bool:
    if _is_not_reached(reading, phrase) or _sends(reading, phrase) or _is_among(reading, phrase, before):
        return True
    told = [p for p in before if p.role == "place"]
    if _is_the_worst(reading, phrase):
        return any(holds(reading, p, phrase) for p in told[-3:])
    if not told or not _is_home(reading, phrase):
        return False
    return any(p.members != phrase.members and not holds(reading, p, phrase) for p in told)


def _is_route(reading: Reading, phrase: PlacePhrase, behind: list[PlacePhrase]) -> bool:
    """Tell whether a place only says which road it was: "на трасі Херсон – Миколаїв поблизу Киселівки"."""
    words = reading.tokens.words
    if len(phrase.members) != 2 or not behind or not 0 < behind[0].start - phrase.stop <= _NEXT:
        return False
    near = words[behind[0].start - 1] in _NEAR or words[behind[0].start - 2] in _NEAR
    return near and any(w.startswith(_ROADS) for w in words[max(0, phrase.start - 2) : phrase.start])


def _is_not_reached(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether nothing got as far as a place: "дальше Карачева не ушёл", "no further than", "short of Orsk"."""
    words = reading.tokens.words[max(0, phrase.start - 2) : phrase.start]
    return words[-1] in _FURTHER or words in (["further", "than"], ["farther", "than"], ["short", "of"])


def _sends(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a capital only says where a ministry sits: "the defence ministry in Chișinău said"."""
    words = reading.tokens.words[max(0, phrase.start - 2) : phrase.start]
    return len(words) == 2 and words[1] in ("in", "в", "у") and words[0] in _SENDERS


_AMONG = (["among", "them"], ["among", "these"], ["included"], ["в", "том", "числе"], ["у", "тому", "числі"])
_AMONG_BEFORE = (["среди", "них"], ["серед", "них"], ["среди", "которых"], ["серед", "яких"], ["among", "them"])
_PARTLY = word_class(phrase[-1] for phrase in (*_AMONG, *_AMONG_BEFORE))


def _is_among(reading: Reading, phrase: PlacePhrase, before: list[PlacePhrase]) -> bool:
    """Tell whether towns are only some of the settlements counted: "58 settlements, Nizhyn and Bakhmach among them"."""
    if not reading.mask & _PARTLY:
        return False
    words = reading.tokens.words
    first = phrase.start
    while first > 0 and words[first - 1] in _TOWNS:
        first -= 1
    behind = any(words[phrase.stop : phrase.stop + len(a)] == a for a in _AMONG[:3])
    ahead = any(words[max(0, first - len(a)) : first] == a for a in (*_AMONG_BEFORE, *_AMONG[3:]))
    if not behind and not ahead:
        return False
    sentence = reading.sentence_of(phrase.start)
    counted = reading.in_range("unit", max(sentence.start, first - _COUNTED), first)
    return any(u.value == "settlement" for u in counted) and any(p.role == "place" for p in before)


_COUNTED = 8  # words between counted settlements and those named of them
_TOWNS = frozenset("the towns of villages cities города города: села города, міста місто город село".split())


def _is_the_worst(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a place is only where it was worst: "33 500 осель без світла, найважче – в Ізмаїлі"."""
    words = reading.tokens.words
    token = phrase.start - 1
    while token > 0 and words[token] in _LINKS:
        token -= 1
    if token <= 0 or words[token] not in _MOST or not reading.gap(token - 1, token).strip(' \u00a0"«('):
        return False
    sentence = reading.sentence_of(phrase.start)
    for behind in range(phrase.stop, sentence.stop):
        if reading.gap(behind - 1, behind).strip(" \u00a0"):
            return True
        if reading.at("trigger", behind) is not None:
            return False
    return True


def _is_home(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether somebody hurt elsewhere lives in a place: "водитель, житель Азова", "a man from Okhtyrka"."""
    words = reading.tokens.words
    token = phrase.start - 1
    if words[token] in _FROM:
        person = any(m.value == "person" for m in reading.ending("unit", token, token))
        return person or (
            words[token - 1] in _ALL and reading.gap(token - 2, token - 1).strip() in (",", "(", "—", "–")
        )
    token -= words[token] == "of"
    for at in (token, token - 1):
        if at > 0 and words[at].startswith(_LIVES_IN):
            return reading.gap(at - 1, at).strip() in (",", "(", "—", "–")
    return False
