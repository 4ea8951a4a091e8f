"""One fact, one claim: attacks named again, tolls told twice, statistics, threats, and whose place is whose."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


def attacks(said: Said, text: str) -> int:
    """Return how many claims of an attack or a hit a text makes."""
    return sum(line.startswith(("attack", "hit")) and "background" not in line for line in said(text))


def tolls(said: Said, text: str) -> list[str]:
    """Return the figures of the casualties a text tells of."""
    lines = [line.split() for line in said(text) if "background" not in line]
    return [words[1] for words in lines if words[0] == "casualties"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ночью дрон попал в дом в Шебекино. В результате удара ранены двое.", 1),
        ("A drone struck a house in Kherson. The attack wounded two people.", 1),
        ("Уночі дрон влучив у порт Одеси. Це вже п'ята атака на порт цього року.", 1),
        ("Дрон ударил по дому в Шебекино. В Короче из-за удара дрона ранен мужчина.", 2),
    ],
)
def test_an_attack_named_again_is_the_one_told(said: Said, text: str, expected: int) -> None:
    assert attacks(said, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ракета вдарила по Краматорську: двоє загинули, п'ятеро поранені. Унаслідок удару загинули двоє.", ["2/5/?"]),
        ("A drone hit Kherson: two were killed and five wounded. In the attack two people died.", ["2/5/?"]),
        (
            "A drone hit Kherson: one was killed and five wounded. In Beryslav a man was killed, too.",
            ["1/5/?", "1/?/?"],
        ),
    ],
)
def test_part_of_a_toll_is_no_second_toll(said: Said, text: str, expected: list[str]) -> None:
    assert tolls(said, text) == expected


def test_one_who_was_not_hurt_denies_no_wounded(said: Said) -> None:
    lines = said("Дрон ударив по автобусу в Херсоні. Поранено двох. Водій не постраждав.")
    assert not [line for line in lines if line.startswith("no_casualties")]
    assert [line for line in said("Дрон ударив по автобусу в Херсоні. Ніхто не постраждав.") if "no_casualties" in line]


@pytest.mark.parametrize(
    "text",
    [
        "Ограничения в аэропорту Сочи вводились из-за угрозы атаки БПЛА.",
        "The threat of a drone attack remains in Voronezh Region.",
        "У Сумах зберігається загроза удару безпілотників.",
        "Reuters calculations show that drones have hit 21 refineries in Russia since spring.",
        "За три года войны дроны убили в Шебекино 90 человек.",
        "Цієї осені дрони вбили в Херсоні 60 людей.",
    ],
)
def test_threats_and_statistics_are_no_news(said: Said, text: str) -> None:
    assert attacks(said, text) == 0
    assert tolls(said, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was the largest attack since the start of the war: overnight a drone hit Kherson.",
        "A drone struck the port of Odesa on Thursday, the third attack there this year.",
        "Уночі дрон влучив у порт Одеси — уп'яте, це вже п'ята атака цього року.",
    ],
)
def test_news_that_is_ranked_is_news(said: Said, text: str) -> None:
    assert attacks(said, text) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Drones flew over Kharkiv Region. Damaged: 16 houses in Balakliia, a dairy in Chuhuiv, four cars.",
            ["gn:712926", "gn:710374", "UA-63"],
        ),
        (
            "Дроны ударили по Харьковской области. Повреждены: в Чугуеве — восемь домов и школа, в Лозовой — склад.",
            ["gn:710374", "gn:710374", "gn:702760"],
        ),
        ("A drone damaged two houses and a school in Nikopol.", ["gn:700051", "gn:700051"]),
    ],
)
def test_each_damaged_thing_stands_where_its_words_say(said: Said, text: str, expected: list[str]) -> None:
    lines = [line for line in said(text) if line.startswith("damage")]
    assert [line.split("@")[1].split()[0] for line in lines] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kyiv. Hits by 27 drones were recorded at 13 locations, and debris fell at two more.",
            "debris 2 location",
        ),
        ("Київ. Влучання 14 дронів на восьми локаціях, на трьох — падіння уламків.", "debris 3 location"),
        ("Обломки сбитых БПЛА упали по пяти адресам в Анапе.", "debris 5 location"),
        ("Обломки двух БПЛА упали в Анапе.", "debris 2 uav"),
    ],
)
def test_debris_is_counted_by_where_it_fell(said: Said, text: str, expected: str) -> None:
    lines = said(text)
    assert [line for line in lines if line.startswith(expected)], lines


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("дрон сбили над речкой", ""),
        ("МІНУС ДВА ШАХЕДИ, ТРЕТІЙ УПАВ У СТАВОК", ""),
        ("Дрон попал в дом на улице Белгородской.", ""),
        ("Чоловік пані Ольги загинув від удару дрона.", ""),
        ("Дрон збили над селом Ставки Київської області.", "@"),
        ("дрон сбили над белгородом", "@"),
    ],
)
def test_words_streets_and_first_names_are_no_places(said: Said, text: str, place: str) -> None:
    lines = said(text)
    assert lines
    assert all(("@" in line) == bool(place) for line in lines)


def test_the_air_force_counts_for_the_country(said: Said) -> None:
    lines = said("В Одессе дроном повреждён порт. Воздушные силы заявили о 76 сбитых беспилотниках.")
    assert "downed 76 uav" in lines


def test_nobody_hurt_behind_news_of_several_towns_is_said_of_all(said: Said) -> None:
    text = "Над Джанкоем сбито пять дронов, над Керчью два. Под Судаком загорелась трава. Разрушений нет."
    lines = [line for line in said(text) if line.startswith("no_damage")]
    assert len(lines) == 1
    assert "@gn:" not in lines[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Чим били по Харківщині: 3 КАБи, 11 БпЛА.", ["launched 3 guided_bomb @UA-63", "launched 11 uav @UA-63"]),
        ("По Слобідському району Харкова ворог ударив 4 БпЛА.", ["launched 4 uav @raion:UA-63-kharkiv-slobidskyi"]),
        ("Ворог ударив по Харкову дроном.", ["hit 1 uav @gn:706483"]),
        ("Чотири дрони вдарили по Харкову.", ["hit 4 uav @gn:706483"]),
    ],
)
def test_what_somebody_struck_with_was_launched(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_village_behind_its_district_is_one_place(said: Said) -> None:
    assert said("Чугуївський район, село Малинівка. Уночі «шахед» влучив у будинок.")[0].endswith("@gn:793657")
    lines = said("Над Брянской областью и Калугой сбито 5 дронов.")
    assert lines == ["downed 5 uav @RU-BRY+gn:553915"]


def test_an_alert_for_the_whole_region_is_not_for_the_town_before(said: Said) -> None:
    lines = said("У Липецьку немає інтернету. Причина — «червоний рівень», який о 01:37 оголосили по всій області.")
    assert [line for line in lines if line.startswith("declared")] == ["declared @RU-LIP"]
