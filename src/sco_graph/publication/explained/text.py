"""The text of a document with marks around what was seen: nested where one lies in another, split where they cross."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .claims import Claim

KINDS = ("official", "organisation", "state", "place", "date", "trigger", "issue", "statement")
"""What words can be, in the order of the legend; words without a kind are only marked when a fact asks for them."""

_BY_PROPERTY = {
    "startDate": "date", "endDate": "date", "place": "place", "inState": "place", "interactionType": "trigger",
    "discusses": "issue", "about": "issue", "speechAct": "statement",
}  # fmt: skip
_BY_SUBJECT = {"p": "official", "o": "organisation", "h": "official"}
_OUTERMOST = {"": 0, "statement": 1, "official": 2}
_DEEPEST = 3
"""From so many levels on, lines under the words are drawn at the same height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``[start, stop)`` of one kind (or none): whom or what they name, and the claims that rest on them."""

    start: int
    stop: int
    kind: str
    refs: tuple[str, ...]
    claims: tuple[int, ...]

    @property
    def id(self) -> str:
        """Anchor in the page."""
        return f"w{self.start}-{self.stop}-{self.kind}"


def kind_of(claim: Claim) -> str:
    """The kind of the words of a claim.

    >>> kind_of(Claim(number=1, subject="CN", property="mention", value="CN", words=()))
    'state'
    """
    if claim.property == "mention":
        return _BY_SUBJECT.get(claim.subject[0], "state")
    return _BY_PROPERTY.get(claim.property, "")


def spans(told: Iterable[Claim]) -> tuple[Span, ...]:
    """The marks that a text gets, one for each stretch and kind, in order of place, the longer first."""
    found: dict[tuple[int, int], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in told:
        for words in claim.words:
            found[words.start, words.stop][kind_of(claim)].append(claim)
    made = [span for (start, stop), kinds in found.items() for span in _of_stretch(start, stop, kinds)]
    return tuple(sorted(made, key=lambda s: (s.start, -s.stop, _OUTERMOST.get(s.kind, 9), s.kind)))


def _of_stretch(start: int, stop: int, kinds: dict[str, list[Claim]]) -> Iterator[Span]:
    """Marks of one stretch; claims without a kind of their own rest on the innermost mark that there is."""
    plain = kinds.pop("", [])
    names = sorted(kinds, key=lambda kind: (_OUTERMOST.get(kind, 9), kind)) or [""]
    for kind in names:
        own = [*kinds.get(kind, []), *(plain if kind == names[-1] else [])]
        refs = dict.fromkeys(c.subject for c in own if c.property in {"mention", "interactionType", "speechAct"})
        numbers = tuple(sorted({claim.number for claim in own}))
        yield Span(start=start, stop=stop, kind=kind, refs=tuple(refs) if kind else (), claims=numbers)


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    stop: int
    span: Span
    level: int


def paragraphs(text: str, shown: Sequence[Span]) -> Iterator[str]:
    """Every line of the text that has words, as a paragraph with its marks.

    >>> span = Span(start=0, stop=2, kind="state", refs=("CN",), claims=(1,))
    >>> list(paragraphs("A<\\n\\nb", [span]))[1]
    '<p>b</p>'
    """
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        start, stop = line.span()
        inside = [s for s in shown if s.start < stop and start < s.stop and s.start < s.stop]
        pieces = [_Piece(max(s.start, start), min(s.stop, stop), s, _level(s, inside)) for s in inside]
        yield f"<p>{''.join(_marked(text, start, stop, pieces))}</p>"


def _level(span: Span, others: Sequence[Span]) -> int:
    """How many marks with a line lie within one another inside this one: lengths of nested stretches, counted."""
    within = {
        s.stop - s.start
        for s in others
        if s.kind not in {"", "statement"} and span.start <= s.start and s.stop <= span.stop
    }
    return min(len(within - {span.stop - span.start}), _DEEPEST)


def _marked(text: str, start: int, stop: int, pieces: Sequence[_Piece]) -> Iterator[str]:
    starting: dict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        starting[piece.start].append(piece)
    at = start
    open_: list[_Piece] = []
    for cut in sorted({start, stop} | {edge for piece in pieces for edge in (piece.start, piece.stop)}):
        yield html.escape(text[at:cut])
        at = cut
        first = next((i for i, piece in enumerate(open_) if piece.stop <= cut), len(open_))
        ended, open_ = open_[first:], open_[:first]
        yield from (_closing(piece, cut) for piece in reversed(ended))
        for piece in [p for p in ended if p.stop > cut] + starting.get(cut, []):
            open_.append(piece)
            yield _opening(piece, cut)


def _opening(piece: _Piece, at: int) -> str:
    span = piece.span
    anchor = f' id="{span.id}"' if at == span.start else ""
    kind = f" k-{span.kind} l{piece.level}" if span.kind else ""
    more = "" if at == span.start else " more"
    claims = " ".join(map(str, span.claims))
    ref = f' data-ref="{html.escape(" ".join(span.refs[:3]))}"' if span.kind else ""
    return f'<span class="w{kind}{more}"{anchor} data-c="{claims}"{ref}>'


def _closing(piece: _Piece, at: int) -> str:
    ends = at == piece.span.stop and piece.span.kind == "statement"
    return '<span class="end"></span></span>' if ends else "</span>"
