"""Speeches, letters and interviews: texts in which somebody speaks for themself from some sentence on."""

from __future__ import annotations

import re

from ...light import dataclass
from ...model import Act, InteractionType, Role
from ..accounts import Telling
from ..reading import MentionForm, MentionKind, Reading
from . import acts, clauses, morphology, quotations, voices
from .passages import Party, Passage
from .speakers import Speaker

_GREETING = re.compile(
    r"\b(?:приветствовать|приветствую|поприветствовать)\b|добро пожаловать|спасибо за внимание|благодарю за внимание|"
    r"позвольте (?:мне )?(?:представ|привет|поприв|начать|выступ|остан)|^(?:с (?:глубоким )?уважением|искренне ваш)",
    re.IGNORECASE,
)
_SHORT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who speaks, and from which sentence on."""

    speaker: Speaker
    passage: int


def find(reading: Reading, told: Telling[Passage]) -> Speech | None:
    """The speech or letter that a document gives: it begins with a salutation, and goes on in the first person."""
    text = reading.document.text
    for passage in told.passages:
        opening = text[passage.sentence.start : passage.sentence.stop]
        if not voices.SALUTATION.match(opening) or _told_by_another(passage):
            continue
        if not any(_first_person(p) for p in told.passages[passage.index : passage.index + 6]) and not sender(told):
            continue
        speaker = sender(told) or _before(told, passage.index) or _signed(told)
        return Speech(speaker=speaker, passage=passage.index) if speaker else None
    return _titled(told)


_TITLES = ("стать", "выступлени", "реч", "обращени", "приветстви", "видеообращени", "доклад", "заявлени", "послани")
_TOP = 4
"""Sentences at the head of a text among which it says whose speech or article it is."""
_AHEAD = 15
"""Sentences after the title among which the first person stands."""
_OWN = 1
"""Sentences in the first person of a text that is somebody's own."""


def _titled(told: Telling[Passage]) -> Speech | None:
    """The speech or article that the heading says is somebody's: "Выступление X", "Статья X", then "мы убеждены"."""
    for passage in told.passages[:_TOP]:
        party = _author(passage)
        if party is None:
            continue
        ahead = told.passages[passage.index + 1 : passage.index + 1 + _AHEAD]
        own = sum(_first_person(p) and p.first not in p.quoted for p in ahead)
        if own >= _OWN and not any(_foreign(p, party) or _asks(p) for p in ahead):
            who = Speaker(refs=party.refs[:1], start=party.start, stop=party.stop, rule="rule:author")
            return Speech(speaker=who, passage=passage.index + 1)
    return None


def _author(passage: Passage) -> Party | None:
    """Whose the speech or article is that a heading names, or the interview that a sentence says they gave."""
    tokens = passage.tokens
    people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.form is MentionForm.NAME]
    place = next((i for i in range(passage.first, passage.last) if tokens[i].lemma.startswith(_TITLES)), None)
    if place is not None and tokens[passage.last - 1].text not in {".", ":"}:
        return next((p for p in people if p.first > place), None)
    given = {t.lemma for t in tokens[passage.first : passage.last]} >= {"дать", "интервью"}
    return people[0] if given and people else None


def _asks(passage: Passage) -> bool:
    return passage.tokens[passage.last - 1].text[-1] == "?"


def _foreign(passage: Passage, party: Party) -> bool:
    """Whether a sentence tells of the author as of somebody else: "X также отметил", but not "как министр скажу"."""
    named = (p for p in passage.of_kind(MentionKind.OFFICIAL) if party.refs[0] in p.refs)
    return any(
        p.form is not MentionForm.PRONOUN and passage.text(p.first - 1, p.first) not in {"как", "будучи"} for p in named
    )


def _told_by_another(passage: Passage) -> bool:
    """Whether the sentence says after a salutation in quotation marks who wrote it: «Уважаемый ...», – написал X."""
    verbs = acts.verbs(passage, passage.first, passage.last)
    spoken = any(at in passage.quoted for at in range(passage.first, passage.last))
    return spoken and any(v.first not in passage.quoted and clauses.is_finite(passage.tokens[v.first]) for v in verbs)


def is_greeting(text: str) -> bool:
    """Whether a sentence only greets or thanks for attention, and makes no point."""
    return _GREETING.search(text) is not None


def _first_person(passage: Passage) -> bool:
    for token in passage.tokens[passage.first : passage.last]:
        if token.lemma in {"я", "мы", "мой", "наш", "вы", "ваш"}:
            return True
        if token.pos == "VERB" and any("1per" in a.tags for a in morphology.analyses(token.text)[:1]):
            return True
    return False


def sender(told: Telling[Passage]) -> Speaker | None:
    """The sender of the letter that the document is about."""
    if told.main is None or told.accounts[told.main].sum.type is not InteractionType.LETTER:
        return None
    senders = (p for p in told.accounts[told.main].sum.parts if p.role is Role.SENDER)
    part = next((p for p in senders if p.ref.startswith("p")), None)
    return Speaker(refs=(part.ref,), start=part.start, stop=part.stop, rule="rule:sender") if part else None


def _before(told: Telling[Passage], index: int) -> Speaker | None:
    """The last official named before the salutation, but for an addressee."""
    for passage in reversed(told.passages[:index]):
        for party in reversed(passage.of_kind(MentionKind.OFFICIAL)):
            if party.form is MentionForm.NAME and party.case != "datv":
                return Speaker(refs=(party.ref,), start=party.start, stop=party.stop, rule="rule:author")
    return None


def _signed(told: Telling[Passage]) -> Speaker | None:
    """The official whose name alone ends a letter."""
    for passage in told.passages[-_LAST:]:
        people = passage.of_kind(MentionKind.OFFICIAL)
        plain = not any(clauses.is_finite(t) for t in passage.tokens[passage.first : passage.last])
        if people and plain and people[0].form is MentionForm.NAME and people[0].first - passage.first <= _LAST:
            return Speaker(refs=people[0].refs[:1], start=people[0].start, stop=people[0].stop, rule="rule:signed")
    return None


_LAST = 3
"""Sentences at the end of a letter among which the signature stands, and tokens before the name."""


def point(passage: Passage) -> tuple[Act, str] | None:
    """The act of a sentence in the speaker's own words, and what decided; None for greetings and short lines."""
    words = [t for t in passage.tokens[passage.first : passage.last] if t.text.isalpha()]
    text = passage.text(passage.first, passage.last)
    if len(words) < _SHORT or _GREETING.search(text) or voices.SALUTATION.match(text):
        return None
    predicate = any(clauses.is_finite(t) or t.pos in {"ADJS", "PRED", "INFN"} for t in words)
    ended = len(words) > _SHORT and passage.tokens[passage.last - 1].text in {".", "!", "…"}
    if (
        not predicate
        and not ended
        and not quotations.DASHES & {t.text for t in passage.tokens[passage.first + 1 : passage.last]}
    ):
        return None
    found = acts.by_content(passage, passage.first, passage.last, strengths=acts.MILD)
    return found or (acts.held(passage, passage.first, passage.last), "speech")
