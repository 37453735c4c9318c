"""Who takes part in an interaction, and in what role: rules by the frame of its trigger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..model import InteractionType, Role
from . import clauses, grammar
from .clauses import ClauseKind
from .drafts import Part, Standing, joined
from .reading import MentionKind
from .passages import Party, Passage
from .triggers import Frame, Trigger

_OPENING = frozenset({"с", "со", "между", "при участие", "с участие", "с участием", "при участии", "во глава"})
_LEVEL = frozenset({"на", "уровень", "уровне"})
_LISTS = frozenset({",", "и", "также", "а", "(", "—", "-", "–"})
_CHAIR = re.compile(r"под (?:со)?председательством\b|под руководством\b")
_HEADED = re.compile(r"во главе с\b|возглавляем\w+\b|возглавил[аи]?\b|возглавляет\b|возглавит\b")
_WITH = re.compile(r"(?:с участием|при участии|в присутствии)\s")


def verb_of(passage: Passage, trigger: Trigger) -> int:
    """Index of the verb among the words of a trigger; its first word without one."""
    return next((i for i in range(trigger.first, trigger.last) if clauses.is_finite(passage.tokens[i])), trigger.first)


def part(party: Party, role: Role, rule: str, score: float = 0.9) -> tuple[Part, ...]:
    """Parts of an party, one for each of its ids."""
    return tuple(
        Part(ref=ref, role=role, start=party.start, stop=party.stop, rule=f"rule:{rule}", score=score)
        for ref in party.refs
    )


def _parts(parties: Iterable[Party], role: Role, rule: str, score: float = 0.9) -> tuple[Part, ...]:
    return tuple(item for party in parties for item in part(party, role, rule, score))


def phrase(passage: Passage, trigger: Trigger) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Parties of the noun phrase after the trigger: those in its name ("заседание Совета"), and those with "с" or "между".

    The phrase ends at a finite verb or a comma that does not go on with a list.
    """
    of: list[Party] = []
    beside: list[Party] = []
    state = "of"
    own = next((p for p in passage.parties if p.first <= trigger.first < p.last), None)
    at = max(trigger.last, own.last) if own is not None else trigger.last
    stop = passage.clause(trigger.first).last
    joins = True
    while at < stop:
        token = passage.tokens[at]
        party = next((a for a in passage.of_kind(*grammar.WHO, MentionKind.PLACE) if a.first <= at < a.last), None)
        if party is not None:
            if party.kind is not MentionKind.PLACE and state == "of" and (joins or not of) and _genitive(party):
                of.append(party)
            elif party.kind is not MentionKind.PLACE and state == "beside":
                beside.append(party)
            at, joins = party.last, False
            continue
        if clauses.is_finite(token) or token.text in {";", ":"}:
            break
        if token.text == "," and not _goes_on(passage, at + 1, stop):
            break
        if token.pos == "PREP":
            state = _state(passage, at, state)
        elif token.text.lower() in {"и", ","}:
            joins = True
        at += 1
    return tuple(of), tuple(beside)


def _genitive(party: Party) -> bool:
    """Whether the party can hang on the noun: genitive, or a name that shows no case; a state or body in a dash pair too."""
    return party.kind is not MentionKind.OFFICIAL or party.case in {"gent", ""}


def _state(passage: Passage, at: int, state: str) -> str:
    """What a preposition makes of the phrase: its parties belong to the name, stand beside, or are out of it."""
    words = passage.text(at, min(at + 2, passage.last))
    if words.startswith("на уровне"):
        return state
    if words.split()[0] in {"с", "со", "между"} or words in {"при участии", "с участием"}:
        return "out" if re.match(r"со? (?:целью|учетом|учётом|тем)", words) else "beside"
    return "out"


def _goes_on(passage: Passage, at: int, stop: int) -> bool:
    """Whether a list goes on after a comma: an party, or "а также", comes soon, with no verb between."""
    for ahead in range(at, min(at + 6, stop)):
        if clauses.is_finite(passage.tokens[ahead]) or passage.tokens[ahead].text == ",":
            return False
        if any(a.first == ahead for a in passage.of_kind(*grammar.WHO)):
            return True
    return False


