"""Bodies without a name of their own: they speak beside a word of saying, a count or a mark, never by what they do."""

import pytest

from skyledger.model import Outlet
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def _roles(packs: Packs, text: str, outlet: Outlet | None = None) -> list[str | None]:
    document = a_text(text) if outlet is None else a_text(text, outlet=outlet)
    return [None if c.speaker is None else c.speaker.role for c in read_claims(document, packs)[1].claims]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Three people were wounded by a drone in Kherson, medics in the city said.", "emergency_service"),
        ("A drone fell on a farm near Daugavpils, the crisis centre reckons.", "emergency_service"),
        ("Debris of a drone damaged a substation in Voronezh, according to the grid operator.", "operator"),
        ("The civil aviation agency confirms that Chisinau airport was closed because of a drone.", "regulator"),
        ("Provincial government: a drone damaged three houses in Bryansk.", "administration"),
        ("Seven drones were shot down over Lipetsk region (regional government).", "administration"),
        ("Энергетики сообщают, что после атаки БПЛА в Сумах без света 4 тысячи абонентов.", "operator"),
        ("Минздрав насчитал 14 раненых в Киеве после ракетного удара.", "ministry"),
        ("Дрон попал в склад порта в Новороссийске, признали в администрации порта.", "operator"),
        ("Передали из районной администрации: дрон повредил школу в Новозыбкове.", "city_administration"),
        ("Над Одещиною збито два безпілотники, передають прикордонники.", "border_guard"),
        ("У виконкомі повідомили, що дрон пошкодив п'ять будинків у Нікополі.", "city_administration"),
        ("Облвлада: у Запоріжжі дрон пошкодив три будинки.", "administration"),
    ],
)
def test_a_nameless_body_speaks_beside_a_word_of_saying(packs: Packs, text: str, role: str) -> None:
    assert set(_roles(packs, text)) == {role}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Президент України повідомив, що над Одещиною збито 40 дронів.", "Volodymyr Zelenskyy"),
        ("The prime minister of Poland said four drones were shot down near Lublin.", "Donald Tusk"),
    ],
)
def test_the_head_of_a_state_is_who_holds_the_office(packs: Packs, text: str, name: str) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    assert [c.speaker.name for c in claims if c.speaker] == [name]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tally from the rescuers: six houses burned in Odesa after a drone attack.", "emergency_service"),
        ("Twelve drones were downed over Israel, by the Israeli military's count.", "military"),
        ("The ministry of transport put the bag at 40 drones over Tula region.", "ministry"),
        ("Счёт ночи от Воздушных сил: сбито 40 беспилотников над Украиной.", "air_force"),
        ("Нацполиция ведёт свой учёт: в Харькове при ударе дрона ранены 19 человек.", "police"),
        ("Прокуратура записала за минулу добу: дрон пошкодив два будинки в Ізюмі.", "prosecutor"),
        ("Троє постраждалих унаслідок атаки дрона на Єлабугу — раїс Татарстану.", "governor"),
    ],
)
def test_an_account_is_whose_it_is(packs: Packs, text: str, role: str) -> None:
    assert set(_roles(packs, text)) == {role}


@pytest.mark.parametrize(
    "text",
    [
        "Medics treated five people who were injured when a drone hit a bus in Kherson.",
        "The railway stopped trains in Bryansk after a drone attack damaged a bridge.",
        "Three people near the port counted five explosions in Izmail after a drone attack.",
        "The health ministry will pay the families of two people killed by a drone in Belgorod.",
        "Энергетики вернули свет 4 тысячам абонентов в Сумах после атаки дронов.",
        "Жители сообщили медикам о двух раненых после атаки дрона на Тулу.",
        "Дрон попал в завод в Рязани, настаивают источники в разведке.",
        "Вогнеборці загасили пожежу в порту Одеси після атаки дронів.",
        "Поліція оточила вулицю в Конотопі, де дрон влучив у магазин.",
    ],
)
def test_a_body_that_acts_or_is_told_does_not_speak(packs: Packs, text: str) -> None:
    assert set(_roles(packs, text)) == {None}


def test_medics_and_companies_speak_for_their_own_sentence(packs: Packs) -> None:
    text = "Two drones were shot down over Tula, Governor Dmitry Milyaev said. Medics report three people hurt in Tula."
    assert _roles(packs, text) == ["governor", "emergency_service"]
    after = "Medics report three people hurt in Tula by a drone. A warehouse in Tula is on fire after a drone fell."
    assert _roles(packs, after)[-1] is None


def test_a_channel_of_an_office_speaks_itself(packs: Packs) -> None:
    outlet = Outlet(name="ДТЕК", type="official")
    text = "Одеські електромережі: після удару дрона без світла 36 500 родин в Одесі."
    assert set(_roles(packs, text, outlet)) == {"operator"}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Nine drones were shot down over Oryol region, governor Andrey Klychkov said. {}", "Andrey Klychkov"),
        ("Над Орловской областью сбиты девять дронов, сообщил губернатор Андрей Клычков. {}", "Andrey Klychkov"),
    ],
)
def test_an_official_is_who_spoke_before(packs: Packs, text: str, last: str) -> None:
    for more in ("The official added that a house was damaged in Livny.", "В Ливнах, добавляет чиновник, ранены двое."):
        claims = read_claims(a_text(text.format(more)), packs)[1].claims
        assert [c.speaker.name for c in claims if c.speaker] == [last] * len(claims)


def test_the_mayor_is_no_headquarters(packs: Packs) -> None:
    text = "Краснодарський оперштаб: у Туапсе уламки дрона пошкодили термінал. Мер міста додає: поранено двох людей."
    assert _roles(packs, text)[0] == "headquarters"
    assert _roles(packs, text)[-1] != "headquarters"


