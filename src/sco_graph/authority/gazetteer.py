"""Names of the tables found in a text: longest match, at word boundaries, inflected forms included.

A trie over folded words (``stems``); in Chinese over characters. Patterns of
government bodies ("Министерство иностранных дел {state}") are branches whose slot is
filled by any name of a state, so the bodies of all states are found and none is listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Key
from . import stems
from .records import Authority, NameKind

TokenLike = tuple[int, int, str, str]
"""Start, stop, text and lemma (empty where unknown) of a token."""

_TOKENS = {
    "ru": re.compile(r"\w+(?:['’]\w+)?|[^\w\s]"),
    "en": re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’]\w+)*['’]?|[^\w\s]"),
    "zh": re.compile(r"[A-Za-z0-9]+|[^\s]"),
}
_PARTS = re.compile(r"[\w.'’]+|[^\w\s]")
_PASSED = frozenset('«»"“”„-–—·•﹒') | {"the", "The"}
_FOLD: dict[str, Callable[[str], frozenset[str]]] = {"ru": stems.russian, "en": stems.english, "zh": stems.exact}
_INDECLINABLE = ("о", "и", "у", "э", "е")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name in a text: ``text[start:stop]`` names the entity; ``alternatives`` are others of the same name.

    ``entity`` of a kind of government body without its state is ``government/<kind>``.
    """

    start: int
    stop: int
    entity: Key
    kind: NameKind
    text: str
    alternatives: tuple[Key, ...] = ()


class _Node:
    __slots__ = ("adjective", "ends", "next", "state")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.state: _Node | None = None
        self.adjective: _Node | None = None
        self.ends: list[tuple[Key, NameKind, bool]] = []


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    stop: int
    text: str
    keys: tuple[str, ...]
    passed: bool


