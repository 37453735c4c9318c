"""Which posts a phrase names at a state or body: words in any order and case, with or without the name of the seat.

"Министра иностранных дел КНР", "China's Foreign Minister", 中国外长 and ``foreign-minister`` are one post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ..errors import UnknownEntity
from ..model import Key
from .folding import Folding
from .index import Index
from .posts import EMPTY_WORDS, counts, unacting
from .records import Post, PostKind
from .seats import language_of, seats_of

_JOINED = re.compile(r"\s*(?:[,;/兼暨]|\s[-–—]\s|\band\b|\bи\b(?!\.))\s*", re.IGNORECASE)
_ALIKE = (
    frozenset(("prime-minister", "premier")),
    frozenset(("secretary-general", "executive-secretary", "executive-director", "director-general")),
)
"""Types of posts that languages and charters rename: one body or state has one of them at a time."""
# In "驻华大使" one character stands for the state; no table has it, since alone it is no name.
_ACCREDITED = {"驻华": Key("state/CN")}
_AT = re.compile(r"(?:\b(?:to|in|at)(?: the)?|\b(?:в|во|при|на))\s+$|驻$", re.IGNORECASE)
"""What stands before the state or body that somebody is sent to."""
_LESSER = ("副", "助理", "代表")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Posts of the tables that a phrase names; ``alike`` are others that do the same work under another title."""

    posts: tuple[Key, ...]
    alike: tuple[Key, ...] = ()


def posts_called(index: Index, phrase: str, at: Key) -> Called:
    """The posts that a title, kind or type names at a state or body; none where the tables have no holder of any.

    Raises UnknownEntity, with suggestions, where the words name no kind of post, or one that is not held there.

    >>> from sco_graph.authority import load
    >>> index = Index(load())
    >>> [posts_called(index, p, Key("state/CN")).posts for p in ("министра иностранных дел КНР", "中国外长")]
    [('post/cn-foreign-minister',), ('post/cn-foreign-minister',)]
    """
    seats = seats_of(index, at)
    here = [post for seat in seats for post in index.posts_at(seat)]
    kinds = {kind.kind: kind for kind in _coded(index, phrase)}
    accredited: frozenset[Key] = frozenset()
    if not kinds:
        rest, accredited = _without_names(index, phrase, seats)
        found = _titled(index, phrase, phrase) or _titled(index, rest, phrase) or _begun(index, rest, phrase, here)
        kinds = {kind.kind: kind for kind in found}
    if not kinds:
        raise UnknownEntity("post", f'no kind of post is called "{phrase}"', _near(index, phrase, here))
    _check_held(index, phrase, kinds.values(), seats)
    names = {name for kind in kinds for name in (kind, f"acting-{kind}")}
    posts = _at_nearest(seats, [post for post in here if post.kind in names and _sent_to(post, accredited)])
    types = {kind.type for kind in kinds.values()}
    alike = [post for post in here if any(types & group and post.type in group for group in _ALIKE)]
    alike = [post for post in _at_nearest(seats, [*posts, *alike]) if post not in posts]
    return Called(posts=_keys(posts), alike=_keys(alike))


def _at_nearest(seats: Sequence[Key], posts: Sequence[Post]) -> list[Post]:
    """Of posts at several seats those at the first: UNCTAD has a Secretary-General of its own below that of the UN."""
    nearest = next((seat for seat in seats if any(post.at == seat for post in posts)), None)
    return [post for post in posts if post.at == nearest]


def _keys(posts: Iterable[Post]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(post.key for post in posts))


def _coded(index: Index, phrase: str) -> list[PostKind]:
    """Kinds of which the phrase is the code, or the code of their type."""
    code = phrase.strip().removeprefix("post-kind/")
    return [kind for kind in index.authority.post_kinds if code in (kind.kind, kind.type)]


def _titled(index: Index, text: str, phrase: str) -> tuple[PostKind, ...]:
    """Kinds one of whose titles has the words of the text, in any order; or those of the parts of a double title.

    Of "State Councillor and Foreign Minister" the part with one holder says who is meant.
    """
    language = language_of(phrase)
    plain = unacting(text, language)
    whole = _of_words(index, plain, language)
    if whole:
        return whole
    parts = [part for part in _JOINED.split(plain) if part]
    found = [kind for part in parts for kind in _of_words(index, part, language)] if len(parts) > 1 else []
    return tuple(kind for kind in found if kind.single) or tuple(found)


