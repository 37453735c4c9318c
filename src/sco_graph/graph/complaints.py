"""A SHACL report in words: which document, which node, which property, which of its words, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import RDF, SH, Graph, URIRef
from rdflib.paths import Path
from rdflib.term import Node

from ..model import Violation
from ..vocabulary import GRAPH, ID, SCO

_EVIDENCE, _QUOTE, _START, _DOCUMENT = (URIRef(SCO + name) for name in ("evidence", "quote", "spanStart", "Document"))
_REPORTED_IN, _MENTIONED_IN, _MADE_DURING, _MENTION_OF, _ACCOUNT, _PARTICIPATION = (
    URIRef(SCO + name) for name in ("reportedIn", "mentionedIn", "madeDuring", "mentionOf", "account", "participation")
)
_TOLD_IN = _REPORTED_IN | _MENTIONED_IN | _MADE_DURING / _REPORTED_IN | ~_PARTICIPATION / _REPORTED_IN
# From a node to its document, nearest first: claims, their evidence, interactions and their parts, entities.
_TO_DOCUMENT: tuple[Path, ...] = (
    _TOLD_IN,
    ~_EVIDENCE / _TOLD_IN,
    _ACCOUNT / _REPORTED_IN,
    ~_PARTICIPATION / _ACCOUNT / _REPORTED_IN,
    ~_MENTION_OF / _MENTIONED_IN,
)
_TO_EVIDENCE: tuple[Path | URIRef, ...] = (
    _EVIDENCE,
    _ACCOUNT / _EVIDENCE,
    ~_PARTICIPATION / _EVIDENCE,
    ~_PARTICIPATION / _ACCOUNT / _EVIDENCE,
    ~_MENTION_OF / _EVIDENCE,
)


def complaints(report: Graph, data: Graph, homes: Mapping[Node, str]) -> tuple[Violation, ...]:
    """One Violation for each result about the nodes of ``homes``: sorted by document, node and property, each once.

    ``homes`` gives for a node the key of its document, or an empty string where other nodes must tell it.
    """
    results = [
        (report.value(result, SH.focusNode), result) for result in report.subjects(RDF.type, SH.ValidationResult)
    ]
    found = {
        _violation(focus, result, report, data, homes[focus]) for focus, result in results if focus and focus in homes
    }
    return tuple(sorted(found, key=lambda one: (one.document, one.focus, one.path, one.message)))


def _violation(focus: Node, result: Node, report: Graph, data: Graph, home: str) -> Violation:
    what, _, remedy = str(report.value(result, SH.resultMessage)).partition(". ")
    return Violation(
        document=home or _document(focus, data),
        focus=_key(focus),
        path=_path(report.value(result, SH.resultPath), report),
        quote=_quote(focus, data),
        message=what,
        remedy=remedy,
    )


def _document(focus: Node, data: Graph) -> str:
    """Key of the first document that tells of the node; empty when none does."""
    if (focus, RDF.type, _DOCUMENT) in data:
        return _key(focus).removeprefix("document/")
    for path in _TO_DOCUMENT:
        if found := sorted(map(_key, data.objects(focus, path))):
            return found[0].removeprefix("document/")
    return ""


def _quote(focus: Node, data: Graph) -> str:
    """The first words of the text that the node rests on; empty when there are none."""
    if own := data.value(focus, _QUOTE):
        return str(own)
    for path in _TO_EVIDENCE:
        if found := sorted(_words(focus, path, data)):
            return found[0][1]
    return ""


def _words(focus: Node, path: Path | URIRef, data: Graph) -> Iterator[tuple[int, str]]:
    for evidence in data.objects(focus, path):
        start, quote = data.value(evidence, _START), data.value(evidence, _QUOTE)
        if start is not None and quote is not None and str(start).isdigit():
            yield int(str(start)), str(quote)


def _path(path: Node | None, report: Graph) -> str:
    """Local name of a property, also of an inverse one; of a sequence the last; empty for a rule about the node."""
    if path is None:
        return ""
    inverse = report.value(path, SH.inversePath)
    if inverse is not None:
        return _path(inverse, report)
    either = report.value(path, SH.alternativePath)
    if either is not None:
        return _path(next(report.items(either)), report)
    members = list(report.items(path)) if report.value(path, RDF.first) else []
    return _path(members[-1], report) if members else _key(path).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _key(node: Node | None) -> str:
    return str(node or "").removeprefix(ID).removeprefix(GRAPH)
