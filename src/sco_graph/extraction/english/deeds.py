"""Who takes part by a verb that has the interaction in it: who meets, receives, visits, sends, signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import InteractionType, Role
from ..drafts import Part, Standing
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import attendance, grammar, surroundings
from .attendance import of_all
from .passages import Party, Passage

T = InteractionType


def meets(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A met with B", "A and B met": the subject, and the object."""
    who = grammar.subjects(passage, trigger.first) or grammar.collective(passage, trigger.first)
    yield from of_all(who, Role.ATTENDEE, "met_with")
    yield from of_all(_whom(passage, trigger), Role.ATTENDEE, "whom_met")
    for i in (trigger.last, trigger.last + 1):
        found = grammar.after(passage, i)
        own = i == trigger.last and trigger.last - trigger.first > 1  # "called on", "met in"
        if found and (own or passage.tokens[i - 1].text.lower() not in {"in", "at", "on"}):
            yield from of_all(found, Role.ATTENDEE, "met_with")
            return
    yield from of_all(surroundings.behind(passage, trigger, {"with"}), Role.ATTENDEE, "met_with")


def _whom(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The antecedent of "whom A had met"."""
    for i in range(trigger.first - 1, max(passage.first, trigger.first - 10), -1):
        if passage.text(i, i + 1) == "whom":
            return tuple(p for p in passage.of_kind(MentionKind.OFFICIAL) if p.last <= i <= p.last + 1)
    return ()


def gathers(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "The ministers of A, B and C gathered", "the Council convened": the subject alone."""
    who = grammar.subjects(passage, trigger.first) or grammar.collective(passage, trigger.first)
    yield from of_all(who, Role.ATTENDEE, "gathered")


def receives(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A received B", "A was received by B": host and visitor."""
    passive = trigger.first > passage.first and passage.tokens[trigger.first - 1].pos in {"AUX", "RB"}
    guests = grammar.subjects(passage, trigger.first) if passive else _people(grammar.after(passage, trigger.last))
    guests = guests or (() if passive else surroundings.listed_behind(passage, trigger.last))
    hosts = surroundings.behind(passage, trigger, {"by", "at"}) if passive else grammar.subjects(passage, trigger.first)
    if hosts and not passive and not guests:
        yield from of_all(_people(hosts), Role.ATTENDEE, "received")
    if guests and (hosts or not passive):
        yield from of_all(hosts, Role.ATTENDEE, "received")
        yield from of_all(guests, Role.VISITOR, "received")


def _people(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.kind is MentionKind.OFFICIAL)


def visits(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A visited X", "visit by A", "A's visit": the visitor; a visited body where there is one."""
    token = passage.tokens[trigger.first]
    acts_so = token.pos == "NV" and (_subject_before(passage, trigger.first) or _infinitive(passage, trigger.first))
    noun = not (token.pos in {"VBD", "VBZ", "AUX"} or acts_so)
    noun = noun and token.lemma not in {"pay", "make", "arrive"} and trigger.sense.frame is not Frame.JOURNEY
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
        near = range(trigger.first - 1, max(passage.first, trigger.first - 4), -1)
        own = next((i for i in near if passage.text(i, i + 1) in _POSSESSIVE), None)
        if not owners and own is not None and grammar.preposition(passage, own):
            beside = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.last == own - 1 and len(p.refs) == 1]
            who = (
                (beside if grammar.preposition(passage, own) == "during" else ())
                or _acting(passage, trigger)
                or _acted(passage, trigger)
            )
            yield from of_all(who, Role.VISITOR, "visit_of_subject")
        elif not owners:
            verb = next(
                (
                    i
                    for i in range(passage.first, trigger.first)
                    if passage.tokens[i].lemma in _TRAVELS
                    or (passage.tokens[i].lemma == "be" and passage.text(i + 1, i + 2) in {"on", "currently", "here"})
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


_POSSESSIVE = frozenset({"his", "her", "their"})


def _acting(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of the first finite verb behind a phrase: "During his stay in Lake City, A met B"."""
    verbs = (i for i in range(trigger.last, passage.last) if passage.tokens[i].pos in {"VBD", "VBZ", "AUX"})
    verb = next((i for i in verbs if not any(p.first <= i < p.last for p in passage.parties)), None)
    return _people(grammar.subjects(passage, verb)) if verb is not None else ()


def _acted(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of "A met B as part of his visit to Lake City"."""
    verbs = (i for i in range(trigger.first - 1, passage.first, -1) if passage.tokens[i].pos in {"VBD", "VBZ"})
    verb = next((i for i in verbs if not any(p.first <= i < p.last for p in passage.parties)), None)
    people = _people(grammar.subjects(passage, verb)) if verb is not None else ()
    return people if len(people) == 1 and len(people[0].refs) == 1 else ()


_TRAVELS = frozenset(
    {
        "lead",
        "embark",
        "pay",
        "make",
        "begin",
        "start",
        "complete",
        "conclude",
        "undertake",
        "end",
        "finish",
        "wrap",
        "arrive",
        "continue",
    }
)


def _infinitive(passage: Passage, at: int) -> bool:
    """Whether a verb stands behind "will" or "to": "will visit"."""
    before = at - 1
    while before > passage.first and passage.tokens[before].pos == "RB":
        before -= 1
    return passage.tokens[before].pos == "MD" or passage.tokens[before].text.lower() == "to"


def _subject_before(passage: Passage, at: int) -> bool:
    return at > passage.first and any(p.last == at for p in passage.parties)


def sends(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
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


def signs(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A and B signed", "was signed by A and B", "signed between A and B": the signatories."""
    signed = passage.tokens[trigger.first].lemma in {"bear", "carry"}
    by = grammar.object_of(passage, trigger.last - 1, {"of"} if signed else {"by", "between"}, 25)
    if by:
        yield from of_all(by, Role.SIGNATORY, "signed_by")
        return
    if passage.text(trigger.first - 1, trigger.first).rstrip("s") in _SIGNED:
        return  # "the memorandums signed before"
    passive = passage.tokens[trigger.first - 1].pos == "AUX" if trigger.first > passage.first else False
    if not passive:
        yield from of_all(grammar.subjects(passage, trigger.first), Role.SIGNATORY, "signed")
        yield from of_all(surroundings.behind(passage, trigger, {"with"}), Role.SIGNATORY, "signed_with")


def acts(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """A verb with the interaction in it: its subject, and "to" whom."""
    gerund = passage.tokens[trigger.first].pos == "VBG" and passage.text(trigger.first - 1, trigger.first) == "the"
    who = () if gerund else grammar.subjects(passage, trigger.first) or _of_participle(passage, trigger)
    if not any(p.kind is MentionKind.OFFICIAL for p in who):
        who = grammar.collective(passage, trigger.first) or who
    yield from of_all(who, Role.ATTENDEE, "subject")
    if trigger.sense.type is T.MEETING:
        yield from of_all(_people(surroundings.beside(passage, trigger)), Role.ATTENDEE, "discussed_with")
    if trigger.sense.type is T.ELECTION_OBSERVATION:
        yield from attendance.headed_by(passage, trigger)
    if trigger.sense.type is T.CEREMONY:
        yield from of_all(_people(surroundings.behind(passage, trigger, {"by", "of"})), Role.ATTENDEE, "by_whom")
        yield from attendance.attended_by(passage, trigger)
        yield from of_all(_people(surroundings.behind(passage, trigger, {"to"})), Role.ATTENDEE, "to_whom")


def _of_participle(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of the sentence that a participle opens: "Speaking at the Council, A said"."""
    if passage.tokens[trigger.first].pos != "VBG" or trigger.first - passage.first > 1:
        return ()
    return _acting(passage, trigger)
