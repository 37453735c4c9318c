"""What named speakers said: one statement for each point, with act, issues, the event and the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Act, Evidence, InteractionType, LocalId, Role, Statement
from ..accounts import Telling, proof
from ..drafts import Claim
from ..issues import codes
from ..reading import MentionForm, MentionKind, Reading
from .acts import announces
from .passages import Passage
from .sayings import Saying, counts_off, of_passage
from .subjects import Speaker

_AFTER_QUOTE = re.compile(r"[”][，。]?$")
_SAYS = re.compile(r"^[^，。“”]{0,40}?(?:说|表示|指出|强调|称|补充|介绍|坦言|写道)")


def statements(reading: Reading, told: Telling[Passage]) -> tuple[tuple[Statement, ...], tuple[Evidence, ...]]:
    """Statements of a document in order, ids ``s1`` on, and evidence for speaker, act and issues of each."""
    found: list[Statement] = []
    evidence: list[Evidence] = []
    sayings = list(_whole(told, _sayings(reading, told)))
    for saying in (*sayings, *_each_wished(told, sayings)):
        identity = LocalId(f"s{len(found) + 1}")
        spans = ((saying.passage, saying.start, saying.stop), *saying.also)
        terms = [
            t
            for number, start, stop in spans
            for t in told.passages[number].terms
            if start <= t.first < stop and not t.within
        ]
        speaker = reading.named_first(saying.speaker.refs)
        found.append(
            Statement(
                id=identity,
                speaker=LocalId(speaker),
                act=saying.act,
                event=told.event_of(saying.speaker.refs[:1], saying.passage),
                issues=codes(terms),
            )
        )
        who = saying.speaker
        evidence.append(
            proof(
                reading,
                identity,
                "speaker",
                Claim(value=speaker, start=who.start, stop=who.stop, rule=who.rule, score=0.8),
            )
        )
        said = Claim(value=saying.act, start=saying.start, stop=saying.stop, rule=saying.rule, score=saying.score)
        evidence.append(proof(reading, identity, "speechAct", said))
        for term in terms:
            evidence += [proof(reading, identity, "about", term.claim(code)) for code in term.codes]
    return tuple(found), tuple(evidence)


def _whole(told: Telling[Passage], sayings: Iterator[Saying]) -> Iterator[Saying]:
    """Points, those that are counted off with the sentences of their paragraph that go on with them."""
    found = list(sayings)
    gone: set[int] = set()
    for at, saying in enumerate(found):
        if at in gone:
            continue
        if saying.rule.endswith("counted off"):
            rest = [n for n in range(at + 1, len(found)) if _goes_on_with(told, saying, found[n])]
            rest = [n for n in rest if all(m in rest for m in range(at + 1, n))]
            gone.update(rest)
            also = tuple((found[n].passage, found[n].start, found[n].stop) for n in rest)
            saying = replace(saying, also=also)
        yield saying


def _goes_on_with(told: Telling[Passage], point: Saying, other: Saying) -> bool:
    """Whether a point is only more of what was counted off before: the same speaker, paragraph, and no number."""
    one, next_one = told.passages[point.passage], told.passages[other.passage]
    same = other.speaker.refs == point.speaker.refs and one.sentence.paragraph == next_one.sentence.paragraph
    fresh = other.rule.endswith("counted off") or counts_off(next_one) or _subject(next_one) is not None
    return same and not fresh


def _sayings(reading: Reading, told: Telling[Passage]) -> Iterator[Saying]:
    sides = told.sides(reading)
    floor: Speaker | None = None
    guest, asked, proposing = _guest(reading, told), False, False
    paragraph, author = -1, _sender(told)
    back = author
    for passage in told.passages:
        if passage.sentence.paragraph != paragraph:
            paragraph = passage.sentence.paragraph
            asked = asked or bool(_QUESTION.match(passage.text, passage.sentence.start))
            floor = (
                _prefixed(passage)
                or _quoted(passage, told.passages)
                or (guest if asked and guest is not None else None)
                or (floor if _continues(passage) or _open(passage) else None)
            )
        if _QUESTION.match(passage.text, passage.sentence.start) or _asks(passage, guest):
            floor = None
            continue
        if passage.heading and passage.index <= 2 and len(told.passages) > 3:
            continue
        if floor is not None and not _open(passage) and _tells(passage):
            floor = None
        proposing = proposing or announces(passage)
        said = of_passage(passage, floor, sides, Act.PROPOSE if proposing else Act.EMPHASISE, back, author)
        back = _subject(passage) or (said[-1].speaker if said else back)
        yield from said
        yield from _wished(reading, told, passage, said)
        floor = floor if said else (_announcer(passage, back) or floor)
        if said:
            floor = said[-1].speaker if len(said[-1].speaker.refs) == 1 or said[-1].act is not Act.AGREE else None


def _subject(passage: Passage) -> Speaker | None:
    """The official whom a sentence begins with by name or title: whom 他 means in the next."""
    first = next(iter(passage.of_kind(MentionKind.OFFICIAL)), None)
    if first is None or first.form is MentionForm.PRONOUN or _GONE.match(passage.text, first.stop):
        return None
    if first.start - passage.sentence.start > _OPENS:
        return None
    return Speaker(refs=(first.ref,), start=first.start, stop=first.stop, rule="rule:subject_before")


_GONE = re.compile(r"[^，。]{0,4}(?:逝世|去世|辞世|病逝|遇难|遇刺)")
_OPENS = 8
"""Characters before the subject of a sentence: a date, 随后."""


def _sender(told: Telling[Passage]) -> Speaker | None:
    """Who wrote the letter that is the main event."""
    parts = told.accounts[told.main].sum.parts if told.main is not None else ()
    sender = next((part for part in parts if part.role is Role.SENDER and part.ref.startswith("p")), None)
    if sender is None:
        return None
    return Speaker(refs=(sender.ref,), start=sender.start, stop=sender.stop, rule="rule:sender")


_QUESTION = re.compile(r"(?:问|(?:另|又)?有?记者(?:提?问)?|Q|提问|主持人|[\u4e00-\u9fff]{2,6}(?:记者|社|网))\s*[：:]")
_ANSWER = re.compile(r"(?:答|A)\s*[：:]")


def _asks(passage: Passage, guest: Speaker | None) -> bool:
    """Whether a sentence is the interviewer's: after the name of somebody else than the one who is asked."""
    line = passage.text.rfind("\n", 0, passage.sentence.start) + 1
    if guest is None:
        return False
    for m in passage.of_kind(MentionKind.OFFICIAL):
        begins = m.start - line <= 1 and passage.text[m.stop : m.stop + 1] == "："
        if begins and m.ref not in guest.refs:
            return True
    return bool(re.search(r"您|请问", passage.text[passage.sentence.start : passage.sentence.stop]))


