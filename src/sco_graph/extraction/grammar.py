"""What the grammar of a sentence says of a trigger: whether it happens, who is its subject, what hangs on its noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from ..model import InteractionType, Role
from . import clauses
from .clauses import ClauseKind
from .drafts import Standing
from .lexicon import rows
from .phrases import Found, Phrases
from .reading import MentionKind
from .passages import Party, Passage
from .triggers import Frame, Trigger

WHO = (MentionKind.OFFICIAL, MentionKind.ORGANISATION, MentionKind.STATE)
_NEAR = 7
"""Words between "участие в" and the noun: adjectives, an ordinal, "работе"."""
_BESIDE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Words that bind parties to a trigger: range of tokens, the role they give, whether the noun stands before them."""

    first: int
    last: int
    role: Role
    inverse: bool


@cache
def _table(language: str, name: str) -> Phrases[str]:
    return Phrases((row[0], row[1]) for row in rows(language, name, 3))


def found(passage: Passage, name: str, first: int, last: int) -> tuple[Found[str], ...]:
    """Phrases of a two-column table of the lexicon in a range of tokens, overlapping ones too."""
    return tuple(_table("ru", name).all(passage.tokens, first, last))


@cache
def _attendance(language: str) -> Phrases[tuple[Role, frozenset[str]]]:
    return Phrases(
        (pattern, (Role(role), frozenset(links.split(",")))) for pattern, role, links, _ in rows(language, "attendance", 4)
    )


def bond(passage: Passage, trigger: Trigger) -> Bond | None:
    """ "приняли участие в заседании", "в заседании приняли участие", "открыл форум": the words that bind.

    The nearest ones of the trigger's clause that fit its preposition.
    """
    clause = passage.clause(trigger.first)
    governor = clauses.preposition(passage.tokens, trigger.first, passage.first)
    best: Bond | None = None
    for item in _attendance("ru").all(passage.tokens, clause.first, clause.last):
        role, links = item.value
        if item.last <= trigger.first:
            fits = _joined(passage, item.last, trigger, links, governor)
        else:
            fits = item.first >= trigger.last and governor in links and _near(passage, trigger.last, item.first)
        inverse = item.first >= trigger.last
        if fits and (best is None or best.inverse or not inverse):
            best = Bond(first=item.first, last=item.last, role=role, inverse=inverse)
    return best


def _joined(passage: Passage, at: int, trigger: Trigger, links: frozenset[str], governor: str) -> bool:
    """Whether the words that end at this token reach the noun: by a fitting preposition, or directly."""
    between = passage.tokens[at : trigger.first]
    if len(between) > _NEAR or any(clauses.is_finite(t) or t.text in {",", ";", "."} for t in between):
        return False
    prepositions = [t.lemma for t in between if t.pos == "PREP"]
    if prepositions:
        return len(prepositions) == 1 and prepositions[0] in links
    if "gen" in links and case(passage, trigger) in {"gent", ""}:
        return all(t.pos in {"ADJF", "PRTF", "NUMR"} or t.text[:1].isdigit() for t in between)
    return "obj" in links and not governor and case(passage, trigger) in {"accs", "nomn", ""}


def _near(passage: Passage, first: int, last: int) -> bool:
    """Whether no finite verb and no semicolon stands between."""
    return not any(clauses.is_finite(t) or t.text == ";" for t in passage.tokens[first:last])


def happening(passage: Passage, trigger: Trigger) -> Found[str] | None:
    """The verb of the trigger's clause that says that it takes place ("состоялась", "провел")."""
    clause = passage.clause(trigger.first)
    verbs = [
        item
        for item in found(passage, "happenings", clause.first, clause.last)
        if clauses.is_finite(passage.tokens[item.first]) or passage.tokens[item.first].pos in {"INFN", "GRND"}
    ]
    return min(verbs, key=lambda item: abs(item.first - trigger.first), default=None)


def _verb(passage: Passage, trigger: Trigger) -> Standing | None:
    """A verb tells of it by itself, unless it is only a noun of travel or a noun that recalls."""
    head = passage.tokens[trigger.first]
    if trigger.sense.frame in {Frame.NOUN, Frame.RECALL} or head.pos == "NOUN":
        return None
    return Standing.HAPPENS


def _happens(passage: Passage, trigger: Trigger) -> Standing | None:
    """A noun in the nominative or accusative with a verb of happening ("состоялась встреча")."""
    if trigger.sense.frame is Frame.RECALL or clauses.preposition(passage.tokens, trigger.first, passage.first):
        return None
    verb = happening(passage, trigger)
    if verb is None:
        return None
    low, high = sorted((verb.last, trigger.first))
    near = all(t.pos in {"ADJF", "PRTF", "NUMR", "ADVB", "PRCL", "CONJ"} or not t.text.isalpha() for t in passage.tokens[low:high])
    able = _head(passage, trigger).case in {"nomn", "accs", ""}
    return Standing.HAPPENS if able or (near and verb.last <= trigger.first) else None


def _observes(passage: Passage, trigger: Trigger) -> Standing | None:
    """A mission of observers that does something by itself ("Миссия приступила к работе", "Миссия ... продолжает")."""
    if trigger.sense.type is not InteractionType.ELECTION_OBSERVATION or trigger.sense.frame is not Frame.NOUN:
        return None
    others = [t for t in passage.triggers if t is not trigger and t.sense.type is not trigger.sense.type]
    subject = _head(passage, trigger).case == "nomn" and main_clause(passage, trigger.first)
    return Standing.HAPPENS if subject and not others else None


