"""From what a user writes to an RDF term: keys, IRIs, codes, names in any language, days, years, languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from ..errors import InvalidQuery, UnknownEntity
from ..model import Language, Status, Term
from ..vocabulary import RDF, SCHEME, SCO, SKOS, XSD, concept, iri
from .catalogue import Parameter, ParameterType
from .sources import Source, select

_CLASSES = {
    ParameterType.OFFICIAL: "Official",
    ParameterType.STATE: "State",
    ParameterType.ACTOR: "Actor",
    ParameterType.POST: "Post",
    ParameterType.DOCUMENT: "Document",
    ParameterType.INTERACTION: "Interaction",
}
_KINDS = {ParameterType.INTERACTION: "event"}
_KEY = re.compile(r"[a-z-]+/[A-Za-z][A-Za-z0-9-]*")
_IRI = re.compile(r"https?://[^\s<>\"{}|^`\\]+")

_STATED = "SELECT ?property WHERE { ?node ?property ?value } LIMIT 1"
_MEMBER = "SELECT ?node WHERE { ?node ?belongs ?group } LIMIT 1"
_NAMED = """
SELECT DISTINCT ?node WHERE {
  ?node ?belongs ?group ; skos:prefLabel|skos:altLabel|skos:hiddenLabel|skos:notation|dcterms:title ?label
  FILTER(LCASE(STR(?label)) = ?wanted)
} ORDER BY STR(?node)
"""
_NAMES = """
SELECT DISTINCT ?name WHERE {
  ?node ?belongs ?group ; skos:prefLabel|skos:altLabel|skos:notation ?label
  BIND(STR(?label) AS ?name)
} ORDER BY ?name
"""


def resolve(parameter: Parameter, value: str, source: Source) -> Term:
    """The term that a value means. Raises InvalidQuery for a malformed value, UnknownEntity for a name of nothing.

    >>> from rdflib import Graph
    >>> since = Parameter(name="since", type=ParameterType.DATE, default=None, example="2020-01-01", description="")
    >>> resolve(since, "2020-04-29", Graph()).value
    '2020-04-29'
    """
    match parameter.type:
        case ParameterType.DATE:
            return _day(parameter, value)
        case ParameterType.YEAR:
            return _year(parameter, value)
        case ParameterType.LANGUAGE:
            return _language(parameter, value)
        case ParameterType.STATUS:
            return _status(parameter, value)
        case ParameterType.CLAIM:
            return _claim(parameter, value, source)
        case _:
            return _entity(parameter, value, source)


def _day(parameter: Parameter, value: str) -> Term:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise InvalidQuery(parameter.name, f"{value!r} is no day", "Write it as YYYY-MM-DD.") from error
    return Term(value=day.isoformat(), datatype=XSD + "date")


def _year(parameter: Parameter, value: str) -> Term:
    if not re.fullmatch(r"[0-9]{4}", value):
        raise InvalidQuery(parameter.name, f"{value!r} is no year", "Write it as YYYY.")
    return Term(value=str(int(value)), datatype=XSD + "integer")


def _language(parameter: Parameter, value: str) -> Term:
    if value not in list(Language):
        raise InvalidQuery(parameter.name, f"{value!r} is no language", f"Use {', '.join(Language)}.")
    return Term(value=value)


def _status(parameter: Parameter, value: str) -> Term:
    if value not in list(Status):
        raise InvalidQuery(parameter.name, f"{value!r} is no status", f"Use {', '.join(Status)}.")
    return _node(concept("status", value))


def _claim(parameter: Parameter, value: str, source: Source) -> Term:
    node = _from_key(value)
    if node is None or not select(source, _STATED, {"node": node}).rows:
        remedy = "Give the key or IRI of an account, statement, mention, participation or interaction."
        raise UnknownEntity(parameter.name, f"nothing is known of {value!r}", remedy)
    return node


def _entity(parameter: Parameter, value: str, source: Source) -> Term:
    """By key or IRI; or by the key's last part; or by a label, a code or a title, whatever its case."""
    group = _group(parameter)
    kind = _KINDS.get(parameter.type, str(parameter.type))
    for node in (_from_key(value), _from_key(f"{kind}/{value}")):
        if node is not None and select(source, _MEMBER, {"node": node, **group}).rows:
            return node
    found = select(source, _NAMED, {"wanted": Term(value=value.lower()), **group}).rows
    nodes = [node for row in found for node in row if node is not None]
    if not nodes:
        raise UnknownEntity(parameter.name, f"no {parameter.type} is named {value!r}", _near(value, group, source))
    if len(nodes) > 1:
        keys = ", ".join(node.value.removeprefix(iri("")) for node in nodes)
        raise UnknownEntity(parameter.name, f"{len(nodes)} are named {value!r}", f"Choose by key: {keys}.")
    return nodes[0]


def _group(parameter: Parameter) -> dict[str, Term]:
    """What the entities of a type belong to: a class, or a scheme of concepts."""
    if parameter.type in _CLASSES:
        return {"belongs": _node(RDF + "type"), "group": _node(SCO + _CLASSES[parameter.type])}
    return {"belongs": _node(SKOS + "inScheme"), "group": _node(SCHEME + parameter.type)}


def _from_key(value: str) -> Term | None:
    if _IRI.fullmatch(value):
        return _node(value)
    return _node(iri(value)) if _KEY.fullmatch(value) else None


def _node(value: str) -> Term:
    return Term(value=value, kind="iri")


def _near(value: str, group: dict[str, Term], source: Source) -> str:
    rows = select(source, _NAMES, group).rows
    near = _closest(value, (name.value for row in rows for name in row if name is not None))
    return f"Did you mean {', '.join(near)}?" if near else "Give a key, an IRI, or a name as the tables have it."


def _closest(value: str, names: Iterable[str]) -> list[str]:
    folded = {name.lower(): name for name in names}
    return [folded[name] for name in get_close_matches(value.lower(), folded, n=3)]
