"""Random lives of a ledger: texts that come in any order, are edited, read anew, judged, and judged otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from skyledger.flow import derive_incidents
from skyledger.ledger import Entry, Ledger
from skyledger.model import (
    Claim,
    ClaimStatus,
    Decision,
    Document,
    Incident,
    Kind,
    Modality,
    Outlet,
    Place,
    PlaceKind,
    TimePrecision,
    TimeRange,
)
from tests.builders import NOW, PUBLISHED, a_claim, a_count, a_document, a_night, a_place, evidence_for
from tests.link.generated import HANDLES, SPEAKERS, TEXTS
from tests.link.stories import (
    DAYTIME,
    EVENING,
    UNSTATED,
    a_harm,
    a_list,
    a_town,
    a_window,
    an_airport,
    an_effect,
    launched,
)

FACTS: tuple[dict[str, Any], ...] = (
    {"count": a_count(40)},
    {"count": a_count(40)},
    {"count": a_count(6)},
    {"count": None},
    {"count": a_count(12), "aggregate": True},
    launched(count=a_count(40)),
    a_harm(12),
    a_harm(3, 1),
    a_harm(0, 0),
    an_effect(Kind.FIRE, detail="roof"),
    an_effect(Kind.FIRE, modality=Modality.DENIED),
    an_effect(Kind.AIRSPACE_CLOSURE),
    an_effect(Kind.AIRSPACE_REOPENING),
)
COUNTRY = a_place("RU", "Russia", kind=PlaceKind.COUNTRY, region=None, country="RU")
PLACES = (
    a_place(),
    a_place(),
    a_place("RU-TUL", "Tula Oblast"),
    a_town(),
    an_airport(),
    a_list("RU-KLU", "RU-TUL"),
    COUNTRY,
    None,
)
REGIONS = (
    *(a_place(f"RU-{name}", f"{name.title()} Oblast") for name in ("KLU", "TUL", "ORL", "BRY")),
    a_town(),
    a_town("gn:2", "Lesnoye", "RU-TUL"),
    a_list("RU-KLU", "RU-TUL"),
    COUNTRY,
)
"""Every claim has a place, so that most of them lie far from each other."""

WINDOWS = (
    a_night(),
    a_night(),
    EVENING,
    DAYTIME,
    a_window((10, 23), (11, 7), text="from 23:00 to 07:00"),
    a_window((11, 5), None, text="since 05:00"),
    a_window((6, 0), (11, 0), TimePrecision.DAY, text="over the week"),
    UNSTATED,
    UNSTATED,
    None,
    None,
)


VERBS = ("same", "same", "different", "unsure", "reject", "hold", "accept", "correct", "undo")


@dataclass
class Stream:
    """What may happen to a ledger, drawn from a source of chance."""

    random: Random
    places: Sequence[Place | None] = PLACES
    nights: int = 3
    dateless: float = 0.01
    now: datetime = NOW
    texts: dict[str, Document] = field(default_factory=dict)
    claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    made: int = 0

    def batch(self, ledger: Ledger) -> None:
        """Let one batch arrive: all of it at one time."""
        self.now += timedelta(minutes=self.random.choice((0, 1, 30)))
        entries = [self._arrive() for _ in range(self.random.randrange(4))]
        if entries:
            ledger.add(None, None, entries, self.now)
        for _ in range(self.random.choice((0, 0, 1, 2))):
            self._judge(ledger)

    def _arrive(self) -> Entry:
        what = self.random.choice(("new", "new", "new", "repost", "reprint", "edit", "reread"))
        known = list(self.texts)
        if what == "new" or not known:
            return self._entry(self._document(f"d{self._number()}", self._sentences()))
        old = self.texts[self.random.choice(known)]
        if what == "edit":
            return self._entry(self._edited(old))
        if what == "reread":
            return self._read(old, self.claims[old.id][: self.random.randrange(4)])
        at = old.published_at or PUBLISHED
        late = timedelta(hours=self.random.choice((1, 20, 30))) if what == "repost" else timedelta(days=6)
        again = replace(
            self._document(f"d{self._number()}", old.text.split("\n\n")), title=old.title, published_at=at + late
        )
        moved = timedelta() if what == "repost" else late
        return self._read(again, [self._copy(claim, again, moved) for claim in self.claims[old.id]])

    def _number(self) -> int:
        self.made += 1
        return self.made

    def _sentences(self) -> list[str]:
        return [self.random.choice(TEXTS) for _ in range(self.random.randrange(1, 4))]

    def _document(self, id: str, sentences: list[str]) -> Document:
        handle = self.random.choice((*HANDLES, f"x{self.made}"))
        hours = self.random.randrange(-12, 30) + 24 * self.random.randrange(self.nights)
        before = [document.url for document in self.texts.values()]
        return a_document(
            "\n\n".join(sentences),
            id=id,
            title=sentences[0] if self.random.random() < 0.4 else None,
            outlet=Outlet(name=handle, handle=handle, type=self.random.choice(("news", "channel", "official"))),
            published_at=None if self.random.random() < self.dateless else PUBLISHED + timedelta(hours=hours),
            url=f"https://t.me/{handle}/{self.made}",
            forwarded_from=self.random.choice(("", "", *HANDLES)),
            reply_to=self.random.choice(("", "", *before)),
        )

    def _edited(self, old: Document) -> Document:
        """Return another version: other words, another time of publication, or only an edit."""
        at = self.now + timedelta(seconds=self._number())
        kind = self.random.choice(("words", "time", "nothing"))
        if kind == "time" and old.published_at is not None:
            return replace(old, published_at=old.published_at + timedelta(hours=5), edited_at=at)
        sentences = self._sentences() if kind == "words" else old.text.split("\n\n")
        title = sentences[0] if old.title else None
        return replace(old, text="\n\n".join(sentences), title=title, edited_at=at)

    def _entry(self, document: Document) -> Entry:
        shift = timedelta(days=self.random.randrange(self.nights))
        claims: list[Claim] = []
        for number, sentence in enumerate(document.text.split("\n\n")):
            fields = dict(self.random.choice(FACTS))
            time = self.random.choice(WINDOWS)
            fields |= {"place": self.random.choice(self.places), "time": None if time is None else moved(time, shift)}
            fields |= {"speaker": self.random.choice(SPEAKERS)}
            fields["status"] = self.random.choice((*[ClaimStatus.CURRENT] * 5, *ClaimStatus))
            if claims and claims[0].count is not None and self.random.random() < 0.3:
                fields |= {"part_of": claims[0].id, "count": a_count(self.random.randrange(1, 9)), "harm": None}
                fields |= {"kind": claims[0].kind, "fate": claims[0].fate, "object": claims[0].object}
            id = f"c{self.random.randrange(1000):03}-{document.id}-{number}-{len(self.texts)}"
            evidence = evidence_for(document, "trigger", sentence)
            claims.append(a_claim(document, id=id, evidence=(evidence,), **fields))
        return self._read(document, claims)

    def _read(self, document: Document, claims: Iterable[Claim]) -> Entry:
        own = tuple(claims)
        self.texts[document.id], self.claims[document.id] = document, own
        return Entry(document=document, claims=own, extractor="test", pack_version=f"packs-{self._number()}")

    def _copy(self, claim: Claim, document: Document, by: timedelta) -> Claim:
        time = None if claim.time is None else moved(claim.time, by)
        evidence = tuple(replace(e, document_id=document.id) for e in claim.evidence)
        id = f"c{self.random.randrange(1000):03}-{document.id}-{self._number()}"
        return replace(claim, id=id, document_id=document.id, time=time, evidence=evidence, part_of=None)

    def _judge(self, ledger: Ledger) -> None:
        claims = sorted({claim.id for own in self.claims.values() for claim in own})
        verb = self.random.choice(
            ("same", "same", "different", "unsure", "reject", "hold", "accept", "correct", "undo")
        )
        targets: tuple[str, ...] = ()
        if verb == "undo":
            if not self.decisions:
                return
            targets = (self.random.choice(self.decisions).id,)
        elif len(claims) >= 2:
            targets = tuple(self.random.sample(claims, 2 if verb in ("same", "different", "unsure") else 1))
        if not targets:
            return
        made: Any = verb
        decision = Decision(
            id=f"dec-{self._number()}",
            verb=made,
            targets=targets,
            why="because",
            by="a tester",
            at=self.now,
            value='{"count": 12}' if verb == "correct" else "",
        )
        self.decisions.append(decision)
        ledger.decide(decision, self.now)


def moved(time: TimeRange, by: timedelta) -> TimeRange:
    """Return a time so much later."""
    return replace(
        time,
        start=None if time.start is None else time.start + by,
        end=None if time.end is None else time.end + by,
    )


def by_claims(incidents: Iterable[Incident]) -> dict[frozenset[str], Incident]:
    """Return incidents by their claims, without their ids."""
    return {frozenset(incident.claims): replace(incident, id="") for incident in incidents}


def derived_anew(ledger: Ledger) -> dict[frozenset[str], Incident]:
    """Derive everything the ledger holds from nothing."""
    return by_claims(derive_incidents(ledger.documents().values(), ledger.claims(), ledger.active_decisions()))


def stored(ledger: Ledger) -> dict[frozenset[str], Incident]:
    """Return the incidents that stand in the ledger."""
    return by_claims(v.incident for v in ledger.incidents.standing() if v.incident is not None)
