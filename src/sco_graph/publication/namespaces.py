"""IRIs made short: the prefixes of the house, and one for each kind of entity and each scheme in the data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import InvalidRDF
from ..vocabulary import ID, PREFIXES, SCHEME

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
"""Local names that all syntaxes take without escapes (a part of PN_LOCAL of Turtle)."""

_ELEMENT = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")
"""Names of XML elements, without a colon."""


class Namespaces:
    """Prefixes for a set of IRIs; the same set gives the same prefixes.

    >>> Namespaces([ID + "official/ivan-testov"]).short(ID + "official/ivan-testov")
    'official:ivan-testov'
    >>> Namespaces([]).short("https://example.org/a b")
    '<https://example.org/a b>'
    """

    def __init__(self, iris: Iterable[str]) -> None:
        self.prefixes = dict(PREFIXES)
        for iri in sorted(iris):
            for stem in (ID, SCHEME):
                kind, slash, _ = iri.removeprefix(stem).partition("/")
                if slash and iri.startswith(stem) and re.fullmatch("[a-z][a-z-]*[a-z]", kind):
                    self.prefixes.setdefault(kind, f"{stem}{kind}/")
        self._by_stem = {stem: prefix for prefix, stem in self.prefixes.items()}
        self._short: dict[str, str] = {}

    def short(self, iri: str) -> str:
        """``prefix:local`` if there is a prefix and the local name needs no escape, else ``<iri>``."""
        found = self._short.get(iri)
        if found is None:
            found = self._short[iri] = self.compact(iri) or f"<{iri}>"
        return found

    def compact(self, iri: str) -> str | None:
        """``prefix:local``, or None."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix, local = self._by_stem.get(iri[:cut]), iri[cut:]
        return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else None

    def elements(self, properties: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
        """Prefixes, some added for namespaces that have none, and the name of the XML element of each property.

        >>> Namespaces([]).elements(["https://example.org/terms/7th-part"])[1]
        {'https://example.org/terms/7th-part': 'ns1:th-part'}
        """
        stems, elements = dict(self._by_stem), {}
        for iri in sorted(properties):
            match = _ELEMENT.search(iri)
            if match is None:
                raise InvalidRDF(iri, "cannot be a property in RDF/XML", "Rename it, so that it ends in a name.")
            prefix = stems.setdefault(iri[: match.start()], f"ns{len(stems) - len(self._by_stem) + 1}")
            elements[iri] = f"{prefix}:{match.group()}"
        return {prefix: stem for stem, prefix in stems.items()}, elements
