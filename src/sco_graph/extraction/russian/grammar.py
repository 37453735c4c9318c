"""What the grammar of a sentence says of parties and verbs: who is the subject, who only stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..lexicon import rows
from ..once import once
from ..phrases import Found, Phrases
from ..reading import MentionForm, MentionKind, Token
from ..triggers import Trigger
from . import clauses, morphology
from .clauses import Clause, ClauseKind
from .passages import Party, Passage

WHO = (MentionKind.OFFICIAL, MentionKind.ORGANISATION, MentionKind.STATE)

_BESIDE = 2


@cache
def _table(language: str, name: str) -> Phrases[str]:
    return Phrases((row[0], row[1]) for row in rows(language, name, 3))


@once
def found(passage: Passage, name: str, first: int, last: int) -> tuple[Found[str], ...]:
    """Phrases of a two-column table of the lexicon in a range of tokens, overlapping ones too."""
    return tuple(_table("ru", name).all(passage.tokens, first, last))


@once
def head(passage: Passage, trigger: Trigger) -> Token:
    """The noun of a trigger: the first noun of its words."""
    inner = passage.tokens[trigger.first : trigger.last]
    return next((t for t in inner if t.pos == "NOUN"), inner[0])


def case(passage: Passage, trigger: Trigger) -> str:
    """Grammatical case of the trigger's noun."""
    return head(passage, trigger).case


def number(passage: Passage, trigger: Trigger) -> str:
    """Grammatical number of the trigger's noun."""
    return head(passage, trigger).number


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


def delegate(passage: Passage, party: Party) -> Token | None:
    """The noun before a body that makes people of it: "представители Миссии", "с руководством комиссии"."""
    floor = max(passage.first, party.first - 5)
    for item in found(passage, "groups", floor, party.first):
        between = passage.tokens[item.last : party.first]
        if item.value == "delegates" and not any(clauses.is_finite(t) or t.text in {",", ";"} for t in between):
            return passage.tokens[item.first]
    return None


def nominative(passage: Passage, party: Party) -> bool:
    """Whether the party can be a subject: in the nominative itself, or through a noun such as "представители"."""
    before = clauses.preposition(passage.tokens, party.first, passage.first)
    if before and (not (party.case == "nomn" and " " in before) or before in _OF_SOMEBODY):
        return False
    if party.kind is MentionKind.OFFICIAL:
        return party.case in {"nomn", ""}
    through = delegate(passage, party)
    if through is not None:
        return through.case in {"nomn", ""} or may_be_nominative(passage, passage.token_at(through.start))
    return (party.case == "nomn" and not _apposed(passage, party)) or _acronym(passage, party)


_OF_SOMEBODY = frozenset(
    {
        "под председательством",
        "под руководством",
        "при участии",
        "с участием",
        "от имени",
        "по приглашению",
        "по словам",
    }
)
"""Prepositions after which a name that has no cases ("Ван И") is no subject."""


def _acronym(passage: Passage, party: Party) -> bool:
    """Whether an acronym that has no cases hangs on no word before it: "7 мая ШОС и ОДКБ подписали"."""
    before = passage.tokens[party.first - 1] if party.first > passage.first else None
    free = before is None or before.pos in {"CONJ", "VERB", "PRTS"} or before.text.lower() in _MONTHS | {","}
    body = party.kind is MentionKind.ORGANISATION and party.last - party.first == 1
    return body and free and passage.tokens[party.first].text.isupper()


_MONTHS = frozenset(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря года".split()  # noqa: SIM905
)


def may_be_nominative(passage: Passage, at: int) -> bool:
    """Whether a noun that is read in another case looks like a nominative and hangs on no word: "страны проведут"."""
    before = passage.tokens[at - 1] if at > passage.first else None
    hangs = (
        before is not None
        and before.lemma != "который"
        and (before.pos in {"NOUN", "PREP", "NUMR", "ADJF"} or before.text[:1].isdigit())
    )
    return not hangs and "nomn" in morphology.cases(passage.tokens[at].text)


def _apposed(passage: Passage, party: Party) -> bool:
    """Whether a name in the nominative only explains a noun in another case ("агентству Казинформ")."""
    if party.first <= passage.first:
        return False
    before = passage.tokens[party.first - 1]
    return before.pos == "NOUN" and before.case not in {"nomn", ""}


def subjects(passage: Passage, verb: int) -> tuple[Party, ...]:
    """Parties that are the subject of the verb at this token: the nearest before it in its clause, else after it.

    Coordinated ones are given together.
    """
    clause = passage.clause(verb)
    able = [a for a in passage.of_kind(*WHO) if clause.first < a.last and a.first < clause.last]
    able = list(_with_listed(passage, [a for a in able if not bracketed(passage, a) and not qualifies(passage, a)]))
    if clause.kind is ClauseKind.RELATIVE:
        meant = antecedent(passage, clause)
        if meant or not able:
            return meant
    # "Freedonia is a partner, said the minister": the person right after the verb is its subject.
    said = any(a.first == verb + 1 and a.kind is MentionKind.OFFICIAL for a in able)
    if not said and not any(a.last <= verb for a in able):
        broken = begun(passage, clause)
        ahead = [] if broken is None else [a for a in passage.of_kind(*WHO) if broken.first <= a.first < broken.last]
        able = [a for a in ahead if nominative(passage, a)] or able
    before = [a for a in able if a.last <= verb]
    people = [a for a in before if a.kind is MentionKind.OFFICIAL]
    before = people or [leader(passage, a) or a for a in before]
    if before:
        return tuple(_coordinated(passage, before))
    after = [a for a in able if a.first > verb]
    return tuple(_coordinated(passage, after[::-1]))[::-1] if after else _elided(passage, clause, verb)


