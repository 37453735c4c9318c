"""Who speaks: the subject of a verb of saying, whoever stands behind it, or who spoke before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionKind
from . import grammar, words
from .passages import Party, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The speakers of the verb before, and the token at which what they said begins."""

    first: int
    parties: tuple[Party, ...]

    @property
    def refs(self) -> frozenset[str]:
        """Ids of the speakers."""
        return frozenset(ref for party in self.parties for ref in party.refs)


def of(passage: Passage, verb: Verb, held: Held | None, last: Held | None) -> tuple[list[Party] | None, str]:
    """The official who is the subject of the verb, stands behind it after a quotation, or spoke before."""
    if verb.kind is Kind.SOURCE:
        named = _officials(grammar.after(passage, verb.last))
        if not named and last is not None and len(last.parties) == 1 and _same_source(passage, verb.last):
            return list(last.parties), "goes_on"
        return named or None, "source"
    behind = by_whom(passage, verb) or _inverted(passage, verb)
    if behind:
        return behind, "said_by"
    if (foreign(passage, verb.first) and not _same_person(passage, verb.first)) or _foreign_behind(passage, verb):
        return None, ""
    people = [p for p in _officials(grammar.subjects(passage, verb.first)) if not _addressed(passage, p)]
    people = people or _named_as(passage, verb.first) or _opening(passage, verb.first)
    people = people or _topic(passage, verb)
    near = _nearest_noun(passage, verb.first)
    if people and (held is None or people[0].first > held.first or people[0].last == verb.first):
        return people, "subject"
    if held is not None and near is None and not _subjects_between(passage, held, verb):
        return list(held.parties), "same_subject"
    if people and near is None:
        return people, "subject"
    if last is not None and len(last.parties) == 1 and _same_person(passage, verb.first):
        return list(last.parties), "goes_on"
    passive = verb.first > passage.first and passage.tokens[verb.first - 1].text.lower() in {"was", "were", "been"}
    if passive and last is not None:
        return list(last.parties), "goes_on"
    return None, ""


def foreign(passage: Passage, at: int) -> bool:
    """Whether a noun that is no official is the subject right before a verb: "the ministry said"."""
    i = at - 1
    while i >= passage.first and (passage.tokens[i].pos in {"RB", "AUX", "MD"}):
        i -= 1
    if i < passage.first or _is_official(passage, i):
        return False
    token = passage.tokens[i]
    if not token.text[0].isalpha() or token.pos not in _NOMINAL:
        return False
    i = _phrase_start(passage, i)
    before = passage.tokens[i - 1] if i > passage.first else None
    return before is None or before.pos != "IN" or before.text.lower() in _CONJUNCTIONS


def _foreign_behind(passage: Passage, verb: Verb) -> bool:
    """Whether a comma and somebody else stand around a last verb: "..., reported the press service"."""
    if verb.kind is Kind.JOINT or verb.first == passage.first or passage.tokens[verb.first - 1].text != ",":
        return False
    rest = passage.tokens[verb.last : passage.last]
    if not 1 < len(rest) <= _REPORTER or any(t.pos in {"VBD", "VBZ", "AUX", "MD", "IN"} for t in rest[:3]):
        return False
    behind = [p for p in passage.parties if p.first >= verb.last]
    named = bool(behind) and behind[0].kind is MentionKind.ORGANISATION and behind[0].first - verb.last <= 1
    return named or any(t.text.lower() in {"service", "agency", "media", "ministry", "newspaper"} for t in rest)


def _phrase_start(passage: Passage, at: int) -> int:
    """The first token of the noun phrase that ends at a token, with what "of" joins to it from the left."""
    i = at
    while i > passage.first:
        before = passage.tokens[i - 1]
        if before.pos in {*_NOMINAL, "DT"} and before.text[0].isalnum():
            i -= 1
        elif before.text.lower() == "of" and i - 2 >= passage.first and passage.tokens[i - 2].pos in _NOMINAL:
            if _is_official(passage, i - 2):
                break
            i -= 2
        else:
            break
    return i


def joined(passage: Passage, start: int, verb: Verb) -> bool:
    """Whether a verb shares the subject of one before: "and" or a comma before it, and no official beside it."""
    if after_party(passage, verb.first) or _nearest_noun(passage, verb.first) is not None:
        return False
    return not any(t.text in {";", "”", '"'} for t in passage.tokens[start : verb.first])


