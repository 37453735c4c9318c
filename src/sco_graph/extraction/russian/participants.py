"""Who takes part in an interaction, and in what role: rules by the frame of its trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ...model import InteractionType, Role
from ..drafts import Part, Standing, joined
from ..reading import MentionKind, Token
from ..triggers import Frame, Trigger
from . import attendees, chairs, clauses, gatherings, grammar, nounphrases, papers, partaking, standings
from .clauses import ClauseKind
from .passages import Party, Passage


def _noun(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "состоялась встреча A с B", "A провел переговоры с B": those in the phrase of the noun, and who holds it."""
    of, beside = nounphrases.phrase(passage, trigger)
    if grammar.head(passage, trigger).lemma in {"мониторинг", "наблюдение"}:
        of, beside = (), ()
    yield from partaking.of_all(of, Role.ATTENDEE, "of_the_noun")
    yield from partaking.of_all(beside, Role.ATTENDEE, "with_the_noun")
    if trigger.sense.type is InteractionType.CEREMONY:
        yield from partaking.of_all(_handed_to(passage, trigger), Role.RECIPIENT, "handed_to")
    clause = standings.relative(passage, trigger) if standing is Standing.ATTENDED else None
    if clause is not None:
        holds = next((i for i, t in clauses.words(passage.tokens, clause) if t.lemma in _HOLDING), None)
        able = [p for p in passage.of_kind(*grammar.WHO) if clause.first <= p.first < clause.last]
        subjects = [p for p in able if grammar.nominative(passage, p)] if holds is not None else []
        yield from partaking.of_all(subjects, Role.ATTENDEE, "who_hold_it")
    if beside and standing is not Standing.HAPPENS:
        yield from partaking.of_all(_whose_talk(passage, trigger), Role.ATTENDEE, "whose_talk")
    called = () if of or beside else _addressed(passage, trigger)
    if standing is Standing.MENTIONED and (beside or called) and trigger.sense.type in _TALKS:
        yield from partaking.of_all((*_who_talks(passage, trigger), *called), Role.ATTENDEE, "said_at_the_talk")
    if standing is not Standing.HAPPENS:
        return
    verb = standings.happening(passage, trigger)
    if verb is not None and passage.tokens[verb.first].lemma in _UNITING:
        yield from partaking.of_all(guests(passage, trigger), Role.ATTENDEE, "brought_together")
    if verb is not None and passage.tokens[verb.first].lemma in _HOLDING:
        meant = _who_means_to(passage, verb.first)
        holders = grammar.subjects(passage, verb.first) if meant is None else meant
        yield from partaking.of_all(_persons_or_all(holders), Role.ATTENDEE, "subject_of_holding")


