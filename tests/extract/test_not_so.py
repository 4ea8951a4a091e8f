"""Numbers of what did not happen, of ratios, and of reports that are wrong count nothing."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
EN, RU, UK = "Drones attacked Sumy. ", "Дроны атаковали Сумы. ", "Дрони атакували Суми. "


def beside_the_attack(said: Said, text: str) -> list[str]:
    return [line for line in said(text) if not line.startswith("attack")]


@pytest.mark.parametrize(
    "text",
    [
        EN + "Sirens did not sound.",
        EN + "Explosions were not heard.",
        EN + "Evacuation was not needed for the 80 residents.",
        EN + "Three people were feared dead but were found alive.",
        EN + "The mayor asked whether 12 people had died.",
        EN + "Rumours of 30 wounded were not confirmed.",
        RU + "Взрывов слышно не было.",
        RU + "Эвакуация 80 жильцов не понадобилась.",
        RU + "Если бы дрон попал в цех, погибли бы 40 человек.",
        RU + "Слухи о 30 раненых не подтвердились.",
        RU + "Двоих, которых считали погибшими, нашли живыми.",
        RU + "Число погибших не изменилось.",
        UK + "Сирени не звучали.",
        UK + "Чутки про 30 поранених не підтвердилися.",
    ],
)
def test_what_did_not_happen_is_not_told(said: Said, text: str) -> None:
    assert beside_the_attack(said, text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN + "Sirens sounded for two hours.", "declared"),
        (EN + "Explosions were heard.", "other_effect"),
        (RU + "Эвакуировали 80 жильцов.", "other_effect 80"),
        (UK + "Сирени лунали двічі.", "declared"),
    ],
)
def test_what_happened_is(said: Said, text: str, line: str) -> None:
    assert any(told.startswith(line) for told in beside_the_attack(said, text))


@pytest.mark.parametrize(
    ("text", "downed"),
    [
        ("None of the 40 drones was shot down over Sumy.", []),
        ("Not all of the 40 drones were shot down over Sumy.", []),
        ("Сбить удалось не все 40 дронов над Сумами.", []),
        ("Над Сумами не сбили ни одного из 40 дронов.", []),
        ("Two of every three drones were shot down over Sumy.", ["downed uav @gn:692194"]),
        ("Над Сумами сбили все 40 дронов, кроме двух.", ["downed 38 uav @gn:692194"]),
        ("Над Сумами збили всі 40 дронів, крім двох.", ["downed 38 uav @gn:692194"]),
        ("All of the 40 drones were shot down over Sumy.", ["downed 40 uav @gn:692194"]),
    ],
)
def test_not_all_and_all_but(said: Said, text: str, downed: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("downed")] == downed


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        (EN + "Eleven of the fifteen hurt have gone home.", "?/15/?"),
        (EN + "The toll rose by two to five.", "5/?/?"),
        (EN + "Two to five people were hurt.", "?/2-5/?"),
        (RU + "Домой отпустили одиннадцать из пятнадцати пострадавших.", "?/15/?"),
        (RU + "Ранены восемь из десяти пассажиров.", "?/8/?"),
        (UK + "Додому відпустили одинадцятьох із п'ятнадцяти постраждалих.", "?/15/?"),
    ],
)
def test_all_who_were_hurt(said: Said, text: str, harm: str) -> None:
    assert [line.split()[1] for line in said(text) if line.startswith("casualties")] == [harm]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN + "One in three flats has no windows.", "damage"),
        (EN + "None of the 12 houses in the street was damaged.", "no_damage"),
        (EN + "Two houses have no windows.", "damage 2"),
    ],
)
def test_things_that_are_no_count(said: Said, text: str, line: str) -> None:
    [told] = beside_the_attack(said, text)
    assert told.startswith(line)
    assert not any(number in told for number in ("12", " 3", " 1 "))
