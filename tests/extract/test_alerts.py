"""Alerts by what is said of them: begun, ended, both, not ended yet, and sirens that are none."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The sirens went quiet in Odesa at 3.35 a.m. after the drones.", ["lifted @gn:698740"]),
        ("Sirens went off in Odesa at 2:14 and went quiet at 3.35.", ["declared @gn:698740", "lifted @gn:698740"]),
        ("Since 05:30 there has been no more danger from the air in the Tula region.", ["lifted @RU-TUL"]),
        ("Lipetsk region: red level, drone attack.", ["declared @RU-LIP"]),
        (
            "Air alert in the city of Cherkasy had been declared at 2:51 and was not lifted until 6:05.",
            ["declared @gn:710791", "lifted @gn:710791"],
        ),
        ("Опасность атаки БПЛА в Пензенской и Ульяновской областях отменена.", ["lifted @RU-PNZ", "lifted @RU-ULY"]),
        ("Красный уровень в Липецкой области снят в 04:15.", ["lifted @RU-LIP"]),
        (
            "В Таганроге завыли сирены в 02:15, отбой дали в 04:10.",
            ["declared @gn:484907", "lifted @gn:484907"],
        ),
        ("Угрозы с воздуха для Тульской области больше нет.", ["lifted @RU-TUL"]),
        ("У Запоріжжі сирени замовкли о 04:20.", ["lifted @gn:687700"]),
        ("Червоний рівень небезпеки знято в Криму.", ["lifted @UA-43"]),
        ("Сирена в Азове орёт до сих пор.", ["declared @gn:580054"]),
    ],
)
def test_what_is_said_of_an_alert(said: Said, text: str, claims: list[str]) -> None:
    assert sorted(said(text)) == sorted(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Отбоя тревоги в Севастополе пока нет.",
        "Відбою в Харкові поки що немає.",
        "He disliked sirens and loved bees in Kharkiv.",
        "Сирена скорой помощи звучала в Белгороде.",
    ],
)
def test_no_alert(said: Said, text: str) -> None:
    assert said(text) == []


def test_lessons_called_off_lift_no_alert(said: Said) -> None:
    assert "lifted @gn:706483" not in said("Через тривогу скасовано заняття в школах Харкова.")
