"""The pipelines of others that extraction is timed against, where they are installed.

natasha (MIT) is there with its weights, which we use too; its ``pymorphy2`` wants setuptools
(``pkg_resources``), which the extra ``bench`` brings. pullenti may not be used commercially: it is never
installed by us, and timed only where somebody has installed it.
"""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

Peer = Callable[[str], object]
"""Everything that the pipeline finds in a text."""


def versions(*packages: str) -> dict[str, str]:
    """Version of each package, ``not installed`` where it is not there."""
    found = {}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def natasha() -> Peer:
    """Natasha's own pipeline, as its README has it: segment, morphology, syntax, names, normal forms.

    Raises ImportError where natasha, or what it needs, is not installed.
    """
    if not hasattr(inspect, "getargspec"):  # pymorphy2 asks for it; Python 3.11 has dropped it
        inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of setuptools, on pkg_resources
        from natasha import (
            Doc,
            MorphVocab,
            NewsEmbedding,
            NewsMorphTagger,
            NewsNERTagger,
            NewsSyntaxParser,
            Segmenter,
        )

        embedding, vocabulary, segmenter = NewsEmbedding(), MorphVocab(), Segmenter()
    morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def read(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(names)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        for span in doc.spans:
            span.normalize(vocabulary)
        return doc

    return read


def natasha_names() -> Peer:
    """Natasha's names alone: a part of its pipeline, for scale. Raises ImportError as ``natasha`` does."""
    natasha()
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, names = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(names)
        return doc

    return read


def pullenti() -> Peer:
    """Pullenti's analysis of a text with its own analysers. Raises ImportError where it is not installed."""
    from pullenti.ner.ProcessorService import ProcessorService  # type: ignore[import-not-found]
    from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis  # type: ignore[import-not-found]
    from pullenti.Sdk import Sdk  # type: ignore[import-not-found]

    Sdk.initialize_all()
    processor = ProcessorService.create_processor()
    return lambda text: processor.process(SourceOfAnalysis(text), None, None)
