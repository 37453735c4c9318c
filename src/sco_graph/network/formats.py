"""A network as a page, or as GEXF, GraphML or CSV for Gephi, visone, R, spreadsheets.

In the latter all attributes go through one function, `flat`, since these formats take numbers
and strings alone. The bytes depend on the network only: the date of the day that
networkx writes into GEXF is left out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal, get_args

import networkx as nx

from ..files import write_rows, write_text
from .chronicle import Interaction
from .page import page

Format = Literal["html", "gexf", "graphml", "csv"]

_UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def write(graph: nx.Graph[str], path: Path | str, form: Format = "html") -> Path:
    """Write a projection to a file, as a whole or not at all; UnwritableOutput when it cannot be."""
    return write_text(Path(path), text(graph, form))


def text(graph: nx.Graph[str], form: Format) -> str:
    """A projection in a format; CSV is the list of ties.

    >>> text(nx.Graph(), "csv").strip()[:13]
    'source,target'
    """
    if form not in get_args(Format):
        raise ValueError(f"format: {form!r} is none of {', '.join(get_args(Format))}")
    return page(graph) if form == "html" else _WRITERS[form](flat(graph))


def flat(graph: nx.Graph[str]) -> nx.Graph[str]:
    """The same network with attributes that are strings and numbers alone, the same on every node and edge.

    Languages become ``label_en`` and so on, lists are joined by ``; ``, interactions
    are counted on a node and named (keys, types, issues, documents) on an edge.
    """
    tags = sorted({tag for _, labels in graph.nodes(data="labels") for tag in labels} - {""})
    plain: nx.Graph[str] = nx.Graph()
    for node, data in graph.nodes(data=True):
        plain.add_node(node, **{name: _fit(value) for name, value in _node(graph, node, data, tags).items()})
    for one, other, data in graph.edges(data=True):
        plain.add_edge(one, other, **{name: _fit(value) for name, value in _edge(data).items()})
    return plain


def _node(graph: nx.Graph[str], node: str, data: dict[str, Any], tags: list[str]) -> dict[str, str | int]:
    chronicle = graph.graph["chronicle"]
    return {
        "label": chronicle.name(node), **{f"label_{tag}": data["labels"].get(tag, "") for tag in tags},
        "kind": data["kind"], "body": data["body"], "state": data["state"],
        "posts": _joined(data["posts"]), "interactions": len(data["interactions"]),
    }  # fmt: skip


def _edge(data: dict[str, Any]) -> dict[str, str | int | float]:
    shared: tuple[Interaction, ...] = data["interactions"]
    return {
        "weight": data["weight"], "weight_newman": data["weight_newman"], "first": data["first"], "last": data["last"],
        "largest": data["largest"], "types": _joined(sorted({i.type for i in shared})),
        "issues": _joined(sorted({issue for i in shared for issue in i.issues})),
        "interaction_keys": _joined(i.key for i in shared),
        "document_keys": _joined(sorted({d for i in shared for d in i.documents})),
    }  # fmt: skip


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _fit(value: str | float) -> str | float:
    return _UNFIT.sub("\ufffd", value) if isinstance(value, str) else value


def _gexf(graph: nx.Graph[str]) -> str:
    lines = "\n".join(nx.generate_gexf(graph, encoding="utf-8", version="1.2draft"))
    return re.sub(r' lastmodifieddate="[^"]*"', "", lines, count=1) + "\n"


def _graphml(graph: nx.Graph[str]) -> str:
    return "\n".join(nx.generate_graphml(graph, named_key_ids=True)) + "\n"


def _csv(graph: nx.Graph[str]) -> str:
    columns = (
        "weight",
        "weight_newman",
        "first",
        "last",
        "largest",
        "types",
        "issues",
        "interaction_keys",
        "document_keys",
    )
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    target = io.StringIO()
    write_rows(
        target,
        ("source", "target", "source_label", "target_label", *columns),
        (
            (one, other, labels[one], labels[other], *(data[name] for name in columns))
            for one, other, data in graph.edges(data=True)
        ),
    )
    return target.getvalue()


_WRITERS: dict[str, Callable[[nx.Graph[str]], str]] = {"gexf": _gexf, "graphml": _graphml, "csv": _csv}