def _noun(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "состоялась встреча A с B", "A провел переговоры с B", and what is only named: those in the phrase of the noun."""
    of, beside = phrase(passage, trigger)
    yield from _parts(of, Role.ATTENDEE, "of_the_noun")
    yield from _parts(beside, Role.ATTENDEE, "with_the_noun")
    if standing is not Standing.HAPPENS:
        return
    verb = grammar.happening(passage, trigger)
    if verb is not None and passage.tokens[verb.first].lemma in {"провести", "проводить", "организовать", "открыть"}:
        yield from _parts(_persons_or_all(grammar.subjects(passage, verb.first)), Role.ATTENDEE, "subject_of_holding")


def _persons_or_all(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    people = tuple(a for a in parties if a.kind is MentionKind.OFFICIAL)
    return people or parties


def _with(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A встретился с B": the subject, and those with "с"."""
    yield from _parts(grammar.subjects(passage, verb_of(passage, trigger)), Role.ATTENDEE, "met_with")
    _, beside = phrase(passage, trigger)
    yield from _parts(beside, Role.ATTENDEE, "met_with")


def _receive(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A принял B": a person as object; the subject is the host, the object the visitor."""
    guests = [a for a in passage.of_kind(MentionKind.OFFICIAL) if _object(passage, trigger, a)]
    if guests:
        yield from _parts(grammar.subjects(passage, verb_of(passage, trigger)), Role.ATTENDEE, "received")
        yield from _parts(guests, Role.VISITOR, "received")


def _object(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the party can be the object of the verb: accusative or genitive, in its clause, without a preposition."""
    clause = passage.clause(trigger.first)
    return (
        clause.first <= party.first < clause.last
        and party.case in {"accs", "gent", ""}
        and not clauses.preposition(passage.tokens, party.first, passage.first)
        and party not in grammar.subjects(passage, verb_of(passage, trigger))
    )


def _visit(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A прибыл с визитом", "визит A": the visitor; the visited commission or ministry, if one is the object."""
    head = passage.tokens[trigger.first]
    if head.pos == "NOUN":
        of, _ = phrase(passage, trigger)
        yield from _parts(of, Role.VISITOR, "visit_of")
    verb = trigger.first if clauses.is_finite(head) else None
    if verb is None:
        nearest = [i for i in range(passage.clause(trigger.first).first, trigger.first) if clauses.is_finite(passage.tokens[i])]
        verb = nearest[-1] if nearest else None
    if verb is not None:
        yield from _parts(grammar.subjects(passage, verb), Role.VISITOR, "visitor")
        if head.lemma in {"посетить", "посещать", "ознакомиться"}:
            seen = [a for a in passage.of_kind(MentionKind.ORGANISATION) if _object(passage, trigger, a) and a.first >= trigger.last]
            yield from _parts(seen, Role.HOST, "visited")


def _send(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A направил телеграмму B", "A поздравил B": the sender, and whom it is to (dative, accusative, "в адрес")."""
    incoming = passage.tokens[trigger.first].lemma in {"получить", "поступить"}
    yield from _parts(grammar.subjects(passage, verb_of(passage, trigger)), Role.RECIPIENT if incoming else Role.SENDER, "sender")
    clause = passage.clause(trigger.first)
    for party in passage.of_kind(*grammar.WHO):
        if not clause.first <= party.first < clause.last or party in grammar.subjects(passage, verb_of(passage, trigger)):
            continue
        before = passage.text(max(passage.first, party.first - 3), party.first)
        if party.case == "datv" or re.search(r"(?:в адрес|на имя)(?: \S+)?$", before):
            yield from part(party, Role.RECIPIENT, "sent_to")
        elif re.search(r"\bот(?: имени)?$", before) and incoming:
            yield from part(party, Role.SENDER, "sent_from")
        elif trigger.sense.frame is Frame.SEND_WEAK and party.case in {"accs", "gent"} and _object(passage, trigger, party):
            if party.first - trigger.last <= 1 and party.kind is MentionKind.OFFICIAL:
                yield from part(party, Role.RECIPIENT, "congratulated")


def _sign(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A и B подписали", "подписан A и B": the signatories."""
    passive = passage.tokens[trigger.first].pos == "PRTS"
    if passive:
        clause = passage.clause(trigger.first)
        by = [a for a in passage.of_kind(*grammar.WHO) if clause.first <= a.first < passage.last and a.case == "ablt"]
        yield from _parts([a for a in by if a.first >= trigger.last], Role.SIGNATORY, "signed_by")
        yield from _parts(_between(passage, trigger), Role.SIGNATORY, "signed_between")
        return
    yield from _parts(grammar.subjects(passage, verb_of(passage, trigger)), Role.SIGNATORY, "signed")
    _, beside = phrase(passage, trigger)
    yield from _parts(beside, Role.SIGNATORY, "signed_with")


def _between(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    return phrase(passage, trigger)[1]


def _act(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "члены Миссии ответили на вопросы журналистов": the subject; a recipient in the dative."""
    yield from _parts(grammar.subjects(passage, verb_of(passage, trigger)), Role.ATTENDEE, "subject")
    clause = passage.clause(trigger.first)
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if clause.first <= party.first < clause.last and party.case == "datv":
            yield from part(party, Role.RECIPIENT, "to_whom")


_FRAMES: dict[Frame, Callable[[Passage, Trigger, Standing], Iterator[Part]]] = {
    Frame.NOUN: _noun,
    Frame.RECALL: _noun,
    Frame.WITH: _with,
    Frame.RECEIVE: _receive,
    Frame.VISIT: _visit,
    Frame.SEND: _send,
    Frame.SEND_WEAK: _send,
    Frame.SIGN: _sign,
    Frame.ACT: _act,
}


def of_trigger(passage: Passage, trigger: Trigger, standing: Standing) -> tuple[Part, ...]:
    """Those whom the frame of the trigger binds to it, and those whom a bond ("приняли участие в") does."""
    bound = _attending(passage, trigger) if standing is Standing.ATTENDED else ()
    return joined(chairs(passage, trigger), bound, _FRAMES[trigger.sense.frame](passage, trigger, standing))


def _attending(passage: Passage, trigger: Trigger) -> tuple[Part, ...]:
    """Those whom "приняли участие в" and the like bind: the subject, and a list where the noun stands first."""
    bond = grammar.bond(passage, trigger)
    if bond is None:
        return ()
    verb = next((i for i in range(bond.first, bond.last) if clauses.is_finite(passage.tokens[i])), None)
    if verb is None:
        clause = passage.clause(bond.first)
        finite = [i for i in range(clause.first, clause.last) if clauses.is_finite(passage.tokens[i])]
        verb = min(finite, key=lambda i: abs(i - bond.first), default=None)
        return _parts(grammar.subjects(passage, verb), bond.role, "for_taking_part") if verb is not None else ()
    subjects = grammar.subjects(passage, verb)
    if bond.inverse and not any(p.last <= verb for p in subjects):
        return _parts(_listed(passage, bond.last), bond.role, "took_part")
    return _parts(subjects, bond.role, "took_part")


def _listed(passage: Passage, at: int) -> Iterator[Party]:
    """Everybody in the list from this token to the end of the sentence, but for relative clauses and what was said."""
    for party in passage.of_kind(*grammar.WHO):
        if party.first < at:
            continue
        clause = passage.clause(party.first)
        if clause.kind is ClauseKind.CONTENT:
            return
        if clause.kind is ClauseKind.RELATIVE and any(clauses.is_finite(t) for _, t in clauses.words(passage.tokens, clause)):
            continue
        if not grammar.bystander(passage, party):
            yield party


def chairs(passage: Passage, trigger: Trigger) -> tuple[Part, ...]:
    """ "под председательством A", "во главе с A" in the trigger's part of the sentence."""
    return tuple(_after(passage, trigger, _CHAIR, Role.CHAIR, "under_the_chair_of")) + tuple(
        _after(passage, trigger, _HEADED, Role.HEAD_OF_DELEGATION, "headed_by")
    )


def _after(passage: Passage, trigger: Trigger, words: re.Pattern[str], role: Role, rule: str) -> Iterator[Part]:
    text, base = _text(passage)
    for hit in words.finditer(text):
        place = base + hit.end()
        if not _same_part(passage, trigger, place):
            continue
        party = next((a for a in passage.of_kind(*grammar.WHO) if a.start >= place - 1), None)
        if party is not None and party.start - place <= 60:
            yield from part(party, role, rule)
    if role is Role.CHAIR:
        yield from _adjectival(passage, trigger)


def _adjectival(passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """ "под российским председательством": the state by its adjective."""
    for party in passage.of_kind(MentionKind.STATE, MentionKind.ORGANISATION):
        before = passage.text(max(passage.first, party.first - 1), party.first)
        after = passage.text(party.last, min(party.last + 1, passage.last))
        if before == "под" and after.startswith(("председательств", "сопредседательств")):
            if _same_part(passage, trigger, party.start):
                yield from part(party, Role.CHAIR, "under_the_chair_of")


def _same_part(passage: Passage, trigger: Trigger, offset: int) -> bool:
    """Whether these characters are nearer to this trigger than to any other noun or verb of an interaction."""
    nearest = min(passage.triggers, key=lambda t: min(abs(t.start - offset), abs(t.stop - offset)))
    return nearest is trigger or nearest == trigger


def _text(passage: Passage) -> tuple[str, int]:
    tokens = passage.tokens[passage.first : passage.last]
    base = tokens[0].start
    text = "".join(
        token.text.lower() + " " * ((tokens[i + 1].start if i + 1 < len(tokens) else token.stop) - token.stop)
        for i, token in enumerate(tokens)
    )
    return text, base


def type_of_group(passage: Passage, trigger: Trigger, parties: Iterable[Part]) -> InteractionType | None:
    """What a group makes of a meeting: ministers or experts meet multilaterally, leaders at a summit; None without one."""
    base = trigger.sense.type
    if base not in {InteractionType.MEETING, InteractionType.MULTILATERAL_MEETING, InteractionType.VIDEOCONFERENCE}:
        return None
    after = grammar.found(passage, "groups", trigger.last, min(trigger.last + 5, passage.last))
    plural = [g for g in after if passage.tokens[g.first].number == "plur"]
    if any(g.value == "leaders" for g in plural):
        return InteractionType.SUMMIT
    if any(g.value == "many" for g in plural):
        return InteractionType.MULTILATERAL_MEETING
    return None
