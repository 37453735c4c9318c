"""Who takes part in an interaction, and in what role: rules by the frame of its trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model import InteractionType, Role
from ..drafts import Part, Standing, joined
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import attendance, circumstances, deeds, grammar, senders, surroundings
from .attendance import of_all
from .passages import Party, Passage

T = InteractionType
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})


def of_trigger(passage: Passage, trigger: Trigger, standing: Standing) -> tuple[Part, ...]:
    """Those whom the frame of the trigger binds to it, and who chairs it."""
    chairs = tuple(attendance.chairs(passage, trigger)) if trigger.sense.frame in attendance.CHAIRABLE else ()
    present = tuple(
        Part(ref=p.ref, role=Role.ATTENDEE, start=p.start, stop=p.stop, rule=p.rule, score=p.score)
        for p in chairs
        if p.ref.startswith("p")
    )
    return joined(chairs, present, _FRAMES[trigger.sense.frame](passage, trigger, standing))


def _noun(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A's meeting with B", "talks between A and B", "A held a meeting", "attended by A": by the kind of noun."""
    before = grammar.before_noun(passage, trigger.first)
    yield from of_all(before, Role.ATTENDEE, "of_the_noun")
    if "of" in {passage.text(trigger.last, trigger.last + 1), passage.text(trigger.last - 1, trigger.last)}:
        yield from of_all(grammar.after(passage, trigger.last + 1), Role.ATTENDEE, "of_the_noun")
        yield from of_all(grammar.after(passage, trigger.last), Role.ATTENDEE, "of_the_noun")
    own = next((p for p in passage.of_kind(*grammar.WHO) if p.first < trigger.last < p.last), None)
    if own is not None:
        yield from of_all(
            grammar.groups(passage, own.first, surroundings.stop_of(passage, trigger))[0], Role.ATTENDEE, "of_the_noun"
        )
    yield from of_all(surroundings.behind(passage, trigger, {"between", "among"}), Role.ATTENDEE, "between")
    if trigger.sense.type is T.LETTER:
        yield from senders.of(passage, trigger)
        return
    if not circumstances.on_sidelines(passage, trigger):
        yield from of_all(surroundings.beside(passage, trigger), Role.ATTENDEE, "with_the_noun")
    if standing in {Standing.HAPPENS, Standing.TITLE}:
        yield from _held(passage, trigger)
    yield from _by_kind(passage, trigger)
    yield from _attending(passage, trigger, standing)
    if trigger.sense.type in _SESSIONS and not before:
        yield from _of_members(passage, trigger)


