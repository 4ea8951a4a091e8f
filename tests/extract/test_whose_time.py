"""Which hour a claim takes where a text tells several, and who speaks for bodies abroad and for railways."""

from datetime import datetime

import pytest

from skyledger.model import Kind
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def told(packs: Packs, text: str) -> dict[str, str]:
    """Return kind or fate = day and hour of the claims of a text, "" for those without a time."""
    found: dict[str, str] = {}
    for claim in read_claims(a_text(text), packs)[1].claims:
        start: datetime | None = None if claim.time is None else claim.time.start
        name = claim.fate.value if claim.fate is not None else claim.kind.value
        found[name] = "" if start is None else start.strftime("%d/%H:%M")
    return found


def speakers(packs: Packs, text: str) -> set[str | None]:
    """Return who is said to speak in a text."""
    return {None if c.speaker is None else c.speaker.name for c in read_claims(a_text(text), packs)[1].claims}


@pytest.mark.parametrize(
    "text",
    [
        "Vnukovo, shut at 9:25, is taking flights again.",
        "Аэропорт Внуково, закрытый в 9:25, снова принимает рейсы.",
        "Аеропорт Люблін, закритий о 3:10, знову працює.",
    ],
)
def test_an_opening_has_no_hour_of_the_closing(packs: Packs, text: str) -> None:
    assert told(packs, text)["airspace_reopening"] == ""


def test_an_opening_keeps_its_own_hour(packs: Packs) -> None:
    assert told(packs, "Vnukovo was closed at 3:05 and reopened at 5:40.")["airspace_reopening"] == "11/05:40"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Air-raid sirens sounded in Lviv at 4:12 a.m. and the all-clear came at 6:30.", ("11/04:12", "11/06:30")),
        ("У Києві тривогу оголосили о 02:10 і скасували о 05:30.", ("11/02:10", "11/05:30")),
        ("В Туле тревогу объявили в 02:10 и отменили в 05:30.", ("11/02:10", "11/05:30")),
    ],
)
def test_an_alert_and_its_end_have_an_hour_each(packs: Packs, text: str, hours: tuple[str, str]) -> None:
    found = told(packs, text)
    assert (found["declared"], found["lifted"]) == hours


def test_the_hour_of_one_strike_is_not_that_of_a_country_s_figure(packs: Packs) -> None:
    assert (
        told(packs, "A missile hit a house in Kyiv at 3:12. Over Ukraine 26 missiles were shot down.")["downed"] == ""
    )


def test_the_hour_of_a_strike_holds_for_what_was_downed_there(packs: Packs) -> None:
    assert told(packs, "В 03:12 ракета попала в дом в Киеве. Над Киевом сбиты две ракеты.")["downed"] == "11/03:12"


@pytest.mark.parametrize(
    "text",
    [
        "При ночном налёте беспилотников на Энгельс повреждена котельная.",
        "Нічне влучання пошкодило будинок у Сумах.",
        "A night-time raid on Taganrog damaged three houses.",
    ],
)
def test_a_strike_s_night_may_be_an_adjective(packs: Packs, text: str) -> None:
    assert told(packs, text)["damage"] == "10/20:00"


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Morning neighbours. Three explosions were heard in Taganrog.", ""),
        ("Evening all, three explosions were heard in Taganrog.", ""),
        ("In the morning all three explosions were heard in Taganrog.", "11/06:00"),
    ],
)
def test_a_greeting_is_no_time(packs: Packs, text: str, hour: str) -> None:
    assert told(packs, text)["other_effect"] == hour


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Прем'єр Польщі Дональд Туск повідомив, що три дрони збито над Люблінським воєводством.", "Donald Tusk"),
        (
            "Privolzhskaya Railway said two trains were delayed near Saratov after a drone hit a locomotive.",
            "Privolzhskaya Railway",
        ),
        ("Молдавская полиция сообщила, что в Оргееве упал беспилотник.", "Moldovan police"),
        ("Fragments fell on a port in Izmail, the Sea Ports Authority said.", "Ukrainian Sea Ports Authority"),
        ("North Jutland Police said three drones were seen over Aalborg airport.", "Danish police"),
    ],
)
def test_bodies_abroad_and_companies_speak(packs: Packs, text: str, name: str) -> None:
    assert speakers(packs, text) == {name}


