"""Somebody not saved is dead, a sum of all takes the place of its parts, and a patient sent home is old news."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
RU, UK = "Дрон ударил по ферме под Белгородом. ", "Дрон ударив по фермі під Сумами. "
EN = "A drone hit a farm near Kherson. "


def harm_of(lines: list[str]) -> list[str]:
    return [" ".join(line.split()[:2]) for line in lines if line.startswith("casualties")]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        (RU + "Спасти тракториста не удалось.", "1/?/?"),
        (UK + "Врятувати тракториста не вдалося.", "1/?/?"),
        (RU + "Врачи боролись за раненого сторожа, но спасти его не удалось.", "1/?/?"),
        (RU + "Ранен сторож. Спасти его не удалось.", "1/?/?"),
        (RU + "Водитель погиб. Спасти его не удалось.", "1/?/?"),
        (EN + "A driver was killed. He died in his cab.", "1/?/?"),
        (RU + "Обратились к врачам ещё двое, всего пострадавших семеро.", "?/7/?"),
        (UK + "До медиків звернулися ще двоє, загалом постраждалих семеро.", "?/7/?"),
        (EN + "Two more people turned to doctors, making seven injured in all.", "?/7/?"),
        (RU + "Всего двое раненых.", "?/2/?"),
    ],
)
def test_the_dead_and_the_sum_are_told_once(said: Said, text: str, harm: str) -> None:
    assert harm_of(said(text)) == [f"casualties {harm}"]


@pytest.mark.parametrize(
    "text",
    [
        RU + "Спасти трактор не удалось.",
        RU + "Спасти тракториста удалось.",
        UK + "Врятувати комбайн не вдалося.",
        RU + "Врачи выписали последнего пострадавшего.",
    ],
)
def test_things_lost_people_saved_and_patients_sent_home_are_no_dead(said: Said, text: str) -> None:
    assert harm_of(said(text)) == []


def test_infrastructure_that_came_through_is_whole(said: Said) -> None:
    whole = said("Infrastructure in Oryol came through last night's drone attack intact.")
    assert any(line.startswith("no_damage") for line in whole)
    part = said("Infrastructure in Oryol was hit by drones; one house was left intact.")
    assert not any(line.startswith("no_damage") for line in part)