def _convened(passage: Passage, trigger: Trigger) -> Standing | None:
    """ "На заседании Совета ... рассмотрены вопросы": the sentence opens with the noun and goes on with what was done there."""
    if trigger.sense.frame is not Frame.NOUN or clauses.preposition(passage.tokens, trigger.first, passage.first) not in {"на", "в ходе"}:
        return None
    before = passage.tokens[passage.first : trigger.first]
    opens = not any(clauses.is_finite(t) for t in before) and len(before) <= _NEAR
    named = any(p.first >= trigger.last and p.first - trigger.last <= 1 for p in passage.parties)
    passive = any(t.pos == "PRTS" for _, t in clauses.words(passage.tokens, passage.clause(trigger.first)))
    return Standing.ATTENDED if opens and named and passive else None


def _attended(passage: Passage, trigger: Trigger) -> Standing | None:
    """ "принял участие в заседании", "выступил на форуме"."""
    return Standing.ATTENDED if bond(passage, trigger) else None


def _title(passage: Passage, trigger: Trigger) -> Standing | None:
    """A heading: no finite verb, and the noun stands in the nominative or first."""
    if passage.index > 2 or any(clauses.is_finite(t) for t in passage.tokens[passage.first : passage.last]):
        return None
    earlier = [t for t in passage.triggers if t.first < trigger.first]
    if earlier or clauses.preposition(passage.tokens, trigger.first, passage.first) not in {"", "о", "об", "на"}:
        return None
    return Standing.TITLE


_STANDINGS: tuple[Callable[[Passage, Trigger], Standing | None], ...] = (
    _verb,
    _happens,
    _observes,
    _attended,
    _convened,
    _title,
)


def standing(passage: Passage, trigger: Trigger) -> Standing:
    """The first rule's verdict; a bare mention without one."""
    verdicts = (rule(passage, trigger) for rule in _STANDINGS)
    return next((verdict for verdict in verdicts if verdict is not None), Standing.MENTIONED)


def _head(passage: Passage, trigger: Trigger) -> clauses.Token:
    """The noun of a trigger: the first noun of its words."""
    inner = passage.tokens[trigger.first : trigger.last]
    return next((t for t in inner if t.pos == "NOUN"), inner[0])


def case(passage: Passage, trigger: Trigger) -> str:
    """Grammatical case of the trigger's noun."""
    return _head(passage, trigger).case


def number(passage: Passage, trigger: Trigger) -> str:
    """Grammatical number of the trigger's noun."""
    return _head(passage, trigger).number


def preceded(passage: Passage, party: Party, name: str) -> bool:
    """Whether a phrase of the table stands right before the party, up to two adjectives apart."""
    floor = max(passage.first, party.first - 6)
    for item in found(passage, name, floor, party.first):
        between = passage.tokens[item.last : party.first]
        if len(between) <= _BESIDE and all(t.pos in {"ADJF", "PRTF", "NOUN"} and t.text != "," for t in between):
            return True
    return False


def bystander(passage: Passage, party: Party) -> bool:
    """Whether the words before the party say that it is only named ("по приглашению", "от имени")."""
    return preceded(passage, party, "bystanders")


def delegate(passage: Passage, party: Party) -> clauses.Token | None:
    """The noun before a body that makes people of it: "представители Миссии", "с руководством комиссии"."""
    floor = max(passage.first, party.first - 5)
    for item in found(passage, "groups", floor, party.first):
        between = passage.tokens[item.last : party.first]
        if item.value == "delegates" and not any(clauses.is_finite(t) or t.text in {",", ";"} for t in between):
            return passage.tokens[item.first]
    return None


def nominative(passage: Passage, party: Party) -> bool:
    """Whether the party can be a subject: in the nominative itself, or through a noun such as "представители"."""
    if clauses.preposition(passage.tokens, party.first, passage.first):
        return False
    if party.kind is MentionKind.OFFICIAL:
        return party.case in {"nomn", ""}
    through = delegate(passage, party)
    if through is not None:
        return through.case in {"nomn", ""}
    return party.case == "nomn"


def subjects(passage: Passage, verb: int) -> tuple[Party, ...]:
    """Parties that are the subject of the verb at this token: the nearest before it in its clause, else after it.

    Coordinated ones are given together.
    """
    clause = passage.clause(verb)
    able = [a for a in passage.of_kind(*WHO) if clause.first <= a.first < clause.last and nominative(passage, a)]
    before = [a for a in able if a.last <= verb]
    if before:
        return tuple(_coordinated(passage, before))
    after = [a for a in able if a.first > verb]
    return tuple(_coordinated(passage, after[::-1]))[::-1] if after else ()


def _coordinated(passage: Passage, run: list[Party]) -> Iterator[Party]:
    """The last of the run, and those before it that "и" or a comma joins to it."""
    held = run[-1]
    result = [held]
    for party in reversed(run[:-1]):
        low, high = sorted((party, held), key=lambda a: a.first)
        between = passage.tokens[low.last : high.first]
        if all(t.text.lower() in {"и", ","} or t.pos in {"ADJF", "NOUN"} for t in between) and any(
            t.text.lower() in {"и", ","} for t in between
        ):
            result.append(party)
            held = party
        else:
            break
    return reversed(result)


def main_clause(passage: Passage, at: int) -> bool:
    """Whether a token stands in a clause of its own, not in what somebody said or in a relative clause."""
    return passage.clause(at).kind in {ClauseKind.MAIN, ClauseKind.GERUND}


def carried(passage: Passage, at: int) -> bool:
    """Whether the word at this token only says whose people they are ("представители деловых кругов")."""
    floor = max(passage.first, at - 8)
    for item in found(passage, "groups", floor, at):
        between = passage.tokens[item.last : at]
        plain = all(t.pos in {"ADJF", "NOUN", "CONJ"} or t.text in {","} for t in between)
        if item.value == "delegates" and plain and passage.tokens[item.first].number == "plur":
            return True
    return False
