"""What named speakers said: one statement for each point, with act, issues, the event and the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import Act, Evidence, InteractionType, LocalId, Statement
from ...vocabulary import guide_code
from ..accounts import Telling, proof
from ..drafts import Claim
from ..issues import codes
from ..likeness import TALKS
from ..reading import MentionKind, Reading
from . import interviews, speakers, speeches
from .passages import Passage
from .reports import Floor, Saying, elaborates
from .sayings import introduced_by
from .sayings import said as sayings_of


def statements(reading: Reading, told: Telling[Passage]) -> tuple[tuple[Statement, ...], tuple[Evidence, ...]]:
    """Statements of a document in order, ids ``s1`` on, and evidence for speaker, act and issues of each."""
    sayings = _without_headings(reading, told, list(_sayings(reading, told)))
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
    return next(iter(coded.values())) if len(coded) == 1 else None


_WISHES = frozenset({Act.CONGRATULATE, Act.THANK, Act.INVITE, Act.EXPRESS_CONCERN})


def _without_headings(reading: Reading, told: Telling[Passage], sayings: list[Saying]) -> list[Saying]:
    """Sayings but for those of a heading that the text repeats."""

    def repeated(saying: Saying) -> bool:
        sentence = told.passages[saying.passage].sentence
        heading = saying.passage <= 1 and reading.document.text[sentence.stop - 1] not in '.!?…»"'
        letter = told.main is not None and told.events[told.main].type is InteractionType.LETTER
        heading |= letter and saying.act is Act.CONGRATULATE  # what the letter itself then says
        later = (s for s in sayings if s.passage > saying.passage)
        return heading and any(s.act == saying.act and s.speaker.refs[0] == saying.speaker.refs[0] for s in later)

    return [saying for saying in sayings if not repeated(saying)]


def _sayings(reading: Reading, told: Telling[Passage]) -> Iterator[Saying]:
    speech = speeches.find(reading, told)
    talks = told.main is not None and told.accounts[told.main].sum.type in TALKS
    floor = Floor(sides=told.sides(reading), author=speeches.sender(told), talks=talks)
    guest, answered, asked = interviews.answers(reading, told)
    for passage in told.passages:
        if passage.index in asked:
            continue
        if guest is not None and passage.index in answered:
            yield from _spoken(passage, speeches.Speech(speaker=guest, passage=passage.index))
            continue
        if speech is not None and passage.index >= speech.passage:
            yield from _spoken(passage, speech)
            continue
        introduced = introduced_by(passage)
        if introduced is not None:
            floor = replace(floor, speaker=introduced, passage=passage.index, paragraph=passage.sentence.paragraph)
            continue
        said = sayings_of(passage, floor)
        yield from said
        floor = replace(floor, subject=speakers.told_of(passage))
        named = [s.speaker for s in said if not s.speaker.joint]
        if named:
            floor = replace(floor, speaker=named[-1], passage=passage.index, paragraph=passage.sentence.paragraph)
        elif said and floor.speaker is not None:
            floor = replace(floor, passage=-9)
        elif floor.passage == passage.index - 1 and elaborates(passage):
            floor = replace(floor, passage=passage.index, paragraph=passage.sentence.paragraph)


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
