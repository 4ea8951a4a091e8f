"""What is missing or stands still, told by its noun and what befell it; lists behind "without"."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("После атаки дронов воды на левом берегу Киева нет с 5:40.", ["other_effect 'water' @UA-30"]),
        (
            "In Kherson a drone hit the substation; parts of the city have neither power nor water.",
            ["other_effect 'water' @gn:706448", "power_outage @gn:706448"],
        ),
        (
            "Дрон ударил по подстанции в Белгороде, без света и воды 12 тысяч человек.",
            ["other_effect 12000 person 'water' @gn:578072", "power_outage 12000 person @gn:578072"],
        ),
        ("Після атаки дронів у Полтаві стали тролейбуси.", ["other_effect 'public transport' @gn:696643"]),
        (
            "After the drone strike trams do not cross the bridge in Kremenchuk.",
            ["other_effect 'public transport' @gn:704147"],
        ),
        (
            "Дрон вдарив по Рівненщині. Перші уроки в 58 школах не відбулися.",
            ["other_effect 58 building 'schools' @UA-56"],
        ),
        (
            "A drone fell on Votkinsk; all 19 kindergartens are shut for the day.",
            ["other_effect 19 building 'schools' @gn:471430"],
        ),
        (
            "Після обстрілу дронами Чернігова опалення в мікрорайоні досі не дали.",
            ["other_effect 'heating' @gn:710735"],
        ),
    ],
)
def test_what_is_missing_or_still(said: Said, text: str, claims: list[str]) -> None:
    found = [line for line in said(text) if line.startswith(("other_effect", "power_outage"))]
    assert sorted(found) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Вікна школи в Сумах після удару дрона закрили плівкою.",
        "Дрон атаковал Белгород. Трамваи стали ходить реже.",
        "Дрон атаковал Белгород. Свет уже вернули.",
        "Дрон атаковал Белгород, водитель погиб. Вода есть.",
    ],
)
def test_nothing_is_missing(said: Said, text: str) -> None:
    assert [line for line in said(text) if line.startswith(("other_effect", "power_outage"))] == []
