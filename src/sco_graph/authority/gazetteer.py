"""Names of the tables found in a text: longest match, at word boundaries, inflected forms included.

A trie over folded words (``folding``, ``stems``); in Chinese over characters. Patterns of
government bodies ("Министерство иностранных дел {state}") are branches whose slot is
filled by any name of a state, so the bodies of all states are found and none is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Key
from . import asking
from .entries import ADJECTIVE, DECOY, STATE, TITLE, entries
from .folding import Folding, Part, TokenLike
from .records import Authority, NameKind
from .trie import Trie

_Named = tuple[Key, NameKind]
_PAIRS = {"«": "»", '"': '"', "“": "”", "„": "“"}
_DECOY = (DECOY, NameKind.ALIAS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name in a text: ``text[start:stop]`` names the entity; ``alternatives`` are others of the same name.

    ``entity`` is a key of the tables or of a pattern (``body/cn-mfa``); for a kind of
    government body whose state the words leave open it is ``government/<kind>``; for a
    title ``post-kind/<kind>``.
    """

    start: int
    stop: int
    entity: Key
    kind: NameKind
    text: str
    alternatives: tuple[Key, ...] = ()


class Gazetteer:
    """Finder of the names of one language: ``ru``, ``en`` or ``zh``.

    ``lemmatise`` is the caller's: with it a name also meets a token that shares only its lemma.

    >>> from sco_graph.authority import load
    >>> [(m.text, m.entity) for m in Gazetteer(load(), "ru").find_text("В МИДе Китая и Исполкоме СНГ")]
    [('МИДе Китая', 'body/cn-mfa'), ('Исполкоме СНГ', 'body/cis-executive-committee')]
    """

    def __init__(self, authority: Authority, language: str, lemmatise: Callable[[str], str] | None = None) -> None:
        self._folding = Folding(language, lemmatise)
        slots: dict[str, Trie[_Named]] = {STATE: Trie(self._folding), ADJECTIVE: Trie(self._folding)}
        self._names: Trie[_Named] = Trie(self._folding, slots)
        self._titles: Trie[_Named] = Trie(self._folding)
        self._slugs = {Key(f"government/{kind.kind}"): kind.slug for kind in authority.government}
        self._states_of = {Key(f"government/{kind.kind}"): kind.states for kind in authority.government}
        self._fill(authority, slots)

    def find_text(self, text: str) -> tuple[Match, ...]:
        """Matches in a text, by our own division into words."""
        return tuple(self._matches(self._names, self._folding.parts_of(text), text))

    def find(self, tokens: Sequence[TokenLike], text: str | None = None) -> tuple[Match, ...]:
        """Matches over the tokens of a text: from the left, the longest at each place, none over another.

        ``text`` gives the exact words of a match; without it they are the tokens' joined by blanks.
        """
        return tuple(self._matches(self._names, self._folding.parts(tokens, text), text))

    def titles(self, tokens: Sequence[TokenLike], text: str | None = None) -> tuple[Match, ...]:
        """Titles of posts over the tokens, likewise; a match's entity is ``post-kind/<kind>``."""
        return tuple(self._matches(self._titles, self._folding.parts(tokens, text), text))

    def titles_text(self, text: str) -> tuple[Match, ...]:
        """Titles of posts in a text, by our own division into words."""
        return tuple(self._matches(self._titles, self._folding.parts_of(text), text))

    def _matches(self, names: Trie[_Named], parts: Sequence[Part], text: str | None) -> Iterator[Match]:
        asking.met(self._folding.language, parts)
        taken = 0
        for at in names.beginnings(parts):
            longest = names.longest(parts, at) if at >= taken else ()
            if not longest:
                continue
            ends = sorted(longest, key=lambda end: end[1][1] is NameKind.DEMONYM)
            if any(named == _DECOY for _, named, _ in ends):
                taken = ends[0][0]
                continue
            stop = _closed(parts, at, ends[0][0])
            start, end = parts[at].start, parts[stop - 1].stop
            entities = tuple(dict.fromkeys(self._entity(named[0], filled) for _, named, filled in ends))
            yield Match(
                start=start,
                stop=end,
                entity=entities[0],
                kind=ends[0][1][1],
                text=" ".join(part.text for part in parts[at:stop]) if text is None else text[start:end],
                alternatives=entities[1:],
            )
            taken = stop

    def _entity(self, entity: Key, filled: _Named | None) -> Key:
        """Key of the body of a kind, when its state is known and may have it."""
        if filled is None or entity not in self._slugs:
            return entity
        code = filled[0].removeprefix("state/")
        if self._states_of[entity] and code not in self._states_of[entity]:
            return entity
        return self._body(entity, code)

    def _body(self, kind: Key, code: str) -> Key:
        return Key("body/" + self._slugs[kind].format(state=code.lower()))

    def _fill(self, authority: Authority, slots: Mapping[str, Trie[_Named]]) -> None:
        """Names of all entities but posts; those of states also go where slots find them."""
        for entry in entries(authority, self._folding.language):
            named = Key(entry.entity), NameKind(entry.kind)
            trie = self._titles if entry.where == TITLE else self._names
            trie.add(entry.text, named, capital=entry.capital)
            if entry.where in slots:
                slots[entry.where].add(entry.text, named, capital=entry.capital)


def _closed(parts: Sequence[Part], at: int, stop: int) -> int:
    """The stop of a match, past the mark that closes a quotation begun in it."""
    marks = [part.text for part in parts[at:stop] if part.text in _PAIRS or part.text in _PAIRS.values()]
    closing = _PAIRS.get(marks[-1]) if len(marks) % 2 else None
    return stop + 1 if closing and stop < len(parts) and parts[stop].text == closing else stop
