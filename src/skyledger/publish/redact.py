"""Find what must not be shown in a text, and cut it out so that spans still point at the right words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from skyledger.model import Evidence, Span

_NAME = r"(?:[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+(?:-[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+)?|[A-Z][a-z'’]+(?:-[A-Z][a-z'’]+)?)"
_NAMES = rf"{_NAME}(?:[ \u00a0]{_NAME}){{1,2}}"
_QUOTES = str.maketrans('«»“”„"', "      ")
_CARD = re.compile(r"(?<![\d.,])\d(?:[ \u00a0-]?\d){12,19}(?![\d])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")
_PHONE = re.compile(r"(?<![\d./:])(?:\+\d{1,3}|8|0\d{2}|\(\d{3,5}\))(?:[ \u00a0()-]{0,2}\d){7,10}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"(?:\b(?:ул|вул|пр|просп|пер)\.|\b(?:улиц|вулиц|проспект|переул|провул)\w*)[ \u00a0]+[^\s,.;]+"
    r"(?:[ \u00a0][А-ЯЁІЇЄҐ]\S+)?"
    r",?[ \u00a0](?:(?:д|буд)\.?[ \u00a0]?)?\d+\w?(?:,?[ \u00a0](?:кв|квартир\w*)\.?[ \u00a0]?\d+)?"
    r"|\b(?:кв\.|квартира)[ \u00a0]?\d+\b"
    r"|\b\d+\w?[ \u00a0][A-Z]\w+[ \u00a0](?:Street|St|Avenue|Ave|Road|Lane)\b",
)
_AGED = re.compile(
    rf"{_NAMES}(?=,[ \u00a0]\d{{1,3}}\b)"
    rf"|(?<=летний ){_NAME}(?: {_NAME})?|(?<=летняя ){_NAME}(?: {_NAME})?|(?<=летнего ){_NAME}(?: {_NAME})?"
    rf"|(?<=летней ){_NAME}(?: {_NAME})?|(?<=річний ){_NAME}(?: {_NAME})?|(?<=річна ){_NAME}(?: {_NAME})?"
    rf"|(?<=річного ){_NAME}(?: {_NAME})?|(?<=річної ){_NAME}(?: {_NAME})?|(?<=year-old ){_NAMES}"
)
# Degrees with minutes, or two decimal degrees side by side; an airport's aeronautical notation (5530N03652E) is public.
_COORDINATES = re.compile(
    r"\d{1,3}°\s?\d{1,2}['′’][^\n.;]{0,12}?\d{1,3}°\s?\d{1,2}['′’](?:\s?\d{1,2}(?:[.,]\d+)?[\"″”])?\s?[NSEWСЮВЗ]?"
    r"|(?<![\d.])\d{2}\.\d{3,8}°?\s?[NС]?[,;]\s?\d{2,3}\.\d{3,8}(?!\d)°?(?:\s?[EВ]\b)?"
)
_SENTENCE_END = re.compile(r"[.!?;\n](?=\s|$)|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of release.toml, compiled.

    Attributes:
        courses: Where something is flying; shown where the sentence says what became of it.
        sources: A weapon's launch place; the group ``cut`` is what goes.
        labels: What stands in the place of what was withheld, by reason.
    """

    military: re.Pattern[str]
    courses: re.Pattern[str]
    sources: re.Pattern[str]
    markers: re.Pattern[str]
    roles: re.Pattern[str]
    patronymics: re.Pattern[str]
    labels: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A stretch of a text that must not be shown, and why (a key of ``Wording.labels``)."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CutText:
    """A text with labels in the place of its cuts.

    Attributes:
        text: The text that may be shown.
        cuts: The cuts, in order and disjoint, in offsets of the original.
    """

    text: str
    cuts: tuple[Cut, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)

    def move(self, span: Span) -> Span:
        """Return where a span of the original now stands; a span that touches a cut grows to its whole label."""
        start, stop = span.start, span.stop
        shift = 0
        new_start: int | None = None
        new_stop: int | None = None
        for cut in self.cuts:
            label = len(self.labels[cut.reason])
            if new_start is None and start < cut.span.stop:
                new_start = start + shift if start < cut.span.start else cut.span.start + shift
            if new_stop is None and stop <= cut.span.stop:
                new_stop = stop + shift if stop <= cut.span.start else cut.span.start + shift + label
            shift += label - (cut.span.stop - cut.span.start)
        return Span(
            start=start + shift if new_start is None else new_start, stop=stop + shift if new_stop is None else new_stop
        )


