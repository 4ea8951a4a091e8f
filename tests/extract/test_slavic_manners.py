"""Russian and Ukrainian as many write them: endings behind digits, sums below a list, people struck by glass."""

from collections.abc import Callable

import pytest

from skyledger.model import Outlet
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims, say

Said = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Ворог атакував 124-ма ударними БпЛА та 3-ма ракетами.", ["launched 124 uav", "launched 3 missile"]),
        ("Збито 3-х шахедів над Сумщиною.", ["downed 3 uav @UA-59"]),
        ("Дрон влучив у будинок у Сумах, горить 4-й поверх.", ["hit 1 uav @gn:692194", "fire @gn:692194"]),
        ("З 90-х років над Сумами дронів не збивали.", []),
    ],
)
def test_case_endings_behind_digits(said: Said, text: str, claims: list[str]) -> None:
    """A cardinal keeps its number; ordinals and decades are none."""
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Рівненщина: 4 шахеди\nВолинь: 3 шахеди\nЗнято з неба разом: 7",
            ["downed 4 uav @UA-56", "downed 3 uav @UA-07", "downed 7 unknown total"],
        ),
        (
            "Bryansk region: 5 drones\nKursk region: 7 drones\nIn all, 12 drones were shot down.",
            ["downed 5 uav @RU-BRY", "downed 7 uav @RU-KRS", "downed 12 uav total"],
        ),
        ("Брянская область — 5\nКурская область — 7\nВсего сбито 40 БПЛА.", ["downed 40 uav @RU-KRS"]),
    ],
)
def test_sum_below_its_list(said: Said, text: str, claims: list[str]) -> None:
    """The verb of the sum holds for a list above it whose numbers add up to it, and for no other."""
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("64 беспилотника подавлены и уничтожены.", ["downed 64 uav"]),
        ("Три БПЛА подавлены и два сбиты.", ["suppressed 3 uav", "downed 2 uav"]),
        ("Над Ельцом сбит дрон. Упал в поле.", ["downed 1 uav @gn:467978", "debris uav @gn:467978"]),
        (
            "Під час повітряної тривоги в Лубнах упали уламки.",
            ["debris @gn:702723"],
        ),
        ("В Лубнах оголошено повітряну тривогу.", ["declared @gn:702723"]),
        (
            "Влучання 27 ударних БпЛА на 12 локаціях, а також падіння збитих (уламки) на чотирьох локаціях.",
            ["hit 27 uav", "debris 4 location uav"],
        ),
        (
            "над ельцом сбили дрон. машин побито три. света нет в 40 домах",
            ["downed 1 uav @gn:467978", "damage 3 vehicle 'car' @gn:467978", "power_outage 40 building @gn:467978"],
        ),
    ],
)
def test_fates_and_sentences(said: Said, text: str, claims: list[str]) -> None:
    """One number for two fates is downed; phrases end with their sentence, in small letters too."""
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Осколками дрона посекло двух рабочих.", ["debris uav", "casualties ?/2/?"]),
        ("Від удару дрона склом зачепило плече пенсіонерці.", ["hit 1 uav", "casualties ?/1/?"]),
        ("Осколки дрона посекли три машины жителей.", ["debris uav", "damage 3 vehicle 'car'"]),
        ("Через удар дрона поранення дістали чоловік і жінка.", ["hit 1 uav", "casualties ?/2/?"]),
        ("Жертвами атаки дронов под Сумами стали трое.", ["casualties 3/?/? @gn:692194", "attack uav @gn:692194"]),
        ("Дрон сжёг трактор в Рыльске.", ["hit 1 uav @gn:695019", "damage 1 vehicle 'tractor' @gn:695019"]),
        ("Расчёты сожгли три дрона над морем.", ["downed 3 uav"]),
        ("Осколками дрона посекло двоих, оба в больнице скорой помощи.", ["casualties ?/2/?"]),
        ("После удара дрона света лишились 500 семей.", ["hit 1 uav", "power_outage 500 customer"]),
        ("Через удар дрона світло втратило 61 село.", ["hit 1 uav", "power_outage 61 settlement"]),
        (
            "Удар дрона по Сумах: виведено з ладу підстанцію.",
            ["hit 1 uav @gn:692194", "damage 1 building 'substation' @gn:692194"],
        ),
    ],
)
def test_people_and_things(said: Said, text: str, claims: list[str]) -> None:
    """Who or what a verb of damage is said of decides between people hurt and things broken."""
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ограничения на полёты (время московское):\n✈️ Пенза — введены в 02:11, отменены в 06:47\n"
            "✈️ Тамбов — действуют с 01:58",
            ["airspace_closure @UWPP", "airspace_reopening @UWPP", "airspace_closure @UUOT"],
        ),
        ("Airport restrictions:\n- Penza: lifted at 06:47", ["airspace_reopening @UWPP"]),
        ("Ограничения на полёты введены в аэропортах:\n- Пенза", ["airspace_closure @UWPP"]),
    ],
)
def test_list_of_airports(said: Said, text: str, claims: list[str]) -> None:
    """Items under restrictions tell when they were imposed and when lifted, airport by airport."""
    assert sorted(said(text)) == sorted(claims)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("ПВО отработала по трём БПЛА над Ельцом.", []),
        ("Над Сумами відпрацювали по цілях. Збито шість дронів.", ["downed 6 uav @gn:692194"]),
        ("Артиллерия отработала по 12 целям.", []),
        ("Пожежники відпрацювали навички: умовний дрон влучив у цистерну, двоє поранених.", []),
        ("На Полтавщині зафіксували три прямі влучання безпілотників.", ["hit 3 uav @UA-53"]),
        ("Рятувальники підняли дрон над Сумами.", []),
        ("У Краматорську дрон влучив у школу.", ["hit 1 uav @gn:704508"]),
        (
            "Удар дрона: смертельних травм зазнав працівник, троє дістали вибухові травми.",
            ["hit 1 uav", "casualties 1/3/?"],
        ),
    ],
)
def test_who_works_at_what(said: Said, text: str, claims: list[str]) -> None:
    """Work at a target is no hit on it and no drill either; rescuers train and fly drones of their own."""
    assert said(text) == claims


def test_downed_over_the_region_behind_its_towns(packs: Packs) -> None:
    """Drones downed, told by a region's office behind several towns, lie in none of them."""
    text = "Нікополь: дроном пошкоджено дім. Марганець: дроном пошкоджено два авто. Збито 19 дронів."
    office = a_text(text, outlet=Outlet(name="ОВА", handle="ova", type="official"))
    assert [say(c) for c in read_claims(office, packs)[1].claims][-1] == "downed 19 uav"
