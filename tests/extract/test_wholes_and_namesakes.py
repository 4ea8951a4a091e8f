"""Parts told from wholes, things joined by "and", names that are shared, halved or meant elsewhere."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
FEODOSIA, CHUHUIV = "gn:709161", "gn:710374"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Из 88 дронов, запущенных ночью по Украине, сбито 80.", ["launched 88 uav @UA", "downed 80 uav @UA"]),
        ("Из 88 дронов над Украиной сбито 80.", ["launched 88 uav @UA", "downed 80 uav @UA"]),
        ("A swarm of 20 drones was shot down over Kursk region.", ["downed 20 uav @RU-KRS"]),
        ("A swarm of 20 drones attacked Kursk region.", ["launched 20 uav @RU-KRS"]),
    ],
)
def test_the_whole_did_not_meet_the_fate_of_its_part(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_headline_and_a_list_under_among_them_are_totals(said: Said) -> None:
    text = (
        "Знешкоджено 18 цілей!\n\nВорог запустив по Україні 30 засобів нападу. Серед них:\n\n"
        "— 2 ракети «Іскандер-М»;\n— 28 ударних дронів.\n\nЗбито 17 дронів та одну ракету."
    )
    lines = said(text)
    assert [line.split(" ")[1] for line in lines] == ["18", "30", "2", "28", "17", "1"]
    assert all("@UA" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Над Курской областью сбиты 27 дронов и ракета.", ["downed 27 uav @RU-KRS", "downed 1 missile @RU-KRS"]),
        ("Над Украиной сбито 80 БпЛА типа «Шахед» и «Гербера».", ["downed 80 uav @UA"]),
    ],
)
def test_a_missile_beside_drones_is_counted_and_a_make_is_not(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Moscow, Idaho, shot down a drone.", []),
        ("Police in Moscow said a drone was shot down.", ["downed 1 uav @RU-MOW"]),
        (
            "Moscow-appointed leader Sergei Aksyonov said a drone was shot down over Feodosia.",
            [f"downed 1 uav @{FEODOSIA}"],
        ),
        ("БпЛА влучив у будинок у місті Чугуїв.", [f"hit 1 uav @{CHUHUIV}"]),
    ],
)
def test_a_name_counts_where_it_means_the_place(said: Said, text: str, expected: list[str]) -> None:
    assert [line.partition(" ~")[0] for line in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven drones were shot down over the Black and Azov Seas.", ["downed 7 uav @sea:azov+sea:black"]),
        ("Над Чёрным и Азовским морями сбито 7 БПЛА.", ["downed 7 uav @sea:azov+sea:black"]),
        (
            "Над Погарским и Севским районами Брянской области сбито по четыре дрона.",
            ["downed 4 uav @raion:RU-BRY-pogarsky", "downed 4 uav @raion:RU-BRY-sevsky"],
        ),
        (
            "Внуково и Домодедово уже открыты, Жуковский пока закрыт.",
            ["airspace_reopening @UUWW", "airspace_reopening @UUDD", "airspace_closure @UUBW"],
        ),
    ],
)
def test_names_in_a_list_share_their_noun(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", ["Такі апарати вже збивають кожен третій «Шахед» над Україною."])
def test_a_share_of_all_is_no_count(said: Said, text: str) -> None:
    assert said(text) == []


def test_one_absence_may_deny_two_things(said: Said) -> None:
    kinds = [line.split(" ")[0] for line in said("Сбито 5 БПЛА, сведений о пострадавших и разрушениях нет.")]
    assert kinds == ["downed", "no_casualties", "no_damage"]
