"""IRIs and literals as the reference shows them: Turtle, relative to the project's address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model import Term
from ...vocabulary import GRAPH, ID, PREFIXES, ROOT, SCHEME

SHOWN: dict[str, str] = {
    **{name: iri for name, iri in PREFIXES.items() if iri not in (ID, SCHEME, GRAPH)},
    "lode": "http://linkedevents.org/ontology/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
}
"""Prefixes of the pages; addresses of ours are written in full, since a local name may hold no slash."""

_LONGEST = 160
"""Characters of a literal that are shown."""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def name(iri: str) -> str:
    """An IRI with a prefix, or in brackets.

    >>> name("http://xmlns.com/foaf/0.1/Person"), name("https://w3id.org/sco-graph/id/official/ivan-testov")
    ('foaf:Person', '<id/official/ivan-testov>')
    """
    for prefix, stem in SHOWN.items():
        local = iri.removeprefix(stem)
        if local != iri and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return f"<{iri.removeprefix(ROOT)}>"


def term(value: Term) -> str:
    """A node or a literal, long texts cut.

    >>> term(Term(value="call", language="en"))
    '"call"@en'
    """
    if value.kind == "iri":
        return name(value.value)
    text = value.value if len(value.value) <= _LONGEST else value.value[: _LONGEST - 1] + "…"
    quoted = f'"{text.translate(_ESCAPES)}"'
    if value.language:
        return f"{quoted}@{value.language}"
    return quoted if value.datatype in (None, SHOWN["xsd"] + "string") else f"{quoted}^^{name(value.datatype)}"


def statements(subject: str, pairs: Sequence[tuple[str, Iterable[Term]]]) -> str:
    """What is said of a node, one property a line.

    >>> print(statements("urn:a", [("http://xmlns.com/foaf/0.1/name", [Term(value="A")])]))
    <urn:a>
        foaf:name "A" .
    """
    lines = [f"    {name(key)} {', '.join(map(term, values))}" for key, values in pairs]
    return f"{name(subject)}\n" + " ;\n".join(lines) + " ."
