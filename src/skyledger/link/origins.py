"""Who said it first: inside one incident, which claims go back to one statement by one speaker.

A speaker is one origin, however many texts name them and however the figure grows. A text that names nobody joins
the origin it repeats (signals in order: headline over attributed text, forward or link, the same figures, the same
words, the same facts later), else stands alone as "unattributed, only in <outlet>". Where nothing tells whether texts
that name nobody copied each other, they count as one and are marked unmeasured.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from skyledger.link.corpus import Corpus, is_own_post, name_voice
from skyledger.link.fact import speaks_for_itself
from skyledger.link.origin_reason import tell_reason
from skyledger.link.repeats import (
    adds_nothing,
    cites,
    outlet_label,
    share_telling_figures,
    shared_figures,
    shared_statements,
    states_figure,
)
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.ids import origin_id
from skyledger.model.incident import Origin
from skyledger.say import Told, tell


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An origin in the making, claims earliest first."""

    claims: list[Claim]
    why: list[str] = field(default_factory=list)
    measured: bool = True

    def own_post_h(self, corpus: Corpus) -> float | None:
        """Return when the speaker's own channel first said it, or None when that post is not in the ledger."""
        own = [c for c in self.claims if is_own_post(c, corpus)]
        times = [t for c in own if (t := corpus.published_h(c)) is not None]
        return min(times, default=None)


Signal = Callable[[Claim, _Draft, Sequence[Claim], Corpus], str | None]


def trace_origins(claims: Sequence[Claim], corpus: Corpus) -> tuple[Origin, ...]:
    """Trace the claims of one incident to their origins.

    Args:
        claims: The claims of the incident, in any order.
        corpus: Documents, figures, reprints, outlet families and policy.

    Returns:
        Origins, earliest first; every claim is in exactly one.
    """
    listed = sorted(claims, key=corpus.order)
    named: dict[str, _Draft] = {}
    for claim in listed:
        if claim.speaker is not None:
            voice = corpus.families.voice_of_speaker(claim.speaker)
            named.setdefault(voice, _Draft(claims=[])).claims.append(claim)
    spoken = {id(d): list(d.claims) for d in named.values()}  # what was attributed, before anything joins
    speakers = sorted(named.values(), key=lambda d: corpus.order(d.claims[0]))
    institutions = _institutions([c for c in listed if c.speaker is None], speakers, spoken, corpus)
    spoken |= {id(d): list(d.claims) for d in institutions}
    attributed = sorted(speakers + institutions, key=lambda d: corpus.order(d.claims[0]))
    placed = {c.id for d in institutions for c in d.claims}
    loose: list[Claim] = []
    for claim in (c for c in listed if c.speaker is None and c.id not in placed):
        home = _home_of(claim, attributed, spoken, corpus)
        if home is None:
            loose.append(claim)
        else:
            home[0].claims.append(claim)
            home[0].why.append(home[1])
    drafts = attributed + _unattributed(loose, attributed, corpus)
    return tuple(_finish(d, corpus) for d in sorted(drafts, key=lambda d: min(corpus.order(c) for c in d.claims)))


def _institutions(
    claims: Sequence[Claim], speakers: Sequence[_Draft], spoken: Mapping[int, Sequence[Claim]], corpus: Corpus
) -> list[_Draft]:
    """Gather what institutions no pack knows say in their own channels: one draft each.

    To say the same as a speaker is no copying for them; to quote, forward or retell one's words after them is.
    """
    found: dict[str, _Draft] = {}
    for claim in claims:
        if not speaks_for_itself(claim, corpus.documents.get(claim.document_id)):
            continue
        if _home_of(claim, speakers, spoken, corpus, signals=(_is_headline, _is_forward, _copies_words)) is None:
            found.setdefault(corpus.voice(claim), _Draft(claims=[])).claims.append(claim)
    return list(found.values())


