"""What a sentence says that somebody says: rules, each for one way of telling it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionKind
from . import acts, attributions, clauses, reports, sources, speakers, speeches
from .passages import Passage
from .reports import Floor, Saying, content, elaborates, saying
from .speakers import Speaker

_SHORT = 4
"""A sentence or quotation of fewer words makes no point of its own."""

Rule = Callable[[Passage, Floor], tuple[Saying, ...]]

_OWN_TEXT = re.compile(
    r"\b(?:заявлени|письм|телеграмм|послани|обращени|соболезновани|поздравлени|приветстви|видеообращени|стать)\w+"
)


def _in_the_letter(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "В заявлении говорится, что ...": the words of whoever sent or made it."""
    told = any(_IMPERSONAL & _lemmas(passage, v) for v in _verbs(passage))
    if not told or not _OWN_TEXT.search(passage.text(passage.first, passage.last)):
        return ()
    author = whose_text(passage, floor) or floor.author
    if author is None:
        return ()
    act, rule = content(passage) or (acts.held(passage, passage.first, passage.last), "in_the_letter")
    return (saying(passage, author, act, passage.first, passage.last, rule),)


_IMPERSONAL = frozenset({"говориться", "отмечаться", "подчеркиваться", "указываться", "сказать", "отметить"})


def _lemmas(passage: Passage, verb: Verb) -> set[str]:
    return {t.lemma for t in passage.tokens[verb.first : verb.last] if t.pos != "VERB" or t.lemma.endswith("ся")}


_OF = 8
"""Tokens from a letter to whose it is: "в поздравительном письме Президента Индии говорится"."""


def whose_text(passage: Passage, floor: Floor) -> Speaker | None:
    """Whose letter it is, by the name or post behind the word for it, or by the one state that a sender is of."""
    for at in range(passage.first, passage.last):
        if _OWN_TEXT.match(passage.tokens[at].text.lower()):
            behind = (p for p in passage.of_kind(MentionKind.OFFICIAL) if at < p.first <= at + _OF)
            party = next((p for p in behind if p.case in {"gent", "nomn", ""}), None)
            verb = next((i for i in range(at, passage.last) if clauses.is_finite(passage.tokens[i])), passage.last)
            if party is not None and party.first < verb:
                return Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule="rule:whose_letter")
            for state in passage.of_kind(MentionKind.STATE):
                holders = floor.seats.get(state.ref, ())
                if at < state.first <= at + _OF and state.first < verb and len(holders) == 1:
                    return Speaker(refs=holders, start=state.start, stop=state.stop, rule="rule:whose_letter")
    return None