def jointly(passage: Passage, verb: Verb) -> bool:
    """Whether both sides of talks say something: "both called for", "the two leaders noted", "it was agreed"."""
    i = verb.first - 1
    while i > passage.first and (passage.tokens[i].pos in {"RB", "AUX"} or passage.text(i, i + 1) in {"both", "also"}):
        i -= 1
    if i < passage.first:
        return False
    word, before = passage.text(i, i + 1), passage.text(i - 1, i) if i > passage.first else ""
    if word == "it":
        return verb.kind is Kind.JOINT and verb.first - i == _PASSIVE and passage.text(i + 1, i + 2) == "was"
    if word in {"they", "both"}:
        return i - passage.first <= 1 or before in {",", "and"}
    while before in _KINDS_OF_MINISTERS and i - 1 > passage.first:
        i, before = i - 1, passage.text(i - 2, i - 1)
    return word in words.groups() and before in {"the", "two", "both", ""}


def after_party(passage: Passage, at: int) -> bool:
    """Whether an official stands right before a token, adverbs apart."""
    i = at
    while i > passage.first and passage.tokens[i - 1].pos == "RB":
        i -= 1
    return any(p.last == i for p in passage.of_kind(MentionKind.OFFICIAL))


def visits(passage: Passage, verb: Verb) -> bool:
    """Whether "called on" means a visit: an official stands behind it, and nothing that they should do."""
    if passage.text(verb.first, verb.last).split()[-1:] not in (["on"], ["upon"]) or verb.act is not Act.URGE:
        return False
    whom = _officials(grammar.after(passage, verb.last))
    if not whom:
        return False
    rest = passage.tokens[whom[-1].last : passage.last]
    return not any(t.text.lower() == "to" and f.pos in {"VB", "NV"} for t, f in pairwise(rest))


def greets(passage: Passage, verb: Verb) -> bool:
    """Whether a welcome is for officials, and not for what they did: "welcomed Minister Testov for talks"."""
    if verb.act is not Act.SUPPORT or not passage.tokens[verb.first].text.lower().startswith("welcom"):
        return False
    party = next((p for p in passage.parties if p.first >= verb.last), None)
    while party is not None and party.kind is not MentionKind.OFFICIAL and grammar.modifies(passage, party):
        party = next((p for p in passage.parties if p.first > party.first), None)
    if party is None or party.kind is not MentionKind.OFFICIAL or party.first - verb.last > _GREETED:
        return False
    between = passage.tokens[verb.last : party.first]
    return not any(t.text.lower() in {"of", "by", "from", "to", "that"} for t in between) and not grammar.modifies(
        passage, party
    )


def by_whom(passage: Passage, verb: Verb) -> list[Party]:
    """The official of a passive verb: "it was noted by Mr Testov that"."""
    if verb.kind is Kind.FIXED and verb.act in {Act.SUPPORT, Act.PRAISE}:
        return []  # "the guests were welcomed by"
    by = next(
        (i for i in range(verb.last, min(verb.last + _ADVERBIAL, passage.last)) if passage.text(i, i + 1) == "by"), -1
    )
    if by < 0 or any(t.pos in {"VBD", "VBZ", "AUX", "MD"} for t in passage.tokens[verb.last : by]):
        return []
    passive = verb.first > passage.first and passage.tokens[verb.first - 1].pos in {"AUX", "RB"}
    if not passive and verb.kind is not Kind.NOMINAL:
        return []
    return _officials(grammar.after(passage, by + 1))[:1]


def _officials(found: tuple[Party, ...]) -> list[Party]:
    return [p for p in found if p.kind is MentionKind.OFFICIAL]


def _same_person(passage: Passage, at: int) -> bool:
    """Whether a noun that opens a sentence means whoever spoke before: "The official also suggested"."""
    i = at - 1
    while i > passage.first and passage.tokens[i].pos == "RB":
        i -= 1
    return passage.text(i, i + 1) in _PERSONS and passage.text(passage.first, i) == "the"


def _same_source(passage: Passage, at: int) -> bool:
    """Whether "according to the top Lake diplomat" means whoever spoke before."""
    words = [t.text.lower() for t in passage.tokens[at : min(at + _TITLE, passage.last)]]
    head = next((i for i, word in enumerate(words) if word in _PERSONS), None)
    return words[:1] == ["the"] and head is not None and words[head + 1 : head + 2] == [","] and head < _BRIEF


def _addressed(passage: Passage, party: Party) -> bool:
    """Whether somebody is spoken to: "Dear Mr Testov, allow me"."""
    return passage.text(party.first - 1, party.first) == "dear" or passage.text(party.first, party.first + 1) == "dear"