def _elided(passage: Passage, clause: Clause, verb: int) -> tuple[Party, ...]:
    """The subject of the main clause before, of "A пообщался с B, а также подписал": a verb that goes on with it."""
    if clause.kind is not ClauseKind.MAIN or passage.tokens[clause.first].text.lower() not in _GOES_ON:
        return ()
    if any(t.pos in {"NOUN", "NPRO"} and t.case == "nomn" for t in passage.tokens[clause.first : verb]):
        return ()
    before = [c for c in passage.clauses if c.last <= clause.first and c.kind is ClauseKind.MAIN]
    said = [i for c in before[-1:] for i, t in clauses.words(passage.tokens, c) if clauses.is_finite(t)]
    alike = bool(said) and passage.tokens[said[-1]].number == passage.tokens[verb].number
    return subjects(passage, said[-1]) if alike else ()


_GOES_ON = frozenset({"а", "и", "но", "затем", "потом", "также"})


def qualifies(passage: Passage, party: Party) -> bool:
    """Whether a state's adjective belongs to a title or a body: "его российский коллега Иванов", "чешский центр"."""
    if party.kind is not MentionKind.STATE or party.form is not MentionForm.ADJECTIVE:
        return False
    if any(a.first == party.last for a in passage.of_kind(MentionKind.ORGANISATION)):
        return True
    name = next((a for a in passage.of_kind(MentionKind.OFFICIAL) if a.first >= party.last), None)
    between = passage.tokens[party.last : name.first] if name is not None else ()
    return bool(between) and len(between) <= _TITLE and all(t.pos in {"NOUN", "ADJF"} for t in between)


_TITLE = 4


def bracketed(passage: Passage, party: Party) -> bool:
    """Whether a state or body stands in brackets, of whoever stands before: "Иванов (Россия)"."""
    opened = party.first > passage.first and passage.tokens[party.first - 1].text == "("
    return opened and party.kind is not MentionKind.OFFICIAL


def _with_listed(passage: Passage, parties: list[Party]) -> Iterator[Party]:
    """Those that can be subjects, and the states that go on their list: "лидеры стран - А, Б и В подписали"."""
    held: Party | None = None
    for party in parties:
        listed = held is not None and party.kind is held.kind is MentionKind.STATE and {held.case, party.case} <= _OF
        joins = listed and held is not None and passage.text(held.last, party.first) in {",", "и"}
        if joins or nominative(passage, party):
            held = party
            yield party
        else:
            held = None


_OF = frozenset({"gent", "loct", "datv", ""})
"""Cases that look like the genitive of a state's name: "Индии"."""


def leader(passage: Passage, party: Party) -> Party | None:
    """The person at the head of a delegation: "делегация Секретариата во главе с A"; None without one."""
    head = next((a for a in passage.of_kind(MentionKind.OFFICIAL) if a.first >= party.last), None)
    if head is None or passage.text(party.last, head.first) not in {"во главе с", "во главе со"}:
        return None
    return head


def begun(passage: Passage, clause: Clause) -> Clause | None:
    """The main clause that this one goes on after words set off by commas.

    "A, находящийся в B, встретился"; "A, министр обороны, встретился".
    """
    if clause.kind is not ClauseKind.MAIN:
        return None
    before = [c for c in passage.clauses if c.last <= clause.first]
    aside = {ClauseKind.RELATIVE, ClauseKind.GERUND}
    verb = next((i for i, t in clauses.words(passage.tokens, clause) if clauses.is_finite(t)), clause.first)
    opens = not any(t.pos == "NOUN" and t.case == "nomn" for t in passage.tokens[clause.first : verb])
    if not before or (before[-1].kind not in aside and not opens):
        return None
    main = next((c for c in reversed(before) if c.kind is ClauseKind.MAIN), None)
    if main is None or any(clauses.is_finite(t) for _, t in clauses.words(passage.tokens, main)):
        return None
    return main


def antecedent(passage: Passage, clause: Clause) -> tuple[Party, ...]:
    """The party that "который" in the nominative or a participle stands for: the one right before the clause."""
    head = passage.tokens[clause.first : clause.first + 1]
    stands = bool(head) and ((head[0].lemma == "который" and head[0].case == "nomn") or head[0].pos == "PRTF")
    if not stands:
        return ()
    return tuple(p for p in passage.of_kind(*WHO) if 0 <= clause.first - p.last <= 1)


def _coordinated(passage: Passage, run: list[Party]) -> Iterator[Party]:
    """The last of the run, and those before it that "и" or a comma joins to it."""
    held = run[-1]
    result = [held]
    for party in reversed(run[:-1]):
        low, high = sorted((party, held), key=lambda a: a.first)
        between = passage.tokens[low.last : high.first]
        joined = any(t.text.lower() in {"и", ","} for t in between)
        if joined and not any(clauses.is_finite(t) or t.pos == "GRND" or t.text == ";" for t in between):
            result.append(party)
            held = party
        else:
            break
    return reversed(result)


def is_object(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the party can be the object of the verb: accusative or genitive, in its clause, without a preposition."""
    clause = passage.clause(trigger.first)
    return (
        clause.first <= party.first < clause.last
        and party.case in {"accs", "gent", ""}
        and not clauses.preposition(passage.tokens, party.first, passage.first)
        and party not in subjects(passage, clauses.verb_of(passage.tokens, trigger.first, trigger.last))
    )


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


def between(passage: Passage, party: Party) -> bool:
    """Whether the party is one of those that "между" joins."""
    clause = passage.clause(party.first)
    words = [i for i in range(clause.first, party.first) if passage.tokens[i].lemma == "между"]
    return bool(words) and not any(clauses.is_finite(t) for t in passage.tokens[words[-1] : party.first])
