"""Hedges, denials, the past, drills and everything that is no news; who speaks."""

from collections.abc import Callable

import pytest

from skyledger.extract.attribution import attribute_sentences
from skyledger.extract.scene import Scene
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

Said = Callable[[str], list[str]]
View = Callable[[str], Scene]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Над Тульской областью сбито 5 дронов.", "asserted"),
        ("По предварительным данным, над Тульской областью сбито 5 дронов.", "preliminary"),
        ("Попередньо, над Тульською областю збито 5 дронів.", "preliminary"),
        ("According to preliminary data, 5 drones were downed over Tula region.", "preliminary"),
        ("Предположительно, над Тульской областью сбито 5 дронов.", "unconfirmed"),
        ("Ймовірно, над Тульською областю збито 5 дронів.", "unconfirmed"),
        ("Reportedly 5 drones were downed over Tula region.", "unconfirmed"),
        ("Жители пишут, что над Тульской областью сбито 5 дронов.", "unconfirmed"),
        ("Губернатор опроверг, что над Тульской областью сбито 5 дронов.", "denied"),
        ("Фейк: над Тульской областью сбито 5 дронов.", "denied"),
        ("Неправда, що над Тульською областю збито 5 дронів.", "denied"),
        ("The governor denied that 5 drones were downed over Tula region.", "denied"),
        ("По предварительным данным, сбито 5 дронов над Тульской областью, но это фейк.", "denied"),
        ("По состоянию на утро над Тульской областью сбито 5 дронов.", "asserted"),
    ],
)
def test_how_firmly_it_is_said(said: Said, text: str, modality: str) -> None:
    mark = "" if modality == "asserted" else f" ~{modality}"
    assert said(text) == [f"downed 5 uav @RU-TUL{mark}"]


def test_a_hedge_holds_for_its_own_sentence_only(said: Said) -> None:
    text = "Над Тульской областью сбито 5 дронов. Предварительно, пострадавших нет."
    assert ["~preliminary" in line for line in said(text)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "За месяц над областью сбито 900 дронов.",
        "В прошлом году над областью сбили 900 дронов.",
        "С начала года над областью сбили 900 дронов.",
        "За місяць збито 900 дронів.",
        "Торік над областю збили 900 дронів.",
        "Last month 900 drones were shot down over the region, Tula officials said.",
        "Since the beginning of the year Russia says 900 drones have been shot down.",
        "На прошлой неделе сбили 900 дронов.",
    ],
)
def test_what_is_past_is_background(said: Said, text: str) -> None:
    assert said(text) == ["downed 900 uav background"]


def test_news_beside_the_past_stays_news(said: Said) -> None:
    text = "Ночью над Тулой сбито 5 дронов. За месяц сбито 900 дронов."
    assert said(text) == ["downed 5 uav @gn:480562", "downed 900 uav @gn:480562 background"] or said(text) == [
        "downed 5 uav @gn:480562",
        "downed 900 uav background",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "В ходе учений над Тулой сбили 12 дронов.",
        "Под час навчань збили 12 дронів.",
        "During an exercise 12 drones were shot down.",
        "Сбор средств: наш расчёт сбил 12 дронов, нужен пикап.",
        "Збір коштів: наш екіпаж збив 12 дронів.",
        "Fund-raiser: our crew shot down 12 drones.",
        "В фильме сбивают 12 дронов над Тулой.",
        "На чемпионате по гонкам сбиты 12 дронов.",
        "In the video game 12 drones are shot down over Tula.",
        "В годовщину удара по Харькову возложили цветы, погибли пять человек.",
    ],
)
def test_what_is_no_news_at_all(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Противник может атаковать Тулу дронами.",
        "Ворог може атакувати Одесу дронами.",
        "Russia may attack Odesa with drones tonight.",
        "В случае атаки дронов на Тулу включат сирены.",
    ],
)
def test_a_forecast_is_nothing_that_happened(said: Said, text: str) -> None:
    assert [line for line in said(text) if not line.startswith(("declared", "lifted"))] == []


# --- who speaks -----------------------------------------------------------------------------------------------------


