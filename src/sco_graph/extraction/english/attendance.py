"""Who attends, heads or chairs an interaction: words of attendance around its noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import InteractionType, Role
from ..drafts import Part
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import circumstances, grammar
from .passages import Party, Passage

T = InteractionType
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})
CHAIR = frozenset({"chair", "co-chair", "preside", "moderate", "co-moderate"})
_CHAIRING = frozenset(
    {
        "chairmanship of",
        "chairpersonship of",
        "co-chairmanship of",
        "presidency of",
        "leadership of",
        "supervision of",
        "direction of",
        "guidance of",
    }
)
_CONDUCTED = frozenset({"conducted by", "steered by", "run by", "guided by", "directed by"})
_SITTINGS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT})
CHAIRABLE = circumstances.NOUNS | {Frame.WITH, Frame.GATHER}


def of(party: Party, role: Role, rule: str) -> Iterator[Part]:
    for ref in party.refs:
        yield Part(ref=ref, role=role, start=party.start, stop=party.stop, rule=f"rule:{rule}", score=0.85)


def of_all(parties: Iterable[Party], role: Role, rule: str) -> Iterator[Part]:
    for party in parties:
        yield from of(party, role, rule)


def headed_by(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "The mission is led by X", "a delegation headed by X"."""
    observes = trigger.sense.type is T.ELECTION_OBSERVATION
    for i in range(passage.first if observes else trigger.last, passage.last - 1):
        if passage.tokens[i].lemma in {"head", "lead"} and passage.tokens[i + 1].text.lower() == "by":
            people = [p for p in grammar.after(passage, i + 2) if p.kind is MentionKind.OFFICIAL]
            yield from of_all(people[:1], Role.HEAD_OF_DELEGATION, "headed_by")
            if trigger.sense.type is T.ELECTION_OBSERVATION:
                yield from of_all(people[:1], Role.CHAIR, "headed_by")


def leading(passage: Passage, verb: int) -> Iterator[Part]:
    """Whoever leads the delegation that is the subject of a verb: "a delegation headed by X attended"."""
    for i in range(grammar.clause_start(passage, verb), verb - 1):
        if passage.text(i, i + 2) in {"led by", "headed by"}:
            people = [p for p in grammar.after(passage, i + 2) if p.kind is MentionKind.OFFICIAL and p.first < verb]
            yield from of_all(people[:1], Role.HEAD_OF_DELEGATION, "leads_those_who_attend")


