"""What is missing or stands still, told by its noun and what befell it: "воды на левом берегу нет", "trams do not run".

Set phrases are in the packs. Here the noun of a supply, a school or a tram and a word of absence or stopping stand in
one clause, in any order, whatever is between; and what is listed behind "without" lacks as well ("без света и воды").
"""

import re
from dataclasses import dataclass

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Sentence


@dataclass(frozen=True, slots=True)
class Lack:
    """A noun that may be missing or stand still.

    Attributes:
        value: The trigger's value.
        words: Forms of the noun that would be stems of other words.
        stems: Stems of the noun.
        befallen: Stems of what befell it, beside it in its clause.
    """

    value: str
    words: frozenset[str]
    stems: tuple[str, ...]
    befallen: tuple[str, ...]

    def names(self, word: str) -> bool:
        """Tell whether a word is the noun."""
        return word in self.words or word.startswith(self.stems)


def _lack(value: str, words: str, stems: str, befallen: tuple[str, ...]) -> Lack:
    return Lack(value, frozenset(words.split()), tuple(stems.split()), befallen)


_GONE = tuple(
    "нет нету немає нема зник пропал исчез отсутств відсутн погас згас вырубил отрубил вимкну відімкну отключ "
    "відключ".split()
)
_STOPPED = tuple(
    "встал стали стоят стоять останов зупин спин приостан призупин прекрат припин stopped stop halted suspended "
    "standstill".split()
)
_SHUT = tuple(
    "закрыт закрыл закрит закрил зачин замк замком shut closed дистанц дистант удален віддален "
    "онлайн online remote".split()
)
_HELD = tuple(
    "отмен скасов відмін cancel дистанц дистант удален віддален онлайн online remote прекращ прекрат прерва "
    "сорва свернут свернул припин перерва зірва прекрат abandoned suspended".split()
)
_LATE = (*_STOPPED, *"задерж опазд опозд затрим запізн delay late cancel отмен скасов".split())
_RUNS = (*_STOPPED, *"интервал інтервал reduced сокращ скороч отмен скасов cancel ground".split())
_HEARD = tuple(
    "зафиксир насчита слыша услыша зафіксув нарахув чули чутн чути почул heard recorded counted registered "
    "logged".split()
)
_SUPPLIES = (
    _lack(
        "outage",
        "свет света світло світла струм струму power light electricity current voltage",
        "электричеств электроэнерг электроснабж энергоснабж електроенерг електропостач електрик напруг",
        _GONE,
    ),
    _lack("water", "вода воды воду води water", "водоснабж водопостач", _GONE),
    _lack("heating", "тепло тепла heat heating", "теплоснабж отоплен опаленн теплопостач", _GONE),
    _lack("gas", "газ газа газу gas", "газоснабж газопостач", _GONE),
)
_LACKS = (
    *_SUPPLIES,
    _lack("heating", "", "котельн котелень boiler", _STOPPED),
    _lack("trains", "tram trams метро metro subway bus buses", "трамва тролл тролейб trolley автобус маршрутк", _RUNS),
    _lack("trains", "поезд поезда поездов train trains rail", "электрич електрич поїзд потяг", _LATE),
    _lack(
        "schools",
        "лицей лицея лицее лицеи лицеев лицеях сада садов сады садах садки садків садках",
        "школ детсад садик садочк ліцеї ліцею гимнази гімназі school kindergarten nurser",
        _SHUT,
    ),
    _lack(
        "explosions", "бахов бахи бумов разрывов разрывы", "взрыв вибух хлопк explosion detonation blast bang", _HEARD
    ),
    _lack("schools", "уроки урок уроків уроков", "занят заняття lesson", _HELD),
)
_WITHOUT = frozenset("без without no neither nor lacking".split())
_AND = frozenset("и та й і and or nor ни ні а".split())
_NOT_DONE = tuple(
    "идут идет пошл пошел пришел пришл "
    "вернул вернет повернул дали подали появил запуст ходя ходит курсу run running cross відбул состоял вышл выход "
    "вийшл виход їзд езд".split()
)
# Behind "not": who had no light, water or heat; a school that has no shelter is not shut.
_HAD = frozenset("мали мав мала мало мають має маємо мала имели имел имела имеют имеет имеем".split())
_TO_COME = ("тимуть", "тиме")  # "will not run"
_BACK = tuple("восстанов віднов вернули вернулся повернули появил дали restor back again return".split())
_STOOD = frozenset("стало стала став".split())
_PLACES_OF = frozenset("stop stops station stations depot depots shelter shelters terminal lane driver drivers".split())
_REACH = 5
# Verbs that take a supply from somebody: "robbed 14 villages of electricity", "позбавив світла п'ять сіл".
_DEPRIVED = tuple(
    "robb robs rob stripp strips depriv starv bereft shorn drained divest relieved лиши лишен позбав обездол "
    "втратил втратив утратил утратив потерял".split()
)
_DEPRIVED_REACH = 9
_OWN = frozenset("their its electric electrical mains running tap drinking central".split())
_GROUPED = re.compile(r"(?:^|(?<=\d))[.,](?=\d)")  # the comma of "41,700" parts no clauses
_FLAG = frozenset(("lack",))
_LISTED = frozenset(("lack", "listed"))
_NO_CLOSING = tuple("окн вікн фанер пленк плівк window plywood".split())  # "windows of the school were closed up"
# Pieces of a text one of which is in it when a noun is.
_PIECES = tuple(
    "вод свет світл тепл опален отоплен газ gas water heat power light electric електр электр струм напруг "
    "энергосн трам тролл "
    "тролей tram trolley метро metro subway bus автобус маршрутк поезд поїзд потяг train rail трич "
    "школ сад лице ліце гимназ гімназ school kindergarten nurser занят урок lesson котел "
    "boiler".split()
)


