"""A trie of names over keys of words, with slots that other tries fill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from .folding import Folding, Part

V = TypeVar("V")


class _Node(Generic[V]):
    __slots__ = ("ends", "next", "slots")

    def __init__(self) -> None:
        self.next: dict[str, _Node[V]] = {}
        self.slots: dict[str, _Node[V]] = {}
        self.ends: list[tuple[V, bool]] = []


_REMEMBERED = 50_000
"""Sets of keys of which is remembered whether a name begins with them."""


def _led_to(node: _Node[V], keys: frozenset[str]) -> Sequence[_Node[V]]:
    """Nodes below one that some of the keys lead to, each once."""
    if not node.next:
        return ()
    there = node.next.keys() & keys
    if len(there) < 2:
        return [node.next[key] for key in there]
    return list({id(node.next[key]): node.next[key] for key in sorted(there)}.values())


class Trie(Generic[V]):
    """Names with what they name; ``slots`` are the tries that fill ``{state}`` and the like."""

    def __init__(self, folding: Folding, slots: dict[str, Trie[V]] | None = None) -> None:
        self._folding, self._slots = folding, slots or {}
        self._root: _Node[V] = _Node()
        self._begun: dict[frozenset[str], bool] = {}

    def add(self, name: str, value: V, *, capital: bool | None = None) -> None:
        """Add a name; a text must write it with a capital if the name has one and a single word, or as told."""
        words = self._folding.words(name)
        nodes = [self._root] if words else []
        for word in words:
            nodes = list(self._step(nodes, word, len(words) == 1))
        self._begun.clear()
        needs = self._folding.capital(words) if capital is None else capital
        for node in nodes:
            node.ends.append((value, needs))

    def beginnings(self, parts: Sequence[Part]) -> list[int]:
        """Where a name may begin."""
        known = self._begun.get
        return [
            at
            for at, (_, _, _, keys, passed) in enumerate(parts)
            if not passed and (begins if (begins := known(keys)) is not None else self.begins(keys))
        ]

    def longest(self, parts: Sequence[Part], at: int) -> tuple[tuple[int, V, V | None], ...]:
        """Of the names that begin at a part of ``beginnings`` the longest: where it ends, what it names and holds.

        Several where several are as long: homonyms.
        """
        ends = self.ends(parts, at)
        stop = max((end[0] for end in ends), default=0)
        return tuple(dict.fromkeys(end for end in ends if end[0] == stop))

    def begins(self, keys: frozenset[str]) -> bool:
        """Whether some name begins with a word of these keys, or with one that fills a slot."""
        found = self._begun.get(keys)
        if found is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            slots = (self._slots[slot] for slot in self._root.slots)
            found = bool(_led_to(self._root, keys)) or any(slot.begins(keys) for slot in slots)
            self._begun[keys] = found
        return found

    def ends(self, parts: Sequence[Part], at: int) -> list[tuple[int, V, V | None]]:
        """All names that begin at a part."""
        reached: list[tuple[_Node[V], int, V | None]] = []
        self._walk(self._root, parts, at, None, reached)
        lower = parts[at].text[0].islower()
        return [
            (stop, value, filled)
            for node, stop, filled in reached
            for value, capital in node.ends
            if not (capital and lower)
        ]

    def _walk(
        self,
        node: _Node[V],
        parts: Sequence[Part],
        at: int,
        filled: V | None,
        reached: list[tuple[_Node[V], int, V | None]],
    ) -> None:
        """Note every node from this one on at which a name may end, where, and what fills its slot."""
        if node.ends and not parts[at - 1].passed:
            reached.append((node, at, filled))
        if at == len(parts):
            return
        part = parts[at]
        if part.passed and node is not self._root:
            self._walk(node, parts, at + 1, filled, reached)
        for child in _led_to(node, part.keys):
            self._walk(child, parts, at + 1, filled, reached)
        for slot, after in node.slots.items():
            filler = self._slots[slot]
            if filler.begins(part.keys):
                for stop, value, _ in filler.ends(parts, at):
                    self._walk(after, parts, stop, value, reached)

    def _step(self, nodes: Iterable[_Node[V]], word: str, alone: bool) -> Iterator[_Node[V]]:
        for node in nodes:
            if word.startswith("{"):
                yield node.slots.setdefault(word, _Node())
            else:
                yield from self._children(node, self._folding.keys(word, alone))

    @staticmethod
    def _children(node: _Node[V], keys: frozenset[str]) -> Iterator[_Node[V]]:
        """Nodes below one: those that some of the keys lead to already, and one new node for the others."""
        there = {id(node.next[key]): node.next[key] for key in keys if key in node.next}
        missing = [key for key in keys if key not in node.next]
        if missing:
            new: _Node[V] = _Node()
            node.next.update(dict.fromkeys(missing, new))
            there[id(new)] = new
        yield from there.values()
