"""Names of weapons that are plain words: «Молния» is a drone only in quotation marks, and then no weather."""

_NAMES = frozenset(("молния", "молнии", "молний", "молнию", "молнией", "молниями", "молниям"))
_OPENING = "«\"“„'‘"


def names_weapon(text: str, first: int) -> bool:
    """Tell whether a word that may name a weapon stands in quotation marks."""
    return first > 0 and text[first - 1] in _OPENING


def is_name_of_weapon(text: str, first: int, last: int) -> bool:
    """Tell whether a word is one that names a weapon in quotation marks only."""
    return text[first:last].lower() in _NAMES
