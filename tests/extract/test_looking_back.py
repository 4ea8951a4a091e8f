"""What is told because somebody looks back is no news; how often it came to this, and last night, are."""

import pytest

from skyledger.model import ClaimStatus
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def current(packs: Packs, text: str) -> list[str]:
    """Return the rules of the current claims of a text."""
    return [c.rule for c in read_claims(a_text(text), packs)[1].claims if c.status is ClaimStatus.CURRENT]


@pytest.mark.parametrize(
    "text",
    [
        "Today is four months since a missile hit the depot in Sumy and six people were killed.",
        "Two winters ago a drone tore the roof off a school in Odesa.",
        "The mural recalls the night when 14 drones were shot down over Mykolaiv.",
        "Builders repaired 30 flats damaged in the spring attacks on Voronezh.",
        "October closed with 1,204 downed drones in the staff's ledger.",
        "Камень с 21 именем стоит там, где в Виннице упала ракета.",
        "Пів року минуло від дня, коли дві авіабомби зрівняли із землею пошту в Костянтинівці.",
        "«Мы прошли через это в двадцать втором: три ракеты в один двор, девять погибших».",
        "Throughout September they shot down 312 Shaheds over Odesa.",
        "Сегодня пять месяцев, как дрон ударил по рынку в Херсоне и погибли семь человек.",
        "В октябре над Орлом сбили 10 дронов.",
        "Ветеран рассказал школьникам Тулы, как его батарея сбила девять ракет.",
        "Две весны назад ракета разрушила этот дом в Белгороде.",
        "Обелиск напоминает о ночи, когда над Курском сбили 14 дронов.",
        "Три зими тому дрон пошкодив школу в Охтирці.",
        "Сьогодні рік, відколи ракета вдарила по вокзалу в Ізюмі й загинули 16 людей.",
        "Стела нагадує про день, коли над Одесою збили 12 ракет.",
    ],
)
def test_looking_back_is_no_news(text: str, packs: Packs) -> None:
    assert current(packs, text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Residents recall last night, when 14 drones were shot down over Mykolaiv.", "downed"),
        ("Жители ещё помнят грохот: минувшей ночью над Курском сбили 14 дронов.", "downed"),
        ("Увдванадцяте за місяць дрон влучив у школу в Нікополі.", "hit"),
        ("В октябре тихо, а этой ночью над Орлом сбили 10 дронов.", "downed"),
        ("A drone killed a boy and his grandfather in Kherson.", "killed"),
        ("Удев'яте за тиждень над Сумами збито дрон.", "downed"),
    ],
)
def test_last_night_and_how_often_are_news(text: str, rule: str, packs: Packs) -> None:
    assert any(rule in told for told in current(packs, text))
