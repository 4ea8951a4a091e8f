"""Why texts count as one origin, in one sentence."""

from collections.abc import Sequence

from skyledger.link.corpus import Corpus, is_own_post, name_voice
from skyledger.link.fact import speaks_for_itself, speaks_own
from skyledger.link.repeats import outlet_label
from skyledger.model.claim import Claim


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
        naming = f"{len(named)} of {len(documents)} documents" if len(documents) > 1 else "The document"
        own = any(speaks_own(c, corpus.documents.get(c.document_id)) for c in claims)
        parts = [f"{naming} {'quote or are by' if own else 'name'} {name_voice(attributed, corpus)}"]
        parts[0] = (
            parts[0] if len(documents) > 1 else parts[0].replace("quote or are by", "is by").replace("name ", "names ")
        )
        speakers = {c.speaker.id: c.speaker for c in attributed if c.speaker is not None}
        voices = {corpus.families.voice_of_speaker(s) for s in speakers.values()}
        parts += [_one_voice(corpus.families.reason_of(v)) for v in voices] if len(speakers) > 1 else []
    elif any(speaks_for_itself(c, corpus.documents.get(c.document_id)) for c in claims):
        parts = [f"By {name_voice([c for c in claims if is_own_post(c, corpus)], corpus)} in its own channel"]
    else:
        outlets = sorted({outlet_label(corpus.documents.get(d)) for d in documents})
        parts = [
            f"Unattributed, only in {outlets[0]}"
            if len(outlets) == 1
            else f"Unattributed, first in {outlet_label(corpus.documents.get(documents[0]))}"
        ]
        family = corpus.families.reason_of(corpus.voice(claims[0]))
        parts += [_one_voice(family)] if family and len(outlets) > 1 else []
    parts += [f"{why.count(w)} {'claim' if why.count(w) == 1 else 'claims'}: {w}" for w in sorted(set(why))]
    parts += sorted({corpus.reprints[d].sentence for d in documents if d in corpus.reprints})
    parts += [] if measured else ["whether it is independent is unmeasured"]
    return "; ".join(parts) + "."


def _one_voice(reason: str) -> str:
    return f"one voice: {reason.rstrip('.')}"
