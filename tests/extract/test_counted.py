"""Objects in the air, counted, with a fate: what a sentence says, and what it does not."""

from collections.abc import Callable

import pytest

from skyledger.extract import extract_document
from skyledger.packs import Packs
from tests.extract.saying import a_text

Said = Callable[[str], list[str]]
HARKIV, ODESA, KALUGA, TULA, BRYANSK = "gn:706483", "gn:698740", "gn:553915", "gn:480562", "gn:571476"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ночью над Калужской областью сбито 40 БПЛА.", "downed 40 uav @RU-KLU"),
        ("Overnight 40 drones were shot down over Kaluga Oblast.", "downed 40 uav @RU-KLU"),
        ("Уночі над Сумщиною збито 12 дронів.", "downed 12 uav @UA-59"),
        ("Дежурными средствами ПВО перехвачены и уничтожены 15 БПЛА.", "downed 15 uav"),
        ("Air defences intercepted and destroyed 15 drones over Tula region.", "downed 15 uav @RU-TUL"),
        ("ППО знищила 15 ударних БпЛА.", "downed 15 uav"),
        ("ПВО отразила атаку 15 дронов на Таганрог.", "downed 15 uav @gn:484907"),
        ("Шесть БПЛА подавлены средствами РЭБ.", "suppressed 6 uav"),
        ("Six drones were jammed by electronic warfare over Tula region.", "suppressed 6 uav @RU-TUL"),
        ("Ще три дрони локаційно втрачено.", "lost 3 uav"),
        ("Three drones were lost from radar over Tula region.", "lost 3 uav @RU-TUL"),
        ("Три дрона не достигли цели.", "lost 3 uav"),
        ("Ворог запустив 34 дрони.", "launched 34 uav"),
        ("Противник выпустил 34 беспилотника.", "launched 34 uav"),
        ("Russia launched 34 drones.", "launched 34 uav"),
        ("Ворог атакував 34 ударними БпЛА.", "launched 34 uav"),
        ("Дрон ударил по складу в Шебекино.", "hit 1 uav @gn:495112"),
        ("A drone hit a warehouse in Odesa.", f"hit 1 uav @{ODESA}"),
        ("Дрон влучив у багатоповерхівку в Харкові.", f"hit 1 uav @{HARKIV}"),
        ("Обломки беспилотника упали на поле в Калужской области.", "debris uav @RU-KLU"),
        ("Drone debris fell on a field near Bryansk.", f"debris uav @{BRYANSK}"),
        ("Уламки дрона впали на поле на Одещині.", "debris uav @UA-51"),
        ("Над Таганрогом заметили дрон.", "sighting 1 uav @gn:484907"),
        ("A drone was spotted over Tula.", f"sighting 1 uav @{TULA}"),
    ],
)
def test_each_fate_is_told_apart(said: Said, text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "object_type"),
    [
        ("Сбиты две крылатые ракеты.", "cruise_missile"),
        ("Сбиты 2 ракеты Х-101.", "cruise_missile"),
        ("Збито 2 балістичні ракети.", "ballistic_missile"),
        ("Two Iskander-M missiles were shot down over Tula region.", "ballistic_missile"),
        ("Сбиты две ракеты.", "missile"),
        ("Сбиты две управляемые авиационные бомбы.", "guided_bomb"),
        ("Two guided bombs were shot down over Tula region.", "guided_bomb"),
        ("Сбиты два снаряда РСЗО.", "rocket_artillery"),
        ("Сбиты два FPV-дрона.", "fpv_drone"),
        ("Two FPV drones were shot down over Tula region.", "fpv_drone"),
        ("Two decoy drones were shot down over Tula region.", "decoy_uav"),
        ("Уничтожены два безэкипажных катера.", "sea_drone"),
        ("Two sea drones were destroyed over Tula region.", "sea_drone"),
        ("Сбиты две высокоскоростные воздушные цели.", "high_speed_air_target"),
        ("Сбиты две воздушные цели.", "unknown"),
        ("Two aerial targets were destroyed over Tula region.", "unknown"),
        ("Сбиты два вертолёта.", "aircraft"),
    ],
)
def test_what_flew(said: Said, text: str, object_type: str) -> None:
    assert [line.removesuffix(" @RU-TUL") for line in said(text)] == [f"downed 2 {object_type}"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Сбито более 70 дронов над Тульской областью.", "71-140"),
        ("Не менее пяти дронов сбили над Тульской областью.", "5-10"),
        ("Сбито до 20 дронов над Тульской областью.", "0-20"),
        ("Около 30 дронов сбито над Тульской областью.", "27-33"),
        ("От пяти до семи дронов сбито над Тульской областью.", "5-7"),
        ("Несколько дронов сбито над Тульской областью.", "3-9"),
        ("Fewer than 10 drones were downed over Tula region.", "0-9"),
    ],
)
def test_the_wording_of_a_number_is_kept_as_a_range(said: Said, text: str, count: str) -> None:
    assert said(text) == [f"downed {count} uav @RU-TUL"]


