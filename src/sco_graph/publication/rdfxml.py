"""RDF/XML: one description a subject, every property a prefixed element."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .namespaces import Namespaces
from .triples import STRING, Node, Row, subjects

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_SPECIAL = re.compile('[&<>"\r]')
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def rdfxml(rows: list[Row], names: Namespaces) -> Iterator[str]:
    """Pieces of an RDF/XML document of sorted rows without graphs.

    A control character that XML cannot hold becomes U+FFFD: the only loss.
    """
    prefixes, elements = names.elements({row.predicate for row in rows})
    yield '<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF'
    yield from (f'\n  xmlns:{prefix}="{_escaped(stem)}"' for prefix, stem in prefixes.items())
    yield ">\n"
    for subject, properties in subjects(rows):
        yield f'<rdf:Description rdf:about="{_escaped(subject)}">\n'
        for predicate, nodes in properties:
            yield from (_property(elements[predicate], node) for node in nodes)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(element: str, node: Node) -> str:
    kind, value, language, datatype = node
    if not kind:
        return f'  <{element} rdf:resource="{_escaped(value)}"/>\n'
    about = ""
    if language:
        about = f' xml:lang="{language}"'
    elif datatype != STRING:
        about = f' rdf:datatype="{_escaped(datatype)}"'
    return f"  <{element}{about}>{_escaped(value)}</{element}>\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], _UNFIT.sub("\ufffd", text))
