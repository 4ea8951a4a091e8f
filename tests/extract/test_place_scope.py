"""Which place of a text a claim gets: what "there" means, what holds several towns, what nobody knows."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


def _places(lines: list[str], kind: str) -> list[str]:
    return [next((w for w in line.split() if w.startswith("@")), "") for line in lines if line.startswith(kind)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # "there" and "the same village" are the last place told of
        (
            "Nine drones fell over Voronezh region. A roof in Liski was pierced; nobody there was hurt.",
            "no_casu",
            ["@gn:534838"],
        ),
        ("Воронежская область. Дрон попал в склад в Павловске. Там же ранен сторож.", "casualties", ["@gn:512053"]),
        ("У Лубнах дрон влучив у завод. У тому ж місті пошкоджено школу.", "damage", ["@gn:702723"]),
        # where people were taken is no "there"
        (
            "Воронежская область: в Павловске дрон ранил водителя, его везут в Воронеж. Там повреждён и дом.",
            "damage",
            ["@gn:512053"],
        ),
        # a district is run from a town
        (
            "In Nikopol district a drone struck a house. In the district centre a boy was wounded.",
            "casu",
            ["@gn:700051"],
        ),
        # several towns: the region spoken of; one town: that town
        (
            "Атака дронов на Курскую область. В Рыльске повреждён дом. В Суджанском районе сгорел склад. "
            "Пострадавших нет.",
            "no_casu",
            ["@RU-KRS"],
        ),
        (
            "Над Липецкой областью сбиты девять дронов. В Ельце повреждён склад. Никто не ранен.",
            "no_casu",
            ["@gn:467978"],
        ),
        # districts of a city: the city
        (
            "Drones hit Kharkiv: one fell in Saltivskyi district, another struck a depot in Kholodnohirskyi district. "
            "Nine people were wounded.",
            "casualties",
            ["@gn:706483"],
        ),
        # the sum of drones lies over the region, not in the town that was hit
        (
            "Over Kursk Region six drones were downed by midnight. In Rylsk a house was damaged. "
            "By morning 12 drones had been downed.",
            "downed 12",
            ["@RU-KRS"],
        ),
        # what a governor counts lies in his region; one drone may be that of the town
        (
            "В Миллерове дрон продырявил крышу. Глава Ростовской области Юрий Слюсарь сообщил об 11 сбитых за ночь.",
            "downed 11",
            ["@RU-ROS"],
        ),
        # the second of a pair, both of them; not the second half of a night
        ("Дроны ударили по Брянску и Клинцам. Во втором повреждён склад.", "damage", ["@gn:547475"]),
        (
            "Drones struck Belaya Beryozka and Sevsk. In both towns shops were damaged.",
            "damage",
            ["@gn:496246+gn:578172"],
        ),
        # an effect behind a drone downed elsewhere: the district of both
        (
            "Коростенський район. Ракета зруйнувала насосну станцію в Овручі. Дрон збито під Лугинами. "
            "Поранений пожежник.",
            "casualties",
            ["@raion:UA-18-korosten"],
        ),
        # one of several hits lay in a district: still about the city
        (
            "Запорожье. Семь КАБов: четыре упали в поле за городом, три на Шевченковский район. Тринадцать раненых.",
            "casualties",
            ["@gn:687700"],
        ),
        # figures told apart
        (
            "У Таганрозі та Батайську після атаки дронів пошкоджено відповідно шість і два будинки.",
            "damage",
            ["@gn:484907", "@gn:578740"],
        ),
        # both ends of a line
        ("Rtishchevo – Balashov: cable torn down by a drone.", "damage", ["@gn:500886+gn:579460"]),
        # a bare district of a list, with an adverb
        (
            "Дрони над Харковом. Слобідський: без травмованих. Київський: тихо. "
            "У Шевченківському легенько поранено водія.",
            "casualties",
            ["@raion:UA-63-kharkiv-shevchenkivskyi"],
        ),
        # effects told before a sum of drones go on in their town
        (
            "В Энгельсе повреждён склад. Над Саратовской областью сбиты 14 дронов. Ранен один рабочий.",
            "casu",
            ["@gn:563464"],
        ),
    ],
)
def test_what_a_later_sentence_leans_on(said: Said, text: str, kind: str, expected: list[str]) -> None:
    assert _places(said(text), kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no pack knows the village there: the district or region of its entry
        ("Валуйский округ: в селе Мухоедовка дрон ударил по дому.", "hit 1 uav @raion:RU-BEL-valuysky"),
        ("Шебекинский округ: в селе Муром дрон ударил по дому.", "hit 1 uav @raion:RU-BEL-shebekinsky"),
        ("Удар по Белгородской области. Дрон влетел в дом в Горе-Подоле.", "hit 1 uav @RU-BEL"),
        # also where nothing but its name and "in" tell of it
        ("Ракитянский район. В Головчёвке дрон ударил по дому.", "hit 1 uav @raion:RU-BEL-rakityansky"),
        # a town known by its name alone is no village of the district named before it
        ("Шебекинский округ под ударом. В Муроме дрон ударил по дому.", "hit 1 uav @gn:524294"),
    ],
)
def test_a_village_nobody_knows_is_in_the_area_beside_it(said: Said, text: str, expected: str) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # launch areas end at the verb
        ("Drones launched from Yeysk struck Odesa region before dawn.", "hit uav @UA-51"),
        # "from" measures a distance
        ("Дрон упал в 5 км от Никополя.", "debris 1 uav @gn:700051"),
        # a mayor's first name is no town
        (
            "Drones hit Konotop. By morning, mayor Artem Petrenko said, 26 shops were burning.",
            "fire 26 building 'shop' @gn:705135",
        ),
        # a code is written in capitals
        ("A drone damaged a transformer beside unit 3 in Kurchatov.", "damage 1 building @gn:538908"),
        # a place denied beside the true one
        ("Двенадцать дронов сбиты не над Тулой, а во всей Тульской области.", "downed 12 uav @RU-TUL"),
        # which road it was, and where on it
        ("Херсонщина. Дрон атакував авто на трасі Херсон – Миколаїв поблизу Посад-Покровського.", "@UA-65"),
        ("Дрон атакував авто на трасі Херсон – Миколаїв поблизу Снігурівки.", "@gn:693379"),
        # half of a name
        ("Сумщина: у Лисичій-Буді FPV поцілив у авто.", "@UA-59"),
        # where it was worst, how far drones did not get, where a ministry sits, where people live
        (
            "Атака дронів на Одещину. Світла не мають 33 500 осель, найважче – в Ізмаїлі та Болграді.",
            "power_outage 33500 building @UA-51",
        ),
        ("Дроны атаковали Брянскую область, дальше Карачева не ушёл ни один: пострадавших нет.", "@RU-BRY"),
        ("A drone hit a van in Bilopillia. The driver, a man from Okhtyrka, died.", "casualties 1/?/? @gn:712559"),
        ("В Рыльске дрон ударил по машине. Водитель, житель Суджи, погиб.", "casualties 1/?/? @gn:695019"),
        # a city and its own districts
        (
            "Одесса, Пересыпский и Киевский районы: после удара дронов без света 38 тысяч семей.",
            "power_outage 38000 customer @raion:UA-51-odesa-kyivskyi+raion:UA-51-odesa-peresypskyi",
        ),
        # a word is no village without its capital
        ("drones over nikopol. two cars that will never drive again were wrecked", "damage 2 vehicle 'car' @gn:700051"),
    ],
)
def test_what_is_no_place_of_the_claim(said: Said, text: str, expected: str) -> None:
    assert any(line == expected or line.endswith(f" {expected}") for line in said(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told of the place itself, though "worst" stands before it or people live there
        ("Hardest in Bolhrad: a drone wrecked a school in the town.", "@gn:711841"),
        ("Житель Суджи погиб при ударе дрона.", "@gn:486816"),
        # the district as a whole, and "near the station"
        ("Суджанский район: повреждён дом. По району сбито пять дронов.", "downed 5 uav @raion:RU-KRS-sudzhansky"),
    ],
)
def test_places_that_are_told_of(said: Said, text: str, expected: str) -> None:
    assert any(line == expected or line.endswith(expected) for line in said(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "После удара дронов в Батайске посечены три машины, в Азове — пять.",
            ["damage 3 vehicle 'car' @gn:578740", "damage 5 vehicle 'car' @gn:580054"],
        ),
        (
            "После удара дронов повреждены по два дома в Рыльске и Льгове.",
            ["damage 2 building 'house' @gn:535347", "damage 2 building 'house' @gn:695019"],
        ),
        (
            "После атаки БПЛА дом повреждён в Лебедяни, здание — в Ельце.",
            ["damage 1 building 'house' @gn:536518", "damage 1 building @gn:467978"],
        ),
        # a figure with a verb of its own counts no cars
        (
            "После удара дронов в Батайске посечены три машины, в Азове ранены двое.",
            ["damage 3 vehicle 'car' @gn:578740"],
        ),
    ],
)
def test_figures_of_further_places(said: Said, text: str, expected: list[str]) -> None:
    assert sorted(line for line in said(text) if line.startswith("damage")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "В Рыльске и Льгове при ударах дронов ранены соответственно двое и пять человек.",
            ["casualties ?/2/? @gn:695019", "casualties ?/5/? @gn:535347"],
        ),
        (
            "Drones wounded two and five people in Kupiansk and Izium respectively.",
            ["casualties ?/2/? @gn:703656", "casualties ?/5/? @gn:707292"],
        ),
        # in accordance with the rules nobody is told apart
        (
            "В Рыльске при ударе дрона ранены двое, помощь оказана соответственно с нормами.",
            ["casualties ?/2/? @gn:695019"],
        ),
    ],
)
def test_tolls_told_apart(said: Said, text: str, expected: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("casualties")] == expected


def test_a_town_called_by_a_word_heads_its_line(said: Said) -> None:
    text = "Дніпропетровщина, атака дронів.\nПавлоград. Пошкоджено завод.\nТернівка. Уламками побито три гаражі."
    assert any(line.endswith("@gn:691628") for line in said(text))
    assert not any(line.endswith("@gn:691628") for line in said("Тернівка. Уламками дрона побито три гаражі."))
