"""Those who are listed or named as taking part: "в заседании приняли участие A, B и C"."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Role
from ..drafts import Part
from ..reading import MentionKind
from ..triggers import Trigger
from . import attendance, clauses, grammar, partaking
from .clauses import Clause, ClauseKind
from .passages import Party, Passage


def attending(passage: Passage, trigger: Trigger) -> tuple[Part, ...]:
    """Those whom "приняли участие в" and the like bind: the subject, and a list where the noun stands first."""
    bond = attendance.bond(passage, trigger)
    if bond is None:
        there = attendance.opened(passage, trigger) or attendance.headed(passage, trigger)
        return partaking.of_all(there, Role.SPEAKER, "acts_at_it")
    verb = next((i for i in range(bond.first, bond.last) if clauses.is_finite(passage.tokens[i])), None)
    if verb is None:
        clause = passage.clause(bond.first)
        finite = [i for i in range(clause.first, clause.last) if clauses.is_finite(passage.tokens[i])]
        if clause.kind is ClauseKind.GERUND:
            main = [c for c in passage.clauses if c.kind is ClauseKind.MAIN]
            finite = [i for c in main for i in range(c.first, c.last) if clauses.is_finite(passage.tokens[i])]
        verb = min(finite, key=lambda i: abs(i - bond.first), default=None)
        if verb is None and not bond.inverse:
            return partaking.of_all(_whose(passage, bond, trigger), bond.role, "whose_speech")
        return (
            partaking.of_all(grammar.subjects(passage, verb), bond.role, "for_taking_part") if verb is not None else ()
        )
    subjects = grammar.subjects(passage, verb)
    if bond.inverse and not any(p.last <= verb for p in subjects):
        said = passage.clause(verb)
        within = said if said.kind is ClauseKind.CONTENT else None
        return partaking.of_all(_listed(passage, bond.last, within), bond.role, "took_part")
    return partaking.of_all(subjects, bond.role, "took_part")


def _whose(passage: Passage, bond: attendance.Bond, trigger: Trigger) -> Iterator[Party]:
    """Whose speech a heading tells of: "Выступление министра Иванова на форуме"."""
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if bond.last <= party.first < trigger.first and party.case in {"gent", ""}:
            yield party


def relative_list(passage: Passage, trigger: Trigger) -> tuple[Part, ...]:
    """ "встреча, в которой приняли участие ...": the list of the relative clause right after the trigger's own."""
    clause = passage.clause(trigger.first)
    later = [c for c in passage.clauses if c.first == clause.last and c.kind is ClauseKind.RELATIVE]
    nearest = max((t for t in passage.triggers if t.first < clause.last), key=lambda t: t.first)
    if not later or nearest != trigger or passage.tokens[later[0].first].pos != "PREP":
        return ()
    item = attendance.attends(passage, later[0])
    return partaking.of_all(_listed(passage, item, later[0]), Role.ATTENDEE, "took_part") if item is not None else ()


def _listed(passage: Passage, at: int, within: Clause | None = None) -> Iterator[Party]:
    """Everybody in the list from this token to the end of the sentence, but for relative clauses and what was said."""
    for party in passage.of_kind(*grammar.WHO):
        if party.first < at:
            continue
        clause = passage.clause(party.first)
        if clause.kind is ClauseKind.CONTENT and clause != within:
            return
        if (
            clause != within
            and clause.kind is ClauseKind.RELATIVE
            and any(clauses.is_finite(t) for _, t in clauses.words(passage.tokens, clause))
        ):
            continue
        if not grammar.bystander(passage, party):
            yield party
