"""What Ukrainian says its own way: communities, lists of districts, lands, scales of numbers, things fallen."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "За ніч у Сумській області збили 8 шахедів (Охтирський район – 5, Роменський – 3).",
            [
                "downed 8 uav @UA-59 total",
                "downed 5 uav @raion:UA-59-okhtyrka part",
                "downed 3 uav @raion:UA-59-romny part",
            ],
        ),
        # a district's adjective without its head noun or a mark behind it is no district
        ("У Сумському районі збили 8 шахедів, Роменський цирк працює.", ["downed 8 uav @raion:UA-59-sumy"]),
        ("У Краснопільській громаді збито дрон.", ["downed 1 uav @gn:704343"]),
        ("На Уманщині збито дрон.", ["downed 1 uav @raion:UA-71-uman"]),
        ("На Харківщині збито дрон.", ["downed 1 uav @UA-63"]),
        ("Над Полтавщиною збили півтора десятка дронів.", ["downed 15 uav @UA-53"]),
        ("Над Полтавщиною збили три десятки дронів.", ["downed 30 uav @UA-53"]),
        ("Над Полтавщиною збили десятки дронів.", ["downed 24-99 uav @UA-53"]),
        (
            "Над Полтавщиною збили 12 дронів, ще п'ять — локаційно втрачені.",
            ["downed 12 uav @UA-53", "lost 5 uav @UA-53"],
        ),
        (
            "Над Житомирщиною збито шість шахедів, уламки впали в Коростені.",
            ["downed 6 uav @UA-18", "debris uav @gn:704901"],
        ),
        ("В одному з сіл Дергачівської громади FPV влучив у трактор.", ["hit 1 fpv_drone @gn:710098"]),
        ("На Сумщині загинула собака, дрон збито.", ["downed 1 uav @UA-59"]),
        ("Над Сумщиною вдалося збити 28 дронів.", ["downed 28 uav @UA-59"]),
        ("Над Сумщиною не вдалося збити 28 дронів.", []),
        ("Температура впала до мінус десяти в Києві, дронів немає.", []),
    ],
)
def test_ukrainian_says(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims
