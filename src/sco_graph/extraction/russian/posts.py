"""The grammar of titles: where a post is named, with which organ, state or body.

A title is a head word of the lexicon (``lexicon/ru/posts.tsv``), the adjectives
before it that agree, and what it governs: genitives, names of bodies and states,
and phrases with a few prepositions. Who holds the post is told by ``holders``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from ...light import dataclass
from .. import lexicon
from ..units import Unit, UnitKind
from . import morphology
from .complements import Complement, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A head word of posts, of the lexicon."""

    lemma: str
    kind: str
    traits: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title found: units ``[first, last)`` of its sentence, with its head among them.

    ``own`` are the indices of units in its chain of genitives that name a state or
    body, ``other`` those behind a preposition, ``host`` those where it is accredited, ``aside`` what is no part of it.
    """

    first: int
    head: int
    last: int
    kind: str
    traits: frozenset[str]
    case: str
    number: str
    gender: str
    marker: str = ""
    own: tuple[int, ...] = ()
    other: tuple[int, ...] = ()
    host: tuple[int, ...] = ()
    aside: frozenset[int] = frozenset()


@cache
def heads() -> dict[str, Head]:
    """Head words by lemma."""
    return {
        lemma: Head(lemma=lemma, kind=kind, traits=frozenset(traits.split()))
        for lemma, kind, traits in lexicon.rows("ru", "posts", 3)
    }


def head_of(unit: Unit) -> Head | None:
    """The head word of a post that this unit is, if it is one."""
    if unit.kind is not UnitKind.WORD:
        return None
    return _head(unit.lemma, unit.text, unit.pos in {"NOUN", ""})


@lru_cache(maxsize=50_000)
def _head(lemma: str, text: str, noun: bool) -> Head | None:
    known = heads().get(lemma) or heads().get(text.lower())
    if known or not noun:
        return known
    return next((heads()[x] for x in sorted(morphology.lemmas(text)) if x in heads()), None)


def head_of_word(lemma: str) -> Head | None:
    """The head word of a post with this lemma, if it is one."""
    return heads().get(lemma)


def _is_head(unit: Unit) -> bool:
    return head_of(unit) is not None


def titles(units: Sequence[Unit]) -> tuple[Title, ...]:
    """Titles of a sentence, outermost only, in order."""
    found: list[Title] = []
    at = 0
    while at < len(units):
        head = head_of(units[at])
        if head is None or (units[at].text == "главе" and at and units[at - 1].text.lower() == "во"):
            at += 1
            continue
        title = _title(units, at, head, found[-1].last if found else 0)
        found.append(title)
        at = max(title.last, at + 1)
    return tuple(found)


def _title(units: Sequence[Unit], at: int, head: Head, bound: int) -> Title:
    first, marker, states = _before(units, at, bound)
    # "и.о. министра" stands in any case, that of the name beside it.
    case = units[first].case if marker == "acting" else units[at].case
    number = units[at].number
    if units[at].lemma != head.lemma:  # "премьеры": of "премьер", not of "премьера"
        own = next((r for r in morphology.analyses(units[at].text) if r.lemma == head.lemma), None)
        case, number = (own.case, own.number) if own is not None else (case, number)
    if at == 0 and case == "gent" and number == "sing" and _may_be_plural(units[at].text):
        case, number = "nomn", "plur"  # "Главы МИД А и Б встретились": no sentence begins with a genitive
    reach = Complement(units, at, hosts="host" in head.traits, asides=True, heads=_is_head).read()
    after = units[reach.last] if reach.last < len(units) else None
    free = first == 0 or units[first - 1].pos in {"ADVB", "CONJ", "PRCL", ""}
    if case == "gent" and free and after is not None and after.pos == "VERB" and after.number == "plur":
        case, number = ("nomn", "plur") if _may_be_plural(units[at].text) else (case, number)
    return Title(
        first=first,
        head=at,
        last=reach.last,
        kind=head.kind,
        traits=head.traits,
        case=case,
        number=number,
        gender=units[at].gender,
        marker=marker or ("former" if "former" in head.traits else ""),
        own=(*states, *reach.own),
        other=reach.other,
        host=reach.host,
        aside=reach.aside,
    )


def _may_be_plural(word: str) -> bool:
    return any(r.case == "nomn" and r.number == "plur" for r in morphology.analyses(word))


def _before(units: Sequence[Unit], at: int, bound: int) -> tuple[int, str, tuple[int, ...]]:
    """Where the title begins, how it is marked (acting, former, designate), and states named by adjectives."""
    first, states = at, []
    while first > bound and _qualifies(units[first - 1], units[at]):
        first -= 1
        if units[first].kind is UnitKind.STATE:
            states.append(first)
        if first - 2 >= bound and units[first - 1].text == "и" and _qualifies(units[first - 2], units[at]):
            first -= 1
    marker = ""
    if first > bound:
        before = units[first - 1].lemma
        marker = next((m for m in ("former", "designate") if before in words(m)), "")
    return _acting(units, first, bound, marker, tuple(states))


def _acting(
    units: Sequence[Unit], first: int, bound: int, marker: str, states: tuple[int, ...]
) -> tuple[int, str, tuple[int, ...]]:
    text = [u.text.lower() for u in units[max(bound, first - 4) : first]]
    if text[-4:] == ["и", ".", "о", "."]:
        return first - 4, "acting", states
    if text[-1:] in (["врио"], ["ио"]):
        return first - 1, "acting", states
    if text[-1:] == ["обязанности"] and text[-2:-1] and text[-2].startswith("исполняющ"):
        return first - (3 if text[-3:-2] == ["временно"] else 2), "acting", states
    return first, marker, states


def _qualifies(unit: Unit, head: Unit) -> bool:
    """Whether the unit is an adjective of the title, or a state's adjective, that agrees with its head."""
    if unit.kind is UnitKind.STATE:
        return unit.adjective
    if unit.kind is not UnitKind.WORD or unit.pos not in {"ADJF", "PRTF"} or unit.text.isupper():
        return False
    if any(unit.lemma in words(role) for role in ("outside", "former", "designate")):
        return False
    return morphology.agreement([unit.text, head.text]) is not None


