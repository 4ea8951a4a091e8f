"""Nobody of a number of people is hurt: the number counts no victims."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
EN, RU, UK = "Drone strike on Sumy. ", "Удар дрона по Сумам. ", "Удар дрона по Сумах. "


@pytest.mark.parametrize(
    "text",
    [
        EN + "Nobody of the twelve passengers was killed.",
        EN + "None of the twelve passengers was hurt.",
        EN + "Not one of the twelve passengers was killed or wounded.",
        EN + "No one among the other 12 passengers died.",
        EN + "Neither of the two drivers was hurt.",
        RU + "Никто из двенадцати пассажиров не погиб.",
        RU + "Ни один из 12 пассажиров не пострадал.",
        UK + "Жоден із дванадцяти пасажирів не загинув.",
        UK + "Ніхто з 12 пасажирів не постраждав.",
    ],
)
def test_nobody_of_several_is_hurt(said: Said, text: str) -> None:
    assert not any(line.startswith("casualties") for line in said(text))


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        (EN + "Nobody was killed and two people were hurt.", "?/2/?"),
        (EN + "None of the 12 passengers was killed but two were injured.", "?/2/?"),
        (EN + "Nobody but two guards was hurt.", "?/2/?"),
        (EN + "No fewer than twelve passengers were killed.", "12-24/?/?"),
        (RU + "Никто не погиб, двое ранены.", "?/2/?"),
    ],
)
def test_others_are_hurt(said: Said, text: str, harm: str) -> None:
    assert [line.split()[1] for line in said(text) if line.startswith("casualties")] == [harm]


def test_that_nobody_died_says_nothing_of_the_hurt(said: Said) -> None:
    assert [line.split()[1] for line in said(RU + "Никто из жильцов не погиб.") if line.startswith("no_cas")] == [
        "0/?/?"
    ]
