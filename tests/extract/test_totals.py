"""Totals and their parts within one text; figures said twice."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
RU_PARTS = ["downed 5 uav @RU-TUL part", "downed 4 uav @RU-KLU part", "downed 3 uav @RU-BRY part"]


@pytest.mark.parametrize(
    "text",
    [
        "Сбито 12 БПЛА: 5 над Тульской областью, 4 над Калужской областью, 3 над Брянской областью.",
        "Сбито 12 БПЛА: пять над Тульской областью, четыре над Калужской областью и три над Брянской областью.",
        "Сбиты 12 БПЛА:\n- 5 над Тульской областью\n- 4 над Калужской областью\n- 3 над Брянской областью",
        "Сбиты 12 БПЛА:\n▪️5 над Тульской областью;\n▪️4 над Калужской областью;\n▪️3 над Брянской областью.",
        "12 drones were shot down: 5 over Tula region, 4 over Kaluga region and 3 over Bryansk region.",
        "12 drones were shot down:\n- 5 over Tula region\n- 4 over Kaluga region\n- 3 over Bryansk region",
    ],
)
def test_a_total_with_its_parts(said: Said, text: str) -> None:
    assert said(text) == ["downed 12 uav total", *RU_PARTS]


def test_a_ukrainian_bulletin(said: Said) -> None:
    text = "За ніч збито 12 БпЛА:\n▪️5 над Сумщиною\n▪️4 над Харківщиною\n▪️3 над Одещиною"
    assert said(text) == [
        "downed 12 uav total",
        "downed 5 uav @UA-59 part",
        "downed 4 uav @UA-63 part",
        "downed 3 uav @UA-51 part",
    ]


def test_parts_by_what_flew(said: Said) -> None:
    text = "Збито 30 повітряних цілей:\n- 25 ударних БпЛА;\n- 5 крилатих ракет Х-101."
    assert said(text) == ["downed 30 unknown total", "downed 25 uav part", "downed 5 cruise_missile part"]


def test_an_incomplete_list_is_a_list_all_the_same(said: Said) -> None:
    text = "Сбито 287 БПЛА: 40 над Калужской областью, 36 над Тульской областью, 20 над Брянской областью и другими."
    assert [line.split()[-1] for line in said(text)] == ["total", "part", "part", "part"]


def test_a_subset_is_a_part(said: Said) -> None:
    assert said("Силами ПВО уничтожено 30 беспилотников, из них 12 над Брянской областью.") == [
        "downed 30 uav total",
        "downed 12 uav @RU-BRY part",
    ]


def test_a_sum_over_some_regions_repeats_what_is_said_of_each(said: Said) -> None:
    text = "Сбито более 70 дронов только в двух регионах: 40 над Брянской областью и 33 над Курской областью."
    assert said(text) == ["downed 71-140 uav total", "downed 40 uav @RU-BRY part", "downed 33 uav @RU-KRS part"]


@pytest.mark.parametrize(
    "text",
    [
        "Сбито 12 дронов над Тульской областью. Сбито 5 дронов над Калужской областью.",
        "Сбито 5 дронов: 12 над Тульской областью, 4 над Калужской областью.",  # parts may not exceed their total
        "Подавлено 12 дронов. Сбито 5 над Тульской областью, 4 над Калужской областью.",  # another fate
        "Сбито 12 ракет: 5 дронов над Тульской областью, 4 дрона над Калужской областью.",  # another object
    ],
)
def test_what_is_no_total(said: Said, text: str) -> None:
    assert not any("total" in line or "part" in line for line in said(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сбито 12 дронов над Тулой.\n\nНочью над Тулой сбито 12 дронов.", ["downed 12 uav @gn:480562"]),
        ("12 drones downed over Tula\n\nOvernight 12 drones were shot down over Tula.", ["downed 12 uav @gn:480562"]),
    ],
)
def test_a_headline_and_its_body_say_one_thing(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Сбито 12 дронов над Тулой. Сбито 12 дронов над Калугой.",
        "Сбито 12 дронов над Тулой. Сбито 12 ракет над Тулой.",
        "Сбито 12 дронов над Тулой. Подавлено 12 дронов над Тулой.",
        "Сбито 12 дронов над Тулой. Сбито 13 дронов над Тулой.",
    ],
)
def test_what_differs_in_anything_is_two_things(said: Said, text: str) -> None:
    assert len(said(text)) == 2
