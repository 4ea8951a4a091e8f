"""The tables as queries see them; made by :mod:`skyledger.ledger.migrations`, explained in docs/ledger.md.

``body`` is the whole record; the other columns only find it. ``row`` is the order of arrival. The claims of a
derivation share one body, that of the first of them (``ordinal`` 0), one line each; so do its issues.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from skyledger.ledger.columns import ID_BITS, WORD_BITS, Code, Day, Instant, Packed, ShortId

metadata = MetaData()
_NO_START = text("time_start IS NULL")
# Row numbers and epoch seconds outgrow 32 bits; SQLite's INTEGER has 64, PostgreSQL's has not.
_Number = BigInteger().with_variant(Integer, "sqlite")


def _received() -> Column[str]:
    return Column("received_at", Text, nullable=False)


def _received_number() -> Column[str]:
    return Column("received_at", Instant, nullable=False)


def _row() -> Column[int]:
    return Column("row", _Number, primary_key=True)


schema_steps = Table(
    "schema_steps",
    metadata,
    Column("number", _Number, primary_key=True),
    Column("name", Text, nullable=False),
)

dictionaries = Table(
    "dictionaries",
    metadata,
    _row(),
    Column("kind", Text, nullable=False),
    Column("number", _Number, nullable=False),
    Column("body", LargeBinary, nullable=False),
    _received(),
    UniqueConstraint("kind", "number"),
)

files = Table(
    "files",
    metadata,
    _row(),
    Column("sha256", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("body", Text, nullable=False),
    _received(),
    UniqueConstraint("sha256", "path"),
)

raws = Table(
    "raws",
    metadata,
    _row(),
    Column("sha256", Text, nullable=False),
    Column("codec", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    _received(),
    UniqueConstraint("sha256"),
)

documents = Table(
    "documents",
    metadata,
    _row(),
    Column("document", Text, nullable=False),
    Column("version", _Number, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("published", _Number, index=True),
    Column("edited", _Number),
    Column("body", Packed, nullable=False),
    _received_number(),
    UniqueConstraint("document", "version"),
)

derivations = Table(
    "derivations",
    metadata,
    _row(),
    Column("document_row", _Number, ForeignKey("documents.row"), nullable=False),
    Column("number", _Number, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("key", LargeBinary, nullable=False),
    _received_number(),
    UniqueConstraint("document_row", "number"),
)

claims = Table(
    "claims",
    metadata,
    _row(),
    Column("derivation_row", _Number, ForeignKey("derivations.row"), nullable=False),
    Column("ordinal", _Number, nullable=False),
    Column("claim", Code(ID_BITS), nullable=False, index=True),
    Column("status", Code(WORD_BITS), nullable=False),
    Column("time_start", _Number),
    Column("time_end", _Number),
    Column("night", Day),
    Column("body", Packed),
    UniqueConstraint("derivation_row", "ordinal"),
    Index("ix_claims_start", "time_start", "time_end"),
    Index("ix_claims_end", "time_end", sqlite_where=_NO_START, postgresql_where=_NO_START),
)

claim_parts = Table(
    "claim_parts",
    metadata,
    _row(),
    Column("claim_row", _Number, ForeignKey("claims.row"), nullable=False),
    Column("place", Text, nullable=False),
    _received(),
    UniqueConstraint("claim_row", "place"),
)

issues = Table(
    "issues",
    metadata,
    _row(),
    Column("derivation_row", _Number, ForeignKey("derivations.row"), nullable=False),
    Column("ordinal", _Number, nullable=False),
    Column("code", Text, nullable=False),
    Column("body", Packed),
    UniqueConstraint("derivation_row", "ordinal"),
)

decisions = Table(
    "decisions",
    metadata,
    _row(),
    Column("decision", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("body", Text, nullable=False),
    _received(),
    UniqueConstraint("decision"),
)

runs = Table(
    "runs",
    metadata,
    _row(),
    Column("run", Text, nullable=False),
    Column("body", Text, nullable=False),
    _received(),
    UniqueConstraint("run"),
)

log = Table(
    "log",
    metadata,
    _row(),
    Column("what", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    _received(),
    UniqueConstraint("previous"),
    UniqueConstraint("hash"),
)

incident_versions = Table(
    "incident_versions",
    metadata,
    _row(),
    Column("incident", Text, nullable=False),
    Column("number", _Number, nullable=False),
    Column("state", Text, nullable=False),
    Column("other", Text),
    Column("reason", Text, nullable=False),
    Column("night", Text),
    Column("kind", Text),
    Column("region", Text),
    Column("window_start", _Number),
    Column("window_end", _Number),
    Column("key", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("program", Text, nullable=False),
    Column("rules", Text, nullable=False),
    _received(),
    UniqueConstraint("incident", "number"),
    Index("ix_incident_versions_night", "night", "incident"),
    Index("ix_incident_versions_region", "region", "night"),
    Index("ix_incident_versions_window", "kind", "window_start"),
)

incident_claims = Table(
    "incident_claims",
    metadata,
    _row(),
    Column("version_row", _Number, ForeignKey("incident_versions.row"), nullable=False, index=True),
    Column("claim", ShortId, nullable=False, index=True),
)

incident_parts = Table(
    "incident_parts",
    metadata,
    _row(),
    Column("version_row", _Number, ForeignKey("incident_versions.row"), nullable=False),
    Column("place", Text, nullable=False, index=True),
    _received(),
    UniqueConstraint("version_row", "place"),
)

settlements = Table(
    "settlements",
    metadata,
    _row(),
    Column("previous", _Number, nullable=False),
    Column("document_row", _Number, nullable=False),
    Column("derivation_row", _Number, nullable=False),
    Column("decision_row", _Number, nullable=False),
    Column("versions", _Number, nullable=False),
    Column("program", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("received_at", Text, nullable=False, index=True),
    UniqueConstraint("previous"),
)

marks = Table(
    "marks",
    metadata,
    _row(),
    Column("document_row", _Number, ForeignKey("documents.row"), nullable=False),
    Column("mark", LargeBinary, nullable=False),
    Column("published", _Number),
    _received_number(),
    Index("ix_marks_mark", "mark", "document_row"),
)
