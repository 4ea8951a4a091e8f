"""Turn the lexicon packs into the table of surfaces the scanner looks for."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from skyledger.packs.inflect_english import plural, verb_forms
from skyledger.packs.inflect_slavic import inflect_phrase, inflect_word
from skyledger.packs.lexicon_source import LexiconEntry, NumberWords, read_lexicon
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.records import Term
from skyledger.packs.tables import TERM_HEADER, term_rows, write_table


def entry_forms(entry: LexiconEntry) -> dict[str, str]:
    """Return every surface of an entry with the flags its form carries."""
    forms: dict[str, str] = dict.fromkeys(entry.forms, "")
    if entry.lang == "en":
        for noun in entry.nouns:
            forms[noun] = "sing"
            forms[plural(noun)] = "plur"
        for verb in entry.verbs:
            forms.update(verb_forms(verb.partition("|")[0]))
        return forms
    for lemma in entry.lemmas:
        if " " in lemma:
            forms[lemma] = ""
        else:
            forms.update(inflect_word(lemma, entry.lang))
    for phrase in entry.phrases:
        forms.update(inflect_phrase(phrase, entry.lang) if "*" in phrase else {phrase: ""})
    return forms


def entry_terms(entry: LexiconEntry) -> Iterator[tuple[str, Term]]:
    """Yield ``(normalised surface, term)`` for an entry."""
    for form, marks in entry_forms(entry).items():
        flags = entry.flags_by_form.get(form, "")
        joined = " ".join(part for part in (entry.flags, flags, marks) if part)
        surface = normalise_surface(form)
        if surface:
            yield surface, Term(category=entry.category, value=entry.value, lang=entry.lang, flags=joined)


def number_terms(numbers: Iterable[NumberWords]) -> Iterator[tuple[str, Term]]:
    """Yield the number words; the value is the number in digits."""
    for words in numbers:
        for word, value in words.values.items():
            yield normalise_surface(word), Term(category="number", value=str(value), lang=words.lang)
        for lemma, value in words.declined.items():
            for form in inflect_word(lemma, words.lang):
                yield normalise_surface(form), Term(category="number", value=str(value), lang=words.lang)


def _as_in_chats(surface: str, lang: str) -> str:
    """Return a Ukrainian surface as people type it in a hurry, without its apostrophes: "девять", "підїзд"."""
    return surface.replace("'", "") if lang == "uk" and len(surface) > _SHORT else surface


_SHORT = 4  # letters up to which a word without its apostrophe may be another


def compile_lexicon(folder: Path) -> list[tuple[str, Term]]:
    """Return all lexicon terms of ``folder`` (``data/lexicon``), flags of equal terms merged.

    Raises:
        PackError: When a file is malformed or pymorphy3 is missing.
    """
    entries, numbers = read_lexicon(folder)
    merged: dict[tuple[str, str, str, str], set[str]] = {}
    for surface, term in [t for e in entries for t in entry_terms(e)] + list(number_terms(numbers)):
        for written in {surface, _as_in_chats(surface, term.lang)}:
            key = (written, term.category, term.value, term.lang)
            merged.setdefault(key, set()).update(term.flags.split())
    return [
        (surface, Term(category=category, value=value, lang=lang, flags=" ".join(sorted(flags))))
        for (surface, category, value, lang), flags in merged.items()
    ]


def write_lexicon(data: Path) -> int:
    """Compile ``data/lexicon`` into ``data/compiled/lexicon_terms.tsv``; return the number of rows."""
    rows = term_rows(compile_lexicon(data / "lexicon"))
    return write_table(data / "compiled" / "lexicon_terms.tsv", TERM_HEADER, rows)
