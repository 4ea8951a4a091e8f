"""Whose time a time is: hours of closures, states of the present, hours told behind the effects, datelines."""

from datetime import datetime

import pytest

from skyledger.model import Kind
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def starts(packs: Packs, text: str) -> dict[Kind, str]:
    """Return kind = hour of the claims of a text, "" for those without a time."""
    found: dict[Kind, str] = {}
    for claim in read_claims(a_text(text), packs)[1].claims:
        start: datetime | None = None if claim.time is None else claim.time.start
        found[claim.kind] = "" if start is None else start.strftime("%d/%H:%M")
    return found


def test_the_hours_of_a_closure_are_not_those_of_a_drone(packs: Packs) -> None:
    found = starts(packs, "Аэропорт Калуги не принимал рейсы с 02:10 до 04:35. Сбиты два беспилотника над Калугой.")
    assert (found[Kind.AIRSPACE_CLOSURE], found[Kind.INTERCEPTION]) == ("11/02:10", "")


def test_flights_lean_on_the_closure(packs: Packs) -> None:
    found = starts(packs, "Vnukovo was closed from 02:10 to 04:35. Six flights were cancelled.")
    assert found[Kind.OTHER_EFFECT] == "11/02:10"


def test_lessons_do_not_lean_on_the_night(packs: Packs) -> None:
    found = starts(packs, "Ночью дрон повредил котельную в Новозыбкове. Школы перешли на дистанционку.")
    assert (found[Kind.DAMAGE], found[Kind.OTHER_EFFECT]) == ("10/20:00", "")


def test_an_hour_told_behind_the_effects_holds_for_them(packs: Packs) -> None:
    text = "Двое погибли в Конотопе. Удар дрона по общежитию пришёлся около трёх часов ночи."
    assert starts(packs, text)[Kind.CASUALTIES] == "11/03:00"


@pytest.mark.parametrize("kind", [Kind.ATTACK, Kind.DAMAGE])
def test_the_hour_behind_a_dateline_is_the_time(packs: Packs, kind: Kind) -> None:
    text = "ТУЛА, 11 декабря. В Туле около шести утра дрон врезался в дом. Повреждены три квартиры."
    assert starts(packs, text)[kind] == "11/06:00"


def test_restrictions_lifted_have_no_time_of_their_beginning(packs: Packs) -> None:
    text = "В аэропорту Калуги сняты ограничения, действовавшие с 04:10."
    assert starts(packs, text)[Kind.AIRSPACE_REOPENING] == ""
