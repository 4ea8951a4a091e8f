"""What a feed consists of, before it is Atom or JSON Feed: entries, and tombstones for what is no more."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from skyledger.publish.changelog import Change
from skyledger.publish.export_view import View
from skyledger.publish.retelling import retell
from skyledger.publish.rows import Row
from skyledger.publish.words import clean_text, role_words, side_words
from skyledger.say import language, say

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident in a feed.

    Attributes:
        lines: What it says, a line each.
        place: Latitude and longitude of a point, or None.
        what: ``new`` or ``changed`` in a feed of changes, else ``""``.
    """

    id: str
    title: str
    link: str
    published: datetime
    updated: datetime
    lines: tuple[str, ...]
    tags: tuple[str, ...]
    place: tuple[float, float] | None
    version: int
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """An incident that is no more.

    Attributes:
        other: The incident its id leads to now, or ``""``.
        reason: One sentence.
    """

    id: str
    when: datetime
    other: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed.

    Attributes:
        own: Path of the feed without its ending (``/incidents``, ``/changes``), and its query.
    """

    title: str
    own: tuple[str, str]
    address: str
    policy: str
    lang: str
    updated: datetime
    entries: tuple[Entry, ...]
    gone: tuple[Tombstone, ...] = ()

    def link(self, ending: str) -> str:
        """Return the address of the feed with an ending."""
        path, query = self.own
        return f"{self.address}{path}{ending}" + (f"?{query}" if query else "")


def urn(id: str) -> str:
    """Return a name for an id of ours that no other feed has and that never changes."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'urn:skyledger:{id}')}"


def feed_of(view: View) -> Feed:
    """Return the feed of a view: an entry for each row."""
    entries = tuple(entry_of(row, view.address) for row in view.rows)
    updated = max((entry.updated for entry in entries), default=view.known_at or EPOCH)
    return Feed(
        title=f"skyledger: {view.query or say('incidents')}",
        own=("/incidents", view.own_query),
        address=view.address,
        policy=view.policy.name,
        lang=view.lang,
        updated=updated,
        entries=entries,
    )


def feed_of_changes(changes: Sequence[Change], *, address: str, policy: str, lang: str | None = None) -> Feed:
    """Return the feed of what became of incidents: entries for what stands, tombstones for what does not."""
    standing = [(change, change.now) for change in changes if change.now is not None]
    return Feed(
        title=f"skyledger: {say('changes')}",
        own=("/changes", ""),
        address=address,
        policy=policy,
        lang=lang or language(),
        updated=max((change.at for change in changes), default=EPOCH),
        entries=tuple(entry_of(row, address, what=change.what, updated=change.at) for change, row in standing),
        gone=tuple(_tombstone(change) for change in changes if change.now is None),
    )


def _tombstone(change: Change) -> Tombstone:
    led = say("It is {other} now.", other=change.other) if change.other else say("It was withdrawn.")
    return Tombstone(
        id=change.incident, when=change.at, other=change.other, reason=clean_text(retell(change.reason)) or led
    )


def entry_of(row: Row, address: str, *, what: str = "", updated: datetime | None = None) -> Entry:
    """Return the entry of a row.

    Args:
        row: As released.
        address: Where the web application answers.
        what: ``new`` or ``changed``, for a feed of changes.
        updated: When, if another time than the row says.
    """
    place = row.place
    pointed = place is not None and place.lon is not None and place.lat is not None
    region = [place.region] if place is not None and place.region is not None else []
    return Entry(
        id=row.id,
        title=row.title,
        link=f"{address}{row.links.html}",
        published=row.first_seen,
        updated=updated or row.updated,
        lines=tuple(_lines(row)),
        tags=tuple(t for t in (row.kind, row.fate, row.object, *region, row.status) if t),
        place=(place.lat, place.lon) if pointed and place and place.lat is not None and place.lon is not None else None,
        version=row.version,
        what=what,
    )


def _lines(row: Row) -> list[str]:
    figures = "; ".join(
        f"{say(f.field, about='field')}: {f.value}" + (f" ({say('disputed')})" if f.dissenting else "")
        for f in row.figures
    )
    speakers = "; ".join(f"{s.name} ({role_words(s.role)}, {side_words(s.side)})" for s in row.speakers)
    measured = "" if row.measured else say(", independence unmeasured")
    told = say(
        "said by {who}; origins: {origins}; texts: {texts}",
        who=speakers or say("nobody named"),
        origins=f"{row.origins}{measured}",
        texts=row.documents,
    )
    return [
        clean_text(figures) or say("number not reported"),
        say("time not reported") if row.window is None else row.window.text,
        say("place not reported")
        if row.place is None
        else f"{row.place.name} ({say(row.place.precision, about='precision')})",
        clean_text(told),
        f"{say(row.status)}, {say(row.modality)}: {row.status_reason}",
    ]
