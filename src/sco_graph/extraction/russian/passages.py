"""A sentence with all that was found in it: clauses, who is mentioned, triggers, dates, terms, quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Any

from ...light import dataclass
from ...model import BodyKind
from .. import dates, issues, triggers
from ..dates import Dated
from ..issues import Term
from ..once import once
from ..reading import Mention, MentionForm, MentionKind, Reading, Sentence, Token
from ..triggers import Trigger
from . import clauses, cooperation, days, formats, quotations
from .clauses import Clause
from .formats import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whoever or whatever a mention refers to: ranges of tokens and characters, local ids, grammatical case.

    Mentions of one person that touch (a post and a name) are one; ``refs`` are all
    ids of a joint mention ("стороны").
    """

    first: int
    last: int
    start: int
    stop: int
    kind: MentionKind
    form: MentionForm
    refs: tuple[str, ...]
    case: str

    @property
    def ref(self) -> str:
        """The first id."""
        return self.refs[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence as the rules of events and statements see it; token indices are those of the reading."""

    index: int
    sentence: Sentence
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    parties: tuple[Party, ...]
    dates: tuple[Dated, ...]
    triggers: tuple[Trigger, ...]
    formats: tuple[Format, ...]
    terms: tuple[Term, ...]
    quoted: frozenset[int]
    memo: dict[tuple[Any, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.sentence.first

    @property
    def last(self) -> int:
        """Index after the last token."""
        return self.sentence.last

    @once
    def clause(self, at: int) -> Clause:
        """The clause that holds a token."""
        return next(c for c in self.clauses if c.first <= at < c.last)

    @once
    def text(self, first: int, last: int) -> str:
        """Lower-case words of a range of tokens, with single spaces."""
        return " ".join(token.text.lower() for token in self.tokens[max(first, 0) : last])

    def token_at(self, offset: int) -> int:
        """Index of the token that holds this character, or of the last before it."""
        place = bisect_right(self.tokens, offset, self.first, self.last, key=lambda token: token.start)
        return max(self.first, place - 1)

    @once
    def of_kind(self, *kinds: MentionKind) -> tuple[Party, ...]:
        """Parties of these kinds."""
        return tuple(party for party in self.parties if party.kind in kinds)


def passages(reading: Reading) -> tuple[Passage, ...]:
    """Passages of all sentences of a document."""
    known = tuple(days.of_that_year(reading.document.text, dates.find(reading.document)))
    published = reading.document.published
    found = sorted((*known, *days.told_from(reading.document.text, known, published)), key=lambda d: d.start)
    quoted = frozenset(quotations.quoted(reading.tokens))
    starts = [token.start for token in reading.tokens]
    media = frozenset(o.id for o in reading.organisations if o.kind is BodyKind.MEDIA_OUTLET)
    titled = reading.posts_by_sentence()
    result = []
    for index, sentence in enumerate(reading.sentences):
        posts = titled.get(index, ())
        every = _parties(reading, sentence, starts, posts)
        parties = tuple(p for p in every if p.ref not in media or not _source(reading.tokens, p))
        result.append(
            Passage(
                index=index,
                sentence=sentence,
                tokens=reading.tokens,
                clauses=clauses.split(reading.tokens, sentence),
                parties=parties,
                dates=tuple(
                    days.by_tense(reading.document.text, reading.tokens, sentence, d, published)
                    for d in found
                    if sentence.start <= d.start < sentence.stop
                ),
                triggers=tuple(_told(reading, sentence, parties, posts)),
                formats=formats.find(reading.tokens, sentence),
                terms=tuple(
                    _of_no_post(
                        (
                            *issues.find(reading, sentence),
                            *cooperation.terms(reading, sentence),
                        ),
                        posts,
                    )
                ),
                quoted=quoted,
            )
        )
    return tuple(result)


def _of_no_post(terms: Sequence[Term], posts: Sequence[tuple[int, int]]) -> tuple[Term, ...]:
    """Terms but for those that only say what somebody is: "X, министр торговли"."""
    kept = (t for t in terms if t.within or not any(start <= t.start and t.stop <= stop for start, stop in posts))
    return tuple(kept)


def _told(
    reading: Reading, sentence: Sentence, parties: Sequence[Party], posts: Sequence[tuple[int, int]]
) -> Iterator[Trigger]:
    """Triggers but for those in a post, a body's name, or words of format ("в формате видеоконференции")."""
    words = [f for f in formats.find(reading.tokens, sentence) if f.last - f.first > 1]
    for trigger in triggers.find(reading, sentence):
        within = any(f.first <= trigger.first and trigger.last <= f.last for f in words)
        if not within and not _hidden(trigger, parties, posts):
            yield trigger


def _hidden(trigger: Trigger, parties: Sequence[Party], posts: Sequence[tuple[int, int]]) -> bool:
    """Whether a trigger is a part of a post, or of the name of a body that does not begin with it."""
    if any(start <= trigger.start and trigger.stop <= stop for start, stop in posts):
        return True
    return any(
        a.start <= trigger.start
        and trigger.stop <= a.stop
        and (a.kind is MentionKind.OFFICIAL or (a.kind is MentionKind.ORGANISATION and a.first < trigger.first))
        for a in parties
    )


def _parties(
    reading: Reading, sentence: Sentence, starts: Sequence[int], posts: Sequence[tuple[int, int]]
) -> Iterator[Party]:
    """Mentions of a sentence as parties: the outer ones, those of one person that touch joined."""
    inside = sorted(reading.mentions_from(sentence.start, sentence.stop), key=lambda m: (m.start, -m.stop))
    held: Party | None = None
    for mention in inside:
        if held is not None and mention.stop <= held.stop:
            continue
        if mention.kind is not MentionKind.OFFICIAL and any(a <= mention.start and mention.stop <= b for a, b in posts):
            continue
        party = _party(mention, starts)
        if held is not None and _touches(held, party):
            held = replace(held, last=party.last, stop=party.stop, form=_fuller(held.form, party.form))
            continue
        if held is not None:
            yield held
        held = party
    if held is not None:
        yield held


_TELLING = frozenset({"писать", "сообщать", "сообщить", "передавать", "передать", "цитировать", "информировать"})


def _source(tokens: Sequence[Token], party: Party) -> bool:
    """Whether a medium is only named as the source: "пишет «Интерфакс»", "со ссылкой на ТАСС"."""
    around = (*tokens[max(0, party.first - 3) : party.first], *tokens[party.last : party.last + 2])
    return any(t.lemma in _TELLING or t.lemma in {"ссылка", "корреспондент", "цитата"} for t in around)


def _party(mention: Mention, starts: Sequence[int]) -> Party:
    return Party(
        first=max(0, bisect_right(starts, mention.start) - 1),
        last=bisect_left(starts, mention.stop),
        start=mention.start,
        stop=mention.stop,
        kind=mention.kind,
        form=mention.form,
        refs=mention.refs or (mention.ref,),
        case=mention.case,
    )


def _touches(held: Party, party: Party) -> bool:
    """Whether the next mention names the same person right after ("Генеральный секретарь ШОС" "В.Норов")."""
    same = held.kind is MentionKind.OFFICIAL and party.refs == held.refs
    return same and party.first - held.last <= 1


def _fuller(one: MentionForm, other: MentionForm) -> MentionForm:
    return MentionForm.NAME if MentionForm.NAME in (one, other) else one