def test_an_army_that_acts_does_not_speak(packs: Packs) -> None:
    assert speakers(packs, "Three drones were shot down over Lublin with the help of the Polish police.") == {None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Drones fell on Synelnykove in Dnipropetrovsk region. A watchman was hurt, the regional chief wrote.",
            "Vladyslav Haivanenko",
        ),
        ("После удара дронов по Туле повреждены три дома. Пострадали двое, сообщил губернатор.", "Dmitry Milyaev"),
        ("Дрон влучив у будинок у Харкові. Поранено двох людей, підкреслив місцевий губернатор.", "Oleh Syniehubov"),
        ("В Афипском горит завод после атаки БПЛА, пишет оперштаб.", "Krasnodar Region operational headquarters"),
        ("В Туле горит завод после атаки БПЛА, пишет оперштаб.", "Tula Oblast operational headquarters"),
    ],
)
def test_an_office_alone_is_of_the_only_region_named(packs: Packs, text: str, name: str) -> None:
    assert speakers(packs, text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "После удара дронов по Туле и Калуге повреждены три дома. Пострадали двое, сообщил губернатор.",
        "A drone hit a clinic in Sumy. A watchman was hurt, the head of the clinic said.",
        "Дрон попал в клинику в Туле. Ранены трое, сообщила губернатору начальница клиники.",
    ],
)
def test_an_office_alone_may_be_anybody_s(packs: Packs, text: str) -> None:
    assert speakers(packs, text) == {None}


def test_who_keeps_the_airports_speaks_for_nothing_else(packs: Packs) -> None:
    text = "Kazan airport was closed from 2:10 to 4:30, Rosaviatsia said. Three drones were shot down over Kazan."
    assert speakers(packs, text) == {"Rosaviatsia", None}


def test_an_army_does_not_speak_for_airports(packs: Packs) -> None:
    text = "Three drones were shot down over Poland, the Polish army said. Lublin airport was closed."
    assert speakers(packs, text) == {"Operational Command of the Polish Armed Forces", None}


def test_who_keeps_the_airports_speaks_for_their_flights(packs: Packs) -> None:
    text = "Kazan airport was closed from 2:10 to 4:30, Rosaviatsia said. Six flights were diverted."
    assert speakers(packs, text) == {"Rosaviatsia"}


def windows(packs: Packs, text: str) -> dict[Kind, tuple[str, str]]:
    """Return kind = beginning and end of the claims of a text."""
    found: dict[Kind, tuple[str, str]] = {}
    for claim in read_claims(a_text(text), packs)[1].claims:
        time = claim.time
        ends = ("", "") if time is None else tuple("" if t is None else f"{t:%d/%H:%M}" for t in (time.start, time.end))
        found[claim.kind] = (ends[0], ends[1])
    return found


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (
            "01:50 Nine drones have been brought down over Moscow since midnight, the mayor writes.",
            ("11/00:00", "11/01:50"),
        ),
        ("08:05. Уничтожено с 06:00 над Москвой семь беспилотников.", ("11/06:00", "11/08:05")),
        ("Nine drones have been brought down over Moscow since midnight.", ("11/00:00", "11/09:40")),
    ],
)
def test_a_running_figure_ends_when_its_entry_was_posted(packs: Packs, text: str, window: tuple[str, str]) -> None:
    assert windows(packs, text)[Kind.INTERCEPTION] == window


@pytest.mark.parametrize(
    "text",
    [
        "Повреждены три дома в Энгельсе после атаки. Ночью над Саратовской областью сбиты 14 БПЛА.",
        "In Engels a house was damaged by a drone. Fourteen drones were shot down over Saratov region overnight.",
        "У Сумах пошкоджено три будинки після атаки дронів. Уночі над Сумщиною збито 14 БпЛА.",
    ],
)
def test_the_night_of_those_shot_down_is_that_of_the_damage(packs: Packs, text: str) -> None:
    assert told(packs, text)["damage"] == "10/20:00"


