"""Nobody hurt, told of somebody who came through."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Ночью дроны атаковали Саратов. "


@pytest.mark.parametrize(
    "text",
    [
        "Кладовщик цел, пьёт чай в конторе.",
        "Хозяева успели спуститься в погреб.",
        "Дворник выскочил за секунду до взрыва.",
        "Повезло буфетчице и покупателям: все ушли на обед.",
        "В цехе не было ни души.",
        "Скорую никто не вызывал.",
        "Никого больше не ищут.",
        "Мужчина гулял рядом, не задет.",
        "Никого вроде не зацепило.",
    ],
)
def test_somebody_came_through(said: Said, text: str) -> None:
    found = [line.split()[0] for line in said(_RAID + text)]
    assert "no_casualties" in found
    assert "no_damage" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Маяк цел.",
        "Жив ли водитель, неизвестно.",
        "Двое погибли, сторож цел.",
        "Сторож жив.",
        "Водитель успел проехать перекрёсток.",
        "Мама жива, сын погиб.",
        "Надеемся, что все хозяева живы.",
    ],
)
def test_what_says_nothing_of_all(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if line.startswith("no_casualties")]
