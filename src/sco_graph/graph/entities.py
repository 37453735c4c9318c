"""Entities that the authority files lack: described by what documents call them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from . import terms
from .labels import LANGUAGES
from .terms import Pair, sco
from .view import View

_ORGANISATION = ("Organisation", "Actor")
_SUPERCLASSES = {
    "Official": ("Actor",),
    "State": ("Actor",),
    "Organisation": ("Actor",),
    "Place": (),
    "Post": (),
}


def superclasses(name: str) -> tuple[str, ...]:
    """Classes that are written beside the most specific one, since queries ask for them.

    >>> superclasses("GovernmentBody"), superclasses("Official")
    (('Organisation', 'Actor'), ('Actor',))
    """
    return _SUPERCLASSES.get(name, _ORGANISATION)


def entity_quads(node: NamedNode, view: View) -> tuple[Quad, ...]:
    """The entity as quads of ``entities``; none when the authority files have it or nobody mentions it."""
    if any(True for _ in view.about(node, terms.AUTHORITY)):
        return ()
    mentions = sorted({str(quad.subject): quad for quad in view.pointing(sco("mentionOf"), node)}.items())
    found = [_mention(quad, view) for _, quad in mentions]
    pairs = {*_classes(found), *_labels(found), *_relations(found)}
    return tuple(terms.quads(terms.ENTITIES, node, pairs))


def _mention(quad: Quad, view: View) -> dict[str, list[terms.Node]]:
    values: dict[str, list[terms.Node]] = defaultdict(list)
    for one in view.about(quad.subject):
        if one.graph_name == quad.graph_name:
            values[terms.local_name(one.predicate)].append(one.object)
    return values


def _classes(mentions: list[dict[str, list[terms.Node]]]) -> Iterator[Pair]:
    for mention in mentions:
        for kind in mention["mentionedAs"]:
            if isinstance(kind, NamedNode):
                yield terms.TYPE, kind
                yield from ((terms.TYPE, sco(name)) for name in superclasses(terms.local_name(kind)))


def _labels(mentions: list[dict[str, list[terms.Node]]]) -> Iterator[Pair]:
    """In each language the name that most documents use; of equal ones the longest, then the first by spelling."""
    names = [name for mention in mentions for name in mention["name"] if isinstance(name, Literal)]
    latin = [name for mention in mentions for name in mention["transliteration"] if isinstance(name, Literal)]
    aliases = {name for mention in mentions for name in mention["altLabel"] if isinstance(name, Literal)}
    preferred: set[Literal] = set()
    for language in sorted({name.language or "" for name in names}):
        counted = Counter(name for name in names if (name.language or "") == language)
        preferred.add(min(counted, key=lambda name: (-counted[name], -len(name.value), name.value)))
    if latin and not any(name.language == "en" for name in names):
        counted = Counter(latin)
        chosen = min(counted, key=lambda name: (-counted[name], -len(name.value), name.value))
        preferred.add(chosen)
        yield sco("generatedLabel"), chosen
    yield from ((terms.PREF_LABEL, name) for name in preferred if name.language in LANGUAGES)
    yield from ((terms.ALT_LABEL, name) for name in {*names, *aliases} - preferred)


def _relations(mentions: list[dict[str, list[terms.Node]]]) -> Iterator[Pair]:
    for mention in mentions:
        kinds = {terms.local_name(kind) for kind in mention["mentionedAs"] if isinstance(kind, NamedNode)}
        for other in mention["mentionedWith"]:
            if "Post" in kinds:
                yield sco("atBody"), other
            elif "Place" in kinds:
                yield sco("inState"), other
            else:
                yield sco("ofState"), other
        for post in (*mention["inCapacity"], *mention["formerCapacity"]):
            yield sco("hasHeld"), post
