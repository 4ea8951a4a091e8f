"""Who came to harm by a pronoun or beside another, and what is only wished: "she died", "мать с ребёнком"."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
EN = "A drone hit a van in Kherson. "
RU, UK = "Дрон ударил по фургону в Белгороде. ", "Дрон ударив по фургону в Сумах. "


def harm_of(lines: list[str]) -> list[str]:
    return [" ".join(line.split()[:2]) for line in lines if line.startswith("casualties")]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        (EN + "She later died in hospital.", "1/?/?"),
        (EN + "He was taken to hospital.", "?/1/?"),
        (RU + "Она скончалась в больнице.", "1/?/?"),
        (UK + "Він у лікарні.", "?/1/?"),
        (EN + "A man was wounded. He died in hospital.", "1/?/?"),
        (EN + "A man was wounded and died on the way.", "1/?/?"),
        (RU + "Мужчина был ранен и позже скончался.", "1/?/?"),
        (RU + "Ранены мать с ребёнком.", "?/2/1"),
        (UK + "Поранено жінку з двома дітьми.", "?/3/2"),
        (EN + "The courier escaped with a bruise.", "?/1/?"),
        (RU + "Хозяин лишился двух пальцев.", "?/1/?"),
        (UK + "Господар втратив ногу.", "?/1/?"),
        (RU + "Врачи не смогли спасти водителя.", "1/?/?"),
    ],
)
def test_one_told_by_a_pronoun_or_a_companion_is_counted(said: Said, text: str, harm: str) -> None:
    assert harm_of(said(text)) == [f"casualties {harm}"]


@pytest.mark.parametrize(
    "text",
    [
        EN + "She photographed the crater.",
        RU + "Спасти оборудование не удалось.",
        UK + "Врятувати майно не вдалося.",
        RU + "Фирма лишилась лицензии.",
    ],
)
def test_what_befalls_things_hurts_nobody(said: Said, text: str) -> None:
    assert harm_of(said(text)) == []


def test_a_pronoun_counts_nobody_twice(said: Said) -> None:
    assert harm_of(said(EN + "A woman was wounded. She was taken to hospital.")) == ["casualties ?/1/?"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RU + "К счастью, никто не пострадал.", "no_casualties"),
        (RU + "Дома целы.", "no_damage"),
        (UK + "Шкоди людям і майну не завдано.", "no_casualties"),
        (EN + "No harm was done to people or property.", "no_damage"),
    ],
)
def test_what_is_told_as_whole_is_whole(said: Said, text: str, kind: str) -> None:
    assert any(line.startswith(kind) for line in said(text))


@pytest.mark.parametrize(
    "text",
    [
        RU + "Делаем всё, чтобы никто не пострадал.",
        RU + "Надеемся, что никто не пострадал.",
        UK + "Молимося, щоб ніхто не постраждав.",
        EN + "We pray that nobody was hurt.",
        EN + "Stay inside so that no one is hurt.",
        RU + "Не все дома целы.",
    ],
)
def test_what_is_wished_is_not_told(said: Said, text: str) -> None:
    assert not any(line.startswith(("no_casualties", "no_damage")) for line in said(text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (RU + "Имущество не повреждено.", True),
        (UK + "Енергооб'єкти не зачеплені.", True),
        (EN + "Production was not affected.", True),
        (EN + "Berths and ships escaped damage.", True),
        (RU + "Окна целы.", False),
        (EN + "The windows were untouched.", False),
        (RU + "Не все постройки целы.", False),
    ],
)
def test_all_of_a_kind_is_whole_and_a_window_is_not_all(said: Said, text: str, whole: bool) -> None:
    assert any(line.startswith("no_damage") for line in said(text)) is whole
