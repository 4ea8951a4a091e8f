"""What flies as the target of those who shoot: no strike and no launch."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Вночі дрон ударив по складу в Сумах. Зенітники вгатили по двох шахедах.",
        "Вночі дрон ударив по складу в Сумах. Бійці лупили по п'яти дронах із кулеметів.",
        "Ночью дрон ударил по складу в Сумах. Зенитчики ударили по двум дронам.",
        "Overnight a drone hit a depot in Sumy. Air defence fired at five drones.",
    ],
)
def test_drones_shot_at_struck_nothing(said: Said, text: str) -> None:
    assert said(text)[0].startswith("hit 1 uav")
    assert not [line for line in said(text)[1:] if line.startswith(("hit", "launched", "attack"))]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Вночі двома «Іскандерами» гатили по Кривому Рогу.", "hit 2 ballistic_missile"),
        ("Вночі ворог ударив по Сумах двома дронами.", "launched 2 uav"),
        ("Overnight Russia fired five drones at Sumy.", "launched 5 uav"),
        ("Gunners hit five drones over Sumy overnight.", "downed 5 uav"),
    ],
)
def test_weapons_shot_at_a_town_are_told(said: Said, text: str, claim: str) -> None:
    assert [line for line in said(text) if line.startswith(claim)]
