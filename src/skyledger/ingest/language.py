"""The language of a text, by letters first and common words second.

Only what decides between the three languages of this project: і ї є ґ are Ukrainian, ы э ё ъ Russian; Latin letters
are English unless common words say nothing English is there. Measured in ``tests/ingest/test_language.py``.
"""

import re

from skyledger.model import Lang

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_UK_LETTERS = re.compile("[іїєґІЇЄҐ]")
_RU_LETTERS = re.compile("[ыэёъЫЭЁЪ]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")

# Words that posts of one of the two languages have; words in both lists decide nothing.
_UK_WORDS_LIST = """
    та або що але щодо де коли вже ще теж тому бо через після перед поки наразі попередньо внаслідок над у за до
    про було був була були буде не немає нема він вона вони ми ви наш ваш усе все усього людей постраждалих
    загинув загинула загинули поранено вдалося сталося ворог ворога області район району обережно увага курсом
    напрямку зараз вночі ніч ранку зранку вранці вчора сьогодні дрони дронів борти рух
    ппо зсу вибух вибухи поряд поруч наче лише можливо коротше укриття тривога тривоги тривогу напрямок збито збиття
    чекаємо пролунав пролунали чутно втрачено йдуть летить летять можуть загиблих поранених пошкоджено завдано
    ракетного удару удари людини горить будинок будинки мешканців ворожих
"""
_RU_WORDS_LIST = """
    и или что но где когда уже также потому после перед пока сейчас предварительно вследствие был была было были
    будет нет он она они мы вы наш ваш все всего людей пострадавших погиб погибла погибли ранено удалось
    произошло с над за до об от со во из для как это его их она ночью утром вчера сегодня региона области
    района внимание дроны дронов беспилотник беспилотника беспилотников отбой опасность жителей никто
    баллистика баллистики баллистику уничтожили уничтожен уничтожено поврежден повреждено повреждены ударила ударили
    летит летят идут сбит сбито обломки взрыв взрывы тревога тревоги раненых пострадал пострадали дополнено еще
    пво всу боеприпасов российские российских российская украинские украинских войска
"""
UK_WORDS = frozenset(_UK_WORDS_LIST.split()) - frozenset(_RU_WORDS_LIST.split())
RU_WORDS = frozenset(_RU_WORDS_LIST.split()) - frozenset(_UK_WORDS_LIST.split())
_EN_WORDS_LIST = """
    the of and to in a is was were are on for over by with from at as no not has have had been that this it its
    an after during said according overnight drones drone shot down air airport region
"""
EN_WORDS = frozenset(_EN_WORDS_LIST.split())

# Stems and endings only one of the two has in the forms posts use; -ого, -ать and -ова are common to both.
UK_STEMS = ("нафт", "пожеж", "безпіл", "атакува", "уламк", "вибух", "завда", "пролун", "постражд", "загину")
RU_STEMS = ("нефт", "пожар", "взрыв", "беспил", "атаковал", "обломк", "росси", "нанес", "пострад", "баллист", "аэро")
UK_ENDINGS = ("ться", "ння", "ськ", "ська", "ську", "ське", "уть", "ють", "ять", "ують")
RU_ENDINGS = (
    "тся",
    "ция",
    "ции",
    "ние",
    "ния",
    "ский",
    "ского",
    "ской",
    "ская",
    "скую",
    "цкий",
    "цкого",
    "цкой",
    "ость",
    "ают",
    "уют",
    "яют",
)

# Words of other Latin-script languages a feed may carry, so that they are not taken for English.
_OTHER_WORDS_LIST = """
    der die das und nicht ist le les des est dans pour el los las una por con que jest nie się w z
"""
OTHER_WORDS = frozenset(_OTHER_WORDS_LIST.split())

# A Cyrillic text is foreign to a Latin one from this share of letters on; posts carry handles and links in Latin.
CYRILLIC_SHARE = 0.3


def detect_language(text: str) -> Lang:
    """Return the language of a text, ``und`` when neither letters nor words decide."""
    sample = text[:5000]
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    if cyrillic and cyrillic >= CYRILLIC_SHARE * (cyrillic + latin):
        return _cyrillic_language(sample)
    return _latin_language(sample) if latin else Lang.UND


def _cyrillic_language(text: str) -> Lang:
    uk, ru = len(_UK_LETTERS.findall(text)), len(_RU_LETTERS.findall(text))
    # A quotation or a surname of the other language adds a letter or two; a text of it adds many.
    if uk > 2 * ru:
        return Lang.UK
    if ru > 2 * uk:
        return Lang.RU
    words = [word.lower() for word in _WORD.findall(text)]
    uk_score = uk + sum(word in UK_WORDS for word in words)
    ru_score = ru + sum(word in RU_WORDS for word in words)
    if uk_score == ru_score:
        return _form_language(words)
    return Lang.UK if uk_score > ru_score else Lang.RU


def _form_language(words: list[str]) -> Lang:
    """Decide by stems and endings that only one of the two languages has; short alerts have little else."""
    uk = sum(word.endswith(UK_ENDINGS) + word.startswith(UK_STEMS) for word in words)
    ru = sum(word.endswith(RU_ENDINGS) + word.startswith(RU_STEMS) for word in words)
    if uk == ru:
        return Lang.UND
    return Lang.UK if uk > ru else Lang.RU


def _latin_language(text: str) -> Lang:
    words = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in EN_WORDS for word in words)
    other = sum(word in OTHER_WORDS for word in words)
    return Lang.UND if other > english else Lang.EN
