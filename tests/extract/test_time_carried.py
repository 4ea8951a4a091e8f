"""An hour told of one place is carried to what is told of the same place, and to no flight."""

import pytest

from skyledger.model import Kind
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def hours(packs: Packs, text: str) -> dict[tuple[Kind, str], str]:
    """Return the words of the time of each claim by kind and place, "" for those without a time."""
    claims = read_claims(a_text(text), packs)[1].claims
    return {(c.kind, c.place.name if c.place else ""): c.time.text if c.time else "" for c in claims}


@pytest.mark.parametrize(
    ("text", "place", "hour", "elsewhere"),
    [
        (
            "At 02:10 a Shahed hit a dormitory in Nikopol. In Pavlohrad nine buses burnt out.",
            "Nikopol",
            "At 02:10",
            "Pavlohrad",
        ),
        ("В 02:10 дрон попал в цех в Рыльске. В Глушкове сгорели девять автобусов.", "Rylsk", "В 02:10", "Glushkovo"),
        (
            "О 3:40 «шахед» поцілив у склад у Шостці. У Конотопі пошкоджено чотири будинки.",
            "Shostka",
            "О 3:40",
            "Konotop",
        ),
    ],
)
def test_an_hour_is_not_carried_to_another_town(packs: Packs, text: str, place: str, hour: str, elsewhere: str) -> None:
    found = hours(packs, text)
    assert found[Kind.ATTACK, place] == hour
    assert found[Kind.DAMAGE, elsewhere] == ""


@pytest.mark.parametrize(
    ("text", "place", "hour"),
    [
        ("At 02:10 a Shahed hit a dormitory in Nikopol. Nine people were wounded.", "Nikopol", "At 02:10"),
        ("В 02:10 дрон попал в цех в Рыльске. Ранены девять человек.", "Rylsk", "В 02:10"),
        ("О 3:40 «шахед» поцілив у склад у Шостці. Поранено чотирьох людей.", "Shostka", "О 3:40"),
    ],
)
def test_an_hour_holds_for_what_is_told_of_the_same_place(packs: Packs, text: str, place: str, hour: str) -> None:
    assert hours(packs, text)[Kind.CASUALTIES, place] == hour


def test_a_night_is_carried_to_another_town(packs: Packs) -> None:
    found = hours(packs, "Ночью дрон попал в цех в Рыльске. В Глушкове сгорели девять автобусов.")
    assert found[Kind.DAMAGE, "Glushkovo"] == "Ночью"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Внуково закрыто с 02:50. Экипажи 17 рейсов ушли на запасные аэродромы.", ""),
        ("Внуково не принимало с 02:50 до 05:10. Экипажи 17 рейсов ушли на запасные аэродромы.", "с 02:50 до 05:10"),
    ],
)
def test_flights_take_a_window_and_no_hour_of_its_beginning(packs: Packs, text: str, time: str) -> None:
    assert hours(packs, text)[Kind.DIVERSION, "Vnukovo International Airport"] == time
