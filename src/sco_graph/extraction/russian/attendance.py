"""Words that bind parties to an interaction: "приняли участие в", "выступил на", "открыл"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...model import Role
from ..lexicon import rows
from ..once import once
from ..phrases import Phrases
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from . import clauses, grammar
from .clauses import Clause, ClauseKind
from .passages import Party, Passage

NEAR = 7
"""Words between "участие в" and the noun: adjectives, an ordinal, "работе"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Words that bind parties to a trigger: tokens, the role they give, whether the noun stands before them."""

    first: int
    last: int
    role: Role
    inverse: bool


@cache
def _attendance(language: str) -> Phrases[tuple[Role, frozenset[str]]]:
    return Phrases(
        (pattern, (Role(role), frozenset(links.split(","))))
        for pattern, role, links, _ in rows(language, "attendance", 4)
    )


@once
def bond(passage: Passage, trigger: Trigger) -> Bond | None:
    """ "приняли участие в заседании", "в заседании приняли участие", "открыл форум": the words that bind.

    The nearest ones of the trigger's clause that fit its preposition.
    """
    found, at = _bond(passage, trigger), _listed_after(passage, trigger)
    for _ in range(_LIST):
        if found is not None or at is None:
            break
        found, at = _bond(passage, at), _listed_after(passage, at)
    return found


_LIST = 6
"""Gatherings of one list."""


def _listed_after(passage: Passage, trigger: Trigger) -> Trigger | None:
    """The trigger before this one in a list in one case: "присутствовали на церемонии открытия, форуме, выставке"."""
    clause = passage.clause(trigger.first)
    before = [t for t in passage.triggers if clause.first <= t.first < trigger.first]
    at = trigger.first - 1
    while at > clause.first and passage.tokens[at].pos in {"ADJF", "NUMR", "PREP"}:
        at -= 1
    if not before or at <= clause.first or passage.tokens[at].text.lower() not in {",", "и", "также"}:
        return None
    alike = [t for t in before if grammar.case(passage, t) == "loct"]
    if not alike or grammar.case(passage, trigger) != "loct":
        return None
    mine, its = governing(passage, trigger), governing(passage, alike[-1])
    between = passage.tokens[alike[-1].last : at]
    return alike[-1] if mine in {"", its} and not any(clauses.is_finite(t) for t in between) else None


def _bond(passage: Passage, trigger: Trigger) -> Bond | None:
    first, last = reach(passage, trigger.first)
    governor = governing(passage, trigger)
    best: Bond | None = None
    for item in _attendance("ru").all(passage.tokens, first, last):
        role, links = item.value
        if item.last <= trigger.first:
            fits = _joined(passage, item.last, trigger, links, governor)
        else:
            fits = item.first >= trigger.last and _governs(passage, trigger, governor, links)
            fits = fits and _near(passage, trigger, item.first)
        inverse = item.first >= trigger.last
        if fits and (best is None or best.inverse or not inverse):
            best = Bond(first=item.first, last=item.last, role=role, inverse=inverse)
    return best


def _governs(passage: Passage, trigger: Trigger, governor: str, links: frozenset[str]) -> bool:
    """Whether the noun that stands first is bound: by its preposition, or as the object ("форум открыл")."""
    as_object = "obj" in links and not governor and grammar.case(passage, trigger) == "accs"
    return governor in links or as_object


def _joined(passage: Passage, at: int, trigger: Trigger, links: frozenset[str], governor: str) -> bool:
    """Whether the words that end at this token reach the noun: by a fitting preposition, or directly."""
    formats = {i for f in passage.formats for i in range(f.first, f.last)}
    when = [(d.start, d.stop) for d in passage.dates]
    formats |= {i for i in range(at, trigger.first) if any(a <= passage.tokens[i].start < b for a, b in when)}
    between = [passage.tokens[i] for i in range(at, trigger.first) if i not in formats]
    between = between[1:] if formats and [t.pos for t in between[:2]] == ["PREP", "PREP"] else between
    if len(between) > NEAR or any(clauses.is_finite(t) or t.text in {",", ";", "."} for t in between):
        return False
    prepositions = [t.lemma for t in between if t.pos == "PREP"]
    if prepositions:
        return len(prepositions) == 1 and prepositions[0] in links
    if "gen" in links and grammar.case(passage, trigger) in {"gent", ""}:
        return all(t.pos in {"ADJF", "PRTF", "NUMR"} or t.text[:1].isdigit() for t in between)
    return "obj" in links and not governor and grammar.case(passage, trigger) in {"accs", "nomn", ""}


def reach(passage: Passage, at: int) -> tuple[int, int]:
    """The clause of a token; with the clause that goes on after a relative one, if it has no verb of its own."""
    clause = passage.clause(at)
    if any(clauses.is_finite(t) for _, t in clauses.words(passage.tokens, clause)):
        return clause.first, clause.last
    later = [c for c in passage.clauses if c.first >= clause.last]
    if later and later[0].kind is ClauseKind.RELATIVE:
        on = next((c for c in later if c.kind is ClauseKind.MAIN), None)
        return (clause.first, on.last) if on is not None else (clause.first, clause.last)
    return clause.first, clause.last


def governing(passage: Passage, trigger: Trigger) -> str:
    """The preposition before the trigger; that of "на открытии" and the like, and of words that hold it themselves."""
    if passage.tokens[trigger.first].pos == "PREP":
        return passage.tokens[trigger.first].lemma
    words = clauses.preposition(passage.tokens, trigger.first, passage.first).split()
    return words[0] if words and (len(words) == 1 or words[1] in _STAGES) else " ".join(words)


def opened(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """People who are the subject of a sentence that opens with "на" and the noun: "На брифинге A объявил"."""
    noun = trigger.sense.frame is Frame.NOUN and passage.tokens[passage.first].lemma == "на"
    if not noun or trigger.first - passage.first > NEAR or grammar.case(passage, trigger) not in {"loct", ""}:
        return ()
    if any(clauses.is_finite(t) for t in passage.tokens[passage.first : trigger.first]):
        return ()
    later = [c for c in passage.clauses if c.last > trigger.last and c.kind is ClauseKind.MAIN]
    verb = next((i for c in later for i, t in clauses.words(passage.tokens, c) if clauses.is_finite(t)), None)
    subjects = grammar.subjects(passage, verb) if verb is not None else ()
    return tuple(p for p in subjects if p.kind is MentionKind.OFFICIAL and len(p.refs) == 1)


_SPEECHES = frozenset({"выступление", "речь", "слово", "обращение", "доклад", "приветствие"})


@once
def headed(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """Who speaks by a heading: "Выступление министра обороны, сопредседателя комиссии Иванова на форуме"."""
    tokens = passage.tokens[passage.first : trigger.first]
    noun = next((i for i, t in enumerate(tokens[:_HEAD]) if t.lemma in _SPEECHES and t.case == "nomn"), None)
    every = passage.tokens[passage.first : passage.last]
    others = [t for t in passage.triggers if t.first < trigger.first]
    if noun is None or others or governing(passage, trigger) != "на" or any(clauses.is_finite(t) for t in every):
        return ()
    people = (p for p in passage.of_kind(MentionKind.OFFICIAL) if p.last <= trigger.first and p.case in {"gent", ""})
    return tuple(p for p in people if p.first - passage.first <= noun + 1)[:1]


_HEAD = 3
"""Words in which a heading says that it is a speech."""
_STAGES = frozenset({"открытии", "закрытии", "работе", "начале", "полях"})
"""Nouns between a preposition and the interaction that do not change who takes part."""


def _near(passage: Passage, trigger: Trigger, last: int) -> bool:
    """Whether no finite verb of the trigger's own clause and no semicolon stands between it and a token."""
    return not any(
        t.text == ";" or (clauses.is_finite(t) and passage.clause(i).kind is not ClauseKind.RELATIVE)
        for i, t in enumerate(passage.tokens[trigger.last : last], trigger.last)
    )


def attends(passage: Passage, clause: Clause) -> int | None:
    """Index after the words of taking part in a clause; None without any."""
    found = [i for i in _attendance("ru").all(passage.tokens, clause.first, clause.last) if i.value[0] is Role.ATTENDEE]
    return max((i.last for i in found if i.value[1] & {"в", "на"}), default=None)
