"""Who has the floor from sentence to sentence, and who is the subject of a verb of saying that names nobody."""

from __future__ import annotations

from dataclasses import field, replace

from ...light import dataclass
from ...model import Act
from ..acts import Kind, Verb
from . import acts, described, grammar, speakers
from .clauses import ClauseKind, is_finite
from .described import Seats
from .passages import Passage
from .speakers import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Who has the floor when a sentence begins: the last speaker, in which sentence, and the sides of the talks.

    ``subject`` is the one official who was the subject of the sentence before; ``owner`` is whose words the quotation
    is that goes on here, as a later sentence or a line before it says.
    """

    speaker: Speaker | None = None
    passage: int = -9
    paragraph: int = -9
    sides: tuple[str, ...] = ()
    author: Speaker | None = None
    talks: bool = False
    subject: Speaker | None = None
    owner: Speaker | None = None
    seats: Seats = field(default_factory=dict)


def of(passage: Passage, verb: Verb, floor: Floor, held: Speaker | None) -> Speaker | None:
    """The speaker of a verb: its subject, or, where it has none, who spoke in this sentence or the last.

    ``held`` is whoever spoke before in the sentence.
    """
    who = speakers.subject(passage, verb, floor.sides, floor.speaker)
    if who is not None:
        return speakers.goes_on(passage, verb, who, floor.speaker if passage.index - floor.passage == 1 else None)
    named = _by_sides(passage, verb, floor) or _by_trade(passage, verb, floor)
    if named is not None:
        return named
    if held is None and passage.tokens[verb.first].pos == "GRND":
        return _of_gerund(passage, verb, floor)
    if not _is_passive(passage, verb) and speakers.foreign(passage, verb):
        return None
    several = passage.tokens[verb.first].number == "plur" and not _is_passive(passage, verb)
    if held is not None:
        return None if several and not held.joint else held
    if floor.speaker is not None and 0 < passage.index - floor.passage <= 1 and not several:
        return replace(floor.speaker, rule="rule:goes_on")
    return _unnamed(passage, verb, floor)


def _of_both(passage: Passage, verb: Verb, floor: Floor) -> Speaker | None:
    """Both sides, where theirs is the clause that a gerund goes with: "стороны обменялись мнениями, отметив"."""
    clause = passage.clause(verb.first)
    before = [c for c in passage.clauses if c.last <= clause.first and c.kind is ClauseKind.MAIN]
    at = next((i for c in before[-1:] for i in range(c.first, c.last) if is_finite(passage.tokens[i])), None)
    return speakers.both(passage, replace(verb, first=at, last=at + 1), floor.sides) if at is not None else None


def _of_gerund(passage: Passage, verb: Verb, floor: Floor) -> Speaker | None:
    """Both sides, or whoever did what the clause before tells; "A, поблагодарив B, отметил" goes with the main verb."""
    both = _of_both(passage, verb, floor) or speakers.of_gerund(passage, verb)
    return both or (None if _said_otherwise(passage, verb) else speakers.of_clause_before(passage, verb))


def _said_otherwise(passage: Passage, verb: Verb) -> bool:
    """Whether the sentence has a verb of saying of its own besides the gerund."""
    told = (v for v in acts.verbs(passage, passage.first, passage.last) if v.kind is not Kind.GUARD)
    return any(is_finite(passage.tokens[v.first]) for v in told if v.first != verb.first)


def _is_passive(passage: Passage, verb: Verb) -> bool:
    token = passage.tokens[verb.first]
    return token.pos == "PRTS" or token.lemma in _REFLEXIVE


def _unnamed(passage: Passage, verb: Verb, floor: Floor) -> Speaker | None:
    """Whoever the clause before is of; both sides for a passive of what was thought, at the head of a sentence."""
    if not _is_passive(passage, verb):
        return speakers.elided(passage, verb)
    opens = passage.clause(verb.first).first == passage.first or verb.kind is Kind.JOINT
    if verb.act in _THOUGHT and floor.talks and opens and len(floor.sides) == _TWO:
        token = passage.tokens[verb.first]
        return Speaker(refs=floor.sides, start=token.start, stop=token.stop, rule="rule:agreed", together=True)
    return None


def _by_sides(passage: Passage, verb: Verb, floor: Floor) -> Speaker | None:
    """Those who stand for bodies or states that agreed, or the one whom a description of a side means."""
    if verb.kind is Kind.JOINT and len(floor.sides) > 1 and _bodies_agree(passage, verb):
        token = passage.tokens[verb.first]
        return Speaker(refs=floor.sides, start=token.start, stop=token.stop, rule="rule:agreed", together=True)
    told = described.speaker(passage, verb, floor.seats, floor.sides)
    if told is None:
        return None
    return Speaker(refs=told[:1], start=told[1].start, stop=told[1].stop, rule="rule:described")


_TRADES = frozenset(
    "дипломат политик чиновник спикер депутат эксперт глава руководитель сенатор парламентарий".split()  # noqa: SIM905
)


def _by_trade(passage: Passage, verb: Verb, floor: Floor) -> Speaker | None:
    """Whoever the sentence before was about, where a word for their trade goes on with them: "Дипломат добавил"."""
    last = floor.subject or (floor.speaker if passage.index - floor.passage == 1 else None)
    clause = passage.clause(verb.first)
    for at in range(max(clause.first, verb.first - _REACH), min(verb.last + 1, clause.last)):
        token = passage.tokens[at]
        between = passage.tokens[at + 1 : verb.first]
        alone = all(t.text.isupper() or t.pos in {"ADVB", "PRCL", "CONJ"} for t in between)
        if token.lemma in _TRADES and token.case == "nomn" and token.number == "sing" and alone and last is not None:
            return replace(last, start=token.start, stop=token.stop, rule="rule:trade")
    return None


_REACH = 4
"""Tokens between the word for a trade and the verb: "Спикер СФ также сообщила"."""


def _bodies_agree(passage: Passage, verb: Verb) -> bool:
    """Whether several bodies or states are the subject of "договорились": those who stand for them did."""
    parties = grammar.subjects(passage, verb.first)
    return passage.tokens[verb.first].number == "plur" and bool(parties)


_REFLEXIVE = frozenset({"отмечаться", "подчеркиваться", "указываться"})
"""Verbs that are passive without being participles: "отмечалась важность"."""
_THOUGHT = frozenset({Act.EMPHASISE, Act.PRAISE, Act.EXPRESS_CONFIDENCE, Act.PLEDGE, Act.SUPPORT, Act.AGREE})
_TWO = 2
"""Sides of talks: a passive that nobody is the subject of is what both agreed on."""
