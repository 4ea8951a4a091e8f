"""What kind of text this is: news of these days, or one that looks back, tells a story, sells, teaches or plays.

A text of another kind is silenced as a whole. One that opens as such may still tell news further down; a sentence that
names these days, a weapon, what it did and where speaks for itself, and what follows it too.
"""

import re

from skyledger.extract.context import is_past
from skyledger.extract.old_years import old_year
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.traps import is_setting, is_strike, names_score, opens_with_a_state, tells_strike
from skyledger.model.frame import Frame, Mention, Sentence, TimePhrase
from skyledger.model.kinds import ClaimStatus

_KINDS_OF_TEXT = frozenset(("drill", "other", "anniversary"))
_HINT = "genre"
_LONG_AGO = frozenset(("past", "week", "month"))
# Times that say by themselves that something has just happened; a weekday or an hour may be a programme's.
_JUST_NOW = frozenset(("night", "part", "past_day", "since_midnight", "night_since", "hours"))
_THESE_DAYS = frozenset("сегодня вчера сьогодні вчора today yesterday".split())
# A drill that did not take place, or real weapons beside it.
_NO_DRILL = (
    *("cancel", "called off", "interrupt", "cut short", "a real ", "for real", "the real ", "not a drill"),
    *("прерва", "отмен", "сорва", "настоящ", "реальн", "всерьез", "не учебн"),
    *("перерва", "скасу", "зірва", "справжн", "насправді", "не навчальн"),
)


class Genre:
    """The kind of one text, and what of it is news for all that."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.trap = _whole_trap(scene)
        self._kept: str | None = None if self.trap is not None else _is_of_no_day(scene)
        self._told = False  # has a sentence told its own news?
        self._recalls = bool(scene.reading.sentences) and _opens_with_the_past(scene)

    def silences(self, sentence: Sentence) -> str | None:
        """Return why a sentence makes no claim, or None; sentences are asked for in their order."""
        reading = self.scene.reading
        if _is_question(reading, sentence):
            return "asked, not told"
        if self.trap is None:
            return self._kept
        if not self._told and not self._is_closed() and _is_own_news(self.scene, sentence):
            self._told = True
        if self._told and not _strong(reading, sentence):
            return None
        return f"{self.trap.value}: {reading.words(self.trap.start, self.trap.stop)}"

    def tells_news(self) -> bool:
        """Tell whether some sentence tells a strike of these days, whatever the text around it is."""
        return any(_is_own_news(self.scene, sentence) for sentence in self.scene.reading.sentences)

    def recall(self, sentence: Sentence, frames: list[Frame]) -> None:
        """Put into the background what goes on after an opening in the past, until these days are named."""
        if sentence.index == 0 and frames and all(f.status is ClaimStatus.BACKGROUND for f in frames):
            self._recalls = not _near(self.scene.times_in(sentence))
        if not self._recalls:
            return
        if sentence.index > 0 and _near(self.scene.times_in(sentence)):
            self._recalls = False
            return
        for frame in frames:
            frame.status = ClaimStatus.BACKGROUND

    def _is_closed(self) -> bool:
        """Tell whether nothing in the text can be news: a drill that nobody called off."""
        if self.trap is None or self.trap.value != "drill":
            return False
        folded = self.scene.reading.tokens.folded
        return not any(stem in folded for stem in _NO_DRILL)


def _whole_trap(scene: Scene) -> Mention | None:
    """Return the word that says that a whole text is fiction, sport, a fund-raiser or the like, or None.

    Such texts say what they are in the title or the first two sentences. Elsewhere the word counts where the text
    names no hour, night or day near to it, and two lighter words (``genre``, ``weak``) where it tells no strike; three
    where it names such an hour.
    """
    reading = scene.reading
    traps = [t for t in reading.by_category.get("trap", ()) if t.value in _KINDS_OF_TEXT or t.value == _HINT]
    if not traps:
        return None
    opening, dated = reading.sentences[:2][-1].stop, bool(_near(scene.times))
    plain = [t for t in traps if t.value != _HINT and (t.stop <= opening or not (dated or "weak" in t.flags))]
    for trap in plain:
        if not is_setting(reading, trap):
            return trap
    if any(_is_of_the_front(t) for t in traps) and _counts_downed(reading):
        traps = [t for t in traps if not _is_of_the_front(t)]  # a summary of the front that ends with the air
    if not traps or not _says_enough(reading, traps, 3 if dated else 2):
        return None
    return None if tells_strike(reading) or opens_with_a_state(reading) else traps[0]


def _is_of_the_front(trap: Mention) -> bool:
    """Tell whether a word is of fighting on the ground: lighter still, as it stands beside news of the air."""
    return trap.value == _HINT and "weak" in trap.flags


def _counts_downed(reading: Reading) -> bool:
    """Tell whether a text tells that something that flies was shot down."""
    downed = [t for t in reading.by_category.get("trigger", ()) if t.value in ("downed", "suppressed", "launched")]
    around = (reading.sentence_of(t.start) for t in downed)
    return any(reading.in_range("object", s.start, s.stop) for s in around)


def _says_enough(reading: Reading, traps: list[Mention], asked: int) -> bool:
    """Tell whether as many different light words as are asked for say what a text is."""
    return len({reading.words(t.start, t.stop).lower()[:5] for t in traps}) >= asked


_OF_NEWSROOMS = frozenset(("news", "ngo", "rewrite"))
_NAMES = ("place", "place_adj", "role", "speaker", "body")
_GENERIC = re.compile(
    r"[«\"“](?:ракет\w|беспилотник\w*|безпілотник\w*|дрон\w*|ранен\w+|поранен\w+|пострадавш\w+|постраждал\w+|пожар\w?|"
    r"пожеж\w|убит\w+|загибл\w+|завал\w*|террорист\w*|missiles?|drones?|fires?|wounded|casualt\w+|victims?|rubble|"
    r"collapsed wall|explosions?|blast|enemy)[»\"”]"
)


_DIALOGUE = re.compile(
    r"^\s*[—–-] [^\n]{1,80}, [—–-] (?:сказа|спрос|спыт|спита|прошепт|крикн|закрич|ответи|відпові|промов|вздохн|зітхн|"
    r"засмея|засмія|буркн|кивн|подума)"
)


def _is_of_no_day(scene: Scene) -> str | None:
    """Return why a text tells nothing that happened: in a newspaper, without a place, a day or an office; or in quotes.

    What a drill plays stands in quotes by its plain name: «ракета», «раненых»; real weapons stand so by their make.
    """
    reading = scene.reading
    if _near(scene.times):
        return None
    if any(mark in reading.text for mark in '«"“') and _GENERIC.search(reading.tokens.folded):
        return "played, not told"
    if _DIALOGUE.match(reading.tokens.folded):
        return "a story"
    if names_score(reading):
        return "the score of a game"
    if tells_strike(reading):
        return None
    if reading.document.outlet.type not in _OF_NEWSROOMS or any(reading.by_category.get(c) for c in _NAMES):
        return None
    return "no place, no day and nobody who says it"


def _is_question(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence only asks: "Погас свет?"; doubled marks and marks of alarm are those of chats."""
    said = reading.text[sentence.first : sentence.last].rstrip(' \n»"”')
    return said.endswith("?") and said[-2:-1] not in ("?", "!")


