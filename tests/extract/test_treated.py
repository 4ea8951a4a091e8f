"""People hurt, told in Ukrainian by who treats them and by the parts of their bodies; people a town lost."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Вночі дрон ударив по заводу в Сумах. "


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Лікарня прийняла чотирнадцятьох за ніч.", "?/14/?"),
        ("До обласної лікарні за ранок доправили двадцять людей.", "?/20/?"),
        ("Шістьох лікують у двох лікарнях.", "?/6/?"),
        ("Медики рятують трьох робітниць.", "?/3/?"),
        ("Сторож вивихнув руку.", "?/1/?"),
        ("Прибиральниці розсікло брову.", "?/1/?"),
        ("У водія спина посічена.", "?/1/?"),
        ("Касир має осколок у стегні.", "?/1/?"),
        ("Громада втратила двох мешканок.", "2/?/?"),
        ("З-під плит дістали шість тіл.", "6/?/?"),
        ("П'ятьох людей, жінку й чотирьох чоловіків, госпіталізовано.", "?/5/?"),
        ("Загиблих не четверо, а троє.", "3/?/?"),
    ],
)
def test_who_is_treated_or_lost(said: Said, text: str, harm: str) -> None:
    told = said(_RAID + text)
    assert f"casualties {harm} @gn:692194" in told
    assert not [line for line in told if line.startswith("no_casualties")]


@pytest.mark.parametrize(
    "text",
    [
        "Лікарня прийняла двох інтернів.",
        "Лікарі прийняли рішення.",
        "Голова громади зламав печатку.",
        "Ворог втратив двох бійців.",
        "Завод втратив двох клієнтів.",
        "Сторож руку не зламав.",
    ],
)
def test_who_is_not(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if line.startswith("casualties")]
