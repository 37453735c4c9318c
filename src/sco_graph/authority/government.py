"""Government bodies from patterns: a kind and a state make a body with its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from ..errors import UnknownEntity
from ..lasting import remembered
from ..model import BodyKind, Key
from .records import Authority, Body, GovernmentKind, Name, NameKind, Pattern

_FILLINGS = (NameKind.PREFERRED, NameKind.FORMAL, NameKind.ACRONYM)


class Government:
    """The government bodies that the patterns of an authority make.

    >>> from sco_graph.authority import load
    >>> government = Government(load())
    >>> government.body("mfa", "CN").code
    'MFA China'
    >>> [name.text for name in government.names("mfa", "KZ") if name.language == "zh"][0]
    '哈萨克斯坦外交部'
    """

    def __init__(self, authority: Authority) -> None:
        self._kinds = {kind.kind: kind for kind in authority.government}
        self._genitives = dict(authority.genitives)
        self._codes = frozenset(state.code for state in authority.states)
        self._authority = authority

    def body(self, kind: str, state: str) -> Body:
        """The body of a kind (``mfa``) of a state (ISO code); UnknownEntity where no pattern has it."""
        found = self._kinds.get(kind)
        if found is None or state not in (found.states or self._codes):
            raise UnknownEntity(kind, f"no government body of this kind is known for {state}", "See government.tsv.")
        english = self._fillings(state, "en")
        return Body(
            key=Key("body/" + found.slug.format(state=state.lower())),
            code=found.code.format(state=english[0] if english else state),
            kind=BodyKind.GOVERNMENT_BODY,
            organ_of=None,
            state=Key(f"state/{state}"),
            wikidata=None,
            source=found.source,
        )

    def body_of(self, key: Key) -> Body | None:
        """The body of a key such as ``body/cn-mfa``; None where no pattern makes it."""
        found = self.kind_of(key)
        return self.body(found[0].kind, found[1]) if found else None

    @remembered(4096)
    def kind_of(self, key: Key) -> tuple[GovernmentKind, str] | None:
        """Kind and state (ISO code) of the body of a key; None where no pattern makes it."""
        for kind in self._kinds.values():
            before, _, after = ("body/" + kind.slug).partition("{state}")
            code = key.removeprefix(before).removesuffix(after).upper()
            if key == before + code.lower() + after and code in (kind.states or self._codes):
                return kind, code
        return None

    @remembered(4096)
    def names(self, kind: str, state: str) -> tuple[Name, ...]:
        """Names of a body: the patterns of its kind, filled with the names of its state."""
        key = self.body(kind, state).key
        found: dict[tuple[str, str], Name] = {}
        for pattern in self._patterns[kind]:
            for text in self._filled(pattern, state):
                name = Name(entity=key, text=text, language=pattern.language, kind=pattern.kind, source=pattern.source)
                found.setdefault((name.language, text), name)
        return tuple(_one_preferred(found.values()))

    def names_of(self, key: Key) -> tuple[Name, ...]:
        """Names of the body of a key; empty where no pattern makes it."""
        found = self.kind_of(key)
        return self.names(found[0].kind, found[1]) if found else ()

    @cached_property
    def _patterns(self) -> dict[str, list[Pattern]]:
        """Patterns by kind; names of one state only come first, so that what they prefer wins ("Lok Sabha")."""
        found: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in sorted(self._authority.government_names, key=lambda pattern: not pattern.state):
            if "{" in pattern.text or pattern.state:
                found[pattern.of].append(pattern)
        return found

    @cached_property
    def _state_names(self) -> dict[tuple[str, str, NameKind], list[str]]:
        found: dict[tuple[str, str, NameKind], list[str]] = defaultdict(list)
        for name in self._authority.names:
            if name.entity.startswith("state/"):
                found[(name.entity, name.language, name.kind)].append(name.text)
        return found

    def _fillings(self, state: str, language: str) -> list[str]:
        """Preferred, formal and short names of a state; in Russian in the genitive."""
        found = [text for kind in _FILLINGS for text in self._state_names.get((f"state/{state}", language, kind), ())]
        return [self._genitives.get(text, text) for text in found] if language == "ru" else found

    def _filled(self, pattern: Pattern, state: str) -> list[str]:
        """A pattern with its slot filled; a Russian adjective would have to agree, so it is left out."""
        if pattern.state:
            return [pattern.text] if pattern.state == state else []
        if "{state}" in pattern.text:
            return [pattern.text.format(state=name) for name in self._fillings(state, pattern.language)]
        if pattern.language == "ru":
            return []
        adjectives = self._state_names.get((f"state/{state}", pattern.language, NameKind.ADJECTIVE), ())
        return [pattern.text.format(adjective=adjective) for adjective in adjectives]


def _one_preferred(names: Iterable[Name]) -> list[Name]:
    """The first preferred name of a language stays so; the others are aliases."""
    seen: set[str] = set()
    found: list[Name] = []
    for name in names:
        if name.kind == NameKind.PREFERRED and name.language in seen:
            name = Name(
                entity=name.entity, text=name.text, language=name.language, kind=NameKind.ALIAS, source=name.source
            )
        elif name.kind == NameKind.PREFERRED:
            seen.add(name.language)
        found.append(name)
    return found
