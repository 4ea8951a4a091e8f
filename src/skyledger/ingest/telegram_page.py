"""Saved preview pages of a public channel (t.me/s/name) and single embedded posts (?embed=1)."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from skyledger.ingest.compose import Draft, compose_document
from skyledger.ingest.decode_file import decode_page
from skyledger.ingest.instants import parse_instant
from skyledger.ingest.markup import attribute, has_class, node_text, outermost, parse_markup
from skyledger.ingest.records import RawFile, ReadFault, ReadItem
from skyledger.ingest.telegram import message_id, message_url
from skyledger.model import Outlet

_POST = re.compile(r"([A-Za-z]\w{2,63})/(\d{1,12})")
_REPLY = re.compile(r"t\.me/(?:s/)?(\w+)/(\d{1,12})")

# Text that stands in a post without being the post's own: the quote of what it answers, and the card of a link.
_NOT_OWN = ("tgme_widget_message_reply", "tgme_widget_message_link_preview", "tgme_widget_message_poll")


def read_telegram_page(raw: RawFile) -> Iterator[ReadItem]:
    """Yield one document per post that has a text."""
    decoded = decode_page(raw, "a page")
    if isinstance(decoded, ReadFault):
        yield decoded
        return
    yield from decoded.damage
    tree = parse_markup(decoded.text)
    title = _first_text(tree, ".tgme_channel_info_header_title")
    posts = tree.css("div.tgme_widget_message[data-post]")
    for index, post in enumerate(posts):
        yield from _read_post(raw, post, title, f"post[{index}]")
    if not posts:
        yield raw.fault("file", _why_empty(tree))


def _why_empty(tree: LexborHTMLParser) -> str:
    said = _first_text(tree, ".tgme_widget_message_error")
    return f"Telegram shows no post here: {said}" if said else "a Telegram page without posts"


def _first_text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return "" if node is None else node_text(node)


def _read_post(raw: RawFile, post: LexborNode, channel_title: str, place: str) -> Iterator[ReadItem]:
    if has_class(post, "service_message"):
        return
    address = _POST.match(attribute(post, "data-post"))
    if address is None:
        yield raw.fault(place, "data-post is not of the form channel/number")
        return
    handle, number = address[1], address[2]
    body = _text_of(post, "tgme_widget_message_text", "\n\n")
    if not body:
        return  # a photo or video without a caption
    stamp = _stamp(post)
    published = parse_instant(stamp)
    if published is None:
        yield raw.fault(place, f"the post's time {stamp!r} is not a time" if stamp else "the post has no time")
    draft = Draft(
        body=body,
        source=place,
        outlet=Outlet(
            name=_text_of(post, "tgme_widget_message_owner_name") or channel_title, handle=handle, type="channel"
        ),
        url=message_url(handle, number),
        id=message_id(handle, number),
        published_at=published,
        forwarded_from=_text_of(post, "tgme_widget_message_forwarded_from_name"),
        reply_to=_reply(post, handle),
    )
    yield compose_document(raw, draft)


def _is_post(node: LexborNode) -> bool:
    return has_class(node, "tgme_widget_message") and attribute(node, "data-post") != ""


def _is_foreign(node: LexborNode) -> bool:
    """Tell whether a node inside a post is not the post's own; on a damaged page even the next post can be inside."""
    return any(has_class(node, name) for name in _NOT_OWN) or _is_post(node)


def _own(post: LexborNode, name: str) -> list[LexborNode]:
    """Return the post's own outermost nodes of a class; an album wraps its caption in the same class twice."""
    return outermost(post, lambda node: has_class(node, name), _is_foreign)


def _text_of(post: LexborNode, name: str, between: str = " ") -> str:
    texts = (node_text(node, _is_foreign) for node in _own(post, name))
    return between.join(text for text in texts if text)


def _stamp(post: LexborNode) -> str:
    """Return the post's time as written; a video's length is a ``<time>`` too, but outside the date's link."""
    for link in _own(post, "tgme_widget_message_date"):
        stamp = attribute(link.css_first("time[datetime]"), "datetime")
        if stamp:
            return stamp
    return ""


def _reply(post: LexborNode, handle: str) -> str:
    quotes = outermost(post, lambda node: has_class(node, "tgme_widget_message_reply"), _is_post)
    found = _REPLY.search(attribute(quotes[0], "href")) if quotes else None
    if found is None or found[1].lower() != handle.lower():
        return ""
    return message_id(handle, found[2])
