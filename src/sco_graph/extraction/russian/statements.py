"""What named speakers said: one statement for each point, with act, issues, the event and the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import Act, Evidence, LocalId, Statement
from ...vocabulary import guide_code
from ..accounts import Telling, proof
from ..drafts import Claim
from ..issues import codes
from ..likeness import TALKS
from ..reading import MentionKind, Reading
from . import acts, attributions, described, interviews, repeats, speakers, speeches, turns
from .passages import Passage
from .reports import Floor, Saying, content, elaborates
from .sayings import introduces, is_speech, whose_text
from .sayings import said as sayings_of


def statements(reading: Reading, told: Telling[Passage]) -> tuple[tuple[Statement, ...], tuple[Evidence, ...]]:
    """Statements of a document in order, ids ``s1`` on, and evidence for speaker, act and issues of each."""
    sayings = list(_told_before(told, list(_sayings(reading, told))))
    sayings = repeats.told_once(reading, told.passages, sayings)
    found: list[Statement] = []
    evidence: list[Evidence] = []
    for saying in sayings:
        passage = told.passages[saying.passage]
        identity = LocalId(f"s{len(found) + 1}")
        terms = [t for t in passage.terms if saying.first <= t.first < saying.last and not t.within]
        event = told.event_of(saying.speaker.refs[:1], saying.passage)
        theme = None if any(map(guide_code, codes(terms))) else _theme(told, saying)
        found.append(
            Statement(
                id=identity,
                speaker=LocalId(reading.named_first(saying.speaker.refs)),
                act=saying.act,
                event=event,
                issues=(*codes(terms), *((theme.value,) if theme else ())),
                addressee=_addressee(passage, saying),
            )
        )
        evidence.extend(_evidence(reading, identity, saying))
        if theme is not None:
            evidence.append(replace(theme, subject=identity, property="about", method="rule:theme_of_event", score=0.5))
        for term in terms:
            evidence.extend(proof(reading, identity, "about", term.claim(code)) for code in term.codes)
    return tuple(found), tuple(evidence)


def _theme(told: Telling[Passage], saying: Saying) -> Evidence | None:
    """The one issue of the main event, which a point without its own is about; good wishes are about none."""
    if told.main is None or saying.act in _WISHES:
        return None
    main = told.events[told.main]
    themes = [item for item in told.evidence if item.subject == main.id and item.property == "discusses"]
    coded = {code: item for item in reversed(themes) if (code := guide_code(item.value))}
    if len(coded) != 1 or not _pervades(told, next(iter(coded))):
        return None
    return next(iter(coded.values()))


_OFTEN = 3
"""Sentences that name an issue which the whole text is about."""


def _pervades(told: Telling[Passage], code: str) -> bool:
    """Whether an issue is named again and again, so that a point without its own is about it too."""
    named = sum(any(guide_code(c) == code for t in p.terms for c in t.codes) for p in told.passages)
    return named >= _OFTEN


_WISHES = frozenset({Act.CONGRATULATE, Act.THANK, Act.INVITE, Act.EXPRESS_CONCERN})


def _told_before(told: Telling[Passage], sayings: list[Saying]) -> Iterator[Saying]:
    """Sayings, each of "об этом сообщил X" put where its words are, and left out where these are somebody's already."""
    taken = {saying.passage: saying.speaker.refs[0] for saying in sayings}
    for saying in sayings:
        moved = _of_the_sentence_before(told, saying)
        if moved is saying or taken.get(moved.passage) in {None, saying.speaker.refs[0]}:
            yield moved


def _of_the_sentence_before(told: Telling[Passage], saying: Saying) -> Saying:
    """ "Мир нужен. Об этом заявил X": the point is in the sentence before, if that is one."""
    before = told.passages[saying.passage - 1] if saying.passage else None
    points_back = (
        _POINTS_BACK.match(told.passages[saying.passage].text(*_head(told.passages[saying.passage]))) is not None
    )
    if before is None or not (points_back or saying.rule.startswith("rule:act about_that")):
        return saying
    if before.last - before.first < _SHORT or before.tokens[before.last - 1].text[-1] not in ".!?…»":
        return saying
    act = saying.act
    if act is Act.EMPHASISE and not points_back:
        act = (content(before) or (acts.held(before, before.first, before.last), ""))[0]
    return replace(saying, act=act, passage=before.index, first=before.first, last=before.last)


_POINTS_BACK = re.compile(r"(?:на это|так(?:ое|ую|ой) (?:мнение|позицию|вывод|оценку|точку))\b")
"""How a sentence begins whose point is the sentence before: "На это обратил внимание X"."""


def _head(passage: Passage) -> tuple[int, int]:
    return passage.first, passage.first + len("ab")