def _prefixed(passage: Passage) -> Speaker | None:
    """Who speaks in a paragraph that begins with a name and a colon."""
    for m in passage.of_kind(MentionKind.OFFICIAL):
        if m.start - passage.sentence.start <= 1 and passage.text[m.stop : m.stop + 1] == "：":
            return Speaker(refs=(m.ref,), start=m.start, stop=m.stop, rule="rule:name_and_colon")
    return None


def _guest(reading: Reading, told: Telling[Passage]) -> Speaker | None:
    """Who is interviewed: the first official who takes part in the briefing that is the main event."""
    if told.main is None or told.events[told.main].type is not InteractionType.BRIEFING:
        return None
    people = {official.id for official in reading.officials}
    for part in told.accounts[told.main].sum.parts:
        if part.ref in people:
            return Speaker(refs=(part.ref,), start=part.start, stop=part.stop, rule="rule:interviewed")
    return None


def _announcer(passage: Passage, back: Speaker | None) -> Speaker | None:
    """Who announces, in a sentence of its own, proposals that the next ones count off."""
    first = next(iter(passage.of_kind(MentionKind.OFFICIAL)), None)
    if first is None or not announces(passage):
        return None
    refs = back.refs if first.form is MentionForm.PRONOUN and back is not None else (first.ref,)
    return Speaker(refs=refs, start=first.start, stop=first.stop, rule="rule:announces")


