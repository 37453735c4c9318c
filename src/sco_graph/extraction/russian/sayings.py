"""What a sentence says that somebody says: rules, each for one way of telling it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ...model import Act
from ..acts import Kind
from ..reading import MentionKind
from . import acts, clauses, reports, speakers
from .passages import Passage
from .reports import Floor, Saying, content, elaborates, saying
from .speakers import Speaker

_SHORT = 5
"""A sentence or quotation of fewer words makes no point of its own."""

Rule = Callable[[Passage, Floor], tuple[Saying, ...]]

_OWN_TEXT = re.compile(r"\b(?:заявлени|письм|телеграмм|послани|обращени|соболезновани)\w+")


def _in_the_letter(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "В заявлении говорится, что ...": the words of whoever sent or made it."""
    guards = [v for v in acts.verbs(passage, passage.first, passage.last) if v.kind is Kind.GUARD]
    if floor.author is None or not guards or not _OWN_TEXT.search(passage.text(passage.first, passage.last)):
        return ()
    act, rule = content(passage) or (Act.INFORM, "in_the_letter")
    return (saying(passage, floor.author, act, passage.first, passage.last, rule),)


_LETTERS = re.compile(r"\b(?:заявлени|письм|телеграмм|послани|обращени|соболезновани|поздравлени)\w+")


def introduced_by(passage: Passage) -> Speaker | None:
    """Whose words a sentence only introduces: "В поздравлении министра говорится:", or a line with name and post."""
    people = passage.of_kind(MentionKind.OFFICIAL)
    words = [t for t in passage.tokens[passage.first : passage.last] if t.text.isalpha()]
    if len(people) == 1 and people[0].case in {"nomn", ""} and passage.index > 1:
        named = sum(1 for t in passage.tokens[people[0].first : people[0].last] if t.text.isalpha())
        bare = not any(clauses.is_finite(t) for t in words) and passage.tokens[passage.last - 1].text not in {".", "!"}
        if bare and len(words) - named <= _RANK:
            return Speaker(refs=people[0].refs[:1], start=people[0].start, stop=people[0].stop, rule="rule:line_before")
    return letter_of(passage)


_RANK = 2
"""Words of a line with name and post that are no part of them: "генерал-полковник"."""


def letter_of(passage: Passage) -> Speaker | None:
    """Whose words follow "В поздравлении президента говорится:"; None where the sentence introduces nobody's."""
    guards = [v for v in acts.verbs(passage, passage.first, passage.last) if v.kind is Kind.GUARD]
    hit = _LETTERS.search(passage.text(passage.first, passage.last))
    people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.case in {"gent", "nomn", ""} and len(p.refs) == 1]
    if not guards or hit is None or len(people) != 1 or passage.tokens[passage.last - 1].text not in _INTRODUCING:
        return None
    return Speaker(refs=people[0].refs, start=people[0].start, stop=people[0].stop, rule="rule:letter_of")


_INTRODUCING = frozenset({":", "«", '"', "“"})


