"""Who takes part in an interaction, and in what role: rules by the frame of its trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...model import InteractionType, Role
from ..drafts import Part, Standing, joined
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import attendance, circumstances, grammar
from .attendance import of_all
from .passages import Party, Passage

T = InteractionType
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})


def of_trigger(passage: Passage, trigger: Trigger, standing: Standing) -> tuple[Part, ...]:
    """Those whom the frame of the trigger binds to it, and who chairs it."""
    chairs = tuple(attendance.chairs(passage, trigger)) if trigger.sense.frame in circumstances.NOUNS else ()
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
        yield from of_all(grammar.groups(passage, own.first, _stop(passage, trigger))[0], Role.ATTENDEE, "of_the_noun")
    yield from of_all(_behind(passage, trigger, {"between", "among"}), Role.ATTENDEE, "between")
    if trigger.sense.type is T.LETTER:
        yield from of_all(_behind(passage, trigger, {"from"}), Role.SENDER, "sent_from")
        yield from of_all(_behind(passage, trigger, {"to"}), Role.RECIPIENT, "sent_to")
        return
    yield from of_all(beside(passage, trigger), Role.ATTENDEE, "with_the_noun")
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
        yield from of_all(_behind(passage, trigger, {"on", "to"}), Role.ATTENDEE, "called_on")
    if kind is T.BRIEFING:
        yield from of_all(_behind(passage, trigger, {"by"}), Role.SPEAKER, "briefing_by")
    if kind in _TALKS:
        yield from of_all(said_there(passage, trigger), Role.ATTENDEE, "said_at_the_talk")
    if kind is T.OTHER and trigger.sense.frame is Frame.NOUN:
        yield from of_all(_hosts(passage, trigger), Role.ATTENDEE, "at_its_house")


def _attending(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """Those who "took part in", "attended", "spoke at" it, by whom it was attended, who headed a delegation."""
    yield from attendance.taking_part(passage, trigger)
    verb = circumstances.attends(passage, trigger) if standing is Standing.ATTENDED else None
    if verb is not None:
        role = Role.SPEAKER if passage.tokens[verb].lemma in {"speak", "address", "deliver"} else Role.ATTENDEE
        yield from of_all(grammar.subjects(passage, verb) or _from(passage, verb), role, "attends")
    yield from attendance.attended_by(passage, trigger)
    yield from attendance.headed_by(passage, trigger)


_SESSIONS = frozenset({T.MULTILATERAL_MEETING, T.SUMMIT, T.CONFERENCE, T.EXERCISE})


def _of_members(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "meeting of ministers of the Lake Union states": the body whose members meet."""
    at = trigger.last
    while at < passage.last and passage.tokens[at].text[0].isupper():
        at += 1
    if "of" not in {passage.text(at, at + 1), passage.text(trigger.last - 1, trigger.last)}:
        return
    for party in passage.of_kind(MentionKind.ORGANISATION):
        if trigger.first < party.first < _stop(passage, trigger):
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
                passage.tokens[i].lemma in {"host", "organise", "organize", "open", "hold"}
                and passage.tokens[i + 1].text == "by"
            ):
                yield from of_all(grammar.after(passage, i + 2), Role.ATTENDEE, "held_by")
        return
    if passage.tokens[verb].pos == "VB" and passage.text(verb - 2, verb) in _MERELY:
        return
    lemma = passage.tokens[verb].lemma
    if lemma in attendance.CHAIR:
        return
    subjects = grammar.subjects(passage, verb)
    people = [p for p in subjects if p.kind is MentionKind.OFFICIAL]
    host = lemma in {"host", "co-host"} and not people
    parties = people or list(subjects)
    if host and trigger.sense.type in {T.BRIEFING, T.MEETING}:
        return
    yield from of_all(parties, Role.ATTENDEE, "subject_of_holding")


def _behind(passage: Passage, trigger: Trigger, words: set[str]) -> tuple[Party, ...]:
    """Parties behind a preposition near the noun, before any verb or further trigger."""
    stop = _stop(passage, trigger)
    for i in range(trigger.last, stop):
        token = passage.tokens[i]
        if token.text.lower() in words:
            found = grammar.after(passage, i + 1, stop)
            if found:
                return found
    return ()


def _stop(passage: Passage, trigger: Trigger) -> int:
    following = [t.first for t in passage.triggers if t.first >= trigger.last and t.sense.frame is not Frame.GUARD]
    stop = min([*following, passage.last])
    verb = circumstances.happens(passage, trigger) if trigger.sense.frame in circumstances.NOUNS else None
    for i in range(trigger.last, stop):
        token = passage.tokens[i]
        if verb is not None and i <= verb:
            continue
        if token.pos in {"VBD", "VBZ", "AUX", "MD", "WH", "SC"} or token.text in {";", ":"}:
            inside = any(p.first <= i < p.last for p in passage.parties)
            if not inside:
                return i
    return stop