def _home_of(
    claim: Claim,
    drafts: Sequence[_Draft],
    spoken: Mapping[int, Sequence[Claim]],
    corpus: Corpus,
    *,
    signals: Sequence[Signal] | None = None,
) -> tuple[_Draft, str] | None:
    """Return the attributed origin an unattributed claim repeats, with the reason; the first signal counts."""
    for signal in signals or _SIGNALS:
        found = [(d, why) for d in drafts if (why := signal(claim, d, spoken[id(d)], corpus)) is not None]
        if found:  # two speakers may have said it; the text has most in common with the one it retells
            return max(found, key=lambda pair: _in_common(claim, spoken[id(pair[0])], corpus))
    return None


def _heads_what_is_told(claim: Claim, draft: _Draft, known: Sequence[Claim], corpus: Corpus) -> str | None:
    """A headline belongs to the speaker in its text who gave its number, before one who gave another."""
    why = _is_headline(claim, draft, known, corpus)
    return why if why and adds_nothing(claim, [k for k in known if k.document_id == claim.document_id]) else None


def _in_common(claim: Claim, known: Sequence[Claim], corpus: Corpus) -> int:
    texts = dict.fromkeys(k.document_id for k in known)
    return shared_statements(claim.document_id, texts, corpus.figures, corpus.statements)


def _is_headline(claim: Claim, draft: _Draft, known: Sequence[Claim], corpus: Corpus) -> str | None:
    document = corpus.documents.get(claim.document_id)
    if document is None or not any(k.document_id == claim.document_id for k in known):
        return None
    title_end = 0 if document.title is None else len(document.title)
    if max((e.span.stop for e in claim.evidence), default=title_end + 1) <= title_end:
        return tell(Told.UNDER_HEADLINE, who=name_voice(known, corpus))
    return tell(Told.SAME_TEXT_NAMES, who=name_voice(known, corpus)) if adds_nothing(claim, known) else None


def _is_forward(claim: Claim, draft: _Draft, known: Sequence[Claim], corpus: Corpus) -> str | None:
    document = corpus.documents.get(claim.document_id)
    if document is None:
        return None
    source = cites(document, _texts(draft.claims, corpus))
    if source is None or not (document.forwarded_from or adds_nothing(claim, known)):
        return None
    return tell(Told.FORWARDED, outlet=outlet_label(source))


def _shares_figures(claim: Claim, draft: _Draft, known: Sequence[Claim], corpus: Corpus) -> str | None:
    others = dict.fromkeys(k.document_id for k in known)
    shared = shared_figures(claim.document_id, others, corpus.figures, corpus.policy)
    if shared is None or not adds_nothing(claim, known):
        return None
    if _leads(claim, draft, corpus) and not share_telling_figures(
        claim.document_id, others, corpus.figures, corpus.policy
    ):
        return None  # "one drone, three injured" can be seen by two people; a long list of numbers cannot
    return tell(Told.SAME_FIGURES, figures=shared, who=name_voice(known, corpus))


def _shares_words(claim: Claim, draft: _Draft, known: Sequence[Claim], corpus: Corpus) -> str | None:
    if not adds_nothing(claim, known) or corpus.sentences.reuse_between([claim], list(known)) is None:
        return None
    return tell(Told.REPEATS_WORDS_UNNAMED, who=name_voice(known, corpus))


def _copies_words(claim: Claim, draft: _Draft, known: Sequence[Claim], corpus: Corpus) -> str | None:
    return None if _leads(claim, draft, corpus) else _shares_words(claim, draft, known, corpus)


def _repeats_facts(claim: Claim, draft: _Draft, known: Sequence[Claim], corpus: Corpus) -> str | None:
    if not adds_nothing(claim, known) or _leads(claim, draft, corpus):
        return None
    code = Told.REPEATS_FIGURES_UNNAMED if states_figure(claim) else Told.REPEATS_REPORT_UNNAMED
    return tell(code, who=name_voice(known, corpus))