_MISSED = word_class(pieces=_PIECES)
_NOUNS = word_class((w for lack in _LACKS for w in lack.words), (s for lack in _LACKS for s in lack.stems))
_LISTING = word_class(_WITHOUT)
NAMED = _NOUNS | _LISTING


def may_lack(reading: Reading) -> bool:
    """Tell cheaply whether a text names what may be missing."""
    return reading.mask & _MISSED != 0


def find_lacks(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return what is missing in a sentence, as mentions like those of the packs, without what those tell already."""
    reading = scene.reading
    if not reading.says(sentence, NAMED):
        return []
    told = {(t.value, n) for t in known for n in range(t.start - 1, t.stop + 1)}
    found: list[Mention] = []
    for n in reading.of_class(_NOUNS, sentence.start, sentence.stop):
        for lack in _LACKS:
            if not lack.names(reading.tokens.words[n]) or (lack.value, n) in told or _is_where(reading, n):
                continue
            at = _befallen(reading, sentence, n, lack)
            if at is None and lack in _SUPPLIES:
                at = _deprived(reading, sentence, n)
            if at is not None:
                found.append(made_trigger(reading.tokens.words, lack.value, min(n, at), max(n, at) + 1, _FLAG))
                break
    return found + _listed(reading, sentence, told)


def _is_where(reading: Reading, n: int) -> bool:
    """Tell whether a noun only names a place on the ground: "at the bus stop", "near the tram depot"."""
    return n + 1 < len(reading.tokens.words) and reading.tokens.words[n + 1] in _PLACES_OF


def _befallen(reading: Reading, sentence: Sentence, n: int, lack: Lack) -> int | None:
    """Return the word that says a noun is missing or still, or None where something says it is back."""
    words = reading.tokens.words
    near: list[int] = [
        *range(n + 1, min(sentence.stop, n + _REACH + 1)),
        *range(n - 1, max(sentence.start, n - 3) - 1, -1),
    ]
    for at in near:
        if _breaks(reading, min(n, at), max(n, at)):
            continue
        if words[at].startswith(_BACK) and not (at and words[at - 1] in NOT_WORDS):
            return None
        if words[at].startswith(lack.befallen) and not (at and words[at - 1] in NOT_WORDS):
            return at if not _is_other(reading, sentence, lack, n, at) else None
        if lack.befallen is _RUNS and words[at] in _STOOD and (at + 1 >= sentence.stop or _breaks(reading, at, at + 1)):
            return at  # "метро стало"
        if not at or words[at - 1] not in NOT_WORDS:
            continue
        if words[at].startswith(_NOT_DONE) and not words[at].endswith(_TO_COME):
            return at
        if words[at] in _HAD and lack in _SUPPLIES:
            return at
    return None


def _deprived(reading: Reading, sentence: Sentence, n: int) -> int | None:
    """Return the verb that takes a supply away, before "of" and the supply, or beside its genitive."""
    words = reading.tokens.words
    english = words[n].isascii()
    if english and words[n - 1] != "of" and not (words[n - 2] == "of" and words[n - 1] in _OWN):
        return None
    before = range(n - 1, max(sentence.start, n - _DEPRIVED_REACH) - 1, -1)
    behind = range(n + 1, n + 1 if english else min(sentence.stop, n + 3))  # "отопления лишились 60 домов"
    near: list[int] = [*before, *behind]
    for at in near:
        if _breaks(reading, min(at, n), max(at, n)):
            return None
        if words[at].startswith(_DEPRIVED) and not (at and words[at - 1] in NOT_WORDS):
            return at
    return None


_STANDSTILL = ("остановк", "зупинк", "зупинц")
_STANDSTILL_REACH = 2  # words from a standstill to what stands: "остановка движения трамваев"


def _is_other(reading: Reading, sentence: Sentence, lack: Lack, n: int, at: int) -> bool:
    """Tell whether a word of stopping says something else: "стали ходить реже", "окна школы закрыли фанерой"."""
    words = reading.tokens.words
    if words[at].startswith(_STANDSTILL) and not 0 < n - at <= _STANDSTILL_REACH:
        return True  # "на автобусной остановке", "сгорели автобус и остановка"
    if words[at] in ("стали", "стал") and at + 1 < sentence.stop and words[at + 1].endswith(("ть", "ти")):
        return True
    return lack.befallen is _SHUT and any(w.startswith(_NO_CLOSING) for w in words[sentence.start : sentence.stop])


def _listed(reading: Reading, sentence: Sentence, told: set[tuple[str, int]]) -> list[Mention]:
    """Return the supplies listed behind "without": "без света и воды", "neither power nor water"."""
    words = reading.tokens.words
    found: list[Mention] = []
    for n in reading.of_class(_LISTING, sentence.start, sentence.stop - 1):
        if words[n] not in _WITHOUT:
            continue
        at = n + 1
        while at < sentence.stop:
            value = _supplied(words[at])
            if value is None or (at > n + 1 and _is_there(words, at + 1, sentence.stop)):
                break
            if (value, at) not in told:
                found.append(made_trigger(words, value, at, at + 1, _LISTED))
            at += 1
            if at < sentence.stop and words[at] in _AND:
                at += 1
    return found


_RUNS_ON = ("подают", "подає", "подаю", "працю", "работа", "дают", "дають", "есть", "supplied", "runs", "works")


def _is_there(words: list[str], at: int, stop: int) -> bool:
    """Tell whether a verb of its own says that a supply runs: "без світла, опалення подають за схемою"."""
    return at < stop and (words[at] == "є" or words[at].startswith(_RUNS_ON))


def _supplied(word: str) -> str | None:
    return next((lack.value for lack in _SUPPLIES if lack.names(word)), None)


def _breaks(reading: Reading, left: int, right: int) -> bool:
    return bool(set(",;:—–.").intersection(_GROUPED.sub("", reading.gap(left, right))))
