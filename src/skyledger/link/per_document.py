"""What a document's claims come to, worked out when it is asked for: a million documents are never all asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from skyledger.model.claim import Claim

T = TypeVar("T")
_KEPT = 20_000


class PerDocument(Mapping[str, T]):
    """A mapping from document ids to what ``read`` makes of their claims; the last ``_KEPT`` answers are kept."""

    def __init__(self, claims_of: Callable[[str], Sequence[Claim]], read: Callable[[Sequence[Claim]], T]) -> None:
        self._claims_of = claims_of
        self._read = read
        self._known: dict[str, T] = {}

    def __getitem__(self, document: str) -> T:
        found = self._known.get(document)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[document] = self._read(self._claims_of(document))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def forget(self, document: str) -> None:
        """Forget a document whose claims have changed."""
        self._known.pop(document, None)
