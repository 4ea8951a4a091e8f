"""Who speaks: a holder named with his office, "they" for who spoke before, and an alert that nobody says."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def _speakers(packs: Packs, text: str) -> list[str | None]:
    claims = read_claims(a_text(text), packs)[1].claims
    return [None if c.speaker is None else c.speaker.name for c in claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Governor Oleh Kiper counted 33 drones destroyed in Odesa region.", "Oleh Kiper"),
        ("У Міноборони РФ нарахували за ніч 76 знищених українських дронів.", "Russian Ministry of Defence"),
        ("В Севастополе, если верить Михаилу Развожаеву, сбиты три беспилотника.", "Mikhail Razvozhaev"),
    ],
)
def test_who_is_named_speaks(packs: Packs, text: str, name: str) -> None:
    assert _speakers(packs, text) == [name]


def test_an_alert_that_was_declared_is_said_by_who_spoke_before(packs: Packs) -> None:
    text = "Сбиты 12 БПЛА над Липецкой областью, сообщил Игорь Артамонов. Опасность по области объявляли в 01:37."
    assert _speakers(packs, text)[-1] == "Igor Artamonov"


def test_residents_speak_for_themselves(packs: Packs) -> None:
    text = "Сбиты 12 БПЛА над Липецкой областью, сообщил Игорь Артамонов. Жители сообщили о пожаре после падения дрона."
    assert _speakers(packs, text)[-1] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Igor Babushkin had three figures for the Astrakhan region: eleven UAVs intercepted.", "Igor Babushkin"),
        ("Сергей Собянин вёл счёт: над Москвой сбиты восемь беспилотников.", "Sergei Sobyanin"),
        ("За арифметикою Сергія Тюріна, над Хмельниччиною збито шість шахедів.", "Serhii Tiurin"),
        ("СБИТО 14 БПЛА НАД РОСТОВСКОЙ ОБЛАСТЬЮ (СЛЮСАРЬ)", "Yury Slyusar"),
        ("SIX DRONES SHOT DOWN OVER CHUVASHIA – NIKOLAEV", "Oleg Nikolaev"),
        ("Четырнадцать дронов сбили под Таганрогом, пишет Слюсарь.", "Yury Slyusar"),
    ],
)
def test_a_holder_named_without_a_word_of_saying_is_the_source(packs: Packs, text: str, name: str) -> None:
    assert _speakers(packs, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Павел Малков посетил раненых в больнице. В Рязани при атаке дронов ранены пять человек.",
        "В Ливнах без света 20 домов после атаки дронов. Андрей Клычков попросил жителей сохранять спокойствие.",
        "Governor Pavel Malkov met the wounded. Five people were hurt in Ryazan by falling debris of a drone.",
        "Петр Иваненко сказал, что над Рязанью сбили 12 дронов.",
    ],
)
def test_what_a_holder_does_is_not_told_by_him(packs: Packs, text: str) -> None:
    assert set(_speakers(packs, text)) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Над Калужской областью сбито 40 БПЛА, сообщил Шапша. По предварительным данным, пострадавших нет.",
        "Над Калужской областью сбито 40 БПЛА, сообщил Шапша. О пострадавших не сообщалось.",
        "Forty drones were downed over the Kaluga region, said Shapsha. No injuries were reported.",
        "Над Калужской областью сбито 40 БПЛА. Жертв нет. Такие цифры привёл Владислав Шапша.",
        "Над Калузькою областю збито 40 БпЛА. Постраждалих немає. Такий перелік навів Владислав Шапша.",
    ],
)
def test_what_nobody_else_says_is_still_said_by_the_same(packs: Packs, text: str) -> None:
    assert _speakers(packs, text) == ["Vladislav Shapsha"] * 2


def test_a_governor_does_not_close_airports_nor_vouch_for_rumours(packs: Packs) -> None:
    airport = "Над Татарстаном сбиты 4 БПЛА, сообщил Рустам Минниханов. Аэропорт Казани закрыт."
    assert _speakers(packs, airport) == ["Rustam Minnikhanov", None]
    rumour = "Сбиты 4 БПЛА над Рязанью, сообщил Павел Малков. Якобы горит нефтебаза в Рязани."
    assert _speakers(packs, rumour)[-1] is None


def test_one_item_of_a_list_is_said_by_who_closes_it(packs: Packs) -> None:
    text = "▪️ Кириши: горит установка после атаки дронов\n▪️ сбито 22 БПЛА над Ленинградской областью (Дрозденко)"
    assert set(_speakers(packs, text)) == {None, "Alexander Drozdenko"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В мэрии Воронежа сообщили о попадании дрона в школу.", "Voronezh City Hall"),
        ("В администрации Новозыбкова сообщили, что беспилотник попал в котельную.", "Novozybkov administration"),
        ("Глава Шебекинского округа Иван Петренко: дрон попал в автобус.", "Ivan Petrenko"),
        ("A drone hit a bus in Marhanets, said Petro Ivanenko, head of the Nikopol district.", "Petro Ivanenko"),
        ("Mayor Artem Semenikhin said a drone hit a shop in Konotop.", "Artem Semenikhin"),
        ("Поліція повідомила про удар дрона по магазину в Конотопі.", "National Police of Ukraine"),
        ("В ОВА повідомили, що над Сумщиною збито 7 дронів.", "Sumy Oblast Military Administration"),
    ],
)
def test_offices_of_towns_and_services_speak(packs: Packs, text: str, name: str) -> None:
    assert set(_speakers(packs, text)) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Рятувальники ліквідували пожежу після удару дрона по Конотопу.",
        "Police cordoned off the street in Konotop where a drone hit a shop.",
        "Дрон попал в дом Ивана Петренко в Конотопе.",
    ],
)
def test_services_that_act_do_not_speak(packs: Packs, text: str) -> None:
    assert set(_speakers(packs, text)) == {None}
