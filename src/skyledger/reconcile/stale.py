"""Reprints inside a group: link put them with the first night, so their own window must not speak."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from skyledger.reconcile.members import Member


def mark_stale(members: Sequence[Member], after_days: float) -> tuple[Member, ...]:
    """Mark the members whose window lies far after the first member's and whose text is later, too.

    Args:
        members: Members oldest first.
        after_days: Days between the end of the first window and the start of a reprint's.

    Returns:
        The members in the same order, ``stale`` set where it applies.
    """
    first_end = _end(next((m for m in members if m.claim.time is not None), None))
    if first_end is None:
        return tuple(members)
    limit = first_end + timedelta(days=after_days)
    return tuple(replace(m, stale=True) if _starts_after(m, limit) else m for m in members)


def _end(member: Member | None) -> datetime | None:
    if member is None or member.claim.time is None:
        return None
    return member.claim.time.end or member.claim.time.start


def _starts_after(member: Member, limit: datetime) -> bool:
    time = member.claim.time
    return time is not None and time.start is not None and time.start > limit
