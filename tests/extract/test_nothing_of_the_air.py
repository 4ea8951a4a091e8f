"""What is told beside drones and has nothing to do with them; what was struck, found or taken in, and by whom."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "До повітряних атак пожежа не має стосунку: у Сумах згорів склад, двоє постраждалих.",
        "Шквал сорвал крыши с десяти домов под Курском. К атакам дронов это отношения не имеет.",
        "A squall tore the roofs off ten houses near Kursk; it had nothing to do with drones.",
        "Вантажівка зім'яла легковик під Ірпенем: двоє загиблих. Патруль підняв дрон над місцем ДТП.",
        "Маршрутка злетіла в кювет під Дубном, п'ятеро травмованих, аварію знімали з дрона.",
        "У третьому розділі роману дрон розриває місто: впали дві ракети.",
        "В третьей главе на город упали две ракеты, дрон горит.",
    ],
)
def test_storms_accidents_and_books_make_no_claims(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Дрон влучив у ферму під Сумами, свиней загинуло двісті.", ["hit 1 uav @gn:692194"]),
        ("Дрон попал в ферму под Белгородом, коров погибло тридцать.", ["hit 1 uav @gn:578072"]),
        ("Над Сумами збито дрон, 37 «трьохсотих» у ворога.", ["downed 1 uav @gn:692194"]),
        (
            "Дрон влучив у ферму під Сумами: загинув сторож.",
            ["hit 1 uav @gn:692194", "casualties 1/?/? @gn:692194"],
        ),
        (
            "Дрон влучив у Мерефу. Машиніст устиг вискочити й відбувся подряпинами.",
            ["hit 1 uav @gn:701347", "casualties ?/1/? @gn:701347"],
        ),
    ],
)
def test_animals_and_enemies_are_not_among_the_hurt(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "«Ланцет» спопелив трактор у Слатиному.",
            ["hit 1 uav @gn:693598", "damage 1 vehicle 'tractor' @gn:693598"],
        ),
        ("Під Черніговом виявлено шматки безпілотника.", ["debris uav @gn:710735"]),
        ("Дві «гербери» над Полтавщиною здуло з курсу засобами РЕБ.", ["suppressed 2 decoy_uav @UA-53"]),
    ],
)
def test_who_did_it_and_to_what_decides(said: Said, text: str, claims: list[str]) -> None:
    assert [c for c in said(text) if "debris found" not in c] == claims


@pytest.mark.parametrize(
    ("text", "diversion"),
    [
        ("Аеропорт Казані закрили через дрони. Шість бортів прийняла Самара.", "diversion 6 flight @UWKD >UWWW"),
        ("Аэропорт Казани закрыли из-за дронов. Пять бортов приняла Самара.", "diversion 5 flight @UWKD >UWWW"),
        ("Kazan airport was closed because of drones. Samara took in five flights.", "diversion 5 flight @UWKD >UWWW"),
    ],
)
def test_flights_another_city_took_in_were_diverted(said: Said, text: str, diversion: str) -> None:
    assert diversion in said(text)


def test_a_city_that_takes_flights_in_as_ever_diverts_none(said: Said) -> None:
    assert said("Цього літа 40 рейсів на день прийняла Самара.") == []