class Gazetteer:
    """Finder of the names of one language: ``ru``, ``en`` or ``zh``."""

    def __init__(self, authority: Authority, language: str, lemmatise: Callable[[str], str] | None = None) -> None:
        self.language = language
        self._fold, self._lemmatise = _FOLD[language], lemmatise
        self._root, self._states, self._adjectives = _Node(), _Node(), _Node()
        self._government = {kind.kind: kind for kind in authority.government}
        self._add_names(authority)
        self._add_patterns(authority)

    def find_text(self, text: str) -> tuple[Match, ...]:
        """Matches in a text, by our own division into words."""
        found = _TOKENS[self.language].finditer(text)
        return self.find([(m.start(), m.end(), m.group(), "") for m in found], text)

    def find(self, tokens: Sequence[TokenLike], text: str | None = None) -> tuple[Match, ...]:
        """Matches over the tokens of a text, longest first from the left, none over another.

        With lemmas, a name also meets a form that shares its lemma only. ``text`` gives
        the exact words of a match; without it they are the tokens' joined by blanks.
        """
        prepared = [part for token in tokens for part in self._prepare(token)]
        return tuple(self._matches(prepared, text))

    def _matches(self, tokens: list[_Token], text: str | None) -> Iterator[Match]:
        at = 0
        while at < len(tokens):
            ends = () if tokens[at].passed else self._longest(tokens, at)
            if not ends:
                at += 1
                continue
            stop = self._closed(tokens, at, ends[0][0])
            first, last = tokens[at].start, tokens[stop - 1].stop
            words = text[first:last] if text is not None else " ".join(t.text for t in tokens[at:stop])
            entities = tuple(dict.fromkeys(entity for _, entity, _ in ends))
            yield Match(
                start=first, stop=last, entity=entities[0], kind=ends[0][2], text=words, alternatives=entities[1:]
            )
            at = stop

    def _longest(self, tokens: list[_Token], at: int) -> tuple[tuple[int, Key, NameKind], ...]:
        """Where the longest name that begins at a token ends, with what it names (several: homonyms)."""
        ends = [
            (stop, self._filled(entity, state), kind)
            for node, stop, state in self._walk(self._root, tokens, at, None)
            for entity, kind, capital in node.ends
            if self._capital(tokens[at], capital)
        ]
        longest = max((stop for stop, _, _ in ends), default=0)
        return tuple(dict.fromkeys(end for end in ends if end[0] == longest))

    @staticmethod
    def _closed(tokens: list[_Token], at: int, stop: int) -> int:
        """The stop of a match, past the mark that closes a quotation begun in it."""
        opened = [token.text for token in tokens[at:stop] if token.text in "«»"]
        return stop + 1 if opened[-1:] == ["«"] and stop < len(tokens) and tokens[stop].text == "»" else stop

    def _walk(
        self, node: _Node, tokens: list[_Token], at: int, state: Key | None
    ) -> Iterator[tuple[_Node, int, Key | None]]:
        if node.ends and not tokens[at - 1].passed:
            yield node, at, state
        if at == len(tokens):
            return
        if tokens[at].passed and node is not self._root:
            yield from self._walk(node, tokens, at + 1, state)
        below = {id(node.next[key]): node.next[key] for key in tokens[at].keys if key in node.next}
        for child in below.values():
            yield from self._walk(child, tokens, at + 1, state)
        for slot, names in ((node.state, self._states), (node.adjective, self._adjectives)):
            if slot is not None:
                for end, stop, _ in self._walk(names, tokens, at, None):
                    for entity, _, capital in end.ends:
                        if self._capital(tokens[at], capital):
                            yield from self._walk(slot, tokens, stop, entity)

    @staticmethod
    def _capital(token: _Token, capital: bool) -> bool:
        return not capital or token.text[0].isupper() or token.text[0].isdigit()

    def _filled(self, entity: Key, state: Key | None) -> Key:
        """Key of the body of a kind, when its state is known and may have it."""
        if state is None or not entity.startswith("government/"):
            return entity
        kind, code = self._government[entity.removeprefix("government/")], state.removeprefix("state/")
        return Key("body/" + kind.slug.format(state=code.lower()))

    def _prepare(self, token: TokenLike) -> Iterator[_Token]:
        """A token, parted at hyphens, with all keys under which a name may meet it."""
        start, _, text, lemma = token
        parts = list(_PARTS.finditer(text))
        for part in parts:
            word = part.group()
            keys = {f"={word}", *self._fold(word)}
            if lemma and len(parts) == 1:
                keys |= self._fold(lemma) | {f"+{lemma}"}
            yield _Token(start + part.start(), start + part.end(), word, tuple(keys), word in _PASSED)

    def _keys(self, word: str, alone: bool) -> frozenset[str]:
        """Keys of a word of a name: itself if it is an acronym or does not decline, else its stems and lemma."""
        if len(word) > 1 and word.isupper() and self.language != "zh":
            return frozenset({f"={word}"})
        if self.language == "ru" and alone and word.lower().endswith(_INDECLINABLE) and word[0].isupper():
            return frozenset({f"={word}"})
        keys = stems.nominative(word) if self.language == "ru" else self._fold(word)
        return keys | {f"+{self._lemmatise(word)}"} if self._lemmatise else keys

    def _words(self, text: str) -> list[str]:
        if self.language == "zh":
            return [w for w in _TOKENS["zh"].findall(text) if w not in _PASSED]
        whole = _TOKENS[self.language].findall(re.sub(r"(?<=\w)-(?=\w)", " ", text))
        return [word for word in whole if word not in _PASSED]

    def _add(self, root: _Node, words: Sequence[str], entity: Key, kind: NameKind) -> None:
        nodes = [root]
        for word in words:
            nodes = self._step(nodes, word, alone=len(words) == 1)
        adjective = self.language == "ru" and kind in (NameKind.ADJECTIVE, NameKind.DEMONYM)
        capital = len(words) == 1 and self.language != "zh" and words[0][:1].isupper() and not adjective
        for node in nodes:
            node.ends.append((entity, kind, capital))

    def _step(self, nodes: Iterable[_Node], word: str, alone: bool) -> list[_Node]:
        if word in ("{state}", "{adjective}"):
            return [self._slot(node, word) for node in nodes]
        keys = self._keys(word, alone)
        return [child for node in nodes for child in self._children(node, keys)]

    @staticmethod
    def _children(node: _Node, keys: frozenset[str]) -> Iterator[_Node]:
        """Nodes below one: those that some of the keys lead to already, and one new node for the others."""
        there = {id(node.next[key]): node.next[key] for key in keys if key in node.next}
        missing = [key for key in keys if key not in node.next]
        if missing:
            new = _Node()
            node.next.update(dict.fromkeys(missing, new))
            there[id(new)] = new
        yield from there.values()

    @staticmethod
    def _slot(node: _Node, word: str) -> _Node:
        if word == "{state}":
            node.state = node.state or _Node()
            return node.state
        node.adjective = node.adjective or _Node()
        return node.adjective

    def _add_names(self, authority: Authority) -> None:
        """Names of states also go where slots find them; titles of posts are no names of theirs."""
        for name in authority.names:
            if name.language != self.language or name.entity.startswith("post/"):
                continue
            words = self._words(name.text)
            if not words:
                continue
            self._add(self._root, words, name.entity, name.kind)
            if name.entity.startswith("state/"):
                adjective = name.kind == NameKind.ADJECTIVE
                if name.kind != NameKind.DEMONYM:
                    self._add(self._adjectives if adjective else self._states, words, name.entity, name.kind)

    def _add_patterns(self, authority: Authority) -> None:
        """A pattern, and for a kind that any state may have also the pattern without its slot: "МИД"."""
        for pattern in authority.government_names:
            if pattern.language != self.language:
                continue
            words = [w for w in re.split(r"(\{\w+\})", pattern.text) if w.strip()]
            parts = [w for part in words for w in ([part] if part[0] == "{" else self._words(part))]
            self._add(self._root, parts, Key(f"government/{pattern.of}"), pattern.kind)
