"""Who was there by a sentence of its own: "Also present were A and B", "A chaired it", "A was accompanied by B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import InteractionType, Role
from ..drafts import Account, Draft, Part, Standing, joined, refs
from ..reading import MentionKind
from . import acts, attendance, grammar, words
from .attendance import of_all
from .passages import Party, Passage

T = InteractionType
_GATHERINGS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.CEREMONY, T.EXERCISE, T.BRIEFING, T.OTHER})
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})
_ATTENDS = words.wordset("verbs-of-taking-part")
_REACH = 12
"""Sentences after the first of an event in which those who were there are told of."""
_PARTNERS = 3
"""Sentences after that of a talk in which its other side is told of."""


def complete(passages: Sequence[Passage], accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts with those whom later sentences say were there."""
    result = list(accounts)
    for passage in passages:
        at = _told_of(passage, result)
        if at is None or passage.index - result[at].sum.passage > _REACH:
            continue
        known = result[at].sum
        nobody = known.type is T.MEETING and not any(p.ref.startswith("p") for p in known.parts)
        found = list(_there(passage)) if known.type in _GATHERINGS or nobody else []
        found += [*_accompanying(passage), *_heading(passage), *_represented(passage, known.type, nobody)]
        if found:
            result[at] = replace(result[at], sum=replace(known, parts=joined(known.parts, found)))
    return tuple(result)


def _told_of(passage: Passage, accounts: Sequence[Account]) -> int | None:
    """The account that a sentence without an interaction of its own goes on to tell of: the latest before it."""
    if any(d.passage == passage.index and not _idle(d) for a in accounts for d in a.drafts):
        return None
    before = [
        (d.passage, d.trigger.first, at)
        for at, a in enumerate(accounts)
        for d in a.drafts
        if d.passage < passage.index and d.standing is not Standing.MENTIONED
    ]
    return max(before)[2] if before else None


def _made_up_of(passage: Passage, at: int) -> tuple[Party, ...]:
    """States of "the group was made up of servicemen from A, B and C", "it comprises officers from A"."""
    made = passage.text(at, at + 3) == "made up of" or passage.text(at, at + 2) in _COMPOSED
    if not made and passage.tokens[at].lemma not in {"comprise", "involve", "unite", "include"}:
        return ()
    found = [p for p in passage.of_kind(MentionKind.STATE, MentionKind.ORGANISATION) if p.first > at]
    told = found and (
        grammar.delegates(passage, found[0].first)
        or (made and passage.tokens[found[0].first - 1].text in {"from", "of"})
    )
    return grammar.after(passage, found[0].first) if told else ()


_COMPOSED = frozenset({"composed of", "consisted of", "brought together", "brings together"})


def _idle(draft: Draft) -> bool:
    """Whether words only recall something: "the report on the activity"."""
    return draft.standing is Standing.MENTIONED and draft.bare


def _there(passage: Passage) -> Iterator[Part]:
    listed = attendance.listed(passage)
    if "in the chair" in passage.text(passage.first, passage.first + 4):
        presiding = passage.of_kind(MentionKind.OFFICIAL)[:1] or listed
        yield from of_all([p for p in presiding if p.kind is MentionKind.OFFICIAL], Role.ATTENDEE, "in_the_chair")
        yield from of_all(presiding, Role.CHAIR, "in_the_chair")
        return
    if listed:
        yield from of_all(listed, Role.ATTENDEE, "also_present")
        return
    for i in range(passage.first, passage.last):
        token = passage.tokens[i]
        yield from of_all(attendance.speeches(passage, i), Role.SPEAKER, "speeches_by")
        if i in passage.quoted or not _finite(passage, i):
            continue
        yield from of_all(_made_up_of(passage, i), Role.ATTENDEE, "made_up_of")
        if (
            token.lemma in attendance.CHAIR
            or passage.text(i + 1, i + 4) == "in the chair"
            or passage.text(i, i + 3) == "took the chair"
        ):
            yield from _chairing(passage, i)
        elif token.lemma in _ATTENDS and passage.text(i + 1, i + 2) == "by":
            if token.lemma != "represent" and token.lemma != "join":
                yield from of_all(attendance.all_after(passage, i + 2), Role.ATTENDEE, "attended_by")
        elif token.lemma in _ATTENDS or (token.pos == "AUX" and passage.text(i + 1, i + 3) in _PRESENT):
            subjects = grammar.subjects(passage, i)
            people = [p for p in subjects if p.kind is MentionKind.OFFICIAL]
            sent = attendance.sent_before(passage, i) if len(people) > 2 else ()
            people = [*_all_before(passage, i), *sent] if people else people
            yield from of_all(people or subjects, Role.ATTENDEE, "took_part")


def _finite(passage: Passage, at: int) -> bool:
    token, before = passage.tokens[at], passage.tokens[max(passage.first, at - 1)]
    if token.pos == "VB":
        return before.pos != "MD" and before.text.lower() != "to"
    return token.pos in {"VBD", "VBZ", "AUX", "NV", "VBN"}


def _all_before(passage: Passage, verb: int) -> list[Party]:
    """All people before a verb whom no preposition governs: "A, President of X, and B, who heads Y, attended"."""
    start = grammar.clause_start(passage, verb)
    found = [p for p in passage.of_kind(MentionKind.OFFICIAL) if start <= p.first < verb]
    return [p for p in found if not grammar.modifies(passage, p) and not grammar.preposition(passage, p.first)]


