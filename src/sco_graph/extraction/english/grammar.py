"""English grammar as far as the rules need it: clauses, subjects of verbs, lists, prepositions before a party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..reading import MentionKind
from . import generics, words
from .passages import Party, Passage

WHO = (MentionKind.OFFICIAL, MentionKind.ORGANISATION, MentionKind.STATE)
_BREAKS = frozenset(
    {
        ";",
        ":",
        "that",
        "while",
        "whereas",
        "where",
        "when",
        "because",
        "although",
        "though",
        "if",
        "—",
        "-",
        "–",
        '"',
        "”",
        "“",
    }
)
_LINKS = words.wordset("list-links")
_SKIPPED = words.wordset("before-a-party")


_SEATED = frozenset({"of", "of the", "from", "from the", "("})
MEMBERS = words.wordset("members-of-a-body")
_DELEGATES = words.wordset("those-who-are-sent")
_SENT = words.wordset("sent-by-a-party")


def clause_start(passage: Passage, at: int) -> int:
    """Index of the first token of the clause that holds a verb."""
    i = at - 1
    while i >= passage.first:
        word = passage.tokens[i].text.lower()
        if word in _BREAKS and not (word == "that" and i == passage.first):
            return i + 1
        i -= 1
    return passage.first


def preposition(passage: Passage, at: int) -> str:
    """The preposition that governs the phrase at a token; empty without one."""
    i = at - 1
    while i >= passage.first and (
        passage.tokens[i].text.lower() in _SKIPPED
        or passage.tokens[i].pos == "RB"
        or passage.tokens[i].text in {"'s", "’s"}
    ):
        i -= 1
    token = passage.tokens[i] if i >= passage.first else None
    return token.text.lower() if token is not None and token.pos == "IN" else ""


def modifies(passage: Passage, party: Party) -> bool:
    """Whether a party only qualifies the noun behind it: "the SCO Summit", "Russia's proposal"."""
    if party.kind is MentionKind.OFFICIAL and party.last < passage.last:
        return passage.tokens[party.last].text in {"'s", "’s"} and party.form != "pronoun"
    if party.last >= passage.last:
        return False
    token = passage.tokens[party.last]
    if token.text in {"'s", "’s", "'", "’", "-"}:
        return True
    return token.pos in {"", "NV", "VBG"} and token.text[0].isalpha() and token.text.lower() not in {"side", "sides"}


def groups(passage: Passage, first: int, last: int) -> list[list[Party]]:
    """Parties of a range, those joined by commas and "and" together."""
    found: list[list[Party]] = []
    end = first
    for party in passage.of_kind(*WHO):
        if not first <= party.first < last:
            continue
        if found and _seat_of(passage, found[-1][-1], end, party):
            closed = party.last < last and passage.tokens[party.last].text == ")"
            end = party.last + closed
            continue
        if found and _linked(passage, end, party.first):
            found[-1].append(party)
        else:
            found.append([party])
        end = party.last
    return found


def _seat_of(passage: Passage, held: Party, end: int, party: Party) -> bool:
    """Whether a state or body only says where the official before it is from: "Ivan Testov of Freedonia"."""
    if held.kind is not MentionKind.OFFICIAL or party.kind is MentionKind.OFFICIAL:
        return False
    return passage.text(end, party.first) in _SEATED


def delegates(passage: Passage, first: int) -> bool:
    """Whether the parties at a token are told by their people: "delegations from", "the ministers of"."""
    at = first - 1
    while at > passage.first and passage.tokens[at].pos == "DT":
        at -= 1
    if at <= passage.first or passage.tokens[at].text.lower() not in {"of", "from"}:
        return False
    if passage.tokens[at - 1].text.lower() not in _DELEGATES:
        return False
    start = at - 1
    while start > passage.first and (
        passage.tokens[start - 1].pos in {"", "VBG", "NV", "DT", "CC"} and passage.tokens[start - 1].text[0].isalnum()
    ):
        start -= 1
    return not preposition(passage, start) or delegates(passage, start)


def _linked(passage: Passage, first: int, last: int) -> bool:
    words = [t.text.lower() for t in passage.tokens[first:last]]
    if words[:2] == ["of", "the"] and words[2:3] and generics.stands_for(words[2]):
        words = words[3:]  # "A of the Organisation and B"
    if not words or len(words) > 6 or not {",", "and", "&", ";", "with", "well"} & set(words):
        return False
    return all(w in _LINKS for w in words)


def subjects(passage: Passage, verb: int) -> tuple[Party, ...]:
    """Who does what a verb says: the group of parties before it that no preposition governs."""
    start = clause_start(passage, verb)
    alone = _right_before(passage, verb)
    if alone is not None:
        return (alone,)
    relative = _relative(passage, verb, start)
    if relative is not None:
        return relative
    able = [
        g
        for g in groups(passage, start, verb)
        if not _bracketed(passage, g[0], verb)
        if not preposition(passage, g[0].first) or delegates(passage, g[0].first)
    ]
    able = [[p for p in g if not modifies(passage, p)] for g in able]
    able = [g for g in able if g]
    near = next((g for g in reversed(able) if _only_adverbs(passage, g[-1].last, verb)), None)
    if near is not None and not _in_apposition(passage, able, near):
        return tuple(near)
    people = [g for g in able if any(p.kind is MentionKind.OFFICIAL for p in g)]
    if people:
        return tuple(people[0])
    return tuple(able[0]) if able else ()


def _bracketed(passage: Passage, party: Party, verb: int) -> bool:
    """Whether a party stands in brackets that close before the verb: "the Council (of the Lake Union) met"."""
    opened = closed = False
    for i in range(party.first - 1, max(passage.first, party.first - 12) - 1, -1):
        if passage.tokens[i].text in {"(", ")"}:
            opened = passage.tokens[i].text == "("
            break
    for i in range(party.last, min(verb, party.last + 12)) if opened else ():
        if passage.tokens[i].text in {"(", ")"}:
            closed = passage.tokens[i].text == ")"
            break
    return opened and closed


def _in_apposition(passage: Passage, able: Sequence[Sequence[Party]], near: Sequence[Party]) -> bool:
    """Whether states only say of whom people are ministers: "A and B, the foreign ministers of X and Y, spoke"."""
    if any(p.kind is MentionKind.OFFICIAL for p in near) or not delegates(passage, near[0].first):
        return False
    before = [g for g in able if g[-1].last <= near[0].first and any(p.kind is MentionKind.OFFICIAL for p in g)]
    return bool(before) and passage.text(before[-1][-1].last, before[-1][-1].last + 1) == ","


def _right_before(passage: Passage, verb: int) -> Party | None:
    """The official right before a verb behind a comma, who is its only subject: "..., Mr Testov said"."""
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if party.last <= verb and _only_adverbs(passage, party.last, verb) and party.first > passage.first:
            before = passage.text(party.first - 2, party.first).split()
            while before and before[-1] in _SKIPPED:
                before = passage.text(party.first - 3, party.first - 1).split() if len(before) == 2 else []
                break
            if before and before[-1] in {",", '"', "”"} and not modifies(passage, party):
                names = [
                    p for p in passage.of_kind(*WHO) if p.last < party.first and _linked(passage, p.last, party.first)
                ]
                return None if names and not _governed(passage, names[-1]) else party
    return None


def _governed(passage: Passage, party: Party) -> bool:
    at = party.first
    while preposition(passage, at) == "" and any(_linked(passage, p.last, at) for p in passage.parties if p.last <= at):
        at = max(p.first for p in passage.parties if p.last <= at and _linked(passage, p.last, at))
    return bool(preposition(passage, at))


def collective(passage: Passage, verb: int) -> tuple[Party, ...]:
    """The body whose members are the subject of a verb: "the foreign ministers of the Lake Union countries met"."""
    start = clause_start(passage, verb)
    told = [i for i in range(start, verb) if passage.tokens[i].text.lower() in MEMBERS]
    within = {i for p in passage.of_kind(MentionKind.ORGANISATION) for i in range(p.first, p.last)} if told else set()
    many = next((i for i in told if i not in within), told[0] if told else None)
    if many is None:
        return ()
    able = [p for p in passage.of_kind(MentionKind.ORGANISATION) if start <= p.first < verb]
    near = [p for p in able if p.first > many] or [p for p in able if "," not in passage.text(p.last, many).split()]
    people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if start <= p.first < verb]
    return tuple(near[:1]) if not people else ()


def _relative(passage: Passage, verb: int, start: int) -> tuple[Party, ...] | None:
    """The antecedent of "who" right before the verb."""
    for i in range(verb - 1, max(start, verb - 6) - 1, -1):
        if passage.tokens[i].text.lower() in {"who", "which"}:
            before = [p for p in passage.of_kind(*WHO) if p.last <= i and i - p.last <= 2]
            return tuple(before[-1:])
    return None


def _only_adverbs(passage: Passage, first: int, last: int) -> bool:
    words = passage.tokens[first:last]
    return all(
        t.pos in {"RB", "AUX", "MD"} or t.text in {",", "in", "turn", "for", "his", "her", "part"} for t in words
    )


def after(passage: Passage, at: int, last: int | None = None) -> tuple[Party, ...]:
    """The group of parties that begins right after a token, articles and addresses apart."""
    stop = passage.last if last is None else last
    near = groups(passage, at, stop)
    if not near:
        return ()
    gap = passage.tokens[at : near[0][0].first]
    able = all(t.text.lower() in _SKIPPED | _SENT or t.text in {".", ","} or t.pos == "RB" for t in gap)
    return tuple(_without_subject(passage, near[0])) if able and len(gap) <= 7 else ()


def _without_subject(passage: Passage, found: list[Party]) -> list[Party]:
    """The group without its last member, if that is the subject of the clause behind: "with X, the Minister said"."""
    found = [p for p in found if p.kind is MentionKind.OFFICIAL or passage.text(p.last, p.last + 1) not in {"'s", "’s"}]
    if len(found) < 2:
        return found
    last = found[-1]
    gap = passage.text(found[-2].last, last.first).split()
    follows = next((t for t in passage.tokens[last.last : passage.last] if t.pos != "RB"), None)
    verb = follows is not None and follows.pos in {"VBD", "VBZ", "AUX", "MD"}
    return found[:-1] if verb and "and" not in gap else found


def object_of(passage: Passage, at: int, words: Iterable[str], reach: int = 40) -> tuple[Party, ...]:
    """Parties behind one of these prepositions after a token, up to a verb of the sentence."""
    wanted = set(words)
    found: list[Party] = []
    for i in range(at, min(passage.last, at + reach)):
        token = passage.tokens[i]
        if token.text.lower() in wanted:
            for party in after(passage, i + 1):
                found += [party] if party not in found else []
        elif (token.pos in {"VBD", "VBZ", "MD", "AUX", "WH", "SC"} and i > at and token.text.lower() != "held") or (
            token.text in {";", ":"} and not found
        ):
            break
    return tuple(found)


def before_noun(passage: Passage, at: int) -> tuple[Party, ...]:
    """Parties that qualify a noun right before it: "the SCO-UN summit", "X's meeting", "the CICA Council meeting"."""
    found: list[Party] = []
    i = at
    while i > passage.first and at - i < 9:
        ending = [p for p in passage.of_kind(*WHO) if p.last == i]
        token = passage.tokens[i - 1]
        if ending:
            found[:0] = ending  # "the Freedonia-Sylvania summit" is one word
            i = ending[0].first
            if ending[0].kind is MentionKind.OFFICIAL:
                break
        elif (token.pos in {"", "VBG", "VBN", "NV"} and token.text[0].isalnum()) or (
            token.text in {"'s", "’s", "-", "–", "'", "’", "and", "(", ")"} and (i < at or token.text != "and")
        ):
            i -= 1
        else:
            break
    return tuple(found)


def verbs(passage: Passage, first: int, last: int, lemmas: frozenset[str]) -> Sequence[int]:
    """Indices of verbs of these lemmas in a range."""
    return [
        i
        for i in range(first, last)
        if passage.tokens[i].lemma in lemmas
        and passage.tokens[i].pos in {"VBD", "VBZ", "VB", "VBG", "VBN", "NV", "AUX"}
    ]