def _by_kind(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """What holds of one kind of interaction only: on whom one calls, who briefs, at whose house it is."""
    kind = trigger.sense.type
    if "courtesy" in passage.text(trigger.first, trigger.last):
        yield from of_all(surroundings.behind(passage, trigger, {"on", "to"}), Role.ATTENDEE, "called_on")
    if kind is T.BRIEFING:
        yield from of_all(surroundings.behind(passage, trigger, {"by"}), Role.SPEAKER, "briefing_by")
    if kind is T.CONFERENCE:
        given = grammar.after(passage, trigger.last + 1) if passage.text(trigger.last, trigger.last + 1) == "by" else ()
        yield from of_all([p for p in given if p.kind is MentionKind.OFFICIAL], Role.SPEAKER, "given_by")
    if kind not in {T.LETTER, T.VISIT, T.PHONE_CALL}:
        role = Role.ATTENDEE if kind in _TALKS else Role.SPEAKER
        yield from of_all(_acting_there(passage, trigger), role, "acting_there")
    yield from of_all(_who_held(passage, trigger), Role.ATTENDEE, "who_held_it")
    if kind in _TALKS:
        yield from of_all(_came_for(passage, trigger), Role.ATTENDEE, "came_for_talks")
        yield from of_all(in_participle(passage, trigger), Role.ATTENDEE, "meeting_as_participle")
        yield from of_all(said_there(passage, trigger), Role.ATTENDEE, "said_at_the_talk")
    if kind is T.OTHER and trigger.sense.frame is Frame.NOUN:
        yield from of_all(_hosts(passage, trigger), Role.ATTENDEE, "at_its_house")


def _came_for(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of "A was in Lake City for talks with B"."""
    start = circumstances.phrase_start(passage, trigger)
    if grammar.preposition(passage, start) != "for" or not surroundings.beside(passage, trigger):
        return ()
    verb = next(
        (i for i in range(start - 1, passage.first, -1) if passage.tokens[i].pos in {"VBD", "VBZ", "AUX"}), None
    )
    who = grammar.subjects(passage, verb) if verb is not None else ()
    return tuple(p for p in who if p.kind is MentionKind.OFFICIAL and len(p.refs) == 1)


def in_participle(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of "Meeting by video on Tuesday, the ministers of the Lake Union went through the plan"."""
    opens = trigger.first == passage.first and passage.text(trigger.first, trigger.last) == "meeting"
    if not opens or trigger.last >= passage.last or passage.tokens[trigger.last].pos != "IN":
        return ()
    verbs = (i for i in range(trigger.last, passage.last) if passage.tokens[i].pos in {"VBD", "VBZ"})
    verb = next((i for i in verbs if not any(p.first <= i < p.last for p in passage.parties)), None)
    if verb is None:
        return ()
    return grammar.subjects(passage, verb) or grammar.collective(passage, verb)


def _acting_there(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """Whoever acts in "At the news conference in Lake City, A called the vote fair"."""
    start = circumstances.phrase_start(passage, trigger)
    opens = start - passage.first <= _OPENING and grammar.preposition(passage, start) in _THERE
    if not opens or trigger.sense.frame is Frame.RECALL:
        return ()
    inside = [p for p in passage.parties if p.first <= trigger.last]
    verbs = (i for i in range(trigger.last, passage.last) if passage.tokens[i].pos in {"VBD", "VBZ"})
    verb = next((i for i in verbs if not any(p.first <= i < p.last for p in passage.parties)), None)
    who = grammar.subjects(passage, verb) if verb is not None else ()
    return tuple(p for p in who if p.kind is MentionKind.OFFICIAL and p.first > trigger.last and p not in inside)


_OPENING = 9
_THERE = frozenset({"at", "during", "in"})


def _who_held(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """ "the reception which A gave", "the talks that A had with B"."""
    at = trigger.last
    if passage.text(at, at + 1) not in {"which", "that"}:
        whom = next((i for i in range(trigger.first, trigger.last) if passage.text(i, i + 1) in {"whom", "that"}), None)
        if whom is not None and trigger.sense.type is T.ELECTION_OBSERVATION:
            return grammar.after(passage, whom + 1)
        return ()
    who = grammar.after(passage, at + 1)
    stop = who[-1].last if who else passage.last
    verb = next((i for i in range(stop, min(stop + 4, passage.last)) if passage.tokens[i].lemma in _GIVES), None)
    return who if verb is not None else ()


_GIVES = frozenset({"grant", "give", "have", "hold", "host", "conduct", "offer", "deliver", "organise", "organize"})


def _attending(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """Those who "took part in", "attended", "spoke at" it, by whom it was attended, who headed a delegation."""
    yield from attendance.taking_part(passage, trigger)
    verb = circumstances.attends(passage, trigger) if standing is Standing.ATTENDED else None
    if verb is None and standing is Standing.ATTENDED:
        verb = circumstances.did_there(passage, trigger)
    if verb is not None:
        role = Role.SPEAKER if passage.tokens[verb].lemma in {"speak", "address", "deliver"} else Role.ATTENDEE
        who = grammar.subjects(passage, verb) or _from(passage, verb)
        if len(who) > 2:
            who = (*who, *(p for p in attendance.sent_before(passage, verb) if p not in who))
        yield from of_all(who, role, "attends")
        yield from attendance.leading(passage, verb)
    if (
        standing is Standing.TITLE
        and grammar.preposition(passage, circumstances.phrase_start(passage, trigger)) == "at"
    ):
        people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.last <= trigger.first]
        yield from of_all(people, Role.SPEAKER, "speaks_in_heading")
    if trigger.sense.type is T.EXERCISE:
        yield from of_all(_watching(passage, trigger), Role.ATTENDEE, "watches")
    yield from attendance.attended_by(passage, trigger)
    yield from attendance.headed_by(passage, trigger)
    yield from attendance.heads_it(passage, trigger)


def _watching(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The people of "A observed the exercise"."""
    start = circumstances.phrase_start(passage, trigger)
    near = range(start - 1, max(passage.first, start - 4), -1)
    verb = next((i for i in near if passage.tokens[i].lemma in _WATCHES and passage.tokens[i].pos != "NOUN"), None)
    who = grammar.subjects(passage, verb) if verb is not None else ()
    return tuple(p for p in who if p.kind is MentionKind.OFFICIAL)


_WATCHES = frozenset({"observe", "watch", "inspect", "oversee", "monitor", "supervise", "command", "direct"})
_SESSIONS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.EXERCISE})


def _of_members(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "meeting of ministers of the Lake Union states": the body whose members meet."""
    at = trigger.last
    while at < passage.last and passage.tokens[at].text[0].isupper():
        at += 1
    if "of" not in {passage.text(at, at + 1), passage.text(trigger.last - 1, trigger.last)}:
        return
    for party in passage.of_kind(MentionKind.ORGANISATION):
        if trigger.first < party.first < surroundings.stop_of(passage, trigger):
            gap = passage.tokens[trigger.last : party.first]
            if all(t.text[0].isalnum() or t.text in {"-", "’", "'"} for t in gap):
                yield from attendance.of(party, Role.ATTENDEE, "of_the_noun")
            return


def _from(passage: Passage, verb: int) -> tuple[Party, ...]:
    """The bodies of "journalists from A and B took part": those named before a verb that has no party as subject."""
    start = grammar.clause_start(passage, verb)
    return tuple(p for p in passage.of_kind(MentionKind.ORGANISATION) if start <= p.first < verb)


_MERELY = frozenset(f"{verb} to" for verb in ("proposed", "suggested", "offered", "invited", "need", "agreed"))
"""Words before a verb that tell of what is only proposed."""


def _held(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """The subject of "held", "had", "hosted" before the noun; "hosted by" behind it."""
    verb = circumstances.happens(passage, trigger)
    if verb is None or verb > trigger.first:
        for i in range(trigger.last, passage.last - 1):
            if (
                passage.tokens[i].lemma in {"host", "organise", "organize", "open", "hold", "convene"}
                and passage.tokens[i + 1].text == "by"
            ):
                found = grammar.after(passage, i + 2)
                host = passage.tokens[i].lemma == "host"
                yield from of_all(
                    [p for p in found if not host or p.kind is not MentionKind.STATE], Role.ATTENDEE, "held_by"
                )
        return
    if passage.tokens[verb].pos == "VB" and passage.text(verb - 2, verb) in _MERELY:
        return
    lemma = passage.tokens[verb].lemma
    if lemma in attendance.CHAIR:
        return
    subjects = grammar.subjects(passage, verb) or grammar.collective(passage, verb)
    people = [p for p in subjects if p.kind is MentionKind.OFFICIAL]
    host = lemma in {"host", "co-host"} and not people
    parties = people or list(subjects)
    if host and (trigger.sense.type in {T.BRIEFING, T.MEETING} or all(p.kind is MentionKind.STATE for p in parties)):
        return  # the state in which it is held
    yield from of_all(parties, Role.ATTENDEE, "subject_of_holding")


def _hosts(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The body at whose house something of no other kind takes place: "a day of yoga in the Secretariat"."""
    found = [p for i in (trigger.last + 1,) for p in grammar.after(passage, i)]
    there = passage.text(trigger.last, trigger.last + 1) in {"in", "at"}
    return tuple(p for p in found if there and p.kind is MentionKind.ORGANISATION)


def said_there(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The one other side of "During the meeting with B, A noted": the person that is the subject of the sentence."""
    near = (
        surroundings.beside(passage, trigger)
        if trigger.sense.type in _TALKS and trigger.sense.frame is Frame.NOUN
        else ()
    )
    if not near or grammar.preposition(passage, circumstances.phrase_start(passage, trigger)) not in {
        "during",
        "in",
        "at",
        "of",
        "following",
        "after",
    }:
        return ()
    verb = next((i for i in range(near[-1].last, passage.last) if passage.tokens[i].pos in {"VBD", "VBZ"}), None)
    if verb is None:
        return ()
    found = [p for p in grammar.subjects(passage, verb) if p.kind is MentionKind.OFFICIAL and p not in near]
    return tuple(found[:1])


_FRAMES: dict[Frame, Callable[[Passage, Trigger, Standing], Iterator[Part]]] = {
    Frame.NOUN: _noun,
    Frame.RECALL: _noun,
    Frame.WITH: deeds.meets,
    Frame.RECEIVE: deeds.receives,
    Frame.VISIT: deeds.visits,
    Frame.SEND: deeds.sends,
    Frame.SEND_WEAK: deeds.sends,
    Frame.SIGN: deeds.signs,
    Frame.ACT: deeds.acts,
    Frame.PERSON: deeds.meets,
    Frame.GATHER: deeds.gathers,
    Frame.JOURNEY: deeds.visits,
}