def heads_it(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "A heads the mission": the head of a mission of observers, who presides over it."""
    if trigger.sense.type is not T.ELECTION_OBSERVATION:
        return
    for i in range(max(passage.first, circumstances.phrase_start(passage, trigger) - 6), trigger.first):
        token = passage.tokens[i]
        if token.lemma in {"head", "lead"} and token.pos in {"VBD", "VBZ", "NV", "VB"}:
            people = [p for p in grammar.subjects(passage, i) if p.kind is MentionKind.OFFICIAL]
            yield from of_all(people[:1], Role.HEAD_OF_DELEGATION, "heads_it")
            yield from of_all(people[:1], Role.CHAIR, "heads_it")


def taking_part(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "Taking part in the conference were A, B and C"."""
    yield from of_all(listed(passage, trigger.last), Role.ATTENDEE, "taking_part")


def listed(passage: Passage, at: int | None = None) -> tuple[Party, ...]:
    """Those of an inverted sentence: "Also present (at the meeting) were A, B and C", "The guests included A"."""
    tokens = passage.tokens
    sided = "side" in passage.text(passage.first, passage.first + 7).split()
    opening = " ".join(w for w in passage.text(passage.first, passage.first + 5).split() if w not in _SMALL)
    if not opening.startswith(_OPENINGS) and not (sided and opening.startswith(("on", "for", "from"))):
        return ()
    start = passage.first if at is None else at
    verb = next((i for i in range(start, passage.last) if tokens[i].text.lower() in _LISTING), None)
    if verb is None or any(t.pos == "VBD" and t.lemma not in _SET for t in tokens[start:verb]):
        return ()
    return all_after(passage, verb + 1)


_SMALL = frozenset({"also", "the", "other", "its", "others", "many", ",", "meeting", "summit", "session", "event"})
_SET = frozenset({"hold", "organise", "organize", "host", "convene", "open", "stage"})
_LISTING = frozenset({"were", "was", "are", "is", "included", "include", "includes"})
_OPENINGS = (
    "taking part",
    "taking their places",
    "taking their seats",
    "taking places",
    "participating",
    "participants",
    "present",
    "attending",
    "attendees",
    "joining",
    "speaking",
    "addressing",
    "in chair",
    "around table",
    "at table",
    "seated",
    "speakers",
    "guests",
    "in attendance",
    "on hand",
    "those",
    "among those",
    "among participants",
    "among guests",
    "among speakers",
    "among attendees",
    "among them",
)


def attended_by(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "The meeting was attended by A, B and C", "with the participation of A", "participants included A"."""
    tokens = passage.tokens
    for i in range(trigger.last, passage.last - 1):
        if (
            tokens[i].lemma in {"attend", "address", "join", "open", "inaugurate", "represent"}
            and tokens[i + 1].text.lower() == "by"
        ):
            yield from of_all(all_after(passage, i + 2), Role.ATTENDEE, "attended_by")
            return
        if tokens[i].lemma in {"bring", "include", "unite"} and tokens[i].pos in {"VBD", "VBZ"}:
            there = all_after(passage, i + 1)
            yield from of_all(
                there if trigger.sense.type not in _TALKS or len(there) > 2 else (), Role.ATTENDEE, "brought"
            )
            return
        speakers = speeches(passage, i)
        if speakers:
            yield from of_all(speakers, Role.SPEAKER, "speeches_by")
            return
        if passage.text(i, i + 2) == "among the" and passage.text(i + 2, i + 3) in _GUESTS:
            yield from of_all(grammar.subjects(passage, i), Role.ATTENDEE, "among_the_guests")
            return
        if passage.text(i, i + 2) in {"participation of", "attendance of", "presence of"}:
            yield from of_all(all_after(passage, i + 2), Role.ATTENDEE, "with_participation_of")
            return


def all_after(passage: Passage, at: int) -> tuple[Party, ...]:
    """All parties of a list to the end of the sentence, without those that only qualify others."""
    stop = _end_of_list(passage, at)
    found = [
        p
        for p in passage.of_kind(*grammar.WHO)
        if at <= p.first < stop and not (p.kind is not MentionKind.OFFICIAL and _qualifies(passage, p))
    ]
    people = [p for p in found if p.kind is MentionKind.OFFICIAL]
    return (*people, *_sent(passage, at, stop)) if people else tuple(found)


def _sent(passage: Passage, first: int, last: int) -> tuple[Party, ...]:
    """States and bodies of a list whose people are there: "officials from A and B, ambassadors of C and D"."""
    groups = grammar.groups(passage, first, last)
    able = (g for g in groups if g[0].kind is not MentionKind.OFFICIAL and grammar.delegates(passage, g[0].first))
    return tuple(p for g in able for p in g if p.kind is not MentionKind.OFFICIAL)


def sent_before(passage: Passage, verb: int) -> tuple[Party, ...]:
    """States and bodies whose people are subjects of a verb beside people who are named."""
    return _sent(passage, grammar.clause_start(passage, verb), verb)


def speeches(passage: Passage, at: int) -> tuple[Party, ...]:
    """Those of "heard speeches by A and by B", "remarks were delivered by A, B and C", if the word stands here."""
    if passage.tokens[at].text.lower() not in _SPEECHES or "by" not in passage.text(at + 1, at + 5).split():
        return ()
    by = next(i for i in range(at + 1, min(at + 5, passage.last)) if passage.tokens[i].text.lower() == "by")
    return tuple(p for p in all_after(passage, by + 1) if p.kind is MentionKind.OFFICIAL)


_SPEECHES = frozenset({"speeches", "addresses", "remarks", "statements", "presentations", "reports", "speech"})
_GUESTS = frozenset({"guests", "participants", "speakers", "invitees", "attendees", "audience", "delegates"})


def _end_of_list(passage: Passage, at: int) -> int:
    """Where a list of people ends: at a finite verb that no "who" introduces."""
    for i in range(at, passage.last):
        token = passage.tokens[i]
        if any(p.first <= i < p.last for p in passage.parties):
            continue
        if token.text == ";" or (token.pos in {"VBD", "VBZ", "MD"} and not _of_who(passage, i)):
            return i if token.text != ";" else passage.last
    return passage.last


def _of_who(passage: Passage, verb: int) -> bool:
    words = passage.text(max(passage.first, verb - 5), verb).split()
    return bool({"who", "which", "whose", "that"} & set(words)) or passage.text(verb + 1, verb + 2) == "by"


def _qualifies(passage: Passage, party: Party) -> bool:
    return grammar.modifies(passage, party) and passage.tokens[party.last].text.lower() not in {"member", "states"}


def chairs(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "chaired by X", "X chaired the meeting", "under the chairmanship of X"."""
    tokens = passage.tokens
    for i in range(passage.first, passage.last):
        if tokens[i].lemma in CHAIR and tokens[i].pos in {"VBD", "VBN", "VBZ", "VB", "VBG", "NV"}:
            role = Role.CO_CHAIR if tokens[i].lemma == "co-chair" else Role.CHAIR
            by = next((j for j in range(i + 1, min(i + 3, passage.last)) if tokens[j].text.lower() == "by"), None)
            if by is not None:
                near = _nearest(passage, i, before=True)
                if near is trigger:
                    yield from of_all(grammar.after(passage, by + 1), role, "chaired_by")
            elif (passage.text(i + 1, i + 2) == "it" and _nearest(passage, i, before=True) is trigger) or (
                _nearest(passage, i, before=False) is trigger and 0 < trigger.first - i <= _OBJECT
            ):
                yield from of_all(grammar.subjects(passage, i), role, "chairs")
                yield from of_all(together(passage, i), role, "chairs_together")
        owned = passage.text(i, i + 1) in {"chairmanship", "chairpersonship", "presidency", "chair"}
        if owned and passage.text(i - 1, i) in {"'s", "’s"} and _nearest(passage, i, before=True) is trigger:
            who = [p for p in passage.of_kind(*grammar.WHO) if p.last == i - 1]
            if any(grammar.preposition(passage, p.first) in {"under", "with"} for p in who):
                yield from of_all(who, Role.CHAIR, "under_chairmanship")
        conducts = passage.text(i, i + 2) in _CONDUCTED and trigger.sense.type in _SITTINGS
        if conducts and _nearest(passage, i, before=True) is trigger:
            people = [p for p in grammar.after(passage, i + 2) if p.kind is MentionKind.OFFICIAL]
            yield from of_all(people, Role.CHAIR, "conducted_by")
        led = passage.text(i, i + 2) in _CHAIRING
        if led and _nearest(passage, i, before=True) is trigger:
            who = [p for p in grammar.after(passage, i + 2) if p.kind is not MentionKind.ORGANISATION]
            yield from of_all(who, Role.CHAIR, "under_chairmanship")  # that of an organisation is no sitting's


_OBJECT = 14
"""Words between a verb of presiding and the noun that is its object."""


def together(passage: Passage, verb: int) -> tuple[Party, ...]:
    """With whom somebody presides: "A presided over it together with B"."""
    for i in range(verb, min(verb + 8, passage.last - 1)):
        if (
            passage.text(i, i + 2) in {"together with", "jointly with", "along with"}
            or passage.text(i, i + 1) == "alongside"
        ):
            return grammar.after(passage, i + 1) or grammar.after(passage, i + 2)
    return ()


def _nearest(passage: Passage, at: int, *, before: bool) -> Trigger | None:
    able = [t for t in passage.triggers if t.sense.frame in circumstances.NOUNS or t.sense.frame is Frame.GATHER]
    able = able or [t for t in passage.triggers if t.sense.frame is Frame.WITH]
    if before:
        return next((t for t in reversed(able) if t.last <= at), able[0] if able else None)
    return next((t for t in able if t.first > at), None)
