"""How a clause stands to its speaker: before "Mr Testov said", around it, or with nothing but where it was said."""

from __future__ import annotations

from collections.abc import Sequence

from ..acts import Kind, Verb
from ..reading import Token
from .passages import Party, Passage

_APPOSED = 13
"""Words between two commas that say who a speaker is."""
_TAIL = 6
"""Words behind a verb that only say to whom or where somebody spoke: "Mr Testov told the guests"."""
_BEHIND = 2
"""Words between a verb of saying and the next: "said, also calling for"."""
_WHERE = frozenset({"as", "at", "in", "during", "on", "after", "following", "to", "when", "while", "speaking", "today"})
_ARTICLES = frozenset({"the", "mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", ".", "h.e."})


def closes(passage: Passage, verb: Verb, who: Sequence[Party], following: Verb) -> bool:
    """Whether a clause stands before its speaker, and more behind: "Trade must grow, Mr Testov said, calling for"."""
    if who[0].last > verb.first or following.first - verb.last > _BEHIND:
        return False
    clause = passage.tokens[passage.first : who[0].first]
    return any(_is_finite(t) for t in clause) and any(t.text == "," for t in clause[-_BEHIND - 1 :])


def parenthetical(passage: Passage, verb: Verb, who: Sequence[Party], verbs: Sequence[Verb]) -> bool:
    """Whether commas set the speaker and the verb off: "Both offices, Mr Testov recalled, go back to 2016"."""
    at = _title_start(passage, who[0])
    before = passage.tokens[at - 1].text if at > passage.first else ""
    rest = passage.tokens[verb.last : passage.last]
    closed = passage.tokens[verb.last - 1].text == "," or (bool(rest) and rest[0].text == ",")
    ends = len(rest) <= _TAIL and not any(t.pos in {"VBD", "VBZ", "AUX", "MD"} or t.text == "that" for t in rest)
    told_where = bool(rest) and rest[0].text.lower() in _WHERE and not any(t.text.lower() == "that" for t in rest)
    clause = any(_is_finite(t) for t in passage.tokens[passage.first : at])
    alone = len(verbs) == 1 and (closed or ends)
    return before == "," and (alone or (told_where and clause)) and who[0].last <= verb.first


def _title_start(passage: Passage, party: Party) -> int:
    """Where the title before a name begins: behind the comma before it, or at the name's article."""
    at = party.first
    while at > passage.first and passage.tokens[at - 1].text.lower() in _ARTICLES:
        at -= 1
    comma = next((i for i in range(at - 1, max(passage.first, at - _APPOSED), -1) if passage.tokens[i].text == ","), at)
    titled = comma < at and passage.text(comma + 1, comma + 2) == "the"
    plain = not any(t.pos in {"VBD", "VBZ", "AUX", "MD", "IN"} for t in passage.tokens[comma:at])
    return comma + 1 if titled and plain else at


def _is_finite(token: Token) -> bool:
    """Whether a token is a finite verb, or may be one: "plays"."""
    return token.pos in {"VBD", "VBZ", "AUX", "MD"} or (token.pos == "NV" and token.text.endswith("s"))


def only_says(passage: Passage, verb: Verb, who: Sequence[Party]) -> bool:
    """Whether a sentence has nothing but its speaker before the verb: "Mr Testov emphasised." behind a quotation."""
    first, last = who[-1].last, verb.first
    apposed = 0 < last - first < _APPOSED and passage.text(first, first + 1) == passage.text(last - 1, last) == ","
    return who[0].first - passage.first <= 1 and (0 <= last - first <= 1 or apposed)


def only_where(passage: Passage, verb: Verb, who: Sequence[Party]) -> bool:
    """Whether a sentence says no more than who spoke and where: "Mr Testov stated at a press conference." """
    if verb.kind not in {Kind.OPEN, Kind.FIRM} or who[-1].last > verb.first:
        return False
    rest = passage.tokens[verb.last : passage.last]
    told = any(t.pos in {"VBD", "VBZ", "AUX", "MD"} for t in passage.tokens[passage.first : who[0].first])
    where = bool(rest) and rest[0].text.lower() in {"at", "during", "in"} and len(rest) <= _TAIL
    return where and not told and rest[-2 % len(rest)].text.lower() in {"conference", "briefing", "interview"}
