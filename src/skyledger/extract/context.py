"""What surrounds a frame: hedges, denials, negation, traps. Order of modality: denied > unconfirmed > preliminary."""

from bisect import bisect_left
from datetime import datetime

from skyledger.extract.comparisons import dates_comparison, is_compared_with
from skyledger.extract.looking_back import gives_way, looks_back
from skyledger.extract.old_years import old_year
from skyledger.extract.reading import Reading
from skyledger.extract.traps import is_setting
from skyledger.extract.words import is_ordinal
from skyledger.model.frame import Mention, Sentence, TimePhrase
from skyledger.model.kinds import Modality
from skyledger.model.text import Span

_ORDER = (Modality.DENIED, Modality.UNCONFIRMED, Modality.PRELIMINARY)


def modality_at(reading: Reading, sentence: Sentence, start: int, stop: int) -> tuple[Modality, Span | None]:
    """Return the modality of a stretch of a sentence and the words that set it.

    A denial or doubt must stand in the same sentence; a preliminary hedge too, or at the end of the sentence before
    when it introduces this one with a colon.
    """
    best: tuple[Modality, Span | None] = (Modality.ASSERTED, None)
    for hedge in reading.in_range("hedge", sentence.start, sentence.stop):
        if "weak" in hedge.flags:
            continue
        modality = Modality(hedge.value)
        if modality is Modality.UNCONFIRMED and not _near(reading, hedge, start, stop):
            continue
        if modality is Modality.DENIED and _quoted_behind(reading, hedge, start):
            continue
        if best[1] is None or _ORDER.index(modality) < _ORDER.index(best[0]):
            best = (modality, reading.span(hedge.start, hedge.stop))
    return best


def _quoted_behind(reading: Reading, hedge: Mention, start: int) -> bool:
    """Tell whether a stretch is what the one who denies says himself: "опроверг слухи о прилёте: «Все целы»"."""
    verb = reading.tokens.words[hedge.start].startswith(("опров", "отверг", "отриц", "спрост", "запереч", "den"))
    return verb and hedge.stop < start and ":" in reading.gap(hedge.stop, start)


def _near(reading: Reading, hedge: Mention, start: int, stop: int) -> bool:
    """Tell whether a doubt word is in the same half of the sentence as the stretch it should apply to."""
    left, right = min(hedge.stop, stop), max(hedge.start, start)
    if left >= right:
        return True
    between = reading.gap(left - 1, right) if left > 0 else ""
    return ";" not in between and right - left < 14


_AFTER = frozenset("после через внаслідок унаслідок після after since because following".split())


def is_negated(reading: Reading, start: int, stop: int, reach: int = 2) -> bool:
    """Tell whether "not" stands right before a stretch."""
    if "negation" not in reading.starts:
        return False
    words = reading.tokens.words
    return any(
        0 <= start - m.stop < reach
        and not set(",;:.—–\n").intersection(reading.gap(m.stop - 1, start))
        and _AFTER.isdisjoint(words[m.stop : start])  # "света нет после атаки"
        for m in reading.ending("negation", start - reach, start)
    )


NOT_THERE = frozenset(("немає", "нема", "нет", "отсутствуют", "відсутні"))
_NOT_MADE = ("зафикс", "зафікс", "отмеч", "допущ", "допуст", "было", "було", "подтвер", "підтвер", "наблюда")


def is_denied_behind(reading: Reading, sentence: Sentence, start: Mention) -> bool:
    """Tell whether a noun is said not to be there: "влучань у будинки немає", "прилётов по городу не было"."""
    if start.lang == "en" or start.flags & {"verb", "neut", "inf"}:
        return False
    words, stop = reading.tokens.words, min(sentence.stop, start.stop + 8)
    for token in range(start.stop, stop):
        if set(",;:.()").intersection(reading.gap(token - 1, token)):
            return False
        if words[token] in NOT_THERE:
            return True
        if words[token] == "не" and token + 1 < sentence.stop and words[token + 1].startswith(_NOT_MADE):
            return True
    return False