_SHORT = 6
"""Tokens of the shortest sentence that "об этом" stands for."""


def _sayings(reading: Reading, told: Telling[Passage]) -> Iterator[Saying]:
    speech = speeches.find(reading, told)
    talks = told.main is not None and told.accounts[told.main].sum.type in TALKS
    floor = Floor(
        sides=_sides(reading, told), author=speeches.sender(told), talks=talks, seats=described.seats(reading)
    )
    guest, answered, asked = interviews.answers(reading, told)
    turns_of = turns.find(reading, told.passages)
    owned = attributions.cards(told.passages) | attributions.owners(told.passages, speeches.sender(told))
    for passage in told.passages:
        if passage.index in asked:
            continue
        if passage.index in turns_of:
            yield from _turn(passage, turns_of[passage.index], floor)
            continue
        if guest is not None and passage.index in answered:
            yield from _spoken(passage, speeches.Speech(speaker=guest, passage=passage.index))
            continue
        if speech is not None and passage.index >= speech.passage:
            yield from _third(passage, speech, floor) or _spoken(passage, speech)
            continue
        said = sayings_of(passage, replace(floor, owner=owned.get(passage.index)))
        if not (introduces(passage) and _speech_follows(told, passage)):
            yield from said
        floor = replace(floor, subject=speakers.told_of(passage), author=whose_text(passage, floor) or floor.author)
        named = [s.speaker for s in said if not s.speaker.joint and not s.rule.endswith("report_heard")]
        if named:
            floor = replace(floor, speaker=named[-1], passage=passage.index, paragraph=passage.sentence.paragraph)
        elif said and floor.speaker is not None:
            floor = replace(floor, passage=-9)
        elif floor.passage == passage.index - 1 and (elaborates(passage) or is_speech(passage)):
            floor = replace(floor, passage=passage.index, paragraph=passage.sentence.paragraph)


def _third(passage: Passage, speech: speeches.Speech, floor: Floor) -> tuple[Saying, ...]:
    """What a sentence among somebody's own words tells of them by name: "Генеральный секретарь также подчеркнул"."""
    told = sayings_of(passage, replace(floor, speaker=None, subject=None, author=None))
    return tuple(s for s in told if s.speaker.refs[0] == speech.speaker.refs[0])


def _speech_follows(told: Telling[Passage], passage: Passage) -> bool:
    return any(is_speech(after) for after in told.passages[passage.index + 1 : passage.index + 2])


def _sides(reading: Reading, told: Telling[Passage]) -> tuple[str, ...]:
    """The officials of the main event, or the only two of the text where it names bodies alone."""
    two = tuple(official.id for official in reading.officials)
    return told.sides(reading) or (two if len(two) == len("ab") else ())


def _turn(passage: Passage, turn: turns.Turn, floor: Floor) -> Iterator[Saying]:
    """What is said in a turn of a conversation, and what it says that others said."""
    if turn.speaker is None or turn.first >= passage.last:
        return
    yield from _spoken(passage, speeches.Speech(speaker=turn.speaker, passage=passage.index))
    others = (s for s in sayings_of(passage, replace(floor, speaker=None, subject=None)) if s.rule != "rule:continued")
    yield from (s for s in others if s.speaker.refs[0] != turn.speaker.refs[0])


def _spoken(passage: Passage, speech: speeches.Speech) -> Iterator[Saying]:
    point = speeches.point(passage)
    if point is not None:
        act, rule = point
        yield Saying(
            speaker=speech.speaker,
            act=act,
            passage=passage.index,
            first=passage.first,
            last=passage.last,
            rule=f"rule:own_words {rule}",
            score=0.7,
        )


def _addressee(passage: Passage, saying: Saying) -> LocalId | None:
    """An official in the dative or accusative right after a verb of thanking, informing and the like."""
    wanted = {Act.THANK, Act.CONGRATULATE, Act.INFORM, Act.INVITE, Act.URGE}
    if saying.act not in wanted:
        return None
    for party in passage.of_kind(MentionKind.OFFICIAL):
        inside = saying.first <= party.first < saying.last and party.ref not in saying.speaker.refs
        if inside and party.case in {"datv", "accs"}:
            return LocalId(party.ref)
    return None


def _evidence(reading: Reading, identity: LocalId, saying: Saying) -> Iterator[Evidence]:
    who = saying.speaker
    speaker = reading.named_first(who.refs)
    yield proof(
        reading, identity, "speaker", Claim(value=speaker, start=who.start, stop=who.stop, rule=who.rule, score=0.8)
    )
    start, stop = reading.tokens[saying.first].start, reading.tokens[saying.last - 1].stop
    act = Claim(value=saying.act, start=start, stop=stop, rule=saying.rule, score=saying.score)
    yield proof(reading, identity, "speechAct", act)
