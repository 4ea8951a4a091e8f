"""Promises the repository makes about itself: imports, documents that keep up, nothing of one machine in a file."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup, TyperOption

from skyledger import flow
from skyledger.cli.main import app

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "skyledger"

# Written in two halves so that this file does not contain what it looks for.
REGISTRY_HOSTS = (
    "py" + "pi.org",
    "files.python" + "hosted.org",
    "registry.npm" + "js.org",
    "registry.yarn" + "pkg.com",
)
MACHINE_PATHS = ("/wo" + "rk/", "/ro" + "ot/", "/opt" + "/pypi", "/tmp" + "/bash_jobs", ".lib" + "rary/")


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout: which files are tracked cannot be told")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_imports_flow_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_importing_the_command_line_imports_nothing_heavy() -> None:
    heavy = (
        "sqlalchemy",
        "trafilatura",
        "lxml",
        "feedparser",
        "rich",
        "jinja2",
        "rapidfuzz",
        "pydantic",
    )
    program = f"import sys, skyledger.cli.main; print([name for name in {heavy!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_reading_a_text_imports_no_room_behind_it() -> None:
    rooms = ("assess", "evaluate", "ingest", "ledger", "link", "publish", "reconcile", "web", "cli")
    program = (
        f"import sys; from skyledger import flow; print([r for r in {rooms!r} if 'skyledger.' + r in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("name", flow.__all__)
def test_every_step_of_the_pipe_is_on_its_page(name: str) -> None:
    assert getattr(flow, name) is not None


def test_what_is_no_step_of_the_pipe_is_said() -> None:
    unknown = "fly"
    with pytest.raises(AttributeError, match="has no attribute 'fly'"):
        getattr(flow, unknown)


def walk_commands(group: TyperGroup, path: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command's path with its flags; a group itself counts where it has flags of its own."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            yield from walk_commands(command, f"{path} {name}")
        else:
            flags = [flag for option in command.params if isinstance(option, TyperOption) for flag in option.opts]
            yield f"{path} {name}", flags


def command_line() -> TyperGroup:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def sections(markdown: str) -> dict[str, str]:
    """Return the text under each heading."""
    parts = re.split(r"^#+ (.+)$", markdown, flags=re.MULTILINE)
    return {heading.strip("` "): body for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize(("command", "flags"), list(walk_commands(command_line(), "skyledger")))
def test_docs_have_every_command_and_flag(command: str, flags: list[str]) -> None:
    documented = sections((ROOT / "docs" / "cli.md").read_text("utf-8"))
    assert command in documented, f"docs/cli.md has no heading for `{command}`"
    missing = [flag for flag in flags if f"`{flag}" not in documented[command]]
    assert not missing, f"docs/cli.md, `{command}`: no word on {missing}"


def test_docs_have_every_global_flag() -> None:
    text = sections((ROOT / "docs" / "cli.md").read_text("utf-8"))["skyledger"]
    flags = [flag for option in command_line().params if isinstance(option, TyperOption) for flag in option.opts]
    assert flags
    assert [flag for flag in flags if f"`{flag}" not in text] == []


def test_docs_name_no_command_that_is_gone() -> None:
    headings = {h for h in sections((ROOT / "docs" / "cli.md").read_text("utf-8")) if h.startswith("skyledger ")}
    assert headings - {command for command, _ in walk_commands(command_line(), "skyledger")} == set()


@pytest.mark.parametrize(("command", "flags"), list(walk_commands(command_line(), "skyledger")))
def test_help_says_what_it_is_for_and_its_exit_codes(command: str, flags: list[str]) -> None:
    words = command.split()[1:]
    found = command_line().commands[words[0]]
    if len(words) > 1:
        assert isinstance(found, TyperGroup)
        found = found.commands[words[1]]
    assert found.help is not None
    assert "Exit codes" in found.help


def issue_codes() -> dict[str, str]:
    """Return every issue code that a source file writes out in ``Issue(code=...)`` or ``.note(...)``, with the file."""
    codes: dict[str, str] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            named = [k.value for k in node.keywords if k.arg == "code" and getattr(node.func, "id", "") == "Issue"]
            noted = node.args[:1] if getattr(node.func, "attr", "") == "note" else []
            for value in (*named, *noted):
                if isinstance(value, ast.Constant):
                    codes[str(value.value)] = str(path.relative_to(ROOT))
    return codes


def test_docs_have_every_issue_code() -> None:
    listed = (ROOT / "docs" / "issue-codes.md").read_text("utf-8")
    assert {code: path for code, path in issue_codes().items() if f"`{code}`" not in listed} == {}


def test_tracked_files_name_no_registry_and_no_folder_of_a_machine() -> None:
    faults = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", "replace")
        faults += [f"{path.relative_to(ROOT)}: {word}" for word in (*REGISTRY_HOSTS, *MACHINE_PATHS) if word in text]
    assert faults == []


def test_requirements_are_pinned_and_hashed() -> None:
    files = sorted((ROOT / "requirements").glob("*.txt"))
    assert [path.name for path in files] == ["core.txt", "dev.txt", "node.txt", "tools.txt", "web.txt"]
    for path in files:
        blocks = re.split(r"\n(?=[a-zA-Z0-9])", path.read_text("utf-8"))
        packages = [block for block in blocks if not block.startswith("#")]
        assert packages
        assert [b.splitlines()[0] for b in packages if "==" not in b or "--hash=sha256:" not in b] == [], path.name


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    broken = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert broken == []
