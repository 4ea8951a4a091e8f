"""Who goes on speaking when a company or a prosecutor had its sentence, and who said nothing of explosions."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def speakers(packs: Packs, text: str) -> list[tuple[str, str]]:
    """Return kind or fate and speaker of the claims of a text."""
    claims = read_claims(a_text(text), packs)[1].claims
    return [(c.fate.value if c.fate is not None else c.kind.value, c.speaker.name if c.speaker else "") for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Дроны били по Купянску, рассказал Олег Синегубов. По данным прокуратуры, две бомбы упали в поле. "
        "В Изюме ранены четверо.",
        "Oleh Syniehubov said drones had hit Kupiansk. Kharkivoblenergo reported 5,400 customers cut off. "
        "In Izium four people were hurt.",
    ],
)
def test_a_governor_goes_on_behind_a_word_in_passing(packs: Packs, text: str) -> None:
    assert ("casualties", "Oleh Syniehubov") in speakers(packs, text)


def test_another_governor_takes_over(packs: Packs) -> None:
    text = (
        "Олег Синегубов сообщил об ударе дрона по Купянску. Олег Григоров добавил, что сбиты семь БПЛА. "
        "Ранен мужчина в Сумах."
    )
    assert ("casualties", "Oleh Hryhorov") in speakers(packs, text)


def test_explosions_are_heard_by_nobody_in_particular(packs: Packs) -> None:
    heard = speakers(packs, "Three blasts were heard in Shostka. The city council said nobody was hurt by the drones.")
    assert ("other_effect", "") in heard
    told = speakers(packs, "Mayor Mykola Noha said three blasts had been heard in Shostka, drones were to blame.")
    assert ("other_effect", "") not in told


def test_the_administration_of_the_place_told_of(packs: Packs) -> None:
    text = "Над сусідньою Чернівецькою областю, поінформувала тамтешня адміністрація, збито п'ять ракет."
    assert [s.partition(" ")[0] for _, s in speakers(packs, text)] == ["Chernivtsi"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A drone wounded three in Kherson, the regional prosecutor's office said.", "Kherson"),
        ("У Бериславі дрон поранив двох людей, повідомила обласна прокуратура.", "Kherson"),
        ("A drone wounded three in Kherson, a regional newspaper said.", ""),
    ],
)
def test_an_office_of_the_region_told_of(packs: Packs, text: str, who: str) -> None:
    assert {s.partition(" ")[0] for kind, s in speakers(packs, text) if kind == "casualties"} == {who}


def test_who_runs_the_region_is_no_place(packs: Packs) -> None:
    text = "Nikopol: drones all day; four wounded, says Vladyslav Haivanenko, who runs the region."
    claims = read_claims(a_text(text), packs)[1].claims
    assert {c.place.id for c in claims if c.place and c.kind.value == "casualties"} == {"gn:700051"}
