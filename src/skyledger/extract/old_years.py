"""Years and seasons that are over: "весной 1999-го", "the spring of 2022", "того березня"."""

import re

from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import LONG_NUMBER, word_class
from skyledger.model.frame import Sentence, TimePhrase
from skyledger.model.text import Span

_YEAR = re.compile(
    r"(?<![\d.,:№#/-])(?P<year>19[0-9]\d|20[0-4]\d)(?P<end>-?(?:го|му|м|х|й|ий|го року))?(?![\d%:.,/]\d|\w)"
)
# What makes four digits a year where no ending does.
_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|back in|during|until|autumn|spring|summer|winter|fall|year|в|у|во|до|после|після|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\w+(?:ря|ля|ня|та|ае|ая|юня|юля|уста|ре|те|ле|не|чня|того|зня|тня|вня|пня|пада|ні|пі|ді|му|чні)|"
    r"весной|летом|осенью|зимой|навесні|влітку|восени|взимку) )$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?:год(?!ов)|рок[уиі]?\b|році|г\.)", re.IGNORECASE)
# A year of birth, of a model or of building tells nothing of when it was struck.
_OF_THINGS = re.compile(
    r"\b(?:born|built|founded|opened|erected|completed|dating|dates|model|class|рожд\w*|построен\w*|возвед\w*|основан\w*|"
    r"открыт\w*|выпуск\w*|постройк\w*|збудован\w*|зведен\w*|заснован\w*|відкрит\w*|народ\w*|випуск\w*|"
    r"since|from|с|со|з|із|від|от|до|by|until|к)\W+(?:back\W+)?(?:in\W+|в\W+|у\W+)?$",
    re.IGNORECASE,
)
_OF_BIRTH = re.compile(
    r"-?\w*\s(?:год[ау]?\s|рок[уі]\s|г\.\s?)(?:рожд|нар|р\.|пост|выпуск|випуск|зведен)", re.IGNORECASE
)
_THAT = re.compile(
    r"\b(?:that|той|тем|того|тієї|тої|тим) (?:spring|summer|autumn|winter|january|february|march|april|june|july|"
    r"august|september|october|november|december|весн|летом|осен|осін|зим|літ|январ|феврал|март|апрел|ма[ея]\b|июн|июл|август|"
    r"сентябр|октябр|ноябр|декабр|січн|лютого|березн|квітн|травн|червн|липн|серпн|вересн|жовтн|листопад|грудн)\w*"
)
# "в двадцать втором", "у двадцять третьому": a year, where a clause ends or somebody goes on.
_SPOKEN = re.compile(
    r"\b[ву] двадцат[ьи]? ?(?:первом|втором|третьем|четвертом)(?= год|[,.:;»\"]| мы\b| у нас)|"
    r"\b[ву] двадцять (?:першому|другому|третьому|четвертому)(?= роц|[,.:;»\"]| ми\b| в нас| у нас)"
)
_DIGITS = re.compile(r"(?:19|20)\d\d")
_DATED = LONG_NUMBER | word_class("that той тем того тієї тої тим двадцать двадцять".split())


def old_year(reading: Reading, sentence: Sentence) -> TimePhrase | None:
    """Return the words of a year before that of publication, or of a season of it, by which a sentence dates itself."""
    if not reading.says(sentence, _DATED):
        return None
    text = reading.tokens.folded[sentence.first : sentence.last]
    published = reading.document.published_at
    if published is not None and _DIGITS.search(text):
        last = published.year - (published.month == 1)  # in January last December is near
        for match in _YEAR.finditer(text):
            if int(match["year"]) < last and _is_date(text, match):
                return _phrase(sentence, match)
    if "двадц" in text and (spoken := _SPOKEN.search(text)) is not None:
        return _phrase(sentence, spoken)
    season = _THAT.search(text)
    return _phrase(sentence, season) if season is not None else None


def _is_date(text: str, match: re.Match[str]) -> bool:
    before, behind = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 16]
    if _OF_THINGS.search(before) or _OF_BIRTH.match(behind):
        return False
    return bool(match["end"] or _BEHIND.match(behind) or _BEFORE.search(before))


def _phrase(sentence: Sentence, match: re.Match[str]) -> TimePhrase:
    return TimePhrase("past", Span(start=sentence.first + match.start(), stop=sentence.first + match.end()))
