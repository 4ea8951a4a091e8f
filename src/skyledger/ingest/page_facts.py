"""What a news page says of itself in JSON-LD and meta elements: title, time, publisher, address."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from skyledger.ingest.compose import host_of, one_line
from skyledger.ingest.instants import parse_instant
from skyledger.ingest.json_text import JsonTextError, as_array, as_object, as_text, parse_json
from skyledger.ingest.markup import attribute, node_text

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.created", "pubdate", "publish-date", "publication_date", "dc.date", "date",
)  # fmt: skip
_EDITED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_ARTICLES = frozenset({"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "LiveBlogPosting", "Report"})
_MAX_NODES = 2_000  # of JSON-LD; a page has dozens


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself; ``""`` and None where it says nothing.

    Attributes:
        body: The article's text, where JSON-LD carries it.
        description: The summary meant for previews.
    """

    title: str
    published_at: datetime | None
    edited_at: datetime | None
    site: str
    url: str
    body: str
    description: str


def read_page_facts(tree: LexborHTMLParser) -> PageFacts:
    """Return what the page says of itself."""
    meta = _meta(tree)
    article = next(_articles(tree), {})
    canonical = attribute(tree.css_first("link[rel=canonical]"), "href")
    address = next((a for a in (canonical, meta.get("og:url", "")) if a.startswith(("http://", "https://"))), "")
    return PageFacts(
        title=_title(tree, meta, article),
        published_at=_first_time(
            [as_text(article.get("datePublished")), *_values(meta, _PUBLISHED), *_time_elements(tree)]
        ),
        edited_at=_first_time([as_text(article.get("dateModified")), *_values(meta, _EDITED)]),
        site=meta.get("og:site_name") or _publisher(article) or host_of(address),
        url=address,
        body=as_text(article.get("articleBody")),
        description=meta.get("og:description") or meta.get("description") or "",
    )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = attribute(node, "property") or attribute(node, "name") or attribute(node, "itemprop")
        if name:
            found.setdefault(name.lower(), one_line(attribute(node, "content")))
    return found


def _values(meta: dict[str, str], names: tuple[str, ...]) -> list[str]:
    return [meta[name] for name in names if meta.get(name)]


def _time_elements(tree: LexborHTMLParser) -> list[str]:
    """Return the times an article's own ``<time>`` elements give; those of teasers stand outside of it."""
    nodes = tree.css("time[itemprop=datePublished][datetime], time[pubdate][datetime], article time[datetime]")
    return [attribute(node, "datetime") for node in nodes]


def _first_time(values: list[str]) -> datetime | None:
    return next((time for time in map(parse_instant, values) if time is not None), None)


def _title(tree: LexborHTMLParser, meta: dict[str, str], article: dict[str, object]) -> str:
    """Return the headline: the page's single first heading, else what it tells machines, else its window title."""
    headings = [text for text in (one_line(node_text(node)) for node in tree.css("h1")) if text]
    if len(headings) == 1:
        return headings[0]
    window = tree.css_first("title")
    return (
        one_line(as_text(article.get("headline")))
        or meta.get("og:title", "")
        or (headings[0] if headings else "" if window is None else one_line(window.text()))
    )


def _articles(tree: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Yield the article objects of the page's JSON-LD, also from inside graphs and lists."""
    todo: deque[object] = deque()
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            todo.append(parse_json(node.text()))
        except JsonTextError:
            continue  # a broken block says nothing; the page's other marks remain
    for _ in range(_MAX_NODES):
        if not todo:
            return
        value = todo.popleft()
        if isinstance(value, list):
            todo.extend(value)
            continue
        item = as_object(value)
        kinds = [as_text(item.get("@type")), *map(as_text, as_array(item.get("@type")))]
        if _ARTICLES.intersection(kinds):
            yield item
        todo.extend(as_array(item.get("@graph")))


def _publisher(article: dict[str, object]) -> str:
    publisher = article.get("publisher")
    return one_line(as_text(as_object(publisher).get("name")) or as_text(publisher))