# --- one, many, unknown: never the other ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Сбит БПЛА над Калугой.",
        "Над Калугой сбит дрон.",
        "A drone was shot down over Kaluga.",
        "Збито дрон над Калугою.",
    ],
)
def test_one_named_is_one(said: Said, text: str) -> None:
    assert said(text) == [f"downed 1 uav @{KALUGA}"]


@pytest.mark.parametrize(
    "text",
    [
        "Сбиты БПЛА над Калугой.",
        "Над Калугой сбиты дроны.",
        "Drones were shot down over Kaluga.",
        "Збито дрони над Калугою.",
    ],
)
def test_many_without_a_number_is_no_number(said: Said, text: str) -> None:
    assert said(text) == [f"downed uav @{KALUGA}"]


# --- lists ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Сбито 12 дронов над Тульской областью, 5 над Калужской областью и 3 над Крымом.",
            ["downed 12 uav @RU-TUL", "downed 5 uav @RU-KLU", "downed 3 uav @UA-43"],
        ),
        (
            "Збито 12 дронів над Одещиною, 5 над Миколаївщиною та 3 над Сумщиною.",
            ["downed 12 uav @UA-51", "downed 5 uav @UA-48", "downed 3 uav @UA-59"],
        ),
        (
            "Drones: 16 were shot down over Bryansk Region, nine over Smolensk Region and four over Tula Region.",
            ["downed 16 uav @RU-BRY", "downed 9 uav @RU-SMO", "downed 4 uav @RU-TUL"],
        ),
        (
            "12 безпілотників збито над Одещиною, ще 5 — над Миколаївщиною.",
            ["downed 12 uav @UA-51", "downed 5 uav @UA-48"],
        ),
        (
            "Twelve drones were intercepted over Bryansk Region, while five more were destroyed over Kursk Region.",
            ["downed 12 uav @RU-BRY", "downed 5 uav @RU-KRS"],
        ),
    ],
)
def test_a_verb_carries_through_a_list(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Уничтожены 3 БпЛА и две ракеты над Крымом.", ["downed 3 uav @UA-43", "downed 2 missile @UA-43"]),
        (
            "Three drones and two missiles were shot down over Crimea.",
            ["downed 3 uav @UA-43", "downed 2 missile @UA-43"],
        ),
        ("Збито 3 дрони та 2 ракети над Одещиною.", ["downed 3 uav @UA-51", "downed 2 missile @UA-51"]),
    ],
)
def test_two_objects_share_a_verb_and_a_place(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("По 16 дронов сбито над Брянской и Калужской областями.", ["downed 16 uav @RU-BRY", "downed 16 uav @RU-KLU"]),
        ("По 11 дронів збито над Одещиною та Сумщиною.", ["downed 11 uav @UA-51", "downed 11 uav @UA-59"]),
        (
            "11 drones each were destroyed over Tula and Kaluga regions.",
            ["downed 11 uav @RU-TUL", "downed 11 uav @RU-KLU"],
        ),
    ],
)
def test_a_number_each_is_given_to_each(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Над Брянской и Калужской областями сбито 16 дронов.", "downed 16 uav @RU-BRY+RU-KLU"),
        ("Збито 11 дронів над Одещиною та Сумщиною.", "downed 11 uav @UA-51+UA-59"),
        ("In Odesa and Sumy regions 11 drones were shot down.", "downed 11 uav @UA-51+UA-59"),
    ],
)
def test_one_number_over_a_list_is_one_claim_on_the_list(said: Said, text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_a_sentence_without_a_verb_goes_on_with_the_one_before(said: Said) -> None:
    text = "Над Крымом сбиты 12 дронов. По пять — над Тульской и Калужской областями."
    assert said(text) == ["downed 12 uav @UA-43", "downed 5 uav @RU-TUL", "downed 5 uav @RU-KLU"]


# --- n of m, fates side by side -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("32 of 40 drones were shot down over Odesa region.", ["downed 32 uav @UA-51", "attack 40 uav @UA-51"]),
        ("ППО збила 30 із 34 ворожих дронів.", ["downed 30 uav", "attack 34 uav"]),
        ("Из 40 запущенных дронов сбиты 32.", ["launched 40 uav", "downed 32 uav"]),
        ("Ворог запустив 34 дрони, збито 30.", ["launched 34 uav", "downed 30 uav"]),
        ("Russia launched 34 drones, 30 were shot down.", ["launched 34 uav", "downed 30 uav"]),
    ],
)
def test_fates_never_share_a_number(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_hits_are_within_the_launched(said: Said) -> None:
    text = "Ворог запустив 34 дрони. Збито 30. Зафіксовано влучання 4 дронів."
    assert said(text) == ["launched 34 uav", "downed 30 uav", "hit 4 uav total"]


# --- what was not shot down -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Дронов над областью не сбивали.",
        "Над областью не было сбито ни одного дрона.",
        "Ни один дрон не был сбит над Калугой.",
        "Twelve drones were not shot down over Kaluga Region.",
        "Жодного дрона над областю не збили.",
        "Ворог може запустити 40 дронів.",
        "Russia could launch 40 drones.",
        "Противник планирует запустить 40 дронов по Москве.",
        "В ходе учений сбили 12 дронов.",
        "Сбит оператор дронов.",
        "Уничтожен склад дронов.",
        "Украинские операторы БПЛА уничтожены под Суджей.",
        "Сбито 80% дронов.",
        "Дроны купили для армии.",
        "Орёл летит над полем.",
        "Сбит с ног пешеход.",
    ],
)
def test_what_says_nothing_of_the_kind(said: Said, text: str) -> None:
    assert [line for line in said(text) if line.split()[0] in ("downed", "launched", "attack")] == []


