"""A ledger -> a night looked back on: the released statements of it, and who usually reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from skyledger.assess.after_action import Statement, review_night
from skyledger.errors import NotFoundError
from skyledger.flow.shelf import shelf_of
from skyledger.link.families import load_outlet_families
from skyledger.model import Claim, Document
from skyledger.model.kinds import BY_THE_CLOCK
from skyledger.packs.load import load_packs
from skyledger.say import say

if TYPE_CHECKING:
    from skyledger.flow.shelf import Look, Shelf
    from skyledger.ledger import Ledger
    from skyledger.publish.effects.after_action import AfterAction
    from skyledger.publish.policy import ReleasePolicy

NIGHTS_BEFORE = 28
# 20:00 at UTC+3, where most of these nights are told; regions east or west of it begin an hour or two off.
_BEGINS = timedelta(hours=-7)
_NIGHT = timedelta(hours=12)


def after_action(
    ledger: Ledger,
    *,
    night: date | None = None,
    region: str | None = None,
    now: datetime,
    policy: ReleasePolicy | None = None,
) -> AfterAction:
    """Look back on a night: who reported what when, who was silent, what stayed open.

    Args:
        ledger: What is known.
        night: Date of the morning; None takes the last night with claims.
        region: ISO 3166-2 id, or None for all.
        now: Aware; what policy measures delays from.
        policy: None is the private one.

    Raises:
        NotFoundError: There are no claims for the night (which does not say that it was quiet), or no such region.
    """
    from skyledger.publish.policy import private_policy

    shelf = shelf_of(ledger, policy or private_policy())
    return after_action_at(shelf, shelf.look(ledger, now), night=night, region=region)


def after_action_at(shelf: Shelf, look: Look, *, night: date | None = None, region: str | None = None) -> AfterAction:
    """Do what :func:`after_action` does, where the ledger was looked at already."""
    from skyledger.publish.effects.after_action import build_after_action

    check_region(region)
    night = look.known.choose_night(night)
    items = [i for i in shelf.night(look, night).items if region is None or region in i.regions]
    if not items:
        raise NotFoundError(
            say("{night}: nothing that may be shown for this night, which does not mean it was quiet", night=night)
        )
    released = shelf.whole(look, night)
    ids = {item.row.id for item in items}
    documents = {d.id: d for d in released.documents}
    claims = {c.id: c for c in released.claims}
    incidents = [i for i in released.incidents if i.id in ids]
    before = _texts_before(shelf, look, night, region)
    usual = look.ledger.documents({id for texts in before for id in texts})
    begin = datetime.combine(night, time(), UTC) + _BEGINS
    until = min(begin + timedelta(days=1), look.now - timedelta(hours=shelf.policy.delay_h))
    posted = look.ledger.documents(posted=(begin, until)) if until > begin else {}
    voices, names = _name_sources([*documents.values(), *posted.values(), *usual.values()])
    statements = [
        _statement(claims[id], incident.id, origin.id, documents, voices)
        for incident in incidents
        for origin in incident.origins
        for id in origin.claims
        if id in claims and claims[id].document_id in documents
    ]
    review = review_night(
        night,
        statements,
        posted=_times(posted, voices),
        usual=dict(Counter(voice for texts in before for voice in {voices[id] for id in texts if id in voices})),
        nights_before=NIGHTS_BEFORE,
        hours=(begin, min(begin + _NIGHT, max(until, begin))),
    )
    return build_after_action(review, region, incidents, claims, documents, names, policy=shelf.policy.name)


def check_region(region: str | None) -> None:
    """Refuse what is no region.

    Raises:
        NotFoundError: No such region.
    """
    if region is not None and region not in load_packs().places:
        raise NotFoundError(say("{region}: no such region; ids are ISO 3166-2, such as RU-KLU or UA-63", region=region))


def _texts_before(shelf: Shelf, look: Look, night: date, region: str | None) -> list[set[str]]:
    """Return the texts about a region of each of the nights before; only what may be shown counts."""
    held = set(shelf.labels(look))
    before = [night - timedelta(days=back) for back in range(1, NIGHTS_BEFORE + 1)]
    return [
        {
            id
            for item in shelf.night(look, label).items
            if region is None or region in item.regions
            for id in item.documents
        }
        for label in before
        if label in held
    ]


def _name_sources(documents: Iterable[Document]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the source of each text, and a name for each source."""
    families = load_outlet_families()
    voices = {document.id: families.voice_of(document) for document in documents}
    names: dict[str, str] = {}
    for document in documents:
        names.setdefault(
            voices[document.id], document.outlet.name or document.outlet.handle or say("outlet not reported")
        )
    return voices, names


def _times(documents: Mapping[str, Document], voices: Mapping[str, str]) -> dict[str, list[datetime]]:
    found: dict[str, list[datetime]] = defaultdict(list)
    for id, document in documents.items():
        if document.published_at is not None:
            found[voices[id]].append(document.published_at)
    return found


def _statement(
    claim: Claim, incident: str, origin: str, documents: Mapping[str, Document], voices: Mapping[str, str]
) -> Statement:
    window = claim.time
    about = None
    if window is not None and window.precision in BY_THE_CLOCK:
        about = window.end or window.start
    return Statement(
        claim=claim.id,
        incident=incident,
        document=claim.document_id,
        source=voices[claim.document_id],
        at=documents[claim.document_id].published_at,
        about=about,
        origin=origin,
        value=f"{claim.count and claim.count.interval} {claim.harm}",
    )
