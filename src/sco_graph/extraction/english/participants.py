"""Who takes part in an interaction, and in what role: rules by the frame of its trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...model import InteractionType, Role
from ..drafts import Part, Standing, joined
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import circumstances, grammar
from .passages import Party, Passage

T = InteractionType
_CHAIR = frozenset({"chair", "co-chair", "preside", "moderate"})
_TALKS = frozenset({T.MEETING, T.PHONE_CALL, T.VIDEOCONFERENCE})


def _of(party: Party, role: Role, rule: str) -> Iterator[Part]:
    for ref in party.refs:
        yield Part(ref=ref, role=role, start=party.start, stop=party.stop, rule=f"rule:{rule}", score=0.85)


def _all(parties: Iterable[Party], role: Role, rule: str) -> Iterator[Part]:
    for party in parties:
        yield from _of(party, role, rule)


def of_trigger(passage: Passage, trigger: Trigger, standing: Standing, owned: bool) -> tuple[Part, ...]:
    """Those whom the frame of the trigger binds to it; ``owned``: it is the first trigger of its kind in the sentence."""
    chairs = tuple(_chairs(passage, trigger)) if trigger.sense.frame in circumstances.NOUNS else ()
    present = tuple(
        Part(ref=p.ref, role=Role.ATTENDEE, start=p.start, stop=p.stop, rule=p.rule, score=p.score)
        for p in chairs
        if p.ref.startswith("p")
    )
    return joined(chairs, present, _FRAMES[trigger.sense.frame](passage, trigger, standing))


def _noun(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    before = grammar.before_noun(passage, trigger.first)
    yield from _all(before, Role.ATTENDEE, "of_the_noun")
    if passage.text(trigger.last, trigger.last + 1) == "of" or passage.text(trigger.last - 1, trigger.last) == "of":
        yield from _all(grammar.after(passage, trigger.last + 1), Role.ATTENDEE, "of_the_noun")
        yield from _all(grammar.after(passage, trigger.last), Role.ATTENDEE, "of_the_noun")
    yield from _all(_behind(passage, trigger, {"between", "among"}), Role.ATTENDEE, "between")
    if trigger.sense.type is not T.LETTER:
        yield from _all(beside(passage, trigger), Role.ATTENDEE, "with_the_noun")
    if trigger.sense.type is T.BRIEFING:
        yield from _all(_behind(passage, trigger, {"by"}), Role.SPEAKER, "briefing_by")
    if trigger.sense.type is T.LETTER:
        yield from _all(_behind(passage, trigger, {"from"}), Role.SENDER, "sent_from")
        yield from _all(_behind(passage, trigger, {"to"}), Role.RECIPIENT, "sent_to")
        return
    if standing in {Standing.HAPPENS, Standing.TITLE}:
        yield from _held(passage, trigger)
    yield from _taking_part(passage, trigger)
    if standing is Standing.ATTENDED:
        verb = circumstances.attends(passage, trigger)
        if verb is not None:
            role = Role.SPEAKER if passage.tokens[verb].lemma in {"speak", "address", "deliver"} else Role.ATTENDEE
            yield from _all(grammar.subjects(passage, verb) or _from(passage, verb), role, "attends")
    if trigger.sense.type in _TALKS:
        yield from _all(said_there(passage, trigger), Role.ATTENDEE, "said_at_the_talk")
    yield from _attended_by(passage, trigger)


def _from(passage: Passage, verb: int) -> tuple[Party, ...]:
    """The bodies of "journalists from A and B took part": those named before a verb that has no party as subject."""
    start = grammar.clause_start(passage, verb)
    return tuple(p for p in passage.of_kind(MentionKind.ORGANISATION) if start <= p.first < verb)


def _held(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """The subject of "held", "had", "hosted" before the noun; "hosted by" behind it."""
    verb = circumstances.happens(passage, trigger)
    if verb is None or verb > trigger.first:
        for i in range(trigger.last, passage.last - 1):
            if passage.tokens[i].lemma in {"host", "organise", "organize", "open", "hold"} and passage.tokens[i + 1].text == "by":
                yield from _all(grammar.after(passage, i + 2), Role.ATTENDEE, "held_by")
        return
    lemma = passage.tokens[verb].lemma
    if lemma in _CHAIR:
        return
    subjects = grammar.subjects(passage, verb)
    people = [p for p in subjects if p.kind is MentionKind.OFFICIAL]
    host = lemma in {"host", "co-host"} and not people
    parties = people or list(subjects)
    if host and trigger.sense.type in {T.BRIEFING, T.MEETING}:
        return
    yield from _all(parties, Role.ATTENDEE, "subject_of_holding")


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
    for i in range(trigger.last, stop):
        token = passage.tokens[i]
        if token.pos in {"VBD", "VBZ", "AUX", "MD", "WH", "SC"} or token.text in {";", ":"}:
            inside = any(p.first <= i < p.last for p in passage.parties)
            if not inside:
                return i
    return stop


def beside(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """Parties behind "with" after the noun."""
    return _behind(passage, trigger, {"with"})


def _taking_part(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "Taking part in the conference were A, B and C"."""
    tokens = passage.tokens
    opening = passage.text(passage.first, passage.first + 3)
    if not opening.startswith(("taking part", "participating", "present at", "attending", "among those")):
        return
    verb = next((i for i in range(trigger.last, passage.last) if tokens[i].text.lower() in {"were", "was", "are"}), None)
    if verb is not None and verb - trigger.last < 4:
        yield from _all(_all_after(passage, verb + 1), Role.ATTENDEE, "taking_part")