_SIGNALS: tuple[Signal, ...] = (
    _heads_what_is_told, _is_forward, _shares_figures, _shares_words, _repeats_facts, _is_headline,
)  # fmt: skip


def _leads(claim: Claim, draft: _Draft, corpus: Corpus) -> bool:
    """Tell whether a claim was out clearly before the speaker's own post, so that it cannot repeat it."""
    own, published = draft.own_post_h(corpus), corpus.published_h(claim)
    return own is not None and published is not None and own - published >= corpus.policy.origins.lead_min / 60.0


def _unattributed(claims: Sequence[Claim], attributed: Sequence[_Draft], corpus: Corpus) -> list[_Draft]:
    """Gather claims that repeat no speaker: one draft a voice, joined wherever one repeats the other.

    Joining is transitive, so a copy can only bring voices together and never adds an origin.
    """
    by_voice: dict[str, _Draft] = {}
    for claim in claims:
        by_voice.setdefault(corpus.voice(claim), _Draft(claims=[])).claims.append(claim)
    taken = {c.document_id for d in attributed for c in d.claims}
    done: list[_Draft] = []
    for draft in sorted(by_voice.values(), key=lambda d: corpus.order(d.claims[0])):
        draft.measured = _is_independent(draft, attributed, taken, corpus)
        voice = list(draft.claims)
        for other in list(done):
            why = _repeats_voice(voice, other.claims, corpus)
            if why is not None:
                draft.measured = draft.measured and other.measured and why != _UNTOLD
                draft.claims = other.claims + draft.claims
                draft.why = [*other.why, why, *draft.why]
                done.remove(other)
        done.append(draft)
    return done


def _is_independent(draft: _Draft, attributed: Sequence[_Draft], taken: set[str], corpus: Corpus) -> bool:
    """Tell whether a voice could have known by itself.

    Its text quotes nobody; beside a speaker it came clearly before the speaker's own post, else it has a figure.
    """
    own = [c for c in draft.claims if c.document_id not in taken]
    if attributed:
        return any(_leads(c, d, corpus) for c in own for d in attributed)
    return any(states_figure(c) for c in own)


_UNTOLD = tell(Told.SAYS_SO_TOO)


def _repeats_voice(voice: Sequence[Claim], other: Sequence[Claim], corpus: Corpus) -> str | None:
    """Return why two unattributed voices are one origin: either repeats the other."""
    label = outlet_label(corpus.documents.get(other[0].document_id))
    ours, theirs = _texts(voice, corpus), _texts(other, corpus)
    if any(cites(d, theirs) for d in ours) or any(cites(d, ours) for d in theirs):
        return tell(Told.FORWARDED, outlet=label)
    if not (_all_known(voice, other) or _all_known(other, voice)):
        return None
    if corpus.sentences.reuse_between(list(voice), list(other)) is not None:
        return tell(Told.REPEATS_WORDS, outlet=label)
    return tell(Told.REPEATS_FIGURES, outlet=label) if any(states_figure(c) for c in voice) else _UNTOLD


def _all_known(claims: Sequence[Claim], known: Sequence[Claim]) -> bool:
    return all(adds_nothing(c, known) for c in claims)


def _texts(claims: Sequence[Claim], corpus: Corpus) -> list[Document]:
    ids = dict.fromkeys(c.document_id for c in claims)
    return [corpus.documents[i] for i in ids if i in corpus.documents]


def _finish(draft: _Draft, corpus: Corpus) -> Origin:
    claims = sorted(draft.claims, key=corpus.order)
    documents = tuple(dict.fromkeys(c.document_id for c in claims))
    speaker = next((c.speaker for c in claims if c.speaker is not None), None)
    return Origin(
        id=origin_id(claims[0].id),
        speaker=speaker,
        first_document=claims[0].document_id,
        first_claim=claims[0].id,
        documents=documents,
        claims=tuple(c.id for c in claims),
        reason=tell_reason(claims, draft.why, draft.measured, corpus),
        measured=draft.measured,
    )