def _addressed(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """To whom the subject spoke on the telephone: "в телефонном разговоре A поблагодарил B"."""
    if trigger.sense.type is not InteractionType.PHONE_CALL:
        return ()
    clause, said = passage.clause(trigger.first), _who_talks(passage, trigger)
    return tuple(
        p
        for p in passage.of_kind(MentionKind.OFFICIAL)
        if said and clause.first <= p.first < clause.last and p not in said and p.case in {"accs", "gent", "datv"}
    )


def _whose_talk(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """Whose talk it is: the subject of the sentence, where "его" or "своя" stands before the noun."""
    before = [t.text.lower() for t in passage.tokens[max(passage.first, trigger.first - 2) : trigger.first]]
    if not any(w in _OWN or w.startswith(_OWN_FORMS) for w in before) or trigger.sense.type not in _TALKS:
        return ()
    verb = next((i for i in range(passage.first, trigger.first) if clauses.is_finite(passage.tokens[i])), None)
    people = grammar.subjects(passage, verb) if verb is not None else ()
    return tuple(p for p in people if p.kind is MentionKind.OFFICIAL and len(p.refs) == 1)


_OWN = frozenset({"его", "её", "ее"})
_OWN_FORMS = ("свой", "своя", "своей", "свою", "своего", "своих", "своё", "свое", "своём")


def _handed_to(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """To whom credentials or an order are handed: "церемония вручения грамот министру"."""
    words = {t.lemma for t in passage.tokens[trigger.first : trigger.last]}
    clause = passage.clause(trigger.first)
    people = passage.of_kind(MentionKind.OFFICIAL)
    ahead = [p for p in people if trigger.last <= p.first < clause.last and p.case == "datv"]
    between = passage.tokens[trigger.last : ahead[0].first] if ahead else ()
    handed = words & {"вручение", "передача"} and not any(clauses.is_finite(t) for t in between)
    return tuple(ahead[:1]) if handed else ()


_UNITING = frozenset({"объединить", "объединять", "собрать", "собирать", "свести"})
_TALKS = frozenset({InteractionType.MEETING, InteractionType.PHONE_CALL})
_DURING = frozenset({"в ходе", "на", "во время", "по итогам", "в рамках", "в", "после", "по окончании", "накануне"})


def _who_talks(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The one other side of "в ходе встречи с B A отметил": the person who is the subject of the same clause."""
    if clauses.preposition(passage.tokens, trigger.first, passage.first) not in _DURING:
        return ()
    clause = passage.clause(trigger.first)
    verb = next((i for i, t in clauses.words(passage.tokens, clause) if clauses.is_finite(t)), None)
    subjects = grammar.subjects(passage, verb) if verb is not None else ()
    return tuple(p for p in subjects if p.kind is MentionKind.OFFICIAL)


_HOLDING = frozenset(
    "провести проводить организовать открыть устроить созвать созывать дать давать начать".split()  # noqa: SIM905
)


def _persons_or_all(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    people = tuple(a for a in parties if a.kind is MentionKind.OFFICIAL)
    return people or parties


def _with(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A встретился с B": the subject, and those with "с"."""
    verb = clauses.verb_of(passage.tokens, trigger.first, trigger.last)
    yield from partaking.of_all(grammar.subjects(passage, verb) or _unsaid(passage, verb), Role.ATTENDEE, "met_with")
    _, beside = nounphrases.phrase(passage, trigger)
    yield from partaking.of_all(beside, Role.ATTENDEE, "met_with")
    people = passage.of_kind(MentionKind.OFFICIAL)
    to = [p for p in people if trigger.first < p.first <= trigger.last and p.case == "datv"]
    yield from partaking.of_all(to, Role.ATTENDEE, "met_with")


def _guest(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "у B побывал A", "гостем B стал A", "A побывал у B": the subject, and the person whom the words hold."""
    inner = [p for p in passage.of_kind(MentionKind.OFFICIAL) if trigger.first < p.first < trigger.last]
    after = passage.tokens[trigger.last - 1].text.lower() == "у"
    hosts = inner or [p for p in passage.of_kind(MentionKind.OFFICIAL) if after and p.first == trigger.last]
    if hosts:
        subjects = grammar.subjects(passage, clauses.verb_of(passage.tokens, trigger.first, trigger.last))
        yield from partaking.of_all([p for p in subjects if p not in hosts], Role.ATTENDEE, "guest_of")
        yield from partaking.of_all(hosts, Role.ATTENDEE, "guest_of")


def _gather(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "собрались министры стран ШОС", "А и Б обсудили": the subject."""
    yield from partaking.of_all(
        grammar.subjects(passage, clauses.verb_of(passage.tokens, trigger.first, trigger.last)),
        Role.ATTENDEE,
        "who_gather",
    )


def guests(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """People who are the object of a verb of receiving."""
    return tuple(a for a in passage.of_kind(MentionKind.OFFICIAL) if grammar.is_object(passage, trigger, a))


def _receive(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A принял B": a person as object; the subject is the host, the object the visitor."""
    people = guests(passage, trigger)
    if not people and gatherings.received(passage, trigger):
        bodies = [a for a in passage.of_kind(MentionKind.ORGANISATION) if grammar.delegate(passage, a)]
        yield from partaking.of_all(bodies, Role.ATTENDEE, "received_group")
        return
    if people or trigger.sense.type is InteractionType.CEREMONY:
        yield from partaking.of_all(
            grammar.subjects(passage, clauses.verb_of(passage.tokens, trigger.first, trigger.last)),
            Role.ATTENDEE,
            "received",
        )
        yield from partaking.of_all(people, Role.VISITOR, "received")


def _travels(passage: Passage, trigger: Trigger) -> bool:
    """Whether the noun of travel is the subject's own: "с визитом", "в рамках визита", "совершил визит"."""
    before = clauses.preposition(passage.tokens, trigger.first, passage.first)
    return before in {"с", "со", "", "в рамках", "в ходе", "во время", "в"}


def _led(passage: Passage, trigger: Trigger) -> tuple[Token, ...]:
    """Words of the trigger of travel right before this one in its clause: "прибывшим ... с визитом"."""
    clause = passage.clause(trigger.first)
    before = [t for t in passage.triggers if clause.first <= t.first < trigger.first and t.sense.frame is Frame.VISIT]
    return passage.tokens[before[-1].first : before[-1].last] if before else ()


def _visited(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The body that is the object of a visit, right after the trigger's words."""
    after = [p for p in passage.of_kind(MentionKind.ORGANISATION) if p.first >= trigger.last]
    near = [p for p in after if not any(t.pos == "PREP" for t in passage.tokens[trigger.last : p.first])]
    return tuple(near[:1]) if passage.clause(trigger.first) == (passage.clause(near[0].first) if near else None) else ()


_TRANSITIVE = frozenset({"посетить", "посещать"})


def _visit(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A прибыл с визитом", "визит A": the visitor; the visited commission or ministry, if one is the object."""
    head = passage.tokens[trigger.first]
    if head.pos == "NOUN":
        of, _ = nounphrases.phrase(passage, trigger)
        if head.lemma == "посещение":
            of = tuple(p for p in of if p.kind is MentionKind.OFFICIAL)
        yield from partaking.of_all(of, Role.VISITOR, "visit_of")
        if not _travels(passage, trigger) or any(t.pos == "PRTF" for t in _led(passage, trigger)):
            return
    yield from partaking.of_all(_travellers(passage, trigger), Role.VISITOR, "visitor")
    if head.lemma in _TRANSITIVE | {"ознакомиться"}:
        yield from partaking.of_all(_visited(passage, trigger), Role.RECIPIENT, "visited")


def _travellers(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """Who travels: the subject of the verb, whom a relative clause or a participle is about."""
    head, clause = passage.tokens[trigger.first], passage.clause(trigger.first)
    if head.pos == "PRTF" and clause.kind is not ClauseKind.RELATIVE:
        ahead = (p for p in passage.of_kind(MentionKind.OFFICIAL) if p.first >= trigger.last and p.case == head.case)
        return tuple(ahead)[:1]
    verb = trigger.first if clauses.is_finite(head) else _nearest_verb(passage, trigger)
    if verb is None:
        return grammar.antecedent(passage, clause)
    subjects = grammar.subjects(passage, verb) or _unsaid(passage, verb)
    if "для участия" in passage.text(clause.first, clause.last):
        # Those who came to a meeting for their states are told of by it.
        subjects = tuple(p for p in subjects if p.kind is not MentionKind.STATE)
    return tuple(p for p in subjects if p.last <= verb) if head.lemma in _TRANSITIVE else subjects


def _unsaid(passage: Passage, verb: int) -> tuple[Party, ...]:
    """The speaker of "сообщил, что посетит": the subject of a content clause that has none of its own."""
    clause = passage.clause(verb)
    own = any(t.pos in {"NOUN", "NPRO"} and t.case == "nomn" for t in passage.tokens[clause.first : verb])
    if clause.kind is not ClauseKind.CONTENT or own:
        return ()
    main = [c for c in passage.clauses if c.last <= clause.first and c.kind is ClauseKind.MAIN]
    said = [i for c in main[-1:] for i, t in clauses.words(passage.tokens, c) if clauses.is_finite(t)]
    return grammar.subjects(passage, said[-1]) if said else ()


def _nearest_verb(passage: Passage, trigger: Trigger) -> int | None:
    """The finite verb nearest in the clause, or, from a clause with a gerund, that of the main clause."""
    clause = passage.clause(trigger.first)
    main = [c for c in passage.clauses if c.kind is ClauseKind.MAIN] if clause.kind is ClauseKind.GERUND else [clause]
    finite = [i for c in main for i, t in clauses.words(passage.tokens, c) if clauses.is_finite(t)]
    return min(finite, key=lambda i: abs(i - trigger.first), default=None)


def _who_means_to(passage: Passage, verb: int) -> tuple[Party, ...] | None:
    """Whose intention an infinitive is: "о намерении A провести переговоры известил B"; None where there is none."""
    if passage.tokens[verb].pos != "INFN":
        return None
    before = range(max(passage.first, verb - _AHEAD), verb)
    noun = next((i for i in before if passage.tokens[i].lemma in _INTENTIONS), None)
    if noun is None:
        return None
    return tuple(p for p in passage.of_kind(*grammar.WHO) if noun < p.first < verb and p.case in {"gent", ""})


_AHEAD = 8
"""Tokens from "намерение" to the infinitive."""
_INTENTIONS = frozenset(
    {"намерение", "план", "желание", "готовность", "стремление", "решение", "предложение", "просьба"}
)


def _doers(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of the verb; of a gerund that of the sentence: "беседуя с журналистом, он рассказал"."""
    verb = clauses.verb_of(passage.tokens, trigger.first, trigger.last)
    own = grammar.subjects(passage, verb)
    if own or passage.tokens[verb].pos != "GRND":
        return own
    return grammar.subjects(passage, _nearest_verb(passage, trigger) or verb)


def _act(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "члены Миссии ответили на вопросы журналистов": the subject; a recipient in the dative."""
    yield from partaking.of_all(_doers(passage, trigger), Role.ATTENDEE, "subject")
    clause = passage.clause(trigger.first)
    for party in passage.of_kind(MentionKind.OFFICIAL):
        given = passage.text(party.first - 2, party.first) == "из рук" or (
            party.case in {"gent", ""} and clauses.preposition(passage.tokens, party.first, passage.first) == "у"
        )
        if clause.first <= party.first < clause.last and (party.case == "datv" or given):
            yield from partaking.of(party, Role.ATTENDEE if given else Role.RECIPIENT, "to_whom")


_FRAMES: dict[Frame, Callable[[Passage, Trigger, Standing], Iterator[Part]]] = {
    Frame.NOUN: _noun,
    Frame.RECALL: _noun,
    Frame.WITH: _with,
    Frame.RECEIVE: _receive,
    Frame.VISIT: _visit,
    Frame.SEND: papers.sent,
    Frame.SEND_WEAK: papers.sent,
    Frame.SIGN: papers.signed,
    Frame.ACT: _act,
    Frame.TALK: _gather,
    Frame.GATHER: _gather,
    Frame.GUEST: _guest,
}


def of_trigger(passage: Passage, trigger: Trigger, standing: Standing) -> tuple[Part, ...]:
    """Those whom the frame of the trigger binds to it, and those whom a bond ("приняли участие в") does."""
    bound = attendees.attending(passage, trigger) if standing is Standing.ATTENDED else ()
    heads = (*chairs.chairs(passage, trigger), *(p for p in bound if p.role is Role.CHAIR))
    present = [replace(p, role=Role.ATTENDEE) for p in heads if p.role is Role.CHAIR and p.ref.startswith("p")]
    listed = attendees.relative_list(passage, trigger)
    return joined(heads, present, bound, listed, _FRAMES[trigger.sense.frame](passage, trigger, standing))
