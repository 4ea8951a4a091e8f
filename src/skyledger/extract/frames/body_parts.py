"""People hurt, told in Ukrainian by what befell a part of the body: "вивихнув руку", "спина посічена".

A part of the body and a verb of breaking, burning or cutting stand side by side; splinters "у плечі" need no verb.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Sentence

_PARTS = frozenset(
    (
        "руку руки рук руці руках ногу ноги ніг нозі ногах ступню ступні стопу стопи кисть кисті палець пальці пальця "
        "ключицю ключиці плече плечі ребро ребра ребер ребрах стегно стегні стегна гомілку гомілки гомілці коліно "
        "коліна коліні литку литки спину спини спині спина живіт животі живота груди грудях грудну голову обличчя "
        "обличчям щоку щоки щоці скроню скроні чоло лоб брову ніс вухо вуха вусі вухом око очі очей шию шиї поперек "
        "таз тазу хребет хребта хребті кінцівку кінцівки лікоть лікті зап'ястя передпліччя долоню долоні долонях "
        "щелепу щелепи потилицю потилиці сідницю литці п'яту сухожилля нога рука ключиця кисті ступня голова стегнову"
    ).split()
)
_BROKE = (
    *("злама", "полама", "вивихн", "обпік", "обпекл", "обпал", "опекл", "порізав", "порізал", "розсік", "розсікл"),
    *("травмува", "забив", "забил", "відірва", "придави", "прищемил", "роздроби", "розтрощил", "посік", "посікл"),
    *("пробил", "прошил", "зачепи", "ампут", "перебил", "поранил", "ушкоди", "розпорол", "продірявил", "обсмали"),
    *("звихн", "розбив", "розбил", "вибил", "подряп", "обшпари", "ошпар", "обварил", "попік", "попекл"),
)
_STATES = (
    *("посічен", "зламан", "поламан", "відірван", "обпечен", "перебит", "обгоріл", "розсічен", "роздроблен", "порван"),
    *("обсмален", "порізан", "вивихнут", "пробит", "прострелен", "перев'язан", "забинтован"),
)
_PIECES = frozenset("осколок осколком осколки осколками уламок уламком уламки уламками скалка скалку скло".split())
_FIGURES = frozenset("голова голову".split())  # "голова громади" heads people
_HEADS = ("громад", "ова", "рва", "мва", "област", "рад", "адміністр", "потяг", "колон", "правлін", "району", "міст")
_OF_THINGS = ("вікн", "шиб", "двер", "буд", "маш", "авто", "стін", "кран", "стріл", "насос")
_WAY = 3  # words between a verb and its part
_CUT = ",;:.!?()—–\n"
NAMED = word_class((*_PARTS, *_PIECES))
_VERB = frozenset(("verb",))


def hurt_parts(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the words that say what befell a part of somebody's body, where no word of harm is beside it."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, NAMED):
        return []
    taken = {n for t in known for n in range(t.start, t.stop)}
    found: list[Mention] = []
    for n in reading.of_class(NAMED, sentence.start, sentence.stop):
        if words[n] not in _PARTS or _is_head(words, n):
            continue
        stretch = _befallen(scene, sentence, n)
        if stretch is None or not taken.isdisjoint(range(stretch[0] - 1, stretch[1] + 1)):
            continue
        taken.update(range(*stretch))
        found.append(made_trigger(words, "injured", *stretch, _flags(words[stretch[0]])))
    return found


def _flags(verb: str) -> frozenset[str]:
    """Return the flags of a verb in the past: of one, where it says so."""
    return _VERB | {"sing"} if verb.endswith(("в", "ік", "вся", "ла", "лася", "лась")) else _VERB


def _is_head(words: list[str], n: int) -> bool:
    behind = words[n + 1] if n + 1 < len(words) else ""
    return words[n] in _FIGURES and behind.startswith(_HEADS)


def _befallen(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return the verb, state or splinter that stands with a part of the body, up to the part."""
    reading, words = scene.reading, scene.reading.tokens.words
    if n + 1 < sentence.stop and words[n + 1].startswith(_STATES) and not reading.parted(n, n + 1, _CUT):
        return n, n + 2
    for at in range(n - 1, max(sentence.start, n - 1 - _WAY) - 1, -1):
        if reading.parted(at, at + 1, _CUT):
            return None
        if words[at].startswith(_BROKE) or words[at] in _PIECES:
            piece = words[at] in _PIECES
            if at > sentence.start and words[at - 1] in NOT_WORDS:
                return None
            if piece and words[n - 1] not in ("у", "в"):
                continue
            return None if any(w.startswith(_OF_THINGS) for w in words[at + 1 : n]) else (at, n + 1)
    for at in range(n + 1, min(sentence.stop, n + 1 + _WAY)):
        if reading.parted(at - 1, at, _CUT):
            return None
        if words[at].startswith(_BROKE):
            return None if words[at - 1] in NOT_WORDS else (n, at + 1)
    return None
