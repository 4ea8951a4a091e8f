"""Bytes to documents: one file per reader, pure apart from reading the files it is given.

The pipe, as a shell would write it::

    walk_files PATHS | open_archives | detect_reader | READERS[name].read | FileRead

Nothing here raises on any bytes: what cannot be read becomes a :class:`ReadFault` with a place and a reason, and the
good records of a partly bad file stay in. Formats, limits and fault texts: ``docs/readers.md``.
"""

from skyledger.ingest.limits import Limits
from skyledger.ingest.read import read_bytes, read_paths
from skyledger.ingest.records import FileRead, ReadFault
from skyledger.ingest.registry import READERS

__all__ = ["READERS", "FileRead", "Limits", "ReadFault", "read_bytes", "read_paths"]
