"""A number is bound to what it counts; bound to a measure it counts nothing."""

from collections.abc import Callable

import pytest

from skyledger.extract.scene import Scene
from skyledger.model.frame import Quantity

View = Callable[[str], Scene]


def brief(quantity: Quantity) -> tuple[int | None, str]:
    stated = None if quantity.count is None else (quantity.count.stated or quantity.count.low)
    return stated, "" if quantity.noun is None else quantity.noun.value


def counted(scene: Scene) -> list[tuple[int | None, str]]:
    return [brief(q) for q in scene.quantities if q.count is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сбиты 11 украинских ударных беспилотных летательных аппаратов", [(11, "uav")]),
        ("Сбиты 11 вражеских дронов", [(11, "uav")]),
        ("11 enemy attack drones", [(11, "uav")]),
        ("Збито 11 ворожих ударних дронів", [(11, "uav")]),
        ("Повреждены пять частных домов", [(5, "building")]),
        ("Двое мирных жителей", [(2, "person")]),
        ("Трое детей", [(3, "child")]),
        ("14 локаций", [(14, "location")]),
        ("Двадцать рейсов", [(20, "flight")]),
        ("в девяти регионах", [(9, "region")]),
        ("5,000 customers", [(5000, "customer")]),
        ("два села", [(2, "settlement")]),
        ("two passenger cars", [(2, "vehicle")]),
        ("три квартири", [(3, "apartment")]),
    ],
)
def test_a_number_reaches_its_noun(scene: View, text: str, expected: list[tuple[int, str]]) -> None:
    assert counted(scene(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "в 20 километрах",
        "за 20 км",
        "20 kilometres away",
        "площадью 150 квадратных метров",
        "на 5 этаже",
        "продолжалось 4 часа",
        "триває 4 години",
        "for four hours",
        "17 лет",
        "17-летний",
        "17-річний",
        "17-year-old",
        "ущерб 30 млн рублей",
        "30 million dollars",
        "30 тонн топлива",
        "мощностью 200 мегаватт",
        "снаряд 155 мм",
        "20 градусов",
    ],
)
def test_a_measure_counts_nothing(scene: View, text: str) -> None:
    assert counted(scene(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "40, дронов",  # a comma parts them
        "40. Дроны",
        "40\nдронов",
        "40 над Калугой дронов",
        "40 were over the drones",
    ],
)
def test_a_noun_behind_a_break_is_not_what_is_counted(scene: View, text: str) -> None:
    assert (40, "uav") not in counted(scene(text))


@pytest.mark.parametrize(
    ("text", "n", "m"),
    [
        ("30 из 34 дронов", 30, 34),
        ("30 із 34 ворожих дронів", 30, 34),
        ("30 of 34 drones", 30, 34),
        ("30 out of 34 drones", 30, 34),
        ("тридцать из тридцати четырёх дронов", 30, 34),
    ],
)
def test_n_of_m_is_one_quantity_that_knows_both(scene: View, text: str, n: int, m: int) -> None:
    [quantity] = [q for q in scene(text).quantities if q.count is not None]
    assert brief(quantity) == (n, "uav")
    assert quantity.of_total is not None
    assert brief(quantity.of_total)[0] == m


@pytest.mark.parametrize(
    ("text", "subset"),
    [
        ("из них 32 дрона сбиты", True),
        ("з них 32 дрони збито", True),
        ("of which 32 drones were downed", True),
        ("32 of them were downed", True),
        ("сбиты 32 дрона", False),
        ("32 drones were downed", False),
    ],
)
def test_n_of_them_is_a_subset(scene: View, text: str, subset: bool) -> None:
    [quantity] = [q for q in scene(text).quantities if q.count is not None]
    assert quantity.subset is subset


@pytest.mark.parametrize("text", ["Всего 40 дронов", "Усього 40 дронів", "A total of 40 drones"])
def test_in_total_marks_a_total(scene: View, text: str) -> None:
    [quantity] = [q for q in scene(text).quantities if q.count is not None]
    assert quantity.total


@pytest.mark.parametrize("text", ["11 drones each", "по 11 дронов", "по 11 дронів"])
def test_each_is_marked(scene: View, text: str) -> None:
    [quantity] = [q for q in scene(text).quantities if q.count is not None]
    assert quantity.each


@pytest.mark.parametrize("text", ["a drone", "another drone", "ещё один дрон", "дрон", "беспилотник", "безпілотник"])
def test_one_thing_named_is_one(scene: View, text: str) -> None:
    assert [brief(q) for q in scene(text).quantities] == [(1, "uav")]


@pytest.mark.parametrize("text", ["drones", "дроны", "дронов", "дрони", "БПЛА"])
def test_things_named_without_a_number_are_not_one(scene: View, text: str) -> None:
    assert [brief(q) for q in scene(text).quantities] == [(None, "uav")]


@pytest.mark.parametrize("text", ["A farmer, 38, was there", "Жительница (54) рассказала", "мужчина, 38, ранен"])
def test_an_age_between_commas_counts_nobody(scene: View, text: str) -> None:
    assert not any(q.count is not None and q.count.stated in (38, 54) for q in scene(text).quantities)


def test_the_words_of_a_count_are_the_words_of_the_text(scene: View) -> None:
    text = "Сбито более 70 украинских дронов"
    [quantity] = scene(text).quantities
    assert quantity.count is not None
    assert quantity.span is not None
    assert quantity.span.slice(text) == quantity.count.text == "более 70"
