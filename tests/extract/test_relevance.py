"""Is a text about something in the air? Precision first: a flood's dead are no casualties of a raid."""

from collections.abc import Callable

import pytest

from skyledger.extract import extract_document
from skyledger.model import Outlet
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims, say

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Наводнение в Туле: погибли пять человек, без света 40 сёл.",
        "Землетрус: загинули п'ятеро, пошкоджено 40 будинків.",
        "An earthquake near Odesa killed five people and damaged 40 homes.",
        "Пять человек погибли в ДТП под Тулой.",
        "В Туле сгорел дом, двое пострадали.",
        "Через негоду знеструмлено 40 сіл на Одещині.",
    ],
)
def test_harm_and_damage_of_another_cause_are_no_claims(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Обстрел Белгорода: погибли пять человек, без света 40 сёл.",
        "Удар по Одесі: загинули п'ятеро, пошкоджено 40 будинків.",
        "A drone strike on Odesa killed five people and damaged 40 homes.",
    ],
)
def test_the_same_of_a_raid_are(said: Said, text: str) -> None:
    assert any(line.startswith("casualties 5/") for line in said(text))


def test_what_was_dropped_says_why(packs: Packs) -> None:
    extraction = extract_document(a_text("Пять человек погибли в ДТП под Тулой."), packs)
    assert extraction.frames == []
    assert [r.reason for r in extraction.rejected] == ["nothing in the air caused it here"]


def test_an_officials_short_follow_up_is_about_the_raid(packs: Packs) -> None:
    outlet = Outlet(name="Владислав Шапша", handle="shapsha_vv", type="official")
    document = a_text("Число раненых выросло до семи.", outlet=outlet)
    [claim] = read_claims(document, packs)[1].claims
    assert say(claim) == "casualties ?/7/? @RU-KLU"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "12", "привет", "🇺🇦🇺🇦🇺🇦", "https://example.org/a?b=1"])
def test_texts_that_say_nothing(packs: Packs, text: str) -> None:
    extraction, resolved = read_claims(a_text(text), packs)
    assert extraction.frames == []
    assert (resolved.claims, resolved.issues) == ((), ())


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("A drone hit a film studio in Odesa at night, injuring a guard.", True),
        ("Дрон попал в стадион в Белгороде во время матча, ранены два болельщика.", True),
        ("Шахед влучив у фестивальний майданчик у Полтаві, поранено чотирьох.", True),
        ("Россияне атаковали Харьков дронами, поврежден художественный музей.", True),
        # what opens with its match or book, or happens inside it, is about that
        ("Уривок з роману. «Тієї ночі над Черніговом збили сто дронів».", False),
        ("In the new film a Shahed hits a school in Kyiv at night, killing four.", False),
        ("«Ракета» из Ельца сбила спесь с соперника в матче под Тулой — 3:1.", False),
        ("The final in Kharkiv ended 3-1 after a missile from 30 metres hit the net.", False),
        # exhibitions, funerals, courts, other people's drones, tables of months
        ("В парке «Патриот» показывают сбитые «Байрактары», вход свободный.", False),
        ("Простились с командиром расчёта: он лично сбил 12 ракет под Белгородом.", False),
        ("A parcel drone landed on the roof of a shop in Tallinn.", False),
        ("Агродрон упав на теплицю біля Черкас.", False),
        ("Суд в Ростове дал 19 лет мужчине, готовившему атаку дронов на Таганрог.", False),
        ("На полигоне под Астраханью испытали ракету: цель уничтожена.", False),
    ],
)
def test_what_was_struck_or_what_a_text_is_about(said: Said, text: str, is_news: bool) -> None:
    assert any("background" not in line for line in said(text)) is is_news


def test_prime_ministers_are_no_premieres(said: Said) -> None:
    assert said("Над Польщею збито три дрони, повідомив прем'єр Туск.") == ["downed 3 uav @PL"]


@pytest.mark.parametrize(
    "text",
    [
        "A tower crane came down on a school in Kharkiv, and two windows were broken.",
        "Scaffolding fell on a car in Poltava; the driver was injured.",
        "The wreckage of a bus was lifted from a river near Rostov.",
        "В Туле на гараж рухнул автокран, повреждены две машины.",
        "На подростка в Брянске упала сосулька, он госпитализирован.",
        "Ураган повредил крыши 12 домов в Воронежской области.",
        "У Сумах на зупинку впало повалене дерево, травмовано жінку.",
        "На Полтавщині вовк напав на двох дітей.",
        "В Курске двое школьников ранены петардой.",
        "Фермери на Черкащині запустили 12 дронів для обприскування полів.",
    ],
)
def test_accidents_and_weather_are_no_attack(said: Said, text: str) -> None:
    """Where nothing in the air is spoken of and another cause is named, no strike or fall stands."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("A drone fell on a tower crane in Kharkiv.", "debris 1 uav @gn:706483"),
        ("В Туле дрон попал в автокран.", "hit 1 uav @gn:480562"),
    ],
)
def test_a_weapon_beside_other_causes_still_counts(said: Said, text: str, fate: str) -> None:
    """Words of accidents silence only texts without a weapon."""
    assert fate in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bakery at Poltava airport was closed by inspectors.",
        "Столовую в аэропорту Пензы закрыли после проверки.",
        "Аптеку в аеропорту Вінниці зачинили.",
        "Smoke from a peat fire and dense fog closed Penza airport; four flights were diverted to Samara.",
        "Crews of a brigade hit three dugouts and a howitzer near Kupiansk with drones.",
        "Военные поразили ангар под Сумами, уничтожены 14 дронов.",
        "Сили оборони уразили майстерню біля Горлівки, знищено 40 дронів.",
        "В Курске подключили 900 домов, обесточенных во время атаки.",
    ],
)
def test_premises_weather_and_the_front_are_no_incidents(said: Said, text: str) -> None:
    """Shops at airports, weather over them, stores of drones on the ground and homes with power again."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Penza airport was closed overnight.", "airspace_closure @UWPP"),
        ("Над Сумской областью уничтожены 14 дронов.", "downed 14 uav @UA-59"),
        ("В Херсоні дрон влучив у будинок і два танки.", "hit 1 uav @gn:706448"),
        ("After the drone attack 900 homes in Sumy were left without power.", "power_outage 900 building @gn:692194"),
    ],
)
def test_airports_skies_and_homes_still_count(said: Said, text: str, claim: str) -> None:
    """The counter-examples."""
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "A van crashed into a pole near Izmail, and two people were injured.",
        "На шахте под Донецком ранены трое рабочих.",
        "У Львові з вікна випала жінка, її госпіталізували.",
        "В Брянске отключений больше нет: без света никого.",
    ],
)
def test_officials_tell_of_accidents_too(packs: Packs, text: str) -> None:
    """An official's post that names another cause and nothing in the air reports no attack."""
    document = a_text(text, outlet=Outlet(type="official"))
    assert read_claims(document, packs)[1].claims == ()
