"""People hurt by who does what to whom: any occupation, any wound, any ward; who tells of it is not hurt."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
EN, RU, UK = (
    "A drone hit a bus in Kherson. ",
    "Дрон ударил по автобусу в Шебекино. ",
    "Дрон влучив в автобус у Херсоні. ",
)


def harm(said: Said, text: str) -> list[str]:
    """Return kind and figures of the harm a text tells of."""
    return [" ".join(line.split()[:2]) for line in said(text) if "casualties" in line.split()[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EN + "Paramedics are treating a 62-year-old beekeeper for burns.", "casualties ?/1/?"),
        (EN + "Two bricklayers sustained cuts to their faces.", "casualties ?/2/?"),
        (EN + "A baker and his wife were burnt.", "casualties ?/2/?"),
        (EN + "The bodies of a mother and her son were recovered from the ruins.", "casualties 2/?/?"),
        (EN + "A body was found under the rubble.", "casualties 1/?/?"),
        (EN + "The conductor did not survive.", "casualties 1/?/?"),
        (EN + "A woman wounded on Monday has died.", "casualties 1/?/?"),
        (EN + "The strike cost two miners their lives.", "casualties 2/?/?"),
        (EN + "Both gardeners are wounded.", "casualties ?/2/?"),
        (EN + "Shrapnel wounds in the leg for a glazier.", "casualties ?/1/?"),
        (RU + "Водитель не выжил.", "casualties 1/?/?"),
        (RU + "Погибли супруги 66 и 68 лет.", "casualties 2/?/?"),
        (RU + "Стекольщику и сварщику посекло ноги.", "casualties ?/1/?"),
        (RU + "Осколок попал в плечо пекарю.", "casualties ?/1/?"),
        (UK + "Тестомісильник у реанімації, а пекар загинув.", "casualties 1/?/?"),
        (UK + "Помер чоловік, якого дрон поранив у вівторок.", "casualties 1/?/?"),
        (UK + "Сімох витягли живими, восьма загинула.", "casualties 1/?/?"),
    ],
)
def test_anybody_may_be_hurt_in_any_words(said: Said, text: str, expected: str) -> None:
    assert harm(said, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (UK + "Двоє вбитих; поранених семеро.", ["casualties 2/7/?"]),
        (UK + "Двоє вбитих. Поранених семеро.", ["casualties 2/?/?", "casualties ?/7/?"]),
        (
            EN + "A tractor driver died on the spot. Three more were cut by glass.",
            ["casualties 1/?/?", "casualties ?/3/?"],
        ),
        (UK + "Поранено п'ятеро. Двоє — у важкому стані.", ["casualties ?/5/?"]),
        (RU + "Пострадали девять человек. Трое из них в реанимации.", ["casualties ?/9/?"]),
        (
            "Eleven people, among them an infant, were hurt in Kharkiv after a drone strike, "
            "and two sisters were killed in Izium.",
            ["casualties ?/11/1", "casualties 2/?/?"],
        ),
        (EN + "A woman was found dead, bringing the death toll to nine.", ["casualties 9/?/?"]),
    ],
)
def test_figures_that_belong_together_are_one_toll(said: Said, text: str, expected: list[str]) -> None:
    assert harm(said, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        RU + "Садовая, 18: посечены машины.",
        EN + "The barn was burnt.",
        EN + "A rescuer risked his life.",
        RU + "О раненых рассказал сторож.",
    ],
)
def test_ages_addresses_things_and_speakers_are_nobody_hurt(said: Said, text: str) -> None:
    assert harm(said, text) == []
