"""First postings, kept: a new text is held only against the same words, posted within a day or two."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from hashlib import blake2b

from skyledger.link.fact import hours
from skyledger.link.policy import LinkPolicy
from skyledger.link.postings import firsts_among
from skyledger.model.document import Document
from skyledger.packs.normalise import normalise_surface

Posting = tuple[float, str]


class PostingIndex:
    """Which document is the first posting of which repost, under additions and changes.

    Attributes:
        firsts: Id of the first posting by the id of each repost.
    """

    def __init__(self, policy: LinkPolicy) -> None:
        self.firsts: dict[str, str] = {}
        self._policy = policy
        self._posted: dict[bytes, list[Posting]] = {}

    def update(self, old: Document | None, new: Document) -> set[str]:
        """List a document, which was known as ``old``; return the documents that have another first posting now.

        Reposts of a document that has itself changed are returned too.
        """
        changed: set[str] = set()
        for document, leaves in ((old, True), (new, False)):
            if document is None or document.published_at is None:
                continue
            key = blake2b(normalise_surface(document.text).encode("utf-8", "surrogatepass"), digest_size=16).digest()
            posted, posting = self._posted.setdefault(key, []), (hours(document.published_at), document.id)
            if leaves:
                changed |= self._around(posted, posting)  # they may lean on words or a date that are no more
                posted.remove(posting)
                self.firsts.pop(document.id, None)
            else:
                insort(posted, posting)
            if len(posted) > 1 or leaves:
                changed |= self._settle(posted if leaves else list(self._reach(posted, posting)))
        return changed

    def _settle(self, near: list[Posting]) -> set[str]:
        """Find first postings anew among some that no other posting is near to."""
        found = firsts_among(near, self._policy)
        changed: set[str] = set()
        for _, document in near:
            if self.firsts.get(document) != found.get(document):
                changed.add(document)
            self.firsts.pop(document, None)
        self.firsts |= found
        return changed

    def _around(self, posted: list[Posting], posting: Posting) -> set[str]:
        return {document for _, document in self._reach(posted, posting) if self.firsts.get(document) == posting[1]}

    def _reach(self, posted: list[Posting], posting: Posting) -> Iterator[Posting]:
        """Yield postings from the nearest one before which there was a pause, to the next one after such a pause.

        A text is counted anew after a pause of ``unknown_window_publication_h``, whatever came before it.
        """
        pause = self._policy.limits.unknown_window_publication_h
        first = bisect_left(posted, posting)
        while first > 0 and (first == len(posted) or posted[first][0] - posted[first - 1][0] <= pause):
            first -= 1
        last = bisect_right(posted, posting)
        while 0 < last < len(posted) and posted[last][0] - posted[last - 1][0] <= pause:
            last += 1
        yield from posted[first:last]
