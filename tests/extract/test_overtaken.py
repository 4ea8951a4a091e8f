"""Figures a text has itself overtaken or taken back, and headlines the text below tells in full."""

import pytest

from skyledger.model import ClaimStatus
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims, say


def current(packs: Packs, text: str) -> list[str]:
    """Return the current claims of a text."""
    return [say(c) for c in read_claims(a_text(text), packs)[1].claims if c.status is ClaimStatus.CURRENT]


def test_the_last_count_of_a_log_stands(packs: Packs) -> None:
    log = (
        "00:40 – в Коломне сбито три беспилотника.\n"
        "02:15 – уже шесть, добавился Серпухов.\n"
        "04:50 – итог: 11 по Московской области."
    )
    assert current(packs, log) == ["downed 11 uav @RU-MOS"]


def test_entries_that_add_up_nothing_stand(packs: Packs) -> None:
    log = "00:40 – в Коломне сбито три беспилотника.\n02:15 – над Серпуховом сбито шесть беспилотников."
    assert len(current(packs, log)) == 2


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("A drone hit a hostel in Sumy. At first officials spoke of two injured; by midnight five were injured.", 2, 5),
        ("Сначала губернатор написал о двух сбитых над Тамбовом дронах, к утру сбито 11.", 2, 11),
    ],
)
def test_what_was_said_at_first_is_overtaken(text: str, gone: int, stays: int, packs: Packs) -> None:
    told = " ".join(current(packs, text)).replace("/", " ").split()
    assert str(stays) in told
    assert str(gone) not in told


def test_what_came_first_happened(packs: Packs) -> None:
    assert "hit" in " ".join(current(packs, "Сначала дрон ударил по складу в Курске, потом стало тихо."))


@pytest.mark.parametrize(
    "text",
    [
        "По чатам Ельца ходит фото горящей ТЭЦ. Это не так.",
        "Люди пишуть, що ракета влучила в школу в Сумах. Це фейк.",
        "Volga refinery burning after drone raid. Not so, the governor says.",
        "Did a drone hit the tower in Samara, killing two? No, it was a gas bottle.",
    ],
)
def test_what_is_taken_back_is_not_told(text: str, packs: Packs) -> None:
    assert current(packs, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Three drones were shot down over Kursk. No casualties were reported.",
        "Над Курском сбиты три дрона. Не обошлось без разрушений: повреждена школа.",
    ],
)
def test_what_only_begins_with_no_takes_nothing_back(text: str, packs: Packs) -> None:
    assert any(told.startswith("downed 3") for told in current(packs, text))


def test_a_headline_is_told_once(packs: Packs) -> None:
    text = (
        "Nine drones destroyed over Lipetsk countryside\n\n"
        "Nine drones were destroyed over the Yeletsky and Terbunsky districts early on Thursday, the governor said."
    )
    assert [told for told in current(packs, text) if "@gn:535121" in told] == []
    assert len([told for told in current(packs, text) if told.startswith("downed 9")]) == 1


def test_a_headline_that_stands_alone_is_told(packs: Packs) -> None:
    text = "Nine drones destroyed over Lipetsk\n\nA school lost its windows, the governor said."
    assert any(told.startswith("downed 9") for told in current(packs, text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Дрон ударил по Курску. В 5 подъезде выбило стёкла.", "damage 5"),
        ("Дрони атакували Ізмаїл. Знищено три силоси з дванадцяти.", "downed 12"),
        ("Жителей Ельца просят не подходить к обломкам беспилотников.", "debris"),
        ("Two Shaheds came and both were brought down by mobile fire groups over Kryvyi Rih.", "rescued"),
        ("A van was hit in Sumy; its driver died on the spot and two passengers riding with him were hurt.", "3/"),
    ],
)
def test_numbers_of_others_are_not_told(text: str, words: str, packs: Packs) -> None:
    assert words not in " ".join(current(packs, text))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Дрон ударил по Туле, пострадали семеро. Госпитализация понадобилась одной девочке.", "?/1/"),
        ("Drones hit a substation in Sumy. Our staff are unharmed.", "no_casualties"),
        ("Дрон ударил по дому в Туле. Жильцов успели вывести.", "no_casualties"),
        ("Дрон вдарив по Охтирці, місто без світла, опалення подають за резервною схемою.", "heating"),
        ("Drones hit Izmail overnight. As recently as Sunday a raid had killed a watchman in Vylkove.", "1/?"),
    ],
)
def test_parts_staff_and_days_before_are_not_told(text: str, gone: str, packs: Packs) -> None:
    assert gone not in " ".join(current(packs, text))


def test_who_denies_says_that_nothing_was_hit(packs: Packs) -> None:
    text = "Над Тулой сбиты три дрона. Компания это отрицает: «Разрушений у нас нет»."
    assert [told for told in current(packs, text) if told.startswith("no_damage") and "denied" not in told]


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Дрон ударил по Туле, пострадали семеро. Ещё одного госпитализировали позже.", "?/1/"),
        ("Дроны атаковали Тулу. Без света и отопления 40 домов.", "heating"),
    ],
)
def test_further_people_and_lists_stay(text: str, stays: str, packs: Packs) -> None:
    assert stays in " ".join(current(packs, text))
