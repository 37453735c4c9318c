"""What of the store a network is made of: options, and their codes and names held against the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..network.projection import Network
    from ..network.selection import Selection

F = TypeVar("F", bound=Callable[..., Any])

ACTORS = ("official", "post", "body", "state", "issue")
DYADS = ("pairs", "chair", "all")
WITH = ("interaction", "issue")
STATEMENTS = ("affiliation", "congruence", "conflict")

_CODES = "SELECT DISTINCT ?code WHERE { ?code skos:inScheme ?scheme }"


def selected(command: F) -> F:
    """The options that choose interactions; they arrive under the names of the fields of a selection."""
    for option in reversed((
        click.option("--since", metavar="DAY", default="", help="From this day on, YYYY-MM-DD."),
        click.option("--until", metavar="DAY", default="", help="Up to this day."),
        click.option("--kind", "kinds", multiple=True, metavar="CLASS", help="PhoneCall, Visit ...; may be repeated."),
        click.option("--mode", "modes", multiple=True, metavar="CODE", help="phone, in-person ..."),
        click.option("--issue", "issues", multiple=True, metavar="CODE", help="trade ...: with narrower ones."),
        click.option("--level", "levels", multiple=True, metavar="CODE", help="minister ...: highest rank there."),
        click.option("--score", type=click.FloatRange(0, 1), metavar="X", default=0.0, help="Least score of words."),
        click.option("--held-only", "held", is_flag=True, help="Without what was only planned."),
    )):  # fmt: skip
        command = option(command)
    return command


def chosen(store: Store, asked: Mapping[str, Any]) -> Selection:
    """The selection that options ask for. Raises InvalidQuery for a malformed day, UnknownEntity for a code."""
    from ..model import InteractionType
    from ..network.selection import Selection

    _known("--kind", asked["kinds"], [str(kind) for kind in InteractionType])
    for option, name, scheme in (("--mode", "modes", "mode"), ("--issue", "issues", "issue"),
                                 ("--level", "levels", "rank")):  # fmt: skip
        if asked[name]:
            _known(option, asked[name], _codes(store, scheme))
    return Selection(
        since=_day("--since", asked["since"]), until=_day("--until", asked["until"]), kinds=asked["kinds"],
        modes=asked["modes"], issues=asked["issues"], levels=asked["levels"], score=asked["score"],
        planned=not asked["held"],
    )  # fmt: skip


def _codes(store: Store, scheme: str) -> list[str]:
    from ..model import Term
    from ..vocabulary import SCHEME

    found = store.select(_CODES, scheme=Term(value=f"{SCHEME}{scheme}", kind="iri")).rows
    return sorted(node.value.rpartition("/")[2] for row in found for node in row if node)


def _known(option: str, given: tuple[str, ...], codes: list[str]) -> None:
    from ..errors import UnknownEntity

    for code in given:
        if code not in codes:
            raise UnknownEntity(option, f"{code!r} is not known", f"Use {', '.join(codes)}.")


def _day(option: str, value: str) -> str:
    from ..errors import InvalidQuery

    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise InvalidQuery(option, f"{value!r} is no day", "Write it as YYYY-MM-DD.") from error


def actor(store: Store, graph: Network, option: str, value: str) -> str:
    """Key of a node, from a key or a name in any language. Raises UnknownEntity, also for who is not in the network."""
    from ..errors import UnknownEntity
    from ..query.catalogue import Parameter, ParameterType
    from ..query.parameters import resolve
    from ..vocabulary import ID, SCHEME

    if value in graph:
        return value
    kind = {"post": ParameterType.POST, "issue": ParameterType.ISSUE}.get(graph.graph["actors"], ParameterType.ACTOR)
    parameter = Parameter(name=option, type=kind, default=None, example="", description="")
    key = resolve(parameter, value, store).value.removeprefix(ID).removeprefix(SCHEME)
    if key not in graph:
        raise UnknownEntity(option, f"{value!r} is not in this network", "Choose more, or another kind of actors.")
    return key
