"""Learn what numbers and sentences tell from texts of our own, and write the weights beside the packs.

    python -m evaluation.train_weights            learn from the marked texts and the tuned half of the gold set
    python -m evaluation.train_weights --check    tell whether the tables come from the texts as they stand

Needs scikit-learn (``pip install 'skyledger[learn]'``); nothing at run time does. The held half is never read.
"""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.marked import load_marked
from skyledger.evaluate.gold import GoldClaim, GoldDocument, load_gold
from skyledger.extract.learned.candidates import figures_in
from skyledger.extract.learned.features import features_of
from skyledger.extract.learned.labels import NONE, write_label
from skyledger.extract.learned.sentence_features import features_of_sentence
from skyledger.extract.learned.text_features import QUIET, features_of_text
from skyledger.extract.learned.weights import DATA
from skyledger.extract.reading import read_document
from skyledger.extract.scene import Scene, build_scene
from skyledger.model import ClaimStatus, Document, Kind
from skyledger.model.frame import Quantity, Sentence
from skyledger.packs.load import Packs, load_packs

HERE = Path(__file__).parent
# Inverse strengths of regularisation: of .1 to 8 those that read most of texts left out of learning.
FIGURES_STRENGTH = 0.5
TOLD_STRENGTH = 2.0
QUIET_STRENGTH = 1.0
GOLD_WEIGHT = 2.0  # of a text of the gold set beside a marked one; 1 and 4 read as well
SMALLEST = 12  # hundredths; without smaller weights hardly a claim changes, and the tables are a third as large
RAREST = 10  # labels with fewer examples are not learned


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text to learn from.

    Attributes:
        document: The text.
        is_quiet: Whether it tells nothing current.
        figures: Start, stop and label of each figure.
        words: Start and label of each word, or figure, that tells something.
        repeated: Numbers that its figures tell; one that stands elsewhere says it again.
        weight: How much it counts beside others.
    """

    document: Document
    is_quiet: bool
    figures: tuple[tuple[int, int, str], ...]
    words: tuple[tuple[int, str], ...]
    repeated: frozenset[int] = frozenset()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """What stands about a number or in a sentence, and what it tells."""

    features: frozenset[str]
    labels: frozenset[str]
    weight: float = 1.0


def main() -> int:
    """Train, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="Only tell whether the tables are of these texts.")
    options = parser.parse_args()
    texts = [*marked_texts(), *gold_texts()]
    digest = digest_of(texts)
    if options.check:
        fresh = all(_made_of(name) == digest for name in ("figures", "told", QUIET))
        print("the tables are of these texts" if fresh else "the texts changed: train again")
        return int(not fresh)
    for name, rows in train(texts).items():
        DATA.mkdir(exist_ok=True)
        (DATA / f"{name}.tsv").write_text("\n".join([f"inputs\t{digest}", *rows]) + "\n", encoding="utf-8")
        print(f"{name}: {len(texts)} texts, {len(rows[0].split(chr(9))) - 1} labels, {len(rows) - 1} features")
    return 0


def digest_of(texts: list[Labelled]) -> str:
    """Return the hash of the texts learned from."""
    whole = hashlib.sha256()
    for text in texts:
        read = (text.document.text, text.is_quiet, text.figures, text.words, sorted(text.repeated))
        whole.update(repr(read).encode())
    return whole.hexdigest()[:16]


def _made_of(name: str) -> str:
    path = DATA / f"{name}.tsv"
    return path.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("inputs\t") if path.exists() else ""


def marked_texts() -> Iterator[Labelled]:
    """Yield the texts written for learning from."""
    for text in load_marked():
        figures = tuple((m.start, m.stop, m.label) for m in text.marks if m.is_figure)
        words = tuple((m.start, m.label) for m in text.marks)
        yield Labelled(Document(id=text.id, text=text.text), not text.is_news, figures, words)


def gold_texts() -> Iterator[Labelled]:
    """Yield the tuned half of the gold set."""
    for gold in load_gold(HERE / "gold"):
        if gold.split == "tune":
            yield _of_gold(gold)


def _of_gold(gold: GoldDocument) -> Labelled:
    figures: list[tuple[int, int, str]] = []
    words: list[tuple[int, str]] = []
    repeated: set[int] = set()
    for claim in gold.claims:
        if claim.status is not ClaimStatus.CURRENT:
            continue
        label = _label_of(claim)
        harmed = [name for name, _, _ in claim.spans if name in _HARM]
        for name, start, stop in claim.spans:
            if name == "count":
                figures.append((start, stop, label))
            elif name in _HARM:
                figures.append((start, stop, write_label("casualties", name)))
        starts = {name: start for name, start, _ in claim.spans}
        first = next((starts[name] for name in ("trigger", "count", *_HARM) if name in starts), None)
        if first is not None:
            words += (
                [(first, write_label("casualties", name)) for name in harmed]
                if label == "casualties"
                else [(first, label)]
            )
        if claim.count is not None:
            repeated.add(claim.count.low)
    quiet = all(c.optional or c.status is not ClaimStatus.CURRENT for c in gold.claims)
    return Labelled(gold.document, quiet, tuple(figures), tuple(words), frozenset(repeated), GOLD_WEIGHT)


