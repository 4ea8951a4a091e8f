"""What is missing or stands still, told by its noun and what befell it; lists behind "without"."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("После атаки дронов воды на левом берегу Киева нет с 5:40.", ["other_effect 'water' @UA-30"]),
        (
            "In Kherson a drone hit the substation; parts of the city have neither power nor water.",
            ["other_effect 'water' @gn:706448", "power_outage @gn:706448"],
        ),
        (
            "Дрон ударил по подстанции в Белгороде, без света и воды 12 тысяч человек.",
            ["other_effect 12000 person 'water' @gn:578072", "power_outage 12000 person @gn:578072"],
        ),
        ("Після атаки дронів у Полтаві стали тролейбуси.", ["other_effect 'public transport' @gn:696643"]),
        (
            "After the drone strike trams do not cross the bridge in Kremenchuk.",
            ["other_effect 'public transport' @gn:704147"],
        ),
        (
            "Дрон вдарив по Рівненщині. Перші уроки в 58 школах не відбулися.",
            ["other_effect 58 building 'schools' @UA-56"],
        ),
        (
            "A drone fell on Votkinsk; all 19 kindergartens are shut for the day.",
            ["other_effect 19 building 'schools' @gn:471430"],
        ),
        (
            "Після обстрілу дронами Чернігова опалення в мікрорайоні досі не дали.",
            ["other_effect 'heating' @gn:710735"],
        ),
    ],
)
def test_what_is_missing_or_still(said: Said, text: str, claims: list[str]) -> None:
    found = [line for line in said(text) if line.startswith(("other_effect", "power_outage"))]
    assert sorted(found) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Вікна школи в Сумах після удару дрона закрили плівкою.",
        "Дрон атаковал Белгород. Трамваи стали ходить реже.",
        "Дрон атаковал Белгород. Свет уже вернули.",
        "Дрон атаковал Белгород, водитель погиб. Вода есть.",
    ],
)
def test_nothing_is_missing(said: Said, text: str) -> None:
    assert [line for line in said(text) if line.startswith(("other_effect", "power_outage"))] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("В Азове слышали три громких хлопка.", "other_effect 3 explosion 'explosions heard' @gn:580054"),
        ("В Кременчуці бабахнуло разів шість.", "other_effect 6 explosion 'explosions heard' @gn:704147"),
        (
            "Four or five bangs were heard in Yeysk from the sea.",
            "other_effect 4-5 explosion 'explosions heard' @gn:466885",
        ),
    ],
)
def test_how_often_it_banged(said: Said, text: str, claim: str) -> None:
    assert said(text) == [claim]


def test_further_towns_without_power(said: Said) -> None:
    text = "In Pryluky 28,400 customers lost power after the drone strike, in Ichnia a further 3,150; in Nizhyn, none."
    found = [line for line in said(text) if line.startswith("power_outage")]
    assert found == ["power_outage 28400 customer @gn:696108", "power_outage 3150 customer @gn:707744"]


def test_gas_cut_off_is_no_power_cut(said: Said) -> None:
    text = "Gas has been cut off to 96 households in Kstovo after the drone attack."
    assert said(text) == ["other_effect 96 building 'gas' @gn:540103"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "После ракетного удара отопления лишились 41 дом в Шебекино.",
            "other_effect 41 building 'heating' @gn:1496511",
        ),
        ("Троллейбусы в Херсоне не вышли на линию: ракета попала в подстанцию.", "public transport"),
        ("Под Ростовом из-за обломков БПЛА поезда задержаны.", "train delays"),
        ("В Белгороде уроки переведены в дистант из-за атаки БПЛА.", "schools"),
        ("Автобуси в Сумах зупинено після удару дронів.", "public transport"),
    ],
)
def test_what_runs_no_more(said: Said, text: str, expected: str) -> None:
    assert any(expected.split(" @")[0] in line for line in said(text)), said(text)


def test_what_is_to_come_has_not_stopped(said: Said) -> None:
    assert not any("train" in line for line in said("Дрони атакували Козятин. Завтра електрички не курсуватимуть."))
    assert not any("transport" in line for line in said("Дрон упал в Туле. Трамваи ходят по расписанию."))