@pytest.mark.parametrize(
    "text",
    [
        "В Новозыбкове беспилотник повредил котельную. Без тепла 38 домов, передали из городской администрации.",
        "У Ніжині дрон пошкодив котельню. Без тепла лишилися 38 будинків, додали в міськраді.",
    ],
)
def test_an_office_without_place_is_of_the_town_told_of(packs: Packs, text: str) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    assert claims
    assert all(c.speaker is not None and c.place is not None for c in claims)
    assert {c.speaker.region for c in claims if c.speaker} == {c.place.region for c in claims if c.place}


def test_what_somebody_calls_it_in_passing_is_not_the_rest_of_the_news(packs: Packs) -> None:
    text = (
        "People in Anapa dived as gunners shot down what the district administration later called two toys, drones. "
        "Debris of a drone damaged five cars."
    )
    assert _roles(packs, text)[-1] is None


def test_who_denies_does_not_tell_what_stood_before(packs: Packs) -> None:
    text = "После удара дронов в порту Рени сгорел склад. Слухи о раненых в горсовете опровергают."
    assert _roles(packs, text)[0] is None


def test_several_bodies_speak_each_in_its_clause(packs: Packs) -> None:
    text = "Поліція говорить про трьох поранених внаслідок удару дрона в Херсоні, Олександр Прокудін — про чотирьох."
    assert _roles(packs, text)[0] == "police"
    assert _roles(packs, text)[-1] == "governor" or len(set(_roles(packs, text))) == 1


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The air force said 40 drones were shot down over Ukraine. In Okhtyrka a hospital burned.",
            ["air_force", None],
        ),
        (
            "An air alert sounded in Sumy region at 6:10. A drone hit a shop in Sumy, governor Oleh Hryhorov said.",
            [None, "governor"],
        ),
    ],
)
def test_a_speaker_does_not_tell_what_others_would(packs: Packs, text: str, roles: list[str | None]) -> None:
    assert _roles(packs, text) == roles


def test_who_asks_for_help_tells_nothing(packs: Packs) -> None:
    text = "The mayor of Izmail has asked the ministry for help after a drone damaged a school."
    assert set(_roles(packs, text)) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Обласна прокуратура, 12 грудня. Дрон убив водія в Ізюмі, двоє поранені.",
        "У прокуратурі інші цифри: в Ізюмі дрон убив водія, двоє поранені.",
        "Прокуратура відкрила справу: в Ізюмі дрон убив водія, двоє поранені, ідеться в її зведенні.",
    ],
)
def test_a_heading_and_a_pronoun_may_tell_the_source(packs: Packs, text: str) -> None:
    assert set(_roles(packs, text)) == {"prosecutor"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A drone hit a school in Izmail, said Viktor Danylenko, deputy chief of the regional police.", "police"),
        ("Moldova's interior minister Daniella Koval told reporters that a drone fell near Cahul.", "ministry"),
        ("По информации главы Минздрава, в Сумах после удара дрона госпитализированы шесть человек.", "ministry"),
        ("«Прильот дрона в цех, без жертв», — так описали ніч у Сумах в обласному ДСНС.", "emergency_service"),
        ("Дрон влучив у будинок у Чугуєві. Таку картину змалювала Нацполіція.", "police"),
        ("Над Тульской областью сбиты 12 дронов. Такой счёт привели в правительстве региона.", "administration"),
        ("Over Tula region 12 drones were shot down. Such was the count of the region's government.", "administration"),
        ("A drone struck a bus in Nikopol. The city's rescuers have confirmed that.", "emergency_service"),
        ("A drone hit an oil depot in Feodosia – the occupation administration.", "administration"),
        (
            "Two people were hurt when a drone hit a car in Sumy. Police chief Ivan Koval gave that figure.",
            "police",
        ),
    ],
)
def test_who_speaks_for_a_body_speaks_as_the_body(packs: Packs, text: str, role: str) -> None:
    assert set(_roles(packs, text)) == {role}


@pytest.mark.parametrize(
    "text",
    [
        "Сотрудники МЧС внесли список жильцов дома в Туле, в который попал дрон.",
        "Rescuers brought news crews to the house in Poltava that a drone hit.",
        "A drone hit a police post in Kherson and injured two people.",
        "Рятувальники дали воду мешканцям будинку в Полтаві, в який влучив дрон.",
        "Никополь: четверо раненых после атаки дронов.",
    ],
)
def test_lists_and_news_in_what_is_done_are_no_account(packs: Packs, text: str) -> None:
    assert set(_roles(packs, text)) == {None}


def test_a_headline_is_told_by_who_is_named_first(packs: Packs) -> None:
    document = a_text("Дроны под Новомосковском: трое обожжены\n\nГорел склад в Новомосковске, сообщил Дмитрий Миляев.")
    claims = read_claims(document, packs)[1].claims
    assert {None if c.speaker is None else c.speaker.name for c in claims} == {"Dmitry Milyaev"}


def test_a_piece_behind_a_semicolon_is_told_by_the_same(packs: Packs) -> None:
    text = "Дрон повредил склад в Риге, сообщило министерство обороны Латвии; никто не пострадал."
    assert _roles(packs, text) == ["ministry"] * len(_roles(packs, text))


def test_who_told_of_it_is_stronger_than_what_channels_wrote(packs: Packs) -> None:
    text = "В Таганроге, а не в Азове, как писали каналы, дрон ранил двоих. Об этом сообщил Юрий Слюсарь."
    assert set(_roles(packs, text)) == {"governor"}
