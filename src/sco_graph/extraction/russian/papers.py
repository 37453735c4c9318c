"""Who sends and who receives a letter, and who signs a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Role
from ..drafts import Part, Standing
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import clauses, grammar, nounphrases, partaking
from .passages import Party, Passage


def sent(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A направил телеграмму B", "A поздравил B": the sender, and whom it is to (dative, accusative, "в адрес")."""
    words = {t.lemma for t in passage.tokens[trigger.first : trigger.last]}
    if words <= {"написать"} and not any(_to_whom(passage, trigger, p) for p in passage.of_kind(MentionKind.OFFICIAL)):
        return
    incoming = bool(words & _INCOMING)
    senders = (
        () if words & _READ else grammar.subjects(passage, clauses.verb_of(passage.tokens, trigger.first, trigger.last))
    )
    yield from partaking.of_all(senders, Role.RECIPIENT if incoming else Role.SENDER, "sender")
    clause = passage.clause(trigger.first)
    if not senders:
        yield from partaking.of_all(_whose(passage, trigger), Role.SENDER, "sender_of_passive")
    for party in passage.of_kind(*grammar.WHO):
        if not clause.first <= party.first < clause.last or party in senders:
            continue
        before = passage.text(max(passage.first, party.first - 3), party.first)
        if _to_whom(passage, trigger, party):
            yield from partaking.of(party, Role.RECIPIENT, "sent_to")
        elif re.search(r"\bот(?: имени)?$|за подписью$", before) and (incoming or "подпис" in before):
            yield from partaking.of(party, Role.SENDER, "sent_from")
        elif _congratulated(passage, trigger, party):
            yield from partaking.of(party, Role.RECIPIENT, "congratulated")


_READ = frozenset({"зачитать", "зачитывать", "огласить", "прочитать", "прочесть"})
"""Verbs whose subject reads out what others sent."""
_INCOMING = frozenset({"получить", "поступить", "прийти", "приходить"})


def _to_whom(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the words are sent to the party: the dative, "в адрес", "на имя"."""
    clause = passage.clause(trigger.first)
    before = passage.text(max(passage.first, party.first - 3), party.first)
    addressed = party.case == "datv" or re.search(r"(?:в адрес|на имя)(?: \S+)?$", before) is not None
    return addressed and clause.first <= party.first < clause.last


def _whose(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The people in the genitive after the letter: "направлено послание Генерального секретаря"."""
    clause = passage.clause(trigger.first)
    ahead = [p for p in passage.of_kind(MentionKind.OFFICIAL) if trigger.last <= p.first < clause.last]
    after = [p for p in ahead if p.first == trigger.last and p.case == "gent"]
    words = passage.tokens[trigger.first : trigger.last]
    if any(t.lemma in _READ for t in words):
        return tuple(p for p in ahead if p.case in {"gent", ""})
    passive = any(t.pos == "PRTS" for t in words)
    return tuple(after) if passive else ()


def _congratulated(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the party is the person right after "поздравил"."""
    weak = trigger.sense.frame is Frame.SEND_WEAK and party.case in {"accs", "gent"}
    near = party.kind is MentionKind.OFFICIAL and (party.first - trigger.last <= 1 or party.last <= trigger.first)
    return weak and near and grammar.is_object(passage, trigger, party)


def signed(passage: Passage, trigger: Trigger, standing: Standing) -> Iterator[Part]:
    """ "A и B подписали", "подписан A и B": the signatories."""
    passive = passage.tokens[trigger.first].pos == "PRTS"
    if passive:
        clause = passage.clause(trigger.first)
        by = [a for a in passage.of_kind(*grammar.WHO) if clause.first <= a.first < passage.last and a.case == "ablt"]
        yield from partaking.of_all([a for a in by if a.first >= trigger.last], Role.SIGNATORY, "signed_by")
        between = (p for p in passage.of_kind(*grammar.WHO) if grammar.between(passage, p))
        yield from partaking.of_all(between, Role.SIGNATORY, "signed_between")
        return
    if passage.tokens[trigger.first].pos == "PRTF":
        sides = tuple(p for p in passage.of_kind(*grammar.WHO) if grammar.between(passage, p))
        yield from partaking.of_all(sides or _two_structures(passage, trigger), Role.SIGNATORY, "signed_between")
        if sides:
            return
    yield from partaking.of_all(
        grammar.subjects(passage, clauses.verb_of(passage.tokens, trigger.first, trigger.last)),
        Role.SIGNATORY,
        "signed",
    )
    _, beside = nounphrases.phrase(passage, trigger)
    yield from partaking.of_all((*beside, *_with_whom(passage, trigger)), Role.SIGNATORY, "signed_with")


_PACTS = frozenset({"сотрудничество", "взаимодействие", "взаимопонимание", "партнерство", "меморандум", "соглашение"})


def _with_whom(passage: Passage, trigger: Trigger) -> Iterator[Party]:
    """The other side of "Меморандум о сотрудничестве с B подписала A": a body or state after "с" before the verb."""
    clause = passage.clause(trigger.first)
    for party in passage.of_kind(MentionKind.ORGANISATION, MentionKind.STATE):
        lead = passage.tokens[max(clause.first, party.first - 2) : party.first]
        pact = len(lead) == len("ab") and lead[0].lemma in _PACTS and lead[1].lemma in {"с", "со"}
        if pact and party.last <= trigger.first:
            yield party


_BOTH = re.compile(r"между \S+ (?:двух|обеих|обоих) (?:структур|организаций|объединений|сторон)")


def _two_structures(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The two bodies named before "подписанный меморандум между секретариатами двух структур"."""
    bodies = [p for p in passage.of_kind(MentionKind.ORGANISATION) if p.last <= trigger.first]
    said = _BOTH.search(passage.text(trigger.last, passage.last))
    return tuple(bodies[-2:]) if said else ()
