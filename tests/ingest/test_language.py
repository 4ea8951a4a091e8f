"""The language rule, measured on lines written for it."""

import pytest

from skyledger.ingest.language import detect_language
from skyledger.model import Lang

RU = """
Ночью над регионом уничтожены четыре беспилотника
Отбой опасности атаки БПЛА
Внимание! Ракетная опасность
Сбит один дрон, обломки упали в поле
По предварительным данным, никто не пострадал
Аэропорт временно не принимает и не отправляет самолеты
В порту пожар, работают расчеты
Повреждено остекление двух домов
Губернатор: пострадавших нет
Взрывы слышали жители трех районов
Дрон летит в сторону города
Баллистика на порт!
Свет вернули во все дома
Средства ПВО отразили атаку на завод
Пуски с моря, курс уточняется, ждём
5 ракет на Заречный
Работа ПВО над городом. Сохраняйте спокойствие
Обломки упали на пустырь, возгорание потушено
"""
UK = """
Вночі над областю знищено чотири безпілотники
Відбій повітряної тривоги
Увага! Ракетна небезпека
Збито один дрон, уламки впали у полі
За попередніми даними, ніхто не постраждав
Рух поряд з Озерним
Пролунав вибух
У порту пожежа, працюють рятувальники
Пошкоджено скління двох будинків
Голова ОВА: постраждалих немає
Вибухи чули мешканці трьох районів
Дрон летить на місто
Загроза балістики з півдня
Світло повернули у всі домівки
Ще два на Сосновий
Маневрують над водосховищем
Чекаємо на вихід з моря
Можуть зайти через лиман
Внаслідок атаки поранено двох людей
"""
EN = """
Four drones were shot down over the region overnight
All clear
Airport closed until further notice
No casualties, the governor said
Missile debris damaged a warehouse roof
3 UAVs destroyed
Power is back in most of the city
"""
UND = ("", "12", "⚠️⚠️", "№ 5 — 7", "Минус 2", "Троя!", "Der Flughafen ist wieder offen und die Lage ist ruhig")


def _lines(block: str) -> list[str]:
    return [line for line in block.splitlines() if line]


LINES = [(Lang.RU, x) for x in _lines(RU)] + [(Lang.UK, x) for x in _lines(UK)] + [(Lang.EN, x) for x in _lines(EN)]


def test_there_are_enough_lines() -> None:
    assert len(LINES) >= 40


def test_no_line_is_taken_for_another_language() -> None:
    wrong = [(line, found) for lang, line in LINES if (found := detect_language(line)) not in (lang, Lang.UND)]
    assert wrong == []


def test_nearly_all_lines_are_decided() -> None:
    decided = sum(detect_language(line) == lang for lang, line in LINES)
    assert decided >= 0.97 * len(LINES)


@pytest.mark.parametrize("text", UND)
def test_what_decides_nothing_stays_undetermined(text: str) -> None:
    assert detect_language(text) is Lang.UND


def test_a_quotation_does_not_change_the_language() -> None:
    assert (
        detect_language("Губернатор сказал, что в селе «Гаї» сбиты дроны, жители целы, и это уже второй случай")
        is Lang.RU
    )
    assert detect_language("The governor wrote «Отбой» on Telegram, and the airport was open again by six") is Lang.EN
    assert (
        detect_language("Сбито 3 БПЛА https://t.me/some_channel_name/12345 подписаться @some_channel_name") is Lang.RU
    )
