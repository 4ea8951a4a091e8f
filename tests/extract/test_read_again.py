"""Words with a second meaning: what a phrase of harm, of damage or of a downing says where it is something else."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID_EN = "Overnight a drone hit a depot in Sumy. "
_RAID_UK = "Вночі дрон ударив по складу в Сумах. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The choice for the 12 patients lies with doctors.", "casualties"),
        ("Three surgeons were at the hospital when the siren sounded.", "casualties"),
        ("Five hundred workers took a cut in pay.", "casualties"),
        ("A coach lost his head at the match with 12 fans.", "casualties"),
        ("Two ministers could not make it to the meeting.", "casualties"),
        ("Three of our players did not make it to the final.", "casualties"),
        ("Russian strikes have left us without light; 3 people wait.", "casualties"),
        ("Twenty children were not brought back to Ukraine.", "casualties"),
        ("Forty students were sleeping in the dormitory when the drone came.", "other_effect"),
        ("Five hundred families spent the night in the shelter.", "other_effect"),
        ("Twelve psychologists were sent to the school.", "other_effect"),
        ("Twelve captured Russians were transferred to Sumy.", "other_effect"),
        ("Two Russian soldiers were taken alive.", "other_effect"),
        ("Two artillery batteries fell silent.", "other_effect"),
        ("It is getting colder in the city.", "other_effect"),
        ("The plant supplied blue fuel to 2,000 homes.", "other_effect"),
        ("The economy boomed for 12 years.", "other_effect"),
        ("Prices went up by 12 percent and tensions flared.", "fire"),
        ("The gunners burned through 40 interceptors.", "fire"),
        ("Prices shot up in 12 shops.", "damage 12"),
        ("Jammers cut about 12 houses from the network.", "damage 12"),
        ("Much was done for 12 schools.", "damage 12"),
        ("Two cars were on the lawn.", "damage 2"),
        ("Two drones got by air defence and hit the port.", "downed"),
        ("Two of the drones reached the city and were shot down.", "hit 2"),
        ("The remains were found in a house: two men.", "debris"),
        ("The bridge came through unscathed.", "no_casualties"),
    ],
)
def test_english_words_that_mean_something_else(said: Said, text: str, kind: str) -> None:
    assert not [line for line in said(_RAID_EN + text) if line.startswith(kind)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Four people are with the surgeons.", "casualties ?/4/?"),
        ("Two of those taken to hospital did not make it.", "casualties 2/?/?"),
        ("Both drivers emerged unscathed.", "no_casualties"),
        ("The roof is in the yard.", "damage 'roof'"),
        ("Thirty-eight patients were transferred to Konotop.", "other_effect 38 person 'evacuation'"),
        ("Two of nine drones did not make it to the plant.", "downed 2 uav"),
        ("Twelve residents were led to the shelter.", "other_effect 12 person 'evacuation'"),
        ("The power lines are dead.", "power_outage"),
        ("Forty residents were transferred to Romny.", "other_effect 40 person 'evacuation'"),
        ("Homes are getting colder.", "other_effect 'heating'"),
    ],
)
def test_english_words_that_still_say_it(said: Said, text: str, claim: str) -> None:
    assert [line for line in said(_RAID_EN + text) if line.startswith(claim)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Двоє бійців у важкому бою тримали дорогу.", "casualties"),
        ("Троє операторів на апаратах працювали всю ніч.", "casualties"),
        ("Третина з 30 учителів на лікарняному через грип.", "casualties"),
        ("Двох підозрюваних доправили до обласної прокуратури.", "casualties"),
        ("Двадцять бійців відправили на операцію.", "casualties"),
        ("Мешканці 40 будинків не дочекалися бригади.", "casualties"),
        ("Двоє сусідів не дочекалися рятувальників і загасили пожежу самі.", "casualties"),
        ("Двоє водіїв до ранку не доїхали до Києва.", "casualties"),
        ("Дві тисячі переселенців не повернулися додому.", "casualties"),
        ("П'ятьом людям допомога не знадобилася.", "casualties"),
        ("Станція переливання лишилася без крові для 12 хворих.", "no_casualties"),
        ("Рота бере вогонь на себе.", "fire"),
        ("Тиску на пресу немає, тиску немає й на суд.", "other_effect"),
        ("Насосна станція стала мішенню.", "other_effect"),
        ("Коли запала темрява, над містом збили п'ять дронів.", "power_outage"),
        ("Зенітники гатили по двох шахедах.", "hit 2"),
        ("Двоє волонтерів прийшли з милицями.", "casualties"),
        ("Рибалка підірвався на пелюстці.", "casualties"),
        ("Пошкоджено 12 дизельних генераторів.", "damage 12 building"),
    ],
)
def test_ukrainian_words_that_mean_something_else(said: Said, text: str, kind: str) -> None:
    assert not [line for line in said(_RAID_UK + text) if line.startswith(kind)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Троє людей у важкому стані.", "casualties ?/3/?"),
        ("Двоє людей заробили контузії.", "casualties ?/2/?"),
        ("Двох людей доправили до районної лікарні.", "casualties ?/2/?"),
        ("Двоє людей на апаратах ШВЛ.", "casualties ?/2/?"),
        ("Насосна станція стоїть.", "other_effect 'water'"),
        ("Два дрони наздогнали автівку.", "hit 2 uav"),
        ("Розтрощило прохідну.", "damage 1 building"),
        ("Половина міста не світиться.", "power_outage"),
        ("Двоє людей зі зламаними ребрами.", "casualties ?/2/?"),
    ],
)
def test_ukrainian_words_that_still_say_it(said: Said, text: str, claim: str) -> None:
    assert [line for line in said(_RAID_UK + text) if line.startswith(claim)]


def test_a_dropping_goes_upon_its_target_in_the_right_case(said: Said) -> None:
    assert said("Херсон: дрон, скид по автівці.") == ["hit 1 uav @gn:706448"]


def test_what_drones_did_not_do_is_no_hit(said: Said) -> None:
    assert not [line for line in said(_RAID_EN + "Two drones did not hurt the plant.") if line.startswith("hit 2")]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve rifles are unaccounted for.",
        "Two generators are in the hospital.",
        "Two statues are in plaster.",
        "Ten parcels were handed to medics.",
    ],
)
def test_things_under_unknown_nouns_are_no_people(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID_EN + text) if line.startswith(("casualties", "other_effect"))]


@pytest.mark.parametrize("text", ["Two ushers are in the trauma ward.", "Two more are in the trauma ward."])
def test_people_under_unknown_nouns_are_people(said: Said, text: str) -> None:
    assert [line for line in said(_RAID_EN + text) if line.startswith("casualties ?/2/?")]


def test_internet_switched_off_is_no_power_cut(said: Said) -> None:
    claims = said(_RAID_EN + "Mobile internet across the region was switched off until nine.")
    assert not [line for line in claims if line.startswith("power_outage")]
