"""Clauses that hang on doubt, fear, wish, question or condition are not told as having happened."""

import pytest

from skyledger.model import Modality
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

STATEMENTS = {
    "en": ("12 drones were shot down over Sumy", "12 people were injured in Sumy", "12 houses were damaged in Sumy"),
    "ru": ("над Сумами сбили 12 дронов", "в Сумах ранены 12 человек", "в Сумах повреждены 12 домов"),
    "uk": ("над Сумами збили 12 дронів", "у Сумах поранено 12 людей", "у Сумах пошкоджено 12 будинків"),
}
DRONES = {"en": "Drones again.", "ru": "Снова дроны.", "uk": "Знову дрони."}


def told(packs: Packs, lang: str, frame: str) -> list[list[Modality]]:
    """Return the modality of the claims with the number of each statement put into a sentence."""
    found = []
    for statement in STATEMENTS[lang]:
        text = f"{DRONES[lang]} {frame.format(statement)}"
        claims = read_claims(a_text(text), packs)[1].claims
        found.append([c.modality for c in claims if "12" in " ".join(e.text for e in c.evidence)])
    return found


@pytest.mark.parametrize(
    ("lang", "frame"),
    [
        ("en", "The mayor was asked if {}."),
        ("en", "It is not known whether {}."),
        ("en", "They feared that {}."),
        ("en", "Imagine that {}."),
        ("en", "The ministry did not say that {}."),
        ("en", "If {}, the ministry would have told us."),
        ("ru", "Мэра спросили, правда ли, что {}."),
        ("ru", "Боялись, что {}."),
        ("ru", "Неизвестно, правда ли, что {}."),
        ("ru", "Вопреки заявлениям, что {}, всё тихо."),
        ("uk", "Невідомо, чи правда, що {}."),
        ("uk", "Уявіть, що {}."),
        ("uk", "Якби {}, про це повідомили б."),
    ],
)
def test_what_is_feared_asked_or_supposed_is_not_told(packs: Packs, lang: str, frame: str) -> None:
    assert told(packs, lang, frame) == [[], [], []]


@pytest.mark.parametrize(
    ("lang", "frame"),
    [
        ("en", "Nobody has confirmed that {}."),
        ("en", "There is no evidence that {}."),
        ("ru", "Никто не подтвердил, что {}."),
        ("ru", "Нет доказательств, что {}."),
        ("uk", "Немає доказів, що {}."),
        ("uk", "Ходили чутки, що {}."),
    ],
)
def test_what_nobody_confirms_is_unconfirmed(packs: Packs, lang: str, frame: str) -> None:
    assert told(packs, lang, frame) == [[Modality.UNCONFIRMED]] * 3


@pytest.mark.parametrize(
    ("lang", "frame"),
    [
        ("en", "The governor said that {}."),
        ("en", "There is no doubt that {}."),
        ("en", "If the governor is right, {}."),
        ("ru", "Глава области подтвердил, что {}."),
        ("ru", "Нет сомнений, что {}."),
        ("ru", "Боялись худшего, но {}."),
        ("uk", "Очільник області повідомив, що {}."),
        ("uk", "Якщо вірити очільнику, {}."),
    ],
)
def test_what_is_told_is_told(packs: Packs, lang: str, frame: str) -> None:
    assert told(packs, lang, frame) == [[Modality.ASSERTED]] * 3
