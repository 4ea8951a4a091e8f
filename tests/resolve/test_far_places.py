"""Places that are not those they seem: namesakes far away, the village and its district, where something was said."""

import pytest

from skyledger.extract import extract_document
from skyledger.model import Place
from skyledger.packs import Packs
from skyledger.resolve import Resolved, resolve_extraction
from tests.extract.saying import a_text


def claims(text: str, packs: Packs) -> Resolved:
    document = a_text(text)
    return resolve_extraction(document, extract_document(document, packs), packs)


def names(text: str, packs: Packs) -> list[str | None]:
    places: list[Place | None] = [c.place for c in claims(text, packs).claims]
    return [p if p is None else p.name for p in places]


@pytest.mark.parametrize(
    "text",
    [
        "В Белгородской области дрон ударил по селу Конево.",
        "Севастополь под атакой. В Гагаринском районе осколки дрона повредили два дома.",
        "Вологодская область: на улице Первомайская дрон упал на гараж.",
    ],
)
def test_the_only_known_namesake_far_from_what_a_text_is_about_is_not_believed(packs: Packs, text: str) -> None:
    resolved = claims(text, packs)
    assert not {p.name for c in resolved.claims if (p := c.place)} & {"Konevo", "Gagarinsky District", "Pervomayskaya"}


def test_and_it_is_said_why(packs: Packs) -> None:
    [issue] = claims("Севастополь под атакой. В Гагаринском районе осколки дрона повредили два дома.", packs).issues
    assert (issue.code, issue.text) == ("place.unresolved", "Гагаринском районе")
    assert issue.message == "the only place the packs know by this name lies far from what the text is about"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дрон ударил по селу Конево.", "Konevo"),  # nothing says that another is meant
        ("В Архангельской и Белгородской областях тревога. Дрон ударил по селу Конево.", "Konevo"),
        ("В Белгородской области тихо. Дрон ударил по Рыльску.", "Rylsk"),  # next door
        ("В Белгородской области тихо. Дрон ударил по Архангельску.", "Arkhangelsk"),  # everybody knows it
    ],
)
def test_but_what_may_well_be_meant_is(packs: Packs, text: str, expected: str) -> None:
    assert expected in names(text, packs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drones damaged a house in Shevchenkove, Kupiansk district.", "Shevchenkove"),
        ("In Chuhuiv district, Vovchansk was hit by three drones.", "Vovchansk"),
        ("Куп'янський район, смт Шевченкове: дроном пошкоджено будинок.", "Shevchenkove"),
        ("Drones damaged nine houses in Shevchenkove and Kupiansk district.", "Shevchenkove, Kupiansk District"),
        ("Дрони пошкодили п'ять будинків у Сумах, Конотопському районі.", "Sumy, Konotop District"),
    ],
)
def test_a_village_before_or_behind_its_district_is_one_place(packs: Packs, text: str, expected: str) -> None:
    assert set(names(text, packs)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ночью беспилотник упал в уезде Тулча. Пострадавших нет, сообщили в Бухаресте.", "Tulcea County"),
        ("Уламки дрона знайшли в повіті Тулча. У Бухаресті запевнили, що постраждалих немає.", "Tulcea County"),
        ("According to Warsaw, four drones were shot down over Lublin province.", "Lublin Voivodeship"),
        ("В Бухаресте ночью упал беспилотник, повреждена крыша школы.", "Bucharest"),
        ("Дрон впав у Бухаресті, повідомила поліція. Пошкоджено дві автівки.", "Bucharest"),
        ("Two drones flew to Riga overnight and damaged three cars there.", "Riga"),
        ("Two drones fell in Riga overnight and damaged three cars, police said.", "Riga"),
    ],
)
def test_a_capital_may_be_only_where_it_was_said(packs: Packs, text: str, expected: str) -> None:
    assert set(names(text, packs)) == {expected}
