"""Ukrainian as it is written by many hands: places that share a sentence, jammers, weak words, clauses of airports."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Дрони атакували Нікопольщину. У Марганці загинули двоє людей, у Покрові травмовано трьох.",
            ["attack uav @raion:UA-12-nikopol", "casualties 2/?/? @gn:701855", "casualties ?/3/? @gn:698436"],
        ),
        (
            "Дрони вночі атакували Нікопольщину. У Марганці загинули двоє людей, ще троє поранені.",
            ["attack uav @raion:UA-12-nikopol", "casualties 2/3/? @gn:701855"],
        ),
        (
            "Після удару дронів знеживлено 34 600 споживачів: 21 900 — у Ніжині, 12 700 — у Носівці.",
            [
                "power_outage 34600 customer total",
                "power_outage 21900 @gn:699942 part",
                "power_outage 12700 @gn:699917 part",
            ],
        ),
        ("На Рівненщині посаджено засобами РЕБ п'ять дронів.", ["suppressed 5 uav @UA-56"]),
        (
            "Удар дронів по Харкову: кількість загиблих зросла до шести, поранених — до 34.",
            ["hit uav @gn:706483", "casualties 6/34/? @gn:706483"],
        ),
        (
            "Удар дронів по Вільнянську. Кількість поранених змінилася: було 14, стало 17.",
            ["hit uav @gn:689584", "casualties ?/17/? @gn:689584"],
        ),
        ("На Вінниччину летіло 52 «Герані», 49 апаратів збито.", ["downed 49 uav @UA-05"]),
        ("На Вінниччину летіли «Герані», 49 збито.", ["downed 49 uav @UA-05"]),
        ("Мінус п'ять «шахедів» над Сумщиною.", ["downed 5 uav @UA-59"]),
        ("Тривогу в Києві скасовано.", ["lifted @UA-30"]),
        ("На Рівненщині посаджено п'ять дронів.", ["downed 5 uav @UA-56"]),
        ("П'ять дронів порушили повітряний простір Молдови.", ["sighting 5 uav @MD"]),
        ("Захисники зупинили над Сумщиною 22 безпілотники.", ["downed 22 uav @UA-59"]),
        ("На Сумщині зупинено рух через 22 безпілотники.", []),
        ("Над Сумщиною збито 116 зі 128 дронів.", ["downed 116 uav @UA-59"]),
        ("Ракета зруйнувала ангар у Львові.", ["hit 1 missile @gn:702550", "damage 1 building 'warehouse' @gn:702550"]),
        (
            "Рейсів не приймають Саратов і Пенза, у Тамбові обмеження зняли.",
            ["airspace_closure @UWSG", "airspace_closure @UWPP", "airspace_reopening @UUOT"],
        ),
    ],
)
def test_breadth(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims
