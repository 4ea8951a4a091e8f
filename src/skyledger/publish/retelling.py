"""Sentences and values that a ledger keeps in English, in the language that is spoken, with the names in them.

A sentence of ours is read back into its code and parameters and said anew. What is none of ours (a decision's reason, a
name no pack has, a sentence of a version that worded it otherwise) stays as it is.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from skyledger.publish.names import name_of
from skyledger.say import Told, language, read_told, say, speaking
from skyledger.say.said import knows

_QUOTED = re.compile(r'"([^"]*)"( \(((?:[^()]|\([^()]*\))*)\))?')
_RANGE = re.compile(r"(\d+)-(\d+)")
_SENTENCES = re.compile(r"(?<=\.) (?=\S)")
_OF_UNIT = re.compile(r"(.+?) ([a-z]+)(?: \((.+)\))?")
_SPAN = re.compile(r"(\?|\d{4}-\d\d-\d\dT[\d:+.-]+) to (open|\d{4}-\d\d-\d\dT[\d:+.-]+)")
_DETAIL = re.compile(r", | and ")
UNITS = (
    "object", "person", "building", "apartment", "vehicle", "customer", "settlement", "location", "flight", "airport",
    "region", "explosion", "other",
)  # fmt: skip


def retell(text: str) -> str:
    """Return a sentence, value or name of the ledger in the language that is spoken; as it is where it is not ours."""
    lang = language()
    return text if lang == "en" or not text else _retell(text, lang)


@lru_cache(maxsize=20_000)
def _retell(text: str, lang: str) -> str:
    with speaking(lang):
        return _sentences(text) or _one(text) or _joined(text) or _several(text) or text


def _one(text: str) -> str | None:
    """Return one sentence, word or name, or None where it is not known."""
    if knows(text) and "{" not in text:
        return say(text)
    read = read_told(text)
    if read is not None and read.code is Told.ONE_VOICE:
        reason = f"{read.fields['reason']}."
        return say(read.code.value, reason=say(reason).removesuffix(".")) if knows(reason) else None
    if read is not None:
        return say(read.code.value, **{name: _field(name, value) for name, value in read.fields.items()})
    return _value(text) or name_of(text)


def _value(text: str) -> str | None:
    """Return a number with what it counts, or a range."""
    ends = _RANGE.fullmatch(text)
    if ends is not None:
        return f"{ends[1]}\u2013{ends[2]}"
    counted = _OF_UNIT.fullmatch(text)
    if counted is not None and counted[2] in UNITS and counted[1][:1].isdigit():
        number = retell(counted[1])
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
    parts = [retell(part) for part in _DETAIL.split(text)]
    return parts[0] if len(parts) == 1 else say("{some} and {last}", some=", ".join(parts[:-1]), last=parts[-1])


def _field(name: str, value: str) -> str:
    by_name: dict[str, Callable[[str], str]] = {
        "parts": _quotes,
        "total": _quotes,
        "names": _each,
        "values": _each,
        "field": lambda field: say(field, about="field"),
    }
    return by_name.get(name, retell)(value)


def _each(text: str) -> str:
    return ", ".join(retell(one) for one in text.split(", "))


def _quotes(text: str) -> str:
    """Return quoted numbers with their places: the words stay, the places and what joins them are said anew."""

    def quote(found: re.Match[str]) -> str:
        own = say(found[1]) if found[1] == Told.NO_NUMBER else found[1]
        return f"«{own}»" + (f" ({retell(found[3])})" if found[2] else "")

    told = _QUOTED.sub(quote, text)
    told = re.sub(r"(?<=[»)]) and (?=«)", f" {say('and')} ", told)
    return re.sub(r"(?<=[»)]) and (\d+) more$", lambda more: f" {say('and {n} more', n=int(more[1]))}", told)


def _sentences(text: str) -> str | None:
    """Return sentences one after another; None unless there are several and each of them is known."""
    parts = _SENTENCES.split(text)
    told = [_one(part) or _joined(part) for part in parts] if len(parts) > 1 else [None]
    return None if None in told else " ".join(part or "" for part in told)


def _joined(text: str) -> str | None:
    """Return reasons that stand in one sentence, divided by semicolons; None unless each of them is known."""
    if not text.endswith("."):
        return None
    left, told = text[:-1].split("; "), list[str]()
    while left:
        # A reason may hold a semicolon itself, so the longest stretch that is one is taken.
        sizes = range(len(left), 0, -1)
        found = next(((n, one) for n in sizes if (one := _one("; ".join(left[:n]))) is not None), None)
        if found is None:
            return None
        left, told = left[found[0] :], [*told, found[1]]
    return "; ".join(told) + "."


def _several(text: str) -> str | None:
    """Return sentences or reasons one after another; what is not known of them stays."""
    parts = _SENTENCES.split(text)
    if len(parts) > 1:
        return " ".join(_one(part) or _joined(part) or part for part in parts)
    if "; " in text:
        end = "." if text.endswith(".") else ""
        return "; ".join(_one(part) or part for part in text.removesuffix(end or "\0").split("; ")) + end
    return None
