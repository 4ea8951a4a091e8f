"""The compact form the gold set is written in, and how it becomes gold.

A document is::

    === ru-001 | 2025-12-11T09:40+03:00 | outlet key | tags separated by blanks
    T: an optional title
    body lines
    ---
    interception.downed uav | on: уничтожено | n: 40 | at: Калужской области = RU-KLU | t: ночью = night 2025-12-11
    notes: an optional sentence

A claim line is ``kind[.fate] [object]`` and fields. ``words = meaning`` quotes words of the text; words that do not
occur are an error, ``words#2`` is their second occurrence, and without a number the occurrence nearest to the trigger
(``on``) is meant. Fields: ``on n unit at t by mod st agg opt neg k i ch to d`` (docs/evaluation.md explains each).
A line ``* | t: ... | by: ...`` gives fields to the claims below it; a claim takes one back with ``t: none``.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

Json = dict[str, Any]

WINDOWS = {
    "night": (-1, 20, 8, "night"),
    "afnight": (-1, 18, 8, "night"),
    "evening": (0, 18, 24, "part_of_day"),
    "morning": (0, 6, 12, "part_of_day"),
    "day": (0, 8, 20, "part_of_day"),
    "date": (0, 0, 24, "day"),
}
FIELDS = {"on", "n", "unit", "at", "t", "by", "mod", "st", "agg", "opt", "neg", "k", "i", "ch", "to", "d"}
ALONE = {"agg", "opt", "neg"}
PERSON_KINDS = {"casualties", "no_casualties"}


class AuthoringError(Exception):
    """The authored text is wrong; the message names file, document and fault."""


@dataclass
class Draft:
    """One authored document before its claims are read."""

    source: str
    id: str
    published: datetime
    outlet: str
    tags: list[str]
    title: str | None = None
    body: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    notes: str = ""

    @property
    def text(self) -> str:
        """Return title, blank line and body: what every span points into."""
        body = "\n".join(self.body).strip()
        return body if self.title is None else f"{self.title}\n\n{body}"


def read_drafts(path: Path) -> list[Draft]:
    """Read one authoring file."""
    drafts: list[Draft] = []
    in_claims = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("=== "):
            parts = [p.strip() for p in line[4:].split("|")]
            if len(parts) != 4:
                raise AuthoringError(f"{path.name}:{number}: a header needs id | published | outlet | tags")
            published = datetime.fromisoformat(parts[1])
            if published.tzinfo is None:
                raise AuthoringError(f"{path.name}:{number}: {parts[0]}: published has no offset")
            drafts.append(Draft(f"{path.name}:{number}", parts[0], published, parts[2], parts[3].split()))
            in_claims = False
        elif not drafts:
            if line.strip() and not line.startswith("#"):
                raise AuthoringError(f"{path.name}:{number}: text before the first header")
        elif line.strip() == "---":
            in_claims = True
        elif not in_claims:
            if line.startswith("T: ") and not drafts[-1].body:
                drafts[-1].title = line[3:].strip()
            else:
                drafts[-1].body.append(line)
        elif line.startswith("notes:"):
            drafts[-1].notes = line[6:].strip()
        elif line.strip():
            drafts[-1].claims.append(line.strip())
    return drafts


def find_words(draft: Draft, words: str, near: int | None = None) -> tuple[int, int]:
    """Return the span of ``words`` (``words#2``: the second), standing on word borders."""
    wanted, _, nth = words.partition("#")
    pattern = r"(?<!\w)" + re.escape(wanted) + r"(?!\w)"
    spans = [m.span() for m in re.finditer(pattern, draft.text)]
    if not spans:
        raise AuthoringError(f"{draft.source}: {draft.id}: the text has no {wanted!r}")
    if nth:
        return spans[int(nth) - 1]
    return spans[0] if near is None else min(spans, key=lambda s: (abs(s[0] - near), s[0]))


def read_amount(spec: str) -> tuple[int, int | None, int | None, str]:
    """Return low, high, stated, qualifier of ``40``, ``>70``, ``>=5``, ``<=20``, ``5-7``, ``few`` ...."""
    worded = {"few": (3, 9), "dozens": (24, 99), "hundreds": (200, 999), "ten-odd": (10, 19), "pair": (2, 2)}
    if spec == "pair":
        return 2, 2, 2, "exact"
    if spec in worded:
        return *worded[spec], None, "several"
    if m := re.fullmatch(r"(\d+)-(\d+)", spec):
        return int(m[1]), int(m[2]), None, "range"
    m = re.fullmatch(r"(>=|<=|>|~)?(\d+)", spec)
    if m is None:
        raise AuthoringError(f"no amount: {spec!r}")
    n = int(m[2])
    low_high_name = {
        None: (n, n, "exact"),
        ">=": (n, 2 * n, "at_least"),
        ">": (n + 1, 2 * n, "more_than"),
        "<=": (0, n, "up_to"),
        "~": (n - n // 10, n + n // 10, "about"),
    }[m[1]]
    return low_high_name[0], low_high_name[1], n, low_high_name[2]


def read_time(spec: str, published: datetime) -> Json:
    """Return start, end and precision of ``night 2025-12-11``, ``2025-12-10T23:20/2025-12-11T04:00``, ``at ...``."""
    zone = published.tzinfo
    word, _, rest = spec.partition(" ")
    if word in WINDOWS:
        shift, first, last, precision = WINDOWS[word]
        day = datetime.fromisoformat(rest).replace(tzinfo=zone)
        start = day + timedelta(days=shift, hours=first)
        end = day + timedelta(hours=last)
        return {"start": start.isoformat(), "end": end.isoformat(), "precision": precision}
    if word == "at":
        point = datetime.fromisoformat(rest).replace(tzinfo=zone).isoformat()
        return {"start": point, "end": point, "precision": "minute"}
    first_text, _, last_text = spec.partition("/")
    moments = [
        None if not t else datetime.fromisoformat(t).replace(tzinfo=zone).isoformat() for t in (first_text, last_text)
    ]
    if moments == [None, None]:
        raise AuthoringError(f"no time: {spec!r}")
    return {"start": moments[0], "end": moments[1], "precision": "minute"}


def read_place(spec: str) -> Json:
    """Return a place of ``UUWW``, ``RU-KLU+RU-TUL``, ``~Belgorod,RU-BEL`` or ``^Valuyki district,RU-BEL``."""
    members = [p.strip() for p in spec.split("+")]
    if len(members) > 1:
        return {"parts": [read_place(m) if m[0] in "~^" else m for m in members]}
    if spec[0] in "~^":
        name, _, region = spec[1:].partition(",")
        kind = "settlement" if spec[0] == "~" else "district"
        return {"name": name.strip(), "region": region.strip(), "kind": kind}
    return {"id": spec}


def read_interval(spec: str) -> Json:
    """Return low and high only."""
    low, high, _, _ = read_amount(spec)
    return {"low": low, "high": high}


def split_meaning(value: str) -> tuple[str, str]:
    """Split ``words = meaning``; without a meaning the words are their own."""
    words, found, meaning = value.rpartition(" = ")
    if not found:
        return value.strip(), value.strip()
    return words.strip(), meaning.strip()


def read_fields(draft: Draft, line: str) -> tuple[str, dict[str, str]]:
    """Split a claim line into its head and its fields."""
    head, *segments = [s.strip() for s in line.split(" | ")]
    fields: dict[str, str] = {}
    for segment in segments:
        key, _, value = segment.partition(":")
        if key not in FIELDS or (not value.strip() and key not in ALONE):
            raise AuthoringError(f"{draft.source}: {draft.id}: bad field {segment!r}")
        fields[key] = value.strip()
    return head, fields


class ClaimReader:
    """Builds one gold claim, collecting the spans of the words quoted."""

    def __init__(self, draft: Draft, line: str, defaults: dict[str, str]) -> None:
        self.draft = draft
        self.head, own = read_fields(draft, line)
        self.fields = {key: value for key, value in {**defaults, **own}.items() if value != "none"}
        self.spans: dict[str, list[int]] = {}
        self.near: int | None = None

    def quote(self, name: str, words: str) -> str:
        """Record where ``words`` stand and return them without the occurrence number."""
        span = find_words(self.draft, words, self.near)
        self.spans[name] = list(span)
        if name == "trigger":
            self.near = span[0]
        return self.draft.text[span[0] : span[1]]

    def read(self) -> Json:
        """Return the claim."""
        kind, _, obj = self.head.partition(" ")
        kind, _, fate = kind.partition(".")
        claim: Json = {"kind": kind, "fate": fate or None, "object": obj.strip() or None}
        if "on" in self.fields:
            self.quote("trigger", self.fields["on"])
        claim["count"] = self._count(kind)
        claim["place"] = self._meant("at", "place", read_place)
        claim["time"] = self._meant("t", "time", lambda spec: read_time(spec, self.draft.published))
        claim["speaker"] = self._speaker()
        claim["modality"] = self._modality()
        claim["negated"] = "neg" in self.fields
        claim["status"] = self.fields.get("st", "current")
        claim["aggregate"] = "agg" in self.fields
        claim["harm"] = self._harm(kind)
        claim["to"] = self.fields["to"].split() if "to" in self.fields else []
        claim["detail"] = self.fields.get("d", "")
        claim["spans"] = self.spans
        if "opt" in self.fields:
            claim["optional"] = True
        return claim

    def _meant(self, key: str, name: str, read: Any) -> Json | None:
        if key not in self.fields:
            return None
        words, meaning = split_meaning(self.fields[key])
        value: Json = read(meaning)
        if words == "-":
            value["implied"] = True
        else:
            value["text"] = self.quote(name, words)
        return value

    def _count(self, kind: str) -> Json | None:
        if "n" not in self.fields:
            return None
        words, meaning = split_meaning(self.fields["n"])
        low, high, stated, qualifier = read_amount(meaning)
        unit = self.fields.get("unit", "person" if kind in PERSON_KINDS else "object")
        text = self.quote("count", words)
        return {"low": low, "high": high, "stated": stated, "qualifier": qualifier, "unit": unit, "text": text}

    def _speaker(self) -> Json | None:
        if "by" not in self.fields:
            return None
        words, meaning = split_meaning(self.fields["by"])
        role, _, name = meaning.partition(" ")
        text = "" if words == "-" else self.quote("speaker", words)
        return {"role": role, "name": name, "text": text}

    def _modality(self) -> str:
        if "mod" not in self.fields:
            return "asserted"
        words, meaning = split_meaning(self.fields["mod"])
        if words != meaning and words != "-":
            self.quote("modality", words)
        return meaning

    def _harm(self, kind: str) -> Json | None:
        if kind == "no_casualties" and not ({"k", "i", "ch"} & set(self.fields)):
            return {"killed": {"low": 0, "high": 0}, "injured": {"low": 0, "high": 0}, "children": None}
        if kind not in PERSON_KINDS:
            return None
        harm: Json = {}
        for key, name in (("k", "killed"), ("i", "injured"), ("ch", "children")):
            if key not in self.fields:
                harm[name] = None
                continue
            words, meaning = split_meaning(self.fields[key])
            harm[name] = read_interval(meaning)
            if words != "-":
                self.quote(name, words)
        return harm


def read_claims(draft: Draft) -> list[Json]:
    """Return the claims; a line ``* | at: ... | by: ...`` holds for the claims below it until the next such line."""
    defaults: dict[str, str] = {}
    claims = []
    for line in draft.claims:
        if line.startswith("*"):
            defaults = read_fields(draft, line)[1]
        else:
            claims.append(ClaimReader(draft, line, defaults).read())
    return claims


def choose_split(file_name: str) -> str:
    """Return ``held`` for files named ``held_*``, written by readers who saw neither rules nor packs, else ``tune``."""
    return "held" if file_name.startswith("held_") else "tune"


def build_document(draft: Draft, outlets: dict[str, Json]) -> Json:
    """Return the gold line of one authored document."""
    if draft.outlet != "-" and draft.outlet not in outlets:
        raise AuthoringError(f"{draft.source}: {draft.id}: no outlet {draft.outlet!r} in outlets.json")
    try:
        claims = read_claims(draft)
    except (ValueError, KeyError, IndexError) as error:
        raise AuthoringError(f"{draft.source}: {draft.id}: {error}") from error
    body = "\n".join(draft.body).strip()
    return {
        "id": draft.id,
        "text": body,
        "title": draft.title,
        "lang": draft.id[:2],
        "published": draft.published.isoformat(),
        "outlet": {} if draft.outlet == "-" else outlets[draft.outlet],
        "claims": claims,
        "tags": draft.tags,
        "notes": draft.notes,
        "split": choose_split(draft.source),
    }
