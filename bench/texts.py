"""The texts the measurements read: the gold set, texts of nothing, and the real stream where it lies beside us."""

from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

from skyledger.evaluate import load_gold
from skyledger.ingest import read_paths
from skyledger.model import Document, Lang
from skyledger.packs.load import load_packs
from skyledger.packs.normalise import tokenise

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "evaluation" / "gold"
STREAM = ROOT.parent / "shared" / "data" / "stream" / "telegram_2026-02-22.jsonl"
PUBLISHED = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)

# Small news of small towns: words, names and numbers, and no trigger (:func:`quiet_texts` sees to that).
_QUIET = {
    Lang.EN: (
        "The library on Garden Street lends books until eight in the evening from Monday.",
        "Bakers of the town sold 1,400 loaves at the autumn fair, and the mayor thanked them all.",
        "Pupils of school No. 7 planted 36 lime trees along the river and gave each of them a name.",
        "The choir rehearses on Thursdays; new voices are welcome, tickets cost 12 dollars.",
    ),
    Lang.RU: (
        "Библиотека на Садовой улице с понедельника будет работать до восьми вечера.",
        "На осенней ярмарке в Калуге продали 1400 караваев, мэр поблагодарил всех пекарей.",
        "Ученики школы № 7 вырастили вдоль реки 36 лип и каждой дали имя.",
        "Хор репетирует по четвергам, ждут новые голоса, билет стоит 300 рублей.",
    ),
    Lang.UK: (
        "Бібліотека на Садовій вулиці з понеділка працюватиме до восьмої вечора.",
        "На осінньому ярмарку в Полтаві продали 1400 короваїв, мер подякував усім пекарям.",
        "Учні школи № 7 виростили вздовж річки 36 лип і кожній дали ім'я.",
        "Хор збирається щочетверга, чекають на нові голоси, квиток коштує 150 гривень.",
    ),
}


def gold_texts(lang: Lang | None = None) -> list[Document]:
    """Return the texts of the gold set, or those in one language."""
    documents = [item.document for item in load_gold(GOLD)]
    return [document for document in documents if lang is None or document.lang is lang]


def quiet_texts(number: int) -> list[Document]:
    """Return that many texts of three sentences without a trigger, in three languages by turns.

    Raises:
        SystemExit: A word of theirs has become a trigger: what is measured would be another thing.
    """
    packs = load_packs()
    words = tokenise(" ".join(sentence for sentences in _QUIET.values() for sentence in sentences))
    for hit in packs.scan(words):
        if any(term.category == "trigger" for term in hit.terms):
            raise SystemExit(
                f"bench: {' '.join(words.words[hit.start : hit.stop])!r} is a trigger; choose another word"
            )
    langs = list(islice(cycle(_QUIET), number))
    return [_quiet_text(index, lang) for index, lang in enumerate(langs)]


def _quiet_text(index: int, lang: Lang) -> Document:
    sentences = _QUIET[lang]
    chosen = " ".join(sentences[(index + step) % len(sentences)] for step in range(3))
    return Document(id=f"quiet-{index}", text=chosen, lang=lang, published_at=PUBLISHED)


def stream_texts() -> list[Document]:
    """Return the texts of the real stream, none where the file is not beside the checkout."""
    if not STREAM.is_file():
        return []
    return [document for file in read_paths([STREAM], now=PUBLISHED) for document in file.documents]
