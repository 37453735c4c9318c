"""Two states of a store, one line an interaction, statement, entity or row: what came, went, changed, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from .. import vocabulary
from ..model import Table, Term
from . import terms
from .comparing import facts_of, reasons
from .store import Store
from .terms import Node, Subject, local_name
from .things import Fact, Pair, Thing, paired, things

COLUMNS = ("change", "kind", "name", "what", "why", "where")
_ORDER = ("document", "interaction", "statement")
_WORDS = {
    "startDate": "date", "endDate": "end", "inState": "in", "discusses": "issue", "interactionType": "type",
    "accountPartOf": "part of", "accountOnSidelinesOf": "on the sidelines of", "inCapacity": "post",
    "formerCapacity": "former post", "mentionedAs": "as", "prefLabel": "name", "altLabel": "other name",
    "hiddenLabel": "other form", "sha256": "text", "speechAct": "act", "madeDuring": "during", "issued": "dated",
}  # fmt: skip
_IN_NAME = {
    "interaction": frozenset(("participant", "interactionType", "startDate", "endDate")),
    "statement": frozenset(("speaker", "speechAct", "about")),
    "document": frozenset(("title", "prefLabel", "publisher")),
}
"""What the name of a thing says already."""
_FOLLOWING = frozenset(("earliestDate", "latestDate", "mentionedAs"))
"""What follows from other facts of the thing."""
_NEVER_SHOWN = frozenset(("sha256", "source", "language"))
_MANY = 6
_IS_TOLD = "ASK { { ?telling sco:accountOf ?thing } UNION { ?telling sco:mentionOf ?thing } }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is other: ``what`` in words, the graphs that say so, the reasons."""

    change: str
    thing: Thing
    name: str
    what: tuple[str, ...]
    where: tuple[str, ...]
    why: tuple[str, ...]


def lines(before: Store, after: Store) -> tuple[Line, ...]:
    """What is other in ``after``: documents, then interactions, statements, entities, rows of tables, decisions."""
    words = _Words(before, after)
    found: dict[tuple[bool, Thing], list[tuple[str, str, Pair]]] = defaultdict(list)
    for graph, why in sorted(reasons(before, after).items()):
        rows = not graph.startswith(vocabulary.document_graph(""))
        for pair in paired(things(facts_of(before, graph), rows=rows), things(facts_of(after, graph), rows=rows)):
            thing = pair.after or pair.before
            assert thing
            found[rows, thing].append((graph, why, pair))
    made = [words.line(thing, pieces, rows=rows) for (rows, thing), pieces in found.items()]
    return tuple(sorted(made, key=_place))


def _place(line: Line) -> tuple[object, ...]:
    kind = line.thing.kind
    in_tables = any(not where.startswith("document/") for where in line.where)
    return in_tables, _ORDER.index(kind) if kind in _ORDER else len(_ORDER), kind, line.name, line.thing.node.value


