"""Place phrases: lists that share a head, names in larger areas, and places that are none of the claim's."""

from collections.abc import Callable

import pytest

from skyledger.extract.scene import Scene
from skyledger.model.kinds import PlaceKind
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims, say

View = Callable[[str], Scene]
Said = Callable[[str], list[str]]


def places(scene: Scene) -> list[tuple[str, tuple[str, ...]]]:
    """Return role and the one candidate of each member (``*`` where there are several)."""
    return [
        (p.role, tuple(ids[0] if len(ids) == 1 else "*" + "/".join(sorted(ids)[:1]) for ids in p.members))
        for p in scene.places
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("над Калужской областью", ("RU-KLU",)),
        ("в Калужской обл. тихо", ("RU-KLU",)),
        ("над Белгородчиной", ("RU-BEL",)),
        ("над Харківщиною", ("UA-63",)),
        ("на Харківщині", ("UA-63",)),
        ("over Kaluga Oblast", ("RU-KLU",)),
        ("over the Kaluga region", ("RU-KLU",)),
        ("над Краснодарским краем", ("RU-KDA",)),
        ("над Татарстаном", ("RU-TA",)),
        ("над Республикой Крым", ("UA-43",)),
        ("над Чёрным морем", ("sea:black",)),
        ("over the Black Sea", ("sea:black",)),
        ("над Чорним морем", ("sea:black",)),
        ("над Брянской, Курской и Тульской областями", ("RU-BRY", "RU-KRS", "RU-TUL")),
        ("над Сумською та Харківською областями", ("UA-59", "UA-63")),
        ("over Kaluga and Tula regions", ("RU-KLU", "RU-TUL")),
        ("in the regions of Kaluga and Tula", ("RU-KLU", "RU-TUL")),
        ("над Крымом и Севастополем", ("*UA-43", "UA-40")),
        ("над Московским регионом", ("RU-MOS+RU-MOW",)),
        ("над Грайворонским округом", ("raion:RU-BEL-grayvoronsky",)),
        ("у Чугуївському районі", ("raion:UA-63-chuhuiv",)),
    ],
)
def test_regions_districts_seas_and_lists_of_them(scene: View, text: str, members: tuple[str, ...]) -> None:
    assert places(scene(f"Тем временем {text}")) == [("place", members)]


def test_an_adjective_takes_its_head_from_the_list_it_goes_on_with(scene: View) -> None:
    found = places(scene("40 над Калужской областью, 36 над Брянской"))
    assert [members for _, members in found] == [("RU-KLU",), ("RU-BRY",)]


def test_each_member_of_a_list_keeps_its_own_words(scene: View) -> None:
    text = "над Брянской, Курской и Тульской областями"
    [phrase] = scene(text).places
    assert [s.slice(text) for s in phrase.member_spans] == ["Брянской", "Курской", "Тульской"]
    assert phrase.span.slice(text) == "Брянской, Курской и Тульской областями"
    assert set(phrase.kinds) == {PlaceKind.REGION}


@pytest.mark.parametrize(
    ("text", "settlement"),
    [
        ("Дрон ударил по складу в Шебекино (Белгородская область).", "gn:495112"),
        ("Дрон ударил по складу в Шебекино, Белгородская область.", "gn:495112"),
        ("Дрон ударил по складу в Шебекино Белгородской области.", "gn:495112"),
        ("A drone hit a warehouse in Shebekino, Belgorod region.", "gn:495112"),
        ("A drone hit a house in the village of Kozinka, Belgorod region.", "gn:543229"),
    ],
)
def test_a_settlement_and_its_region_are_one_place(said: Said, text: str, settlement: str) -> None:
    assert said(text) == [f"hit 1 uav @{settlement}"]


def test_a_district_and_its_region_are_the_district(said: Said) -> None:
    text = "Сбито 5 дронов над Грайворонским округом Белгородской области."
    assert said(text) == ["downed 5 uav @raion:RU-BEL-grayvoronsky"]