def _wished(reading: Reading, told: Telling[Passage], passage: Passage, said: Sequence[Saying]) -> Iterator[Saying]:
    """Good wishes or condolences that a letter is, where no words of it are given in its sentence."""
    for trigger in passage.triggers:
        act = _WISHES.get(next((c for c in passage.text[trigger.start : trigger.stop] if c in _WISHES), ""))
        if act is None:
            continue
        sender = next(
            (
                part
                for account in told.accounts
                for draft in account.drafts
                if draft.passage == passage.index and draft.trigger.start == trigger.start and draft.standing > 0
                for part in draft.parts
                if part.role is Role.SENDER and part.ref.startswith("p")
            ),
            None,
        )
        if sender is None or any(s.speaker.refs[0] == sender.ref and s.act is act for s in said):
            continue
        who = Speaker(refs=(sender.ref,), start=sender.start, stop=sender.stop, rule="rule:sender")
        yield Saying(
            speaker=who,
            act=act,
            passage=passage.index,
            start=trigger.start,
            stop=trigger.stop,
            rule=f"rule:letter {trigger.pattern[:20]}",
        )


def _each_wished(told: Telling[Passage], said: Sequence[Saying]) -> Iterator[Saying]:
    """Good wishes of each who sent one of several letters that the document tells of as one: 元首纷纷发来贺电."""
    for account in told.accounts:
        senders = [p for p in account.sum.parts if p.role is Role.SENDER and p.ref.startswith("p")]
        draft = account.drafts[0]
        words = told.passages[draft.passage].text[draft.trigger.start : draft.trigger.stop]
        act = _WISHES.get(next((c for c in words if c in _WISHES), ""))
        for part in senders if len(senders) > _FEW_SENDERS and act is not None else ():
            if act is not None and not any(s.speaker.refs[0] == part.ref and s.act is act for s in said):
                who = Speaker(refs=(part.ref,), start=part.start, stop=part.stop, rule="rule:sender")
                start, stop = draft.trigger.start, draft.trigger.stop
                rule = "rule:letter of many"
                yield Saying(speaker=who, act=act, rule=rule, passage=draft.passage, start=start, stop=stop)


_FEW_SENDERS = 2
_WISHES = {"贺": Act.CONGRATULATE, "唁": Act.EXPRESS_CONCERN, "慰": Act.EXPRESS_CONCERN}
"""What letters do, by a character of their name."""


def _open(passage: Passage) -> bool:
    """Whether a quotation that an earlier sentence of the paragraph began is still open."""
    before = passage.text[max(0, passage.sentence.start - _QUOTED) : passage.sentence.start]
    return before.count("“") > before.count("”")


_QUOTED = 600
"""Characters before a sentence within which the quotation was begun that it stands in."""


def _tells(passage: Passage) -> bool:
    """Whether a sentence no longer reports speech."""
    return bool(
        re.match(
            r"[^，。]{2,14}致辞的是|双方(?!都|要|应|同意|一致)|此前，|此后，|另据|会谈后|会后|会见后|据悉|当天|\d{1,4}[年月日](?!来)|(?:[^，。]{2,20})(?:等)?(?:参加|出席|陪同)(?:会见|会谈|活动)",
            passage.text[passage.sentence.start : passage.sentence.stop],
        )
    )


def _continues(passage: Passage) -> bool:
    """Whether a paragraph goes on with the speech of the one before: it begins with a quotation or an ordinal."""
    return bool(
        re.match(
            r"[“]|一是|首先|二是|三是|四是|五是|第[一二三四五六]，|首先，|其次，",
            passage.text[passage.sentence.start :][:4],
        )
    )


def _quoted(passage: Passage, passages: Sequence[Passage]) -> Speaker | None:
    """The speaker of a paragraph that begins with a quotation, named after it: “……。”王毅说."""
    if not passage.text[passage.sentence.start :].startswith("“"):
        return None
    for other in passages:
        if other.sentence.paragraph != passage.sentence.paragraph:
            continue
        for m in other.of_kind(MentionKind.OFFICIAL):
            before = passage.text[max(0, m.start - 2) : m.start]
            if _AFTER_QUOTE.search(before) and _SAYS.match(passage.text[m.stop : m.stop + 44]):
                return Speaker(refs=(m.ref,), start=m.start, stop=m.stop, rule="rule:named_after_quote")
    return None
