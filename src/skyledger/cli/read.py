"""Commands that read texts: ``add`` into a ledger; ``extract`` and ``incidents`` as filters."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skyledger.cli.options import JsonOption, LangOption, LedgerOption, OutOption, name_ledger, open_existing
from skyledger.cli.streams import open_out, print_json, print_pairs, read_inputs, say_faults, to_line, write_text

if TYPE_CHECKING:
    from skyledger.flow import AddReport
    from skyledger.model import Document

FilesArgument = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Files or folders of texts; - reads JSON Lines from stdin.", allow_dash=True),
]


def register(app: typer.Typer) -> None:
    """Hang this group's commands on the program."""
    app.command()(add)
    app.command()(refresh)
    app.command()(rederive)
    app.command()(extract)
    app.command()(incidents)


@contextmanager
def _progress() -> "Iterator[Callable[[str, AddReport], None] | None]":
    """Show a running count on stderr, or nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")

        def advance(path: str, report: "AddReport") -> None:
            counts = f"{report.files} files, {report.documents_new} documents, {report.claims_new} claims"
            bar.update(task, description=f"{counts}: {Path(path).name}")

        yield advance


def add(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Files, folders or zip archives of texts.", show_default=False),
    ],
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read files into the ledger.

    Understands Telegram exports (JSON) and saved channel pages, articles (HTML), feeds (RSS, Atom), NOTAM, plain text,
    JSON Lines, and zip archives of these. Nothing is read twice: a file whose bytes are in the ledger is skipped, a
    text that is in it is counted as known. A file that cannot be read is one line on stderr and does not keep the
    others out.

    \b
    Examples:
      skyledger add ChatExport/result.json
      skyledger add saved-pages/ bulletin.txt --ledger night.db

    \b
    Exit codes: 0 all read, 1 something could not be read, 2 misuse.
    """
    from datetime import UTC, datetime

    from skyledger import flow
    from skyledger.ledger import open_ledger

    name = name_ledger(context, ledger)
    with open_ledger(name) as store, _progress() as on_progress:
        report = flow.add_paths(store, paths, now=datetime.now(UTC), on_progress=on_progress)
    print_report(name, report, as_json=as_json)
    if report.faults:
        raise typer.Exit(1)


def print_report(ledger: str, report: "AddReport", *, as_json: bool = False) -> None:
    """Print the faults of a run on stderr and its counts on stdout."""
    say_faults(report.faults)
    if as_json:
        faults = [{"path": f.path, "place": f.place, "reason": f.reason} for f in report.faults]
        print_json({"ledger": ledger, **asdict(report), "faults": faults})
        return
    changed = f", {report.documents_versioned} changed" if report.documents_versioned else ""
    print_pairs(
        {
            "files": f"{report.files - report.files_known} read, {report.files_known} known",
            "documents": f"{report.documents_new} new, {report.documents_known} known{changed}",
            "claims": f"{report.claims_new} new",
            "issues": f"{report.issues_new} new",
            "ledger": ledger,
        }
    )


def refresh(context: typer.Context, ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """Read the texts in the ledger again.

    For when the packs changed. Nothing is removed: what older packs read stays stored beside the new reading, which
    is what is shown.

    \b
    Exit codes: 0 done, 2 no such ledger.
    """
    from datetime import UTC, datetime

    from skyledger import flow

    name = name_ledger(context, ledger)
    with open_existing(name) as store:
        print_report(name, flow.derive_again(store, now=datetime.now(UTC)), as_json=as_json)


def rederive(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Store nothing: only say what would change.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only hold the stored incidents against what follows from the texts.")
    ] = False,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Derive everything again and say what that changes.

    Every text is read with the packs in force, every incident follows anew, and each incident that is new, other than
    before or gone is listed with its fields. Nothing is removed: older readings and older versions stay. --check reads
    no text: it derives the incidents from the claims and decisions that are stored and compares byte by byte.

    \b
    Examples:
      skyledger rederive --dry-run            after a change of the packs: what would it do?
      skyledger rederive --check              is what is stored what follows?

    \b
    Exit codes: 0 done, 1 --check found a difference, 2 misuse, no such ledger.
    """
    from datetime import UTC, datetime

    from skyledger import flow
    from skyledger.cli.report import write_changes
    from skyledger.errors import UsageError

    if check and dry_run:
        raise UsageError("--check stores nothing anyway; leave --dry-run out")
    name = name_ledger(context, ledger)
    with open_existing(name) as store:
        if check:
            _print_check(name, flow.first_difference(store), as_json=as_json)
            return
        changes = flow.rederive(store, now=datetime.now(UTC), dry_run=dry_run)
    write_text(write_changes(changes, as_json=as_json), None)


def _print_check(ledger: str, difference: str | None, *, as_json: bool) -> None:
    if as_json:
        print_json({"ledger": ledger, "same": difference is None, "difference": difference})
    else:
        print(f"{ledger}: {difference or 'the stored incidents are those that follow from what it holds'}")
    if difference is not None:
        raise typer.Exit(1)


def extract(files: FilesArgument, out: OutOption = None) -> None:
    """Print what each text claims, as JSON Lines.

    One line a document, without a ledger. The lines are the public format of docs/formats.md: claims with kind,
    count, place, time, speaker and the words
    for each, and issues for what was not understood. Texts come out in the order they went in.

    \b
    Examples:
      skyledger extract posts.jsonl -o claims.jsonl
      cat posts.jsonl | skyledger extract - | jq '.claims[].kind'

    \b
    Exit codes: 0 all read, 1 something could not be read, 2 misuse.
    """
    from skyledger import flow
    from skyledger.model.wire import extraction_to_json

    faulty = False
    with open_out(out, files) as stream:
        for file in read_inputs(files):
            say_faults(file.faults)
            faulty = faulty or bool(file.faults)
            for document, claims, issues in flow.extract_documents(file.documents):
                stream.write(to_line(extraction_to_json(document.id, claims, issues)))
    if faulty:
        raise typer.Exit(1)


def incidents(files: FilesArgument, out: OutOption = None, lang: LangOption = None) -> None:
    """Print the incidents of texts, as JSON Lines.

    One line an incident, without a ledger. Claims about the same thing are put together, with the origins behind
    them and the claims for and against each
    finding; totals are held against their parts. The lines are the public format of docs/formats.md.

    \b
    Examples:
      skyledger incidents posts.jsonl bulletins/ -o incidents.jsonl
      skyledger incidents - < posts.jsonl | jq 'select(.origins | length > 1)'

    \b
    Exit codes: 0 all read, 1 something could not be read, 2 misuse.
    """
    from skyledger import flow
    from skyledger.model.wire import incident_to_json
    from skyledger.publish.retold import retold_incident

    documents: list[Document] = []
    faulty = False
    with open_out(out, files) as stream:
        for file in read_inputs(files):
            say_faults(file.faults)
            faulty = faulty or bool(file.faults)
            documents.extend(file.documents)
        extracted = list(flow.extract_documents(documents))
        claims = [claim for _, found, _ in extracted for claim in found]
        for incident in flow.derive_incidents(documents, claims):
            stream.write(to_line(incident_to_json(retold_incident(incident))))
    if faulty:
        raise typer.Exit(1)
