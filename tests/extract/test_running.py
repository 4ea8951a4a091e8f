"""Figures that sum up what was told, and fates told of a number in the sentence before."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Над Брянском сбиты три дрона. Всего с начала суток — 12.",
            ["downed 3 uav @gn:571476 total", "downed 12 uav @gn:571476"],
        ),
        (
            "Над Брянском сбиты три дрона. К утру уже 7.",
            ["downed 3 uav @gn:571476 total", "downed 7 uav @gn:571476"],
        ),
        (
            "Над Брянском сбиты три дрона. Число пострадавших достигло 12.",
            ["downed 3 uav @gn:571476", "casualties ?/12/? @gn:571476"],
        ),
        ("Над Брянском сбиты три дрона. Счёт матча вырос до 2.", ["downed 3 uav @gn:571476"]),  # a score adds none
    ],
)
def test_a_running_sum_counts_what_the_last_verb_told(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Тульская область. Ночью — 13 БПЛА. Сбиты все.", ["downed 13 uav @RU-TUL"]),
        ("Дроны летели на Сызрань. Все шесть сбиты.", ["downed 6 uav @gn:484972"]),
        ("Тульская область. Ночью — 13 БПЛА. Сбиты не все.", []),
    ],
)
def test_all_of_them_are_those_of_the_sentence_before(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Брянский округ — 12 беспилотников, шесть из них сбиты.",
            ["attack 12 uav @raion:RU-BRY-bryansky", "downed 6 uav @raion:RU-BRY-bryansky total"],
        ),
        ("Над Калугой ночью уничтожены и подавлены 13 БПЛА.", ["downed 13 uav @gn:553915"]),
        ("Над Калугой ночью подавлены 13 БПЛА.", ["suppressed 13 uav @gn:553915"]),
        ("Атаку четырёх дронов на Калугу отразили ночью.", ["downed 4 uav @gn:553915"]),
        ("Один из обломков дрона упал в Калуге.", ["debris uav @gn:553915"]),
        ("Обломки сбитых ракет упали в Калуге.", ["debris missile @gn:553915"]),
        ("Жертвами удара дрона по Калуге стали двое.", ["casualties 2/?/? @gn:553915", "hit 1 uav @gn:553915"]),
    ],
)
def test_whose_fate_a_verb_tells(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_most_of_all_opens_no_total(said: Said) -> None:
    text = "За ночь сбит 41 беспилотник. Больше всего — 17 — над Ростовской областью, ещё 12 над Волгоградской."
    assert said(text) == ["downed 41 uav total", "downed 17 uav @RU-ROS part", "downed 12 uav @RU-VGG part"]
