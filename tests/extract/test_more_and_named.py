"""Figures that go on or come alone, weapons that struck what is only named, closed roads, one body, counted panes."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Three drones shot down over Tula Region. Two more.",
            ["downed 3 uav @RU-TUL", "downed 2 uav @RU-TUL"],
        ),
        ("ППО збила три дрони над Києвом.\nЩе два.", ["downed 3 uav @UA-30", "downed 2 uav @UA-30"]),
        (
            "Tula Region: four more drones shot down, seventeen overnight.",
            ["downed 4 uav @RU-TUL part", "downed 17 uav @RU-TUL"],
        ),
        (
            "Тульская область: сбито ещё четыре дрона, за ночь — 17.",
            ["downed 4 uav @RU-TUL part", "downed 17 uav @RU-TUL"],
        ),
        ("Three drones were shot down over Tula. Two more buses will run on Monday.", ["downed 3 uav @gn:480562"]),
        ("Three drones were shot down over Tula. Two more hours until all clear.", ["downed 3 uav @gn:480562"]),
    ],
)
def test_figures_that_go_on(said: Said, text: str, claims: list[str]) -> None:
    told = [line.replace(" total", " part") for line in said(text) if line.startswith("downed")]
    assert told == claims


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("In Sumy a Shahed whacked the boiler house.", ["hit 1 uav @gn:692194"]),
        ("A Lancet nailed a fire engine in Nikopol.", ["hit 1 uav @gn:700051"]),
        ("A rocket carved a hole three metres wide in the car park in Sumy.", ["hit 1 missile @gn:692194"]),
        # who looks, passes or is brought down strikes nothing
        ("A drone inspected the bridge in Kerch.", []),
        ("A drone was bagged over the railway depot in Sumy.", []),
        ("A drone photographed a crater in Sumy. Gunners nailed three drones over Sumy.", []),
    ],
)
def test_named_targets(said: Said, text: str, hits: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("hit")] == hits


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Crimean bridge is closed to traffic while drones attack Kerch.", True),
        ("Через удар шахеда перекрито рух вулицею Сумською у Харкові.", True),
        ("Из-за атаки беспилотников остановлена паромная переправа в Керчи.", True),
        ("Drones attacked Kerch; the bridge has reopened to traffic.", False),
        ("Дрон упал у дороги под Калугой, движение не перекрывали.", False),
        ("A drone fell beside the road near Kaluga; a driver stopped to film it.", False),
    ],
)
def test_roads(said: Said, text: str, *, told: bool) -> None:
    assert any(line.startswith("other_effect") for line in said(text)) == told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Rescuers pulled another body from the rubble in Sumy after the missile strike.",
            ["casualties 1/?/? @gn:692194"],
        ),
        ("У Сумах після ракетного удару з-під завалів дістали друге тіло.", ["casualties 1/?/? @gn:692194"]),
        (
            "The governor confirmed one death and eight injuries in the drone strike on Sumy.",
            ["casualties 1/8/? @gn:692194"],
        ),
        ("A drone hit Sumy. One person was killed and three suffered.", ["casualties 1/3/? @gn:692194"]),
        (
            "A body was found in Sumy towards nine. Twelve are in hospital after the missile strike.",
            ["casualties 1/?/? @gn:692194", "casualties ?/12/? @gn:692194"],
        ),
        ("A drone hit the bus depot in Sumy; a second body shop was spared.", []),
        ("A drone hit Sumy. Nobody wants another death, said the mayor.", []),
        ("Some 140 windows are out in Sumy after a drone strike.", ["damage 126-154 other 'windows' @gn:692194"]),
        ("У Сумах після удару дрона вибито 140 вікон між двома будинками.", ["damage 140 other 'windows' @gn:692194"]),
    ],
)
def test_bodies_and_panes(said: Said, text: str, claims: list[str]) -> None:
    assert [line for line in said(text) if line.startswith(("casualties", "damage"))] == claims
