"""The explore mix of the Berlin SPARQL Benchmark (Bizer, Schultz 2009), with parameters out of the data."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pyoxigraph as ox

INSTANCES = "http://www4.wiwiss.fu-berlin.de/bizer/bsbm/v01/"
_VOCABULARY = f"{INSTANCES}vocabulary/"
_HOLE = re.compile(r"%(\w+)%")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class Explore:
    """Queries of the mix, drawn anew for each run from what the data holds; the same for the same seed."""

    def __init__(self, queries: Path, data: ox.Store, seed: int = 7) -> None:
        self._folder, self._chance = queries / "explore", random.Random(seed)
        self.order = [int(number) for number in (self._folder / "querymix.txt").read_text().split()]
        self._products = _subjects(data, "productPropertyNumeric1")
        self._offers, self._reviews = _subjects(data, "deliveryDays"), _subjects(data, "reviewFor")
        self._data = data

    def mix(self) -> list[tuple[int, str]]:
        """One run: number of the query and its text."""
        return [(number, self._filled(number)) for number in self.order]

    def _filled(self, number: int) -> str:
        kinds = dict(re.findall(r"(\w+)=(\w+)", (self._folder / f"query{number}desc.txt").read_text()))
        product = self._chance.choice(self._products)
        features = [quad.object for quad in self._of(product, f"{_VOCABULARY}productFeature")]
        types = [q.object for q in self._of(product, TYPE.value) if "ProductType" in str(q.object)]
        self._chance.shuffle(features)

        def value(hole: re.Match[str]) -> str:
            kind = kinds[hole[1]]
            if kind == "ProductFeatureURI":
                return str(features[int(hole[1][-1]) - 1])
            if kind == "ProductPropertyNumericValue":
                return str(self._chance.randint(1, 500))
            given = {
                "ProductURI": product,
                "ProductTypeURI": types[0] if types else product,
                "OfferURI": self._chance.choice(self._offers),
                "ReviewURI": self._chance.choice(self._reviews),
                "CurrentDate": '"2008-06-20T00:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
            }
            return str(given[kind])

        return _HOLE.sub(value, (self._folder / f"query{number}.txt").read_text())

    def _of(self, subject: ox.NamedNode, name: str) -> list[ox.Quad]:
        return sorted(self._data.quads_for_pattern(subject, ox.NamedNode(name), None), key=str)


def _subjects(data: ox.Store, name: str) -> list[ox.NamedNode]:
    found = {quad.subject for quad in data.quads_for_pattern(None, ox.NamedNode(_VOCABULARY + name), None)}
    return sorted((node for node in found if isinstance(node, ox.NamedNode)), key=str)
