"""Statements of named speakers: direct and reported speech, letters and speeches in the first person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...model import Act, Evidence, InteractionType, LocalId, Role, Statement
from ..drafts import Standing
from ..issues import codes
from ..reading import MentionForm, MentionKind, Reading
from . import acts, drafting, grammar
from .acts import Kind, Verb
from .events import Telling
from .passages import Party, Passage

_SHORT = 6
"""A quotation or a sentence of fewer words makes no point of its own."""
_NARRATIVE = (
    "the meeting", "the talks", "the parties", "the sides", "the event", "during the", "in the course", "following the",
    "the participants", "the conversation", "after the", "the visit", "on the same day", "the ceremony", "also",
    "special attention", "the document", "the conference", "the two sides", "the forum", "background", "the session",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One point made: speakers, act, tokens ``[first, last)`` of what was said, and the pattern that gave the act."""

    refs: tuple[str, ...]
    start: int
    stop: int
    rule: str
    act: Act
    passage: int
    first: int
    last: int
    pattern: str
    score: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Who spoke last, in which sentence and paragraph."""

    saying: Saying | None = None
    paragraph: int = -9


def statements(reading: Reading, told: Telling) -> tuple[tuple[Statement, ...], tuple[Evidence, ...]]:
    """Statements of a document in order of place, each with its evidence."""
    said = list(_all(reading, told))
    result: list[Statement] = []
    proofs: list[Evidence] = []
    for number, saying in enumerate(said, 1):
        identity = LocalId(f"s{number}")
        passage = told.passages[saying.passage]
        terms = [t for t in passage.terms if saying.first <= t.first < saying.last and not t.within]
        result.append(
            Statement(
                id=identity,
                speaker=LocalId(_named_first(reading, saying.refs)),
                act=saying.act,
                event=_event(told, saying),
                issues=codes(terms),
                addressee=_addressee(passage, saying),
            )
        )
        proofs += _evidence(reading, identity, saying)
    return tuple(result), tuple(proofs)


def _all(reading: Reading, told: Telling) -> Iterator[Saying]:
    floor = Floor()
    author = _author(reading, told)
    for passage in told.passages:
        if drafting.heading(passage):
            continue
        if author is not None and passage.index >= author[0]:
            yield from _own_words(passage, author[1])
            continue
        found = tuple(_reported(passage, floor)) or tuple(_quotation(passage, floor)) or tuple(_continued(passage, floor))
        yield from found
        if found:
            floor = Floor(saying=found[-1], paragraph=passage.sentence.paragraph)


def _reported(passage: Passage, floor: Floor) -> Iterator[Saying]:
    """Each verb of saying outside quotations with its subject, and the words up to the next."""
    verbs = [v for v in acts.verbs(passage, passage.first, passage.last) if _tells(passage, v)]
    held: Saying | None = None
    for at, verb in enumerate(verbs):
        who, rule = _speaker(passage, verb, held, floor)
        if who is None:
            continue
        end = verbs[at + 1].first if at + 1 < len(verbs) else passage.last
        first, last = verb.last, end
        quoted = [i for i in range(passage.first, passage.last) if i in passage.quoted]
        if quoted and quoted[0] < verb.first and at == 0:
            first = passage.first
        act, pattern = acts.act_of(passage, verb, first, last)
        if verb.kind in {Kind.OPEN, Kind.FIRM} and quoted:
            act, pattern = acts.by_content(passage, quoted[0], quoted[-1] + 1, mild=True) or (Act.EMPHASISE, pattern)
        refs = tuple(dict.fromkeys(ref for p in who for ref in p.refs)) if who else ()
        if len(refs) > 1:
            act = Act.AGREE
        saying = Saying(
            refs=refs, start=who[0].start, stop=who[-1].stop, rule=f"rule:{rule}", act=act, passage=passage.index,
            first=passage.first if len(verbs) == 1 else verb.first, last=end, pattern=f"rule:act {pattern}",
        )  # fmt: skip
        if verb.kind is Kind.JOINT and len(refs) < 2:
            saying = replace(saying, act=Act.AGREE)
        if held is not None and held.act == saying.act and held.refs == saying.refs and saying.last - saying.first < _SHORT:
            continue
        held = saying
        yield saying


def _tells(passage: Passage, verb: Verb) -> bool:
    """Whether the phrase is a verb of telling here: a finite or -ing form outside quotations, no infinitive."""
    if verb.kind is Kind.GUARD or verb.act is None or verb.first in passage.quoted:
        return False
    if any(p.first <= verb.first < p.last for p in passage.parties):
        return False
    head = passage.tokens[verb.first]
    if head.pos not in {"VBD", "VBZ", "VBG", "NV", "VB", "AUX", "RB", "VBN"}:
        return False
    before = passage.tokens[verb.first - 1] if verb.first > passage.first else None
    if before is None:
        return head.pos == "VBG" or head.pos == "VBD"
    if head.pos == "VBG" and before.text not in {",", "and"} and before.pos != "RB":
        return False
    if head.pos in {"VB", "NV"} and not _after_party(passage, verb.first) and before.text.lower() != "and":
        return False
    if before.pos == "RB" and verb.first - 2 >= passage.first:
        before = passage.tokens[verb.first - 2]
    if before.pos in {"AUX", "MD"} and head.pos != "AUX":
        return before.text.lower() in {"has", "have", "had", "also", "would"}
    return before.text.lower() not in {"to", "of", "the", "a", "an", "for", "by", "which", "in", "as", "its", "his", "her"}


def _after_party(passage: Passage, at: int) -> bool:
    i = at
    while i > passage.first and passage.tokens[i - 1].pos == "RB":
        i -= 1
    return any(p.last == i for p in passage.of_kind(MentionKind.OFFICIAL))


def _speaker(
    passage: Passage, verb: Verb, held: Saying | None, floor: Floor
) -> tuple[list[Party] | None, str]:
    """The official who is the subject of the verb, stands behind it after a quotation, or spoke before."""
    behind = _inverted(passage, verb)
    if behind:
        return behind, "said_by"
    subjects = grammar.subjects(passage, verb.first)
    people = [p for p in subjects if p.kind is MentionKind.OFFICIAL]
    near = _nearest_noun(passage, verb.first)
    if people and (held is None or _between_verbs(passage, people[0], held)):
        return people, "subject"
    if held is not None and not subjects_between(passage, held, verb) and (near is None):
        return [_as_party(held)], "same_subject"
    if people:
        return people, "subject"
    passive = passage.tokens[verb.first - 1].text.lower() in {"was", "were", "been"} if verb.first > passage.first else False
    last = floor.saying
    if passive and last is not None and last.passage == passage.index - 1:
        return [_as_party(last)], "goes_on"
    return None, ""


def subjects_between(passage: Passage, held: Saying, verb: Verb) -> bool:
    """Whether another party or "that" clause with its own subject stands between two verbs of one sentence."""
    between = [p for p in passage.of_kind(MentionKind.OFFICIAL) if held.first < p.first < verb.first and set(p.refs) - set(held.refs)]
    return any(p.last >= verb.first - 2 for p in between)


def _between_verbs(passage: Passage, party: Party, held: Saying) -> bool:
    return party.first > held.first


def _nearest_noun(passage: Passage, at: int) -> str | None:
    """A noun that is no official right before a verb, and so its subject; None after a comma, "and" or an adverb."""
    i = at - 1
    while i >= passage.first and passage.tokens[i].pos == "RB":
        i -= 1
    token = passage.tokens[i]
    return None if token.text.lower() in {",", "and", "but", ";", "then", "–", "—"} else token.text


def _as_party(held: Saying) -> Party:
    return Party(
        first=held.first, last=held.first, start=held.start, stop=held.stop, kind=MentionKind.OFFICIAL,
        form=MentionForm.NAME, refs=held.refs,
    )  # fmt: skip


def _inverted(passage: Passage, verb: Verb) -> list[Party]:
    """ "..., said Mr Testov": the party right behind the verb, where quoted words or a comma stand before it."""
    if verb.kind is not Kind.OPEN or verb.first == passage.first:
        return []
    before = passage.tokens[verb.first - 1]
    if before.text not in {'"', "”", ",", "’"} and verb.first - 1 not in passage.quoted:
        return []
    found = grammar.after(passage, verb.last)
    people = [p for p in found if p.kind is MentionKind.OFFICIAL and p.first - verb.last <= 2]
    return people[:1]


def _quotation(passage: Passage, floor: Floor) -> Iterator[Saying]:
    """A quotation that goes on with what the last speaker said."""
    inside = sum(1 for at in range(passage.first, passage.last) if at in passage.quoted)
    last = floor.saying
    if last is None or passage.index - last.passage > 1 or inside < max(_SHORT, (passage.last - passage.first) // 2):
        return
    yield _on(passage, last, "quotation", 0.7)


def _continued(passage: Passage, floor: Floor) -> Iterator[Saying]:
    """A sentence of the same paragraph without a speaker of its own carries on what was said."""
    last = floor.saying
    if last is None or len(last.refs) > 1 or passage.index - last.passage != 1:
        return
    if floor.paragraph != passage.sentence.paragraph or len(passage.tokens[passage.first : passage.last]) < _SHORT:
        return
    opening = passage.text(passage.first, passage.first + 5)
    if opening.startswith(_NARRATIVE) or any(p.kind is MentionKind.OFFICIAL for p in passage.parties):
        return
    if any(t.sense.frame.value in {"with", "receive", "visit", "sign"} for t in passage.triggers):
        return
    yield _on(passage, last, "continued", 0.6)


def _on(passage: Passage, last: Saying, name: str, score: float) -> Saying:
    act, pattern = acts.by_content(passage, passage.first, passage.last, mild=True) or (
        Act.EMPHASISE if name == "quotation" else Act.INFORM, name,
    )  # fmt: skip
    return replace(
        last, rule="rule:goes_on", act=act, passage=passage.index, first=passage.first, last=passage.last,
        pattern=f"rule:act {pattern}", score=score,
    )  # fmt: skip


def _author(reading: Reading, told: Telling) -> tuple[int, Saying] | None:
    """From which sentence on a letter or speech runs in the first person, and its author."""
    if told.main is None:
        return None
    account = told.accounts[told.main]
    if account.sum.type is not InteractionType.LETTER:
        return None
    part = next((p for p in account.sum.parts if p.role is Role.SENDER and p.ref.startswith("p")), None)
    start = next((p.index for p in told.passages if p.index > account.sum.passage and _first_person(p)), None)
    if part is None or start is None:
        return None
    return start, Saying(
        refs=(part.ref,), start=part.start, stop=part.stop, rule="rule:sender", act=Act.INFORM, passage=start,
        first=0, last=0, pattern="", score=0.7,
    )  # fmt: skip


def _first_person(passage: Passage) -> bool:
    return any(t.text.lower() in {"i", "we", "my", "our", "your"} for t in passage.tokens[passage.first : passage.last])


def _own_words(passage: Passage, author: Saying) -> Iterator[Saying]:
    words = [t for t in passage.tokens[passage.first : passage.last] if t.text.isalpha()]
    if len(words) >= _SHORT and any(t.pos in {"VBD", "VBZ", "VB", "AUX", "MD", "NV"} for t in words):
        act, pattern = acts.by_content(passage, passage.first, passage.last, mild=True) or (Act.INFORM, "speech")
        yield replace(
            author, act=act, passage=passage.index, first=passage.first, last=passage.last,
            pattern=f"rule:own_words {pattern}",
        )  # fmt: skip


def _named_first(reading: Reading, refs: tuple[str, ...]) -> str:
    named = [mention.ref for mention in reading.mentions if mention.ref in refs]
    return named[0] if named else refs[0]


def _event(told: Telling, saying: Saying) -> LocalId | None:
    """The event in which it was said: the last one told of in which the speaker takes part."""
    if told.main is None:
        return None
    for index in range(saying.passage, -1, -1):
        for at in sorted(range(len(told.accounts)), key=lambda at: at != told.main):
            account = told.accounts[at]
            firm = any(d.passage == index and d.standing is not Standing.MENTIONED for d in account.drafts)
            if firm and any(part.ref in saying.refs for part in account.sum.parts):
                return told.events[at].id
    return told.events[told.main].id


def _addressee(passage: Passage, saying: Saying) -> LocalId | None:
    """An official right after a verb of thanking, informing and the like."""
    if saying.act not in {Act.THANK, Act.CONGRATULATE, Act.INFORM, Act.INVITE, Act.URGE}:
        return None
    for party in passage.of_kind(MentionKind.OFFICIAL):
        if saying.first <= party.first < saying.last and not set(party.refs) & set(saying.refs):
            return LocalId(party.ref) if len(party.refs) == 1 else None
    return None


def _evidence(reading: Reading, identity: LocalId, saying: Saying) -> Iterator[Evidence]:
    who = _named_first(reading, saying.refs)
    yield _proof(reading, identity, "speaker", who, saying.start, saying.stop, saying.rule, 0.8)
    start, stop = reading.tokens[saying.first].start, reading.tokens[saying.last - 1].stop
    yield _proof(reading, identity, "speechAct", saying.act, start, stop, saying.pattern, saying.score)


def _proof(
    reading: Reading, subject: LocalId, name: str, value: str, start: int, stop: int, method: str, score: float
) -> Evidence:
    quote = reading.document.text[start:stop]
    return Evidence(
        subject=subject, property=name, value=value, start=start, stop=stop, quote=quote, method=method, score=score
    )
