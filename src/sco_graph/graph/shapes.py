"""Shapes of SHACL Core, compiled: whether a node conforms, hundreds of times faster than a report says why not.

Only what ``ontology/shapes.ttl`` uses is known, and anything else is refused, so that no rule can go
unheard. It is never less strict than pySHACL, which the tests hold it against; the report is pySHACL's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from .. import vocabulary
from ..errors import InvalidRDF
from ..resources import folder
from . import terms
from .terms import Node, Subject

SH = "http://www.w3.org/ns/shacl#"
_FIRST, _REST, _NIL = vocabulary.RDF + "first", vocabulary.RDF + "rest", NamedNode(vocabulary.RDF + "nil")


class Data:
    """Triples by subject, and by the object of properties that shapes follow backwards."""

    def __init__(self, triples: Iterable[ox.Triple], backwards: Iterable[NamedNode] = ()) -> None:
        self.about: dict[Subject, dict[NamedNode, list[Node]]] = {}
        self._sources: dict[NamedNode, dict[Node, set[Subject]]] = {name: defaultdict(set) for name in backwards}
        for triple in triples:
            subject, predicate, value = triple.subject, triple.predicate, triple.object
            values = self.about.setdefault(subject, {}).setdefault(predicate, [])
            if value not in values:
                values.append(value)
            if predicate in self._sources:
                self._sources[predicate][value].add(subject)

    def values(self, node: Node, predicate: NamedNode) -> Sequence[Node]:
        """What a node has of a property, each once."""
        return self.about.get(node, {}).get(predicate, ()) if not isinstance(node, Literal) else ()

    def sources(self, node: Node, predicate: NamedNode) -> Sequence[Node]:
        """What has a node as the value of a property that is followed backwards."""
        return tuple(self._sources[predicate].get(node, ()))


Values = Callable[[Node, Data], Sequence[Node]]
Rule = Callable[[Node, Sequence[Node], Data], bool]
"""Whether the values that a path leads to from a focus node are as a constraint wants them."""
Each = Callable[[Node, Data], bool]


class Shapes:
    """The shapes of a Turtle file; raises InvalidRDF where it uses what this module does not know."""

    def __init__(self, turtle: str) -> None:
        self._graph = ox.Store()
        self._graph.load(turtle, ox.RdfFormat.TURTLE)
        self.backwards: set[NamedNode] = set()
        self._targets: dict[NamedNode, list[Each]] = defaultdict(list)
        for quad in self._graph.quads_for_pattern(None, _sh("targetClass"), None):
            assert isinstance(quad.object, NamedNode)
            self._targets[quad.object].append(self._shape(quad.subject))
        self._chosen: dict[tuple[Node, ...], tuple[Each, ...]] = {}

    def broken(self, data: Data, among: Iterable[Subject] | None = None) -> Iterator[Subject]:
        """Nodes that do not conform, each once: of those given, or of all that the data have."""
        for node in data.about if among is None else among:
            properties = data.about.get(node, {})
            types = tuple(properties.get(terms.TYPE, ()))
            chosen = self._chosen.get(types)
            if chosen is None:
                asked = (rule for kind in types if isinstance(kind, NamedNode) for rule in self._targets.get(kind, ()))
                chosen = self._chosen[types] = tuple(dict.fromkeys(asked))
            if not all(rule(node, data) for rule in chosen):
                yield node

    @cache  # noqa: B019 - shapes are read once and live as long as the process
    def _shape(self, node: Node) -> Each:
        given = self._about(node)
        path = given.get(SH + "path")
        values = self._path(path[0]) if path else _itself
        inner = [self._shape(one) for one in given.get(SH + "property", ())]
        rules = [self._rule(name.removeprefix(SH), one) for name, found in given.items() for one in found]
        known = [rule for rule in rules if rule]

        def conforms(focus: Node, data: Data) -> bool:
            found = values(focus, data)
            return all(rule(focus, found, data) for rule in known) and all(
                shape(value, data) for shape in inner for value in found
            )

        return conforms

    def _rule(self, name: str, value: Node) -> Rule | None:
        if name in _SILENT or name == vocabulary.RDF + "type":
            return None
        if name == "or":
            return _or([self._shape(one) for one in self._members(value)])
        if name == "not":
            return _not(self._shape(value))
        if name in _OF_LISTS:
            return _OF_LISTS[name](frozenset(self._members(value)))
        if name not in _RULES:
            raise InvalidRDF("ontology/shapes.ttl", f"{name} is not known here", "Teach graph/shapes.py the word.")
        return _RULES[name](value)

    def _about(self, node: Node) -> dict[str, list[Node]]:
        assert not isinstance(node, Literal)
        found: dict[str, list[Node]] = defaultdict(list)
        for quad in self._graph.quads_for_pattern(node, None, None):
            found[quad.predicate.value].append(quad.object)
        return found

    def _members(self, node: Node) -> Iterator[Node]:
        while node != _NIL:
            cell = self._about(node)
            yield cell[_FIRST][0]
            node = cell[_REST][0]

    def _path(self, node: Node) -> Values:
        if isinstance(node, NamedNode):
            return lambda focus, data: data.values(focus, node)
        names = self._about(node)
        if inverses := names.get(SH + "inversePath"):
            (inverse,) = inverses
            assert isinstance(inverse, NamedNode)
            self.backwards.add(inverse)
            return lambda focus, data: data.sources(focus, inverse)
        if either := names.get(SH + "alternativePath"):
            ways = [self._path(one) for one in self._members(either[0])]
            return lambda focus, data: _once(value for way in ways for value in way(focus, data))
        steps = [self._path(one) for one in self._members(node)]
        return lambda focus, data: _walked(steps, focus, data)


def _sh(name: str) -> NamedNode:
    return NamedNode(SH + name)


def _itself(focus: Node, data: Data) -> Sequence[Node]:
    return (focus,)


def _once(values: Iterable[Node]) -> Sequence[Node]:
    return tuple(dict.fromkeys(values))


def _walked(steps: Sequence[Values], focus: Node, data: Data) -> Sequence[Node]:
    found: Sequence[Node] = (focus,)
    for step in steps:
        found = _once(value for node in found for value in step(node, data))
    return found


def _text(value: Node) -> str:
    return value.value if isinstance(value, (NamedNode, Literal)) else ""


def _number(value: Node) -> Decimal | None:
    numeric = isinstance(value, Literal) and value.datatype in (terms.XSD_INTEGER, terms.XSD_DECIMAL)
    return Decimal(_text(value)) if numeric and _LEXICAL["decimal"].fullmatch(_text(value)) else None


def _every(check: Callable[[Node], bool]) -> Rule:
    return lambda focus, values, data: all(map(check, values))


_LEXICAL = {
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    "gYear": re.compile(r"\d{4}"),
    "gYearMonth": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
}


def _well_written(value: Literal) -> bool:
    name = value.datatype.value.removeprefix(vocabulary.XSD)
    if name == "date":
        try:
            return bool(date.fromisoformat(value.value)) and len(value.value) == 10
        except ValueError:
            return False
    return name not in _LEXICAL or bool(_LEXICAL[name].fullmatch(value.value))


def _datatype(wanted: Node) -> Rule:
    return _every(lambda v: isinstance(v, Literal) and v.datatype == wanted and _well_written(v))


def _pattern(wanted: Node) -> Rule:
    sought = re.compile(_text(wanted))
    return _every(lambda v: isinstance(v, (NamedNode, Literal)) and sought.search(v.value) is not None)


def _unique_language(wanted: Node) -> Rule:
    def unique(focus: Node, values: Sequence[Node], data: Data) -> bool:
        tags = [value.language.lower() for value in values if isinstance(value, Literal) and value.language]
        return len(tags) == len(set(tags))

    return unique


def _bound(holds: Callable[[Decimal, Decimal], bool]) -> Callable[[Node], Rule]:
    def rule(wanted: Node) -> Rule:
        limit = Decimal(_text(wanted))
        return _every(lambda value: (number := _number(value)) is not None and holds(number, limit))

    return rule


def _below(equal: bool) -> Callable[[Node], Rule]:
    """Each value is less than each value of another property: of numbers, or of dates of one type."""

    def comes_before(first: Node, second: Node) -> bool:
        numbers = _number(first), _number(second)
        if numbers[0] is not None and numbers[1] is not None:
            return numbers[0] < numbers[1] or (equal and numbers[0] == numbers[1])
        dates = isinstance(first, Literal) and isinstance(second, Literal) and first.datatype == second.datatype
        return dates and (_text(first) < _text(second) or (equal and first == second))

    def rule(other: Node) -> Rule:
        assert isinstance(other, NamedNode)
        return lambda focus, values, data: all(
            comes_before(value, limit) for value in values for limit in data.values(focus, other)
        )

    return rule


def _class(wanted: Node) -> Rule:
    return lambda focus, values, data: all(wanted in data.values(value, terms.TYPE) for value in values)


def _or(ways: Sequence[Each]) -> Rule:
    return lambda focus, values, data: all(any(way(value, data) for way in ways) for value in values)


def _not(way: Each) -> Rule:
    return lambda focus, values, data: not any(way(value, data) for value in values)


def _equals(other: Node) -> Rule:
    assert isinstance(other, NamedNode)
    return lambda focus, values, data: set(values) == set(data.values(focus, other))


def _count(holds: Callable[[int, int], bool]) -> Callable[[Node], Rule]:
    def rule(wanted: Node) -> Rule:
        number = int(_text(wanted))
        return lambda focus, values, data: holds(len(values), number)

    return rule


_SILENT = frozenset({"path", "property", "message", "targetClass"})
_RULES: dict[str, Callable[[Node], Rule]] = {
    "minCount": _count(lambda found, wanted: found >= wanted),
    "maxCount": _count(lambda found, wanted: found <= wanted),
    "minInclusive": _bound(lambda number, limit: number >= limit),
    "maxInclusive": _bound(lambda number, limit: number <= limit),
    "minLength": lambda wanted: _every(lambda value: len(_text(value)) >= int(_text(wanted))),
    "nodeKind": lambda wanted: _every(lambda value: wanted == _sh("IRI") and isinstance(value, NamedNode)),
    "hasValue": lambda wanted: lambda focus, values, data: wanted in values,
    "lessThan": _below(equal=False),
    "lessThanOrEquals": _below(equal=True),
    "pattern": _pattern,
    "datatype": _datatype,
    "uniqueLang": _unique_language,
    "class": _class,
    "equals": _equals,
}
_OF_LISTS: dict[str, Callable[[frozenset[Node]], Rule]] = {
    "in": lambda allowed: _every(lambda value: value in allowed),
    "languageIn": lambda allowed: _every(
        lambda value: isinstance(value, Literal) and Literal(value.language or "") in allowed
    ),
}


@cache
def shapes() -> Shapes:
    """The shapes of the ontology."""
    return Shapes((folder("ontology") / "shapes.ttl").read_text("utf-8"))
