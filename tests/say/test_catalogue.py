"""Every text has its words in each language, with the same fields and the forms that language has."""

import re

import pytest

from skyledger.errors import PackError
from skyledger.extract.frames.civil import DETAILS
from skyledger.link.families import load_outlet_families
from skyledger.model import Fate, Kind, ObjectType
from skyledger.packs.load import load_packs
from skyledger.publish.event_words import kind_words
from skyledger.say import LANGS, Told, say, speaking
from skyledger.say.catalogue import load_catalogue, parse_catalogue
from skyledger.say.forms import names_in
from tests.say.sources import said_in_sources

OTHERS = [lang for lang in LANGS if lang != "en"]
LATIN = re.compile(r"[A-Za-z]{3,}")


@pytest.mark.parametrize("lang", OTHERS)
def test_every_text_in_the_sources_has_words(lang: str) -> None:
    catalogue = load_catalogue()
    lacking = {(text, file) for about, text, file in said_in_sources() if catalogue.find(lang, text, about) is None}

    assert not lacking


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("code", Told)
def test_every_code_has_a_sentence_with_the_same_parameters(code: Told, lang: str) -> None:
    found = load_catalogue().find(lang, code.value)

    assert found is not None
    assert names_in(found) == names_in(code.value)


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("kind", Kind)
def test_whatever_happened_is_named_in_the_language(kind: Kind, lang: str) -> None:
    with speaking(lang):
        fates = (None, Fate.DECLARED, Fate.LIFTED) if kind is Kind.ALERT else (None, *Fate)
        told = {kind_words(kind, fate, what) for fate in fates for what in (None, *ObjectType)}

    assert not [words for words in told if LATIN.search(words.replace("FPV", ""))]


@pytest.mark.parametrize(
    ("lang", "number", "words"),
    [
        ("en", 1, "1 origin"),
        ("en", 2, "2 origins"),
        ("ru", 1, "1 первоисточник"),
        ("ru", 3, "3 первоисточника"),
        ("ru", 5, "5 первоисточников"),
        ("ru", 11, "11 первоисточников"),
        ("ru", 12, "12 первоисточников"),
        ("ru", 21, "21 первоисточник"),
        ("ru", 112, "112 первоисточников"),
        ("ru", 12_345, "12\u00a0345 первоисточников"),
        ("uk", 1, "1 першоджерело"),
        ("uk", 4, "4 першоджерела"),
        ("uk", 14, "14 першоджерел"),
        ("uk", 101, "101 першоджерело"),
        ("uk", 0, "0 першоджерел"),
    ],
)
def test_words_agree_with_their_number(lang: str, number: int, words: str) -> None:
    with speaking(lang):
        assert say("{n} {n:origin|origins}", n=number) == words


def test_a_participle_agrees_with_what_flew_and_how_many() -> None:
    with speaking("ru"):
        told = [
            kind_words(Kind.INTERCEPTION, Fate.DOWNED, what, number=number)
            for what, number in ((ObjectType.UAV, 1), (ObjectType.CRUISE_MISSILE, 1), (ObjectType.CRUISE_MISSILE, 2))
        ]

    assert told == ["БПЛА сбит", "крылатая ракета сбита", "крылатые ракеты сбиты"]


def test_what_nobody_translated_is_said_in_english() -> None:
    with speaking("ru"):
        assert say("{n} {n:nonsuch|nonsuches}", n=2) == "2 nonsuches"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[say]]\nen = "a"\nru = "а"', "needs en, ru, uk"),
        ('[[say]]\nen = "a {n}"\nru = "а"\nuk = "а {n}"', "shows other fields"),
        ('[[say]]\nen = "{n:a|b}"\nru = "{n:а|б}"\nuk = "{n:а|б|в}"', "without its three forms"),
        ('[[say]]\nen = "a"\nru = ""\nuk = "а"', "empty"),
        ('[[say]]\nen = "a"\nru = "а"\nuk = "а"\n\n[[say]]\nen = "a"\nru = "б"\nuk = "б"', "twice"),
        ("[[say", "words/x.toml"),
    ],
)
def test_a_fault_names_entry_and_reason(text: str, fault: str) -> None:
    with pytest.raises(PackError, match=fault):
        parse_catalogue({"x.toml": text})


def test_a_language_nobody_speaks_is_refused() -> None:
    with pytest.raises(ValueError, match="none of en, ru, uk"), speaking("de"):
        pass


def test_every_detail_and_role_that_packs_know_has_words() -> None:
    packs, catalogue = load_packs(), load_catalogue()
    details = {term.value for terms in packs.terms.values() for term in terms if term.category == "detail"}
    details |= set(DETAILS.values()) | {"flights", "train delays", "public transport"}
    roles = {official.role.replace("_", " ") for official in packs.officials.values()}

    for lang in OTHERS:
        assert not [detail for detail in details if catalogue.find(lang, detail) is None]
        assert not [role for role in roles if (("role", role) not in catalogue.templates[lang])]


def test_every_reason_for_one_voice_has_words() -> None:
    families = load_outlet_families()

    for lang in OTHERS:
        assert not [one for one in families.reasons.values() if one and load_catalogue().find(lang, one) is None]