def _near(times: list[TimePhrase]) -> list[TimePhrase]:
    return [t for t in times if t.kind not in _LONG_AGO]


def _opens_with_the_past(scene: Scene) -> bool:
    """Tell whether a text opens with what is long past and names nothing of these days beside it."""
    first = scene.reading.sentences[0]
    times = scene.times_in(first)
    if is_past(scene.reading, first, times) is None:
        return False
    return not _near(times) or old_year(scene.reading, first) is not None


def _is_own_news(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence tells a strike of these days whatever the text around it is."""
    reading, times = scene.reading, scene.times_in(sentence)
    if not times or not any(t.kind in _JUST_NOW or (t.kind == "day" and t.value in _THESE_DAYS) for t in times):
        return False
    if any(t.kind in _LONG_AGO for t in times):
        return False
    return is_strike(reading, sentence) or _tells_harm_of_attack(reading, sentence)


def _tells_harm_of_attack(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence tells whom or what an attack at a place harmed, of which it names no weapon."""
    if _strong(reading, sentence) or not reading.in_range("place", sentence.start, sentence.stop):
        return False
    told = {t.value for t in reading.in_range("trigger", sentence.start, sentence.stop)}
    return bool(told & {"attacked", "hit"}) and bool(told & {"damage", "fire", "killed", "injured", "outage"})


def _strong(reading: Reading, sentence: Sentence) -> list[Mention]:
    here = reading.in_range("trap", sentence.start, sentence.stop)
    return [t for t in here if t.value in _KINDS_OF_TEXT and "weak" not in t.flags]
