"""Says something in the language that is spoken."""

from typing import Any

from skyledger.say.catalogue import load_catalogue
from skyledger.say.forms import fill
from skyledger.say.language import language


def say(english: str, /, *, about: str = "", **fields: Any) -> str:
    """Return a text in the language that is spoken now.

    Args:
        english: The text in English, with ``{fields}``; it is what the translations stand under in ``data/words/``.
        about: Decides between two meanings of the same English.
        fields: Values for the fields.
    """
    lang = language()
    if lang == "en":
        return fill(english, fields, lang) if fields else english
    found = load_catalogue().find(lang, english, about)
    # What nobody translated is said in English rather than not at all; a test finds every such text.
    template, tongue = (english, "en") if found is None else (found, lang)
    return fill(template, fields, tongue) if fields else template


def knows(english: str) -> bool:
    """Tell whether a text has a translation."""
    return load_catalogue().find("en", english) is not None
