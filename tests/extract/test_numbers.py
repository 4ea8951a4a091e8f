"""Numbers as people write them, and what only looks like one."""

from collections.abc import Callable

import pytest

from skyledger.extract.number_ranges import bounds
from skyledger.extract.numbers import find_numbers
from skyledger.extract.reading import Reading
from skyledger.model.kinds import Qualifier

Read = Callable[[str], Reading]


def numbers(reading: Reading) -> list[tuple[int, int | None, str]]:
    blocked = {t for m in reading.by_category.get("object", ()) for t in range(m.start, m.stop)}
    return [(n.low, n.high, n.qualifier.value) for n in find_numbers(reading, blocked)]


def exact(*values: int) -> list[tuple[int, int | None, str]]:
    return [(value, value, "exact") for value in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40 дронов", 40),
        ("1 200 дронов", 1200),
        ("1\u00a0200 дронов", 1200),
        ("1,200 drones", 1200),
        ("12.000 Haushalte", 12000),
        ("5 тыс. потребителей", 5000),
        ("2,5 тыс. потребителей", 2500),
        ("2.5 thousand customers", 2500),
        ("15 тисяч абонентів", 15000),
        ("15 тысяч абонентов", 15000),
        ("4х беспилотников", 4),
        ("5-ти дронов", 5),
        ("семь дронов", 7),
        ("двумя дронами", 2),
        ("двести восемьдесят три дрона", 283),
        ("сто сорок дронов", 140),
        ("тысяча двести дронов", 1200),
        ("двадцать один дрон", 21),
        ("двое жителей", 2),
        ("полсотни дронов", 50),
        ("два десятка дронов", 20),
        ("сім дронів", 7),
        ("двадцять сім дронів", 27),
        ("п’ятнадцять дронів", 15),
        ("сто тридцять дев'ять дронів", 139),
        ("двома ракетами", 2),
        ("троє людей", 3),
        ("twelve drones", 12),
        ("twenty-one drones", 21),
        ("two hundred and eighty-three drones", 283),
        ("one hundred forty drones", 140),
        ("five thousand customers", 5000),
        ("half a dozen drones", 6),
        ("a dozen drones", 12),
    ],
)
def test_a_number_is_read(reading: Read, text: str, value: int) -> None:
    assert numbers(reading(text)) == exact(value)


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("более 70 дронов", 71, 140, "more_than"),
        ("свыше семидесяти дронов", 71, 140, "more_than"),
        ("понад 70 дронів", 71, 140, "more_than"),
        ("more than 70 drones", 71, 140, "more_than"),
        ("не менее 5 дронов", 5, 10, "at_least"),
        ("щонайменше п'ять дронів", 5, 10, "at_least"),
        ("at least five drones", 5, 10, "at_least"),
        ("до 20 дронов", 0, 20, "up_to"),
        ("не більше 20 дронів", 0, 20, "up_to"),
        ("up to 20 drones", 0, 20, "up_to"),
        ("около 30 дронов", 27, 33, "about"),
        ("близько 30 дронів", 27, 33, "about"),
        ("about 30 drones", 27, 33, "about"),
        ("~30 дронов", 27, 33, "about"),
        ("≈ 30 дронов", 27, 33, "about"),
        ("менее 10 дронов", 0, 9, "up_to"),
        ("менше десяти дронів", 0, 9, "up_to"),
        ("fewer than ten drones", 0, 9, "up_to"),
        ("от 5 до 7 дронов", 5, 7, "range"),
        ("5–7 дронов", 5, 7, "range"),
        ("від п'яти до семи дронів", 5, 7, "range"),
        ("from 5 to 7 drones", 5, 7, "range"),
        ("two or three drones", 2, 3, "range"),
        ("несколько дронов", 3, 9, "several"),
        ("кілька дронів", 3, 9, "several"),
        ("several drones", 3, 9, "several"),
        ("dozens of drones", 24, 99, "several"),
        ("сотни жителей", 200, 999, "several"),
    ],
)
def test_a_worded_number_is_a_range(reading: Read, text: str, low: int, high: int, qualifier: str) -> None:
    assert numbers(reading(text)) == [(low, high, qualifier)]


@pytest.mark.parametrize(
    "text",
    [
        "Су-34",
        "Т-72",
        "№ 12",
        "#40",
        "в 23:20",
        "80% домов",
        "80 % домов",
        "20°",
        "$40",
        "файл_12",
        "12/14",
    ],
)
def test_what_is_no_number_of_things(reading: Read, text: str) -> None:
    assert numbers(reading(text)) == []


def test_a_phone_number_is_too_long_to_count_anything(reading: Read) -> None:
    assert all(low > 9_999 for low, _, _ in numbers(reading("Телефон 89001234567")))


def test_weapons_keep_their_digits(reading: Read) -> None:
    assert numbers(reading("Сбиты Х-59 и 2 «Шахед-136»")) == exact(2)


@pytest.mark.parametrize("text", ["сбито 16, 9 и 4", "збито 16, 9 та 4", "downed 16, 9 and 4"])
def test_numbers_of_a_list_stay_apart(reading: Read, text: str) -> None:
    assert numbers(reading(text)) == exact(16, 9, 4)


@pytest.mark.parametrize("text", ["16 и 9 дронов", "9-16 пунктов"])
def test_only_growing_numbers_with_a_dash_or_an_or_are_ranges(reading: Read, text: str) -> None:
    assert [q for _, _, q in numbers(reading(text))] in (["exact", "exact"], ["range"])


def test_grew_to_seven_is_seven(reading: Read) -> None:
    assert numbers(reading("Число раненых выросло до семи")) == exact(7)


def test_already_seven_is_a_running_figure_not_a_bound(reading: Read) -> None:
    [number] = find_numbers(reading("Сбито уже 7 дронов"), set())
    assert (number.low, number.high, number.running) == (7, 7, True)


@pytest.mark.parametrize("text", ["по 16 дронов", "по шестнадцать дронов"])
def test_po_marks_a_number_for_each(reading: Read, text: str) -> None:
    [number] = find_numbers(reading(text), set())
    assert number.each


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (Qualifier.EXACT, (70, 70)),
        (Qualifier.MORE_THAN, (71, 140)),
        (Qualifier.AT_LEAST, (70, 140)),
        (Qualifier.UP_TO, (0, 70)),
        (Qualifier.ABOUT, (63, 77)),
    ],
)
def test_what_a_wording_may_mean(qualifier: Qualifier, expected: tuple[int, int]) -> None:
    assert bounds(70, qualifier) == expected


@pytest.mark.parametrize("value", [1, 2, 9, 10, 11, 99, 1000])
@pytest.mark.parametrize("qualifier", [Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.UP_TO, Qualifier.ABOUT])
def test_a_range_holds_the_number_it_was_stated_as(value: int, qualifier: Qualifier) -> None:
    low, high = bounds(value, qualifier)
    assert low <= value
    assert high is None or value <= high
