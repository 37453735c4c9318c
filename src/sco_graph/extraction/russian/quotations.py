"""Which words of a text are somebody's direct speech: in quotation marks, but for what the author puts in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import acts
from ..acts import Kind
from ..reading import Token
from . import clauses

_OPEN, _CLOSE, _EITHER = "«“„", "»”", '"'
_SPEECH = 4
"""A quotation of fewer words is a name, not speech."""
_LONGEST = 400
"""Tokens after which a quotation that was never closed is given up."""
DASHES = frozenset({"-", "–", "—"})


def quoted(tokens: Sequence[Token]) -> Iterator[int]:
    """Indices of tokens in direct speech: in quotation marks, of some length, with a finite verb."""
    opened: int | None = None
    for at, token in enumerate(tokens):
        if opened is not None and token.text in _EITHER and _of_a_name(tokens, opened, at):
            continue
        if opened is None and (token.text in _OPEN or token.text in _EITHER):
            opened = at
        elif opened is not None and (token.text in _CLOSE or token.text in _EITHER):
            if token.text in _CLOSE and _name_within(tokens, opened, at):
                continue
            inner = range(opened + 1, at)
            spoken = any(clauses.is_finite(tokens[i]) or tokens[i].pos in {"ADJS", "PRED"} for i in inner)
            if len(inner) >= _SPEECH and spoken and not _by_the_press(tokens, at) and not _account(tokens, inner):
                yield from _without_asides(tokens, inner)
            opened = None
        elif opened is not None and at - opened > _LONGEST:
            opened = None
    if opened is not None and _SPEECH <= len(tokens) - opened <= _LONGEST:
        inner = range(opened + 1, len(tokens))
        yield from () if _account(tokens, inner) else _without_asides(tokens, inner)


_OPENING = 20
"""Tokens at the beginning of a quotation among which somebody in a post is told to say something."""
_OWN = frozenset({"я", "мы", "мой", "наш"})
_POSTS = ("генеральн", "глав", "министр", "президент", "посол", "секретар", "председател", "директор", "замминистр")


def _account(tokens: Sequence[Token], inner: range) -> bool:
    """Whether a quotation tells of what somebody else said: «Министр поблагодарил посла», given from a release."""
    head = range(inner.start, min(inner.start + _OPENING, inner.stop))
    if any(tokens[at].lemma in _OWN for at in inner) or not tokens[inner.start].lemma.startswith(_POSTS):
        return False
    found = acts.verbs("ru", tokens, head.start, head.stop)
    return any(v.kind is not Kind.GUARD and tokens[v.first].pos == "VERB" for v in found)


def _of_a_name(tokens: Sequence[Token], opened: int, at: int) -> bool:
    """Whether the same mark opens or closes a name within a quotation: "Прошло учение "Рубеж", – сказал X."."""
    if tokens[opened].text not in _EITHER:
        return False
    if _begins(tokens, at):
        return tokens[at - 1].text.isalpha() or tokens[at - 1].text == ","
    before = range(at - 1, max(opened, at - _SHORT_NAME), -1)
    inner = next((i for i in before if tokens[i].text in _EITHER), None)
    return inner is not None and _begins(tokens, inner) and _goes_on(tokens, at)


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark stands right before a word, with a blank before it."""
    apart = at == 0 or tokens[at - 1].stop < tokens[at].start
    return apart and at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].stop


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether another mark that closes comes before one that opens."""
    ahead = (i for i in range(at + 1, min(at + _LONGEST, len(tokens))) if tokens[i].text in _EITHER)
    following = next(ahead, None)
    return following is not None and (not _begins(tokens, following) or tokens[following - 1].text.isalpha())


_SHORT_NAME = 6
"""Tokens of the longest name whose marks are the same as those of the quotation."""
_NAME = 12
"""Tokens of the longest name in quotation marks within a quotation."""


def _name_within(tokens: Sequence[Token], opened: int, at: int) -> bool:
    """Whether the mark only closes a name within a longer quotation: «Наш «Рубеж» прошёл хорошо»."""
    inner = next((i for i in range(at - 1, max(opened, at - _NAME), -1) if tokens[i].text in _OPEN), None)
    if inner is None or tokens[opened].text not in _OPEN:
        return False
    following = next((t.text for t in tokens[at + 1 : at + _LONGEST] if t.text in _OPEN or t.text in _CLOSE), "")
    return following != "" and following in _CLOSE


def _without_asides(tokens: Sequence[Token], inner: range) -> Iterator[int]:
    """A quotation but for the words of who says it, set off by dashes: «Мир нужен, – сказал министр. – И труд»."""
    at = inner.start
    while at < inner.stop:
        end = _aside(tokens, at, inner)
        if end is None:
            yield at
        at = end or at + 1


_ASIDE = 40
"""Tokens of the longest aside."""


def _aside(tokens: Sequence[Token], at: int, inner: range) -> int | None:
    """Index after an aside that begins at this dash; None where none begins."""
    before = tokens[at - 1].text[-1:] if at > inner.start else ""
    if tokens[at].text not in DASHES or before not in {",", "!", "?", "…", "."}:
        return None
    verb = next(
        (v for v in acts.verbs("ru", tokens, at + 1, min(at + 4, inner.stop)) if v.kind is not Kind.GUARD), None
    )
    if verb is None or verb.first > at + 2 or not clauses.is_finite(tokens[verb.first]):
        return None
    ends = (i for i in range(verb.last, min(inner.stop, at + _ASIDE)) if tokens[i].text in DASHES)
    return next(ends, min(inner.stop, at + _ASIDE))


_PRESS = (
    "пресс-служб", "сообщени", "релиз", "ведомств", "сайт", "секретариат", "министерств", "мид", "канцеляри",
    "публикаци", "информаци", "мисси", "представительств", "посольств", "администраци",
)  # fmt: skip
_AFTER = 9
"""Tokens after a quotation that say whose words it gives."""


def _by_the_press(tokens: Sequence[Token], close: int) -> bool:
    """Whether a quotation is a press service's account, not somebody's words: «...», – сообщили в пресс-службе."""
    after = tokens[close + 1 : close + 1 + _AFTER]
    stop = next((i for i, t in enumerate(after) if t.text in {".", "«", "!", "?"}), len(after))
    words = after[:stop]
    dash = any(t.text in DASHES for t in words[:2])
    within = [i for i, t in enumerate(words) if t.lemma in {"в", "во", "на"}]
    if not dash or not within or not any(t.pos in {"VERB", "PRTS"} for t in words):
        return False
    return any(t.lemma.startswith(_PRESS) for t in words[within[0] :])