def has_negation(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a negation stands inside a stretch."""
    return bool(reading.in_range("negation", start, stop))


_THREATS = ("угроз", "опасност", "риск", "загроз", "небезпек", "ризик", "threat", "risk", "danger", "fear", "prospect")
_AIMED = frozenset(("attacked", "hit", "launched"))


def is_threat(reading: Reading, trigger: Mention) -> bool:
    """Tell whether an attack is only feared: "из-за угрозы атаки БПЛА", "the threat of a drone attack remains"."""
    if trigger.value not in _AIMED:
        return False
    before = reading.tokens.words[max(0, trigger.start - 3) : trigger.start]
    stop = max((n for n, w in enumerate(before) if w.startswith(_THREATS)), default=None)
    if stop is None:
        return False
    return not set(",;:()").intersection(reading.gap(trigger.start - len(before) + stop, trigger.start))


def trap_at(reading: Reading, sentence: Sentence, start: int, stop: int) -> Mention | None:
    """Return the trap word that governs a stretch, or None.

    Forecast words govern their own chunk; drills, sports and the like the whole sentence.
    """
    for trap in reading.in_range("trap", sentence.start, sentence.stop):
        if trap.value == "forecast":
            if _is_month(reading, trap) or start <= trap.start < stop - 1:
                continue  # "не можуть знайти" is a word of its own
            if start - 6 <= trap.start <= stop + 1 and not _cut_between(reading, trap, start, stop):
                return trap
        elif trap.value in ("drill", "other") and not is_setting(reading, trap):
            return trap
    return None


_IN_DATES = frozenset("in of on since until by early late mid last from".split())


def _is_month(reading: Reading, trap: Mention) -> bool:
    """Tell whether "May" is the month: with a capital, beside a number or behind "in"."""
    words = reading.tokens.words
    if words[trap.start : trap.stop] != ["may"] or not reading.is_capitalised(trap.start) or not trap.start:
        return False
    behind = words[trap.stop : trap.stop + 1]
    return words[trap.start - 1].isdigit() or words[trap.start - 1] in _IN_DATES or bool(behind and behind[0].isdigit())


def _cut_between(reading: Reading, trap: Mention, start: int, stop: int) -> bool:
    if trap.start >= stop:
        return any(c in reading.gap(stop - 1, trap.start) for c in ",;")
    if trap.stop <= start:
        return any(c in reading.gap(trap.stop - 1, start) for c in ",;")
    return False


def _is_this_month(published: datetime, value: str) -> bool:
    """Tell whether a month (``"7"`` or ``"7/2022"``) is the one of publication."""
    if value == "last":
        return False
    month, _, year = value.partition("/")
    if year and published.year == int(year):
        return True  # a month or year that is not over yet is told as news
    return not year and published.month == int(month)


# Stems of "largest", "record", "for the first time": what a span of time is named for beside the news itself.
_RANKS = (
    *("largest", "biggest", "deadliest", "heaviest", "worst", "longest", "first", "record", "unprecedented", "massive"),
    *("крупнейш", "самый", "самая", "самой", "самую", "самое", "рекорд", "впервые", "первый", "первая", "массиров"),
    *("найбільш", "наймасов", "рекорд", "вперше", "уперше", "перший", "перша", "наймасш", "масован"),
)
_SPANS = ("с", "з", "від", "за", "since", "in", "this", "over", "цього", "цієї", "в", "у", "этой", "этим")
_RANK_REACH = 8


def _is_measure(reading: Reading, sentence: Sentence, trap: Mention) -> bool:
    """Tell whether a span only measures today's news: "the largest attack since the start of the war"."""
    words = reading.tokens.words
    if words[trap.start] not in _SPANS:
        return False
    before = words[max(sentence.start, trap.start - _RANK_REACH) : trap.start]
    return any(w.startswith(_RANKS) or is_ordinal(w) for w in before)


# "Вдруге за тиждень", "the third time this month": how often it came to this, and no time of it.
_NTH = frozenset(
    (
        *("time", "second", "third", "fourth", "fifth", "sixth", "раз", "раза", "разів", "вдруге", "втретє", "уперше"),
        *("вперше", "вчетверте", "вп'яте", "вшосте", "восьме", "впервые", "дважды", "трижды", "двічі", "тричі"),
    )
)


_NTH_TIME = ("дцяте", "дев'яте", "десяте", "п'яте", "шосте", "сьоме", "восьме", "надцяте")  # "увдванадцяте"


def says_how_often(reading: Reading, token: int) -> bool:
    """Tell whether words of a week or month stand behind "for the second time"."""
    word = reading.tokens.words[token - 1] if token > 0 else ""
    return word in _NTH or (word.startswith(("у", "в")) and word.endswith(_NTH_TIME))


def is_past(reading: Reading, sentence: Sentence, times: list[TimePhrase]) -> Mention | TimePhrase | None:
    """Return what puts a sentence into the past (a trap word or a time phrase of last month), or None.

    Args:
        reading: The document.
        sentence: Which sentence; asked for with each of its frames, and looked at once.
        times: Its time phrases.
    """
    if sentence.index not in reading.past:
        reading.past[sentence.index] = _past_of(reading, sentence, times)
    return reading.past[sentence.index]


def _past_of(reading: Reading, sentence: Sentence, times: list[TimePhrase]) -> Mention | TimePhrase | None:
    for trap in reading.in_range("trap", sentence.start, sentence.stop):
        often = says_how_often(reading, trap.start)
        aside = _is_measure(reading, sentence, trap) or is_compared_with(reading, trap.start, trap.stop)
        if trap.value == "past" and not often and not aside:
            return trap
    published = reading.document.published_at
    times = [t for t in times if not says_how_often(reading, bisect_left(reading.tokens.starts, t.span.start))]
    times = [t for t in times if not dates_comparison(reading, t)]
    for time in times:
        if (
            time.kind == "month"
            and not gives_way(reading, time, times)
            and (published is None or not _is_this_month(published, time.value))
        ):
            return time
    # "earlier this week" opens a report of it, or looks back behind today's
    told = next((t for t in times if t.kind == "past" or (t.kind == "week" and sentence.index > 0)), None)
    return told or old_year(reading, sentence) or looks_back(reading, sentence, times)


def is_being_clarified(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a stretch says that something is still being found out, which is no claim."""
    return bool(reading.in_range("clarify", start, stop))
