"""One text as received, and who published it."""

from dataclasses import dataclass
from datetime import datetime

from skyledger.model.kinds import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published a document (a channel or a site), which is not who speaks in it.

    Attributes:
        name: Name as shown by the outlet, or ``""``.
        handle: Telegram user name without ``@``, or a site's host name, or ``""``.
        type: ``official``, ``channel``, ``news``, ``rewrite``, ``regulator``, ``notice`` or any other word.
    """

    name: str = ""
    handle: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as received; never altered again, and spans point into ``text``.

    Attributes:
        id: Id as given by the input, else a content hash ``d1-<16 hex>``.
        text: Title (if any) + blank line + body.
        title: The title alone, or None.
        published_at: Aware UTC, or None when unknown. Never the time of what it reports.
        retrieved_at: Aware UTC, or None.
        edited_at: Aware UTC of the last edit the source admits, or None.
        forwarded_from: Name of the channel a post was forwarded from, or ``""``.
        reply_to: Id of the message replied to within the same outlet, or ``""``.
        sha256: Hash of the raw bytes of the file it came from, hex.
        reader: Which reader produced it, with its version: ``telegram_export/1``.
        source: Where in the input it stood: ``result.json#messages[12]``.
    """

    id: str
    text: str
    outlet: Outlet = Outlet()
    url: str = ""
    title: str | None = None
    lang: Lang = Lang.UND
    published_at: datetime | None = None
    retrieved_at: datetime | None = None
    edited_at: datetime | None = None
    forwarded_from: str = ""
    reply_to: str = ""
    sha256: str = ""
    reader: str = ""
    source: str = ""
