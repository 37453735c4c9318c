"""Network -> what a page shows, as plain JSON values: actors, interactions, quotes, documents, colours."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..authority.names import latin
from .chronicle import Chronicle, Interaction, Part
from .communities import communities
from .standing import colours, standing

if TYPE_CHECKING:
    import networkx as nx

_COLOURINGS = {"kind": "kind", "state": "home", "community": "community"}
"""What a page colours by, and the field of an actor that says it."""

_DEFAULT_COLOURING = {"official": "state", "post": "state", "body": "kind"}


def scene(graph: nx.Graph[str]) -> dict[str, Any]:
    """Everything that the page shows but for places.

    Keys: ``meta``, ``labels``, ``groups``, ``actors``, ``interactions``, ``quotes`` (of each), ``ties``,
    ``acts``, ``documents``;
    ``actors``, ``ties`` and ``acts`` (those of statements on a tie, where there are any) stand in the order of the
    graph's nodes and edges; interactions, shared by many ties, stand once and are referred to by number.
    """
    chronicle: Chronicle = graph.graph["chronicle"]
    shown = _shown(graph)
    number = {interaction.key: n for n, interaction in enumerate(shown)}
    documents = {d: _document(chronicle, d) for i in shown for d in i.documents}
    actors = _actors(graph, number)
    groups = {by: colours([actor[of] for actor in actors]) for by, of in _COLOURINGS.items()}
    return {
        "meta": _meta(graph, shown, documents),
        "groups": {by: [{"key": k, "colour": c} for k, c in found.items()] for by, found in groups.items()},
        "actors": actors,
        "interactions": [_interaction(graph, i) for i in shown],
        "quotes": [_quotes(i) for i in shown],
        "ties": [[number[i.key] for i in data.get("interactions", ())] for _, _, data in graph.edges(data=True)],
        "acts": [list(data.get("acts", ())) for _, _, data in graph.edges(data=True)],
        "documents": documents,
        "labels": _labels(chronicle, shown, actors, groups),
    }


def _shown(graph: nx.Graph[str]) -> list[Interaction]:
    holders = [data for _, data in graph.nodes(data=True)] + [data for _, _, data in graph.edges(data=True)]
    found = {i.key: i for data in holders for i in data.get("interactions", ())}
    return sorted(found.values(), key=lambda i: (i.earliest or "9999", i.key))


def _meta(graph: nx.Graph[str], shown: list[Interaction], documents: dict[str, Any]) -> dict[str, Any]:
    days = sorted(day for i in shown for day in (i.earliest, i.latest) if day)
    languages = Counter(document["language"] for document in documents.values() if document["language"])
    alone = sum(not degree for _, degree in graph.degree())
    return {
        "actors": graph.graph["actors"],
        "title": graph.graph.get("title", ""),
        "language": min(languages, key=lambda tag: (-languages[tag], tag), default="en"),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "left_out": graph.graph.get("left_out"),
        "colour": _DEFAULT_COLOURING.get(graph.graph["actors"], "community"),
        # Where most have no tie, the picture would be a list: they stand in the one below it.
        "alone": 3 * alone <= len(graph),
    }


def _actors(graph: nx.Graph[str], number: dict[str, int]) -> list[dict[str, Any]]:
    measures, community = standing(graph), communities(graph)
    return [_actor(graph, node, number) | measures[node] | {"community": str(community[node] + 1)} for node in graph]


def _actor(graph: nx.Graph[str], node: str, number: dict[str, int]) -> dict[str, Any]:
    data, chronicle = graph.nodes[node], graph.graph["chronicle"]
    mine: tuple[Interaction, ...] = data.get("interactions", ())
    languages = Counter(
        _language(chronicle.sources[d].language) for i in mine for d in i.documents if d in chronicle.sources
    )
    body, state = data.get("body", ""), data.get("state", "")
    return {
        "key": node, "mode": data.get("mode", "actor"), "kind": data.get("kind", ""), "body": body, "state": state,
        "home": state or body, "posts": list(data.get("posts", ())), "in": [number[i.key] for i in mine],
        "language": min(languages, key=lambda tag: (-languages[tag], tag), default=""),
        "also": _also(chronicle.labels.get(node, {})),
    }  # fmt: skip


def _also(labels: Any) -> list[str]:
    """Names in Latin letters under which an actor is found beside its labels."""
    return sorted({latin(text) for text in labels.values()} - set(labels.values()))


def _interaction(graph: nx.Graph[str], interaction: Interaction) -> dict[str, Any]:
    return {
        "key": interaction.key, "type": interaction.type, "date": interaction.date, "end": interaction.end,
        "earliest": interaction.earliest, "latest": interaction.latest, "mode": interaction.mode,
        "status": interaction.status, "level": interaction.level, "place": interaction.place,
        "issues": list(interaction.issues),
        "parts": [_part(graph, part) for part in interaction.parts],
        "documents": list(interaction.documents),
    }  # fmt: skip


def _quotes(interaction: Interaction) -> list[dict[str, Any]]:
    return [
        {"document": q.document, "start": q.start, "stop": q.stop, "text": q.text, "actor": q.actor}
        for q in interaction.quotes
    ]


def _part(graph: nx.Graph[str], part: Part) -> dict[str, Any]:
    return {"actor": part.actor, "role": part.role, "posts": list(part.posts), "nodes": _nodes(graph, part)}


def _nodes(graph: nx.Graph[str], part: Part) -> list[str]:
    """The nodes that stand for a part: the actor itself, or else its posts, their bodies, or the states of these."""
    chronicle: Chronicle = graph.graph["chronicle"]
    bodies = [chronicle.at_body[post] for post in part.posts if post in chronicle.at_body]
    states = [chronicle.of_state[body] for body in (part.actor, *bodies) if body in chronicle.of_state]
    for keys in ((part.actor,), part.posts, bodies, states):
        found = sorted({key for key in keys if key in graph})
        if found:
            return found
    return []


def _document(chronicle: Chronicle, key: str) -> dict[str, str]:
    source = chronicle.sources.get(key)
    if source is None:
        return {"title": key, "address": "", "date": "", "language": "", "publisher": ""}
    return {
        "title": source.title or source.address or key, "address": source.address, "date": source.date,
        "language": _language(source.language), "publisher": source.publisher,
    }  # fmt: skip


def _language(tag: str) -> str:
    return tag.rsplit("/", 1)[-1]


def _labels(
    chronicle: Chronicle, shown: list[Interaction], actors: list[dict[str, Any]], groups: dict[str, dict[str, str]]
) -> dict[str, dict[str, str]]:
    """Names of all that the page names, in all languages; English is filled from the code where no label exists."""
    keys = {key for i in shown for key in (i.type, i.mode, i.status, i.level, i.place, *i.issues)}
    keys |= {key for i in shown for part in i.parts for key in (part.actor, part.role, *part.posts)}
    keys |= {key for a in actors for key in (a["key"], a["kind"], a["body"], a["state"], *a["posts"])}
    keys |= {*groups["kind"], *groups["state"]}
    return {
        key: {"en": chronicle.name(key), **{k: v for k, v in chronicle.labels.get(key, {}).items() if k}}
        for key in sorted(keys - {""})
    }
