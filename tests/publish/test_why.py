"""The chain behind a figure."""

import json
from dataclasses import replace
from typing import Any

import pytest

from skyledger.errors import NotFoundError
from skyledger.model import Finding, Span
from skyledger.publish import Why, build_why, public_policy, render_why, render_why_json
from skyledger.publish.quote import quote_around
from skyledger.publish.times import time_words
from skyledger.publish.why_findings import show_findings
from tests.publish.night import NOW, a_small_night

DISPUTED = next(i for i in a_small_night().incidents if i.status.value == "disputed")


def _why(id: str, **more: Any) -> Why:
    night = a_small_night()
    return build_why(
        id,
        documents=night.documents,
        claims=night.claims,
        incidents=night.incidents,
        now=NOW,
        **more,
    )


def test_a_finding_shows_support_dissent_and_versions() -> None:
    why = _why(f"{DISPUTED.id}:count")
    assert [(w.stance, w.says) for w in why.witnesses] == [
        ("for", "23"),
        ("for", "23"),
        ("earlier", "6"),
        ("against", "22"),
    ]
    assert (len(why.origins), why.sides) == (2, 1)
    assert all(o.reason for o in why.origins)


def test_a_window_is_told_with_its_words() -> None:
    incident = next(i for i in a_small_night().incidents if i.window is not None)
    told = Finding(field="window", value="Ночью", interval=None, supporting=(), dissenting=())
    shown = show_findings(replace(incident, findings=(told,)), "", {}, {})
    assert [f.value for f in shown] == [f"{time_words(incident.window)} (“Ночью”)"]


def test_exact_words_stand_in_their_sentence() -> None:
    quote = _why(f"{DISPUTED.id}:count").witnesses[1].quote
    assert (quote.before, quote.words) == ("Air defences shot down ", "23")
    assert quote.after.endswith("wrote on Telegram.")


def test_a_claim_asked_for_comes_first() -> None:
    against = DISPUTED.findings[0].dissenting[0]
    why = _why(against)
    assert why.witnesses[0].claim == against
    assert why.witnesses[0].stance == "against"


def test_a_claim_outside_every_incident_still_has_its_words() -> None:
    night = a_small_night()
    old = next(c for c in night.claims if c.status.value == "background")
    why = _why(old.id)
    assert why.incident == ""
    assert why.witnesses[0].quote.words == "267"


@pytest.mark.parametrize(("id", "words"), [("c1-nothing", "no claim"), (f"{DISPUTED.id}:killed", "it has: count")])
def test_an_unknown_id_is_one_clear_line(id: str, words: str) -> None:
    with pytest.raises(NotFoundError, match=words) as caught:
        _why(id)
    assert "\n" not in str(caught.value)


def test_what_is_not_due_is_not_explained() -> None:
    with pytest.raises(NotFoundError):
        _why(DISPUTED.id, policy=public_policy())


def test_renderers_agree_and_fit() -> None:
    why = _why(DISPUTED.id)
    text = render_why(why, width=80)
    assert max(map(len, text.splitlines())) <= 80
    assert "[[23]]" in text
    data = json.loads(render_why_json(why))
    assert data["shape"] == "skyledger.why/1"
    assert len(data["witnesses"]) == 4


def test_a_quote_is_cut_at_the_sentence_and_never_endless() -> None:
    text = "Before. Some " + "a" * 500 + " 40 drones. After."
    quote = quote_around(text, Span(start=text.index("40"), stop=text.index("40") + 2))
    assert "After" not in quote.after
    assert len(quote.before) <= 240


def test_the_chain_is_told_origin_by_origin_with_the_reasons() -> None:
    text = render_why(_why(f"{DISPUTED.id}:count"), width=80)
    first, second = text.index("Origin 1: "), text.index("Origin 2: ")
    assert first < text.index("[[23]]")
    assert second < text.index("(against: 22)")
    for origin in _why(DISPUTED.id).origins:
        assert origin.reason.split()[0] in text


def test_equal_words_of_several_texts_are_quoted_once() -> None:
    why = _why(f"{DISPUTED.id}:count")
    first = why.witnesses[0]
    text = render_why(replace(why, witnesses=(*why.witnesses, replace(first, claim="c1-copy", outlet="Copy"))))
    assert text.count(first.quote.before + "[[" + first.quote.words) <= 1
    assert "Copy" in text
    assert "c1-copy" in text


def test_an_initial_ends_no_sentence() -> None:
    text = "Before. Governor V. Name said 40 drones. After."
    start = text.index("40")
    assert quote_around(text, Span(start=start, stop=start + 2)).before == "Governor V. Name said "


def test_a_time_of_day_ends_no_sentence() -> None:
    text = "Before. From 2.00 to 3.30 some 40 drones. After."
    start = text.index("40")
    assert quote_around(text, Span(start=start, stop=start + 2)).before == "From 2.00 to 3.30 some "


def test_every_finding_is_listed_and_a_figure_that_changed_over_time() -> None:
    why = _why(DISPUTED.id)
    assert {f.field for f in why.findings} == {f.field for f in DISPUTED.findings}
    count = next(f for f in why.findings if f.field == "count")
    assert [(v.value, v.stands) for v in count.versions] == [("6", False), ("23", True)]
    text = render_why(why, width=100)
    assert "Over time: count" in text
    assert "23 (stands)" in text
    assert max(map(len, text.splitlines())) <= 100
    assert json.loads(render_why_json(why))["findings"][0]["versions"][0]["claim"]


def test_a_figure_said_once_has_no_development() -> None:
    single = next(i for i in a_small_night().incidents if i.status.value == "single")
    assert all(not f.versions for f in _why(single.id).findings)


def test_a_total_is_shown_with_its_verdict_and_its_parts() -> None:
    night = a_small_night()
    tally = next((i for i in night.incidents if i.totals), None)
    assert tally is not None
    why = _why(tally.id)
    assert why.totals == tuple(c.sentence for c in why.checks)
    assert f"{why.checks[0].verdict}: " in render_why(why)
    assert why.checks[0].parts
