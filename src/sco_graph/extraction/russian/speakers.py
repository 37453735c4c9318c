"""Who speaks: the subject of a verb of saying, an attribution, or whoever spoke before."""

from __future__ import annotations

import re
from dataclasses import replace

from ...light import dataclass
from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionForm, MentionKind
from . import clauses, grammar, morphology
from .clauses import Clause, ClauseKind
from .passages import Party, Passage

_SIDES = frozenset({"стороны", "собеседники"})
_PEERS = frozenset(
    {
        "лидеры",
        "главы",
        "президенты",
        "министры",
        "руководители",
        "дипломаты",
        "политики",
        "премьер-министры",
        "премьеры",
    }
)
"""Plurals that mean the two who talk where the sentence names nobody else."""
_TALKERS = re.compile(
    r"\b(?:участники (?:встречи|беседы|переговоров|разговора)|(?:главы|руководители) (?:делегаций|ведомств|структур|"
    r"внешнеполитических ведомств|организаций)|обе стороны|оба (?:министра|лидера|руководителя|собеседника))\b"
)
"""Words for the two who talk: "участники встречи подчеркнули"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whoever speaks: local ids (several speak together), the words that say so, and the rule.

    ``together`` tells that one word means them all ("стороны").
    """

    refs: tuple[str, ...]
    start: int
    stop: int
    rule: str
    together: bool = False

    @property
    def joint(self) -> bool:
        """Whether both sides speak."""
        return len(self.refs) > 1


def subject(passage: Passage, verb: Verb, sides: tuple[str, ...], before: Speaker | None = None) -> Speaker | None:
    """The official, or both sides, that are the subject of a verb; None if the subject is somebody else or missing.

    ``before`` is whoever spoke before: "сказал он" after a quotation does not mean those who are named in it.
    """
    parties = (
        of_text(passage, passage.clause(verb.first)) or grammar.subjects(passage, verb.first) or _behind(passage, verb)
    )
    parties = _outside(passage, verb, parties)
    people = [p for p in parties if p.kind is MentionKind.OFFICIAL]
    if passage.tokens[verb.first].pos == "PRTS" and verb.kind is not Kind.NOMINAL:
        # Whoever is in the nominative was invited, praised and the like.
        clause = passage.clause(verb.first)
        people = [
            p
            for p in passage.of_kind(MentionKind.OFFICIAL)
            if clause.first <= p.first < clause.last and p.case == "ablt" and not _governed(passage, p)
        ]
    if people and before is not None and _of_a_quotation(passage, people[0]):
        return replace(before, start=people[0].start, stop=people[0].stop, rule="rule:speaker_before")
    if people:
        refs = tuple(dict.fromkeys(ref for p in people for ref in p.refs))
        return Speaker(
            refs=refs,
            start=people[0].start,
            stop=people[-1].stop,
            rule="rule:subject",
            together=len(people) == 1 < len(refs),
        )
    return both(passage, verb, sides)


def _governed(passage: Passage, party: Party) -> bool:
    return bool(clauses.preposition(passage.tokens, party.first, passage.first))


_TEXTS = (
    "реч", "выступлен", "письм", "обращен", "видеообращен", "послан", "видеопослан", "телеграмм", "интервью", "доклад",
    "приветств", "лекци", "заявлен", "брифинг", "пресс-конференц", "комментар", "слов", "сообщен", "пост", "стать",
    "поздравлен", "встреч", "бесед", "разговор", "переговор", "заседан", "совещан", "форум", "саммит", "конференц",
    "сесси", "мероприят",
)  # fmt: skip
"""What somebody says is said in or at: "направил письмо, в котором рассказал"."""


