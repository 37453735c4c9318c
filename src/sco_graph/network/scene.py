"""Network -> what a page shows, as plain JSON values: actors, interactions, quotes, documents, colours."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from .chronicle import Chronicle, Interaction, Part
from .projection import lifted

if TYPE_CHECKING:
    import networkx as nx

PALETTE = ("#4477aa", "#d1495b", "#228833", "#c8a415", "#3fa7c4", "#aa3377", "#ee8866", "#35978f")
"""Colours of the largest groups: told apart by most colour-blind readers (after P. Tol's schemes)."""

OTHERS = "#8a8f98"

_LINE, _LINES, _WORD = 18, 3, 26
_LETTER, _LEADING = 7.2, 16.0


def scene(graph: nx.Graph[str]) -> dict[str, Any]:
    """Everything that the page shows but for places.

    Keys: ``meta``, ``labels``, ``groups``, ``actors``, ``interactions``, ``ties``, ``documents``;
    ``actors`` and ``ties`` stand in the order of the graph's nodes and edges;
    interactions, shared by many ties, stand once and are referred to by number.
    """
    chronicle: Chronicle = graph.graph["chronicle"]
    shown = _shown(graph)
    number = {interaction.key: n for n, interaction in enumerate(shown)}
    documents = {d: _document(chronicle, d) for i in shown for d in i.documents}
    groups = _groups(graph)
    actors = [_actor(graph, node, groups) for node in graph]
    return {
        "meta": _meta(graph, shown, documents),
        "groups": [{"key": key, "colour": colour} for key, colour in groups.items()],
        "actors": actors,
        "interactions": [_interaction(graph, i) for i in shown],
        "ties": [[number[i.key] for i in data["interactions"]] for _, _, data in graph.edges(data=True)],
        "documents": documents,
        "labels": _labels(chronicle, shown, actors, groups),
    }


def _shown(graph: nx.Graph[str]) -> list[Interaction]:
    found = {i.key: i for _, data in graph.nodes(data=True) for i in data["interactions"]}
    return sorted(found.values(), key=lambda i: (i.earliest or "9999", i.key))


def box(labels: dict[str, str], radius: float) -> tuple[float, float]:
    """Width and height in pixels that a dot needs with the longest of its labels set below it.

    >>> box({"en": "Ivan Testov"}, 8)
    (91.2, 42.0)
    """
    blocks = [wrapped(text) for text in labels.values()] or [[""]]
    wide = max(sum(_width(c) for c in line) for lines in blocks for line in lines)
    high = max(len(lines) for lines in blocks) * _LEADING
    return round(max(wide * _LETTER, 2 * radius) + 12, 1), 2 * radius + high + 10


def wrapped(text: str) -> list[str]:
    """A label in at most three lines of about eighteen letters; `labels.js` breaks lines alike."""
    pieces = (word[i : i + _WORD] for word in text.split() for i in range(0, len(word), _WORD))
    lines = [""]
    for piece in pieces:
        if lines[-1] and len(lines[-1]) + 1 + len(piece) > _LINE:
            lines.append(piece)
        else:
            lines[-1] = f"{lines[-1]} {piece}".strip()
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], lines[_LINES - 1][: _LINE - 1] + "…"]


def _width(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _meta(graph: nx.Graph[str], shown: list[Interaction], documents: dict[str, Any]) -> dict[str, Any]:
    days = sorted(day for i in shown for day in (i.earliest, i.latest) if day)
    languages = Counter(document["language"] for document in documents.values() if document["language"])
    return {
        "actors": graph.graph["actors"],
        "language": min(languages, key=lambda tag: (-languages[tag], tag), default="en"),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
    }


def _group(graph: nx.Graph[str], node: str) -> str:
    if graph.graph["actors"] != "official":
        return str(graph.nodes[node]["kind"])
    return str(graph.nodes[node]["state"] or graph.nodes[node]["body"])


def _groups(graph: nx.Graph[str]) -> dict[str, str]:
    """The largest groups and their colours, the largest first; an empty key stands for all others."""
    sizes = Counter(_group(graph, node) for node in graph)
    others = sizes.pop("", 0)
    ranked = sorted(sizes, key=lambda key: (-sizes[key], key))
    groups = dict(zip(ranked, PALETTE, strict=False))
    return groups | ({"": OTHERS} if others or len(ranked) > len(PALETTE) else {})


def _actor(graph: nx.Graph[str], node: str, groups: dict[str, str]) -> dict[str, Any]:
    data, chronicle = graph.nodes[node], graph.graph["chronicle"]
    languages = Counter(
        _language(chronicle.sources[d].language)
        for i in data["interactions"] for d in i.documents if d in chronicle.sources
    )  # fmt: skip
    group = _group(graph, node)
    return {
        "key": node, "kind": data["kind"], "body": data["body"], "state": data["state"], "posts": list(data["posts"]),
        "group": group if group in groups else "",
        "language": min(languages, key=lambda tag: (-languages[tag], tag), default=""),
    }  # fmt: skip


def _interaction(graph: nx.Graph[str], interaction: Interaction) -> dict[str, Any]:
    return {
        "key": interaction.key, "type": interaction.type, "date": interaction.date, "end": interaction.end,
        "earliest": interaction.earliest, "latest": interaction.latest, "mode": interaction.mode,
        "status": interaction.status, "place": interaction.place, "issues": list(interaction.issues),
        "parts": [_part(graph, part) for part in interaction.parts],
        "quotes": [
            {"document": q.document, "start": q.start, "stop": q.stop, "text": q.text, "actor": q.actor}
            for q in interaction.quotes
        ],
        "documents": list(interaction.documents),
    }  # fmt: skip


def _part(graph: nx.Graph[str], part: Part) -> dict[str, Any]:
    nodes = lifted(graph.graph["chronicle"], part, graph.graph["actors"])
    return {"actor": part.actor, "role": part.role, "posts": list(part.posts), "nodes": list(nodes)}


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
    chronicle: Chronicle, shown: list[Interaction], actors: list[dict[str, Any]], groups: dict[str, str]
) -> dict[str, dict[str, str]]:
    """Names of all that the page names, in all languages; English is filled from the code where no label exists."""
    keys = {key for i in shown for key in (i.type, i.mode, i.status, i.place, *i.issues)}
    keys |= {key for i in shown for part in i.parts for key in (part.actor, part.role, *part.posts)}
    keys |= {key for a in actors for key in (a["key"], a["kind"], a["body"], a["state"], *a["posts"])} | set(groups)
    return {
        key: {"en": chronicle.name(key), **{k: v for k, v in chronicle.labels.get(key, {}).items() if k}}
        for key in sorted(keys - {""})
    }
