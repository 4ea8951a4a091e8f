"""The report as Markdown, for an editor, a wiki or a mail; foreign text cannot become markup."""

import re

from skyledger.publish.sitrep.outline import Item, build_outline, made_words
from skyledger.publish.sitrep.quotes import split_text
from skyledger.publish.sitrep.records import ShownDocument, Sitrep
from skyledger.publish.times import date_words, utc_stamp
from skyledger.publish.words import capitalised, clean_text
from skyledger.say import say

_SPECIAL = re.compile(r"([\\`*_\[\]#|~>])")
_LIST_START = re.compile(r"^(\s*\d*)([-+.)])(?=\s)")


def render_markdown(sitrep: Sitrep) -> str:
    """Return the report as Markdown with links from each line to its documents; evidence is bold."""
    where = f", {sitrep.region_name}" if sitrep.region else ""
    lines = [
        f"# {say('Night to {night}', night=date_words(sitrep.night))}{escape_markdown(where)}",
        "",
        f"{capitalised(made_words(sitrep))}. "
        + say("Claims, not facts: each line names the documents whose words it rests on."),
    ]
    for section in build_outline(sitrep):
        lines += ["", f"## {escape_markdown(section.title)}", ""]
        if section.note:
            lines += [escape_markdown(section.note), ""]
        if not section.items:
            lines.append(say("No statement about this night. That is not the same as a calm night."))
        lines += [_item(i) for i in section.items]
    lines += ["", f"## {say('Documents')}"]
    for document in sitrep.documents:
        lines += _document(document, sitrep)
    return "\n".join(lines) + "\n"


def escape_markdown(text: str) -> str:
    """Escape everything Markdown or HTML could read as more than letters; line ends become spaces."""
    plain = clean_text(text).replace("\n", " ").replace("\t", " ")
    plain = plain.replace("&", "&amp;").replace("<", "&lt;")
    # "://" and "www." would be made links by some readers.
    plain = _LIST_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain))
    return plain.replace("://", ":&#47;/").replace("www.", "www&#46;")


def _item(item: Item) -> str:
    strong = f"**{escape_markdown(item.strong)}**" if item.strong and item.level == 0 else escape_markdown(item.strong)
    glue = "" if not item.strong or not item.text else " " if item.text.startswith("(") else "; "
    refs = "".join(f" [{r}](#{r.lower()})" for r in item.refs)
    return f"{'  ' * item.level}- {strong}{glue}{escape_markdown(item.text)}{refs}"


def _document(shown: ShownDocument, sitrep: Sitrep) -> list[str]:
    document = shown.document
    outlet = document.outlet.name or document.outlet.handle or say("outlet not reported")
    out = ["", f'### <a id="{shown.key.lower()}"></a>{shown.key}. {escape_markdown(outlet)}', ""]
    out += [f"{utc_stamp(document.published_at)}", ""]
    quote = ""
    for words, proof in split_text(document.text, [sitrep.claims[c] for c in shown.claims]):
        quote += _strong(words) if proof else "\n".join(map(escape_markdown, words.split("\n")))
    return out + [f"> {line}".rstrip() for line in quote.split("\n")]


def _strong(words: str) -> str:
    """Bold each line by itself: Markdown ends bold at a blank line and wants no space inside."""
    out = []
    for line in words.split("\n"):
        bare = line.strip()
        lead, tail = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
        out.append(f"{lead}**{escape_markdown(bare)}**{tail}" if bare else line)
    return "\n".join(out)
