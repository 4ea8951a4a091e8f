"""Flights told to have come down elsewhere by any verb: "three jets due in Kazan ended their journey in Ufa".

Who is meant for one airport and comes down at another was diverted, whatever the verb; what was bound for and where it
went say so. Weather, faults and unruly passengers are sorted out by whoever asks.
"""

import re

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, PlacePhrase, Sentence

# What says where a flight was meant to go; the place stands right behind.
_MEANT = re.compile(
    r"\b(?:bound|inbound|destined|meant|heading|headed|due|scheduled|instead of|en route|on approach|"
    r"следовавш\w+|направлявш\w+|прибывавш\w+|прилетавш\w+|летевш\w+|шедш\w+|ожидавш\w+|ждали|вместо|замість|"
    r"прямував\w*|прямували|летіл\w+|летів|мав|мали|долететь|долетіти|рейс\w* (?:до|в|на)|"
    r"from [\w'-]+(?: [\w'-]+)? to|(?:из|с|з|зі|із) [\w'-]+ (?:в|на|до|у)|"
    r"приземлиться|приземлитися|сесть|сісти)\b"
)
_COMES_DOWN = re.compile(
    r"(?:come|land(?:ed|ing)?|end(?:ed)?|made|sent|took|taken|accepted|received|went|flew|flown|"
    r"headed|set|came|left|turned|return(?:ed|ing)|chose|picked|spent|put|"
    r"finish(?:ed|ing)|wound|touched|divert(?:ed|ing)|"
    r"sent|sending|forcing|forced|slept|"
    r"уехал[аио]?|улетел[аио]?|оказал\w+|ночу[ею]т|ночева\w+|отправив|направив|увели|увез\w+|увод\w+|"
    r"опинил\w+|опинив\w*|полетіл[аио]|полетів|поїхал[аио]|поїхав|ночу[єю]\w*|ночува\w+|відправивши|"
    r"сел[аио]?|приземл\w+|посад\w+|уш[её]л|ушл[иао]|отправил\w+|отправлен\w*|направлен\w*|принял[аои]?|вернул\w+|"
    r"верн[её]т\w*|развернул\w+|сіл[аио]|сів|пішл[иао]|пішов|відправи\w+|відправлен\w+|прийня\w+|поверну\w+|розверну\w+)"
)
_ELSEWHERE = re.compile(
    r"\b(?:alternat\w+|elsewhere|(?:other|reserve|backup|different|another) (?:air\w+|cit\w+|hubs?|fields?)|"
    r"деінде|запасн\w+|(?:друг\w+|резервн\w+|соседн\w+) (?:аэро\w+|город\w*)|(?:аэропорт\w*|аэродром\w*) вылета|"
    r"(?:інш\w+|резервн\w+|сусідн\w+) (?:аеро\w+|летовищ\w*|міст\w*)|(?:аеропорт\w*|летовищ\w*) вильоту)\b"
)
_CREWS = frozenset("crews crew pilots экипажи экипажей екіпажі екіпажів".split())
_REACH = 4  # words from what says so to the place: "due to land in the city of"


def may_be_bound(reading: Reading) -> bool:
    """Tell whether a text speaks of flights that were meant for somewhere, or went elsewhere."""
    if not _names_flights(reading, 0, len(reading.tokens.words)):
        return False
    text = reading.tokens.folded
    return bool(_MEANT.search(text) or _ELSEWHERE.search(text))


def find_bound(
    scene: Scene, sentence: Sentence, places: list[PlacePhrase]
) -> tuple[Mention, PlacePhrase | None] | None:
    """Return the verb by which flights came down elsewhere, and the airport they were meant for where it is named.

    Args:
        scene: The document.
        sentence: One that names flights, and no known word of diversion.
        places: Its places.
    """
    reading = scene.reading
    if not _names_flights(reading, sentence.start, sentence.stop):
        return None
    text = reading.tokens.folded[sentence.first : sentence.last]
    meant = _meant_for(scene, sentence, places, text)
    elsewhere = _ELSEWHERE.search(text)
    others = [p for p in places if p is not meant and (meant is None or p.members != meant.members)]
    if meant is None and elsewhere is None:
        return None
    if elsewhere is None and not any(_is_reached(reading, p) for p in others):
        return None
    verb = _verb(reading, sentence)
    return None if verb is None else (verb, meant)


def _names_flights(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether flights are spoken of, or aircraft that are no drones, or crews where an airport is."""
    if not _CREWS.isdisjoint(reading.tokens.words[start:stop]) and "airport" in reading.tokens.folded:
        return True
    if any(u.value == "flight" for u in reading.starting("unit", start, stop)):
        return True
    return any(o.value == "aircraft" for o in reading.starting("object", start, stop))


def _meant_for(scene: Scene, sentence: Sentence, places: list[PlacePhrase], text: str) -> PlacePhrase | None:
    reading = scene.reading
    for found in _MEANT.finditer(text):
        at = sentence.first + found.end()
        behind = [p for p in places if p.span.start >= at]
        if behind and len(reading.text[at : behind[0].span.start].split()) <= _REACH:
            return behind[0]
    return None


_AT = frozenset("at in into to for в во на до у к".split())


def _is_reached(reading: Reading, place: PlacePhrase) -> bool:
    """Tell whether a place is where something comes down; what takes flights in stands without a preposition."""
    before = reading.tokens.words[place.start - 1] if place.start else ""
    taken = reading.tokens.words[max(0, place.start - 2) : place.start + 2]
    return before in _AT or any(w.startswith(("принял", "прийнял", "прийняв", "took", "accepted")) for w in taken)


def _verb(reading: Reading, sentence: Sentence) -> Mention | None:
    words = reading.tokens.words
    for token in range(sentence.start, sentence.stop):
        if _COMES_DOWN.fullmatch(words[token].replace("ё", "е")):
            lang = "en" if words[token].isascii() else "uk" if set(words[token]) & set("ії") else "ru"
            return Mention("trigger", "diversion", token, token + 1, frozenset(), lang)
    return None