def _about_that(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "Об этом сообщил X": what stands before is theirs."""
    for verb in acts.verbs(passage, passage.first, passage.last):
        if verb.kind is Kind.GUARD and ("это" in verb.pattern or verb.pattern.startswith(("с такой", "такой"))):
            who = speakers.subject(passage, verb, ())
            if who is not None:
                return (saying(passage, who, _act_about(passage, verb), passage.first, passage.last, "about_that"),)
    return ()


_BROUGHT = {"предложение": Act.PROPOSE, "инициатива": Act.PROPOSE, "призыв": Act.URGE}
_DECLARED = frozenset({"заявить", "сказать", "говорить", "мнение", "заявление"})


def _act_about(passage: Passage, verb: Verb) -> Act:
    """What was done by the sentence before: by the noun of "с таким предложением выступил", else by the verb."""
    lemmas = [t.lemma for t in passage.tokens[verb.first : verb.last]]
    brought = next((_BROUGHT[lemma] for lemma in lemmas if lemma in _BROUGHT), None)
    return brought or (Act.EMPHASISE if _DECLARED & set(lemmas) else Act.INFORM)


def _attributed(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "По словам X, ...": the sentence is theirs."""
    party = sources.attribution(passage)
    if party is not None:
        who = Speaker(refs=party.refs, start=party.start, stop=party.stop, rule="rule:according_to")
    elif (sources.attributed_on(passage) or sources.attributed_to_title(passage)) and (
        last := _spoken_of(passage, floor)
    ) is not None:
        who = replace(last, rule="rule:according_to_same")
    else:
        return ()
    act, rule = content(passage) or (_as_held(passage), "according_to")
    return (saying(passage, who, act, passage.first, passage.last, rule),)


def _as_held(passage: Passage) -> Act:
    if sources.knows(passage):
        return Act.INFORM
    return Act.EMPHASISE if sources.thinks(passage) else acts.held(passage, passage.first, passage.last)


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
    act, rule = content(passage) or (acts.held(passage, passage.first, passage.last), "quotation")
    return (saying(passage, who, act, passage.first, passage.last, rule),)


def _quotation(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """A quotation that goes on with what the last speaker said, or whose speaker is named after or above it."""
    if not is_speech(passage):
        return ()
    guarded = any(v.kind is Kind.GUARD and v.first not in passage.quoted for v in _verbs(passage))
    if floor.owner is not None:
        who = floor.owner
    elif floor.speaker is not None and passage.index - floor.passage <= 1 and not guarded:
        who = replace(floor.speaker, rule="rule:goes_on")
    else:
        return ()
    if speeches.is_greeting(passage.text(passage.first, passage.last)):
        return ()
    words = sum(t.text.isalpha() for t in passage.tokens[passage.first : passage.last])
    if words < _SHORT and not any(clauses.is_finite(t) for t in passage.tokens[passage.first : passage.last]):
        return ()
    outside = next((v for v in _verbs(passage) if v.kind is Kind.FIXED and v.first not in passage.quoted), None)
    act, rule = content(passage) or (acts.held(passage, passage.first, passage.last), "quotation")
    if outside is not None and outside.act is not None and outside.act is not Act.INFORM:
        act, rule = outside.act, outside.pattern
    return (saying(passage, who, act, passage.first, passage.last, rule),)


def _verbs(passage: Passage) -> tuple[Verb, ...]:
    return acts.verbs(passage, passage.first, passage.last)


def is_speech(passage: Passage) -> bool:
    """Whether at least half of a sentence is direct speech, or it goes on with one after a dash."""
    words = range(passage.first, passage.last)
    inside = sum(1 for at in words if at in passage.quoted)
    return inside >= max(_FEW, len(words) // 2) or attributions.goes_on(passage)


_FEW = 3
"""Words in quotation marks of a sentence that is direct speech."""


def _continued(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """A sentence of the same paragraph that has no speaker and tells of no event carries on what was said."""
    if floor.speaker is None or passage.index - floor.passage != 1 or not _carries_on(passage, floor):
        return ()
    if elaborates(passage) and any(v.kind not in {Kind.JOINT, Kind.GUARD} for v in _verbs(passage)):
        return ()
    act, rule = content(passage) or (acts.held(passage, passage.first, passage.last), "continued")
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


_REPORTS = ("информаци", "доклад", "отчет", "отчёт", "сообщени", "выступлени")


def _report_heard(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """ "Приняли к сведению информацию X об итогах", "Заслушан доклад X о работе": what the report told."""
    tokens = passage.tokens
    for party in passage.of_kind(MentionKind.OFFICIAL):
        before, after = tokens[party.first - 1 : party.first], tokens[party.last : party.last + 1]
        report = bool(before) and before[0].lemma.startswith(_REPORTS) and before[0].case != "ablt"
        lead = tokens[max(passage.first, party.first - _OF) : party.first]
        taken = any(t.lemma in _HEARD for t in lead)
        if report and taken and party.case != "ablt" and after and after[0].lemma in {"о", "об", "по"}:
            who = Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule="rule:report_of")
            return (saying(passage, who, Act.INFORM, passage.first, passage.last, "report_heard"),)
    return ()


_HEARD = frozenset({"заслушать", "сведение", "выслушать", "обсудить", "рассмотреть", "принять", "представить"})


_RULES: tuple[tuple[str, Rule], ...] = (
    ("in_the_letter", _in_the_letter),
    ("about_that", _about_that),
    ("report_heard", _report_heard),
    ("reported", reports.reported),
    ("attributed", _attributed),
    ("colon", _colon),
    ("quotation", _quotation),
    ("continued", _continued),
)


def introduces(passage: Passage) -> bool:
    """Whether a sentence only says whose words come after its colon: "В письме Президента Индии говорится:"."""
    if passage.tokens[passage.last - 1].text != ":":
        return False
    named = {at for p in passage.of_kind(MentionKind.OFFICIAL) for at in range(p.first, p.last)}
    told = {at for v in _verbs(passage) for at in range(v.first, v.last)}
    free = [
        t for at, t in enumerate(passage.tokens[passage.first : passage.last], passage.first) if at not in named | told
    ]
    return sum(t.text.isalpha() and len(t.text) > len("ab") for t in free) <= _INTRODUCTION


_INTRODUCTION = 6
"""Words of an introduction besides who speaks and the verb."""


def said(passage: Passage, floor: Floor) -> tuple[Saying, ...]:
    """Sayings of a sentence by the first rule that sees any."""
    return next((found for _, rule in _RULES if (found := rule(passage, floor))), ())
