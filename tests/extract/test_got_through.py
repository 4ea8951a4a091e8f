"""What got through, told in Ukrainian; strikes counted by times and nouns; numbers that are none."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Над Сумами збито шість дронів, два дійшли до підстанції.", "hit 2 uav"),
        ("Над Сумами збито шість дронів, три сягнули нафтобази.", "hit 3 uav"),
        ("Над Сумами збито шість дронів, чотири прорвалися до складів.", "hit 4 uav"),
        ("У Сумах «шахед» зайшов прямо в гараж.", "hit 1 uav"),
        ("Один мопед дотягнув до ангара біля Сум.", "hit 1 uav"),
        ("Поліція нарахувала вісім прильотів по Сумах.", "hit 8"),
        ("Росіяни дванадцять разів били по Сумах.", "hit 12"),
        ("Влучань по місту Суми п'ять.", "hit 5"),
        ("У Сумах прилетіло в сусідній двір.", "hit"),
        ("Над Сумами двадцять дронів перестали бути загрозою.", "downed 20 uav"),
        ("Над Сумами летіли дрони, чотири відвела радіоборотьба.", "suppressed 4 uav"),
    ],
)
def test_what_got_through_or_did_not(said: Said, text: str, claim: str) -> None:
    assert f"{claim} @gn:692194" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Два дрони не дійшли до Сум.",
        "Дрон долетів до кордону Сумської області й розвернувся.",
        "Двоє туристів дійшли до замку в Сумах.",
        "Посилка прилетіла в Суми літаком.",
        "Дрони над Сумами можуть дістатися складів.",
        "Команда Сум п'ять разів била по воротах.",
    ],
)
def test_what_hit_nothing(said: Said, text: str) -> None:
    assert not [line for line in said(text) if line.startswith("hit")]


def test_the_seventh_is_not_seven(said: Said) -> None:
    told = said("Шість ракет над Сумами збито, сьома лягла на склад.")
    assert "hit 1 missile @gn:692194" in told


def test_apostrophes_may_be_left_out(said: Said) -> None:
    assert "downed 9 uav @gn:692194" in said("Над Сумами збили девять дронів.")


def test_doctors_before_a_number_are_not_counted(said: Said) -> None:
    assert "casualties ?/2/? @gn:692194" in said("Дрон ударив по Сумах. Хірурги оперують двох.")