def of_text(passage: Passage, clause: Clause) -> tuple[Party, ...]:
    """The official who speaks in a clause "в котором рассказал": its own subject, else that of the clause before."""
    tokens = passage.tokens
    if clause.kind is not ClauseKind.RELATIVE or clause.last - clause.first <= len("ab"):
        return ()
    if tokens[clause.first].pos != "PREP" or not any(
        t.lemma == "который" for t in tokens[clause.first + 1 : clause.first + len("abc")]
    ):
        return ()
    before = [t.lemma for t in tokens[max(passage.first, clause.first - _NEAR) : clause.first]]
    if not any(lemma.startswith(_TEXTS) for lemma in before):
        return ()
    officials = [p for p in passage.of_kind(MentionKind.OFFICIAL) if clause.first < p.first < clause.last]
    own = tuple(p for p in officials if grammar.nominative(passage, p))
    if own:
        return own[:1]
    if any(t.pos in {"NOUN", "NPRO"} and t.case == "nomn" for t in tokens[clause.first : clause.last]):
        return ()
    verbs = [i for i in range(passage.first, clause.first) if clauses.is_finite(tokens[i])]
    told = grammar.subjects(passage, verbs[-1]) if verbs else ()
    return told if all(p.kind is MentionKind.OFFICIAL for p in told) else ()


_NEAR = 20
"""Tokens before "в котором" among which the speech or meeting is named."""


def elided(passage: Passage, verb: Verb) -> Speaker | None:
    """The subject of the clause before, of "A выступил там, выдвинул инициативы": a verb that goes on with it."""
    clause = passage.clause(verb.first)
    tokens = passage.tokens
    before = [c for c in passage.clauses if c.last <= clause.first and c.kind is ClauseKind.MAIN]
    said = [i for c in before[-1:] for i, t in clauses.words(tokens, c) if clauses.is_finite(t)]
    if clause.kind is not ClauseKind.MAIN or not said or tokens[said[-1]].number != tokens[verb.first].number:
        return None
    if tokens[verb.first].pos != "VERB" or clauses.tense(tokens[verb.first]) != clauses.tense(tokens[said[-1]]):
        return None
    told = grammar.subjects(passage, said[-1])
    if len(told) != 1 or told[0].kind is not MentionKind.OFFICIAL:
        return None
    return Speaker(refs=told[0].refs, start=told[0].start, stop=told[0].stop, rule="rule:subject_of_clause_before")


def of_clause_before(passage: Passage, verb: Verb) -> Speaker | None:
    """The one official who is the subject of the clause that a gerund goes with: "X посетил форум, выдвинув идею"."""
    clause = passage.clause(verb.first)
    before = [c for c in passage.clauses if c.last <= clause.first and c.kind is ClauseKind.MAIN]
    done = [i for c in before[-1:] for i, t in clauses.words(passage.tokens, c) if t.pos == "VERB"]
    told = grammar.subjects(passage, done[-1]) if done else ()
    if len(told) != 1 or told[0].kind is not MentionKind.OFFICIAL:
        return None
    return Speaker(refs=told[0].refs, start=told[0].start, stop=told[0].stop, rule="rule:subject_of_clause_before")


def goes_on(passage: Passage, verb: Verb, who: Speaker, before: Speaker | None) -> Speaker:
    """The speaker of the sentence before, where "он" alone goes on: those named in what was said did not say it."""
    parties = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.start == who.start]
    if before is None or before.joint or not parties or parties[0].form is not MentionForm.PRONOUN:
        return who
    alike = passage.text(parties[0].first, parties[0].last) in {"он", "она"}
    return replace(before, start=who.start, stop=who.stop, rule="rule:speaker_before") if alike else who


def of_gerund(passage: Passage, verb: Verb) -> Speaker | None:
    """Both sides, where they are the subject of the main verb: "стороны обсудили торговлю, отметив её рост"."""
    main = [c for c in passage.clauses if c.kind is ClauseKind.MAIN and c.last <= verb.first]
    finite = [i for c in main[-1:] for i, t in clauses.words(passage.tokens, c) if clauses.is_finite(t)]
    for party in grammar.subjects(passage, finite[-1]) if finite else ():
        if party.kind is MentionKind.OFFICIAL and len(party.refs) > 1:
            return Speaker(refs=party.refs, start=party.start, stop=party.stop, rule="rule:of_gerund", together=True)
    return None


