"""JSON-LD 1.1: a context of prefixes, and one subject a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .namespaces import Namespaces
from .triples import STRING, TYPE, Node, Row, subjects


def jsonld(rows: Iterable[Row], names: Namespaces) -> Iterator[str]:
    """Pieces of a JSON-LD document of sorted rows without graphs."""
    yield f'{{"@context": {json.dumps(names.prefixes, indent=1)},\n"@graph": ['
    comma = ""
    for subject, properties in subjects(rows):
        thing: dict[str, Any] = {"@id": _name(subject, names)}
        for predicate, nodes in properties:
            if predicate == TYPE:
                thing["@type"] = [_name(node.value, names) for node in nodes]
            else:
                thing[_name(predicate, names)] = [_value(node, names) for node in nodes]
        yield f"{comma}\n{json.dumps(thing, ensure_ascii=False)}"
        comma = ","
    yield "\n]}\n"


def _name(iri: str, names: Namespaces) -> str:
    return names.compact(iri) or iri


def _value(node: Node, names: Namespaces) -> dict[str, str] | str:
    kind, value, language, datatype = node
    if not kind:
        return {"@id": _name(value, names)}
    if language:
        return {"@value": value, "@language": language}
    return value if datatype == STRING else {"@value": value, "@type": _name(datatype, names)}