_HARM = ("killed", "injured", "children")
# What the details of the gold set, in any wording, are called by the rules.
_DETAILS = (("flight", "flights"), ("train", "train delays"), ("school", "schools"), ("explosion", "explosions heard"))


def _label_of(claim: GoldClaim) -> str:
    detail = ""
    if claim.kind is Kind.OTHER_EFFECT:
        detail = next((name for part, name in _DETAILS if part in claim.detail), claim.detail)
    return write_label(claim.kind.value, claim.fate.value if claim.fate else "", detail)


def train(texts: list[Labelled]) -> dict[str, list[str]]:
    """Return the lines of both tables."""
    packs = load_packs()
    numbers = [e for text in texts for e in numbers_of(text, packs)]
    sentences = [e for text in texts for e in sentences_of(text, packs)]
    wholes = [whole_of(text, packs) for text in texts]
    return {
        "figures": fit_one(numbers),
        "told": fit_each(sentences, TOLD_STRENGTH),
        QUIET: fit_each(wholes, QUIET_STRENGTH),
    }


def numbers_of(text: Labelled, packs: Packs) -> Iterator[Example]:
    """Yield the numbers of a text, but those that only say again what another one told."""
    reading = read_document(text.document, packs, eventful=True)
    if not reading.sentences:
        return
    scene = build_scene(reading)
    for sentence in reading.sentences:
        for quantity in figures_in(scene, sentence):
            assert quantity.span is not None
            assert quantity.count is not None
            span = quantity.span
            here = [label for start, stop, label in text.figures if start < span.stop and span.start < stop]
            if here or not (quantity.count.low in text.repeated or _may_be_part(text, scene, sentence, quantity)):
                labels = frozenset(here[:1] or [NONE])
                yield Example(frozenset(features_of(scene, sentence, quantity)), labels, text.weight)


_PLACE_REACH = 3  # words


def _may_be_part(text: Labelled, scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether an unmarked number may be the share of a place in a marked one, which says neither yes nor no."""
    if quantity.noun is not None and quantity.noun.category != "object":
        return False
    marked = any(sentence.first <= start < sentence.last for start, _, _ in text.figures)
    placed = scene.phrases_in(quantity.stop, quantity.stop + _PLACE_REACH)
    placed += scene.phrases_in(max(sentence.start, quantity.start - 2 * _PLACE_REACH), quantity.start)
    return marked and bool(placed)


def sentences_of(text: Labelled, packs: Packs) -> Iterator[Example]:
    """Yield the sentences of a text."""
    reading = read_document(text.document, packs, eventful=True)
    for sentence in reading.sentences:
        here = frozenset(label for start, label in text.words if sentence.first <= start < sentence.last)
        yield Example(frozenset(features_of_sentence(reading, sentence)), here, text.weight)


def whole_of(text: Labelled, packs: Packs) -> Example:
    """Return a text as a whole."""
    features = features_of_text(read_document(text.document, packs))
    return Example(frozenset(features), frozenset((QUIET,)) if text.is_quiet else frozenset(), text.weight)


def fit_one(examples: list[Example]) -> list[str]:
    """Return a table for examples that each have one label; labels too rare to learn tell nothing."""
    from sklearn.linear_model import LogisticRegression

    times = Counter(label for e in examples for label in e.labels)
    labels = [next(iter(e.labels)) for e in examples]
    labels = [label if times[label] >= RAREST else NONE for label in labels]
    names, matrix = _matrix(examples)
    model = LogisticRegression(C=FIGURES_STRENGTH, max_iter=1000, fit_intercept=False)
    model.fit(matrix, labels, [e.weight for e in examples])
    classes = [str(c) for c in model.classes_]
    return _table(classes, names, lambda n: [float(row[n]) for row in model.coef_])


def fit_each(examples: list[Example], strength: float) -> list[str]:
    """Return a table for examples that have any number of labels, each learned for itself."""
    from sklearn.linear_model import LogisticRegression

    times = Counter(label for e in examples for label in e.labels)
    labels = sorted(label for label, n in times.items() if n >= RAREST and label != Kind.OTHER_EFFECT.value)
    names, matrix = _matrix(examples)
    weights = [e.weight for e in examples]
    fitted = []
    for label in labels:
        model = LogisticRegression(C=strength, max_iter=1000, fit_intercept=False)
        fitted.append(model.fit(matrix, [label in e.labels for e in examples], weights).coef_[0])
    return _table(labels, names, lambda n: [float(row[n]) for row in fitted])


def _matrix(examples: list[Example]) -> tuple[list[str], object]:
    """Return the features met more than once, and which example has which."""
    from sklearn.feature_extraction import DictVectorizer

    often = Counter(f for e in examples for f in e.features)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{f: 1 for f in sorted(e.features) if often[f] > 1} for e in examples])
    return [str(n) for n in vectors.get_feature_names_out()], matrix


def _table(labels: list[str], names: list[str], weights_of: Callable[[int], list[float]]) -> list[str]:
    """Return the lines of a table: the labels, then each feature with the weights that say something."""
    lines = ["\t".join(["labels", *labels])]
    for number, name in enumerate(names):
        cells = enumerate(round(100 * w) for w in weights_of(number))
        row = " ".join(f"{n}:{w}" for n, w in cells if abs(w) >= SMALLEST)
        if row:
            lines.append(f"{name}\t{row}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
