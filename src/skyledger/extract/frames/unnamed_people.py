"""People under English nouns no pack knows, told by what befell them: "three ushers died", "one contractor is dead".

A number or an article, an unknown noun and a word of harm stand side by side. Beasts, engines and hopes die as well.
"""

from dataclasses import replace

from skyledger.extract.frames.people import HURT
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity, Sentence
from skyledger.model.kinds import Qualifier, Unit

# Endings of nouns of those who do something.
_AGENTS = (
    "er",
    "or",
    "ist",
    "man",
    "woman",
    "ian",
    "ee",
    "eer",
    "hand",
    "keeper",
    "smith",
    "mate",
    "folk",
    "ess",
    "ette",
    "ant",
    "ic",
)
_DIES = frozenset("died die dies dying dead perished lifeless gone".split())
_HAVING = frozenset("need needs needed require requires required has have had got received took obtained".split())
_HANDED = frozenset("handed passed wheeled brought came driven".split())
_STAYING = frozenset("remain remains stay stays ended wound finished".split())
_WHERE = frozenset("in on at with under up".split())
_NO_PEOPLE = frozenset(
    (
        "cow cows horse horses pig pigs sheep hen hens dog dogs cat cats goat goats bird birds fish bee bees calf "
        "calves "
        "animal animals cattle chicken chickens duck ducks goose geese rabbit rabbits pet pets swan swans deer foal "
        "engine engines battery batteries phone phones motor motors plant plants tree trees crop crops flower flowers "
        "hope hopes dream dreams career careers feeling feelings flame flames fire fires light lights signal signals "
        "computer computers server servers printer router generator generators tower power water river weather paper "
        "number order thunder letter trailer trailers transformer transformers shutter shutters tractor tractors "
        "reactor reactors elevator elevators projector tanker tankers cruiser fighter fighters invader invaders "
        "occupier occupiers attacker attackers soldier soldiers trooper troopers enemy enemies bomber bombers launcher "
        "launchers interceptor interceptors helicopter helicopters drone drones missile missiles ego egos project "
        "projects business businesses economy reputation interest interests pride talks deal deals market markets"
    ).split()
)
_AUXILIARY = frozenset(
    "is are was were has have had been being later also then since now already reportedly both all who were".split()
)
_FUNCTION = frozenset(
    (
        "of in and or who whom whose that which it they them others other more all both so not never only also "
        "then now "
        "still reportedly at on by for with as to from but where when while after before than least most some any each "
        "he she we you i him her us me this these those there here people one ones"
    ).split()
)
_ONE = frozenset(("a", "an", "one", "another"))
_LONGEST = 3  # words of a noun no pack knows
_SHORTEST = 3  # letters


def unnamed_people(scene: Scene, sentence: Sentence) -> list[Quantity]:
    """Return numbers and single persons whose noun is unknown and stands right before an English word of harm."""
    reading = scene.reading
    found = []
    for trigger in scene.triggers_in(sentence, HURT):
        if trigger.lang != "en" or "weak" in trigger.flags or trigger.start == sentence.start:
            continue
        head = _head_before(reading, sentence, trigger)
        person = None if head is None else _person(scene, sentence, head)
        if person is not None and (_acts(reading, person) or not _is_said_of_things(reading, trigger)):
            found.append(person)
    return found


def _acts(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether the noun of people ends like those of who does something: "hatchers", "usherettes"."""
    word = reading.tokens.words[quantity.stop - 1]
    return word.endswith(_AGENTS) or word.removesuffix("s").endswith(_AGENTS) or word.endswith(("men", "women"))


def _is_said_of_things(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a verb is said of beasts, trees and engines as well, or says where something is or what it has.

    "Two generators are in the hospital", "two statues need a surgeon", "ten parcels were handed to medics".
    """
    words = reading.tokens.words[trigger.start : trigger.stop]
    if not _DIES.isdisjoint(words) or words[0] in _HAVING | _WHERE or not _HANDED.isdisjoint(words):
        return True
    behind = next((w for w in words[1:] if w not in _AUXILIARY), "")
    return words[0] in _AUXILIARY | _STAYING and behind in _WHERE


def counts_things(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether an unknown English plural that does nothing stands right behind a number: "twelve rifles"."""
    n = quantity.stop
    if n >= len(reading.tokens.words) or reading.parted(n - 1, n, ALL_MARKS) or not _may_be_noun(reading, n):
        return False
    word = reading.tokens.words[n]
    return word in _NO_PEOPLE or (word.endswith("s") and not word.removesuffix("s").endswith(_AGENTS))


def with_unnamed(scene: Scene, sentence: Sentence, people: list[Quantity]) -> list[Quantity]:
    """Return people of a sentence with those under unknown nouns among them, in order."""
    more = unnamed_people(scene, sentence)
    if not more:
        return people
    starts = {q.start for q in more}
    return sorted([*(q for q in people if q.start not in starts), *more], key=lambda q: q.start)


def _head_before(reading: Reading, sentence: Sentence, trigger: Mention) -> int | None:
    """Return the unknown word right before a word of harm, auxiliaries passed over."""
    words, n = reading.tokens.words, trigger.start - 1
    while n > sentence.start and words[n] in _AUXILIARY and reading.at("unit", n) is None:
        n -= 1
    if n <= sentence.start or reading.parted(n, trigger.start, ALL_MARKS):
        return None
    return n if _may_be_noun(reading, n) and words[n] not in _NO_PEOPLE else None


def _may_be_noun(reading: Reading, n: int) -> bool:
    word = reading.tokens.words[n]
    plain = word.isascii() and word.isalpha() and len(word) >= _SHORTEST and word not in _FUNCTION
    return plain and not reading.is_known(n) and not reading.is_capitalised(n)


def _person(scene: Scene, sentence: Sentence, head: int) -> Quantity | None:
    """Return the number or the article in front of a noun, as people."""
    reading = scene.reading
    words = reading.tokens.words
    for n in range(head - 1, max(sentence.start, head - 1 - _LONGEST) - 1, -1):
        if reading.parted(n, n + 1, ALL_MARKS):
            return None
        number = next((q for q in scene.quantities_in(n, n + 1) if q.count is not None and q.noun is None), None)
        if number is not None and number.stop == n + 1:
            flag = "plur" if words[head].endswith(("s", "men", "folk")) else "sing"
            noun = Mention("unit", "person", head, head + 1, frozenset((flag,)), "en")
            assert number.count is not None
            many = number.count.low != 1 or number.count.high != 1
            if many and flag == "sing":
                return None
            count = replace(number.count, unit=Unit.PERSON)
            return replace(number, count=count, noun=noun, stop=head + 1, elliptic=False)
        if words[n] in _ONE:
            return _one(reading, n, head) if words[head].endswith(_AGENTS) else None
        if not _may_be_noun(reading, n):
            return None
    return None


def _one(reading: Reading, start: int, head: int) -> Quantity:
    noun = Mention("unit", "person", head, head + 1, frozenset(("sing",)), "en")
    span = reading.span(start, head + 1)
    text = span.slice(reading.text)
    count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.PERSON, text=text)
    return Quantity(count, noun, start, head + 1, span)
