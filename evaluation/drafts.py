"""Authored documents before their claims are read: header, text, and the lines of labels below it."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


class AuthoringError(Exception):
    """The authored text is wrong; the message names file, document and fault."""


@dataclass
class Draft:
    """One authored document before its claims are read."""

    source: str
    id: str
    published: datetime
    outlet: str
    tags: list[str]
    title: str | None = None
    body: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    notes: str = ""

    @property
    def text(self) -> str:
        """Return title, blank line and body: what every span points into."""
        body = "\n".join(self.body).strip()
        return body if self.title is None else f"{self.title}\n\n{body}"


def read_drafts(path: Path) -> list[Draft]:
    """Read one authoring file."""
    drafts: list[Draft] = []
    in_claims = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("=== "):
            parts = [p.strip() for p in line[4:].split("|")]
            if len(parts) != 4:
                raise AuthoringError(f"{path.name}:{number}: a header needs id | published | outlet | tags")
            published = datetime.fromisoformat(parts[1])
            if published.tzinfo is None:
                raise AuthoringError(f"{path.name}:{number}: {parts[0]}: published has no offset")
            drafts.append(Draft(f"{path.name}:{number}", parts[0], published, parts[2], parts[3].split()))
            in_claims = False
        elif not drafts:
            if line.strip() and not line.startswith("#"):
                raise AuthoringError(f"{path.name}:{number}: text before the first header")
        elif line.strip() == "---":
            in_claims = True
        elif not in_claims:
            if line.startswith("T: ") and not drafts[-1].body:
                drafts[-1].title = line[3:].strip()
            else:
                drafts[-1].body.append(line)
        elif line.startswith("notes:"):
            drafts[-1].notes = line[6:].strip()
        elif line.strip():
            drafts[-1].claims.append(line.strip())
    return drafts


def find_words(draft: Draft, words: str, near: int | None = None) -> tuple[int, int]:
    """Return the span of ``words`` (``words#2``: the second), standing on word borders."""
    wanted, _, nth = words.partition("#")
    pattern = r"(?<!\w)" + re.escape(wanted) + r"(?!\w)"
    spans = [m.span() for m in re.finditer(pattern, draft.text)]
    if not spans:
        raise AuthoringError(f"{draft.source}: {draft.id}: the text has no {wanted!r}")
    if nth:
        return spans[int(nth) - 1]
    return spans[0] if near is None else min(spans, key=lambda s: (abs(s[0] - near), s[0]))
