"""Two governments in one text, people who are no drones, and what a sentence before has of its own."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine's Air Force said it had shot down 61 drones over Ukraine overnight. "
            "Russia's Defence Ministry said 61 Ukrainian drones were shot down overnight.",
            ["downed 61 uav @UA", "downed 61 uav"],
        ),
        (
            "Russia's Defence Ministry said 61 drones were shot down over Bryansk region overnight. "
            "In all, 61 drones were shot down overnight, Russia's Defence Ministry said.",
            ["downed 61 uav @RU-BRY"],
        ),
    ],
)
def test_two_governments_say_two_things(said: Said, text: str, expected: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("downed")] == expected


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Число раненых при ударе беспилотника по Шебекино выросло до 19.", "19 uav"),
        ("Кількість поранених унаслідок удару дрона по Нікополю зросла до 14.", "14 uav"),
    ],
)
def test_people_are_not_counted_as_drones(said: Said, text: str, unwanted: str) -> None:
    lines = said(text)
    assert any(line.startswith("casualties") for line in lines)
    assert not any(unwanted in line for line in lines)


def test_what_debris_fell_on_is_not_damaged_by_the_next_verb(said: Said) -> None:
    fell = said("В Узловой обломки БПЛА рухнули на кровлю ангара, повреждены три комбайна.")
    assert sum(line.startswith("damage") for line in fell) == 1
    both = said("Атака БПЛА: в Узловой ангар, три комбайна повреждены.")
    assert sum(line.startswith("damage") for line in both) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Аэропорт Саратов (Гагарин) снова открыт.", True),
        ("Аэропорт Пенза знову відкритий для рейсів.", True),
        ("Аэропорт Саратов (Гагарин) открыт для вылетов и прилетов.", False),
    ],
)
def test_only_what_was_closed_is_open_anew(said: Said, text: str, expected: bool) -> None:
    assert any(line.startswith("airspace_reopening") for line in said(text)) is expected


def test_an_attack_of_the_headline_is_told_once_by_the_body(said: Said) -> None:
    text = (
        "Кілія під атакою дронів: горять склади\n\n"
        "У ніч на 4 грудня дрони атакували Кілію. Унаслідок влучань горять два склади."
    )
    assert sum(line.startswith("attack") for line in said(text)) == 1
