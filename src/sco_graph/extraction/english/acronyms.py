"""Acronyms that a text gives to bodies in brackets behind their names, and their later mentions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..reading import Sentence, Token
from ..units import Named, Unit, UnitKind
from . import heads, words

_ACRONYM = re.compile(r"^[A-Z][A-Za-z&-]*[A-Z]$")
_BARE = re.compile(r"^[A-Z]{3,6}$")
_LONGEST = 12


def noted(
    tokens: Sequence[Token],
    sentence: Sentence,
    named: Sequence[Named],
    known: dict[str, str],
    names_of: Callable[[str], Iterable[str]],
) -> list[Named]:
    """Names of a sentence; acronyms in brackets behind bodies go into ``known``.

    A body of the tables with this acronym and a like name is the one that is meant; with another name it is not.
    """
    result: list[Named] = []
    by_first = {n.first: n for n in named}
    for name in named:
        at = name.last
        bracketed = name.kind is UnitKind.BODY and at + 2 < sentence.last and tokens[at].text == "("
        if bracketed and tokens[at + 2].text == ")" and _ACRONYM.match(tokens[at + 1].text):
            inner = by_first.get(at + 1)
            new = name.ref.startswith("new/")
            if inner is not None and new and inner.ref != name.ref:
                alike = _alike(tokens[name.first : name.last], names_of(inner.ref))
                result.append(replace(name, ref=inner.ref) if alike else name)
                if not alike:
                    known[tokens[at + 1].text] = name.ref
                    by_first.pop(at + 1)
                    result.append(replace(inner, ref=name.ref))
                continue
            if inner is None:
                known.setdefault(tokens[at + 1].text, name.ref)
        if name.first in by_first:
            result.append(name)
    return result


def _alike(tokens: Sequence[Token], names: Iterable[str]) -> bool:
    """Whether a name shares most of its words with capitals with another name of a body."""
    words_of = {t.text.lower() for t in tokens if t.text[0].isupper()}
    return any(2 * len(words_of & set(name.lower().split())) > len(words_of) for name in names)


def found(tokens: Sequence[Token], sentence: Sentence, named: Sequence[Named], known: dict[str, str]) -> list[Named]:
    """Names of a sentence with the acronyms that the text gave before."""
    if not known:
        return list(named)
    named = [
        replace(n, ref=known[tokens[n.first].text]) if n.last - n.first == 1 and tokens[n.first].text in known else n
        for n in named
    ]
    taken = {i for n in named for i in range(n.first, n.last)}
    added = [
        Named(first=i, last=i + 1, kind=UnitKind.BODY, ref=known[tokens[i].text], method="rule:acronym")
        for i in range(sentence.first, sentence.last)
        if i not in taken and tokens[i].text in known and len(tokens[i].text) <= _LONGEST
    ]
    return sorted([*named, *added], key=lambda n: n.first)


def beside_titles(seen: Sequence[Unit]) -> list[int]:
    """Units that are acronyms of bodies that the tables lack, right before or behind a title: "President LUFF"."""
    return [
        at
        for at, unit in enumerate(seen)
        if unit.kind is UnitKind.WORD
        and _BARE.match(unit.text)
        and not words.common(unit.text)
        and heads.head_at(seen, at) is None
        and not words.courtesy(unit)
        and (_behind(seen, at) or _before(seen, at) or _in_list(seen, at))
    ]


def _in_list(seen: Sequence[Unit], at: int) -> bool:
    """Whether a word stands in a row of bodies: "officials from the OEC, EurAsEC and D-8"."""
    before = at - 2 if at > 1 and seen[at - 1].text == "the" else at - 1
    left = before >= 1 and seen[before].text in {",", "and"} and _is_body(seen, before - 1)
    right = at + 2 < len(seen) and seen[at + 1].text in {",", "and"} and _is_body(seen, at + 2)
    return left or right


def _is_body(seen: Sequence[Unit], at: int) -> bool:
    """Whether a unit, its article apart, is a body, or an acronym beside one."""
    at = at + 1 if seen[at].text == "the" and at + 1 < len(seen) else at
    if seen[at].kind is UnitKind.BODY:
        return True
    row = _BARE.match(seen[at].text) is not None and not words.common(seen[at].text)
    return row and any(seen[i].kind is UnitKind.BODY for i in (at - 2, at + 2) if 0 <= i < len(seen))


def _behind(seen: Sequence[Unit], at: int) -> bool:
    """Whether a title stands right before, and no other word in capitals behind, as in "President TESTOV Ivan"."""
    if at > 2 and seen[at - 1].text == "the" and seen[at - 2].text == "of" and heads.ends_title(seen, at - 2):
        return True
    alone = at + 1 >= len(seen) or not (seen[at + 1].kind is UnitKind.WORD and seen[at + 1].text[0].isupper())
    return alone and heads.ends_title(seen, at) and at + 1 < len(seen) and seen[at + 1].text != ":"


def _before(seen: Sequence[Unit], at: int) -> bool:
    """Whether a title follows within two words with capitals: "LUFF Executive Director"."""
    for i in range(at + 1, min(at + 4, len(seen))):
        if heads.head_at(seen, i) is not None:
            return seen[i].text[0].isupper() or i == at + 1
        if seen[i].kind is not UnitKind.WORD or not seen[i].text[0].isupper():
            return False
    return False
