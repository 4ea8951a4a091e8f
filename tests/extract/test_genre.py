"""Texts of another kind than news, and news told within them."""

import pytest

from skyledger.model import ClaimStatus, Outlet
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims, say

QUIET = [
    # stories, plays, games, horoscopes, advertisements
    "Horoscope. Taurus: a drone of a boss attacks your desk, and a fire breaks out in the office.",
    "Дрон ударил в мельницу, и Егор побежал к реке. Сгорело всё. (Отрывок из романа «Мельник».)",
    "Ракета влучила в дім навпроти, загинув дід Семен. Уривок з повісті «Хата скраю».",
    "Без света? Котёл стоит? Генераторы со склада, скидка 20 %.",
    "Знеструмлено вулицю? Замовляйте станцію, знижка діє до неділі.",
    # shows and races
    "Шестьсот дронов поднялись над Волгой вечером. Зрители увидели осетра. Три аппарата упали в воду. Шоу повторят.",
    # courts and trade
    "The driver pleaded guilty. Drones had hit the depot, two tanks burned and a guard was injured.",
    "Страховщики подсчитали выплаты. Дрон повредил крышу, загорелся сарай, — такие заявки подрядчик берёт первыми.",
    # the past, as one tells it from its first sentence on
    "Навесні 1999-го над містом вили сирени. Ракети влучили в телецентр, загинуло шістнадцять людей.",
    "Весной 2022 года в доме погибли семеро. Ракета попала в крышу, обрушился подъезд.",
    "In November the enemy launched 5,440 attack drones. Air defence shot down 4,601 drones and 128 missiles.",
    "За тиждень уражено 388 цілей. Збито 26 безпілотників.",
    "Того березня ракета влучила в сусідній під'їзд. Загинуло двоє.",
    # weather balloons, forecasts, tests of the sirens
    "Упавший под Орлом объект оказался метеозондом.",
    "Дождь не помешал: «ракета» попала в спортзал Орла, под завалом ждали помощи шесть «раненых».",
    "«Бомбери» рознесли «Вовків» 34:12, двох господарів винесли зі струсом, Тимчук запустив ракету.",
    "Двоє зображали загиблих, ракету з фанери пофарбував завгосп.",
    "«Зоря» потопила «Колос» 2:1: одна ракета від Дуарте, і трибуна вибухнула.",
    "Лютневий вибух вирвав вікна разом із рамами, порізало одинадцятьох учнів.",
    "Турель «Рубеж» сняла с неба девятнадцать мишеней.",
    "Вылеты из Сочи встали на два часа: пассажир пошутил про гранату.",
    "— Мельницу накрыло, — сказал Антон. За церковью дрон, сложив крылья, упал в камыши.",
    "На школі повісили дошку: тут ракета вбила двох сторожів.",
    "Що буде, коли ракета влучить у залу? Порахували: 30 загиблих, 200 поранених.",
    "Весной сбили тысячу, осенью больше, но доля сбитых упала с 91 до 78 %.",
    "На Сочи посыпался град: разбиты крыши 90 машин, пострадали четверо.",
    "Плановая проверка системы оповещения: прозвучит «Воздушная тревога».",
    "Стоит ждать удара: накоплено 600 дронов.",
]

NEWS = [
    ("К годовщине удара город готовился. Ночью над Ростовской областью сбили 47 беспилотников.", "downed 47 uav"),
    ("Two years after the strike they prayed. Last night 34 drones were shot down over Odesa region.", "downed 34 uav"),
    ("Матч доиграли под сирену. Ночью над Воронежем сбиты три беспилотника, сообщил губернатор.", "downed 3 uav"),
    ("Збір закрито! Минулої ночі над Полтавою збито п'ять безпілотників.", "downed 5 uav"),
    (
        "Пока считают ущерб от паводка, ночью сбито 14 беспилотников над Курской областью, сообщил губернатор.",
        "downed 14 uav",
    ),
    ("Збито 12 шахедів над Одещиною. Організатори фестивалю закликали глядачів лишатися в укритті.", "downed 12 uav"),
    ("Київ, повітряна тривога! Концерт зупинено, глядачі спускаються в метро.", "declared"),
    ("Над Орлом сбиты три беспилотника. Женщина 1961 года рождения ранена.", "downed 3 uav"),
]


def _current(text: str, packs: Packs) -> list[str]:
    claims = read_claims(a_text(text), packs)[1].claims
    return [say(c) for c in claims if c.status is ClaimStatus.CURRENT]


@pytest.mark.parametrize("text", QUIET)
def test_other_kinds_of_text_stay_quiet(text: str, packs: Packs) -> None:
    assert _current(text, packs) == []


@pytest.mark.parametrize(("text", "told"), NEWS)
def test_news_within_them_is_told(text: str, told: str, packs: Packs) -> None:
    claims = _current(text, packs)
    assert any(c.startswith(told) for c in claims)


@pytest.mark.parametrize(("kind", "quiet"), [("news", True), ("official", False)])
def test_newspapers_tell_where_or_when(kind: str, quiet: bool, packs: Packs) -> None:
    outlet = Outlet(name="x", type=kind)
    claims = read_claims(a_text("Третий дрон сбили над прудом, сгорела мельница.", outlet=outlet), packs)[1].claims
    assert (not claims) is quiet
