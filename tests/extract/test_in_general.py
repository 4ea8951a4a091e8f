"""Rates, prices, abilities, honours and what is only made ready tell of no day."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims
from tests.extract.test_looking_back import current


@pytest.mark.parametrize(
    "text",
    [
        "The plant in Izhevsk launches 500 missiles a month.",
        "For every drone shot down over Belgorod Region a crew is paid 50,000 roubles.",
        "The turret can follow 40 drones at once and destroy eight of them.",
        "One in ten drones hits its target.",
        "A sergeant got a medal for shooting down two drones over Kursk.",
        "Up to 700 drones could be launched at Ukraine by spring.",
        "The wind brought down three drones at the festival in Kazan.",
        "За каждый сбитый над Курском дрон расчёту платят премию.",
        "Комплекс за минуту уничтожает восемь дронов.",
        "В Крыму готовы к запуску 300 «Шахедов».",
        "Пятьсот рублей, и ещё один дрон над Белгородом будет сбит.",
        "Сапёры взорвали авиабомбу времён войны, найденную в Воронеже.",
        "В министерстве не сказали, сколько из 70 ракет удалось сбить.",
        "Лишилося зібрати 90 тисяч на кулемет, який уже зняв 14 «шахедів».",
        "Завод у Дніпрі випускає 500 ракет на місяць.",
        "Вітер збив над Львовом два дрони.",
        "Артиллерия поразила три расчёта БПЛА под Купянском.",
        "Знищено п'ять пунктів запуску дронів на Донеччині.",
    ],
)
def test_what_is_said_in_general_is_no_news(text: str, packs: Packs) -> None:
    assert current(packs, text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Расчёты ПВО уничтожили над Курском три дрона.", "три"),
        ("Сбито пять штук дронов над Тулой.", "пять"),
        ("Над Тулой сбиты 12 ударных дронов различных типов.", "12"),
        ("One of the ten drones was shot down over Tula.", "One"),
        ("ПВО сбивает дроны над Тулой, уничтожено уже пять дронов.", "пять"),
    ],
)
def test_what_was_done_is_told(text: str, number: str, packs: Packs) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    assert number in {e.text for c in claims for e in c.evidence}


def test_a_number_put_right_is_damage(packs: Packs) -> None:
    claims = read_claims(a_text("Дроны атаковали Ельц. Разрушены не два, а пять домов."), packs)[1].claims
    assert [c.count.interval.high for c in claims if c.kind == "damage" and c.count is not None] == [5]


def test_ages_count_nobody(packs: Packs) -> None:
    text = "A drone hit a bus in Nikopol; five people aged 17 to 71 are under doctors' care."
    hurt = [c.harm.injured for c in read_claims(a_text(text), packs)[1].claims if c.harm is not None]
    assert [h.high for h in hurt if h is not None] == [5]
