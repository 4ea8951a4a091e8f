"""Whatever the application answers in Russian or Ukrainian holds no English but quotes, codes and names."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the web application is an extra: pip install 'skyledger[web]'")

from skyledger import flow
from skyledger.ledger import Ledger, open_ledger
from skyledger.web.settings import Settings
from tests.web.client import Client

NOW = datetime(2025, 12, 20, 9, 0, tzinfo=UTC)
OTHERS = ("ru", "uk")
# What stands under these keys is a code, an id or an address: an interface, in English everywhere.
CODES = frozenset(
    "id kind kinds fate object fates objects status modality precision region place airport country side role lang "
    "verdict field fields policy query filter self html prov links key value answer state what shape format type tags "
    "basis weapon code unit qualifier rule handle instance parameter generator incident origin origins claim claims "
    "document documents first_document first_claim closure reopening incidents parts tally version url href rel "
    "next language moved_to conformsTo license crs itemType authors _skyledger time_precision place_precision "
    "documents_behind until prefix mix".split()
)
# What stands under these is quoted: words of texts, titles of texts and names of those who published them.
QUOTES = frozenset(
    "quote quotes words text latin spans pieces marks title_of_text outlet outlets source sources urls label before "
    "after content name_of_outlet forwarded_from".split()
)
# Names that no pack has in Cyrillic, units, and what is called so in every language.
NAMES = re.compile(
    r"\b(UTC|FPV|JSON|PROV|ISO|MIT|ISC|BY|CC|GeoNames|Natural Earth|datamaps|world-atlas|skyledger|INC|"
    r"Daily Beacon World|Meridian Wire|World in Brief|Harbour Post|Agency Polosa|Creative Commons Attribution)\b"
)
_IDS = re.compile(
    r"\b(?:INC-\w+|[co]1-\w+|demo-[\w-]+|tg:[\w/]+|DOC\w+|[A-Z]{2}-[A-Z0-9]{2,3}|[A-Z]{4}|D\d+|https?:\S+|/[\w./{}]+\.json|"
    r"docs/\S+|scripts/\S+|regions\.json|night_\w+=[\d-]+)"
)
_ENGLISH = re.compile(r"[A-Za-z]{3,}(?:[ ,:;']+[A-Za-z]{2,})*")
_PATHS = (
    "/incidents.json", "/headline.json", "/timeline.json", "/regions.json", "/regions/RU-KLU.json",
    "/airports/UUBC.json", "/origins.json", "/claims.json", "/changes.json", "/changes.feed.json",
    "/incidents.feed.json", "/effects.json", "/objects.json", "/after-action.json",
)  # fmt: skip
_FAULTS = (
    "/incidents.json?night=x", "/incidents.json?foo=1", "/incidents/INC-AAAAAAAAAA.json", "/regions/XX-XX.json",
    "/nothing.json", "/incidents.json?bbox=1", "/incidents.json?kinds=none", "/incidents.json?as_of=2999-01-01",
    "/search.json?q=", "/airports/ZZZZ.json", "/effects.json?days=x",
)  # fmt: skip
_PAGES = ("/incidents.html", "/incidents.md", "/charts/nights.svg", "/charts/timeline.svg", "/charts/map.svg")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("tongues") / "sample.ledger") as ledger:
        flow.add_paths(ledger, [Path(str(files("skyledger") / "data" / "sample"))], now=NOW)
        yield ledger


@pytest.fixture(scope="module")
def asked(sample: Ledger) -> Client:
    return Client(sample, Settings(clock=lambda: NOW))


def english_in(text: str) -> list[str]:
    """Return the English of a text: words in Latin letters outside of quotes, ids and names."""
    bare = re.sub(r"«[^»]*»", "", text)
    return _ENGLISH.findall(NAMES.sub("", _IDS.sub("", bare)))


def worded(told: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield what is words in an answer, with the key it stands under."""
    if isinstance(told, dict):
        for name, value in told.items():
            if name not in CODES and name not in QUOTES:
                yield from worded(value, name)
            elif name in ("origins", "claims", "incidents", "place", "incident"):
                yield from worded([one for one in _listed(value) if isinstance(one, dict)], name)
    elif isinstance(told, list):
        for one in told:
            yield from worded(one, key)
    elif isinstance(told, str):
        yield key, told


def _listed(value: Any) -> list[Any]:
    if isinstance(value, dict) and not {"id", "title", "reason"} & value.keys():
        return [one for each in value.values() for one in _listed(each)]
    return value if isinstance(value, list) else [value]


def with_lang(path: str, lang: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


@pytest.mark.parametrize("lang", OTHERS)
def test_answers_hold_no_english(asked: Client, lang: str) -> None:
    paths = [*_PATHS, *(f"/incidents/{row['id']}.json" for row in asked.json("/incidents.json")["incidents"])]

    found = {
        (path.partition("/INC")[0], key, english)
        for path in paths
        for key, text in worded(asked.json(with_lang(path, lang)))
        for english in english_in(text)
    }

    assert not found


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("path", _FAULTS)
def test_what_cannot_be_done_is_said_in_the_language(asked: Client, path: str, lang: str) -> None:
    told = asked.http.get(with_lang(path, lang)).json()

    assert told["status"] >= 400
    assert re.search("[а-яіїєґ]{3}", told["title"] + told["detail"])
    assert not english_in(told["title"])


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("path", _PAGES)
def test_files_hold_no_english(asked: Client, path: str, lang: str) -> None:
    text = asked.get(with_lang(path, lang)).text
    text = re.sub(r"(?s)<style>.*?</style>|<svg[^>]*>(?=<title>)|<desc>.*?</desc>", "", text)
    # The texts themselves, listed at the end, bear the titles they were given.
    text = re.sub(r"(?s)<li id=\"d\d+\".*?</li>|- <a id=.*?\n", "", text)
    bare = unescape(re.sub(r"\]\([^)]*\)|<[^>]*>", "\n", text)).replace("\\", "")

    assert not [english for line in bare.split("\n") for english in english_in(line)]


def test_english_is_what_it_was_without_a_language(asked: Client) -> None:
    for path in (*_PATHS, *_PAGES):
        plain, english = asked.get(path), asked.get(with_lang(path, "en"))

        assert plain.content == english.content, path


def test_who_asked_first_decides_nothing(sample: Ledger) -> None:
    first = Client(sample, Settings(clock=lambda: NOW))
    told = first.json("/facets.json?lang=uk")["facets"], first.json("/headline.json?lang=ru")["sentence"]

    assert "Калузька область" in json.dumps(told[0], ensure_ascii=False)
    assert "Kaluga Oblast" in json.dumps(first.json("/facets.json")["facets"])
    assert re.match(r"\d+ событи[еяй]", told[1])
    assert "incidents" in first.json("/headline.json")["sentence"]


def test_the_shape_of_others_stays_english(asked: Client) -> None:
    assert asked.get("/incidents.acled.csv?lang=ru").content == asked.get("/incidents.acled.csv").content
