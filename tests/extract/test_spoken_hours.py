"""Hours told in words, clocks without a preposition, and whose hour it is."""

from collections.abc import Callable
from datetime import datetime

import pytest

from skyledger.extract.times import find_times
from skyledger.model import Kind
from skyledger.packs import Packs
from skyledger.packs.normalise import tokenise
from tests.extract.saying import a_text, read_claims

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("о пів на третю ночі", (2, 30)),
        ("о другій ночі", (2, 0)),
        ("близько п'ятої ранку", (5, 0)),
        ("около шести утра", (6, 0)),
        ("в начале шестого утра", (5, 0)),
        ("в третьем часу ночи", (2, 0)),
        ("около часа дня", (13, 0)),
        ("at half past three", (3, 30)),
        ("around two in the afternoon", (14, 0)),
        ("at five o'clock", (5, 0)),
        ("at 10:40 on Thursday night", (22, 40)),
        ("at about 5:20 on Friday morning", (5, 20)),
        ("suspended 04:12 local time", (4, 12)),
    ],
)
def test_an_hour_in_words(text: str, clock: tuple[int, int]) -> None:
    [phrase] = find_times(tokenise(text))
    assert (phrase.kind, phrase.clocks) == ("at", (clock,))


@pytest.mark.parametrize(
    "text", ["в пять домов", "до двох поранених", "at two homes", "станом на 09:00", "в пятом, шестом доме"]
)
def test_a_number_is_no_hour(text: str) -> None:
    assert find_times(tokenise(text)) == []


def _times(packs: Packs, text: str) -> list[tuple[Kind, datetime | None]]:
    claims = read_claims(a_text(text), packs)[1].claims
    return [
        (c.kind, None if c.time is None or c.time.start is None else c.time.start.replace(tzinfo=None)) for c in claims
    ]


def test_every_airport_has_the_hour_in_its_brackets(packs: Packs) -> None:
    found = _times(packs, "Закрыты аэропорты Внуково (с 02:50) и Домодедово (с 03:15).")
    assert [t.strftime("%H:%M") for _, t in found if t] == ["02:50", "03:15"]


def test_the_hour_of_another_opening_is_not_taken(packs: Packs) -> None:
    text = "Рейсы не принимают Волгоград, Саратов и Пенза, в Тамбове ограничения сняты в 05:12, а утро тихое."
    assert all(t is None for kind, t in _times(packs, text) if kind is Kind.AIRSPACE_CLOSURE)
