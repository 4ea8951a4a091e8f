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


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("П'ятеро пасажирів дістали забої та садна.", "casualties ?/5/?"),
        ("У двох доярок струс мозку.", "casualties ?/2/?"),
        ("Троим механикам диагностировали ушибы.", "casualties ?/3/?"),
        ("Двоє вантажників зазнали травм, несумісних із життям.", "casualties 2/?/?"),
        ("Чоловік залишився без ноги.", "casualties ?/1/?"),
        ("З мешканцями все гаразд.", "no_casualties 0/0/0"),
        ("Обійшлося без смертей.", "no_casualties 0/?/?"),
    ],
)
def test_what_people_have(said: Said, text: str, claim: str) -> None:
    told = [line for line in said(_RAID + text) if "casualties" in line]
    assert len(told) == 1
    assert told[0].startswith(claim)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Через дрони летовище Вільнюса простояло три години.", ["airspace_closure @EYVI"]),
        ("Аеропорт Вільнюса ожив о пів на другу ночі.", ["airspace_reopening @EYVI"]),
        ("Заборону польотів в аеропорту Вільнюса скасували о 6:40.", ["airspace_reopening @EYVI"]),
        ("Вільнюське летовище стояло в черзі на ремонт смуги.", []),
        ("Аеропорт Бухареста закрили на реконструкцію смуги.", []),
        ("Лікарі вчилися лікувати опіки, у тренуванні взяли участь 40 хірургів.", []),
        ("У матчі троє футболістів дістали травм.", []),
    ],
)
def test_airports_that_lie_still(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_those_on_their_way(said: Said) -> None:
    lines = said("На Чугуїв прямували вісім дронів: п'ять збито, три влучили в завод.")
    assert sorted(line.split(" @")[0] for line in lines) == ["downed 5 uav", "hit 3 uav"]
    assert "hit uav @gn:712886" not in said("Над Балтою збито п'ять дронів, решта не досягла цілей.")