def compile_terms(terms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any term; each word of a term matches a word's beginning."""
    words = ("\\s+".join(re.escape(w.replace("ё", "е")) + r"\w*" for w in term.lower().split()) for term in terms)
    return re.compile(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")")


def compile_sources(weapons: Sequence[str], sources: Sequence[str], countries: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds a weapon, perhaps a name, a word like "from", and what is not a country after it."""
    things, froms, lands = (
        "|".join(sorted(map(re.escape, w), key=len, reverse=True)) for w in (weapons, sources, countries)
    )
    return re.compile(rf"\b(?:{things})\w*(?:-\w+)?(?:\s+[\w-]+)?\s+(?P<cut>{froms})\s+(?!{lands})(?=\w)")


def find_numbers(text: str) -> list[Cut]:
    """Find bank cards, accounts, telephone numbers, mail addresses and street addresses."""
    cuts = [Cut(span=_span(m), reason="number") for m in _CARD.finditer(text) if _is_account(m[0])]
    cuts += [Cut(span=_span(m), reason="number") for m in _IBAN.finditer(text) if _is_iban(m[0])]
    cuts += [Cut(span=_span(m), reason="number") for m in _PHONE.finditer(text)]
    cuts += [Cut(span=_span(m), reason="address") for m in _MAIL.finditer(text)]
    cuts += [Cut(span=_span(m), reason="address") for m in _ADDRESS.finditer(text)]
    return cuts


def find_persons(text: str, wording: Wording, officials: Sequence[Span], places: Sequence[Span]) -> list[Cut]:
    """Find names of private persons: with a patronymic, with an age, or after a word such as "resident".

    Args:
        text: Any text.
        wording: Words of the policy.
        officials: Spans that name who speaks in office.
        places: Spans that name places; such a span shields a name only when it covers the whole of it, because
            a first name is often some village's name too.
    """
    spans = [_span(m) for m in wording.patronymics.finditer(text)]
    spans += [_span(m) for m in _AGED.finditer(text)]
    folded = _fold(text)
    for marker in wording.markers.finditer(folded):
        name = re.compile(rf"[ \u00a0](?:\w+[ \u00a0])?({_NAMES})").match(text, marker.end())
        if name is not None:
            spans.append(Span(start=name.start(1), stop=name.end(1)))
    return [
        Cut(span=s, reason="person")
        for s in spans
        if not any(s.overlaps(o) for o in officials)
        and not any(p.start <= s.start and s.stop <= p.stop for p in places)
        and not _has_role_before(folded, s.start, wording)
    ]


def find_military(text: str, wording: Wording, stops: Sequence[int], ended: Sequence[int] = ()) -> list[Cut]:
    """Find launch places, positions, courses and coordinates.

    Args:
        text: Any text.
        wording: Words of the policy.
        stops: Where words begin that a claim rests on; a cut ends before them, or at its sentence's end.
        ended: Where words stand that say what became of the thing (shot down, hit, burning): in their sentence a
            course is history and stays.
    """
    folded = _fold(text)
    starts = [(m.start(), m.end()) for m in wording.military.finditer(folded)]
    starts += [(m.start("cut"), m.end("cut")) for m in wording.sources.finditer(folded) if text[m.end()].isupper()]
    for found in wording.courses.finditer(folded):
        begin, end = _sentence(text, found.start(), found.end())
        if not any(begin <= position < end for position in ended):
            starts.append(found.span())
    cuts = [Cut(span=_span(m), reason="military") for m in _COORDINATES.finditer(text)]
    for start, end in starts:
        stop = min([_sentence(text, start, end)[1], *(s for s in stops if end <= s)])
        cuts.append(Cut(span=Span(start=start, stop=max(len(text[:stop].rstrip(" \u00a0(")), end)), reason="military"))
    return cuts


def _sentence(text: str, start: int, stop: int) -> tuple[int, int]:
    before = [m.end() for m in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, stop)
    return (before[-1] if before else 0), (len(text) if after is None else after.start())


def cut_text(text: str, cuts: Iterable[Cut], labels: dict[str, str]) -> CutText:
    """Return the text with labels for cuts; overlapping cuts become one, under the earlier one's reason."""
    merged: list[Cut] = []
    for cut in sorted(cuts, key=lambda c: (c.span.start, -c.span.stop)):
        if merged and cut.span.start < merged[-1].span.stop:
            last = merged[-1]
            stop = max(last.span.stop, cut.span.stop)
            merged[-1] = Cut(span=Span(start=last.span.start, stop=stop), reason=last.reason)
        else:
            merged.append(cut)
    out, position = [], 0
    for cut in merged:
        out += [text[position : cut.span.start], labels[cut.reason]]
        position = cut.span.stop
    return CutText(text="".join([*out, text[position:]]), cuts=tuple(merged), labels=labels)


def move_evidence(evidence: Evidence, cut: CutText) -> Evidence:
    """Return the evidence with its span and words in the cut text."""
    span = cut.move(evidence.span)
    return Evidence(field=evidence.field, document_id=evidence.document_id, span=span, text=span.slice(cut.text))


def compile_patronymics(ends: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a name with a patronymic, with the names around it."""
    endings = "|".join(sorted(ends, key=len, reverse=True))
    return re.compile(
        rf"(?:{_NAME}[ \u00a0]){{0,2}}[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+(?:{endings})\b(?:[ \u00a0]{_NAME})?"
        rf"|{_NAME}[ \u00a0][А-ЯЁІЇЄҐ]\.[ \u00a0]?[А-ЯЁІЇЄҐ]\."
    )


def _has_role_before(folded: str, start: int, wording: Wording) -> bool:
    """Tell whether a role word stands before a name in its sentence, or is its first, capitalised word."""
    if wording.roles.match(folded, start) is not None:
        return True
    before = re.split(r"[.!?;\n]", folded[max(0, start - 60) : start])[-1]
    return wording.roles.search(before) is not None


def _is_account(digits: str) -> bool:
    bare = [int(c) for c in digits if c.isdigit()]
    if len(bare) == 20:  # a Russian bank account
        return True
    doubled = [d if i % 2 == 0 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(reversed(bare))]
    return sum(doubled) % 10 == 0


def _is_iban(text: str) -> bool:
    bare = text.replace(" ", "")
    turned = bare[4:] + bare[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def _fold(text: str) -> str:
    """Lower the case and open the quotation marks, position by position."""
    lowered = text.lower()
    if len(lowered) != len(text) or "Σ" in text:  # one letter becomes two, or another at the end of a word
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("ё", "е").translate(_QUOTES)


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), stop=match.end())