def _hosts(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The body at whose house something of no other kind takes place: "a day of yoga in the Secretariat"."""
    found = [p for i in (trigger.last + 1,) for p in grammar.after(passage, i)]
    there = passage.text(trigger.last, trigger.last + 1) in {"in", "at"}
    return tuple(p for p in found if there and p.kind is MentionKind.ORGANISATION)


def beside(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """Parties behind "with" after the noun."""
    return _behind(passage, trigger, {"with"})


def said_there(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The one other side of "During the meeting with B, A noted": the person that is the subject of the sentence."""
    near = beside(passage, trigger) if trigger.sense.type in _TALKS and trigger.sense.frame is Frame.NOUN else ()
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


def _meets(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A met with B", "A and B met": the subject, and the object."""
    yield from of_all(grammar.subjects(passage, trigger.first), Role.ATTENDEE, "met_with")
    for i in (trigger.last, trigger.last + 1):
        found = grammar.after(passage, i)
        if found and passage.tokens[i - 1].text.lower() not in {"in", "at", "on"}:
            yield from of_all(found, Role.ATTENDEE, "met_with")
            return
    yield from of_all(_behind(passage, trigger, {"with"}), Role.ATTENDEE, "met_with")


def _receives(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A received B", "A was received by B": host and visitor."""
    passive = trigger.first > passage.first and passage.tokens[trigger.first - 1].pos in {"AUX", "RB"}
    guests = grammar.subjects(passage, trigger.first) if passive else _people(grammar.after(passage, trigger.last))
    hosts = _behind(passage, trigger, {"by"}) if passive else grammar.subjects(passage, trigger.first)
    if guests and hosts:
        yield from of_all(hosts, Role.ATTENDEE, "received")
        yield from of_all(guests, Role.VISITOR, "received")


def _people(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.kind is MentionKind.OFFICIAL)


def _visits(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A visited X", "visit by A", "A's visit": the visitor; a visited body where there is one."""
    token = passage.tokens[trigger.first]
    noun = not (token.pos in {"VBD", "VBZ"} or (token.pos == "NV" and _subject_before(passage, trigger.first)))
    noun = noun and token.lemma not in {"pay", "make", "arrive"}
    if noun:
        owners = [
            p
            for p in grammar.before_noun(passage, trigger.first)
            if p.kind is not MentionKind.STATE or p.form != "adjective"
        ]
        yield from of_all(owners, Role.VISITOR, "visit_of")
        stop = trigger.last - 1 if passage.tokens[trigger.last - 1].text.lower() in {"by", "of"} else trigger.last
        for i in range(stop, min(stop + 3, passage.last)):
            if passage.tokens[i].text.lower() in {"by", "of"}:
                yield from of_all(grammar.after(passage, i + 1), Role.VISITOR, "visit_by")
        if not owners:
            verb = next(
                (
                    i
                    for i in range(passage.first, trigger.first)
                    if passage.tokens[i].lemma in {"pay", "make", "begin", "complete", "conclude", "undertake", "end"}
                ),
                None,
            )
            if verb is not None:
                yield from of_all(grammar.subjects(passage, verb), Role.VISITOR, "visitor")
        return
    yield from of_all(
        _people(grammar.subjects(passage, trigger.first)) or grammar.subjects(passage, trigger.first),
        Role.VISITOR,
        "visitor",
    )
    found = grammar.after(passage, trigger.last)
    yield from of_all([p for p in found if p.kind is MentionKind.ORGANISATION], Role.RECIPIENT, "visited")


def _subject_before(passage: Passage, at: int) -> bool:
    return at > passage.first and any(p.last == at for p in passage.parties)


def _sends(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A sent a letter to B", "A congratulated B", "A expressed condolences to B"."""
    yield from of_all(grammar.subjects(passage, trigger.first), Role.SENDER, "sender")
    direct = grammar.after(passage, trigger.last)
    if direct and passage.tokens[trigger.last].text.lower() not in {"on", "over", "in", "from"}:
        yield from of_all(_people(direct) or direct, Role.RECIPIENT, "congratulated")
    else:
        for i in range(trigger.first + 1, min(passage.last, trigger.last + 6)):
            if passage.tokens[i].text.lower() in {"to", "with"}:
                found = grammar.after(passage, i + 1)
                yield from of_all(_people(found) or found[:1], Role.RECIPIENT, "sent_to")
                if found:
                    return


_SIGNED = frozenset({"memorandum", "agreement", "document", "declaration", "treaty", "protocol", "contract", "plan"})


def _signs(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A and B signed", "was signed by A and B", "signed between A and B": the signatories."""
    by = grammar.object_of(passage, trigger.last - 1, {"by", "between"}, 25)
    if by:
        yield from of_all(by, Role.SIGNATORY, "signed_by")
        return
    if passage.text(trigger.first - 1, trigger.first).rstrip("s") in _SIGNED:
        return  # "the memorandums signed before"
    passive = passage.tokens[trigger.first - 1].pos == "AUX" if trigger.first > passage.first else False
    if not passive:
        yield from of_all(grammar.subjects(passage, trigger.first), Role.SIGNATORY, "signed")
        yield from of_all(_behind(passage, trigger, {"with"}), Role.SIGNATORY, "signed_with")


def _acts(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """A verb with the interaction in it: its subject, and "to" whom."""
    yield from of_all(grammar.subjects(passage, trigger.first), Role.ATTENDEE, "subject")
    if trigger.sense.type is T.MEETING:
        yield from of_all(_people(beside(passage, trigger)), Role.ATTENDEE, "discussed_with")
    if trigger.sense.type is T.CEREMONY:
        yield from of_all(_people(_behind(passage, trigger, {"to"})), Role.ATTENDEE, "to_whom")


_FRAMES: dict[Frame, Callable[[Passage, Trigger, Standing], Iterator[Part]]] = {
    Frame.NOUN: _noun,
    Frame.RECALL: _noun,
    Frame.WITH: _meets,
    Frame.RECEIVE: _receives,
    Frame.VISIT: _visits,
    Frame.SEND: _sends,
    Frame.SEND_WEAK: _sends,
    Frame.SIGN: _signs,
    Frame.ACT: _acts,
}
