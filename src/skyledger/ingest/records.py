"""What passes between the parts of ingest: raw bytes in, documents and faults out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from skyledger.ingest.limits import Limits
from skyledger.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFault:
    """Something that could not be read, and where.

    Attributes:
        path: The file as the user named it; a member of an archive is ``archive.zip!member``.
        place: ``line 12``, ``messages[3]``, ``byte 4096``, ``row 7``, or ``file``.
        reason: What is wrong, in words a reader understands without this program's source.
    """

    path: str
    place: str
    reason: str

    def __str__(self) -> str:
        """Return one printable line."""
        return " ".join(f"{self.path}: {self.place}: {self.reason}".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """Everything one file gave.

    Attributes:
        path: The file as the user named it; a member of an archive is ``archive.zip!member``.
        sha256: Hash of the raw bytes, hex; ``""`` when they could not be read.
        size: Number of raw bytes.
        reader: ``telegram_export/1``; ``""`` when no reader took it.
        documents: In the order of the file.
        faults: In the order of the file.
        known: These bytes were read before, in this run or according to the caller; then there are no documents.
    """

    path: str
    sha256: str
    size: int
    reader: str
    documents: tuple[Document, ...] = ()
    faults: tuple[ReadFault, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """The bytes of one file (or archive member) with what a reader needs to know about them.

    Attributes:
        path: As the user named it, printable.
        now: Aware UTC; becomes ``retrieved_at``.
        reader: Label of the reader at work, ``jsonl/1``; ``""`` before one is chosen.
    """

    path: str
    data: bytes
    sha256: str
    now: datetime
    limits: Limits
    reader: str = ""

    @property
    def name(self) -> str:
        """The file's name without its folders: where it lies on one machine is no part of a document."""
        outer, mark, member = self.path.partition("!")
        return outer.replace("\\", "/").rpartition("/")[2] + mark + member

    def fault(self, place: str, reason: str) -> ReadFault:
        """Return a fault in this file."""
        return ReadFault(path=self.path, place=place, reason=reason)


ReadItem = Document | ReadFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format: how to read it, and what it is called in ``Document.reader``.

    Attributes:
        version: Raised when the same bytes would give other documents.
        read: Yields documents and faults in the order of the file; never raises on any bytes.
    """

    name: str
    version: int
    read: Callable[[RawFile], Iterator[ReadItem]]

    @property
    def label(self) -> str:
        """``name/version``."""
        return f"{self.name}/{self.version}"
