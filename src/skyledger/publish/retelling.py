"""Sentences and values that a ledger keeps in English, in the language that is spoken, with the names in them.

A sentence of ours is read back into its code and parameters and said anew. What is none of ours (a decision's reason, a
name no pack has, a sentence of a version that worded it otherwise) stays as it is.
"""

import re
from functools import lru_cache

from skyledger.publish.names import name_of
from skyledger.say import Told, language, read_told, say, speaking
from skyledger.say.said import knows

_QUOTED = re.compile(r'"([^"]*)"( \(((?:[^()]|\([^()]*\))*)\))?')
_RANGE = re.compile(r"(\d+)-(\d+)")
_SENTENCES = re.compile(r"(?<=\.) (?=\S)")
_OF_UNIT = re.compile(r"(.+?) ([a-z]+)(?: \((.+)\))?")
_SPAN = re.compile(r"(\?|\d{4}-\d\d-\d\dT[\d:+.-]+) to (open|\d{4}-\d\d-\d\dT[\d:+.-]+)")
_LONGEST_REASON = 3
# Longer than any sentence of ours; what a text made so long is not worth looking through.
_LONGEST = 2_000
# A note holds a sentence, which names a text, which has no name.
_DEEPEST = 5
_DETAIL = re.compile(r", | and ")
UNITS = (
    "object", "person", "building", "apartment", "vehicle", "customer", "settlement", "location", "flight", "airport",
    "region", "explosion", "other",
)  # fmt: skip


def retell(text: str) -> str:
    """Return a sentence, value or name of the ledger in the language that is spoken; as it is where it is not ours."""
    return _again(text, 0)


def _again(text: str, depth: int) -> str:
    """Return what stands in a sentence, as deep in it as it is; a name that holds our sentences goes no deeper."""
    lang = language()
    return text if lang == "en" or not text or depth > _DEEPEST else _retell(text, lang, depth)


@lru_cache(maxsize=20_000)
def _retell(text: str, lang: str, depth: int) -> str:
    with speaking(lang):
        return _sentences(text, depth) or _one(text, depth) or _joined(text, depth) or _several(text, depth) or text


def _one(text: str, depth: int) -> str | None:
    """Return one sentence, word or name, or None where it is not known."""
    if len(text) > _LONGEST:
        return None
    if knows(text) and "{" not in text:
        return say(text)
    read = read_told(text)
    if read is not None and read.code is Told.ONE_VOICE:
        reason = f"{read.fields['reason']}."
        return say(read.code.value, reason=say(reason).removesuffix(".")) if knows(reason) else None
    if read is not None:
        fields = {name: _field(name, value, depth + 1) for name, value in read.fields.items()}
        return say(read.code.value, **fields)
    return _value(text, depth) or name_of(text)


def _value(text: str, depth: int) -> str | None:
    """Return a number with what it counts, or a range."""
    ends = _RANGE.fullmatch(text)
    if ends is not None:
        return f"{ends[1]}\u2013{ends[2]}"
    counted = _OF_UNIT.fullmatch(text)
    if counted is not None and counted[2] in UNITS and counted[1][:1].isdigit():
        number = _again(counted[1], depth + 1)
        detail = f" ({retell_detail(counted[3])})" if counted[3] else ""
        return say("{number} " + counted[2], number=number, about="counted") + detail
    return None


def retell_window(text: str) -> str:
    """Return the window of a finding: the words of a text as they are, else both ends of it."""
    span = None if language() == "en" else _SPAN.fullmatch(text)
    if span is None:
        return text
    return f"{span[1]} \u2013 {say('open', about='end') if span[2] == 'open' else span[2]}"


def retell_detail(text: str) -> str:
    """Return the words for what was damaged, each by itself: ``windows and facade``."""
    if language() == "en" or not text:
        return text
    parts = [say(part) for part in _DETAIL.split(text)]
    return parts[0] if len(parts) == 1 else say("{some} and {last}", some=", ".join(parts[:-1]), last=parts[-1])


def _field(name: str, value: str, depth: int) -> str:
    if name == "field":
        return say(value, about="field")
    if name in ("parts", "total"):
        return _quotes(value, depth)
    if name in ("names", "values"):
        return ", ".join(_again(one, depth) for one in value.split(", "))
    return _again(value, depth)


def _quotes(text: str, depth: int) -> str:
    """Return quoted numbers with their places: the words stay, the places and what joins them are said anew."""

    def quote(found: re.Match[str]) -> str:
        own = say(found[1]) if found[1] == Told.NO_NUMBER else found[1]
        return f"«{own}»" + (f" ({_again(found[3], depth)})" if found[2] else "")

    told = _QUOTED.sub(quote, text)
    told = re.sub(r"(?<=[»)]) and (?=«)", f" {say('and')} ", told)
    return re.sub(r"(?<=[»)]) and (\d+) more$", lambda more: f" {say('and {n} more', n=int(more[1]))}", told)


def _sentences(text: str, depth: int) -> str | None:
    """Return sentences one after another; None unless there are several and each of them is known."""
    parts = _SENTENCES.split(text)
    told = [_one(part, depth) or _joined(part, depth) for part in parts] if len(parts) > 1 else [None]
    return None if None in told else " ".join(part or "" for part in told)


def _joined(text: str, depth: int) -> str | None:
    """Return reasons that stand in one sentence, divided by semicolons; None unless each of them is known."""
    if not text.endswith("."):
        return None
    left, told = text[:-1].split("; "), list[str]()
    while left:
        # A reason may hold a semicolon or two itself, so the longest stretch that is one is taken.
        sizes = range(min(len(left), _LONGEST_REASON), 0, -1)
        found = next(((n, one) for n in sizes if (one := _one("; ".join(left[:n]), depth)) is not None), None)
        if found is None:
            return None
        left, told = left[found[0] :], [*told, found[1]]
    return "; ".join(told) + "."


def _several(text: str, depth: int) -> str | None:
    """Return sentences or reasons one after another; what is not known of them stays."""
    parts = _SENTENCES.split(text)
    if len(parts) > 1:
        return " ".join(_one(part, depth) or _joined(part, depth) or part for part in parts)
    if "; " in text:
        end = "." if text.endswith(".") else ""
        return "; ".join(_one(part, depth) or part for part in text.removesuffix(end or "\0").split("; ")) + end
    return None
