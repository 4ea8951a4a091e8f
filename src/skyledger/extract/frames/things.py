"""Things on the ground that attacks damage: what they are called, and one named in the singular."""

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import WHERE_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity
from skyledger.model.kinds import Qualifier, Unit

DAMAGED = frozenset(("building", "part", "apartment", "vehicle", "settlement", "location"))
# Nouns in the singular that are no single thing.
_MASS = ("інфраструктур", "инфраструктур", "infrastructure", "житло", "житла", "сектор", "промзон", "жилье", "жилья")
_ONE = frozenset(("a", "an", "one", "another"))
_DETERMINERS = frozenset(("the", "its", "his", "her", "their", "this", "that", "our", "my", "your"))
# Parts that are things of their own: pipes, fences, and lines called by more than one word.
_WHOLE_PARTS = tuple(
    (
        "pipe gas water heating fence mast pylon cable лэп леп газопров газог трубопров водопров водог водовод теплотр "
        "нефтепров кабел забор паркан огорож огражд опор стовп тин"
    ).split()
)
_LINES = ("line", "лини", "ліні", "электропередач", "електропередач")
_INSIDE = frozenset("в у на in at of".split())
_PARTS = tuple(
    "window roof glass glaz pane door wall facade окн окон стек крыш кровл двер рам вікн вікон шиб дах скл".split()
)


_MEANS = ("ом", "лами", "ками")


def is_means_of_harm(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether glass and the like is what did it: "склом зачепило", "стёклами посекло"."""
    noun = quantity.noun
    if noun is None or noun.value != "part" or noun.lang == "en" or quantity.count is not None:
        return False
    return scene.reading.tokens.words[noun.stop - 1].endswith(_MEANS)


def name_things(scene: Scene, *nouns: Mention | None) -> str:
    """Return the normalised English words of nouns, from the packs' ``detail`` terms."""
    found = []
    for noun in nouns:
        if noun is None:
            continue
        for term in scene.reading.starting("detail", noun.start, noun.stop):
            if noun.start <= term.start and term.stop <= noun.stop:
                found.append(term.value)
                break
    return " and ".join(dict.fromkeys(found))


def count_single(scene: Scene, quantity: Quantity, targets: list[Quantity], *, in_parts: bool = False) -> Quantity:
    """Count one thing named in the singular: "a lorry", "дитсадок"; not where it was: "in a school".

    Args:
        scene: The document's scene.
        quantity: A noun that may have no number.
        targets: Everything damaged beside it.
        in_parts: Whether parts of it are what was lost: "окна в школе" are one school.

    Returns:
        The quantity, with the count one where it is a single thing.
    """
    noun = quantity.noun
    if noun is None or quantity.count is not None or not _may_be_one(scene, quantity):
        return quantity
    reading = scene.reading
    if _is_place(reading, quantity) and not (in_parts and noun.value != "part" and _is_inside(reading, quantity)):
        return quantity  # "в школе повреждены два автобуса", but "стёкла в школе" are one school
    if _belongs(reading, quantity, targets):
        return quantity  # "одного из цехов завода" is one workshop
    span = reading.span(noun.start, noun.stop)
    unit = Unit.OTHER if noun.value == "part" else Unit(noun.value)
    count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=unit, text=span.slice(reading.text))
    return Quantity(count, noun, quantity.start, quantity.stop, span)


def names_part(words: str) -> bool:
    """Tell whether words of damage say themselves which part was lost: "стёкла вылетели", "lost its roof"."""
    plain = words.replace("ё", "е")
    return any(stem in plain for stem in _PARTS)


def _belongs(reading: Reading, quantity: Quantity, targets: list[Quantity]) -> bool:
    """Tell whether a thing only says whose another is: "цехов завода", "a school gym"."""
    assert quantity.noun is not None
    things = [t for t in targets if t.noun is not None and t.noun.value != "part"]
    if quantity.noun.lang == "en":
        stop = quantity.noun.stop
        return any(t.noun is not None and t.noun.start == stop for t in things) and reading.gap(stop - 1, stop) == " "
    start = quantity.start
    while (
        start > 0
        and reading.tokens.words[start - 1].endswith(_GENITIVES)
        and not reading.parted(start - 1, start, ",;:")
    ):
        start -= 1  # "корпусах светотехнического завода"
    owned = any(t.stop == start for t in things)
    return owned and not reading.gap(start - 1, start).strip(" \u00a0")


# Endings of adjectives in the genitive, which may stand before a noun in it.
_GENITIVES = ("ого", "его", "ной", "кой", "ней", "вой", "ных", "ких", "ної", "кої", "них")


def _is_whose(reading: Reading, noun: Mention) -> bool:
    """Tell whether a form of both numbers is the genitive of one, since a part stands right before: "дах школи"."""
    before = reading.ending("unit", noun.start, noun.start)
    return noun.lang != "en" and any(
        u.value == "part" and not reading.gap(u.stop - 1, noun.start).strip(" \u00a0") for u in before
    )


def _may_be_one(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a noun is a single thing in the singular."""
    noun = quantity.noun
    if noun is None or "sing" not in noun.flags or ("plur" in noun.flags and not _is_whose(scene.reading, noun)):
        return False
    words = scene.reading.tokens.words
    before = words[quantity.start - 1] if quantity.start else ""
    if noun.lang == "en" and not {before, words[quantity.start]} & (_ONE | _DETERMINERS):
        return False
    word = words[noun.stop - 1]
    if noun.value == "part":
        first = words[noun.start]
        return first.startswith(_WHOLE_PARTS) or (noun.stop - noun.start > 1 and word.startswith(_WHOLE_PARTS + _LINES))
    return noun.value in ("building", "vehicle", "apartment") and not word.startswith(_MASS)


def _before(reading: Reading, quantity: Quantity) -> str:
    words = reading.tokens.words
    before = words[quantity.start - 1] if quantity.start else ""
    return words[quantity.start - 2] if before in _DETERMINERS and quantity.start > 1 else before


def _is_place(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a thing only says where something was or whose it is: "in the school", "біля магазину"."""
    before = _before(reading, quantity)
    return before in WHERE_WORDS or (before in ("of", "to", "into") and quantity.noun is not None)


def _is_inside(reading: Reading, quantity: Quantity) -> bool:
    return _before(reading, quantity) in _INSIDE
