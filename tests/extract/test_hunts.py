"""Downings told by a tally, a pronoun, a stand-in for the noun, by who got the credit, or by nobody having arrived."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Над Ростовом сбито восемь целей.", "downed 8 unknown @gn:501175"),
        ("Збили три борти над морем біля Одеси.", "downed 3 unknown @gn:698740"),
        ("Над Рівним перехоплено сім цілей.", "downed 7 unknown @gn:695594"),
        ("Над Липецком работала ПВО, сбито 25 аппаратов.", "downed 25 uav @gn:535121"),
        ("Drones attacked Odesa region. Twelve kills overnight for the gunners.", "downed 12 uav @UA-51"),
        ("The night's haul of the mobile fire groups in Mykolaiv region: 12 Shaheds.", "downed 12 uav @UA-48"),
        ("Улов минувшей ночи над Брянском — 17 дронов.", "downed 17 uav @gn:571476"),
        ("Вчорашній врожай мисливців за дронами на Черкащині — 12 «шахедів».", "downed 12 uav @UA-71"),
        ("Gunners in Sumy region added six drones to their score.", "downed 6 uav @UA-59"),
        ("На Тулу летели три дрона, их сбили на подлёте.", "downed 3 uav @gn:480562"),
        ("До Одеси летіли чотири «шахеди». Зенітники їх збили.", "downed 4 uav @gn:698740"),
        ("Под Валдаем был беспилотник, его отработала ПВО.", "downed 1 uav @gn:477301"),
        ("Two drones flew at Odesa. Gunners shot them down.", "downed 2 uav @gn:698740"),
        ("На Одесу летіло 40 «шахедів», жоден не долетів.", "downed 40 uav @gn:698740"),
        ("Forty drones flew at Odesa; not one of them arrived.", "downed 40 uav @gn:698740"),
        ("Девять дронов над Тулой на счету зенитчиков, ещё четыре — на счету РЭБ.", "suppressed 4 uav @gn:480562"),
        ("Nine drones over Kyiv region fell to gunners, five to electronic warfare.", "downed 9 uav @UA-32"),
        ("18 беспилотников не дошли до Ростова, их сняли расчёты ПВО.", "downed 18 uav @gn:501175"),
        ("Атака на Таганрог: 20 беспилотников уничтожено, два дома повреждены.", "downed 20 uav @gn:484907"),
        ("Ночь над Херсоном обошлась врагу в 18 беспилотников.", "downed 18 uav @gn:706448"),
        ("Ворог спрямував на Київ 30 дронів, усі вони збиті.", "downed 30 uav @UA-30"),
    ],
)
def test_a_hunt_is_a_downing(said: Said, text: str, line: str) -> None:
    assert line in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Суд сбил цену трёх объектов под Тулой.",
        "Рыбак из Одессы похвастался уловом ночи: 12 судаков.",
        "Вісім перехоплень зробив захисник «Шахтаря» у Києві.",
        "В Курске уничтожены три объекта энергетики.",
        "None of the 12 drones ordered for the Kyiv police arrived on time.",
        "Под Тулой был беспилотник, его заметила полиция.",
        "Над Києвом летіли 12 дронів, жоден ще не долетів.",
    ],
)
def test_other_tallies_down_nothing(said: Said, text: str) -> None:
    assert not any(line.startswith(("downed", "suppressed")) for line in said(text))


def test_a_warplane_that_shoots_is_not_shot_down(said: Said) -> None:
    assert said("An F-16 shot down two cruise missiles near Lviv.") == ["downed 2 cruise_missile @gn:702550"]
    assert said("Над Києвом одного «шахеда» збив гелікоптер.") == ["downed 1 uav @UA-30"]


def test_figures_told_go_before_none_arrived(said: Said) -> None:
    lines = said("На Севастополь летели 40 дронов, не долетел ни один: 38 сбиты, два потеряны над морем.")
    assert not any(line.startswith("downed 40") for line in lines)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("52 Shaheds were hurled at Sumy region; all but five were shot down.", "downed 47 uav @UA-59"),
        ("Из одиннадцати дронов, летевших на Тулу, сбиты все, кроме двух.", "downed 9 uav @gn:480562"),
        ("Над Калужской областью сбиты 12 БПЛА. Пять остались в полях, четыре под Людиновом.", "downed 4 uav"),
        ("Twenty drones were stopped over Kursk region, twelve by missiles, eight by guns.", "downed 12 uav @RU-KRS"),
        ("Херсон атакован дронами. Потери врага за ночь над городом: 11 ударных дронов.", "downed 11 uav @gn:706448"),
        ("Drones were repelled over Rostov region.", "downed uav @RU-ROS"),
        ("Eight drones over Sumy region were dropped by gun crews.", "downed 8 uav @UA-59"),
        ("Двенадцать целей было в небе над Саратовом, все двенадцать сбиты.", "downed 12 unknown @gn:498677"),
    ],
)
def test_wholes_and_their_parts(said: Said, text: str, line: str) -> None:
    assert any(claim.startswith(line) for claim in said(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Two drones were over Odesa. Both were shot down.", "downed 2 uav"),
        ("Три дрона летели на Тулу. Они были сбиты на подлёте.", "downed 3 uav"),
        ("Над Брянском был беспилотник. Он сбит.", "downed 1 uav"),
        ("ППО відпрацювала успішно, ціль над Обуховом знищено.", "downed 1 unknown"),
        ("На Житомирщині відмінусували чотири реактивних.", "downed 4 uav @UA-18"),
        ("Станом на зараз 5 збиттів на Миколаївщині.", "downed 5 unknown @UA-48"),
        ("Работа ПВО над Джанкоем: минус один.", "downed 1 unknown"),
        ("33 «шахеди» на Одещині більше нікуди не долетять.", "downed 33 uav"),
        ("Air defence repelled an attack by 20 drones on Novorossiysk.", "downed 20 uav"),
        ("Вже три мінуси по шахедах на Черкащині.", "downed 3 uav @UA-71"),
    ],
)
def test_live_posts_of_downings(said: Said, text: str, line: str) -> None:
    assert any(claim.startswith(line) for claim in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Дрони ЗСУ за добу знищили 40 одиниць техніки окупантів.",
        "Two drones flew at Odesa. They were not shot down.",
        "Минус 5 градусов ночью в Брянске.",
        "Три дрона показали в Туле. Они были проданы.",
        "Атака на Тулу. Потери ВСУ за сутки: 300 человек, три танка и 11 беспилотников.",
    ],
)
def test_what_downs_nothing(said: Said, text: str) -> None:
    assert not any(line.startswith("downed") for line in said(text))


def test_those_still_flying_are_not_downed(said: Said) -> None:
    lines = said("Один з БпЛА на Одещині збито, ще два на південь від Чорноморська.")
    assert not any(line.startswith("downed 2") for line in lines)
