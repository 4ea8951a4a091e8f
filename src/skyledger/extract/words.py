"""Function words of three languages that the rules ask about; words with a meaning of their own are in the packs."""

from collections.abc import Sequence
from itertools import pairwise

# Words that join the members of a list of places.
PLACE_CONJUNCTIONS = frozenset(("and or а и или й та также і").split())
# Words that may stand between the members of a list of places, or between a name and what it lies in.
PLACE_LINKS = frozenset(
    (
        "що что which "
        "above across also and around city in into near of over s sea the town waters а акваторией акватории акваториями "
        "акваторією акваторії в во возле г деревне деревня же и й і м на над небе небом окрестностях плюс по под пос районе "
        "с селе село смт та так также територією території территорией территории территориями у хутор"
    ).split()
)
# Nouns that mean the city spoken of before.
CITY_ANAPHORS = frozenset(
    (
        "capital city the town город города городе городом городу міста місто містом місту місті обласному областном "
        "облцентр облцентре столица столице столицей столицею столицу столицы столицю столиця столиці"
    ).split()
)
# Words before "region" or "city" that make it mean the one spoken of before.
ANAPHOR_BEFORE = frozenset(
    (
        "our over the this whole entire всій усій всю усю всею усією цілій в во всей на над наш нашего нашей нашем нашим нашою нашої нашій небе небом по регіоном "
        "територією території территорией территории у этой ін"
    ).split()
)
# Prepositions of place: what follows them is where something happened.
PLACE_PREPOSITIONS = frozenset(
    (
        "above across against around at from in inside into near of on over в во возле до з на над небе небі около по "
        "поблизу під територією території территорией территории у із"
    ).split()
)
# Adjectives between a preposition of place and a country.
DIRECTIONS = frozenset(
    ("central eastern northern occupied southern western восточной восточную всей всієї западной западную").split()
)
# Prepositions of where weapons flew from.
FROM_WORDS = frozenset(("from від з зі из от с со із").split())
# Words between a counted object and the name of its type.
APPOSED_BETWEEN = frozenset(
    (
        "and as different model of or such the type types або других и или й класса модели різних серии та типа типу "
        "інших"
    ).split()
)
# Nouns to which a drone may belong without flying: operators, factories, warehouses.
OWNER_WORDS = frozenset(
    (
        "управління управления control база базе базы базу базі хранения зберігання складу складі складом пуску запуску "
        "crew crews factory maker manufacturer operator operators pilot pilots producer production warehouse виробництво екіпаж "
        "екіпажі завод запуск оператор оператора оператори операторов операторы операторів производства производство "
        "пілот пілоти расчет расчета расчетов расчеты склад склади складів"
    ).split()
)
# Words that may follow a number that leaves its noun out.
AFTER_ELLIPTIC = frozenset(
    (
        "під под возле около біля поблизу близ above across against and around at by during each far had others other have інші інших другие in more near of off on outside over still within was were while а але були было в во з за збито "
        "знищено и из й на над но от припадає припали приходится приходятся пришлось сбит сбито сбиты та у уничтожен "
        "уничтожены і із других оставшихся остальных оставшиеся остальные інші що таки все-таки усе-таки still did also же ж craft intruders machines"
    ).split()
)
# Stems of nouns that stand for the objects spoken of: "восемь аппаратов", "шесть штук".
STAND_INS = ("аппарат", "апарат", "цілі", "цілей", "цели", "целей", "штук", "единиц", "одиниц")
# Noun forms that a negation turns into "none": casualties, damage.
DENIABLE_NOUNS = frozenset(
    (
        "casualties damage dead deaths destruction fatalities injured injuries victims wounded жертв загиблих повреждений "
        "погибших поранених пострадавшие пострадавших постраждалих потерпілих пошкоджень разрушений разрушениях повреждениях жертвах раненые раненых "
        "руйнувань травмованих"
    ).split()
)
# Negations that stand before such a noun.
NEGATION_BEFORE = frozenset(("neither no nor zero without без нема немає нет ни ні").split())
# Negations that stand behind it.
NEGATION_AFTER = frozenset(("нема немає нет отсутствует отсутствуют").split())
# Prepositions that make a building a location and not what was damaged.
WHERE_WORDS = frozenset(("at from in near of on біля в во возле з из на о по поблизу при у із").split())
# Prepositions of where flights were sent.
TO_WORDS = frozenset(("at in into to toward towards в во до к на у").split())
# Words that end the noun phrase of a number.
PHRASE_BREAKS = frozenset(
    (
        "after amid and are at because by due during following for from in is near on over to was were when while with а "
        "або в вследствие во від внаслідок вночі для до з за и из й к которые который на над ночью но от по под после при с "
        "со та у унаслідок через час що які із під після"
    ).split()
)
# First words of "including" phrases: these look forward, not back.
SUBSET_LEADS = frozenset(("among including в включая зокрема серед среди у").split())
# Conjunctions at which a sentence is cut into chunks.
CLAUSE_CONJUNCTIONS = frozenset(("also and but whereas while with а але и й но плюс та і").split())
# Words after which a full stop ends no sentence.
ABBREVIATIONS = frozenset(
    (
        "a approx aug col dec dr e feb gen gov i jan lt mr mrs ms no nov oct p sept st vs вул г гг гор грн д дер им кв м "
        "млн млрд мск н напр обл ор пгт пос просп р руб рф с св смт ст стр т тыс ул чел"
    ).split()
)
# Words before a ministry that make it the means and not the speaker.
AGENT_BEFORE = frozenset(("at by forces of units засобами подразделениями силами силы средства средствами").split())
# Prepositions that take a place out of what is said.
EXCEPT_WORDS = frozenset(("окрім", "крім", "кроме", "except", "excluding", "besides"))
# Prepositions between a strike and what it struck.
AIM_WORDS = frozenset("по на on at against в у in into near під под біля возле".split())
# Nouns that announce the name of a settlement.
SETTLEMENT_HEADS = frozenset(
    (
        "г город города городе городу м місто міста місті смт пгт с село села селе селі п пос поселок поселка поселке "
        "селище селища селищі деревня деревне деревни хутор хуторе станица станице станицы town village city settlement"
    ).split()
)
# Words before the name of a village, and of no larger town.
VILLAGE_HEADS = frozenset(
    (
        "село села селе селі деревня деревне деревни хутор хуторе станица станице станицы поселок поселке селище "
        "селищі "
        "поселку посёлке посёлок посёлка селу селища хутора хутору деревню станицу станицы village villages"
    ).split()
)
# Capitalised words before "region", "district", "area" that name no place.
NO_PLACE_ADJECTIVES = frozenset(
    (
        "autonomous border central coastal east eastern every federal free frontline military north northern polish residential russian ukrainian "
        "south southern the that this west western военного российская российских российской російських російської українських української украинских украинской военного военному военный военном восточного восточном западного "
        "западном наша нашей нашего нашему нашем приграничной приграничном приволжском северного северном сибирском "
        "уральском федеральном федерального центрального центральном южного южном військового західного нашій нашої "
        "нашому прикордонного прикордонній південного північного східного центрального"
    ).split()
)
# Behind a comma they tell that a name is a namesake's: "Moscow, Idaho", "Odessa, Texas".
ELSEWHERE = frozenset(
    (
        "alabama alaska arizona arkansas california colorado connecticut delaware florida idaho illinois indiana iowa "
        "kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana "
        "nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming "
        "ontario manitoba saskatchewan alberta"
    ).split()
)

