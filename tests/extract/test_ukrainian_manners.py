"""Ukrainian sentences by their build: how often, what was struck with, lists whose verb stands behind."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Дрони втретє за тиждень пошкодили підстанцію на Сумщині.", True),
        ("Дрони за тиждень пошкодили три підстанції на Сумщині.", False),
        ("Дроны второй раз за месяц повредили подстанцию под Курском.", True),
    ],
)
def test_how_often_is_no_time(said: Said, text: str, claims: bool) -> None:
    assert any(c.startswith("damage") and "background" not in c for c in said(text)) is claims


def test_figures_of_a_week_are_no_night(said: Said) -> None:
    assert said("Цього тижня Росія застосувала понад 1 450 дронів.") == ["launched 1451-2900 uav background"]
    assert "background" not in said("Цього тижня, у ніч на середу, ворог запустив 40 дронів.")[0]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Противник ударив двома ракетами «Іскандер-М» та 97-ма безпілотниками.",
            ["launched 2 ballistic_missile", "launched 97 uav"],
        ),
        ("Ворог ударив двома ракетами по Кропивницькому.", ["launched 2 missile @gn:705812"]),
        (
            "Одещина – 7, Миколаївщина – 4. Усі шахеди збито.",
            ["downed 7 uav @UA-51", "downed 4 uav @UA-48"],
        ),
        ("Одещина – 7, Миколаївщина – 4. Усі шахеди летять на північ.", []),
        ("Тривога: Полтавська обл., Кременчуцький р-н", ["declared @raion:UA-53-kremenchuk"]),
        ("Тривога: Полтавська обл., Сумська обл.", ["declared @UA-53", "declared @UA-59"]),
    ],
)
def test_built_otherwise(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Через удар дронів по Мені 11 сіл лишилися без напруги.", "power_outage 11 settlement"),
        ("Світла не мають 33 500 осель після атаки дронів на Болград.", "power_outage 33500"),
        ("Уламками дрона в Сумах посічено три бусики.", "damage 3 vehicle"),
        ("Унаслідок удару дрона в Сумах поранено слюсаря та інженерку.", "casualties ?/2/?"),
    ],
)
def test_words_of_loss(said: Said, text: str, claim: str) -> None:
    assert any(c.startswith(claim) for c in said(text)), said(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Під час гасіння пожежі в Білопіллі ворог ударив удруге: є поранений.", "hit @gn:712559"),
        ("Обслуги ППО зняли з маршруту шість «гераней» над Києвом.", "downed 6 uav @UA-30"),
        (
            "Київ. Дарницький: уламки БпЛА пробили дах дитсадка. Оболонський: вибито шибки в гуртожитку.",
            "damage 1 building 'roof' @raion:UA-30-kyiv-darnytskyi",
        ),
        ("Через удар дрона по Сумах 43 будинки охолонули.", "other_effect 43 building"),
    ],
)
def test_said_otherwise(said: Said, text: str, claims: str) -> None:
    assert any(c.startswith(claims) for c in said(text)), said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Експерт: ворог здатен накопичити до 150 ракет і 1 000 дронів для одного залпу по Києву.",
        "Учень ударив удруге по м'ячу в Білопіллі.",
    ],
)
def test_nothing_struck(said: Said, text: str) -> None:
    assert not [c for c in said(text) if c.startswith(("launched", "hit"))]


def test_the_way_round_is_no_place_of_what_follows(said: Said) -> None:
    text = "Дрони вдарили по Коростеню. Потяги йдуть в об'їзд через Овруч. Збито п'ять БпЛА."
    assert not [c for c in said(text) if "Овруч" in c or "gn:698131" in c]
