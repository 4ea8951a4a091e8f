"""Hours that date something beside the news, and times told by a heading or an adjective of a strike."""

from datetime import datetime

import pytest

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


@pytest.mark.parametrize(
    ("text", "kind", "hour"),
    [
        ("Ночью дроны били по Лисичанску. Ранены трое, подытожил утром глава города.", "casualties", "10/20:00"),
        ("At 5:10 a drone hit Okhtyrka. The governor came before noon. Eight homes are damaged.", "damage", "11/05:10"),
        ("Утром в Ельце дрон повредил две крыши, сообщил вечером губернатор.", "damage", "11/06:00"),
    ],
)
def test_the_hour_of_words_or_a_visit_is_none_of_the_news(packs: Packs, text: str, kind: str, hour: str) -> None:
    assert told(packs, text)[kind] == hour


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("У Прилуках після влучання дрона палав магазин, о 05:50 вогонь приборкали.", "fire"),
        ("Воздушная тревога в Белгороде отменена в 03:20. Над городом сбиты семь дронов.", "downed"),
        ("The alert in Odesa sounded at 1:15; the all-clear came at 3:00. Debris damaged four cars.", "damage"),
    ],
)
def test_the_end_of_a_fire_or_an_alert_dates_nothing_else(packs: Packs, text: str, kind: str) -> None:
    assert told(packs, text)[kind] == ""


@pytest.mark.parametrize(
    ("text", "kind", "hour"),
    [
        ("Ніч на Сумщині. Знищено 9 «шахедів».", "downed", "10/20:00"),
        ("The night was hard on Sumy: a drone killed two men.", "casualties", "10/20:00"),
        ("Past day in Kherson region. Two people were wounded in drone strikes.", "casualties", "10/00:00"),
        ("После субботнего налёта дронов на Кинель разрушены два цеха.", "damage", "06/00:00"),
        ("In the last half hour residents of Tuapse heard seven blasts.", "other_effect", "11/09:10"),
        ("У ніч на четвер, близько 03:15, Шостку атакували дрони. Пошкоджено п'ять хат.", "damage", "11/03:15"),
        ("Субботний выпуск: в Кинеле дрон повредил цех.", "damage", ""),
    ],
)
def test_times_above_the_news(packs: Packs, text: str, kind: str, hour: str) -> None:
    assert told(packs, text)[kind] == hour


def test_each_airport_has_its_own_hours(packs: Packs) -> None:
    text = "Pskov airport was closed from 23:10 to 04:15, Kaluga airport from 01:20 to 05:00 (Moscow time)."
    claims = read_claims(a_text(text), packs)[1].claims
    hours = {c.place.id: c.time.start.strftime("%H:%M") for c in claims if c.place and c.time and c.time.start}
    assert hours == {"ULOO": "23:10", "UUBC": "01:20"}


@pytest.mark.parametrize(
    ("text", "kind", "hour"),
    [
        ("Debris fell near Lubny (2:20 a.m.), a drone set a depot ablaze in Myrhorod (3:05 a.m.).", "fire", "11/03:05"),
        ("В 02:10 дрон упал в Ливнах, в 03:40 другой повредил дом в Мценске.", "damage", "11/03:40"),
        ("All day Wednesday FPV drones hunted cars in Nikopol. Four people were wounded.", "casualties", "10/00:00"),
        ("Куп'янський район, середа: FPV по автівці в Курилівці, поранено двох людей.", "casualties", "10/00:00"),
        ("Дрон пошкодив котельню в Ніжині. Зранку бригади почали ремонт. Поранено двох людей.", "casualties", ""),
    ],
)
def test_the_hour_of_its_own_clause_or_day(packs: Packs, text: str, kind: str, hour: str) -> None:
    assert told(packs, text)[kind] == hour
