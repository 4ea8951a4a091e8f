"""Ukrainian words of how the hurt are looked after and how people died; trades that are surnames, too."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Вночі дрон ударив по заводу в Сумах. "


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Троє слюсарів у бинтах.", "?/3/?"),
        ("Двох пекарів привалило плитою.", "?/2/?"),
        ("Загинули двоє гірників.", "2/?/?"),
        ("Сторожа контузило.", "?/1/?"),
        ("П'ятеро токарів звернулися до травмпункту.", "?/5/?"),
        ("Кранівнику наклали шість швів.", "?/1/?"),
        ("Двоє вахтерів не дожили до ранку.", "2/?/?"),
        ("Вахтерка не дочекалася медиків.", "1/?/?"),
        ("Двом дояркам росіяни вкоротили віку.", "2/?/?"),
    ],
)
def test_who_is_hurt_or_dead(said: Said, text: str, harm: str) -> None:
    assert f"casualties {harm} @gn:692194" in said(_RAID + text)


@pytest.mark.parametrize(
    "text", ["Двоє гірників у шоці від цін.", "Лікарі звернулися до громади.", "Пекар має нову піч."]
)
def test_who_is_not(said: Said, text: str) -> None:
    assert not [line for line in said(text) if line.startswith("casualties")]
