"""The ontology and its schemes as quads, without blank nodes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat

from .. import resources
from ..errors import InvalidRDF
from ..vocabulary import ROOT
from . import terms

# Shapes are not data: validation reads them from their file.
_NOT_DATA = frozenset({"shapes.ttl"})
_Node = TypeVar("_Node", bound=terms.Node)
_GENID = ROOT + ".well-known/genid/"


def ontology_files(source: Path | None = None) -> tuple[Path, ...]:
    """The Turtle files that are loaded, sorted by name. Raises InvalidRDF when there are none."""
    where = source or resources.folder("ontology")
    files = tuple(sorted(path for path in where.glob("*.ttl") if path.name not in _NOT_DATA))
    if not files:
        raise InvalidRDF(str(where), "there is no Turtle file of the ontology", "Reinstall the package.")
    return files


def ontology_version(source: Path | None = None) -> str:
    """SHA-256 of the files' names and bytes."""
    digest = hashlib.sha256()
    for path in ontology_files(source):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def ontology_quads(source: Path | None = None) -> tuple[Quad, ...]:
    """All statements, sorted, each once; blank nodes become IRIs that depend on the content alone.

    Blank nodes are named by RDF Dataset Canonicalization (RDFC-1.0) and skolemised as
    RDF 1.1 Concepts, section 3.5, recommends. Raises InvalidRDF with file, line and column.
    """
    found = {quad for path in ontology_files(source) for quad in _skolemised(path)}
    return tuple(sorted(found, key=str))


def _skolemised(path: Path) -> Iterator[Quad]:
    try:
        dataset = ox.Dataset(ox.parse(path=str(path), format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise InvalidRDF(str(path), f"it is not Turtle ({error})", "Mend it there.") from error
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        yield Quad(_named(quad.subject, path), quad.predicate, _named(quad.object, path), terms.ONTOLOGY)


def _named(node: _Node, path: Path) -> _Node | NamedNode:
    return NamedNode(f"{_GENID}{path.stem}-{node.value}") if isinstance(node, BlankNode) else node
