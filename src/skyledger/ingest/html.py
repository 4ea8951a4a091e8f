"""News pages: the article alone, without menus, teasers and footers."""

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from skyledger.ingest.compose import Draft, compose_document, host_of, one_line
from skyledger.ingest.decode_file import decode_page
from skyledger.ingest.markup import attribute, markup_to_text, node_text, outermost, parse_markup
from skyledger.ingest.page_facts import PageFacts, read_page_facts
from skyledger.ingest.records import RawFile, ReadFault, ReadItem
from skyledger.model import Outlet

# An article shorter than this is looked for again in other ways; a two-sentence news flash is longer.
SHORT_CHARS = 60

# In 105,000 fuzzing runs over all formats trafilatura raised nothing: it catches ValueError and TypeError itself.
# These are what its many heuristics could raise on a tree nobody foresaw; _own_extraction then reads the page.
EXTRACTOR_ERRORS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)

# trafilatura needs up to 0.2 ms a tag on hostile pages; a news page has 1,000 to 5,000.
MAX_TAGS = 20_000

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "header", "form", "button", "menu", "dialog"})
_FURNITURE_WORDS = (
    "menu", "footer", "sidebar", "related", "share", "social", "comment", "cookie", "banner", "subscribe", "breadcrumb",
)  # fmt: skip


def read_html(raw: RawFile) -> Iterator[ReadItem]:
    """Yield the article of the page."""
    decoded = decode_page(raw, "a page")
    if isinstance(decoded, ReadFault):
        yield decoded
        return
    yield from decoded.damage
    tree = parse_markup(decoded.text)
    facts = read_page_facts(tree)
    body = _find_body(decoded.text, tree, facts)
    if not body.strip():
        yield raw.fault("file", "no article is found on the page")
        return
    title, edited = facts.title, facts.edited_at
    first, _, rest = body.partition("\n")
    if rest and one_line(first) == title:
        body = rest  # the page's heading, which the document has as its title
    draft = Draft(
        body=body,
        source="article",
        title=title or None,
        outlet=Outlet(name=facts.site, handle=host_of(facts.url), type="news"),
        url=facts.url,
        published_at=facts.published_at,
        edited_at=edited
        if edited is not None and facts.published_at is not None and edited > facts.published_at
        else None,
    )
    yield compose_document(raw, draft)


def _find_body(page: str, tree: LexborHTMLParser, facts: PageFacts) -> str:
    """Return the first text long enough to be an article, else the longest; each way is tried only when needed."""
    ways: tuple[Callable[[], str], ...] = (
        lambda: _extract_article(page),
        lambda: markup_to_text(facts.body),
        lambda: _own_extraction(tree),
        lambda: facts.description,
    )
    longest = ""
    for find in ways:
        text = find()
        if len(text) >= SHORT_CHARS:
            return text
        longest = max(longest, text, key=len)
    return longest


def _extract_article(page: str) -> str:
    """Return the article's text as trafilatura finds it, or ``""``."""
    if page.count("<") > MAX_TAGS:
        return ""
    from trafilatura import bare_extraction  # half a second to import, and only for pages

    try:
        found = bare_extraction(page.replace("\x00", "\ufffd"), include_comments=False, favor_precision=True)
    except EXTRACTOR_ERRORS:
        return ""
    text = getattr(found, "text", None)
    return text.strip() if isinstance(text, str) else ""


def _own_extraction(tree: LexborHTMLParser) -> str:
    """Return the paragraphs of the article element or, without one, of the page, without what frames them."""
    for selector in ("[itemprop=articleBody]", "article", "main", "body"):
        node = tree.css_first(selector)
        if node is None:
            continue
        paragraphs = [node_text(p) for p in outermost(node, lambda inner: inner.tag == "p", _is_furniture)]
        text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
        if not text and selector != "body":
            text = node_text(node, _is_furniture)
        if text:
            return text
    return ""


def _is_furniture(node: LexborNode) -> bool:
    if node.tag in _FURNITURE_TAGS or node.tag == "h1":
        return True
    if node.tag in ("html", "body", "main", "article"):
        return False
    marks = f"{attribute(node, 'class')} {attribute(node, 'id')} {attribute(node, 'role')}".lower()
    return any(word in marks for word in _FURNITURE_WORDS)
