"""The page on the ontology tells the truth: its example parses and is well formed in its terms."""

from __future__ import annotations

import re
from pathlib import Path

from rdflib import Graph

from sco_graph.vocabulary import SCO


def test_the_example_uses_declared_terms(root: Path, declared: set[str]) -> None:
    page = (root / "docs" / "ontology.md").read_text("utf-8")
    (example,) = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    graph = Graph().parse(data=example, format="turtle")
    used = {str(node).removeprefix(SCO) for triple in graph for node in triple if str(node).startswith(SCO)}
    assert len(graph) > 20
    assert used <= declared


def test_terms_named_on_the_page_are_declared(root: Path, declared: set[str]) -> None:
    page = (root / "docs" / "ontology.md").read_text("utf-8")
    assert set(re.findall(r"\bsco:(\w+)", page)) <= declared