def _chairing(passage: Passage, verb: int) -> Iterator[Part]:
    """ "A chaired it", "it was chaired by A"."""
    by = next((j for j in (verb + 1, verb + 2) if passage.text(j, j + 1) == "by"), None)
    who = grammar.after(passage, by + 1) if by is not None else grammar.subjects(passage, verb)
    role = Role.CO_CHAIR if passage.tokens[verb].lemma.startswith("co-") else Role.CHAIR
    who = (*who, *attendance.together(passage, verb))
    yield from of_all(who, role, "chairs")
    yield from of_all([p for p in who if p.kind is MentionKind.OFFICIAL], Role.ATTENDEE, "chairs")


_PRESENT = frozenset(
    {
        "one of",
        "among those",
        "present at",
        "present .",
        "present ,",
        "in attendance",
        "on hand",
        "also present",
    }
)


def _represented(passage: Passage, kind: InteractionType, nobody: bool) -> Iterator[Part]:
    """ "The other countries were represented by their Presidents: A (X), B (Y) and C (Z)"."""
    for i in range(passage.first, passage.last - 1) if kind in _GATHERINGS or nobody else ():
        if passage.tokens[i].lemma == "represent" and passage.text(i + 1, i + 2) == "by":
            yield from of_all(attendance.all_after(passage, i + 2), Role.ATTENDEE, "represented_by")


def _accompanying(passage: Passage) -> Iterator[Part]:
    """ "A was accompanied by B and C"."""
    for i in range(passage.first, passage.last - 1):
        if passage.tokens[i].lemma in {"accompany", "join"} and passage.text(i + 1, i + 2) == "by":
            people = [p for p in grammar.after(passage, i + 2) if p.kind is MentionKind.OFFICIAL]
            yield from of_all(people, Role.ATTENDEE, "accompanied_by")


def _heading(passage: Passage) -> Iterator[Part]:
    """ "The delegations were headed by A and B", "A and B led the delegations"."""
    sides = _SIDES & {t.text.lower() for t in passage.tokens[passage.first : passage.last]}
    for i in range(passage.first, passage.last - 1) if sides else ():
        if passage.tokens[i].lemma not in {"head", "lead"} or i in passage.quoted:
            continue
        by = passage.text(i + 1, i + 2) == "by"
        who = grammar.after(passage, i + 2) if by else grammar.subjects(passage, i) if _finite(passage, i) else ()
        people = [p for p in who if p.kind is MentionKind.OFFICIAL]
        yield from of_all(people, Role.HEAD_OF_DELEGATION, "headed_by")


_SIDES = frozenset({"delegation", "delegations", "side", "sides", "team", "teams", "group", "mission"})


def in_transcript(passages: Sequence[Passage], account: Account) -> Account:
    """The event of a transcript with those whose names stand before what they said: "President A: Colleagues, ..."."""
    known = account.sum
    if known.type not in _GATHERINGS:
        return account
    found: list[Part] = []
    for passage in passages:
        for party in passage.of_kind(MentionKind.OFFICIAL)[:1]:
            named = party.form == "name" and len(party.refs) == 1 and party.first - passage.first <= 1
            if named and passage.text(party.last, party.last + 1) == ":":
                found += attendance.of(party, Role.SPEAKER, "speaks_in_transcript")
    return replace(account, sum=replace(known, parts=joined(known.parts, found)))


def author(passages: Sequence[Passage], account: Account) -> Account:
    """The event at which a speech was given, with whoever its heading says gave it: "Statement by A at the forum"."""
    known = account.sum
    head = [p for p in passages[:_HEADING] if not any(t.pos == "VBD" for t in p.tokens[p.first : p.last])]
    spoken = any(_SPEECH.search(p.text(p.first, p.last)) for p in head)
    if not spoken or known.type not in _GATHERINGS or known.passage >= _HEADING:
        return account
    named = [q for p in head for q in p.of_kind(MentionKind.OFFICIAL) if len(q.refs) == 1 and q.form == "name"]
    if not named or any(part.ref == named[0].ref for part in known.parts):
        return account
    part = next(attendance.of(named[0], Role.SPEAKER, "author_of_the_speech"))
    return replace(account, sum=replace(known, parts=joined(known.parts, [part])))


_SPEECH = re.compile(r"\b(?:statement|remarks|address|speech|intervention|keynote|lecture)\b")
_HEADING = 4


def partners(passages: Sequence[Passage], accounts: Sequence[Account], main: int) -> Account:
    """The main talk with its other side where its own words bind only one: whoever else its sentences name."""
    account = accounts[main]
    known = account.sum
    people = {ref for ref in refs(known.parts) if ref.startswith("p")}
    if known.type not in _TALKS or len(people) > 1 or (not people and len(known.parts) > 1):
        return account
    away = {p.ref for at, a in enumerate(accounts) if at != main for p in a.sum.parts}
    for passage in passages[known.passage : known.passage + _PARTNERS + 1]:
        parties = _beside(passage) if passage.index == known.passage else _voices(passage)
        for party in parties:
            if party.ref not in people and (party.ref not in away or passage.index == known.passage):
                part = next(attendance.of(party, Role.ATTENDEE, "other_side"))
                known = replace(known, parts=joined(known.parts, [replace(part, score=0.6)]))
                people.add(party.ref)
        if len(people) > 1:
            break
    return replace(account, sum=known)


def _beside(passage: Passage) -> Iterator[Party]:
    for party in passage.of_kind(MentionKind.OFFICIAL):
        alone = len(party.refs) == 1 and not grammar.modifies(passage, party) and party.first not in passage.quoted
        if alone and grammar.preposition(passage, party.first) not in {"of", "for", "about", "under", "as"}:
            yield party


def _voices(passage: Passage) -> Iterator[Party]:
    for verb in acts.verbs(passage, passage.first, passage.last):
        if verb.first not in passage.quoted and verb.act is not None:
            for party in grammar.subjects(passage, verb.first):
                if party.kind is MentionKind.OFFICIAL and len(party.refs) == 1:
                    yield party
