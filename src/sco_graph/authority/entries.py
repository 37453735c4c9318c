"""The names that a gazetteer finds, one entry each, in the order that decides between homonyms; and what changed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Key
from .records import Authority, NameKind

STATE, ADJECTIVE, TITLE = "{state}", "{adjective}", "title"
DECOY = Key("")


class Entry(NamedTuple):
    """A name, whom it names, and how a text must write it; ``where`` is the slot that it fills too, or ``title``.

    ``capital``: with or without one, None as the name itself has it. ``bodies`` are slug and states of a kind of
    government body.
    """

    text: str
    entity: str
    kind: str
    capital: bool | None = None
    where: str = ""
    bodies: tuple[str, ...] = ()


def entries(authority: Authority, language: str) -> Iterator[Entry]:
    """Names of all entities but posts, names made of others, words that are no name, titles of posts."""
    for name in authority.names:
        if name.language == language and not name.entity.startswith("post/"):
            lower = language == "ru" and name.kind in (NameKind.ADJECTIVE, NameKind.DEMONYM)
            fills = name.entity.startswith("state/") and name.kind != NameKind.DEMONYM
            slot = ADJECTIVE if name.kind == NameKind.ADJECTIVE else STATE
            yield Entry(name.text, name.entity, name.kind, False if lower else None, slot if fills else "")
    for entity, text in _in_full(authority, language):
        yield Entry(text, entity, NameKind.ALIAS)
    yield from _patterns(authority, language)
    for spoken, text in authority.decoys:
        if spoken == language:
            yield Entry(text, DECOY, NameKind.ALIAS)
    for title in authority.post_titles:
        if title.language == language:
            yield Entry(title.text, f"post-kind/{title.of}", title.kind, False, TITLE)


def _patterns(authority: Authority, language: str) -> Iterator[Entry]:
    kinds = {kind.kind: kind for kind in authority.government}
    for pattern in authority.government_names:
        if pattern.language == language:
            kind = kinds[pattern.of]
            body = f"body/{kind.slug.format(state=pattern.state.lower())}"
            entity = body if pattern.state else f"government/{pattern.of}"
            yield Entry(pattern.text, entity, pattern.kind, False, bodies=(kind.slug, *kind.states))


def _in_full(authority: Authority, language: str) -> Iterator[tuple[Key, str]]:
    """Names of organs with the acronym of their organisation in full: "... государств-членов ШОС"."""
    full: dict[Key, str] = {}
    short: dict[Key, list[str]] = defaultdict(list)
    for name in authority.names:
        if name.language == language and name.kind is NameKind.PREFERRED:
            full[name.entity] = name.text
        elif name.language == language and name.kind is NameKind.ACRONYM:
            short[name.entity].append(name.text)
    owners = {body.key: body.organ_of for body in authority.bodies if body.organ_of in full}
    for name in authority.names:
        owner = owners.get(name.entity)
        words = name.text.split()
        if owner and name.language == language and len(words) > _SHORT and words[-1] in short[owner]:
            yield name.entity, " ".join([*words[:-1], full[owner]])


_SHORT = 2
"""Words up to which the name of an organ is left as it is: "Секретариат ШОС" has its full form in the tables."""


def changed(old: Sequence[Entry], new: Sequence[Entry]) -> set[Entry]:
    """Entries that came, went, or stand in another order than others do: the least number of such.

    >>> one, other, third = (Entry(text, "body/x", "alias") for text in "abc")
    >>> [entry.text for entry in changed([one, other, third], [third, one, other])]
    ['c']
    """
    before = {entry: at for at, entry in enumerate(_counted(old))}
    after = list(_counted(new))
    kept = [entry for entry in after if entry in before]
    steady = _longest_rising([before[entry] for entry in kept])
    moved = {entry[0] for at, entry in enumerate(kept) if at not in steady}
    return moved | {entry[0] for entry in before.keys() ^ set(after)}


def _counted(found: Sequence[Entry]) -> Iterator[tuple[Entry, int]]:
    """Entries, each time that one is there again with a number of its own."""
    seen: Counter[Entry] = Counter()
    for entry in found:
        yield entry, seen[entry]
        seen[entry] += 1


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Places of a longest rising subsequence of different numbers (Schensted, 1961)."""
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        size = bisect_left(ends, number)
        before.append(lasts[size - 1] if size else -1)
        ends[size : size + 1] = [number]
        lasts[size : size + 1] = [at]
    found, at = set(), lasts[-1] if lasts else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
