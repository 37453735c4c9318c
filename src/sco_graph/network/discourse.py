"""Networks of what was said: who spoke of what, who agrees, who does not, as discourse network analysis has them.

P. Leifeld, Discourse Network Analysis: Policy Debates as Dynamic Networks, in: The Oxford Handbook of
Political Networks (2017). Speakers and issues are tied by statements (affiliation); speakers are tied by issues
on which they hold the same stance (congruence) or opposite ones (conflict). The stance is read off the act alone, by
the table `STANCES`: it is the tone of the act towards what it is about, not an opinion that a reader has coded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any, Literal, get_args

import networkx as nx

from ..vocabulary import iri
from . import actors as who
from .actors import Actors
from .caption import caption, what
from .chronicle import Chronicle, Interaction, Part, Said
from .selection import Selection, select

Statements = Literal["affiliation", "congruence", "conflict"]
"""What ties the nodes."""

STANCES = {
    "support": 1, "praise": 1, "agree": 1, "express-confidence": 1, "pledge": 1, "thank": 1, "congratulate": 1,
    "condemn": -1, "express-concern": -1,
}  # fmt: skip
"""Tone of an act: for what it is about (1), against it (-1); every other act says neither (0)."""

_WHAT = {
    "affiliation": "and the issues that they spoke of",
    "congruence": "that spoke of the same issue in the same tone",
    "conflict": "that spoke of the same issue in opposite tones",
}
_ALL = Selection()
Held = dict[str, dict[str, list[Said]]]
"""Speaker -> issue -> its statements on it, each kind of act once an interaction."""


def stance(act: str) -> int:
    """Tone of an act towards what it is about: 1, 0 or -1.

    >>> [stance(act) for act in ("speech-act/praise", "speech-act/inform", "speech-act/condemn")]
    [1, 0, -1]
    """
    return STANCES.get(act.rpartition("/")[2], 0)


def statements_of(
    chronicle: Chronicle, actors: Actors = "official", chosen: Selection = _ALL, form: Statements = "affiliation"
) -> nx.Graph[str]:
    """The network of what was said; ``actors`` lifts speakers as in a projection.

    A statement that several documents tell of the same interaction counts once: by speaker, act, issue and interaction.
    Attributes are those of a projection (``interactions`` of an edge: where the statements were made), and these.
    Graph: ``form``. Node: ``statements``, ``mode``, ``bipartite`` (0 for actors, 1 for issues). Edge: ``statements``;
    ``acts`` (code -> count); ``positive``, ``negative``, ``neutral`` (counts of statements); ``issues``.

    ``weight`` counts, for affiliation, statements; for congruence, pairs of an issue and a tone that both used; for
    conflict, issues on which one used the tone opposite to one of the other's. ``weight_newman`` is, for affiliation,
    the share of the speaker's statements; else ``weight`` divided by how many such pairs or issues either used.

    >>> said = Said(key="statement/a", speaker="state/X", act="speech-act/praise", document="d", issues=("issue/a",))
    >>> graph = statements_of(Chronicle(statements=(said,), kinds={"state/X": "State"}), "state")
    >>> graph.edges["state/X", "issue/a"]["acts"]
    {'speech-act/praise': 1}
    """
    _check(actors, form)
    chronicle = select(chronicle, chosen)
    graph: nx.Graph[str] = nx.Graph(
        actors=actors, chronicle=chronicle, selection=chosen, form=form, statements=chronicle.statements,
        what=what(actors, _WHAT[form]),
    )  # fmt: skip
    if form == "affiliation":
        graph.graph["two_mode"] = "issue"
    held = _held(chronicle, actors)
    _add_speakers(graph, held)
    (_affiliate if form == "affiliation" else _compare)(graph, held)
    graph.graph["title"] = caption(graph)
    return graph


def _check(actors: Actors, form: Statements) -> None:
    who.known(actors)
    if actors == "issue":
        raise ValueError("actors: issues say nothing; choose official, post, body or state")
    if form not in get_args(Statements):
        raise ValueError(f"statements: {form!r} is none of {', '.join(get_args(Statements))}")


def _held(chronicle: Chronicle, actors: Actors) -> Held:
    held: Held = {}
    seen: set[tuple[str, str, str, str]] = set()
    for said in chronicle.statements:
        nodes = who.lifted(chronicle, Part(actor=said.speaker, posts=said.posts), actors)
        for node, issue in ((node, issue) for node in nodes for issue in said.issues):
            once = (node, said.act, issue, said.interaction or said.key)
            if once not in seen:
                seen.add(once)
                held.setdefault(node, {}).setdefault(issue, []).append(said)
    return held


def _add_speakers(graph: nx.Graph[str], held: Held) -> None:
    chronicle: Chronicle = graph.graph["chronicle"]
    posts = who.posts_of(chronicle)
    for node in sorted(held):
        told = who.told_of(chronicle, node, posts.get(node, ()))
        _add(graph, node, told, (said for found in held[node].values() for said in found), "actor")


def _add(graph: nx.Graph[str], node: str, told: dict[str, object], said: Iterable[Said], mode: str) -> None:
    found = _once(said)
    at = _interactions(graph.graph["chronicle"], found)
    graph.add_node(node, **told, interactions=at, statements=found, mode=mode, bipartite=int(mode != "actor"))


def _affiliate(graph: nx.Graph[str], held: Held) -> None:
    chronicle: Chronicle = graph.graph["chronicle"]
    for issue in sorted({issue for found in held.values() for issue in found}):
        said = (one for found in held.values() for one in found.get(issue, ()))
        _add(graph, issue, who.told_of(chronicle, issue), said, "issue")
    for node, issues in sorted(held.items()):
        spoken = sum(map(len, issues.values()))
        for issue, found in sorted(issues.items()):
            graph.add_edge(node, issue, **_edge(chronicle, found, (issue,), len(found), len(found) / spoken))


def _compare(graph: nx.Graph[str], held: Held) -> None:
    chronicle: Chronicle = graph.graph["chronicle"]
    toned = {node: {pair for pair in _by_tone(issues) if pair[1]} for node, issues in held.items()}
    sign = 1 if graph.graph["form"] == "congruence" else -1
    for one, other in combinations(sorted(held), 2):
        met = {(issue, tone) for issue, tone in toned[one] if (issue, sign * tone) in toned[other]}
        if met:
            said = [*_spoken(held[one], met), *_spoken(held[other], {(issue, sign * tone) for issue, tone in met})]
            shared, either = met, toned[one] | toned[other]
            if sign < 0:
                shared, either = {(i, 0) for i, _ in met}, {(i, 0) for i, _ in either}
            issues = sorted({issue for issue, _ in met})
            graph.add_edge(one, other, **_edge(chronicle, said, issues, len(shared), len(shared) / len(either)))


def _by_tone(issues: dict[str, list[Said]]) -> dict[tuple[str, int], list[Said]]:
    found: dict[tuple[str, int], list[Said]] = {}
    for issue, statements in issues.items():
        for said in statements:
            found.setdefault((issue, stance(said.act)), []).append(said)
    return found


def _spoken(issues: dict[str, list[Said]], pairs: set[tuple[str, int]]) -> list[Said]:
    by_tone = _by_tone(issues)
    return [said for pair in sorted(pairs) for said in by_tone[pair]]


def _edge(
    chronicle: Chronicle, statements: Iterable[Said], issues: Iterable[str], weight: int, share: float
) -> dict[str, Any]:
    said = _once(statements)
    at = _interactions(chronicle, said)
    tones = Counter(stance(one.act) for one in said)
    return {
        "interactions": at, "statements": said, "weight": weight, "weight_newman": round(share, 6),
        "first": min((one.earliest for one in said if one.earliest), default=""),
        "last": max((one.latest for one in said if one.latest), default=""),
        "largest": max((len({part.actor for part in i.parts}) for i in at), default=0),
        "kinds": tuple(sorted({i.type for i in at})), "modes": tuple(sorted({i.mode for i in at} - {""})),
        "issues": tuple(issues), "documents": tuple(sorted({one.document for one in said})),
        "iris": tuple(iri(i.key) for i in at),
        "acts": dict(sorted(Counter(one.act for one in said).items())),
        "positive": tones[1], "negative": tones[-1], "neutral": tones[0],
    }  # fmt: skip


def _once(statements: Iterable[Said]) -> tuple[Said, ...]:
    """Each statement once, by day, then key."""
    return tuple(sorted({one.key: one for one in statements}.values(), key=lambda s: (s.earliest or "9999", s.key)))


def _interactions(chronicle: Chronicle, statements: Iterable[Said]) -> tuple[Interaction, ...]:
    keys = {one.interaction for one in statements}
    return tuple(one for one in chronicle.interactions if one.key in keys)
