"""Entities that the authority files lack: described by what documents call them.

Each mention of an entity tells something of it (classes, names, relations); the
entity is the union of what is told. So a change need look only at what the changed
documents tell, and whether what they tell no more is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, zip_longest

from pyoxigraph import Literal, NamedNode, Quad

from . import terms
from .labels import LANGUAGES
from .terms import Node, Pair, sco
from .view import View

NAME, ALIAS, LATIN = sco("name"), terms.ALT_LABEL, sco("transliteration")
GENERATED = sco("generatedLabel")
_ORGANISATION = ("Organisation", "Actor")
_SUPERCLASSES = {
    "Official": ("Actor",),
    "State": ("Actor",),
    "Organisation": ("Actor",),
    "Place": (),
    "Post": (),
}
# Which property of an entity the words beside its name give, by what it is mentioned as.
_TIES = {"Post": sco("atBody"), "Place": sco("inState")}
_SOURCES = {
    sco("hasHeld"): (sco("inCapacity"), sco("formerCapacity")),
    sco("atBody"): (sco("mentionedWith"),),
    sco("inState"): (sco("mentionedWith"),),
    sco("ofState"): (sco("mentionedWith"),),
}


def superclasses(name: str) -> tuple[str, ...]:
    """Classes that are written beside the most specific one, since queries ask for them.

    >>> superclasses("GovernmentBody"), superclasses("Official")
    (('Organisation', 'Actor'), ('Actor',))
    """
    return _SUPERCLASSES.get(name, _ORGANISATION)


def told(mention: Iterable[Quad]) -> frozenset[Pair]:
    """What the quads of one mention tell of its entity; names are not sorted into kinds of labels yet."""
    given = [(quad.predicate, quad.object) for quad in mention]
    kinds = [
        terms.local_name(kind) for name, kind in given if name == sco("mentionedAs") and isinstance(kind, NamedNode)
    ]
    found: set[Pair] = {(terms.TYPE, sco(one)) for kind in kinds for one in (kind, *superclasses(kind))}
    for name, value in given:
        if name in (NAME, ALIAS, LATIN):
            found.add((name, value))
        elif name in _SOURCES[sco("hasHeld")]:
            found.add((sco("hasHeld"), value))
        elif name == sco("mentionedWith"):
            found.update((_TIES.get(kind, sco("ofState")), value) for kind in kinds)
    return frozenset(found)


def entity_quads(node: NamedNode, view: View) -> tuple[Quad, ...]:
    """The entity as quads of ``entities``, from all its mentions; none when the authority files have it."""
    if _is_known(node, view):
        return ()
    return _described(node, frozenset(chain.from_iterable(map(told, _mentions(node, view)))))


def revised_quads(node: NamedNode, view: View, before: frozenset[Pair], after: frozenset[Pair]) -> tuple[Quad, ...]:
    """The same, from what ``entities`` holds of it and what the changed documents told before and tell after."""
    if _is_known(node, view):
        return ()
    stored = _recalled(view.about(node, terms.ENTITIES))
    doubtful = (before - after) | _behind(before - after)
    kept = {pair for pair in doubtful if _is_told(node, pair, view)}
    return _described(node, frozenset((stored - doubtful) | after | kept))


def _is_known(node: NamedNode, view: View) -> bool:
    return any(True for _ in view.about(node, terms.AUTHORITY))


def _mentions(node: NamedNode, view: View) -> Iterator[list[Quad]]:
    for quad in view.pointing(sco("mentionOf"), node):
        yield [one for one in view.about(quad.subject) if one.graph_name == quad.graph_name]


def _is_told(node: NamedNode, pair: Pair, view: View) -> bool:
    """Whether some mention tells it: sought among those of the entity and among those of the value at once.

    So it costs twice the shorter of the two searches, and nothing much when it is told often.
    """
    name, value = pair
    own = (pair in told(mention) for mention in _mentions(node, view))
    sources = _SOURCES.get(name, (name,)) if name != terms.TYPE else ()
    bearers = chain.from_iterable(view.pointing(source, value) for source in sources)
    of_value = (_tells(quad, node, pair, view) for quad in bearers)
    if not sources:
        return any(own)
    for here, there in zip_longest(own, of_value):
        if here or there:
            return True
        if here is None or there is None:
            return False
    return False


def _tells(bearer: Quad, node: NamedNode, pair: Pair, view: View) -> bool:
    mention = [quad for quad in view.about(bearer.subject) if quad.graph_name == bearer.graph_name]
    return any(quad.predicate == sco("mentionOf") and quad.object == node for quad in mention) and pair in told(mention)


@dataclass(slots=True)
class _Labels:
    """Names that texts give, transliterations and other forms; each form stands in the first that has it."""

    names: set[Literal] = field(default_factory=set)
    latin: set[Literal] = field(default_factory=set)
    aliases: set[Literal] = field(default_factory=set)


def _behind(pairs: Iterable[Pair]) -> set[Pair]:
    """A form that was a name hides that it is a transliteration or another form, too: these show when it is gone."""
    hidden: set[Pair] = set()
    for name, value in pairs:
        if name == NAME:
            hidden |= {(LATIN, value), (ALIAS, value)}
        elif name == LATIN:
            hidden.add((ALIAS, value))
    return hidden


def _recalled(stored: Iterable[Quad]) -> frozenset[Pair]:
    """What was told, read back from what :func:`_described` wrote."""
    quads = list(stored)
    generated = {quad.object for quad in quads if quad.predicate == GENERATED}
    found: set[Pair] = set()
    for quad in quads:
        if quad.predicate == GENERATED:
            found.add((LATIN, quad.object))
        elif quad.predicate in (terms.PREF_LABEL, terms.ALT_LABEL, terms.HIDDEN_LABEL):
            if quad.object not in generated:
                found.add((ALIAS if quad.predicate == terms.HIDDEN_LABEL else NAME, quad.object))
        else:
            found.add((quad.predicate, quad.object))
    return frozenset(found)


def _described(node: NamedNode, pairs: frozenset[Pair]) -> tuple[Quad, ...]:
    plain = [(name, value) for name, value in pairs if name not in (NAME, ALIAS, LATIN)]
    return tuple(terms.quads(terms.ENTITIES, node, (*plain, *_labels(_sorted_out(pairs)))))


def _sorted_out(pairs: frozenset[Pair]) -> _Labels:
    names = _forms(pairs, NAME)
    latin = _forms(pairs, LATIN) - names
    return _Labels(names=names, latin=latin, aliases=_forms(pairs, ALIAS) - names - latin)


def _forms(pairs: frozenset[Pair], wanted: NamedNode) -> set[Literal]:
    return {value for name, value in pairs if name == wanted and isinstance(value, Literal)}


def _labels(labels: _Labels) -> Iterator[Pair]:
    """In each language the longest name is preferred, of equal ones the first by spelling.

    Where no text gives an English name, the transliteration stands in, marked as generated.
    """
    preferred = {_best(name for name in labels.names if name.language == language) for language in LANGUAGES}
    if not any(name.language == "en" for name in labels.names):
        preferred.add(_best(labels.latin))
    for name in labels.names | labels.latin | labels.aliases:
        if name in preferred:
            yield terms.PREF_LABEL, name
        else:
            yield (terms.ALT_LABEL if name in labels.names else terms.HIDDEN_LABEL), name
    yield from ((GENERATED, name) for name in labels.latin)


def _best(names: Iterable[Literal]) -> Node | None:
    return min(names, key=lambda name: (-len(name.value), name.value), default=None)
