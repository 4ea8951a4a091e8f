"""Lists whose introduction says what happened, and figures that grow within a sentence."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "После атаки дронов обесточены жители Брянской области:\n- Клинцы — 1310 абонентов,\n- Стародуб — 720.",
            "power_outage 1310 customer @gn:547475|power_outage 720 customer @gn:488852",
        ),
        (
            "После атаки дронов повреждены:\n- клуб в Клинцах;\n- два частных дома в Стародубе.",
            "damage 1 building @gn:547475|damage 2 building 'house' @gn:488852",
        ),
        (
            "После атаки БПЛА пострадали:\n- в Клинцах — трое;\n- в Стародубе — женщина и двое детей.",
            "casualties ?/3/? @gn:547475|casualties ?/3/? @gn:488852",
        ),
        (
            "После налёта дронов без света остались: в Клинцах — 900 абонентов, в Стародубе — 340.",
            "power_outage 900 customer @gn:547475|power_outage 340 customer @gn:488852",
        ),
        (
            "За ночь над районами Воронежской области сбито 9 БПЛА:\nЛискинский – 5\nКантемировский – 4",
            "downed 9 uav @RU-VOR total|downed 5 uav @raion:RU-VOR-liskinsky part|"
            "downed 4 uav @raion:RU-VOR-kantemirovsky part",
        ),
        (
            "Унаслідок атаки дронів знеструмлено споживачів:\n- Конотоп — 1100,\n- Ромни — 300 родин.",
            "power_outage 1100 customer @gn:705135|power_outage 300 customer @gn:695464",
        ),
    ],
)
def test_an_item_tells_what_its_introduction_says(said: Said, text: str, expected: str) -> None:
    found = [c for c in said(text) if not c.startswith("attack")]
    assert found == expected.split("|")


def test_items_of_drones_are_no_customers(said: Said) -> None:
    assert said("В Брянской области сбиты дроны, повреждён дом:\n- Клинцы — 5;\n- Погар — 4.")[0].startswith("downed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "К полуночи над Липецкой областью сбито три дрона, к шести утра — уже восемь.",
            ["downed 3 uav @RU-LIP superseded", "downed 8 uav @RU-LIP"],
        ),
        (
            "К полуночи над Липецкой областью сбито три дрона, к шести утра сбито ещё восемь дронов.",
            ["downed 3 uav @RU-LIP", "downed 8 uav @RU-LIP"],
        ),
    ],
)
def test_a_figure_outgrows_the_one_before(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Внуково закрывали ночью. Анапский ушёл на Казань, ереванский и дубайский — на Самару.",
            ["diversion 1 flight @UUWW >UWKD", "diversion 2 flight @UUWW >UWWW"],
        ),
        (
            "Небо над Кишинёвом закрыто. Рейс из Рима развернулся на Яссы, лондонский — на Бухарест.",
            ["diversion 1 flight @LUKK >LRIA", "diversion 1 flight @LUKK >LROP"],
        ),
    ],
)
def test_flights_called_by_their_town(said: Said, text: str, expected: list[str]) -> None:
    assert said(text)[1:] == expected


def test_no_flight_is_a_park(said: Said) -> None:
    assert said("В Туле сбит дрон. Городской парк закрыт, детский — на ремонте.") == ["downed 1 uav @gn:480562"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Беспилотником снесло крышу дома в Грайвороне.", "hit 1 uav @gn:559034"),
        ("Дроном знесло дах будинку у Конотопі.", "hit 1 uav @gn:705135"),
    ],
)
def test_what_was_struck_by_a_drone(said: Said, text: str, expected: str) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "За дроном было видно здание школы в Туле.",
        "Перед беспилотником открыло ворота здание склада в Туле.",
    ],
)
def test_where_a_drone_is_no_means(said: Said, text: str) -> None:
    assert not [c for c in said(text) if c.startswith("hit")]


def test_one_of_those_shot_down_is_none_more(said: Said) -> None:
    found = said("Ночью сбито 12 БПЛА под Тулой. Один из сбитых упал на крышу школы.")
    assert [c for c in found if c.startswith("downed")] == ["downed 12 uav @gn:480562"]


def test_one_more_raid_is_no_drone(said: Said) -> None:
    assert "downed 1 uav @gn:480562" not in said("В Туле отбит ещё один налёт дронов: пять БПЛА ликвидированы.")


def test_lines_go_on_with_a_list_that_had_no_colon(said: Said) -> None:
    text = "После ночных ударов БПЛА по сетям:\nГлушковский район — без света 14 сёл.\nЛьгов — 1150 потребителей."
    assert said(text)[1:] == [
        "power_outage 14 settlement @raion:RU-KRS-glushkovsky",
        "power_outage 1150 customer @gn:535347",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("После атаки БПЛА в Белгороде уничтожены два автомобиля, ещё девять посечены.", []),
        ("После атаки БПЛА в Белгороде ранены двое.", ["casualties ?/2/? @gn:578072"]),
    ],
)
def test_nine_more_of_the_cars_are_nobody(said: Said, text: str, expected: list[str]) -> None:
    assert [c for c in said(text) if c.startswith("casualties")] == expected


def test_trains_stopped_after_a_drone_are_no_interception(said: Said) -> None:
    assert not [c for c in said("Под Россошью движение остановлено в 06:50 после взрыва дрона.") if "downed" in c]


def test_the_sum_is_of_the_whole_region(said: Said) -> None:
    text = "Одесская область. В Килии дрон ударил по складу. Рени — тихо. Итого трое раненых."
    assert said(text)[-1] == "casualties ?/3/? @UA-51"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Уничтожены 9 дронов, запущенных ночью: 5 — над Тульской областью, 4 — над Калужской областью.",
            "downed 9 uav total|downed 5 uav @RU-TUL part|downed 4 uav @RU-KLU part",
        ),
        (
            "Збито 7 дронів, випущених із Криму: 4 — над Одеською областю, 3 — над Миколаївською областю.",
            "downed 7 uav total|downed 4 uav @UA-51 part|downed 3 uav @UA-48 part",
        ),
        (
            "Сбитые ночью дроны: 5 — над Тульской областью, 4 — над Калужской областью.",
            "downed 5 uav @RU-TUL|downed 4 uav @RU-KLU",
        ),
    ],
)
def test_a_participle_tells_only_where_no_verb_stands_before_it(said: Said, text: str, expected: str) -> None:
    assert said(text) == expected.split("|")
