"""What is wrong with a pack, as one line that names file, line, key and fault."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PackFault:
    """One fault of a pack.

    Attributes:
        file: Path below the packs' folder, ``lexicon/ru/objects.toml``; the whole path for a user's own pack.
        line: Line it stands on, from 1; 0 when the file as a whole is meant.
        key: The id, key or surface it is about.
        fault: What is wrong, and what would be right.
    """

    file: str
    line: int
    key: str
    fault: str

    def __str__(self) -> str:
        """Return ``file:line: key: fault``, on one line whatever the pack holds."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        said = f"{place}: {self.key}: {self.fault}" if self.key else f"{place}: {self.fault}"
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in said)