class _Words:
    """Names of things, from the later state where it has them."""

    def __init__(self, before: Store, after: Store) -> None:
        self._before, self._after = before, after
        self._names: dict[Subject, str] = {}

    def line(self, thing: Thing, pieces: Sequence[tuple[str, str, Pair]], *, rows: bool) -> Line:
        pairs = [pair for _, _, pair in pieces]
        change = self._change(thing, pairs, rows=rows)
        whole = change != "changed"
        what = [
            *self._tellings(pairs, whole=whole),
            *(word for pair in pairs for word in self._what(pair, whole=whole)),
        ]
        return Line(
            change=change,
            thing=thing,
            name=self._said(pairs[0].facts) if thing.kind == "statement" else self.name(thing.node),
            what=tuple(dict.fromkeys(what)),
            where=tuple(graph.removeprefix(vocabulary.GRAPH) for graph, _, _ in pieces),
            why=tuple(dict.fromkeys(why for _, why, _ in pieces)),
        )

    def _change(self, thing: Thing, pairs: Iterable[Pair], *, rows: bool) -> str:
        """Whether the thing is new, gone or other: in all documents, where several may tell of it."""
        kinds = {"came" if not p.before else "went" if not p.after else "changed" for p in pairs}
        (one,) = kinds if len(kinds) == 1 else ("changed",)
        if one == "changed" or rows or thing.kind in ("statement", "document"):
            return one
        elsewhere = self._before if one == "came" else self._after
        told = elsewhere.ask(_IS_TOLD, thing=Term(value=thing.node.value, kind="iri"))
        return "changed" if told else one

    @staticmethod
    def _tellings(pairs: Sequence[Pair], *, whole: bool) -> Iterator[str]:
        """By how many documents more and less a thing is told of that others tell of too, or by how many if several."""
        more, less = sum(not pair.before for pair in pairs), sum(not pair.after for pair in pairs)
        if whole and len(pairs) > 1:
            yield f"told by {len(pairs)} documents"
        for number, word in ((more, "more"), (less, "less")) if not whole else ():
            if number:
                yield f"told by {number} document{'s' if number > 1 else ''} {word}"

    def _what(self, pair: Pair, *, whole: bool) -> Iterator[str]:
        thing = pair.after or pair.before
        if thing is None or not (whole or (pair.before and pair.after)):
            return
        told = _FOLLOWING | (_IN_NAME.get(thing.kind, frozenset()) if whole else frozenset())
        if pair.before and pair.after and pair.before.node != pair.after.node and pair.after.kind == "interaction":
            yield f"was {self.name(pair.before.node)}"
        names = sorted({name for name, _ in (*pair.gone, *pair.come)} - told, key=_first)
        for name in names:
            gone = sorted(self._value(fact) for fact in pair.gone if fact[0] == name)
            come = sorted(self._value(fact) for fact in pair.come if fact[0] == name)
            yield from _told(_WORDS.get(name) or _parted(name), gone, come, hidden=name in _NEVER_SHOWN, whole=whole)

    def _value(self, fact: Fact) -> str:
        name, nodes = fact
        if name != "participant":
            return ", ".join(map(self.name, nodes))
        actor, *rest = map(self.name, nodes)
        return f"{actor} ({', '.join(rest)})" if rest else actor

    def _said(self, facts: Iterable[Fact]) -> str:
        """A statement in a few words: who, which act, on what."""
        values: dict[str, list[str]] = defaultdict(list)
        for fact in facts:
            values[fact[0]].append(self._value(fact))
        head = " ".join((*sorted(values["speaker"]), *(f"– {act}" for act in sorted(values["speechAct"]))))
        return ": ".join(part for part in (head, ", ".join(sorted(values["about"]))) if part)

    def name(self, node: Node | Subject) -> str:
        """Name of a node in English, or else in any language, or its key; the words of a literal."""
        if not isinstance(node, NamedNode):
            return node.value if isinstance(node, Literal) else str(node)
        if node not in self._names:
            self._names[node] = self._named(node)
        return self._names[node]

    def _named(self, node: NamedNode) -> str:
        for store in (self._after, self._before):
            labels = [t.object for t in store.about(node) if t.predicate == terms.PREF_LABEL]
            texts = sorted((one.language != "en", one.value) for one in labels if isinstance(one, Literal))
            if texts:
                return texts[0][1]
        return local_name(node)


def _first(name: str) -> tuple[int, str]:
    """Dates and states of affairs before issues, these before names."""
    order = ("startDate", "endDate", "status", "mode", "place", "inState", "participant", "inCapacity", "discusses")
    return order.index(name) if name in order else len(order), name


def _told(name: str, gone: Sequence[str], come: Sequence[str], *, hidden: bool, whole: bool) -> Iterator[str]:
    if hidden:
        yield from () if whole else (f"another {name}",)
    elif len(gone) == len(come) == 1:
        yield f"{name}: {gone[0]} → {come[0]}"
    elif whole:
        yield f"{name}: {', '.join((*gone, *come))}"
    else:
        yield from (f"- {name}: {value}" for value in gone)
        yield from (f"+ {name}: {value}" for value in come)


def _parted(name: str) -> str:
    """A local name in words.

    >>> _parted("knownUntil")
    'known until'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def as_table(found: Iterable[Line]) -> Table:
    """The lines as a table, under COLUMNS; of much that is other about one thing the first six."""
    return Table(columns=COLUMNS, rows=tuple(tuple(map(_cell, _cells(line))) for line in found))


def _cells(line: Line) -> Iterator[str]:
    more = [f"and {len(line.what) - _MANY} more"] if len(line.what) > _MANY else []
    yield from (line.change, line.thing.kind, line.name, "; ".join([*line.what[:_MANY], *more]))
    yield "; ".join(line.why)
    where = [name.removeprefix("document/") for name in line.where]
    yield where[0] if len(where) == 1 else f"{where[0]} and {len(where) - 1} more"


def _cell(text: str) -> Term | None:
    return Term(value=text) if text else None