def speakers(scene: Scene) -> list[str | None]:
    """Return the speaker of each sentence: the words, or None."""
    found, _ = attribute_sentences(scene.reading, scene.places)
    words = []
    for sentence in scene.reading.sentences:
        phrase = found[sentence.index].phrase if sentence.index in found else None
        words.append(None if phrase is None or phrase.span is None else phrase.span.slice(scene.reading.text))
    return words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Губернатор Владислав Шапша сообщил о пяти сбитых дронах.", ["Владислав Шапша"]),
        ("Шапша: сбито пять дронов.", ["Шапша"]),
        ("Пять дронов сбиты, сообщил Владислав Шапша.", ["Владислав Шапша"]),
        ("Governor Vladislav Shapsha said five drones were downed.", ["Vladislav Shapsha"]),
        ("Губернатор Калужской области сообщил о пяти сбитых дронах.", ["Губернатор Калужской области"]),
        ("Минобороны сообщило о пяти сбитых дронах.", ["Минобороны"]),
        ("Сбито пять дронов. Об этом сообщил Владислав Шапша.", ["Владислав Шапша", "Владислав Шапша"]),
        ("Владислав Шапша сообщил о пяти дронах. По его словам, жертв нет.", ["Владислав Шапша", "Владислав Шапша"]),
        ("Сбито пять дронов.", [None]),
        ("Сбито пять дронов, сообщил сосед Петрович.", [None]),
    ],
)
def test_who_is_said_to_speak(scene: View, text: str, expected: list[str | None]) -> None:
    assert speakers(scene(text)) == expected


def test_a_stranger_ends_the_speech_of_the_one_before(scene: View) -> None:
    text = "Владислав Шапша сообщил о пяти сбитых дронах. Сосед Петрович рассказал о десяти."
    assert speakers(scene(text)) == ["Владислав Шапша", None]


def test_who_shot_down_does_not_speak(scene: View) -> None:
    assert speakers(scene("Силами Минобороны сбито пять дронов.")) == [None]


@pytest.mark.parametrize("text", ["Шапша приехал в Калугу, где сбит дрон.", "Дрон упал на дом Владислава Шапши."])
def test_who_is_only_named_does_not_speak(scene: View, text: str) -> None:
    assert speakers(scene(text)) == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kyiv said 88 drones came in overnight.", "ua-government"),
        ("Five drones were downed over Tula region, the Defence Ministry said.", "ru-mod"),
        ("Poland closed Lublin airport overnight after drones came in, the operational command said.", "pl-dorsz"),
        ("Lublin airport is quiet, the operational command said. Five drones were downed over Tula region.", None),
        ("Обесточены 8 тыс. потребителей после атаки БПЛА на Курск, сообщили в Курскэнерго.", "ru-kurskenergo"),
        ("Над Тульской областью сбито 5 дронов. Пострадавших нет, уточнил Дмитрий Миляев.", "ru-tul-governor-milyaev"),
        ("Over Bryansk region 5 drones were downed. Nobody was hurt in Tula, Dmitry Milyaev said.", None),
    ],
)
def test_who_is_meant_by_an_office_or_a_capital(packs: Packs, text: str, speaker: str | None) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    assert claims
    first = claims[0] if "quiet" not in text else claims[-1]
    assert (None if first.speaker is None else first.speaker.id) == speaker


def test_a_governor_behind_a_full_stop_takes_no_place_from_the_sentence_before(said: Said) -> None:
    text = "Two missiles fell on the outskirts of Poltava. Governor Vitalii Diakivnych reports one dead."
    assert all(line.endswith("@gn:696643") for line in said(text))
    assert said("Two missiles fell here, Poltava governor Vitalii Diakivnych said.") == ["hit 2 missile @UA-53"]


def test_a_country_that_closes_its_own_sky_is_the_place(said: Said) -> None:
    assert said("Moldova closed its airspace overnight after a drone was spotted.")[0] == "airspace_closure @MD"
    assert "@RU" not in " ".join(said("Russia launched 80 drones overnight, Kyiv said."))


def test_the_governor_of_the_only_region_speaks(packs: Packs) -> None:
    def speaker(text: str) -> str | None:
        first = read_claims(a_text(text), packs)[1].claims[0].speaker
        return None if first is None else first.id

    assert speaker("По словам губернатора, над Липецкой областью сбито 7 БПЛА.") == "ru-lip-governor-artamonov"
    assert speaker("По словам губернатора, над Липецкой и Тульской областями сбито 7 БПЛА.") is None
