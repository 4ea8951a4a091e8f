"""Bodies told by their place alone: capitals, armies abroad, authorities of a region, a town's office."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def speakers(packs: Packs, text: str) -> set[str | None]:
    """Return who is said to speak in a text."""
    return {None if c.speaker is None else c.speaker.name for c in read_claims(a_text(text), packs)[1].claims}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Малков: над Рязанской областью сбиты четыре дрона. Аэропорт Рязани закрыт с 01:10.", "Pavel Malkov"),
        ("В Тульче упал дрон. Пострадавших, добавили в Бухаресте, нет.", "Government of Romania"),
        ("Исламабад сообщил о трёх сбитых дронах.", "Government of Pakistan"),
        ("Псковские власти признали, что дроны повредили три дома.", "Pskov Oblast government"),
        ("Адигейська влада визнала, що дрони пошкодили три будинки.", "Adygea government"),
        ("Латвийские военные сообщили, что дрон упал в лесу.", "Latvian Armed Forces"),
        ("The Voronezh authorities reported seven drones shot down.", "Voronezh Oblast government"),
        ("Five drones were shot down, the press office of Tatarstan's head told Interfax.", "Tatarstan government"),
    ],
)
def test_bodies_told_by_their_place(packs: Packs, text: str, who: str) -> None:
    assert who in speakers(packs, text)


def test_a_town_s_office_is_no_office_of_its_quarter(packs: Packs) -> None:
    text = "Харьков. Салтовский район: дрон попал в дом. Городские власти говорят о двух погибших."
    assert speakers(packs, text) == {"Kharkiv administration"}


@pytest.mark.parametrize(
    "text",
    [
        "Власти сообщили, что дрон упал на дом в Пскове.",
        "Officials said a drone had hit a house in Pskov.",
        "Псковские власти закрыли парк. В Острове дрон попал в дом.",
        "Дрон упал на дом. Армия Израиля признала: его видели на экранах.",
    ],
)
def test_nobody_speaks_where_no_place_tells_who(packs: Packs, text: str) -> None:
    assert None in speakers(packs, text)


def test_the_city_speaks_though_a_quarter_was_told_of_last(packs: Packs) -> None:
    text = "Киев после ночи. Печерск: дрон попал в гараж. Городские власти говорят о четырёх погибших."
    assert not any("Pecherskyi" in (who or "") for who in speakers(packs, text))
