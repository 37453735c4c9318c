"""Government bodies from patterns: a kind and a state make a body with its names."""

from __future__ import annotations

import re
from functools import lru_cache

from ..errors import UnknownEntity
from ..model import BodyKind, Key
from .records import Authority, Body, GovernmentKind, Name, NameKind, Pattern


def body(authority: Authority, kind: str, state: str) -> Body:
    """The body of a kind (``mfa``) of a state (ISO code); UnknownEntity where no pattern has it.

    >>> from sco_graph.authority import load
    >>> body(load(), "mfa", "CN").code
    'MFA China'
    """
    found = next((k for k in authority.government if k.kind == kind and state in (k.states or (state,))), None)
    if found is None:
        raise UnknownEntity(kind, f"no government body of this kind is known for {state}", "See government.tsv.")
    return _made(authority, found, state)


def names(authority: Authority, kind: str, state: str) -> tuple[Name, ...]:
    """Names of the body of a kind of a state: every pattern filled with the preferred, formal or short name.

    >>> from sco_graph.authority import load
    >>> [n.text for n in names(load(), "mfa", "KZ") if n.language == "zh"][0]
    '哈萨克斯坦外交部'
    """
    key = body(authority, kind, state).key
    found: dict[tuple[str, str], Name] = {}
    for pattern in authority.government_names:
        if pattern.of == kind and "{" in pattern.text:
            for text in _filled(authority, pattern, state):
                name = Name(entity=key, text=text, language=pattern.language, kind=pattern.kind, source=pattern.source)
                found.setdefault((pattern.language, text), name)
    return tuple(_one_preferred(found.values()))


def _one_preferred(found: object) -> list[Name]:
    assert hasattr(found, "__iter__")
    seen: set[str] = set()
    result: list[Name] = []
    for name in found:
        again = name.kind == NameKind.PREFERRED and name.language in seen
        seen |= {name.language} if name.kind == NameKind.PREFERRED else set()
        result.append(
            Name(entity=name.entity, text=name.text, language=name.language, kind=NameKind.ALIAS, source=name.source)
            if again
            else name
        )
    return result


def body_of_key(authority: Authority, key: Key) -> Body | None:
    """The body of a key such as ``body/cn-mfa``; None where no pattern makes it."""
    found = kind_of_key(authority, key)
    return _made(authority, *found) if found else None


def names_of_key(authority: Authority, key: Key) -> tuple[Name, ...]:
    """Names of the body of such a key; empty where no pattern makes it."""
    found = kind_of_key(authority, key)
    return names(authority, found[0].kind, found[1]) if found else ()


def kind_of_key(authority: Authority, key: Key) -> tuple[GovernmentKind, str] | None:
    """Kind and state (ISO code) of the body of a key; None where no pattern makes it."""
    known = {state.code for state in authority.states}
    for kind in authority.government:
        pattern = re.escape(kind.slug).replace(r"\{state\}", "([a-z]{2})")
        match = re.fullmatch(f"body/{pattern}", key)
        if match and match[1].upper() in (kind.states or known):
            return kind, match[1].upper()
    return None


def _made(authority: Authority, kind: GovernmentKind, state: str) -> Body:
    return Body(
        key=Key("body/" + kind.slug.format(state=state.lower())),
        code=kind.code.format(state=_names_of(authority, state, "en")[0]),
        kind=BodyKind.GOVERNMENT_BODY,
        organ_of=None,
        state=Key(f"state/{state}"),
        wikidata=None,
        source=kind.source,
    )


def _filled(authority: Authority, pattern: Pattern, state: str) -> list[str]:
    if "{adjective}" in pattern.text:
        adjectives = [] if pattern.language == "ru" else _names_of(authority, state, pattern.language, "adjective")
        return [pattern.text.format(adjective=adjective) for adjective in adjectives]
    filling = _names_of(authority, state, pattern.language)
    if pattern.language == "ru":
        genitive = dict(authority.genitives)
        filling = [genitive.get(name, name) for name in filling]
    return [pattern.text.format(state=name) for name in filling[:3]]


@lru_cache(maxsize=4096)
def _names_of(authority: Authority, state: str, language: str, kind: str = "") -> list[str]:
    wanted = (kind,) if kind else ("preferred", "formal", "acronym", "short")
    key = Key(f"state/{state}")
    return [
        name.text
        for of in wanted
        for name in authority.names
        if name.entity == key and name.language == language and name.kind == of
    ]
