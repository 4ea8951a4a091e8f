"""Lists of places that go on with a number of others, and lists of towns that weapons flew from."""

import pytest

from skyledger.extract import extract_document
from skyledger.model import Claim
from skyledger.packs import Packs
from skyledger.resolve import resolve_extraction
from tests.extract.saying import a_text


def claims(text: str, packs: Packs) -> tuple[Claim, ...]:
    document = a_text(text)
    return resolve_extraction(document, extract_document(document, packs), packs).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Над Воронежем, Борисоглебском и тремя районами области ночью сбиты 20 БПЛА.", "Voronezh Oblast"),
        ("ПВО в Воронеже, Борисоглебске и ещё в пяти муниципалитетах уничтожила 15 беспилотников.", "Voronezh Oblast"),
        ("У Харкові, Чугуєві та ще дев'яти населених пунктах дрони поранили 12 людей.", "Kharkiv Oblast"),
        ("Drones damaged 30 houses in Kharkiv, Chuhuiv and nine other settlements.", "Kharkiv Oblast"),
        ("Над Воронежем и Борисоглебском ночью сбиты 20 БПЛА.", "Voronezh, Borisoglebsk"),
        ("В Воронеже дроны повредили пять домов, в трёх районах области тревога.", "Voronezh"),
    ],
)
def test_a_list_that_goes_on_with_others_is_the_region(packs: Packs, text: str, expected: str) -> None:
    places = [c.place for c in claims(text, packs) if c.kind != "alert"]
    assert {p.name for p in places if p is not None} == {expected}


def test_the_others_are_no_figure(packs: Packs) -> None:
    text = "Drones damaged 30 houses in Kharkiv, Chuhuiv and nine other settlements."
    assert [c.count.low for c in claims(text, packs) if c.count is not None] == [30]


@pytest.mark.parametrize(
    "text",
    [
        "Уночі ворог атакував 81 дроном типу Shahed, що стартували з Орла, Брянська та Курська. Збито 70.",
        "81 ударний безпілотник, пускові майданчики – Орел і Брянськ, атакував уночі країну. Збито 70.",
        "Места пуска – Брянск и Курск: за ночь атаковал 81 дрон. Сбито 70.",
    ],
)
def test_where_drones_took_off_none_was_shot_down(packs: Packs, text: str) -> None:
    assert {None if c.place is None else c.place.country for c in claims(text, packs)} <= {None, "UA"}


def test_a_town_struck_behind_a_list_is_the_place(packs: Packs) -> None:
    [hit] = claims("Дрон із Брянська влучив у будинок у Сумах.", packs)[:1]
    assert hit.place is not None
    assert hit.place.name == "Sumy"
