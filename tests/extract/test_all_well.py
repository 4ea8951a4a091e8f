"""Nobody hurt, told by how people are; the same words of anything else say nothing."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
EN, RU, UK = "Six drones were downed over Tula. ", "Над Тулой сбито шесть дронов. ", "Над Одесою збито шість дронів. "


@pytest.mark.parametrize(
    "text",
    [
        EN + "All residents are accounted for.",
        EN + "The passengers are fine.",
        EN + "Everybody is in one piece.",
        EN + "Zero people harmed.",
        EN + "Neither the staff nor the guests came to any harm.",
        EN + "Villagers were spared.",
        RU + "Все жильцы в безопасности.",
        RU + "Рабочие живы и здоровы.",
        RU + "Жителей беда миновала.",
        UK + "Господарі цілі.",
        UK + "Ніхто не потерпів.",
        UK + "Мешканці відбулися переляком.",
    ],
)
def test_people_who_are_well_are_not_hurt(said: Said, text: str) -> None:
    assert any(line.startswith("no_casualties 0/0/0") for line in said(text))


@pytest.mark.parametrize(
    "text",
    [
        EN + "The weather is fine.",
        EN + "Not all residents are accounted for.",
        RU + "Документы в порядке.",
        UK + "Цілі знищено.",
        EN + "The routes are safe.",
    ],
)
def test_anything_else_that_is_well_says_nothing_of_people(said: Said, text: str) -> None:
    assert not any(line.startswith("no_casualties") for line in said(text))
