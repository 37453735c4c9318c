"""Which look-ups the derivation of interactions and entities will make: asked for together, one journey for many.

Only speed rests on this: whatever is not foreseen here is asked for when it is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from pyoxigraph import NamedNode, Quad

from ...vocabulary import ID, SCHEME
from .. import terms
from ..terms import sco
from .lookups import Lookups

_FOLLOWED = frozenset(
    map(
        sco,
        (
            *("participation", "participant", "hasParticipant", "inCapacity", "rank", "account"),
            *("reportedIn", "interactionType", "accountPartOf", "accountOnSidelinesOf"),
        ),
    )
)
_DEEP = 4
_EVIDENCE = ID + "evidence/"


def look_ahead(lookups: Lookups, nodes: Iterable[NamedNode], contents: Iterable[Quad] = ()) -> None:
    """Ask for what is told of entities and interactions, and of all that their derivation leads to.

    ``contents`` are quads of documents' graphs as they were and as they will be.
    """
    wanted = [*nodes]
    lookups.look_back(sco("accountOf"), wanted)
    told = (quad.subject for node in wanted for quad in lookups.quads_for_pattern(None, sco("accountOf"), node, None))
    frontier = _nodes(chain(wanted, told, chain.from_iterable((quad.subject, quad.object) for quad in contents)))
    seen: set[NamedNode] = set()
    for _ in range(_DEEP):
        lookups.look_ahead(frontier)
        seen |= frontier
        about = (quad for node in frontier for quad in lookups.quads_for_pattern(node, None, None, None))
        frontier = _nodes(quad.object for quad in about if quad.predicate in _FOLLOWED) - seen
    # An entity whose label may change is named in the labels of interactions.
    lookups.look_back(sco("hasParticipant"), (node for node in wanted if not _is_known(lookups, node)))


def _nodes(found: Iterable[terms.Node]) -> set[NamedNode]:
    return {
        node
        for node in found
        if isinstance(node, NamedNode) and node.value.startswith((ID, SCHEME)) and not node.value.startswith(_EVIDENCE)
    }


def _is_known(lookups: Lookups, node: NamedNode) -> bool:
    return any(True for _ in lookups.quads_for_pattern(node, None, None, terms.AUTHORITY))
