"""The network of names gives what slovnet gives with the same weights."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import razdel

from sco_graph.corpus import find, read
from sco_graph.extraction.russian import names
from sco_graph.resources import folder


@pytest.fixture(scope="module")
def slovnet() -> Any:
    from navec import Navec
    from slovnet import NER

    spec = find_spec("natasha")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    data = Path(spec.submodule_search_locations[0]) / "data"
    model = NER.load(data / "model/slovnet_ner_news_v1.tar")
    return model.navec(Navec.load(data / "emb/navec_news_v1_1B_250K_300d_100q.tar"))


def lines() -> list[str]:
    documents = (read(path, root) for path, root in find([folder("data/documents")]))
    return [line for document in documents if document.language == "ru" for line in document.text.split("\n") if line]


def test_names_are_those_of_slovnet(slovnet: Any) -> None:
    for line in lines():
        own = [(span.start, span.stop, span.kind) for span in names.spans(line)]
        assert own == [(span.start, span.stop, span.type) for span in slovnet(line).spans]


def test_a_line_is_read_the_same_alone_and_among_others() -> None:
    words = [[word.text for word in razdel.tokenize(line)] for line in lines()]
    together = names._network().tags(words)
    assert together == [names._network().tags([line])[0] for line in words]


@pytest.mark.parametrize("count", [1, 2, 3, 600])
def test_a_line_of_any_length_has_a_tag_for_each_word(count: int) -> None:
    (tags,) = names._network().tags([["Норов"] * count])
    assert len(tags) == count