# --- places that are not places of the claim ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Ворог атакував 34 БпЛА із напрямків Курськ, Орел, Приморсько-Ахтарськ – РФ.",
        "Ворог атакував 34 БпЛА (район пуску – Курськ).",
        "Russia launched 34 drones from Kursk and Primorsko-Akhtarsk.",
        "The drones were launched from Kursk.",
    ],
)
def test_where_weapons_flew_from_is_no_place_of_anything(scene: View, said: Said, text: str) -> None:
    assert "place" not in {role for role, _ in places(scene(text))}
    assert not any("@" in line for line in said(text))


@pytest.mark.parametrize(
    "text", ["KALUGA, Dec 11 - Five drones were shot down.", "КАЛУГА, 11 декабря. Пять дронов сбиты."]
)
def test_a_dateline_says_where_it_was_written(scene: View, said: Said, text: str) -> None:
    assert [role for role, _ in places(scene(text))] == ["dateline"]
    assert said(text) == ["downed 5 uav"]


def test_a_dateline_tells_which_region_the_region_is(said: Said) -> None:
    assert said("КАЛУГА, 11 декабря. Пять дронов сбиты над областью.") == ["downed 5 uav @RU-KLU"]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv said 30 drones were downed.",
        "В Москве заявили, что сбиты 30 дронов.",
        "Moscow said 30 drones were downed.",
    ],
)
def test_a_capital_that_speaks_is_a_government(said: Said, text: str) -> None:
    assert said(text) == ["downed 30 uav"]


def test_the_region_of_an_office_is_not_where_it_happened(said: Said) -> None:
    text = "Губернатор Калужской области сообщил о пяти сбитых дронах над Тульской областью."
    assert said(text) == ["downed 5 uav @RU-TUL"]


@pytest.mark.parametrize("text", ["Дрон сбит в 02:15 по Москве", "A drone was downed at 02:15 Moscow time"])
def test_a_zone_of_time_is_no_place(scene: View, text: str) -> None:
    assert scene(text).places == []


# --- the region, the city --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Губернатор Калужской области: над регионом сбито пять дронов.", ["downed 5 uav @RU-KLU"]),
        ("Над регионом сбито пять дронов, сообщил губернатор Калужской области.", ["downed 5 uav @RU-KLU"]),
        ("В Калуге тихо. Над областью сбито пять дронов.", ["downed 5 uav @RU-KLU"]),
        ("Ночью в Калуге было шумно. Над городом сбит дрон.", ["downed 1 uav @gn:553915"]),
        ("Kaluga governor: five drones were downed over the region.", ["downed 5 uav @RU-KLU"]),
    ],
)
def test_over_the_region_means_the_one_spoken_of(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_over_the_region_of_nobody_is_no_place(said: Said) -> None:
    assert said("Над областью сбито пять дронов.") == ["downed 5 uav"]


def test_a_later_sentence_leans_on_the_place_before(said: Said) -> None:
    text = "В Туле упали обломки дрона. Повреждены окна дома."
    assert [line.split("@")[1] for line in said(text)] == ["gn:480562", "gn:480562"]


def test_a_place_of_its_own_outranks_the_place_before(said: Said) -> None:
    text = "Над Тульской областью сбиты два дрона. В Калуге повреждён дом."
    assert [line.split("@")[1] for line in said(text)] == ["RU-TUL", "gn:553915"]


# --- words that only look like places -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "орел летит над полем",
        "Мужчина в красной куртке увидел дрон",
        "Он был там, и ничего",
        "a major fire and a minor one",
        "у нас усе добре",
        "Губернатор Гусев сообщил о сбитых дронах",
    ],
)
def test_ordinary_words_are_no_places(scene: View, text: str) -> None:
    assert [p for p in scene(text).places if p.role == "place"] == []


