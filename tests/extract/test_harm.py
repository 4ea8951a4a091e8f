"""People killed, injured, unharmed; what is unknown stays unknown."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


def harm(said: Said, text: str) -> list[str]:
    """Return kind and figures (and modality) of the harm a text tells of."""
    lines = [line.split() for line in said(text) if "casualties" in line.split()[0]]
    return [" ".join(word for word in words if not word.startswith("@")) for words in lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Двое погибли и пятеро ранены при ударе дрона по Херсону.", "casualties 2/5/?"),
        ("Двоє загинули, ще п'ятеро поранені внаслідок удару дрона по Харкову.", "casualties 2/5/?"),
        ("Two people were killed and five injured in a drone attack on Kherson.", "casualties 2/5/?"),
        ("A drone attack on Odesa killed two people and injured five.", "casualties 2/5/?"),
        ("При атаке дрона на Белгород ранены три человека.", "casualties ?/3/?"),
        ("Внаслідок атаки дрона поранено трьох людей.", "casualties ?/3/?"),
        ("Three people were injured in a drone strike on Kherson.", "casualties ?/3/?"),
        ("Погиб мужчина, дрон ударил по машине в Шебекино.", "casualties 1/?/?"),
        ("Через удар дрона загинула жінка.", "casualties 1/?/?"),
        ("A woman was killed by a drone in Kherson.", "casualties 1/?/?"),
        ("Мужчина 45 лет ранен при атаке дрона в Шебекино.", "casualties ?/1/?"),
        ("A 38-year-old man was killed by a drone in Kherson.", "casualties 1/?/?"),
        ("Ранен 17-летний подросток при атаке дрона в Шебекино.", "casualties ?/1/1"),
        ("Двоє дітей поранено внаслідок удару дрона по Нікополю.", "casualties ?/2/2"),
        ("Погибли двое, ранены семеро, среди них трое детей — дрон ударил по автобусу.", "casualties 2/7/3"),
        (
            "Two people were killed and five injured, including a child, in a drone strike on Kharkiv.",
            "casualties 2/5/1",
        ),
        ("Число раненых при ударе по Харькову выросло до семи.", "casualties ?/7/?"),
        ("Не менее семи человек пострадали при ударе ракеты.", "casualties ?/7-14/?"),
        ("Более 50 человек пострадали при ударе ракеты.", "casualties ?/51-100/?"),
        ("Госпитализированы четверо жителей после удара дрона.", "casualties ?/4/?"),
    ],
)
def test_people_harmed(said: Said, text: str, expected: str) -> None:
    assert harm(said, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Над Тулой сбит дрон. Пострадавших нет.", "no_casualties 0/0/0"),
        ("Над Тулой сбит дрон. Никто не пострадал.", "no_casualties 0/0/0"),
        ("Над Тулой сбит дрон. Жертв и пострадавших нет.", "no_casualties 0/0/0"),
        ("Над Тулой сбит дрон. Обошлось без пострадавших.", "no_casualties 0/0/0"),
        ("Над Тулой сбит дрон. По предварительным данным, пострадавших нет.", "no_casualties 0/0/0 ~preliminary"),
        ("Над Тулой сбит дрон. Пострадавших, по предварительным данным, нет.", "no_casualties 0/0/0 ~preliminary"),
        ("Над Тулой сбит дрон. Информации о пострадавших не поступало.", "no_casualties 0/0/0 ~preliminary"),
        ("Збито дрон над Одесою. Постраждалих немає.", "no_casualties 0/0/0"),
        ("Збито дрон над Одесою. Ніхто не постраждав.", "no_casualties 0/0/0"),
        ("Збито дрон над Одесою. Попередньо, постраждалих немає.", "no_casualties 0/0/0 ~preliminary"),
        ("A drone was shot down over Tula. Nobody was hurt.", "no_casualties 0/0/0"),
        ("A drone was shot down over Tula. There were no casualties.", "no_casualties 0/0/0"),
        ("A drone was shot down over Tula. There were no reports of injuries.", "no_casualties 0/0/0 ~preliminary"),
        ("Над Тулой сбит дрон. Погибших нет.", "no_casualties 0/?/?"),
        ("Збито дрон над Одесою. Загиблих немає.", "no_casualties 0/?/?"),
        ("A drone was shot down over Tula. There were no deaths.", "no_casualties 0/?/?"),
    ],
)
def test_nobody_harmed_is_a_claim(said: Said, text: str, expected: str) -> None:
    assert harm(said, text) == [expected]


def test_no_damage_beside_no_casualties(said: Said) -> None:
    lines = said("Над Тулой сбит дрон. Пострадавших и разрушений нет.")
    assert {line.split()[0] for line in lines} == {"downed", "no_casualties", "no_damage"}


@pytest.mark.parametrize(
    "text",
    [
        "В Калуге упали обломки дрона. Информация о пострадавших уточняется.",
        "В Калуге упали обломки дрона. Данные о погибших и раненых уточняются.",
        "В Одесі впали уламки дрона. Інформація про постраждалих уточнюється.",
        "Drone debris fell in Kaluga. Information on casualties is being clarified.",
        "Дрон ударил по машине в Шебекино. Погибших может быть больше.",
        "Дрон ударил по дому 45 на улице Ленина.",
        "Обломки дрона упали в Калуге, ущерб 30 млн рублей.",
        "В ходе учений с дронами условно ранены пять человек.",
    ],
)
def test_what_says_nothing_of_people(said: Said, text: str) -> None:
    assert harm(said, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Пять человек погибли в ДТП под Тулой.",
        "Через повінь загинули троє людей.",
        "Three people were killed when a bus overturned near Tula.",
        "Двое пострадали при пожаре в сауне.",
    ],
)
def test_harm_that_nothing_in_the_air_did(said: Said, text: str) -> None:
    assert harm(said, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "У Харкові поранено трьох внаслідок удару дрона.",
        "У Харкові поранено трьох після удару дрона.",
        "In Kharkiv three were hurt after a drone strike.",
    ],
)
def test_a_number_of_people_does_not_reach_past_after_to_what_flew(said: Said, text: str) -> None:
    assert "casualties ?/3/? @gn:706483" in said(text)
    assert not any(line.startswith(("hit 3", "attack 3")) for line in said(text))
