"""The forms of one word that a user adds: made as those of the shipped packs are."""

from collections.abc import Mapping

from skyledger.errors import PackError
from skyledger.packs.check_lexicon import WORD_KEYS
from skyledger.packs.compile_lexicon import entry_terms
from skyledger.packs.inflect_slavic import analyser
from skyledger.packs.institution_names import institution_forms
from skyledger.packs.lexicon_source import LexiconEntry
from skyledger.packs.load import DATA, Packs
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.person_names import gender_of, name_forms
from skyledger.packs.toponyms_records import PlaceSource
from skyledger.packs.toponyms_sources import read_common_words
from skyledger.packs.toponyms_terms import place_terms
from skyledger.packs.vocabulary import LANGS, PLACE_CATEGORIES

FormFlags = Mapping[str, str]
_ENGLISH_NOUNS = frozenset({"object", "unit", "detail", "place_head"})
_ENGLISH_VERBS = frozenset({"trigger", "speech"})
_NO_FORMS = (
    "pymorphy3 is not installed, so that no case forms were made: only what you gave is looked for. "
    "Install skyledger[packs], or give each form with --form"
)


def make_forms(
    category: str, value: str, lang: str, word: str, packs: Packs, *, inflect: bool
) -> tuple[dict[str, str], list[str]]:
    """Make the forms of a word.

    Args:
        category: Decides how the word changes.
        value: What it means; a place or a speaker has a kind of its own.
        lang: ``en``, ``ru`` or ``uk``.
        word: Dictionary form.
        packs: The shipped packs.
        inflect: False takes the word as written.

    Returns:
        Normalised surfaces with their flags, and notes for the user.
    """
    as_written = {normalise_surface(word): ""}
    if not inflect:
        return as_written, []
    if lang != "en" and not _can_inflect(lang):
        return as_written, [_NO_FORMS]
    if category in PLACE_CATEGORIES:
        return _place_forms(value, lang, word, packs) or as_written, []
    if category == "speaker":
        return _person_forms(value, lang, word, packs), []
    if category == "body":
        return {normalise_surface(form): "" for form in institution_forms(word, lang)}, []
    return (as_written if category == "title" else _lexicon_forms(category, lang, word)), []


def _can_inflect(lang: str) -> bool:
    try:
        return analyser(lang) is not None
    except PackError:
        return False


def _place_forms(value: str, lang: str, word: str, packs: Packs) -> dict[str, str]:
    names = {each: (word,) if each == lang else () for each in LANGS}
    source = PlaceSource(place=packs.places[value], names=names)
    forms: dict[str, str] = {}
    for surface, term in place_terms(source, read_common_words(DATA)):
        if term.lang == lang and term.category == "place":
            forms[surface] = " ".join(sorted({*forms.get(surface, "").split(), *term.flags.split()}))
    return forms


def _person_forms(value: str, lang: str, word: str, packs: Packs) -> dict[str, str]:
    """Return the forms of a name; a surname that means something else too needs a role word beside it."""
    if lang == "en":
        surname = normalise_surface(word.split()[-1])
        forms = {normalise_surface(word): ""}
        forms.setdefault(surname, "surname")
        if len(word.split()) == 1:
            forms[surname] = "surname"
    else:
        given = word.split()[0] if " " in word else ""
        made = name_forms(word, lang, gender_of(given, lang) if given else "m")
        forms = {normalise_surface(form.surface): form.kind.replace("full", "") for form in made}
    for surface, kind in forms.items():
        others = [t for t in packs.terms.get(surface, ()) if t.value != value]
        if kind == "surname" and others:
            forms[surface] = "common surname" if all(t.category == "speaker" for t in others) else "surname word"
    return forms


def _lexicon_forms(category: str, lang: str, word: str) -> dict[str, str]:
    if lang == "en":
        key = "nouns" if category in _ENGLISH_NOUNS else "verbs" if category in _ENGLISH_VERBS else "forms"
    else:
        key = "phrases" if "*" in word else "forms" if " " in word else "lemmas"
    lemmas, phrases, forms, nouns, verbs = ((word,) if each == key else () for each in WORD_KEYS)
    entry = LexiconEntry(
        lang=lang, category=category, value="", lemmas=lemmas, phrases=phrases, forms=forms, nouns=nouns, verbs=verbs
    )
    return {surface: term.flags for surface, term in entry_terms(entry)}