def test_the_morning_of_those_shot_down_dates_no_damage(packs: Packs) -> None:
    text = "В Энгельсе дрон повредил дом. Утром над Саратовской областью сбиты 14 БПЛА."
    assert told(packs, text)["damage"] == ""


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Полтавщина. Ніч. Збито два шахеди.", "10/20:00"),
        ("Ніч на заході була гучною: збито дев'ятнадцять шахедів над Львівщиною.", "10/20:00"),
        ("Ночь в музее отменили. Над Тулой сбиты три дрона.", ""),
    ],
)
def test_a_night_may_stand_alone(packs: Packs, text: str, hour: str) -> None:
    assert told(packs, text)["downed"] == hour


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Три дрона пересекли границу, сообщило румынское Минобороны.", "Romanian Ministry of National Defence"),
        (
            "Вибило вікна посольства, сказав речник азербайджанського МЗС: «Іскандер» впав у Києві.",
            "Ministry of Foreign Affairs of Azerbaijan",
        ),
        (
            "Над Польщею збито дрон, сказали в Оперативному командуванні польських збройних сил.",
            "Operational Command of the Polish Armed Forces",
        ),
    ],
)
def test_ministries_abroad_by_adjective(packs: Packs, text: str, name: str) -> None:
    assert speakers(packs, text) == {name}


def test_a_headquarters_does_not_speak_for_airports(packs: Packs) -> None:
    text = "Дрон упал на дом в Сочи, сообщил оперштаб Краснодарского края. Аэропорт Сочи закрыт."
    assert speakers(packs, text) == {"Krasnodar Region operational headquarters", None}


def test_a_headline_is_said_by_who_says_it_again(packs: Packs) -> None:
    text = "Три дома повреждены в Туле дроном\n\nДроном в Туле повреждены три дома, сообщил Дмитрий Миляев."
    assert speakers(packs, text) == {"Dmitry Milyaev"}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On 11 December at about 6:15 a gliding bomb came down near Vovchansk. A postman was killed.", "11/06:15"),
        ("Семьи прятались от беспилотников в Курске в среду вечером. Пострадали двое, повреждён дом.", "10/18:00"),
        ("Київ після важкої ночі. Шахед влучив у школу, поранено двох.", "10/20:00"),
        ("Итоги дроновой ночи в Ростове: дрон попал в вокзал, ранены двое.", "10/20:00"),
        ("Nine drones were shot down over Tula on Thursday night.", "10/20:00"),
        ("At ten to six a drone hit a depot in Kursk.", "11/05:50"),
        ("С первыми петухами над Тулой сбили пять беспилотников.", "11/00:00"),
        ("За вихідні дрони пошкодили в Херсоні 38 будинків.", "06/00:00"),
        ("Помер третій поранений від понеділкового удару дрона по Ніжину. Загиблих троє.", "08/00:00"),
    ],
)
def test_all_that_happened_has_the_time_told_of_the_raid(packs: Packs, text: str, start: str) -> None:
    assert set(told(packs, text).values()) == {start}


@pytest.mark.parametrize(
    "text",
    [
        "Two jets took off at 2:15, and a drone fell in a field near Tulcea.",
        "Одеса: п'ять вибухів, горить склад, порт закритий з 02:10.",
        "Дрон повредил в Курске пять домов, а не семь, как мы писали ночью.",
        "As of the evening of 11 December 3,000 homes in Sumy are without power after a drone strike.",
        "Rescuers who have been at work since dawn found two dead after a drone strike in Sumy.",
    ],
)
def test_no_time_is_taken_from_what_stands_beside_the_news(packs: Packs, text: str) -> None:
    assert set(told(packs, text).values()) == {""}


def test_since_when_a_sum_runs_is_not_when_the_last_ones_fell(packs: Packs) -> None:
    claims = read_claims(a_text("Над Тулой сбиты ещё три дрона, с вечера уже одиннадцать."), packs)[1].claims
    assert {c.count.interval.low: c.time is None for c in claims if c.count} == {3: True, 11: False}


def test_a_closing_lasts_from_its_hour(packs: Packs) -> None:
    claims = read_claims(a_text("Vnukovo airport was closed at 9:25."), packs)[1].claims
    assert [(c.time.start is not None, c.time.end) for c in claims if c.time] == [(True, None)]
