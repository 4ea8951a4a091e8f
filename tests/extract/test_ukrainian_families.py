"""Ukrainian wordings by family: who suffered, what was destroyed, the whole that a relative clause tells of."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[str]]
SUMY = "Вночі дрони атакували Суми. "
RAID = "attack uav @gn:692194"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Постраждали 14 будинків.", ["damage 14 building 'house' @gn:692194"]),
        ("Найбільше потерпіла багатоповерхівка.", ["damage 1 building 'apartment building' @gn:692194"]),
        ("Дитячий садок теж постраждав.", ["damage 1 building 'kindergarten' @gn:692194"]),
        ("У школі постраждали двоє.", ["casualties ?/2/? @gn:692194"]),
        ("Постраждав охоронець складу.", ["casualties ?/1/? @gn:692194"]),
        ("Ніхто в будинку не постраждав.", ["no_casualties 0/0/0 @gn:692194"]),
        ("Знищено гараж.", ["damage 1 building 'garage' @gn:692194"]),
        ("Внаслідок удару дрона знищено дві автівки.", ["damage 2 vehicle 'car' @gn:692194"]),
        ("Ракета знищила два будинки.", ["hit 1 missile @gn:692194", "damage 2 building 'house' @gn:692194"]),
        ("Пошкоджено газопровід.", ["damage 1 other 'gas pipe' @gn:692194"]),
        ("Пошкоджено лінію електропередачі.", ["damage 1 other 'power line' @gn:692194"]),
    ],
)
def test_things_suffer_like_people(said: Said, text: str, claims: list[str]) -> None:
    assert said(SUMY + text) == [RAID, *claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Збито 117 із 138 БпЛА, якими ворог атакував.", ["downed 117 uav", "launched 138 uav"]),
        ("Збито/подавлено 40 із 52 безпілотників, запущених росіянами.", ["downed 40 uav", "launched 52 uav"]),
        ("Сбиты 12 из 15 дронов, которыми противник атаковал ночью.", ["downed 12 uav", "launched 15 uav"]),
        ("Збито 5 із 7 дронів, один влучив у склад.", ["downed 5 uav", "attack 7 uav", "hit 1 uav"]),
        ("Безпілотники поцілили у склад пального.", ["hit uav"]),
        ("Дрони били по складах.", []),
        ("Знищено дрон над будинком.", ["downed 1 uav"]),
    ],
)
def test_the_whole_behind_its_part(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "У Сумах після атаки дронів без світла 12 тисяч абонентів, у Конотопі — 900, у Шостці — 400 клієнтів.",
            [
                RAID,
                "power_outage 12000 customer @gn:692194",
                "power_outage 900 customer @gn:705135",
                "power_outage 400 customer @gn:693942",
            ],
        ),
        (
            "Після удару БпЛА без світла 1047 побутових та 63 юридичних споживачів.",
            ["power_outage 1047 customer", "power_outage 63 customer"],
        ),
        ("Поранено 31 людину, із них 9 — діти. Ракета влучила в дім.", ["casualties ?/31/9", "hit 1 missile"]),
        (
            "Мер Артем Семеніхін: дрони пошкодили цех у Конотопі.",
            ["damage 1 building 'industrial facility' @gn:705135"],
        ),
        ("Під час сьогоднішнього удару ракета влучила в цех.", ["hit 1 missile"]),
    ],
)
def test_figures_and_names_that_stand_apart(said: Said, text: str, claims: list[str]) -> None:
    found = said(text)
    assert all(claim in found for claim in claims), found


def test_part_of_the_day_is_no_hour(said: Said) -> None:
    assert said("Дрон збито під час вечері в Сумах.") == ["downed 1 uav @gn:692194"]


ZAP = "Дрони атакували Запоріжжя. "


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Поранено двох медиків. Обоє з вибуховими травмами та контузією.", ["casualties ?/2/?"]),
        ("Поранено п'ятьох. Двоє поранених — діти.", ["casualties ?/5/2"]),
        ("Поранено п'ятьох. Двоє поранених у тяжкому стані.", ["casualties ?/5/?"]),
        ("Поранено п'ятьох. Одному з поранених 14 років.", ["casualties ?/5/?"]),
        ("Госпіталізовано п'ятьох, один із поранених помер у лікарні.", ["casualties 1/5/?"]),
        ("Загинув 1 чоловік, 2 людей поранено.", ["casualties 1/2/?"]),
        ("Рятувальники деблокували тіло 80-річної пенсіонерки.", ["casualties 1/?/?"]),
    ],
)
def test_some_of_those_counted_before(said: Said, text: str, claims: list[str]) -> None:
    assert said(ZAP + text)[1:] == [f"{claim} @gn:687700" for claim in claims]


def test_more_wounded_elsewhere_are_others(said: Said) -> None:
    found = said(ZAP + "Поранено п'ятьох. Ще двоє поранених — у Вільнянську.")
    assert found[1:] == ["casualties ?/5/? @gn:687700", "casualties ?/2/? @gn:689584"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "У Бучанському районі збито 2 дрони. У Вишгородському пошкоджено 4 будинки.",
            ["downed 2 uav @raion:UA-32-bucha", "damage 4 building 'house' @raion:UA-32-vyshhorod"],
        ),
        (
            "У Сумському районі збито 2 дрони. У Шосткинському лісництві згоріла хата.",
            ["downed 2 uav @raion:UA-59-sumy"],
        ),
        ("У Луцьку вибуховою хвилею від дрона винесло вікна в ліцеї.", ["damage 'school' @gn:702569"]),
        ("Дванадцять дронів вночі завітали на Харківщину.", ["attack 12 uav @UA-63"]),
        ("До школи завітали 12 гостей, показували дрони.", []),
        ("Вибухи у Хмельницькому. Не ігноруйте тривогу!", ["other_effect 'explosions heard' @gn:706369"]),
    ],
)
def test_where_it_was(said: Said, text: str, claims: list[str]) -> None:
    assert said(text)[: len(claims)] == claims
    assert claims or not said(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Двоє травмованих після удару дрона.", ["casualties ?/2/?"]),
        ("Загиблий та троє контужених: бив дрон.", ["casualties 1/3/?"]),
        ("Шістьох мешканців багатоповерхівки, куди влетів «шахед», шпиталізували.", ["casualties ?/6/?"]),
        ("П'ятеро людей, серед яких двоє малолітніх, постраждали від удару дрона.", ["casualties ?/5/2"]),
        ("Дванадцять «шахедів» збито вогнем, ще шість приземлила РЕБ.", ["downed 12 uav", "suppressed 6 uav"]),
        ("33 дрони не досягли мети завдяки роботі РЕБ.", ["suppressed 33 uav"]),
        ("17 дронів не досягли цілей.", ["lost 17 uav"]),
        ("Рій із шести «шахедів» розбила ППО над Сумами.", ["downed 6 uav @gn:692194"]),
        ("Шість «шахедів» знищили зенітники.", ["downed 6 uav"]),
        ("З дев'яти випущених крилатих ракет сім збито.", ["launched 9 cruise_missile", "downed 7 cruise_missile"]),
    ],
)
def test_who_and_by_what(said: Said, text: str, claims: list[str]) -> None:
    found = said(text)
    assert all(claim in found for claim in claims), found


def test_drones_that_destroy_tanks_were_not_shot_down(said: Said) -> None:
    assert said("Наші дрони знищили дев'ять ворожих танків.") == []
