"""A sentence with all that was found in it: who is mentioned, triggers, dates, terms, quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...light import dataclass
from ...model import LocalId
from .. import dates, issues, triggers
from ..dates import Dated
from ..issues import Term
from ..reading import Mention, MentionForm, MentionKind, Reading, Sentence, Token
from ..triggers import Trigger
from . import relative

_OPEN, _CLOSE, _EITHER = "“«‘", "”»’", '"'
_FAR = 200
"""Tokens within which a quotation over paragraphs is closed."""
_TIES = "ties-between-organisations"
_REACH = 6
"""Words behind "cooperation between the Secretariat" within which the other side is named."""
_SPEECH = 5
"""A quotation of fewer words is a name, not speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whoever or whatever a mention refers to: ranges of tokens and characters, and local ids."""

    first: int
    last: int
    start: int
    stop: int
    kind: MentionKind
    form: MentionForm
    refs: tuple[str, ...]

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
    parties: tuple[Party, ...]
    dates: tuple[Dated, ...]
    triggers: tuple[Trigger, ...]
    terms: tuple[Term, ...]
    quoted: frozenset[int]

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.sentence.first

    @property
    def last(self) -> int:
        """Index after the last token."""
        return self.sentence.last

    def text(self, first: int, last: int) -> str:
        """Lower-case words of a range of tokens, with single spaces."""
        return " ".join(token.text.lower() for token in self.tokens[max(first, 0) : last])

    def token_at(self, offset: int) -> int:
        """Index of the token that holds this character, or of the last before it."""
        starts = [token.start for token in self.tokens[self.first : self.last]]
        return self.first + max(0, bisect_right(starts, offset) - 1)

    def of_kind(self, *kinds: MentionKind) -> tuple[Party, ...]:
        """Parties of these kinds."""
        return tuple(party for party in self.parties if party.kind in kinds)


def passages(reading: Reading) -> tuple[Passage, ...]:
    """Passages of all sentences of a document."""
    told = dates.find(reading.document)
    named = tuple(relative.named_months(reading.document))
    told = tuple(d for d in told if not any(n.start < d.stop and d.start < n.stop for n in named))
    by_others = (
        *relative.days(reading.document, told),
        *relative.months(reading.document),
        *relative.years(reading.document),
    )
    found = sorted((*told, *named, *by_others), key=lambda d: d.start)
    quoted = frozenset(_quoted(reading))
    starts = [token.start for token in reading.tokens]
    titled = reading.posts_by_sentence()
    rows = {e.subject: e.start for e in reading.evidence if e.property == "post" and e.method == _OF_MANY}
    result = []
    for index, sentence in enumerate(reading.sentences):
        posts = titled.get(index, ())
        parties = tuple(_with_titles(reading, sentence, tuple(_parties(reading, sentence, starts, posts)), rows))
        result.append(
            Passage(
                index=index,
                sentence=sentence,
                tokens=reading.tokens,
                parties=parties,
                dates=tuple(d for d in found if sentence.start <= d.start < sentence.stop),
                triggers=tuple(t for t in triggers.find(reading, sentence) if not _hidden(t, parties, posts)),
                terms=tuple(t for t in issues.find(reading, sentence) if not _of_no_body(t, reading, parties, posts)),
                quoted=quoted,
            )
        )
    return tuple(result)


def _of_no_body(term: Term, reading: Reading, parties: Sequence[Party], posts: Sequence[tuple[int, int]]) -> bool:
    """Whether a term stands in a post, or names ties that an embassy has: those are not between bodies."""
    if any(start <= term.start and term.stop <= stop for start, stop in posts):
        return True
    if term.last - term.first == 1 and _listed(term, reading.tokens, parties):
        return True
    if term.codes != (_TIES,):
        return False
    behind = reading.tokens[term.first : term.last + _REACH]
    end = next((i for i, t in enumerate(behind) if t.text in {",", ";", "."}), len(behind))
    return any(t.text.lower() in {"embassy", "embassies"} for t in behind[:end])


def _listed(term: Term, tokens: Sequence[Token], parties: Sequence[Party]) -> bool:
    """Whether a state that names an issue stands in a list of states: "ambassadors of Iran, Afghanistan and Qatar"."""
    states = [p for p in parties if p.kind is MentionKind.STATE]
    if not any(p.first == term.first for p in states):
        return False
    links = {",", "and"}
    before = any(p.last == term.first - 1 and tokens[term.first - 1].text in links for p in states)
    behind = any(p.first == term.last + 1 and tokens[term.last].text in links for p in states)
    return before or behind


def _hidden(trigger: Trigger, parties: Sequence[Party], posts: Sequence[tuple[int, int]]) -> bool:
    """Whether a trigger is a part of a post, or of the name of a body that neither begins nor ends with it."""
    if any(start <= trigger.start and trigger.stop <= stop for start, stop in posts):
        return True
    return any(
        a.start <= trigger.start
        and trigger.stop <= a.stop
        and (a.kind is not MentionKind.ORGANISATION or (a.first < trigger.first and trigger.last < a.last))
        for a in parties
    )


def _parties(
    reading: Reading, sentence: Sentence, starts: Sequence[int], posts: Sequence[tuple[int, int]]
) -> Iterator[Party]:
    """Mentions of a sentence as parties: the outer ones, those of one person that touch joined."""
    inside = list(reading.mentions_from(sentence.start, sentence.stop))
    inside.sort(key=lambda m: (m.start, -m.stop))
    held: Party | None = None
    for mention in inside:
        if held is not None and mention.start < held.stop:
            continue
        if mention.kind is not MentionKind.OFFICIAL and any(a <= mention.start and mention.stop <= b for a, b in posts):
            continue
        party = _party(mention, starts)
        if (
            held is not None
            and held.kind is MentionKind.OFFICIAL
            and party.refs == held.refs
            and _touch(reading, held, party)
        ):
            held = replace(held, last=party.last, stop=party.stop)
            continue
        if held is not None:
            yield held
        held = party
    if held is not None:
        yield held


_OF_MANY = "rule:list_of_holders"
_BETWEEN = 60
"""Characters between a title of many and the first whom it names."""


def _with_titles(
    reading: Reading, sentence: Sentence, parties: Sequence[Party], rows: Mapping[LocalId, int]
) -> Iterator[Party]:
    """The parties, the first of a list with the title of many that opens it: "Foreign Ministers X and Y"."""
    end = sentence.start
    starts = [t.start for t in reading.tokens[sentence.first : sentence.last]]
    for party in parties:
        title = rows.get(LocalId(party.ref), -1) if party.kind is MentionKind.OFFICIAL and len(party.refs) == 1 else -1
        if end <= title < party.start and party.start - title < _BETWEEN + 2 * _FAR:
            first = sentence.first + max(0, bisect_right(starts, title) - 1)
            party = replace(party, first=first, start=reading.tokens[first].start)
        end = party.stop
        yield party


def _touch(reading: Reading, held: Party, party: Party) -> bool:
    between = reading.tokens[held.last : party.first]
    return len(between) <= 3 and all(t.text in {",", "."} or t.text.lower().rstrip(".") in _ADDRESS for t in between)


_ADDRESS = frozenset({"mr", "mrs", "ms", "dr", "h.e", "he"})


def _party(mention: Mention, starts: Sequence[int]) -> Party:
    return Party(
        first=max(0, bisect_right(starts, mention.start) - 1),
        last=bisect_left(starts, mention.stop),
        start=mention.start,
        stop=mention.stop,
        kind=mention.kind,
        form=mention.form,
        refs=mention.refs or (mention.ref,),
    )


def _closes_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next quotation mark closes one, so that a quotation goes on over paragraphs."""
    marks = (t.text for t in tokens[at : at + _FAR] if t.text in _OPEN or t.text in _CLOSE or t.text in _EITHER)
    return next(marks, "") in set("”»")


def _quoted(reading: Reading) -> Iterator[int]:
    """Indices of tokens in direct speech: in quotation marks, of some length; a paragraph ends an unclosed one."""
    opened: int | None = None
    ends = {s.last for s in reading.sentences}
    paragraph = {i: s.paragraph for s in reading.sentences for i in (s.first, s.last - 1)}
    begun = -1
    for at, token in enumerate(reading.tokens):
        begun = paragraph.get(at, begun)
        if opened is None and (token.text in _OPEN or token.text in _EITHER):
            opened, where = at, begun
        elif opened is not None and (token.text in _CLOSE or token.text in _EITHER):
            if at - opened > _SPEECH:
                yield from range(opened + 1, at)
            opened = None
        elif (
            opened is not None
            and at in ends
            and at in paragraph
            and paragraph[at] != where
            and not _closes_next(reading.tokens, at)
        ):
            yield from range(opened + 1, at) if at - opened > _SPEECH else ()
            opened = None
            if token.text in _OPEN or token.text in _EITHER:
                opened, where = at, begun
    if opened is not None and len(reading.tokens) - opened > _SPEECH:
        yield from range(opened + 1, len(reading.tokens))