def said_there(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The one other side of "During the meeting with B, A noted": the person that is the subject of the sentence."""
    near = beside(passage, trigger) if trigger.sense.type in _TALKS and trigger.sense.frame is Frame.NOUN else ()
    if not near or grammar.preposition(passage, circumstances.phrase_start(passage, trigger)) not in {"during", "in", "at", "of", "following", "after"}:
        return ()
    verb = next((i for i in range(near[-1].last, passage.last) if passage.tokens[i].pos in {"VBD", "VBZ"}), None)
    if verb is None:
        return ()
    found = [p for p in grammar.subjects(passage, verb) if p.kind is MentionKind.OFFICIAL and p not in near]
    return tuple(found[:1])


_LISTED = frozenset({"attend", "participate", "take", "join", "include", "gather", "bring", "represent", "speak", "address", "deliver"})


def _attended_by(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "The meeting was attended by A, B and C", "with the participation of A", "participants included A"."""
    tokens = passage.tokens
    for i in range(trigger.last, passage.last - 1):
        if tokens[i].lemma in {"attend", "address", "join"} and tokens[i + 1].text.lower() == "by":
            yield from _all(_all_after(passage, i + 2), Role.ATTENDEE, "attended_by")
            return
        if tokens[i].lemma in {"bring", "include", "unite"} and tokens[i].pos in {"VBD", "VBZ"} and trigger.sense.type not in _TALKS:
            yield from _all(_all_after(passage, i + 1), Role.ATTENDEE, "brought_together")
            return
        if passage.text(i, i + 2) in {"participation of", "attendance of", "presence of"}:
            yield from _all(_all_after(passage, i + 2), Role.ATTENDEE, "with_participation_of")
            return


def _all_after(passage: Passage, at: int) -> tuple[Party, ...]:
    """All parties of a list to the end of the sentence, without those that only qualify others."""
    found = [
        p
        for p in passage.of_kind(*grammar.WHO)
        if p.first >= at and not (p.kind is not MentionKind.OFFICIAL and _qualifies(passage, p))
    ]
    people = [p for p in found if p.kind is MentionKind.OFFICIAL]
    return tuple(people or found)


def _qualifies(passage: Passage, party: Party) -> bool:
    return grammar.modifies(passage, party) and passage.tokens[party.last].text.lower() not in {"member", "states"}


def _chairs(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "chaired by X", "X chaired the meeting", "under the chairmanship of X"."""
    tokens = passage.tokens
    for i in range(passage.first, passage.last):
        if tokens[i].lemma in _CHAIR and tokens[i].pos in {"VBD", "VBN", "VBZ", "VB", "VBG", "NV"}:
            role = Role.CO_CHAIR if tokens[i].lemma == "co-chair" else Role.CHAIR
            if i + 1 < passage.last and tokens[i + 1].text.lower() in {"by", "jointly"}:
                near = _nearest(passage, i, before=True)
                if near is trigger:
                    yield from _all(grammar.after(passage, i + 2), role, "chaired_by")
            elif _nearest(passage, i, before=False) is trigger and (i < trigger.first):
                yield from _all(grammar.subjects(passage, i), role, "chairs")
        if passage.text(i, i + 2) in {"chairmanship of", "chairpersonship of", "co-chairmanship of", "leadership of"}:
            if _nearest(passage, i, before=True) is trigger:
                yield from _all(grammar.after(passage, i + 2), Role.CHAIR, "under_chairmanship")


def _nearest(passage: Passage, at: int, *, before: bool) -> Trigger | None:
    able = [t for t in passage.triggers if t.sense.frame in circumstances.NOUNS]
    if before:
        return next((t for t in reversed(able) if t.last <= at), able[0] if able else None)
    return next((t for t in able if t.first > at), None)


def _meets(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A met with B", "A and B met": the subject, and the object."""
    yield from _all(grammar.subjects(passage, trigger.first), Role.ATTENDEE, "met_with")
    for i in (trigger.last, trigger.last + 1):
        found = grammar.after(passage, i)
        if found and passage.tokens[i - 1].text.lower() not in {"in", "at", "on"}:
            yield from _all(found, Role.ATTENDEE, "met_with")
            return
    yield from _all(_behind(passage, trigger, {"with"}), Role.ATTENDEE, "met_with")


def _receives(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A received B", "A was received by B": host and visitor."""
    passive = trigger.first > passage.first and passage.tokens[trigger.first - 1].pos in {"AUX", "RB"}
    guests = grammar.subjects(passage, trigger.first) if passive else _people(grammar.after(passage, trigger.last))
    hosts = _behind(passage, trigger, {"by"}) if passive else grammar.subjects(passage, trigger.first)
    if guests and hosts:
        yield from _all(hosts, Role.ATTENDEE, "received")
        yield from _all(guests, Role.VISITOR, "received")


def _people(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.kind is MentionKind.OFFICIAL)


def _visits(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A visited X", "visit by A", "A's visit": the visitor; a visited body where there is one."""
    token = passage.tokens[trigger.first]
    noun = not (token.pos in {"VBD", "VBZ"} or (token.pos == "NV" and _subject_before(passage, trigger.first)))
    noun = noun and token.lemma not in {"pay", "make", "arrive"}
    if noun:
        owners = [p for p in grammar.before_noun(passage, trigger.first) if p.kind is not MentionKind.STATE or p.form != "adjective"]
        yield from _all(owners, Role.VISITOR, "visit_of")
        stop = trigger.last - 1 if passage.tokens[trigger.last - 1].text.lower() in {"by", "of"} else trigger.last
        for i in range(stop, min(stop + 3, passage.last)):
            if passage.tokens[i].text.lower() in {"by", "of"}:
                yield from _all(grammar.after(passage, i + 1), Role.VISITOR, "visit_by")
        if not owners:
            verb = next((i for i in range(passage.first, trigger.first) if passage.tokens[i].lemma in {"pay", "make", "begin", "complete", "conclude", "undertake", "end"}), None)
            if verb is not None:
                yield from _all(grammar.subjects(passage, verb), Role.VISITOR, "visitor")
        return
    yield from _all(_people(grammar.subjects(passage, trigger.first)) or grammar.subjects(passage, trigger.first), Role.VISITOR, "visitor")
    found = grammar.after(passage, trigger.last)
    yield from _all([p for p in found if p.kind is MentionKind.ORGANISATION], Role.RECIPIENT, "visited")


def _subject_before(passage: Passage, at: int) -> bool:
    return at > passage.first and any(p.last == at for p in passage.parties)


def _sends(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A sent a letter to B", "A congratulated B", "A expressed condolences to B"."""
    yield from _all(grammar.subjects(passage, trigger.first), Role.SENDER, "sender")
    direct = grammar.after(passage, trigger.last)
    if direct and passage.tokens[trigger.last].text.lower() not in {"on", "over", "in", "from"}:
        yield from _all(_people(direct) or direct, Role.RECIPIENT, "congratulated")
    else:
        for i in range(trigger.first + 1, min(passage.last, trigger.last + 6)):
            if passage.tokens[i].text.lower() in {"to", "with"}:
                found = grammar.after(passage, i + 1)
                yield from _all(_people(found) or found[:1], Role.RECIPIENT, "sent_to")
                if found:
                    return


def _signs(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A and B signed", "was signed by A and B", "signed between A and B": the signatories."""
    by = grammar.object_of(passage, trigger.last - 1, {"by", "between"}, 25)
    if by:
        yield from _all(by, Role.SIGNATORY, "signed_by")
        return
    passive = passage.tokens[trigger.first - 1].pos == "AUX" if trigger.first > passage.first else False
    if not passive:
        yield from _all(grammar.subjects(passage, trigger.first), Role.SIGNATORY, "signed")
        yield from _all(_behind(passage, trigger, {"with"}), Role.SIGNATORY, "signed_with")


def _acts(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """A verb with the interaction in it: its subject, and "to" whom."""
    yield from _all(grammar.subjects(passage, trigger.first), Role.ATTENDEE, "subject")
    if trigger.sense.type is T.CEREMONY:
        yield from _all(_people(_behind(passage, trigger, {"to"})), Role.ATTENDEE, "to_whom")


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
