"""Sorted rows searched where they lie in the file: the system reads what is asked for, and nothing is cut up before.

The first row of every few kilobytes is remembered; two bisections find the rows between two texts, and only the page
they stand in is cut into rows. UTF-8 sorts like the characters it stands for, so bytes are compared.
"""

import mmap
import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

Bytes = bytes | mmap.mmap

_PAGE = 2048  # bytes between two rows that are remembered


class SortedRows:
    """Rows in the order of their characters, each ended by a line break."""

    def __init__(self, data: Bytes, first: int = 0) -> None:
        """Take the bytes of a table.

        Args:
            data: Of the whole file.
            first: Where the rows begin, behind a header.
        """
        self._data = data
        self._offsets = [first]
        size = len(data)
        for near in range(first + _PAGE, size, _PAGE):
            at = data.find(b"\n", near) + 1
            if 0 < at < size and at != self._offsets[-1]:
                self._offsets.append(at)
        self._heads = [data[at : max(at, data.find(b"\n", at))] for at in self._offsets]
        self._offsets.append(size)

    @classmethod
    def of(cls, rows: Iterable[str]) -> Self:
        """Return rows at hand; in order they must be."""
        return cls("".join(f"{row}\n" for row in rows).encode())

    def between(self, low: str, high: str) -> list[str]:
        """Return the rows not before ``low`` and before ``high``."""
        least, end = low.encode(), high.encode()
        page = max(0, bisect_left(self._heads, least) - 1)
        behind = bisect_left(self._heads, end, page)
        rows = self._data[self._offsets[page] : self._offsets[behind]].split(b"\n")
        first = bisect_left(rows, least, 0, len(rows) - 1)
        return [row.decode() for row in rows[first : bisect_left(rows, end, first, len(rows) - 1)]]

    def holding(self, letters: str) -> Iterator[str]:
        """Yield the rows that hold some letters anywhere."""
        data, wanted = self._data, letters.encode()
        at = data.find(wanted, self._offsets[0])
        while at >= 0:
            end = data.find(b"\n", at)
            yield data[data.rfind(b"\n", 0, at) + 1 : end].decode()
            at = data.find(wanted, end)

    def __iter__(self) -> Iterator[str]:
        whole = self._data[self._offsets[0] :].decode()
        return iter(whole.split("\n")[:-1])


def bytes_of(path: Path) -> Bytes:
    """Return the bytes of a file, mapped into memory where a file in use may be replaced by another.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        if os.name != "posix" or not path.stat().st_size:
            return file.read()
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
