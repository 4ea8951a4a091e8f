"""Owners of official channels whom no pack knows: their office, and where it is, by what the channel is called."""

import pytest

from skyledger.model import Outlet
from skyledger.packs import Packs
from skyledger.resolve.title_bodies import owner_by_title, region_in_title
from tests.extract.saying import a_text, read_claims


@pytest.mark.parametrize(
    ("title", "role", "region", "town"),
    [
        ("Kryvyi Rih Defence Council, English digest", "city_administration", "UA-12", "gn:703845"),
        ("Kharkiv Oblast Police", "police", "UA-63", ""),
        ("Энгельсские тепловые сети", "operator", "RU-SAR", "gn:563464"),
        ("Прокуратура Курской области", "prosecutor", "RU-KRS", ""),
        ("Бердичівська міська рада", "city_administration", "UA-18", "gn:712441"),
        ("Yurii Bova | Trostianets", "mayor", "UA-59", "gn:691255"),
        ("Іван Бондар, голова Сумської громади", "mayor", "UA-59", "gn:692194"),
    ],
)
def test_a_title_tells_an_office_and_its_place(packs: Packs, title: str, role: str, region: str, town: str) -> None:
    owner, home = owner_by_title(packs, title)
    assert owner is not None
    assert (owner.role, owner.region, home) == (role, region, town)


@pytest.mark.parametrize("title", ["Тульская область. Официально", "Сумы вечером", "Heron Crew Fund"])
def test_a_title_without_an_office_names_nobody(packs: Packs, title: str) -> None:
    assert owner_by_title(packs, title)[0] is None


def test_such_an_owner_speaks_in_the_channel_and_of_the_town(packs: Packs) -> None:
    text = "Ночью сбиты два дрона, повреждена теплотрасса."
    official = a_text(text, outlet=Outlet(name="Энгельсские тепловые сети", type="official"))
    claims = read_claims(official, packs)[1].claims
    assert {(c.speaker.role if c.speaker else "", c.place.id if c.place else "") for c in claims} == {
        ("operator", "gn:563464")
    }
    paper = a_text(text, outlet=Outlet(name="Энгельсские тепловые сети", type="news"))
    assert {c.speaker for c in read_claims(paper, packs)[1].claims} == {None}


@pytest.mark.parametrize(
    ("title", "region"),
    [("МЧС. Воронежская область", "RU-VOR"), ("Белгород. Чат соседей", "RU-BEL"), ("Бригадний вісник «Терен»", "")],
)
def test_a_title_tells_namesakes_apart(packs: Packs, title: str, region: str) -> None:
    assert region_in_title(packs, title) == region