# Stems of ordinals: "the third attack this month", "пятая атака с начала года".
_ORDINALS = (
    *("втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "очередн", "повторн"),
    *("друг", "четверт", "п'ят", "шост", "сьом", "восьм", "дев'ят", "десят", "чергов"),
)
_ORDINAL_ENDS = ("ый", "ой", "ий", "ая", "ья", "ое", "ье", "ую", "ью", "а", "я", "у", "ю", "ого", "его", "ої", "ьої")
_ORDINALS_EN = frozenset("second third fourth fifth sixth seventh eighth ninth tenth another latest".split())


def is_ordinal(word: str) -> bool:
    """Tell whether a word says which of a row something is: "third", "пятый", "третя"."""
    return word in _ORDINALS_EN or (word.startswith(_ORDINALS) and word.endswith(_ORDINAL_ENDS) and len(word) > 4)


# Numbers before these count events and no things: "отбит ещё один налёт", "three attacks".
EVENTS = ("налет", "атаки", "атак", "наліт", "нальот", "попытк", "спроб", "волн", "хвил", "wave", "raid", "attacks")
# English verbs before a passive.
BE_OR_GET = frozenset("was were been being be is are get gets got".split())
# What stands between a part and its whole.
OF_WORDS = frozenset(("of", "из", "з", "із", "від", "от"))
NOT_WORDS = frozenset("не not never".split())
# Words that say a figure is of now, and not one told before.
NOW_WORDS = frozenset("зараз тепер наразі вже уже нині сейчас теперь ныне now currently".split())
_ALL_OF = frozenset("all все всех всем всеми всі усі всіх усіх всім усім".split())


def says_not_all(words: Sequence[str]) -> bool:
    """Tell whether "not all" stands among words: of how many it is said nobody knows then."""
    return any(one in ("not", "не") and other in _ALL_OF for one, other in pairwise(words))


# Ukrainian verbs by which what flies gets to something, as stems: behind a number they are no noun of it.
GETS_TO = (
    *("дійшл", "дійшов", "долеті", "дотягну", "дотягл", "протисну", "прорвав", "прорвал", "пробил", "прослизну"),
    *("просочи", "добрал", "добрав", "доповз", "доскака", "дістал", "дістав", "завіта", "допха", "долізл"),
)
GETS_AT = ("сягну", "сягл", "досяг", "дістал", "дістав")
GETS_INTO = (
    *("зайшов", "зайшл", "залеті", "влеті", "вскочи", "увійшов", "увійшл", "ввійшов", "ввійшл", "прийшл", "прийшов"),
    *("заїха", "приземлив", "приземлил", "прилеті", "гепну", "шубовсн", "вперс", "сів", "сіл"),
)
# Before a figure that comes on top of another one and takes the place of none.
MORE = frozenset("еще ещё ще more another further плюс plus".split())
