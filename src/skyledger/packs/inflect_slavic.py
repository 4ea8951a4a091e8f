"""Russian and Ukrainian word forms, made with pymorphy3 when packs are compiled and never at run time."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from skyledger.errors import PackError

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")


@cache
def analyser(lang: str) -> Any:
    """Return the analyser of ``ru`` or ``uk``.

    Raises:
        PackError: When pymorphy3 or its dictionary is not installed.
    """
    try:
        import pymorphy3

        return pymorphy3.MorphAnalyzer(lang=lang)
    except (ImportError, ValueError) as error:
        raise PackError(
            f"compiling packs needs pymorphy3 with its {lang} dictionary: pip install 'skyledger[packs]'"
        ) from error


def _flags(tag: Any) -> str:
    """Return what a rule may want to know of a form: number, neuter impersonal, attributive participle."""
    marks = []
    grammemes = tag.grammemes  # a set: asking the tag itself raises on grammemes another language lacks
    if "plur" in grammemes:
        marks.append("plur")
    elif "neut" in grammemes and grammemes & {"VERB", "PRTS"}:
        marks.append("neut")
    elif grammemes & {"sing", "masc", "femn", "neut"}:  # the Ukrainian dictionary marks gender instead of number
        marks.append("sing")
    if grammemes & {"VERB", "PRTS"}:
        marks.append("verb")
    if grammemes & {"PRTF", "ADJF"}:
        marks.append("attr")
    if grammemes & {"INFN", "infn"}:
        marks.append("inf")
    if grammemes & {"impr", "futr"}:
        marks.append("future")
    return " ".join(marks)


def _plain(word: str) -> str:
    return word.replace("ё", "е")


def _is_present_too(word: str, lang: str) -> bool:
    """Tell whether a future form is a present one as well: "атакуют", "эвакуируют" of verbs with both aspects."""
    return any("pres" in p.tag.grammemes for p in analyser(lang).parse(word))


def _lexeme(parse: Any, word: str) -> Iterator[Any]:
    """Yield the forms of a word; of a participle in use as a noun ("эвакуированный") not those of its verb."""
    alone = "PRTF" in parse.tag.grammemes and _plain(parse.normal_form) != _plain(word)
    kept = parse.tag.grammemes & {"PRTF", "pssv", "actv", "past", "pres"}
    return (form for form in parse.lexeme if not alone or kept <= form.tag.grammemes)


# Surnames and the like, which have no plural: "Пекар", "Гірник", "Слюсар" beside the trades.
_NAMES = frozenset(("name", "lname", "fname", "patr", "Surn", "Name", "Patr", "Geox", "prop", "Prop"))


def _best_parse(word: str, lang: str) -> Any:
    """Return the parse whose dictionary form is the word itself, known words first and names last."""
    parses = analyser(lang).parse(word)
    own = [p for p in parses if _plain(p.normal_form) == _plain(word)]  # packs write "прием", the dictionary "приём"
    known = [p for p in own if p.is_known]
    return next((p for p in known if not p.tag.grammemes & _NAMES), (known or own or parses)[0])


def inflect_word(lemma: str, lang: str) -> dict[str, str]:
    """Return every form of a lemma with its flags (participles of verbs included)."""
    forms: dict[str, str] = {lemma: ""}
    if lang == "uk":
        forms.update(_passive_participles(lemma))
        forms.update(_gerunds(lemma))
    for form in _lexeme(_best_parse(lemma, lang), lemma):
        flags = set(forms.get(form.word, "").split()) | set(_flags(form.tag).split())
        if form.tag.grammemes & {"Supr", "Cmp2"}:
            continue
        if lang == "ru" and "futr" in form.tag.grammemes and _is_present_too(form.word, lang):
            flags.discard("future")
        forms[form.word] = " ".join(sorted(flags))
    return forms


_PARTICIPLE_ENDINGS = {
    "ий": "sing",
    "а": "sing",
    "е": "sing",
    "і": "plur",
    "у": "sing",
    "ого": "attr sing",
    "ому": "attr sing",
    "им": "attr",
    "ім": "attr sing",
    "ої": "attr sing",
    "ій": "attr sing",
    "ою": "attr sing",
    "их": "attr plur",
    "ими": "attr plur",
}


def _passive_participles(lemma: str) -> dict[str, str]:
    """Return the passive participles of a Ukrainian verb, which its dictionary keeps apart from the verb.

    They follow from the impersonal form: ``збито`` gives ``збитий, збита, збиті, збитих`` and so on.
    """
    forms = {}
    for form in _best_parse(lemma, "uk").lexeme:
        if form.word.endswith(("но", "то")) and "VERB" in form.tag.grammemes:
            stem = form.word[:-1]
            forms.update({stem + ending: marks for ending, marks in _PARTICIPLE_ENDINGS.items()})
            forms[form.word] = "neut"
    return forms


_VOWELS = tuple("аеєиіїоуюя")


def _gerunds(lemma: str) -> dict[str, str]:
    """Return the gerund of a Ukrainian verb, which its dictionary lacks: ``пошкодивши``."""
    stem = lemma.removesuffix("ти")
    verbal = stem != lemma and stem.endswith(_VOWELS) and "VERB" in _best_parse(lemma, "uk").tag.grammemes
    return {f"{stem}вши": "verb"} if verbal else {}


def inflect_phrase(phrase: str, lang: str) -> dict[str, str]:
    """Return the forms of a phrase whose starred words agree.

    A phrase with a starred verb is conjugated; one with a starred noun is declined in case and number, its starred
    adjectives and participles following the noun's gender.
    """
    words = phrase.split()
    starred = [i for i, w in enumerate(words) if w.startswith("*")]
    parses = {i: _best_parse(words[i][1:], lang) for i in starred}
    bare = [w.lstrip("*") for w in words]
    verbs = [i for i in starred if parses[i].tag.POS in ("INFN", "VERB")]
    if verbs:
        return dict(_conjugated(bare, verbs, parses))
    return dict(_declined(bare, starred, parses))


def _conjugated(bare: list[str], verbs: list[int], parses: dict[int, Any]) -> Iterator[tuple[str, str]]:
    first = verbs[0]
    for form in parses[first].lexeme:
        words = list(bare)
        words[first] = form.word
        grammemes = {
            g
            for g in ("sing", "plur", "masc", "femn", "neut", "past", "pres", "1per", "3per")
            if g in form.tag.grammemes
        }
        for other in verbs[1:]:
            same = parses[other].inflect(grammemes)
            words[other] = same.word if same is not None else words[other]
        yield " ".join(words), _flags(form.tag)


def _agreeing(parse: Any, number: str, case: str, gender: str | None) -> str | None:
    """Return the form of a word in a number and case; ``gender`` for adjectives beside a singular noun."""
    for form in parse.lexeme:
        marks = form.tag.grammemes
        if case not in marks or ("plur" in marks) != (number == "plur"):
            continue
        if number == "sing" and gender and gender not in marks:
            continue
        return str(form.word)
    return None


def _declined(bare: list[str], starred: list[int], parses: dict[int, Any]) -> Iterator[tuple[str, str]]:
    yield " ".join(bare), "sing"
    noun = next((i for i in starred if "NOUN" in parses[i].tag.grammemes), None)
    gender = parses[noun].tag.gender if noun is not None else None
    for number in ("sing", "plur"):
        for case in _CASES:
            words = list(bare)
            for i in starred:
                form = _agreeing(parses[i], number, case, gender if i != noun else None)
                if form is None:
                    break
                words[i] = form
            else:
                yield " ".join(words), number
    yield from _paucal(bare, starred, parses, noun)


def _paucal(bare: list[str], starred: list[int], parses: dict[int, Any], noun: int | None) -> Iterator[tuple[str, str]]:
    """Yield the form after two, three and four: "беспилотных летательных аппарата"."""
    words = list(bare)
    for i in starred:
        form = _agreeing(parses[i], "sing" if i == noun else "plur", "gent", None)
        if form is None or noun is None:
            return
        words[i] = form
    yield " ".join(words), "plur"