def _of_words(index: Index, text: str, language: str) -> tuple[PostKind, ...]:
    folding = Folding(language)
    parts = [p for p in folding.parts(folding.tokens(text)) if not p.passed and counts(p.text)]
    kinds = {kind.kind: kind for kind in index.authority.post_kinds}
    found = [kinds[of] for of, words in index.titles.words(language) if _same(words, [part.keys for part in parts])]
    return tuple(dict.fromkeys(found))


def _same(words: Sequence[frozenset[str]], parts: list[frozenset[str]]) -> bool:
    """Whether each word of a title has its own among the parts, and none is left."""
    if not words or len(words) != len(parts):
        return False
    left = list(parts)
    for word in words:
        at = next((at for at, keys in enumerate(left) if word & keys), None)
        if at is None:
            return False
        del left[at]
    return True


def _begun(index: Index, rest: str, phrase: str, here: Sequence[Post]) -> tuple[PostKind, ...]:
    """The one kind of the posts held there whose title goes on where the words end ("Директор" of a committee)."""
    kinds = {kind.kind: kind for kind in index.authority.post_kinds}
    language, wanted = language_of(phrase), rest.strip().casefold()
    found = {
        post.kind
        for post in here
        for name in index.names_of(post.key, language)
        if wanted and _goes_on(name.text.casefold(), wanted, language)
    }
    return tuple(kinds[kind] for kind in found) if len(found) == 1 else ()


def _goes_on(title: str, wanted: str, language: str) -> bool:
    if language == "zh":
        before = title.removesuffix(wanted)
        return before != title and not before.endswith(_LESSER)
    return title.startswith(f"{wanted} ")


def _without_names(index: Index, phrase: str, seats: Sequence[Key]) -> tuple[str, frozenset[Key]]:
    """The phrase without names of its seat, and the other states and bodies that it names: whom an envoy is sent to."""
    rest, others = phrase, set[Key]()
    for words, key in _ACCREDITED.items():
        if words in rest:
            rest, others = rest.replace(words, ""), others | {key}
    for text, keys in _names_in(index, rest):
        if text in rest and keys & {*seats}:
            rest = rest.replace(text, " ", 1)
        elif _AT.search(rest.partition(text)[0]) and _titled(index, rest.replace(text, " ", 1), phrase):
            rest = rest.replace(text, " ", 1)
            others |= keys
    return " ".join(_stripped(rest)), frozenset(others)


def _stripped(text: str) -> list[str]:
    words = text.replace("'s", " ").replace("’s", " ").split()
    while words and words[-1].casefold() in EMPTY_WORDS:
        words.pop()
    while words and words[0].casefold() in EMPTY_WORDS:
        words.pop(0)
    return words


def _names_in(index: Index, text: str) -> Iterator[tuple[str, frozenset[Key]]]:
    """Runs of words that name a state or body, the longest first, also those within others."""
    language = language_of(text)
    gazetteer, tokens = index.gazetteer(language), Folding(language).tokens(text)
    for length in range(len(tokens), 0, -1):
        for first in range(len(tokens) - length + 1):
            run = text[tokens[first][0] : tokens[first + length - 1][1]]
            for match in gazetteer.find_text(run):
                if match.stop - match.start == len(run):
                    yield run, frozenset((match.entity, *match.alternatives))


def _sent_to(post: Post, accredited: frozenset[Key]) -> bool:
    """Whether a post is one at another state or body, where a phrase names one: ``ru-ambassador-to-cn``."""
    slugs = [key.rsplit("/", 1)[-1].lower() for key in accredited]
    return not slugs or any(post.key.endswith(f"-to-{slug}") for slug in slugs)


def _check_held(index: Index, phrase: str, kinds: Iterable[PostKind], seats: Sequence[Key]) -> None:
    where = {"any", *("state" if seat.startswith("state/") else "body" for seat in seats)}
    if not any(kind.at in where for kind in kinds):
        remedy = "Give the state or body that has it, with --at."
        raise UnknownEntity("post", f'"{phrase}" is no post at {index.label(seats[0], "en")}', remedy)


def _near(index: Index, phrase: str, here: Sequence[Post]) -> str:
    language = language_of(phrase)
    titles = {t.text.casefold(): t.text for t in index.authority.post_titles if t.language == language}
    near = [titles[t] for t in get_close_matches(phrase.casefold(), titles, n=3)]
    near = near or sorted({index.label(post.key, language) for post in here})[:5]
    return f"Did you mean {', '.join(near)}?" if near else "Give a title in English, Russian or Chinese, or a type."
