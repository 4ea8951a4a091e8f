"""Why texts count as one origin, in one sentence."""

from collections.abc import Sequence

from skyledger.link.corpus import Corpus, is_own_post, name_voice
from skyledger.link.fact import speaks_for_itself, speaks_own
from skyledger.link.repeats import outlet_label
from skyledger.model.claim import Claim
from skyledger.say import Told, tell


def tell_reason(claims: Sequence[Claim], why: Sequence[str], measured: bool, corpus: Corpus) -> str:
    """Return one sentence: the main reason, how the other texts joined, and any reprint.

    Args:
        claims: The claims of the origin, earliest first.
        why: Why each claim that names nobody joined.
        measured: Whether anything tells that the origin is independent.
        corpus: Documents, reprints and outlet families.
    """
    documents = tuple(dict.fromkeys(c.document_id for c in claims))
    attributed = [c for c in claims if c.speaker is not None]
    named = {c.document_id for c in attributed}
    if named:
        own = any(speaks_own(c, corpus.documents.get(c.document_id)) for c in claims)
        parts = [_naming(len(named), len(documents), name_voice(attributed, corpus), own=own)]
        speakers = {c.speaker.id: c.speaker for c in attributed if c.speaker is not None}
        voices = {corpus.families.voice_of_speaker(s) for s in speakers.values()}
        parts += [_one_voice(corpus.families.reason_of(v)) for v in voices] if len(speakers) > 1 else []
    elif any(speaks_for_itself(c, corpus.documents.get(c.document_id)) for c in claims):
        parts = [tell(Told.IN_OWN_CHANNEL, who=name_voice([c for c in claims if is_own_post(c, corpus)], corpus))]
    else:
        outlets = sorted({outlet_label(corpus.documents.get(d)) for d in documents})
        parts = [
            tell(Told.ONLY_IN, outlet=outlets[0])
            if len(outlets) == 1
            else tell(Told.FIRST_IN, outlet=outlet_label(corpus.documents.get(documents[0])))
        ]
        family = corpus.families.reason_of(corpus.voice(claims[0]))
        parts += [_one_voice(family)] if family and len(outlets) > 1 else []
    parts += [tell(Told.CLAIMS_JOINED, n=why.count(w), why=w) for w in sorted(set(why))]
    parts += sorted({corpus.reprints[d].sentence for d in documents if d in corpus.reprints})
    parts += [] if measured else [tell(Told.UNMEASURED)]
    return "; ".join(parts) + "."


def _one_voice(reason: str) -> str:
    return tell(Told.ONE_VOICE, reason=reason.rstrip("."))


def _naming(named: int, documents: int, who: str, *, own: bool) -> str:
    if documents == 1:
        return tell(Told.IS_BY if own else Told.NAMES, who=who)
    return tell(Told.SOME_ARE_BY if own else Told.SOME_NAME, some=named, all=documents, who=who)
