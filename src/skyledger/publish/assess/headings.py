"""Headings, captions and short words of the report in three languages."""

from collections.abc import Mapping
from types import MappingProxyType

HEADINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "picture_nights": "Nights",
            "picture_nights_note": "Dark: the least number reported, pale: the greatest; grey: unknown; dashed:"
            " provisional; red line: reporting changed",
            "picture_evidence": "Evidence against no change",
            "picture_evidence_note": "Logarithmic; red: alarm line, yellow: watch line",
            "picture_calendar": "Calendar of nights",
            "picture_calendar_note": "Weeks as columns, Monday on top; filled: attack reported",
            "picture_fan": "Seven-night ranges and what came",
            "picture_fan_note": "Bar: 80 % range made before; dot: what came, a ring where it missed; outlined: the"
            " next 7 nights",
            "title": "Isolated nights or a sustained series?",
            "evidence": "What it rests on, and what it would miss",
            "forecast": "What may come",
            "area": "Across regions",
            "regions": "Regions",
            "region": "region",
            "attacks": "attack nights of 28",
            "unknown": "unknown",
            "level": "verdict",
            "nights": "The last nights",
            "foot": "It looks back at reports, not at attacks nobody reported; it is no warning service.",
            "no_signal": "no signal",
            "watch": "raised, watch",
            "increase": "sustained increase since {since}",
            "not_enough_history": "not enough history",
            "cannot_tell": "cannot tell",
        },
        "ru": {
            "picture_nights": "Ночи",
            "picture_nights_note": "Тёмное: наименьшее число по сообщениям, бледное: наибольшее; серое: неизвестно;"
            " пунктир: предварительно; красная линия: порядок сообщений изменился",
            "picture_evidence": "Данные против «ничего не изменилось»",
            "picture_evidence_note": "Логарифмическая шкала; красная: черта тревоги, жёлтая: черта наблюдения",
            "picture_calendar": "Календарь ночей",
            "picture_calendar_note": "Недели столбцами, сверху понедельник; закрашено: сообщено об атаке",
            "picture_fan": "Диапазоны на семь ночей и что пришло",
            "picture_fan_note": "Полоса: 80-процентный диапазон, данный заранее; точка: что пришло, кольцо: промах;"
            " обведено: следующие 7 ночей",
            "title": "Отдельные ночи или устойчивая серия?",
            "evidence": "На чём это стоит и что осталось бы незамеченным",
            "forecast": "Что может быть дальше",
            "area": "По регионам",
            "regions": "Регионы",
            "region": "регион",
            "attacks": "ночей с атаками из 28",
            "unknown": "неизвестно",
            "level": "вывод",
            "nights": "Последние ночи",
            "foot": "Это взгляд назад на сообщения, а не на атаки, о которых никто не сообщил; это не служба"
            " оповещения.",
            "no_signal": "признаков нет",
            "watch": "повышено, наблюдать",
            "increase": "устойчивый рост с {since}",
            "not_enough_history": "истории не хватает",
            "cannot_tell": "сказать нельзя",
        },
        "uk": {
            "picture_nights": "Ночі",
            "picture_nights_note": "Темне: найменше число за повідомленнями, бліде: найбільше; сіре: невідомо;"
            " пунктир: попередньо; червона лінія: порядок повідомлень змінився",
            "picture_evidence": "Дані проти «нічого не змінилося»",
            "picture_evidence_note": "Логарифмічна шкала; червона: межа тривоги, жовта: межа спостереження",
            "picture_calendar": "Календар ночей",
            "picture_calendar_note": "Тижні стовпцями, зверху понеділок; зафарбовано: повідомлено про атаку",
            "picture_fan": "Діапазони на сім ночей і що прийшло",
            "picture_fan_note": "Смуга: 80-відсотковий діапазон, даний заздалегідь; крапка: що прийшло, кільце:"
            " промах; обведено: наступні 7 ночей",
            "title": "Окремі ночі чи стійка серія?",
            "evidence": "На чому це стоїть і що лишилося б непоміченим",
            "forecast": "Що може бути далі",
            "area": "По областях",
            "regions": "Області",
            "region": "область",
            "attacks": "ночей з атаками з 28",
            "unknown": "невідомо",
            "level": "висновок",
            "nights": "Останні ночі",
            "foot": "Це погляд назад на повідомлення, а не на атаки, про які ніхто не повідомив; це не служба"
            " оповіщення.",
            "no_signal": "ознак немає",
            "watch": "підвищено, спостерігати",
            "increase": "стійке зростання з {since}",
            "not_enough_history": "історії замало",
            "cannot_tell": "сказати не можна",
        },
    }
)