def _about_that(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "Об этом сообщил X": what stands before is theirs."""
    for verb in acts.verbs(passage, passage.first, passage.last):
        if verb.kind is Kind.GUARD and ("это" in verb.pattern or verb.pattern.startswith("с такой")):
            who = speakers.subject(passage, verb, ())
            if who is not None:
                act = Act.EMPHASISE if passage.tokens[verb.last - 1].lemma == "заявить" else Act.INFORM
                return (saying(passage, who, act, passage.first, passage.last, "about_that"),)
    return ()


def _attributed(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "По словам X, ...": the sentence is theirs."""
    party = speakers.attribution(passage)
    if party is not None:
        who = Speaker(refs=party.refs, start=party.start, stop=party.stop, rule="rule:according_to")
    elif speakers.attributed_on(passage) and (last := _spoken_of(passage, floor)) is not None:
        who = replace(last, rule="rule:according_to_same")
    else:
        return ()
    act, rule = content(passage) or (Act.EMPHASISE if speakers.thinks(passage) else Act.INFORM, "according_to")
    return (saying(passage, who, act, passage.first, passage.last, rule),)


def _spoken_of(passage: Passage, floor: Floor) -> Speaker | None:
    """Whose words "по его словам" are: of the subject of the sentence before, else of the last speaker."""
    return floor.speaker if passage.index - floor.passage <= 1 else floor.subject or floor.speaker


def _colon(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "X, министр: «...»": a name or post at the head of the sentence, then a colon and a quotation."""
    colon = next((i for i in range(passage.first, passage.last - 1) if passage.tokens[i].text == ":"), None)
    people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if colon is not None and p.last <= colon]
    if colon is None or not people or (colon + 1 not in passage.quoted and colon + 2 not in passage.quoted):
        return ()
    if any(clauses.is_finite(t) for t in passage.tokens[passage.first : colon]):
        return ()
    who = Speaker(refs=people[0].refs, start=people[0].start, stop=people[0].stop, rule="rule:before_colon")
    act, rule = content(passage) or (Act.INFORM, "quotation")
    return (saying(passage, who, act, passage.first, passage.last, rule),)


def _quotation(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """A quotation that goes on with what the last speaker said."""
    inside = sum(1 for at in range(passage.first, passage.last) if at in passage.quoted)
    if floor.speaker is None or inside < max(_SHORT, (passage.last - passage.first) // 2):
        return ()
    guarded = any(v.kind is Kind.GUARD for v in acts.verbs(passage, passage.first, passage.last))
    if passage.index - floor.passage > 1 or guarded:
        return ()
    act, rule = content(passage) or (Act.INFORM, "quotation")
    who = replace(floor.speaker, rule="rule:goes_on")
    return (saying(passage, who, act, passage.first, passage.last, rule),)


def _continued(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """A sentence of the same paragraph that has no speaker and tells of no event carries on what was said."""
    if floor.speaker is None or passage.index - floor.passage != 1 or elaborates(passage):
        return ()
    if not _carries_on(passage, floor):
        return ()
    act, rule = content(passage) or (Act.INFORM, "continued")
    who = replace(floor.speaker, rule="rule:goes_on")
    return (saying(passage, who, act, passage.first, passage.last, rule, score=0.6),)


_NARRATIVE = (
    "в ходе",
    "по итогам",
    "в завершение",
    "стороны",
    "участники",
    "собеседники",
    "встреча",
    "беседа",
    "состоял",
    "мероприяти",
    "справочно",
    "напомним",
    "по окончании",
    "после",
    "в заключение",
    "также обсу",
    "были рассм",
    "были обсу",
    "обсужд",
    "рассмотр",
    "в состав",
    "фото",
    "источник",
    "эксперты",
    "министры",
    "главы",
    "президенты",
    "лидеры",
    "депутаты",
    "об этом",
    "как информ",
    "как сообщ",
    "как переда",
    "текст ",
    "напомню",
    "ранее",
    "выступил",
    "обсудили",
    "совет ",
    "комисси",
    "документ",
    "итогов",
    "подписа",
    "следующ",
    "решени",
    "делегаци",
    "гост",
)


def _carries_on(passage: Passage, floor: Floor) -> bool:
    words = passage.text(passage.first, passage.first + 3)
    if words.startswith(_NARRATIVE) or any(p.kind is MentionKind.OFFICIAL for p in passage.parties):
        return False
    tokens = passage.tokens[passage.first : passage.last]
    if len(tokens) < _SHORT or not any(clauses.is_finite(t) for t in tokens) or passage.triggers:
        return False
    if passage.sentence.paragraph == floor.paragraph:
        return True
    return content(passage) is not None and passage.sentence.paragraph - floor.paragraph == 1


_RULES: tuple[tuple[str, Rule], ...] = (
    ("in_the_letter", _in_the_letter),
    ("about_that", _about_that),
    ("reported", reports.reported),
    ("attributed", _attributed),
    ("colon", _colon),
    ("quotation", _quotation),
    ("continued", _continued),
)


def said(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """Sayings of a sentence by the first rule that sees any."""
    return next((found for _, rule in _RULES if (found := rule(passage, floor))), ())
