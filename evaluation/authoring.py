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

from typing import Any

from evaluation.drafts import AuthoringError, Draft, find_words
from evaluation.meanings import Json, read_amount, read_interval, read_place, read_time, split_meaning

FIELDS = {"on", "n", "unit", "at", "t", "by", "mod", "st", "agg", "opt", "neg", "k", "i", "ch", "to", "d"}
ALONE = {"agg", "opt", "neg"}
PERSON_KINDS = {"casualties", "no_casualties"}


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
