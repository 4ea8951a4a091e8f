"""The tables below the incidents: one line a figure, one a text, one a claim with its words."""

from collections.abc import Iterator, Sequence

from skyledger.model import Claim
from skyledger.publish.amounts import claim_number
from skyledger.publish.export_view import View, joined, outlet_words, rfc3339, web_address
from skyledger.publish.exports.cells import Cell, write_csv
from skyledger.publish.words import clean_text, speaker_words

Field = tuple[str, str, str]
FIGURES: tuple[Field, ...] = (
    ("incident", "string", "Id of the incident"),
    ("field", "string", "count, killed, injured, children"),
    ("value", "string", "In words"),
    ("low", "integer", "Least"),
    ("high", "integer", "Most; empty: open above"),
    ("supporting", "integer", "Claims for it"),
    ("dissenting", "integer", "Claims that say something incompatible"),
)
SOURCES: tuple[Field, ...] = (
    ("incident", "string", "Id of the incident"),
    ("document", "string", "Id of the text"),
    ("outlet", "string", "Who published it"),
    ("outlet_type", "string", "official, channel, news ..."),
    ("published", "datetime", "When; empty: unknown"),
    ("lang", "string", "Language of the text"),
    ("url", "string", "Where"),
    ("origins", "string", "Ids of the first statements it goes back to"),
)
CLAIMS: tuple[Field, ...] = (
    ("incident", "string", "Id of the incident"),
    ("claim", "string", "Id of the claim"),
    ("document", "string", "Id of the text"),
    ("speaker", "string", "Who says so"),
    ("says", "string", "Its number in words"),
    ("modality", "string", "asserted, preliminary, unconfirmed, denied"),
    ("words", "string", "The words of the text it rests on"),
    ("rule", "string", "Which rule read it"),
    ("pack_version", "string", "With which packs"),
)


def write_figures(view: View) -> bytes:
    """Return every figure of every row as CSV."""
    return _write(
        FIGURES,
        (
            (row.id, f.field, f.value, f.low, f.high, f.supporting, f.dissenting)
            for row in view.rows
            for f in row.figures
        ),
    )


def write_sources(view: View) -> bytes:
    """Return every text behind every row as CSV."""
    return _write(SOURCES, _source_rows(view))


def write_claims(view: View) -> bytes:
    """Return every released claim behind every row as CSV, with the words it rests on."""
    return _write(CLAIMS, _claim_rows(view))


def _write(fields: Sequence[Field], rows: "Iterator[tuple[Cell, ...]]") -> bytes:
    return write_csv([[name for name, _, _ in fields]], rows)


def _source_rows(view: View) -> "Iterator[tuple[Cell, ...]]":
    for row in view.rows:
        origins = view.incidents[row.id].origins
        for document in view.sources(row):
            yield (
                row.id,
                document.id,
                outlet_words(document),
                document.outlet.type,
                None if document.published_at is None else rfc3339(document.published_at),
                document.lang.value,
                web_address(document.url),
                joined([o.id for o in origins if document.id in o.documents]),
            )


def _claim_rows(view: View) -> "Iterator[tuple[Cell, ...]]":
    for row in view.rows:
        for id in view.incidents[row.id].claims:
            claim = view.claims[id]
            yield (
                row.id,
                id,
                claim.document_id,
                speaker_words(claim.speaker),
                claim_number(claim),
                claim.modality.value,
                words_of(claim),
                claim.rule,
                claim.pack_version,
            )


def words_of(claim: Claim) -> str:
    """Return the words a claim rests on in the order of the text, with gaps marked."""
    spans = sorted({(e.span.start, e.span.stop, e.text) for e in claim.evidence})
    return clean_text(" … ".join(dict.fromkeys(text for _, _, text in spans)))
