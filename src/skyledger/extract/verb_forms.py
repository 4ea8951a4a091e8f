"""Is a word no pack knows the past form of a verb? By its ending; a dictionary would know more and cost more.

What stands where a subject, a number or an agent asks for a verb is tested, never any word of a text.
"""

# Endings of past verbs and of participles that stand for one, Russian and Ukrainian.
_PAST = ("ли", "лись", "лися", "ла", "лась", "лася", "ло", "лось", "лося", "вся", "лся")
_PASSIVE = (
    "ены",
    "ены",
    "аны",
    "яны",
    "иты",
    "яты",
    "уты",
    "ена",
    "ано",
    "яно",
    "ено",
    "єно",
    "ито",
    "ыто",
    "ято",
    "уто",
    "ані",
    "ені",
    "иті",
    "яті",
    "уті",
)
_PAST_ALONE = ("ив", "ав", "ув", "яв", "ил", "ал", "ел", "ул", "ял", "ёл")
_SHORTEST = 5
_SHORT = frozenset("снял сняв сбил взял дал".split())
# Nouns that end like verbs and stand behind numbers or agents.
_NOUNS = frozenset(
    (
        "цели недели земли школа школы тела села сёла стекла стёкла дела числа крыла масла доли модели пули мили роли "
        "кабели тоннели туннели постели сила скала шкала стрела зола пчела артикул металл материал сигнал канал "
        "вокзал терминал капитал генерал адмирал арсенал персонал потенциал портал интервал квартал журнал финал удел "
        "отдел раздел предел обстрел расстрел прострел отстрел район расчёт тепла котла узла угла стола месяца цена "
        "страна сторона война оборона колонна зона тонна смена сцена стена арена антенна колона цілі тижні землі "
        "школи тіла скла діла пошта хмара зброя охорона зміна стіна країна війна обстріл відділ розділ термінал "
        "інтервал фінал матеріал метал злива слава голова застава направлении планета ракета газета карета монета "
        "комета оплата зарплата палата хата минута минуты секунды хвилини доба доби места міста лета літа рота роты "
        "раиона работа робота пила хвиля хвилі"
    ).split()
)
_ENGLISH = frozenset(
    (
        "ate beat bit blew blown broke brought burst cast caught cleared clipped cut dealt did drew drove "
        "fell felled fought found got hit hunted kept knocked laid left let lost made met mowed nailed put "
        "ran rid saw sent shook shot shut slew smote snuffed spent split spread stole struck swatted swept "
        "swung threw took tore torn went wiped won wrecked"
    ).split()
)
_NOT_PAST = frozenset(
    (
        "need speed seed feed hundred bed red shed sled weed breed indeed unmanned armed limited united hatred sacred"
    ).split()
)


def is_passive_form(word: str) -> bool:
    """Tell whether a folded Russian or Ukrainian word looks like a passive participle that stands for a verb."""
    return len(word) >= _SHORTEST and word.endswith(_PASSIVE)


def is_past_form(word: str) -> bool:
    """Tell whether a folded word looks like a past verb or a passive participle of any of the three languages."""
    if word.isascii():
        return word in _ENGLISH or (word.endswith("ed") and len(word) >= _SHORTEST - 1 and word not in _NOT_PAST)
    if len(word) < _SHORTEST or word in _NOUNS:
        return word in _SHORT
    return word.endswith(_PAST) or word.endswith(_PASSIVE) or word.endswith(_PAST_ALONE)
