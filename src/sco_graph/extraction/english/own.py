"""What somebody says in their own words, sentence by sentence: in letters, speeches, answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import Act
from . import acts, speeches
from .passages import Passage
from .reports import SHORT, Saying

_AND_I = re.compile(r"(?:, |; )and (?:we|i)$")


def said(passage: Passage, author: Saying) -> Iterator[Saying]:
    """What a sentence in somebody's own words says; nothing where it only greets, or is too short to make a point."""
    words = [t for t in passage.tokens[passage.first : passage.last] if t.text.isalpha()]
    opening = passage.text(passage.first, passage.first + 3)
    if (
        len(words) >= SHORT
        and not (speeches.SALUTATION.match(opening) and _only_salutes(passage))
        and not speeches.courtesy(passage)
        and any(t.pos in {"VBD", "VBZ", "VB", "AUX", "MD", "NV"} for t in words)
    ):
        said = acts.performed(passage, passage.first, passage.last)
        said = said or acts.by_content(passage, passage.first, passage.last, mild=True)
        claim = acts.claims(passage, passage.first, passage.last)
        act, pattern = said or ((Act.EMPHASISE, "claim") if claim else (Act.INFORM, "speech"))
        whole = replace(
            author, act=act, passage=passage.index, first=passage.first, last=passage.last,
            pattern=f"rule:own_words {pattern}",
        )  # fmt: skip
        yield from _halves(passage, whole)


def _halves(passage: Passage, whole: Saying) -> Iterator[Saying]:
    """What somebody says of themself in two clauses with two acts: "we count on you, and we stand ready to help"."""
    at = next((i for i in range(whole.first, whole.last - 1) if _AND_I.match(passage.text(i, i + 3))), None)
    if at is not None and at - whole.first >= SHORT and whole.last - at >= SHORT:
        one, other = (
            acts.performed(passage, first, last) or acts.by_content(passage, first, last, mild=True)
            for first, last in ((whole.first, at), (at, whole.last))
        )
        if one is not None and other is not None and one[0] is not other[0]:
            yield replace(whole, last=at, act=one[0], pattern=f"rule:own_words {one[1]}")
            yield replace(whole, first=at + 1, act=other[0], pattern=f"rule:own_words {other[1]}")
            return
    yield whole


def wished_once(passage: Passage, saying: Saying, wished: set[tuple[str, ...]]) -> Iterator[Saying]:
    """A saying of an author; of further good wishes only what else the sentence says."""
    if saying.act is Act.CONGRATULATE and saying.refs in wished and "wish" in saying.pattern:
        said = acts.by_content(passage, saying.first, saying.last, mild=False, but=Act.CONGRATULATE)
        if said is not None:
            yield replace(saying, act=said[0], pattern=f"rule:own_words {said[1]}")
        return
    if saying.act is Act.CONGRATULATE:
        wished.add(saying.refs)
    yield saying


def _only_salutes(passage: Passage) -> bool:
    """Whether a sentence that opens with an address says nothing behind it: "Dear colleagues, dear friends!"."""
    commas = [i for i in range(passage.first, passage.last) if passage.tokens[i].text == ","]
    behind = passage.tokens[commas[-1] if len(commas) > 2 else commas[0] : passage.last] if commas else ()
    return len(behind) <= SHORT or not any(t.pos in {"VBD", "VBZ", "VB", "AUX", "MD"} for t in behind)
