"""Places behind the news, lists of towns in a day's sum, streets, and towns that are only some of those counted."""

import pytest

from skyledger.model import Outlet
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def places(packs: Packs, text: str, outlet: Outlet | None = None) -> dict[str, str]:
    """Return kind or fate = place of the claims of a text."""
    claims = read_claims(a_text(text, outlet=outlet or Outlet()), packs)[1].claims
    return {
        (c.fate.value if c.fate is not None else c.kind.value): "" if c.place is None else c.place.id for c in claims
    }


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Nineteen hurt, a roof gone: that is what two glide bombs did to Merefa.", "casualties", "gn:701347"),
        ("Збито сім «шахедів», два подавлено. Усе це в небі Черкащини.", "downed", "UA-71"),
        ("Девять дронов сбито, ещё два подавлены – всё это в небе Пензенской области.", "suppressed", "RU-PNZ"),
        ("Двадцать дронов уничтожено за ночь. В Клинцах повреждён дом.", "downed", ""),
        ("Over the territory of Belgorod region 22 drones were destroyed.", "downed", "RU-BEL"),
        ("На Киевской улице Белгорода обломки БПЛА посекли пять машин.", "damage", "gn:578072"),
        ("У провулку Донецькому в Нікополі дрон розбив авто.", "damage", "gn:700051"),
        ("В Рыльском районе дрон ударил по подстанции. Без света 18 сёл, среди них Крупец.", "power_outage",
         "raion:RU-KRS-rylsky"),
    ],
)  # fmt: skip
def test_where_it_was(packs: Packs, text: str, kind: str, place: str) -> None:
    assert places(packs, text)[kind] == place


def test_what_a_governor_sums_up_for_the_day_is_of_his_region(packs: Packs) -> None:
    owner = Outlet(name="Олександр Прокудін", type="official")
    day = "За добу росіяни атакували дронами Херсон і Берислав. Поранено шістьох людей."
    assert places(packs, day, owner)["casualties"] == "UA-65"
    hour = "О 07:10 дрони вдарили по Херсону та Бериславу. Поранено шістьох людей."
    assert places(packs, hour, owner)["casualties"] != "UA-65"


def test_no_drone_is_shot_down_at_an_airport_told_of_before(packs: Packs) -> None:
    text = "Аэропорт Внуково не принимал рейсы с 3:20 до 6:05. Собянин отчитался о восьми сбитых БПЛА."
    assert places(packs, text)["downed"] == "RU-MOW"
