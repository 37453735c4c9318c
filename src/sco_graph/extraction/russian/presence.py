"""Who was there, by sentences that do not name the interaction: "страну-хозяйку представлял ...", "открыл его ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ...model import Role
from ..drafts import Part
from ..lexicon import rows
from ..phrases import Found, Phrases
from ..reading import MentionKind, Token
from . import clauses, grammar, partaking
from .clauses import Clause, ClauseKind
from .passages import Party, Passage

_CHAIN = 6
"""Tokens that may stand between two states of a list ("Белоруссии, государства-наблюдателя, и Азербайджана")."""


@cache
def _table() -> Phrases[tuple[Role, str]]:
    return Phrases((pattern, (Role(role), who)) for pattern, role, who, _ in rows("ru", "presence", 4))


def present(passage: Passage) -> Iterator[Part]:
    """Parts of those whom the words of presence bind; a person who presides is there as well."""
    for item in _table().longest(passage.tokens, passage.first, passage.last):
        verb = next((i for i in range(item.first, item.last) if clauses.is_finite(passage.tokens[i])), None)
        if verb is not None and passage.text(verb - 1, verb) == "не":
            continue
        if verb is None and passage.clause(item.first).kind is ClauseKind.CONTENT:
            continue
        role, who = item.value
        which = verb is not None and passage.clause(verb).kind is ClauseKind.RELATIVE and item.first < verb
        presided = which and passage.tokens[item.first + 1].lemma == "который"
        presided |= role is Role.CHAIR and verb is not None and _of_whom(passage, item.first, verb)
        if verb is not None and passage.clause(verb).kind is not ClauseKind.MAIN and not presided:
            continue
        if who == "subject-of-state" and not _for_a_state(passage, item):
            continue
        bound = _bound(passage, item, verb)
        if role is Role.CHAIR:
            bound = tuple(p for p in bound if len(p.refs) == 1)
            if verb is None or passage.tokens[verb].number == "sing":
                bound = _nearest(bound, item.first if verb is None else verb)
        for party in bound:
            yield from partaking.of(party, role, "present", 0.7)
            if role is Role.CHAIR and party.kind is MentionKind.OFFICIAL:
                yield from partaking.of(party, Role.ATTENDEE, "present", 0.7)


def listed(passage: Passage) -> Iterator[Part]:
    """Whoever a line of a list names with their post: "— Иванов Иван — директор института;"."""
    tokens = passage.tokens[passage.first : passage.last]
    people = passage.of_kind(MentionKind.OFFICIAL)
    opens = len(tokens) > _LINE and tokens[0].text in _DASHES and bool(people) and people[0].first == passage.first + 1
    if _of_a_state(passage, people):
        yield from partaking.of(people[0], Role.ATTENDEE, "listed", 0.7)
        return
    after = passage.tokens[people[0].last].text if opens and people[0].last < passage.last else ""
    if opens and after in {*_DASHES, ","} and not any(clauses.is_finite(t) for t in tokens):
        yield from partaking.of(people[0], Role.ATTENDEE, "listed", 0.7)


def _of_a_state(passage: Passage, people: Sequence[Party]) -> bool:
    """Whether a line names somebody and their state: "Иван Тестов – Республика Индия,"."""
    if len(people) != 1 or people[0].first != passage.first or people[0].last + 1 >= passage.last:
        return False
    states = [p for p in passage.of_kind(MentionKind.STATE) if p.first == people[0].last + 1]
    dash = passage.tokens[people[0].last].text in _DASHES
    return dash and bool(states) and passage.last - states[0].last <= 1


_LINE = 4
"""Tokens of the shortest line of a list."""
_DASHES = frozenset({"-", "–", "—", "•"})


def _of_whom(passage: Passage, first: int, verb: int) -> bool:
    """Whether a relative clause says who presides: "семинар, которым руководил X", "X, который председательствовал"."""
    clause = passage.clause(verb)
    which = passage.tokens[clause.first]
    who = which.lemma == "который" and which.case == "nomn"
    return clause.kind is ClauseKind.RELATIVE and (first < verb or who)


def _bound(passage: Passage, item: Found[tuple[Role, str]], verb: int | None) -> tuple[Party, ...]:
    """Those whom one phrase binds."""
    role, who = item.value
    here = passage.clause(item.last - 1)
    after = [p for p in passage.of_kind(*grammar.WHO) if p.first >= item.last and _told(passage, p, here)]
    words = passage.tokens[item.first : item.last]
    passive = any(t.pos == "PRTS" and t.lemma == "представить" for t in words)
    if who == "agent" or passive:
        return tuple(p for p in after if p.kind is MentionKind.OFFICIAL and p.case in {"ablt", ""})[:1]
    if who == "with":
        beside = any(i.value[1] == "list" for i in _table().longest(passage.tokens, passage.first, passage.last))
        return (
            tuple(p for p in after if p.kind is MentionKind.OFFICIAL and p.case in {"ablt", ""})[:1] if beside else ()
        )
    if who == "genitive":
        return _chained(passage, _several(passage, [p for p in after if _hangs(passage, p, item.last)]))
    if verb is None and words[0].pos == "GRND":
        main = [c for c in passage.clauses if c.kind is ClauseKind.MAIN]
        finite = [i for c in main for i, t in clauses.words(passage.tokens, c) if clauses.is_finite(t)]
        verb = min(finite, key=lambda i: abs(i - item.first), default=None)
    if who.startswith("subject") and verb is not None:
        subjects = grammar.subjects(passage, verb)
        if who == "subject-of-state" or any(t.lemma == "представлять" for t in words):
            people = [p for p in subjects if p.kind is MentionKind.OFFICIAL] or _behind(passage, verb)
            return (*people, *_elliptic(passage, verb))
        if subjects and (subjects[-1].last <= verb or role is Role.CHAIR):
            return _chained(passage, subjects)
    if who == "object":
        guests = [p for p in after if p.kind is MentionKind.OFFICIAL and p.case in {"accs", "gent", ""}]
        near = [p for p in guests if not clauses.preposition(passage.tokens, p.first, passage.first)]
        return tuple(_run(passage, near))
    return _chained(passage, _run(passage, [p for p in after if grammar.nominative(passage, p)]))


def _nearest(parties: Sequence[Party], verb: int) -> tuple[Party, ...]:
    """The one party nearest to a verb in the singular: who presides is one."""
    return (min(parties, key=lambda p: min(abs(p.first - verb), abs(p.last - verb))),) if parties else ()


def _run(passage: Passage, parties: Sequence[Party]) -> list[Party]:
    """The parties of one list: up to a colon, a semicolon or another verb."""
    found = list(parties[:1])
    for party in parties[1:]:
        between = range(found[-1].last, party.first)
        if any(passage.tokens[i].text in {":", ";"} or _another_verb(passage, i) for i in between):
            break
        found.append(party)
    return found


def _another_verb(passage: Passage, at: int) -> bool:
    """Whether a finite verb stands here that is not of a relative clause within a list: "A, который вёл его, B"."""
    return clauses.is_finite(passage.tokens[at]) and passage.clause(at).kind is not ClauseKind.RELATIVE


def _behind(passage: Passage, verb: int) -> list[Party]:
    """People who are the subject right behind a verb whose object, a state, looks like a subject."""
    clause = passage.clause(verb)
    able = [p for p in passage.of_kind(MentionKind.OFFICIAL) if verb < p.first < clause.last]
    return _run(passage, [p for p in able if grammar.nominative(passage, p)])


def _for_a_state(passage: Passage, item: Found[tuple[Role, str]]) -> bool:
    """Whether a state or body stands right before the verb, or at the head of its clause: "Армению представил X"."""
    first = passage.clause(item.first).first
    before = [p for p in passage.parties if first <= p.first < item.first]
    return bool(before) and all(p.kind is not MentionKind.OFFICIAL for p in before)


def _elliptic(passage: Passage, verb: int) -> Iterator[Party]:
    """ "Армению представил A, Казахстан – B": those who follow a state or body and a dash."""
    parties = [p for p in passage.of_kind(*grammar.WHO) if p.first > verb]
    for state, person in pairwise(parties):
        dash = passage.text(state.last, person.first) in _DASHES
        if dash and person.kind is MentionKind.OFFICIAL and state.kind is not MentionKind.OFFICIAL:
            yield person


_DASHES = frozenset({"-", "–", "—"})


def _hangs(passage: Passage, party: Party, at: int) -> bool:
    """Whether the party is a person in the genitive, or a state or body right after the words or its people."""
    if party.kind is MentionKind.OFFICIAL:
        return party.case in {"gent", ""}
    through = grammar.delegate(passage, party)
    return party.first == at or (through is not None and through.case == "gent")


def _several(passage: Passage, parties: list[Party]) -> list[Party]:
    """The first party and those that follow it before another preposition or verb."""
    found = parties[:1]
    for party in parties[1:]:
        between = passage.tokens[found[-1].last : party.first]
        if any(clauses.is_finite(t) or _breaks(t) for t in between):
            break
        found.append(party)
    return found


def _told(passage: Passage, party: Party, here: Clause) -> bool:
    """Whether the party stands in the clause of the words or one that goes on with the list, and is not only named."""
    clause = passage.clause(party.first)
    aside = (
        clause != here
        and clause.kind is ClauseKind.RELATIVE
        and any(clauses.is_finite(t) for _, t in clauses.words(passage.tokens, clause))
    )
    out = grammar.bracketed(passage, party) or grammar.bystander(passage, party) or grammar.qualifies(passage, party)
    return clause.kind is not ClauseKind.CONTENT and not aside and not out


def _breaks(token: Token) -> bool:
    return token.pos == "PREP" and token.lemma not in {"кроме", "помимо"}


def _chained(passage: Passage, parties: Sequence[Party]) -> tuple[Party, ...]:
    """The parties, each state or body with those that go on its list ("представители А, Б и В и руководители Г")."""
    found: list[Party] = []
    for party in parties:
        found.append(party)
        if party.kind is not MentionKind.OFFICIAL:
            found.extend(p for p in _listed(passage, party) if p not in parties)
    return tuple(dict.fromkeys(found))


def _listed(passage: Passage, last: Party) -> Iterator[Party]:
    """The states and bodies that go on a list after one of them."""
    for party in passage.of_kind(MentionKind.STATE, MentionKind.ORGANISATION):
        between = passage.tokens[last.last : party.first]
        near = party.first >= last.last and len(between) <= _CHAIN
        near = near and not grammar.qualifies(passage, party)  # "таджикское министерство"
        if near and between and not any(clauses.is_finite(t) or _breaks(t) for t in between):
            yield party
            last = party
