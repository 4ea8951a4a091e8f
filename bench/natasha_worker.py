"""Runs in the environment of bench/natasha_ratio.py: tags names in texts, once for each line of stdin.

``natasha_worker.py TEXTS.json`` prints ``ready``, then, for each line it gets, the processor seconds of one pass over
the texts and the number of names found.
"""

import json
import sys
import time
from pathlib import Path

from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter


def main() -> None:
    """Load the models, then measure a pass whenever asked."""
    texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    print("ready", flush=True)
    for _ in sys.stdin:
        names = 0
        begun = time.process_time()
        for text in texts:
            doc = Doc(text)
            doc.segment(segmenter)
            doc.tag_ner(tagger)
            names += len(doc.spans)
        print(time.process_time() - begun, names, flush=True)


if __name__ == "__main__":
    main()
