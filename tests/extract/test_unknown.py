"""Words no pack knows become issues; their numbers go to nobody else, and ordinary words make no noise."""

from collections.abc import Callable

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

Said = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def doubts(packs: Packs) -> Callable[[str], list[tuple[str, str]]]:
    """Return code and words of the issues of a text."""

    def read(text: str) -> list[tuple[str, str]]:
        extraction, resolved = read_claims(a_text(text), packs)
        return sorted({(i.code, i.text) for i in (*extraction.issues, *resolved.issues)})

    return read


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Сбито 14 БПЛА над Брянской, Хрюкинской и Тульской областями.", ("place.unknown", "Хрюкинской")),
        ("Збито 9 БпЛА над Сумською та Жужинською областями.", ("place.unknown", "Жужинською")),
        ("Drones were shot down over the Kaluga, Foobar and Tula regions.", ("place.unknown", "Foobar")),
        ("Дрон повредил дом в селе Зюкляйкино, ранен мужчина.", ("place.unknown", "Зюкляйкино")),
        ("A drone damaged 12 homes in the village of Zzyzx, near Kharkiv.", ("place.unknown", "Zzyzx")),
        ("Взрывы повредили дома в Харькове, Зюкляйкине и Чугуеве.", ("place.unknown", "Зюкляйкине")),
        ("Сбиты 12 БПЛА и 3 «Пеклухи» над Курской областью.", ("object.unknown", "Пеклухи")),
        ("Атаковали 12 БПЛА и 7 бубликов, сбиты 10 БПЛА над Курской областью.", ("unit.unknown", "бубликов")),
    ],
)
def test_an_unknown_word_is_an_issue(
    doubts: Callable[[str], list[tuple[str, str]]], text: str, doubt: tuple[str, str]
) -> None:
    assert doubt in doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Сбито 14 БПЛА над Брянской, Калужской и Тульской областями.",
        "Над нашей областью сбито 5 БПЛА.",
        "Over two Russian regions 70 drones were shot down, 40 of them over Kaluga region.",
        "Над Центральным районом города Курска сбиты 2 БПЛА.",
        "Губернатор Белгородской области Гладков сообщил: сбито 5 БПЛА над Белгородом.",
        "В Белгороде, Валуйках и Шебекино сбито 5 БПЛА.",
        "Хрюкинская область выиграла у Тульской области.",
    ],
)
def test_known_words_and_texts_without_claims_are_none(
    doubts: Callable[[str], list[tuple[str, str]]], text: str
) -> None:
    assert doubts(text) == []


def test_the_number_of_an_unknown_place_goes_to_no_neighbour(said: Said) -> None:
    assert said("Сбито 14 БПЛА: 5 - над Тульской областью, 9 - над Хрюкинской областью.") == [
        "downed 14 uav total",
        "downed 5 uav @RU-TUL part",
        "downed 9 uav part",
    ]


def test_the_rest_of_a_list_stands(said: Said) -> None:
    assert said("Сбито 14 БПЛА над Брянской, Хрюкинской и Тульской областями.") == ["downed 14 uav @RU-BRY+RU-TUL"]
