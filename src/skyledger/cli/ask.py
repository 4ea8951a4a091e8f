"""Commands that ask a ledger: ``sitrep``, ``why``, ``compare`` ...; and ``explain``, which asks a text."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skyledger.cli.options import AsOfOption, JsonOption, LangOption, LedgerOption, OutOption, asking, name_ledger
from skyledger.cli.report import Format, write_compared, write_history, write_sitrep, write_totals, write_why
from skyledger.cli.streams import print_json, print_pairs, print_table, read_inputs, say_faults, to_line, write_text
from skyledger.errors import UsageError
from skyledger.say import say

if TYPE_CHECKING:
    from skyledger.model import Issue


def register(app: typer.Typer) -> None:
    """Hang this group's commands on the program."""
    app.command()(sitrep)
    app.command()(totals)
    app.command()(why)
    app.command()(history)
    app.command()(compare)
    app.command()(explain)
    app.command()(stats)
    app.command()(issues)


def _to_date(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--night: {text!r} is no date; write the date of the morning as 2025-12-11") from error


def sitrep(
    context: typer.Context,
    night: Annotated[
        str | None,
        typer.Option("--night", metavar="DATE", help="Date of the morning. [default: the last night with claims]"),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="ID", help="One region only, ISO 3166-2, such as RU-KLU.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.TERMINAL,
    public: Annotated[
        bool, typer.Option("--public", help="For the public: a day late, no point more precise than its region.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="In the terminal, with every statement and the texts behind them.")
    ] = False,
    out: OutOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Print the situation report of a night.

    A night runs from 20:00 to 08:00 local time and is named by the date of its morning. Every figure is attributed and
    carries the claims it rests on; statements that do not agree stand side by side; what was not understood is listed.
    The terminal shows the short report; --full adds every statement with its INC id, and the texts.
    A night without claims is an error, not a quiet night.

    \b
    Examples:
      skyledger sitrep --night 2025-12-11
      skyledger sitrep --night 2025-12-11 --region RU-KLU --format html -o kaluga.html
      skyledger sitrep --full | less
      skyledger sitrep --public --format md

    \b
    Exit codes: 0 done, 2 no claims for that night, no such region or ledger.
    """
    from skyledger import flow
    from skyledger.publish import private_policy, public_policy

    wanted = _to_date(night)
    with asking(context, ledger, as_of) as (store, now):
        policy = public_policy() if public else private_policy()
        report = flow.sitrep(store, night=wanted, region=region, now=now, policy=policy)
    write_text(write_sitrep(report, Format.JSON if as_json else format, plain=out is not None, full=full), out)


def totals(
    context: typer.Context,
    night: Annotated[
        str | None,
        typer.Option("--night", metavar="DATE", help="Date of the morning. [default: the last night with claims]"),
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Hold the national totals of a night against their parts.

    One table a total: what a ministry lists by region, what officials of these regions say themselves, whether the two
    agree, and what is left over. Both statements are quoted. Figures are compared only where their windows allow it,
    else it says "cannot be checked"; what nobody reported is "not reported", never 0.

    \b
    Examples:
      skyledger totals --night 2025-12-11
      skyledger totals --json | jq '.totals[].verdict'

    \b
    Exit codes: 0 done, whatever the verdicts; 2 no claims or totals for that night, no such ledger.
    """
    from skyledger import flow

    wanted = _to_date(night)
    with asking(context, ledger, as_of) as (store, now):
        chosen, found = flow.totals(store, night=wanted, now=now)
    write_text(write_totals(chosen, found, as_json=as_json), None)


def why(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="INC-..., INC-...:count or c1-...")],
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Show what an id rests on, down to the words.

    For an incident, one of its findings (INC-...:count), or a claim: the claims for and against with the exact words in
    their sentence, who said it, who published it, and the origins with the reason why their texts count as one. An id
    whose incident became part of another is followed; one that was withdrawn says why.

    \b
    Examples:
      skyledger why INC-ABCDEFGHIJ
      skyledger why c1-0123456789abcdef --json

    \b
    Exit codes: 0 done, 1 the incident was withdrawn, 2 no such id or ledger.
    """
    from skyledger import flow

    with asking(context, ledger, as_of) as (store, now):
        told = flow.why(store, id, now=now)
    write_text(write_why(told, as_json=as_json), None)


def history(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="INC-...")],
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Show how an incident grew.

    One entry a version: since when it was known, which figures and other fields it changed, which texts brought that,
    and where the id leads when the incident became part of another.

    \b
    Examples:
      skyledger history INC-ABCDEFGHIJ
      skyledger history INC-ABCDEFGHIJ --json | jq '.steps[].changes[] | select(.field == "count")'

    \b
    Exit codes: 0 done, 2 no such incident or ledger.
    """
    from skyledger import flow

    with asking(context, ledger, as_of) as (store, now):
        told = flow.history(store, id, now=now)
    write_text(write_history(told, as_json=as_json), None)


def compare(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="A", help="INC-... or c1-...")],
    two: Annotated[str, typer.Argument(metavar="B", help="INC-... or c1-...")],
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show why two claims or incidents are, or are not, the same.

    Each feature of the pair comes with what was found, its weight and a sentence, and the sum against the score that
    makes a link. For incidents the best pair of their claims is shown, and what keeps the two apart: two facts that
    exclude each other, the longest time one incident may span, a person's decision, or that no pair is linked.

    \b
    Examples:
      skyledger compare INC-ABCDEFGHIJ INC-KLMNOPQRST
      skyledger compare c1-0123456789abcdef c1-fedcba9876543210 --json

    \b
    Exit codes: 0 done, whatever the answer; 2 no such id or ledger.
    """
    from skyledger import flow

    with asking(context, ledger, as_of) as (store, now):
        told = flow.compare(store, one, two, now=now)
    write_text(write_compared(told, as_json=as_json), None)


def explain(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file of texts; - is JSON Lines on stdin.", allow_dash=True)
    ],
    as_json: JsonOption = False,
) -> None:
    """Show how skyledger reads a text.

    Each claim comes with the rule and the words behind it, each doubt with its words, and each word that could have
    made a claim with the reason why it did not. Needs no ledger. This is
    where to look when a claim is missing or wrong; the rule and the words say what to change.

    \b
    Examples:
      skyledger explain post.txt
      echo '{"id": "a", "text": "Nine drones were shot down over Tver."}' | skyledger explain -

    \b
    Exit codes: 0 done, 1 something could not be read, 2 misuse.
    """
    from skyledger import flow
    from skyledger.cli.evidence import explanation_to_json, explanation_to_lines

    faulty = False
    for found in read_inputs([file]):
        say_faults(found.faults)
        faulty = faulty or bool(found.faults)
        for document in found.documents:
            told = flow.explain(document)
            print(to_line(explanation_to_json(told)) if as_json else "\n".join(explanation_to_lines(told)), end="")
    if faulty:
        raise typer.Exit(1)


def stats(
    context: typer.Context, as_of: AsOfOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """Print how much is in the ledger.

    And which nights it has claims for.

    \b
    Exit codes: 0 done, 2 no such ledger.
    """
    from skyledger import flow

    name = name_ledger(context, ledger)
    with asking(context, ledger, as_of) as (store, now):
        size, nights = flow.measure_ledger(store, now=now), store.nights()
    if as_json:
        by_night = [{"night": night.isoformat(), "claims": count} for night, count in nights]
        print_json({"ledger": name, **size, "nights": by_night})
        return
    known = f"{nights[0][0]} to {nights[-1][0]}, {len(nights)} with claims" if nights else "none"
    print_pairs(
        {"ledger": name} | {key.replace("_", " "): f"{value:,}" for key, value in size.items()} | {"nights": known}
    )


def issues(
    context: typer.Context,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """List what was not understood or was ignored.

    Issues are grouped by code and words: a region word that no pack knows shows up here with the number of texts that
    have it, the most frequent first. The codes are explained in docs/issue-codes.md.

    \b
    Exit codes: 0 done, 2 no such ledger.
    """
    from skyledger import flow

    with asking(context, ledger, as_of) as (store, now):
        rows = _group_issues(flow.list_issues(store, now=now))
    if as_json:
        keys = ("code", "text", "count", "documents", "message")
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
        return
    cells = [(code, text, f"{count:,}", f"{documents:,}", message) for code, text, count, documents, message in rows]
    print_table(tuple(map(say, ("code", "words", "times", "texts", "meaning"))), cells, right=frozenset({2, 3}))


def _group_issues(found: "tuple[Issue, ...]") -> list[tuple[str, str, int, int, str]]:
    """Return code, words, times, texts and one message for each group, the most frequent first."""
    from skyledger.publish.retelling import retell
    from skyledger.publish.words import clean_text

    times: Counter[tuple[str, str]] = Counter()
    texts: dict[tuple[str, str], set[str]] = {}
    messages: dict[tuple[str, str], str] = {}
    for issue in found:
        key = (issue.code, clean_text(" ".join(issue.text.split())))
        times[key] += 1
        texts.setdefault(key, set()).add(issue.document_id)
        messages.setdefault(key, clean_text(retell(issue.message)))
    order = sorted(times, key=lambda key: (-times[key], key))
    return [(*key, times[key], len(texts[key]), messages[key]) for key in order]
