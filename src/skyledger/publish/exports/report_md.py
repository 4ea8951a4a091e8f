"""The report on a selection as Markdown; foreign text cannot become markup."""

from skyledger.publish.export_view import View
from skyledger.publish.exports.report import Reference, Report, build_report
from skyledger.publish.sitrep.markdown import escape_markdown
from skyledger.publish.sitrep.outline import Item
from skyledger.say import say


def write_markdown(view: View) -> bytes:
    """Return the report on a view as Markdown in UTF-8."""
    return render(build_report(view)).encode("utf-8", "replace")


def render(report: Report) -> str:
    """Return a report as Markdown."""
    lines = [f"# {escape_markdown(report.title)}"]
    for fact in report.facts:
        lines += ["", escape_markdown(fact)]
    for section in report.sections:
        lines += ["", f"## {escape_markdown(section.title)}", "", escape_markdown(section.note), ""]
        lines += [_item(item) for item in section.items]
    if report.references:
        lines += ["", f"## {say('Texts')}", ""]
        lines += [_reference(reference) for reference in report.references]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> str:
    words = escape_markdown(item.text)
    strong = "" if not item.strong else f"**{escape_markdown(item.strong)}**" + ("; " if words else "")
    refs = "".join(f" [{ref}](#{ref.lower()})" for ref in item.refs)
    return f"{'  ' * item.level}- {strong}{words}{refs}"


def _reference(reference: Reference) -> str:
    words = "; ".join(w for w in (reference.outlet, reference.published, reference.title) if w)
    # Brackets and the ends of an address in angle brackets are all that could close it.
    url = reference.url.replace("<", "%3C").replace(">", "%3E")
    link = f" [{say('address')}](<{url}>)" if url else ""
    return f'- <a id="{reference.key.lower()}"></a>{reference.key}: {escape_markdown(words)}{link}'
