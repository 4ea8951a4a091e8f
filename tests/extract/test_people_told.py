"""People hurt told across insertions and ages, by role or by a toll; nobody hurt told beside things."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
EN, RU, UK = "Drones attacked Sumy. ", "Дроны атаковали Тулу. ", "Дрони атакували Суми. "


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN + "The driver, 51, and an elderly patient were wounded.", "casualties ?/2/?"),
        (EN + "Four passers-by, one of them a child, were injured.", "casualties ?/4/1"),
        (EN + "The toll rose to seven this morning.", "casualties 7/?/?"),
        (EN + "A welder inhaled smoke.", "casualties ?/1/?"),
        (UK + "Його напарник, на жаль, не вижив.", "casualties 1/?/?"),
        (UK + "Троє медсестер мають рани.", "casualties ?/3/?"),
        (UK + "Загинула вчителька, її чоловік у важкому стані.", "casualties 1/1/?"),
        (RU + "Раненых, по уточнённым сведениям, трое.", "casualties ?/3/?"),
        (RU + "Пятеро жителей, среди которых двое детей, попали под удар и госпитализированы.", "casualties ?/5/2"),
        (RU + "Двое аграриев надышались дыма.", "casualties ?/2/?"),
    ],
)
def test_people_hurt(said: Said, text: str, line: str) -> None:
    assert any(claim.startswith(line) for claim in said(text))


@pytest.mark.parametrize(
    "text",
    [
        UK + "Корів на фермі загинуло сорок.",
        UK + "За ніч 37 «трьохсотих» у ворога.",
        EN + "Twelve kills overnight for the gunners.",
        RU + "На ферме погибло двадцать коров.",
        EN + "Traffic on the toll road rose to seven lanes.",
    ],
)
def test_others_are_no_casualties(said: Said, text: str) -> None:
    assert not any(claim.startswith("casualties") for claim in said(text))


@pytest.mark.parametrize(
    "text",
    [
        RU + "Люди и строения не пострадали.",
        EN + "Neither people nor buildings were harmed.",
        UK + "Люди та будівлі не постраждали.",
    ],
)
def test_people_and_things_unharmed_are_two_claims(said: Said, text: str) -> None:
    claims = said(text)
    assert any(claim.startswith("no_casualties 0/0") for claim in claims)
    assert any(claim.startswith("no_damage") for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        EN + "The residents of the house got away with a fright.",
        RU + "Дрон плюхнулся в озеро, никого не задев.",
        UK + "Людей Бог милував.",
        RU + "Медикам работы не нашлось.",
    ],
)
def test_nobody_hurt(said: Said, text: str) -> None:
    assert any(claim.startswith("no_casualties 0/0") for claim in said(text))


def test_ruin_denied_behind_its_cause(said: Said) -> None:
    assert any(
        c.startswith("no_damage") for c in said("Руйнувань після атаки «шахедів» на Житомирщині не зафіксовано.")
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN + "A grandmother, her daughter and a boy were wounded.", "casualties ?/3/1"),
        (EN + "A body was found, bringing to six the number of those killed.", "casualties 6/?/?"),
        (UK + "Кількість загиблих зросла з шести до восьми.", "casualties 8/?/?"),
        (RU + "Пятерых пассажиров развезли по больницам.", "casualties ?/5/?"),
        (UK + "Жертвою нічного удару «шахеда» стала 83-річна жінка.", "casualties 1/?/?"),
        (RU + "Жертвами удара «Искандера» стали девять человек.", "casualties 9/?/?"),
    ],
)
def test_several_named_and_sums(said: Said, text: str, line: str) -> None:
    assert any(claim.startswith(line) for claim in said(text))


def test_ages_are_no_people(said: Said) -> None:
    claims = said(EN + "Police officers aged 34 and 41 were wounded.")
    assert any(claim.startswith("casualties ?/2/?") for claim in claims)
    claims = said(EN + "Seven people, two of them children aged 4 and 9, are in hospital.")
    assert any(claim.startswith("casualties ?/7/2") for claim in claims)


def test_people_of_a_row_and_their_place(said: Said) -> None:
    claims = said("Among the injured in Sumy after the drone strike are a nurse, a conductor and a student.")
    assert any(claim.startswith("casualties ?/3/?") for claim in claims)
    text = "Russia sent 70 drones at Ukraine and 58 were shot down, it said, "
    text += "but one person was killed and six were hurt in Odesa."
    assert any(claim.startswith("casualties 1/6/? @gn:698740") for claim in said(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # who they were, not who came on top
        ("A drone hit Zolochiv. Rescuers brought out three bodies, a grandmother and two grandsons.", "3/?/?"),
        ("Дроны ударили по Золочеву. Погибли трое, бабушка и двое внуков.", "3/?/?"),
        ("Дрони вдарили по Золочеву. Загинули троє людей, бабуся й двоє онуків.", "3/?/?"),
        # a row of people is added up, whether or not the first of them has a number
        ("A drone hit Zolochiv. Two men, a woman and a passer-by were hurt.", "?/4/?"),
        ("Дроны ударили по Золочеву. Ранены две женщины и двое мужчин.", "?/4/?"),
        ("Дроны ударили по Золочеву. Ранены женщина и мужчина.", "?/2/?"),
    ],
)
def test_people_named_one_by_one(said: Said, text: str, line: str) -> None:
    assert [c.split()[1] for c in said(text) if c.startswith("casualties")] == [line]