def _named_as(passage: Passage, at: int) -> list[Party]:
    """The official between "as" or "the message by" and a verb: "as Mr Testov noted"."""
    party = next((p for p in passage.of_kind(MentionKind.OFFICIAL) if p.last == at), None)
    if party is None or party.first == passage.first:
        return []
    if passage.tokens[party.first - 1].text.lower() == "as":
        return [party]
    message = next((i for i in range(party.first - 1, passage.first, -1) if passage.text(i, i + 1) in _BY), None)
    titled = message is not None and party.first - message < _TITLE
    return [party] if titled and message is not None and passage.text(message - 1, message) in _MESSAGES else []


def _opening(passage: Passage, at: int) -> list[Party]:
    """The official with whose title a sentence opens, dashes in it: "Chair of the Board – Minister Testov noted"."""
    party = next(iter(passage.of_kind(MentionKind.OFFICIAL)), None)
    if party is None or party.first - passage.first > 1 or party.last > at or _addressed(passage, party):
        return []
    between = passage.tokens[party.last : at]
    adverbial = not between or between[0].text.lower() in {"in", "also", "further", "then"} or between[0].pos == "RB"
    brief = len(between) <= _WITHIN and not any(t.pos in {"VBD", "VBZ", "MD"} or t.text == "," for t in between)
    return [party] if adverbial and brief else []


def _topic(passage: Passage, verb: Verb) -> list[Party]:
    """The official at the head of a sentence whose clause with "who" ends right before a verb."""
    if verb.first == passage.first or passage.tokens[verb.first - 1].text != ",":
        return []
    first = next(iter(passage.of_kind(MentionKind.OFFICIAL)), None)
    if first is None or first.first - passage.first > 1 or passage.text(first.last, first.last + 2) != ", who":
        return []
    return [first]


def _is_official(passage: Passage, at: int) -> bool:
    return any(p.first <= at < p.last for p in passage.of_kind(MentionKind.OFFICIAL))


def _subjects_between(passage: Passage, held: Held, verb: Verb) -> bool:
    """Whether another party stands right before the second of two verbs of one sentence."""
    between = [
        p
        for p in passage.of_kind(MentionKind.OFFICIAL)
        if held.first < p.first < verb.first and set(p.refs) - held.refs
    ]
    return any(p.last >= verb.first - 2 for p in between)


def _nearest_noun(passage: Passage, at: int) -> str | None:
    """A noun that is no official right before a verb, and so its subject; None after a comma, "and" or an adverb."""
    i = at - 1
    while i >= passage.first and passage.tokens[i].pos == "RB":
        i -= 1
    token = passage.tokens[i]
    return None if token.text.lower() in {",", "and", "but", ";", "then", "–", "—"} else token.text


def _inverted(passage: Passage, verb: Verb) -> list[Party]:
    """ "..., said Mr Testov": the party right behind the verb, where quoted words or a comma stand before it."""
    if verb.kind is not Kind.OPEN or verb.first == passage.first:
        return []
    before = passage.tokens[verb.first - 1]
    if before.text not in {'"', "”", ",", "’", "»", "–", "—"} and verb.first - 1 not in passage.quoted:
        return []
    people = [p for p in _officials(grammar.after(passage, verb.last)) if p.first - verb.last <= 2]
    return people[:1]


_ADVERBIAL = 7
"""Words between a passive verb and "by": "was stated today, 2 May, by"."""
_GREETED = 9
"""Words between a welcome and the official whom it is for."""
_KINDS_OF_MINISTERS = frozenset({"foreign", "defence", "defense", "prime", "energy", "trade", "finance"})
_BY = frozenset({"by", "of", "from"})
_MESSAGES = frozenset({"message", "letter", "telegram", "statement", "address", "speech", "greeting", "report"})
_TITLE = 12
"""Words of a title between "the message by" and the name."""
_PERSONS = frozenset({"official", "diplomat", "minister", "politician", "envoy", "leader", "speaker", "president"})
_BRIEF = 6
"""Words of "the top Lake diplomat"."""
_PASSIVE = 2
"""Words of "it was agreed" up to its verb."""
_WITHIN = 6
"""Words of "in his opening statement" between a speaker and the verb."""
_REPORTER = 9
"""Words of a phrase that names who reports."""
_NOMINAL = frozenset({"", "NV", "VBG"})
_CONJUNCTIONS = frozenset({"as", "after", "before"})
