"""Hits told by what flew into what; one of several told by its ordinal; what fell, and what was said not to have."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A drone sailed straight into the yard of a school in Sumy.", ["hit 1 uav @gn:692194"]),
        ("A Shahed burrowed into the roof of a clinic in Kherson.", ["hit 1 uav @gn:706448"]),
        ("A drone set a workshop in Tula ablaze.", ["hit 1 uav @gn:480562"]),
        ("Шахед вломился прямо в подъезд дома в Харькове.", ["hit 1 uav @gn:706483"]),
        ("Дрон угніздився в дах школи в Херсоні.", ["hit 1 uav @gn:706448"]),
        ("КАБ знищив школу в Харкові.", ["hit 1 guided_bomb @gn:706483"]),
        # people who move, things that are carried, a place that is only where
        ("The drones were loaded into a van in Sumy.", []),
        ("A drone looked into the windows of a school in Sumy.", []),
        ("Дрон завис в доме культуры в Харькове.", []),
        ("A drone passed through the village hall in Sumy.", []),
    ],
)
def test_what_flew_into_what(said: Said, text: str, claims: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("hit")] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "На завод в Туле летели два дрона. Один вонзился в цех, другой рухнул в овраг.",
            ["hit 1 uav @gn:480562", "debris 1 uav @gn:480562"],
        ),
        ("Two drones came at Tula. Another slammed into a garage.", ["hit 1 uav @gn:480562 total"]),
        ("Дрон ударил в дом в Туле. Второй дом не пострадал.", ["hit 1 uav @gn:480562"]),
    ],
)
def test_one_of_several(said: Said, text: str, claims: list[str]) -> None:
    assert [line for line in said(text) if line.startswith(("hit", "debris"))] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Дрон упал в поле под Тулой.", ["debris 1 uav @gn:480562"]),
        ("Шахед упав у полі під Полтавою.", ["debris 1 uav @gn:696643"]),
        ("Обломки дрона упали в Туле.", ["debris uav @gn:480562"]),
        ("Ракета упала на рынок в Харькове.", ["hit 1 missile @gn:706483"]),
        ("Ракета упала в поле под Харьковом.", ["debris 1 missile @gn:706483"]),
        ("The drone did not hit the school but fell into a pond near Tula.", ["debris uav @gn:480562"]),
        ("Обломки на дома в Туле не падали.", []),
        ("Влучань у житлові будинки в Одесі немає.", []),
        ("Прилётов по жилым домам в Белгороде не было.", []),
    ],
)
def test_what_fell(said: Said, text: str, claims: list[str]) -> None:
    found = [line for line in said(text) if line.startswith(("hit", "debris")) and "denied" not in line]
    assert found == claims


def test_those_who_damage_stand_before_their_verb(said: Said) -> None:
    assert not [line for line in said("Roof holed as nine UAVs flew near Tula.") if line.startswith("hit")]
    assert said("A drone wounded 21 people in Kherson.") == ["hit 1 uav @gn:706448", "casualties ?/21/? @gn:706448"]


def test_fighters_that_follow_a_drone_are_not_seen(said: Said) -> None:
    assert said("Два F-16 вели дрон над уездом Тулча.") == ["sighting 1 uav @RO-TL"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("мінус 3 на Сумщині", ["downed 3 unknown @UA-59"]),
        ("Минус один над Брянском.", ["downed 1 unknown @gn:571476"]),
        ("Мороз, мінус 3 на Сумщині", []),
        ("БпЛА курсом на Полтаву.", []),
        ("Група шахедів з Чернігівщини курсом на Київщину.", []),
        ("Угроза удара БПЛА отменена. Воронеж.", ["lifted @gn:472045"]),
        ("Отбой беспилотной опасности. Липецкая область.", ["lifted @RU-LIP"]),
        ("Ракетная опасность в Липецкой области не отменена.", ["declared @RU-LIP"]),
        ("Прильот у Шевченківському районі Харкова, попередньо шахед.", ["hit"]),
    ],
)
def test_posts_of_channels(said: Said, text: str, claims: list[str]) -> None:
    found = said(text)
    assert len(found) == len(claims)
    assert all(line.startswith(claim) for line, claim in zip(found, claims, strict=True))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The strike took out a substation in Poltava.", ["hit @gn:696643"]),
        ("A direct hit on a residential building was recorded in Kharkiv.", ["hit @gn:706483"]),
        ("The strike of miners closed the port of Odesa.", []),
        ("Дрон упал на крышу дома и взорвался в Белгороде.", ["hit 1 uav @gn:578072"]),
        ("Дрон упал на крышу дома и не взорвался в Белгороде.", ["debris 1 uav @gn:578072"]),
        ("Вночі ворог вдарив двома ракетами по Одесі.", ["launched 2 missile @gn:698740"]),
        ("Две ракеты ударили по Одессе.", ["hit 2 missile @gn:698740"]),
        ("It was not an Iskander but a glide bomb that hit the market in Kherson.", ["hit 1 guided_bomb @gn:706448"]),
        ("A Shahed costs 35,000 dollars, the missile that downs it 400,000, said Riga.", []),
    ],
)
def test_strikes(said: Said, text: str, claims: list[str]) -> None:
    assert [line for line in said(text) if not line.startswith(("damage", "outage"))] == claims
