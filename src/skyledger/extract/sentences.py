"""Cut a text into sentences and list items, keeping who introduces which list."""

import re
from bisect import bisect_left

from skyledger.extract.words import ABBREVIATIONS
from skyledger.model.frame import Sentence
from skyledger.packs.normalise import Tokens

# Bullets people use in posts; a pair of variation selectors may follow. The arrow and the chart often open a new total.
_BULLETS = "▪▫•●◾◽◼◻🔹🔸🔻🔺➡✅❗⚡☄🔥💥🚀🛸✈📊📌⚠‼🇺🇦🇷🇺➖▶►◆◇★☑✔🔴🟠🟡🟢🔵🟥🟧🟨🟩🔶🔷⬛⬜"
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_BULLET = re.compile(rf"[{_BULLETS}][\uFE0F\u200D\u200B{_BULLETS}]*")
# A picture between two sentences stands for a full stop.
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]+\\s+")
# Most texts have neither bullets nor emoji.
_PICTURE = re.compile(f"[{_BULLETS}\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")
_LINE_ITEM = re.compile(r"\s*(?:[-–—*·]|\d{1,2}[.)])\s+")
# A stop with what closes behind it, or a semicolon; begins with a set of letters, which a search goes straight to.
_STOP = re.compile(r"[.!?…;](?:(?<=;)|(?<!;)[.!?…]*[\"»”'’)\]]*(?=\s+\S))")


_OF_THE_CLOCK = re.compile(
    r"\s*\(?(?:(?:moscow|kyiv|kiev|local) time|msk|gmt|utc|eet|cet|mon|tues|wednes|thurs|fri|satur|sun|january|"
    r"february|march|april|may \d|june|july|august|september|october|november|december|jan|feb|"
    r"mar|apr|aug|sept?|oct|nov|dec)"
)


_SHORT = 3  # letters of a word that may be an abbreviation nobody listed; those end in a consonant
_VOWELS = "аеиоуыэюяіїє"


def _is_careless(text: str) -> bool:
    """Tell whether a text begins without a capital and has next to none: its full stops end sentences all the same."""
    opening = text[:600]
    first = next((c for c in opening if c.isalpha()), "")
    return first.islower() and sum(map(str.isupper, opening)) < 0.015 * len(opening)


def _ends_in_small_letters(folded: str, match: re.Match[str]) -> bool:
    """Tell whether a mark before a small letter ends a sentence of a careless text: no dots, no abbreviation."""
    if match.group()[:2] in ("..", "…") or match.group().startswith("…"):
        return False
    before = _LAST_WORD.search(folded, max(0, match.start() - 30), match.start())
    word = "" if before is None else before.group()
    return word not in ABBREVIATIONS and (len(word) > _SHORT or word[-1:] in _VOWELS)  # "машин побито три."


def _ends_here(text: str, folded: str, match: re.Match[str], careless: bool) -> bool:
    """Tell whether a full stop ends a sentence: not after an abbreviation or initial, not before a small letter."""
    start, end = match.span()
    if text[start] == ";":
        return True
    following = text[end : end + 2].lstrip()[:1] or text[end:].lstrip()[:1]
    if following.islower():
        return careless and _ends_in_small_letters(folded, match)
    if text[start] != ".":
        return True
    if not text[start - 1 : start].isalpha():
        line = text.rfind("\n", 0, start) + 1
        if text[line:start].strip().isdigit():
            return False  # the number of a list item
    before = _LAST_WORD.search(folded, max(0, start - 30), start)
    if before is None:
        return True
    word = before.group()
    if word == "m" and _OF_THE_CLOCK.match(folded, end) and folded[before.start() - 2 : before.start()] in ("a.", "p."):
        return False  # "at 4 p.m. Moscow time", "by 5 a.m. Monday"
    if len(word) == 1 and text[before.start()].isupper():
        return False
    if word == "г" and following.isupper():  # "2025 г. Над областью" ends, "г. Калуга" does not
        return folded[max(0, before.start() - 4) : before.start()].rstrip()[-1:].isdigit()
    return word not in ABBREVIATIONS or (word in {"мск", "обл", "рф", "м"} and following.isupper())


def _pieces(
    text: str, folded: str, start: int, stop: int, pictured: bool, careless: bool
) -> list[tuple[int, int, bool]]:
    """Cut one line into ``(start, stop, bulleted)`` pieces; ``pictured`` asks for bullets and emoji too."""
    cuts = [(start, bool(_LINE_ITEM.match(text, start, stop)))]
    for match in _STOP.finditer(text, start, stop):
        if _ends_here(text, folded, match, careless) and match.end() < stop:
            cuts.append((match.end(), False))
    if pictured:
        cuts += [
            (match.end(), False)
            for match in _EMOJI.finditer(text, start, stop)
            if text[match.end() : match.end() + 1].isupper()
        ]
        cuts += [(match.start(), True) for match in _BULLET.finditer(text, start, stop)]
    if len(cuts) == 1:
        return [(start, stop, cuts[0][1])]
    cuts.sort()
    merged: list[tuple[int, bool]] = []
    for position, bulleted in cuts:
        if merged and not text[merged[-1][0] : position].strip(" .!?…;" + _BULLETS + "\ufe0f"):
            merged[-1] = (merged[-1][0], merged[-1][1] or bulleted)
        else:
            merged.append((position, bulleted))
    ends = [position for position, _ in merged[1:]] + [stop]
    return [(a, b, bulleted) for (a, bulleted), b in zip(merged, ends, strict=True)]


# "Лискинский – 5", "Клинцы — 1870 чел."
_ITEM_END = re.compile(r"\s[—–-]\s*\d[\d \u00a0]{0,6}\D{0,12}$")
_TAIL = 19  # the first digit of such a figure stands no further from the end


def _ends_like_item(line: str) -> bool:
    """Tell whether a line goes on in the next one, or ends with the figure of an item; few have a digit there."""
    if line.rstrip().endswith((";", ",")):
        return True
    return any(map(str.isdigit, line[-_TAIL:])) and _ITEM_END.search(line) is not None


def cut_sentences(text: str, tokens: Tokens) -> list[Sentence]:
    """Return the sentences of a text in order.

    A list item belongs to the last sentence that ended with a colon, until a piece that is no item follows.

    Args:
        text: The document's text.
        tokens: Its tokens.

    Returns:
        Sentences that hold at least one token.
    """
    sentences: list[Sentence] = []
    lead: int | None = None
    position = 0
    paragraph = 0
    further = False
    pictured = _PICTURE.search(text) is not None
    careless = _is_careless(text)
    for line in text.split("\n"):
        end = position + len(line)
        goes_on = _ends_like_item(line)
        listed = goes_on or further  # a line that ends like an item, and the one behind it, need no bullet
        further = goes_on
        if not line.strip():
            paragraph += 1
        for first, last, bulleted in _pieces(text, tokens.folded, position, end, pictured, careless):
            start, stop = bisect_left(tokens.starts, first), bisect_left(tokens.starts, last)
            if start == stop:
                continue
            index = len(sentences)
            introduces = text[first:last].rstrip(" *_\n").endswith(":")
            starts_total = bulleted and introduces
            item = bulleted or (lead is not None and listed)
            item_of = lead if lead is not None and item and not starts_total else None
            sentences.append(Sentence(index, start, stop, first, last, paragraph, bulleted, item_of))
            if introduces:
                lead = index
            elif not item:
                lead = None
        position = end + 1
        paragraph += 1
    return sentences
