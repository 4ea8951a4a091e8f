"""Damage, fire, power cuts and the rest; only where something in the air did it."""

from collections.abc import Callable

import pytest

from skyledger.extract import extract_document
from skyledger.packs import Packs
from tests.extract.saying import a_text

Said = Callable[[str], list[str]]
GROUND = ("damage", "fire", "power_outage", "other_effect", "no_damage")


def effects(said: Said, text: str) -> list[str]:
    """Return the effects on the ground, without their places."""
    lines = [line for line in said(text) if line.split()[0] in GROUND]
    return [" ".join(word for word in line.split() if not word.startswith("@")) for line in lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("После атаки дрона в Белгороде повреждены пять домов.", "damage 5 building 'house'"),
        ("Через атаку дрона в Одесі пошкоджено п'ять будинків.", "damage 5 building 'house'"),
        ("Five homes were damaged in a drone attack on Nikopol.", "damage 5 building 'house'"),
        ("Повреждены окна трёх домов в Белгороде после атаки дрона.", "damage 3 building 'windows'"),
        ("После атаки дрона повреждено административное здание.", "damage 1 building 'administrative building'"),
        ("После атаки дрона выбиты окна.", "damage 'windows'"),
        ("Після атаки дрона вибито вікна.", "damage 'windows'"),
        ("Windows were shattered in a drone attack on Odesa.", "damage 'windows'"),
        ("После атаки дрона повреждены два автомобиля.", "damage 2 vehicle 'car'"),
        ("В Энгельсе после атаки БПЛА произошло возгорание на нефтебазе.", "fire 'oil depot'"),
        ("Після атаки дронів на Одесу виникла пожежа на складі.", "fire 'warehouse'"),
        ("A fire broke out at a refinery in Tula after a drone attack.", "fire 'refinery'"),
        ("После обстрела без света остались два села.", "power_outage 2 settlement"),
        ("15 тисяч абонентів знеструмлено на Харківщині через обстріл.", "power_outage 15000 customer"),
        ("Some 5,000 customers lost power in Odesa after a drone attack.", "power_outage 4500-5500 customer"),
        ("В Туле слышали взрывы.", "other_effect 'explosions heard'"),
        ("У Харкові чули вибухи.", "other_effect 'explosions heard'"),
        ("Explosions were heard in Tula during a drone attack.", "other_effect 'explosions heard'"),
        ("После атаки дрона эвакуировали 30 жителей.", "other_effect 30 person 'evacuation'"),
        ("Через атаку дронів район залишився без води.", "other_effect 'water'"),
        ("Homes in Odesa were left without heating after a missile strike.", "other_effect 'heating'"),
        ("Из-за угрозы БПЛА отключён мобильный интернет.", "other_effect 'mobile internet'"),
        ("Из-за атаки дронов отменены 20 рейсов.", "other_effect 20 flight 'flights'"),
    ],
)
def test_effects_on_the_ground(said: Said, text: str, expected: str) -> None:
    assert effects(said, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Над Тулой сбит дрон. Разрушений нет.",
        "Над Тулой сбит дрон. Обошлось без разрушений.",
        "Збито дрон над Одесою. Руйнувань немає.",
        "A drone was shot down over Tula. There was no damage.",
        "A drone was shot down over Tula. No damage was reported.",
    ],
)
def test_no_damage_is_a_claim_and_no_damage(said: Said, text: str) -> None:
    assert effects(said, text) == ["no_damage"]


@pytest.mark.parametrize(
    "text",
    [
        "Над Тулой сбит дрон. Пожара нет.",
        "Над Тулой сбит дрон. Информация о повреждениях уточняется.",
        "A drone was shot down over Tula. Damage is being assessed.",
        "Противник может повредить энергообъекты дронами.",
        "Над Тулой сбит дрон. Здания повредить не удалось.",
    ],
)
def test_what_is_no_effect(said: Said, text: str) -> None:
    assert [line for line in effects(said, text) if line != "no_damage"] == []


@pytest.mark.parametrize(
    "text",
    [
        "В Туле сгорели два дома из-за неисправной печи.",
        "Через негоду знеструмлено 40 сіл.",
        "A fire broke out at a warehouse in Tula because of a short circuit.",
        "В Калуге отменены 20 рейсов из-за тумана.",
    ],
)
def test_what_nothing_in_the_air_did(said: Said, text: str) -> None:
    assert effects(said, text) == []


def test_power_that_is_back_is_a_note_and_no_outage(packs: Packs) -> None:
    extraction = extract_document(a_text("Электроснабжение восстановлено после атаки дронов."), packs)
    assert [issue.code for issue in extraction.issues] == ["effect.restored"]
    assert not any(frame.kind == "power_outage" for frame in extraction.frames)


@pytest.mark.parametrize(
    "text", ["После удара БПЛА разрушены два дома.", "Two houses in Kherson were destroyed by a drone."]
)
def test_destroyed_houses_are_damage_and_no_interception(said: Said, text: str) -> None:
    lines = said(text)
    assert any(line.startswith("damage 2 building 'house'") for line in lines)
    assert not any(line.startswith("downed") for line in lines)