@pytest.mark.parametrize(("text", "city"), [("В Орле сбит дрон.", "gn:515012"), ("Над Ровно сбит дрон.", "gn:695594")])
def test_a_city_that_is_also_a_word_stands_by_its_preposition(said: Said, text: str, city: str) -> None:
    assert said(text) == [f"downed 1 uav @{city}"]


def test_a_careless_text_without_capitals_is_read_all_the_same(said: Said) -> None:
    assert said("над тульской областью сегодня ночью сбито 5 дронов, сообщают местные жители") != []
    assert said("над тульской областью сбито 5 дронов и ещё что-то там упало") == ["downed 5 uav @RU-TUL"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Муром Шебекинского округа: дрон повредил дом.", "raion:RU-BEL-shebekinsky"),
        ("Дрон повредил дом в селе Муром, Шебекинский округ.", "raion:RU-BEL-shebekinsky"),
        ("Безпілотник пошкодив будинок у селі Приколотне Куп'янського району.", "gn:696302"),
        ("Дрон повредил дом в Муроме.", "gn:524294"),
    ],
)
def test_a_village_is_the_one_of_the_district_behind_it(said: Said, text: str, expected: str) -> None:
    assert said(text)[-1].endswith(f"@{expected}")


def test_where_the_hurt_were_taken_is_not_where_it_happened(said: Said) -> None:
    text = "Дрон ударил по автобусу в Шебекино. Водитель ранен, он доставлен в больницу Белгорода."
    assert all("@gn:495112" in line for line in said(text))
    assert "@gn:578072" in said("Дрон ударил по больнице Белгорода, ранен врач.")[0]


def test_a_surname_behind_office_and_first_name_is_no_town(said: Said) -> None:
    text = "Над Воронежской областью сбиты три БПЛА, написал глава региона Алексей Гусев. Пострадавших нет."
    assert not any("gn:557882" in line for line in said(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ночью дрон попал в таганрогский завод.", "hit 1 uav @gn:484907"),
        ("Дрон попал в Рязанский нефтеперерабатывающий завод.", "hit 1 uav @gn:500096"),
        ("Шахед влучив у кременчуцьку ТЕЦ.", "hit 1 uav @gn:704147"),
        ("Вночі дрон влучив у Новокуйбишевський НПЗ.", "hit 1 uav @gn:518659"),
        ("Дрон попал в Запорожскую АЭС.", "hit 1 uav @gn:709276"),
    ],
)
def test_works_lie_in_the_town_that_lends_its_adjective(packs: Packs, text: str, claim: str) -> None:
    assert claim in [say(c) for c in read_claims(a_text(text), packs)[1].claims]


@pytest.mark.parametrize("text", ["Дрон попал в советский трактор.", "Дрон попал в портрет рязанского князя."])
def test_an_adjective_without_works_is_no_town(packs: Packs, text: str) -> None:
    assert all(c.place is None for c in read_claims(a_text(text), packs)[1].claims)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("На Полтавщині збито 14 дронів. В обласному центрі пошкоджено гуртожиток.", "gn:696643"),
        (
            "Twelve drones were downed over the Yaroslavl region. A drone hit a shop in the regional capital.",
            "gn:468902",
        ),
        ("Уламки дрона впали у Шевченківському районі столиці.", "raion:UA-30-kyiv-shevchenkivskyi"),
        ("Собянин: на подлёте к столице сбиты три дрона.", "RU-MOW"),
        ("Херсонщина. Антонівка, 12:10: FPV-дрон влучив у маршрутку.", "gn:713304"),
    ],
)
def test_centres_capitals_and_entries(packs: Packs, text: str, place: str) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    assert claims[-1].place is not None
    assert claims[-1].place.id == place


def test_a_capital_of_neither_country_is_open(packs: Packs) -> None:
    claims = read_claims(a_text("A drone hit a shop in the capital, near Bryansk Square."), packs)[1].claims
    assert all(c.place is None or c.place.id not in ("UA-30", "RU-MOW") for c in claims)
