"""Who the nodes are: from a part in an interaction to the actors that stand for it, and the side that they are on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

from .chronicle import Chronicle, Interaction, Part, Stay

Actors = Literal["official", "post", "body", "state", "issue"]
"""Who the nodes are; two issues meet where both are discussed."""

MEMBER = "membership-kind/member"

Lift = Callable[[Chronicle, Part], Iterable[str]]
Posts = Mapping[str, tuple[str, ...]]
"""All posts in which an actor took part, the latest first."""


def known(actors: str) -> None:
    """Raise ValueError where this is no kind of actors."""
    if actors not in get_args(Actors):
        raise ValueError(f"actors: {actors!r} is none of {', '.join(get_args(Actors))}")


def lifted(chronicle: Chronicle, part: Part, actors: Actors) -> tuple[str, ...]:
    """The nodes that stand for a part in a projection; none for issues, which take no part."""
    return tuple(_LIFTS[actors](chronicle, part))


def nodes_of(chronicle: Chronicle, one: Interaction, part: Part, actors: Actors, members: bool) -> tuple[str, ...]:
    """The nodes for a part at the date of an interaction; with ``members`` an organisation stands for its states.

    Organs stand for those of their organisation. Who was a member at an unknown date is not known.

    >>> chronicle = Chronicle(stays={"body/x": (Stay(state="state/A", kind=MEMBER, earliest="2001-01-01"),)})
    >>> call = Interaction(key="event/a", type="Meeting", earliest="2020-01-01", latest="2020-01-01")
    >>> nodes_of(chronicle, call, Part(actor="body/x"), "state", True)
    ('state/A',)
    """
    found = lifted(chronicle, part, actors)
    if found or not members or actors != "state":
        return found
    bodies = (root(chronicle, body) for body in _bodies(chronicle, part))
    return tuple(sorted({s.state for body in bodies for s in chronicle.stays.get(body, ()) if _lasted(s, one)}))


def _lasted(stay: Stay, one: Interaction) -> bool:
    if stay.kind != MEMBER or not one.earliest or not one.latest:
        return False
    return (not stay.earliest or stay.earliest <= one.latest) and (not stay.latest or stay.latest >= one.earliest)


def side(chronicle: Chronicle, part: Part, posts: Posts) -> str:
    """Whom an actor is there for: its state, or else the organisation, or else nobody but itself.

    Where the post of this interaction is not known, the latest known one counts.
    """
    if chronicle.kinds.get(part.actor) != "Official":
        bodies = [part.actor]
    else:
        held = part.posts or posts.get(part.actor, ())
        bodies = [chronicle.at_body[post] for post in held if post in chronicle.at_body]
    return next((state_of(chronicle, body) or root(chronicle, body) for body in bodies), part.actor)


def state_of(chronicle: Chronicle, body: str) -> str:
    """The state of a body, itself if it is one; empty for an international organisation."""
    return body if chronicle.kinds.get(body) == "State" else chronicle.of_state.get(body, "")


def root(chronicle: Chronicle, body: str) -> str:
    """The organisation that a body is an organ of, by any number of steps.

    >>> root(Chronicle(organ_of={"body/secretariat": "body/sco"}), "body/secretariat")
    'body/sco'
    """
    passed = {body}
    while body in chronicle.organ_of and chronicle.organ_of[body] not in passed:
        body = chronicle.organ_of[body]
        passed.add(body)
    return body


def posts_of(chronicle: Chronicle) -> Posts:
    """All posts in which each actor took part, the latest first."""
    found: dict[str, dict[str, None]] = {}
    for interaction in chronicle.interactions:
        for part in interaction.parts:
            if part.posts:
                held = found.setdefault(part.actor, {})
                for post in part.posts:
                    held.setdefault(post)
    return {actor: tuple(reversed(posts)) for actor, posts in found.items()}


def told_of(chronicle: Chronicle, key: str, posts: tuple[str, ...] = ()) -> dict[str, object]:
    """Attributes of a node: ``labels``, ``kind``, ``body``, ``state``, ``posts``."""
    held = (key,) if key in chronicle.at_body else posts
    body = next((chronicle.at_body[post] for post in held if post in chronicle.at_body), "")
    return {
        "labels": dict(chronicle.labels.get(key, {})), "kind": _kind(chronicle, key), "body": body,
        "state": state_of(chronicle, body or key), "posts": posts,
    }  # fmt: skip


def _kind(chronicle: Chronicle, key: str) -> str:
    words = {"post": "Post", "issue": "Issue"}
    return chronicle.kinds.get(key) or words.get(key.partition("/")[0], "")


def _officials(chronicle: Chronicle, part: Part) -> Iterable[str]:
    return (part.actor,) if chronicle.kinds.get(part.actor) == "Official" else ()


def _posts(chronicle: Chronicle, part: Part) -> Iterable[str]:
    return sorted(part.posts)


def _bodies(chronicle: Chronicle, part: Part) -> Iterable[str]:
    if chronicle.kinds.get(part.actor) != "Official":
        return (part.actor,)
    return sorted({chronicle.at_body[post] for post in part.posts if post in chronicle.at_body})


def _states(chronicle: Chronicle, part: Part) -> Iterable[str]:
    return sorted({state_of(chronicle, body) for body in _bodies(chronicle, part)} - {""})


def _none(chronicle: Chronicle, part: Part) -> Iterable[str]:
    return ()


_LIFTS: dict[str, Lift] = {"official": _officials, "post": _posts, "body": _bodies, "state": _states, "issue": _none}
