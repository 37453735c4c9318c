"""Interactions, derived from their accounts.

Accounts of one event key are one interaction. Its participants are the union of
theirs; for all else see :mod:`~sco_graph.graph.agreement`. The result depends on the
set of accounts alone, never on the order in which documents came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from . import dates, terms
from .accounts import Account, accounts_of
from .agreement import by_weight, contradictions, known, most_precise, status_of
from .labels import interaction_labels
from .meetings import beside_the_tables, participation
from .terms import Pair, concept, sco
from .view import View

_SHORTCUTS = {"chair": "chairedBy", "co-chair": "chairedBy", "host": "hostedBy"}
_ORDER = ("chair", "co-chair", "host", "initiator", "sender", "visitor")
_CLASSES = {"other": "OtherInteraction"}

Parts = dict[tuple[NamedNode, str], set[NamedNode]]


def interaction_quads(event: NamedNode, view: View) -> tuple[Quad, ...]:
    """The interaction and its participations as quads of ``interactions``; none when nobody tells of it."""
    accounts = by_weight(accounts_of(event, view))
    if not accounts:
        return ()
    parts = _parts(accounts)
    pairs = (*_what(accounts), *_who(event, parts, view), *_labels(accounts, parts, view))
    derived = (*terms.quads(terms.INTERACTIONS, event, pairs), *_participations(event, parts))
    return beside_the_tables(event, derived, view)


def stored_quads(event: NamedNode, view: View) -> Iterator[Quad]:
    """What ``interactions`` holds of an interaction."""
    for quad in view.about(event, terms.INTERACTIONS):
        yield quad
        if quad.predicate == sco("participation") and isinstance(quad.object, NamedNode):
            yield from view.about(quad.object, terms.INTERACTIONS)


def class_of(kind: str) -> str:
    """Class of the ontology, from the code of a type.

    >>> class_of("phone-call"), class_of("other")
    ('PhoneCall', 'OtherInteraction')
    """
    return _CLASSES.get(kind) or "".join(word.capitalize() for word in kind.split("-"))


def _parts(accounts: Sequence[Account]) -> Parts:
    found: Parts = defaultdict(set)
    for account in accounts:
        for part in account.parts:
            found[part.actor, part.role].update(part.posts)
    return found


def _what(accounts: Sequence[Account]) -> Iterator[Pair]:
    yield terms.TYPE, sco("Interaction")
    yield terms.TYPE, sco(class_of(accounts[0].kind))
    yield sco("status"), concept("status", status_of(accounts))
    mode = known(account.mode for account in accounts)
    if mode:
        yield sco("mode"), concept("mode", mode)
    yield from dates.happening(*_when(accounts))
    for name, places in (("place", [one.place for one in accounts]), ("inState", [one.state for one in accounts])):
        given = [place for place in places if place]
        if given:
            yield sco(name), given[0]
    for account in accounts:
        yield sco("account"), account.node
        yield from ((sco("discusses"), issue) for issue in account.issues)
        yield from ((sco("partOf"), whole) for whole in account.part_of)
        yield from ((sco("onSidelinesOf"), other) for other in account.sidelines_of)
    yield from ((sco("contradiction"), terms.text(line, "en")) for line in contradictions(accounts))


def _when(accounts: Sequence[Account]) -> tuple[str | None, str | None]:
    start = most_precise([account.start for account in accounts if account.start])
    end = most_precise([account.end for account in accounts if account.end])
    # Start and end may come from two documents that disagree: an end before the start is no end.
    if start and end and dates.last_day(end) < dates.first_day(start):
        end = None
    return start, end


def _who(event: NamedNode, parts: Parts, view: View) -> Iterator[Pair]:
    for actor, role in parts:
        yield sco("participation"), participation(event, actor, role)
        yield sco("hasParticipant"), actor
        if role in _SHORTCUTS:
            yield sco(_SHORTCUTS[role]), actor
    level = _level(parts, view)
    if level:
        yield sco("level"), level


def _participations(event: NamedNode, parts: Parts) -> Iterator[Quad]:
    for (actor, role), posts in parts.items():
        pairs: list[Pair] = [
            (terms.TYPE, sco("Participation")),
            (sco("participant"), actor),
            (sco("participationRole"), concept("role", role)),
            *((sco("inCapacity"), post) for post in posts),
        ]
        yield from terms.quads(terms.INTERACTIONS, participation(event, actor, role), pairs)


def _level(parts: Parts, view: View) -> NamedNode | None:
    """Rank of the highest post in whose capacity somebody takes part; the least order is the highest rank."""
    ranks = {
        rank
        for posts in parts.values()
        for post in posts
        for rank in view.objects(post, sco("rank"), terms.AUTHORITY)
        if isinstance(rank, NamedNode)
    }
    return min(ranks, key=lambda rank: (_order(rank, view), rank.value), default=None)


def _order(rank: NamedNode, view: View) -> int:
    orders = view.objects(rank, sco("rankOrder"), terms.ONTOLOGY)
    return min((int(order.value) for order in orders if isinstance(order, Literal)), default=1_000)


def _labels(accounts: Sequence[Account], parts: Parts, view: View) -> Iterator[Pair]:
    ordered = sorted(
        parts, key=lambda part: (_ORDER.index(part[1]) if part[1] in _ORDER else len(_ORDER), str(part[0]))
    )
    actors = list(dict.fromkeys(actor for actor, _ in ordered))
    for label in interaction_labels(accounts[0].kind, actors, *_when(accounts), view):
        yield terms.PREF_LABEL, label
