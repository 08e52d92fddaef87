"""How long natasha takes over texts, in an environment of its own: a JSON array of texts in, seconds out.

    pip install 'setuptools<70' natasha
    python natasha_speed.py < texts.json

Seconds of the processor, on one thread: for names alone, and for names in normal form, dates and money.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import inspect
import json
import sys
import time
from collections import namedtuple
from importlib import import_module
from typing import Any

if not hasattr(inspect, "getargspec"):  # which natasha's morphology still asks for
    _Spec = namedtuple("_Spec", "args varargs keywords defaults")
    setattr(inspect, "getargspec", lambda f: _Spec(*inspect.getfullargspec(f)[:4]))  # noqa: B010


def main() -> None:
    """Print the seconds as JSON: {"names": …, "all": …}."""
    natasha: Any = import_module("natasha")
    texts: list[str] = json.load(sys.stdin)
    vocabulary, embedding = natasha.MorphVocab(), natasha.NewsEmbedding()
    segmenter, names = natasha.Segmenter(), natasha.NewsNERTagger(embedding)
    morphology = natasha.NewsMorphTagger(embedding)
    others = natasha.DatesExtractor(vocabulary), natasha.MoneyExtractor(vocabulary)

    def named(text: str) -> Any:
        document = natasha.Doc(text)
        document.segment(segmenter)
        document.tag_ner(names)
        return document

    start = time.process_time()
    documents = [named(text) for text in texts]
    found = time.process_time()
    for document in documents:
        document.tag_morph(morphology)
        for span in document.spans:
            span.normalize(vocabulary)
        for extractor in others:
            list(extractor(document.text))
    print(json.dumps({"names": found - start, "all": time.process_time() - start}))


if __name__ == "__main__":
    main()
