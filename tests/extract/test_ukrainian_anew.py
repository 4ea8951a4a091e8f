"""Yards as houses, figures of the next sentence, figures outgrown, shares of each place, what is left of a thing."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Вночі дрон ударив по Сумах. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Понівечено 17 дворів.", "damage 17 building"),
        ("Вщент розбито п'ять домогосподарств.", "damage 5 building"),
        ("Разрушены девять дворов.", "damage 9 building"),
        ("Знеструмлено 300 дворів.", "power_outage 300 customer"),
        ("Електрики не мають 2100 родин.", "power_outage 2100 customer"),
        ("Тепла не мали 40 будинків.", "other_effect 40 building"),
        ("Город остался без света. Речь идёт о трёх тысячах потребителей.", "power_outage 3000 customer"),
        ("Є пошкодження житла. Ідеться про 12 будинків.", "damage 12 building"),
        ("Три силоси списано.", "damage 3 building"),
        ("Дві автівки – брухт.", "damage 2 vehicle"),
        ("Від аптеки вцілів лише ґанок.", "damage"),
        ("Клуб уже не відбудувати.", "damage 1 building"),
        ("Машин побито дев'ять.", "damage 9 vehicle"),
        ("Спершу медики говорили про шістьох травмованих, тепер їх 14.", "casualties ?/14/?"),
        ("Ранее сообщали о двух пострадавших, сейчас их уже шестеро.", "casualties ?/6/?"),
    ],
)
def test_told_so(said: Said, text: str, claim: str) -> None:
    told = [line for line in said(_RAID + text) if line.startswith(claim.split()[0])]
    assert len(told) == 1
    assert told[0].startswith(claim)


def test_each_of_two_places(said: Said) -> None:
    lines = said("Дрони били по області. Загиблих двоє, по одному в Ромнах та Глухові.")
    assert lines[-2:] == ["casualties 1/?/? @gn:695464 part", "casualties 1/?/? @gn:707758 part"]
    lines = said("Дрони вдарили по Одещині. Понівечено 14 машин: по сім в Ізмаїлі та Рені.")
    assert [line.split()[:2] for line in lines[-3:]] == [["damage", "14"], ["damage", "7"], ["damage", "7"]]


def test_weapons_that_cover_a_town(said: Said) -> None:
    assert said("Шебекино закидали дев'ятьма дронами.") == ["launched 9 uav @gn:495112"]
    assert said("Увечері Слов'янськ накрили трьома «Смерчами».") == ["hit 3 rocket_artillery @gn:693468"]
    assert said("Харків. П'ять КАБів за двадцять хвилин. Пошкоджено дах.")[0].startswith("launched 5 guided_bomb")


@pytest.mark.parametrize(
    "text",
    [
        "У селі під Полтавою налічують 300 дворів.",
        "Аграрії списали п'ять комбайнів через зношеність.",
        "Град побив дахи у 22 дворах на Волині.",
        "Волонтери закидали чиновників заявами на п'ять дронів.",
        "Спершу у лікарні було семеро пацієнтів із грипом, тепер їх дванадцятеро.",
        "Місто не має води через аварію на водогоні. Ідеться про 400 будинків.",
    ],
)
def test_nothing_of_it(said: Said, text: str) -> None:
    assert said(text) == []
