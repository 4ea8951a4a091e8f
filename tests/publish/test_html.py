"""The page: every number leads to its words, and nothing foreign gets to act."""

import base64
import hashlib
import re

import pytest

from skyledger.publish import build_sitrep, public_policy, render_html
from skyledger.publish.words import clean_text
from tests.publish.night import LATER, NIGHT, NOW, a_small_night
from tests.publish.page_reader import Node, read_page


@pytest.fixture(scope="module")
def html() -> str:
    return render_html(build_sitrep(NIGHT, now=NOW, **a_small_night().arguments()))


@pytest.fixture(scope="module")
def page(html: str) -> Node:
    return read_page(html)


def _ids(page: Node) -> dict[str, Node]:
    return {n.attrs["id"]: n for n in page.walk() if "id" in n.attrs}


def _is_frame(node: Node) -> bool:
    """Words that are no statements: title, axis, scale, codes, dates of publication, the texts themselves, names."""
    return any(
        a.tag in ("head", "header", "script", "style", "footer", "title", "time")
        or "data-axis" in a.attrs
        or "axis" in a.attrs.get("class", "").split()
        or a.attrs.get("class") in ("words", "key", "tag", "name", "uses", "own")
        for a in node.ancestors()
    )


def test_every_number_is_a_link_to_something_that_exists(page: Node) -> None:
    ids = _ids(page)
    checked = 0
    for node in page.walk():
        if _is_frame(node) or not any(isinstance(c, str) and re.search(r"\d", c) for c in node.children):
            continue
        if node.text.startswith("Highlighted words") or node.tag == "code":
            continue
        links = [a for a in node.ancestors() if a.tag == "a" and a.attrs["href"].startswith("#")]
        assert links, f"a number without a link: {node.text!r}"
        assert links[0].attrs["href"][1:] in ids
        checked += 1
    assert checked > 80


def test_figures_lead_to_the_exact_evidence(page: Node) -> None:
    night = a_small_night()
    sitrep = build_sitrep(NIGHT, now=NOW, **night.arguments())
    ids = _ids(page)
    for shown in sitrep.documents:
        for claim_id in shown.claims:
            for evidence in sitrep.claims[claim_id].evidence:
                mark = ids[f"ev-{shown.key}-{evidence.span.start}-{evidence.span.stop}"]
                assert mark.tag == "mark"
                assert mark.text == clean_text(evidence.text)
                assert any(a.attrs.get("id") == f"doc-{shown.key}" for a in mark.ancestors())


@pytest.mark.parametrize(
    ("value", "words"), [("94", "94"), ("more than 10", "более 10"), ("at least 3", "щонайменше 3 людини")]
)
def test_a_headline_figure_leads_to_its_own_words(page: Node, value: str, words: str) -> None:
    ids = _ids(page)
    link = next(n for n in page.walk() if n.attrs.get("class", "").startswith("num") and n.text == value)
    assert ids[link.attrs["href"][1:]].text == words


def test_documents_lead_back_to_the_figures(page: Node) -> None:
    ids = _ids(page)
    backs = [n for p in page.walk() if p.attrs.get("class") == "uses" for n in p.walk() if n.tag == "a"]
    assert len(backs) > 20
    assert all(n.attrs["href"][1:] in ids for n in backs)


def test_ids_are_unique_and_every_inner_link_lands(page: Node) -> None:
    ids = [n.attrs["id"] for n in page.walk() if "id" in n.attrs]
    assert len(ids) == len(set(ids))
    for node in page.walk():
        for name in ("href", "fill", "clip-path"):
            found = re.fullmatch(r"(?:#|url\(#)([^)]*)\)?", node.attrs.get(name, ""))
            assert found is None or found[1] in ids, node.attrs


def test_nothing_is_fetched_and_outer_links_are_tame(page: Node, html: str) -> None:
    for node in page.walk():
        assert not {"src", "srcset", "data", "poster", "background", "xlink:href"} & set(node.attrs)
        assert node.tag not in ("link", "iframe", "object", "embed", "img", "form", "base")
        href = node.attrs.get("href", "#")
        if not href.startswith("#"):
            assert href.startswith(("https://", "http://"))
            assert "noopener" in node.attrs["rel"]
    assert "@import" not in html
    assert not re.search(r"url\((?!#)", html)


def test_attack_strings_are_inert(page: Node, html: str) -> None:
    scripts = [n for n in page.walk() if n.tag == "script"]
    styles = [n for n in page.walk() if n.tag == "style"]
    assert len(scripts) == len(styles) == 1
    for node in page.walk():
        assert not any(name.startswith("on") for name in node.attrs)
        assert "style" not in node.attrs
        assert not node.attrs.get("href", "").lower().startswith("javascript")
    assert "alert(" not in scripts[0].text
    post = next(n for n in page.walk() if n.attrs.get("class") == "words" and "alert('x')" in n.text)
    assert "<script>alert('x')</script></style><img src=x" in post.text
    assert not set(html) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u200b\x1b\x00")


def test_the_content_policy_allows_only_our_own_style_and_script(page: Node) -> None:
    policy = next(n for n in page.walk() if n.attrs.get("http-equiv") == "Content-Security-Policy").attrs["content"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        text = next(n for n in page.walk() if n.tag == tag).text
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_our_own_words_never_say_coordinated(page: Node) -> None:
    own = [n for n in page.walk() if not any(a.attrs.get("class") == "words" for a in n.ancestors())]
    assert not any("coordinated" in c.lower() for n in own for c in n.children if isinstance(c, str))
    assert "coordinated" in page.text  # the quote keeps it


def test_signs_on_the_map_follow_precision(page: Node) -> None:
    shapes = [n.attrs.get("class", "") for n in page.walk()]
    wide = next(n for n in page.walk() if n.attrs.get("class") == "wide map")
    classes = [n.attrs.get("class") for n in wide.walk()]
    assert classes.count("area listed") == 2  # both members of the list, no pin
    assert classes.count("plane") == 3
    assert classes.count("sign district") == 1
    assert "area stated" in shapes
    arrows = [n for n in wide.walk() if n.attrs.get("class") == "far-end"]
    assert [a.text for a in arrows] == ["Chelyabinsk"]


def test_an_empty_night_is_not_called_calm() -> None:
    night = a_small_night()
    html = render_html(build_sitrep(NIGHT, now=NOW, documents=(), claims=(), incidents=(), expected=night.expected))
    page = read_page(html)
    assert "not the same as a calm night" in page.text
    assert "not reported" in page.text
    assert ">0<" not in html.split("<main>")[1].split("Behind this")[0]


def test_the_public_page_shows_no_fine_place_and_no_secret() -> None:
    html = render_html(build_sitrep(NIGHT, now=LATER, policy=public_policy(), **a_small_night().arguments()))
    for secret in ("Афипск", "Afipsky", "Вигадана", "Выдуманный", "555 01 23", "Міллерово", "38.84", "kub-1"):
        assert secret not in html
    assert "withheld" in html
