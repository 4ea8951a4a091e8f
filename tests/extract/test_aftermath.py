"""Ukrainian texts that name no weapon but what a strike leaves behind, and what else leaves the same."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Уточнення від Ізюмської МВА: поранених дев'ятеро.", "casualties ?/9/?"),
        ("Рятувальники в Сумах закінчили розбирати завали, загиблих шестеро.", "casualties 6/?/?"),
        ("У Сумах повибивало шибки в лікарні, двох жінок посікло склом.", "casualties ?/2/?"),
        ("Під Мелітополем росіяни поранили двох пастухів.", "casualties ?/2/?"),
        ("Не менше семи дронів літало над Сумами. Троє поранених.", "casualties ?/3/?"),
    ],
)
def test_what_a_strike_leaves_behind(said: Said, text: str, claim: str) -> None:
    assert [line for line in said(text) if line.startswith(claim)]


@pytest.mark.parametrize(
    "text",
    [
        "На трасі під Сумами перекинувся автобус: двоє загиблих, п'ятеро поранених.",
        "На шахті обвал: троє гірників під завалами, двоє загиблих.",
        "У Львові на будівництві впала плита, двох робітників поранено.",
        "Вибухом газу в Одесі зруйновано під'їзд, є загиблі, шибки повилітали.",
        "На полігоні відпрацювали розбір завалів, умовно поранених було десять.",
        "У бійці біля клубу в Рівному поранено двох, розбито вітрину.",
        "Тривають слухання у справі збитого над Донеччиною літака.",
    ],
)
def test_what_else_leaves_the_same(said: Said, text: str) -> None:
    assert said(text) == []


def test_nearly_and_beasts(said: Said) -> None:
    told = said("Дрон ударив по Сумах. Корпус ледь не знесло. Сусідський пес не вижив.")
    assert told == ["hit 1 uav @gn:692194"]