def _outside(passage: Passage, verb: Verb, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Subjects of a verb after a quotation: whoever stands behind it, not a body that the quotation is of."""
    if verb.first in passage.quoted or not parties or any(p.first not in passage.quoted for p in parties):
        return parties
    clause = passage.clause(verb.first)
    behind = (p for p in passage.of_kind(MentionKind.OFFICIAL) if verb.first < p.first < clause.last)
    own = next((p for p in behind if grammar.nominative(passage, p)), None)
    return (own,) if own is not None else parties


def _behind(passage: Passage, verb: Verb) -> tuple[Party, ...]:
    """The subject behind words set off after the verb: "отметил, выступая в Минске, министр Иван Тестов"."""
    clause = passage.clause(verb.first)
    aside = next((c for c in passage.clauses if c.first == clause.last and c.kind is ClauseKind.GERUND), None)
    if aside is None or clause.last - verb.last > 1:
        return ()
    return tuple(
        p
        for p in passage.of_kind(MentionKind.OFFICIAL)
        if aside.first < p.first < aside.last
        and passage.tokens[p.first - 1].text == ","
        and grammar.nominative(passage, p)
    )[:1]


def _of_a_quotation(passage: Passage, party: Party) -> bool:
    """Whether a pronoun outside a quotation was taken for somebody who is named inside it."""
    if party.form is not MentionForm.PRONOUN or party.first in passage.quoted:
        return False
    return any(p.refs == party.refs and p.first in passage.quoted for p in passage.of_kind(MentionKind.OFFICIAL))


def told_of(passage: Passage) -> Speaker | None:
    """The one official who is the subject of a sentence; None without one."""
    verbs = [i for i in range(passage.first, passage.last) if clauses.is_finite(passage.tokens[i])]
    people = {p.refs: p for i in verbs[:1] for p in grammar.subjects(passage, i) if p.kind is MentionKind.OFFICIAL}
    if len(people) != 1:
        return None
    party = next(iter(people.values()))
    return Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule="rule:subject_before")


def both(passage: Passage, verb: Verb, sides: tuple[str, ...]) -> Speaker | None:
    """ "Стороны", "собеседники" where coreference has not said who they are."""
    if len(sides) < 2:
        return None
    clause = passage.clause(verb.first)
    alone = not grammar.subjects(passage, verb.first) and len(sides) == len("ab") and verb.kind is not Kind.OPEN
    alone = alone and verb.act is not Act.INFORM
    words = _SIDES | _PEERS if alone else _SIDES
    if _TALKERS.search(passage.text(clause.first, verb.first)) and len(sides) == len("ab"):
        token = passage.tokens[clause.first]
        return Speaker(refs=sides, start=token.start, stop=token.stop, rule="rule:both_sides", together=True)
    for at, token in clauses.words(passage.tokens, clause):
        text = token.text.lower()
        hangs = at > clause.first and passage.tokens[at - 1].pos in {"ADJF", "PREP"} and token.case == "gent"
        if (text in _SIDES and not hangs) or (text in words and token.case in {"nomn", ""}):
            return Speaker(refs=sides[:2], start=token.start, stop=token.stop, rule="rule:both_sides", together=True)
    return None


def foreign(passage: Passage, verb: Verb) -> bool:
    """Whether the verb has a subject of its own that is no official: a body, a state, or any noun in the nominative."""
    if any(p.kind is not MentionKind.OFFICIAL for p in grammar.subjects(passage, verb.first)):
        return True
    clause = passage.clause(verb.first)
    before = passage.tokens[clause.first : verb.first]
    after = passage.tokens[verb.last : min(verb.last + 1, clause.last)]
    able = [*before, *(t for t in after if "accs" not in morphology.cases(t.text))]
    return any(t.pos in {"NOUN", "NPRO"} and t.case == "nomn" for t in able if t.text.lower() not in {"что", "это"})
