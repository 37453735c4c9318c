"""Who is heard in a sentence: the officials who say something, and those whom a speech greets by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..acts import Kind, Verb
from ..reading import MentionKind, Reading
from . import acts, grammar
from .clauses import ClauseKind
from .passages import Party, Passage

SALUTATION = re.compile(
    r"^[«\"]?(?:(?:глубоко)?уважаем|дорогие|дорогой|ваш[еи] превосходительств|дамы и господа)", re.IGNORECASE
)


def heard(reading: Reading, passage: Passage) -> Iterator[Party]:
    """Officials who are the subject of a verb of saying in a main clause, or are greeted at the head of a speech."""
    if SALUTATION.match(reading.document.text[passage.sentence.start : passage.sentence.stop]):
        yield from passage.of_kind(MentionKind.OFFICIAL)
        return
    yield from _addressing(passage)
    for verb in acts.verbs(passage, passage.first, passage.last):
        at = _word(passage, verb)
        if at is not None and passage.clause(at).kind is ClauseKind.MAIN:
            for party in grammar.subjects(passage, at):
                if party.kind is MentionKind.OFFICIAL and len(party.refs) == 1:
                    yield party


def _word(passage: Passage, verb: Verb) -> int | None:
    """The finite verb of a phrase of saying; of "об этом сообщил" only where it says at what: "об этом на брифинге"."""
    if verb.kind is not Kind.GUARD:
        return verb.first if passage.tokens[verb.first].pos == "VERB" else None
    if not {"это", "на"} <= {t.lemma for t in passage.tokens[verb.first : verb.last]}:
        return None
    return next((at for at in range(verb.first, verb.last) if passage.tokens[at].pos == "VERB"), None)


_THERE = frozenset({"на", "в", "во", "где", "участник", "гость"})
"""How a clause begins that tells what was done there: "на котором выступил", "участников которого приветствовал"."""


def _tells(passage: Passage, at: int) -> bool:
    """Whether the verb's clause tells what somebody did there: a main one, or "на котором выступил X"."""
    clause = passage.clause(at)
    there = passage.tokens[clause.first].lemma in _THERE
    return clause.kind in {ClauseKind.MAIN, ClauseKind.GERUND} or (clause.kind is ClauseKind.RELATIVE and there)


_ADDRESSING = frozenset(
    {
        "обратиться", "обращаться", "выступить", "выступать", "приветствовать", "поприветствовать",
        "обсудить", "обсуждать", "обменяться", "рассмотреть", "поговорить", "договориться", "условиться",
    }
)  # fmt: skip


def _addressing(passage: Passage) -> Iterator[Party]:
    """ "к участникам обратился X", "выступил X": the subject of a verb of addressing."""
    for at in range(passage.first, passage.last):
        token = passage.tokens[at]
        if token.pos == "VERB" and token.lemma in _ADDRESSING and _tells(passage, at):
            yield from (p for p in grammar.subjects(passage, at) if p.kind is MentionKind.OFFICIAL and len(p.refs) == 1)