def more_states(units: Sequence[Unit], title: Title) -> list[int]:
    """Further states right after a plural title that ends with one: "Президенты Узбекистана и Казахстана"."""
    found: list[int] = []
    at = title.last
    if not title.own or title.own[-1] != at - 1:
        return found
    while at + 1 < len(units) and units[at].text in {",", "и"} and units[at + 1].kind is UnitKind.STATE:
        found.append(at + 1)
        at += 2
    return found


def plain(title: Title, units: Sequence[Unit], texts: Mapping[int, str]) -> str:
    """The title in the nominative singular; ``texts`` replaces units, those that name its body or state by nothing."""

    def text(i: int) -> str:
        return texts.get(i, units[i].text)

    words = _acting_words(title, units, text) if title.marker == "acting" else _front(title, units, text)
    behind = [i for i in range(title.head + 1, title.last) if text(i) and i not in title.host and i not in title.aside]
    joined = " ".join([*words, *(text(i) for i in _without_dangling(units, behind))])
    return _SPACE_BEFORE.sub("", _SPACE_AFTER.sub(r"\1", joined))


_SPACE_BEFORE = re.compile(r" (?=[,.»)”])")
_SPACE_AFTER = re.compile(r"([«(“]) ")


def _front(title: Title, units: Sequence[Unit], text: Callable[[int], str]) -> list[str]:
    """Adjectives and head of a title in the nominative singular."""
    kept = [i for i in range(title.first, title.head + 1) if text(i)]
    head = head_of(units[title.head])
    if head is not None and head.lemma not in {units[title.head].lemma, text(title.head).lower()} and len(kept) == 1:
        return [head.lemma.capitalize() if text(title.head)[:1].isupper() else head.lemma]  # "премьеры"
    forms = iter(morphology.nominative([text(i) for i in kept if text(i) != "и"], "sing"))
    return ["и" if text(i) == "и" else next(forms) for i in kept]


def _acting_words(title: Title, units: Sequence[Unit], text: Callable[[int], str]) -> list[str]:
    """The words before the complement of "и.о. министра" or "исполняющего обязанности министра"."""
    words = [text(i) for i in range(title.first, title.head + 1) if text(i)]
    if words[0].lower() == "и" and words[1] == ".":
        return ["и.о.", *words[4:]]
    return [
        ("Исполняющий" if w[0].isupper() else "исполняющий") if w.lower().startswith("исполняющ") else w for w in words
    ]


def _without_dangling(units: Sequence[Unit], kept: list[int]) -> list[int]:
    """Leave out prepositions and "и" whose noun was dropped."""
    small = {*words("of"), *words("host"), "и", ","}
    while kept and units[kept[-1]].text.lower() in small:
        kept = kept[:-1]
    return [i for n, i in enumerate(kept) if units[i].pos != "PREP" or kept[n + 1] == i + 1]