def test_no_night_has_seen_forty_thousand(packs: Packs) -> None:
    extraction = extract_document(a_text("Сбито 40000 дронов."), packs)
    assert extraction.frames == []
    assert [issue.code for issue in extraction.issues] == ["count.implausible"]


def test_a_refused_trigger_says_why(packs: Packs) -> None:
    text = "Ворог може запустити 40 дронів."
    [rejected] = extract_document(a_text(text), packs).rejected
    assert rejected.span.slice(text) == "запустити"
    assert "може" in rejected.reason


def test_people_are_no_drones(said: Said) -> None:
    assert said("Сбиты 12 дронов над Тулой, 5 человек пострадали.")[0] == f"downed 12 uav @{TULA}"
    assert not any(
        "5 uav" in line or "5 unknown" in line for line in said("Сбиты 12 дронов над Тулой, 5 человек пострадали.")
    )


def test_a_vague_name_says_less_than_the_count_beside_it(said: Said) -> None:
    text = "In a rise of aerial threats, air defence in the Kaluga region intercepted and destroyed 40 drones."
    assert said(text) == ["downed 40 uav @RU-KLU"]
    assert said("Air defence over the Kaluga region destroyed air targets.") == ["downed unknown @RU-KLU"]


@pytest.mark.parametrize(
    ("text", "downed"),
    [
        ("Удар дрона по Сумам. Отменены 14 рейсов, вычеркнуты насовсем пять.", []),
        ("Атака дронов на Сумы. Отменены 14 рейсов. Сбиты пять.", ["downed 5 uav @gn:692194"]),
    ],
)
def test_a_bare_number_behind_flights_is_of_flights(said: Said, text: str, downed: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("downed")] == downed
