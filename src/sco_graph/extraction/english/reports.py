"""Reported speech: verbs of saying with their subjects, and what was said by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...light import dataclass
from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionForm, MentionKind
from . import acts, clauses, speakers, telling, views
from .passages import Party, Passage

_NEAR = 2
_LONG = 9
_BRIEF = 3
"""Words between a verb of saying and one within what is said."""
SHORT = 6
"""A quotation or a sentence of fewer words makes no point of its own."""


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
    empty: bool = False
    """Whether it only says that somebody spoke: "Mr Testov told journalists." """


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Who spoke last, in which sentence and paragraph."""

    saying: Saying | None = None
    paragraph: int = -9
    sides: Party | None = None
    """Who is named of the two sides of the talks that the text tells of."""

    def last(self, passage: Passage) -> speakers.Held | None:
        """Who spoke in the sentence right before."""
        if self.saying is None or self.saying.passage != passage.index - 1:
            return None
        return speakers.Held(first=self.saying.first, parties=(as_party(self.saying),))

    def last_near(self, passage: Passage) -> speakers.Held | None:
        """Who spoke in this paragraph, two sentences back at most."""
        if self.saying is None or passage.index - self.saying.passage > _NEAR:
            return None
        return speakers.Held(first=self.saying.first, parties=(as_party(self.saying),))


def as_party(held: Saying) -> Party:
    """The speakers of a saying as a party of a sentence."""
    return Party(
        first=held.first, last=held.first, start=held.start, stop=held.stop, kind=MentionKind.OFFICIAL,
        form=MentionForm.NAME, refs=held.refs,
    )  # fmt: skip


def reported(passage: Passage, floor: Floor) -> Iterator[Saying]:
    """Each verb of saying outside quotations with its subject, and the words up to the next."""
    told = list(_told(passage, floor))
    told = [*_leading(passage, told), *told] or list(views.told(passage, floor.last_near(passage)))
    verbs = [verb for verb, _, _ in told]
    found: list[Saying] = []
    for at, (verb, who, rule) in enumerate(told):
        saying = _saying(passage, verbs, at, who, rule)
        if at + 1 < len(told) and _gives_floor(passage, verb, told[at + 1]):
            continue
        if found and found[-1].pattern.startswith("rule:act greetings|message") and found[-1].refs == saying.refs:
            found[-1] = saying
        elif found and _in_one(found[-1], saying):
            found[-1] = replace(found[-1], last=saying.last)
        elif not found or not _repeats(found[-1], saying, verb, rule):
            found.append(saying)
    for saying in found:
        yield from _split(passage, saying)


def _gives_floor(passage: Passage, verb: Verb, following: tuple[Verb, list[Party], str]) -> bool:
    """Whether a verb only opens what it quotes of somebody else: 'she said, "Mr Testov thanked'."""
    between = passage.tokens[verb.last : following[0].first]
    marks = any(t.text in {'"', "“", "«"} for t in between[:3])
    return marks and following[1][0].first > verb.last and not any(t.pos in _FINITE for t in between)


def _in_one(held: Saying, saying: Saying) -> bool:
    """Whether a sentence goes on with what several agree on: "the sides welcomed the talks and noted the growth"."""
    return held.act is saying.act is Act.AGREE and held.refs == saying.refs


def _told(passage: Passage, floor: Floor) -> Iterator[tuple[Verb, list[Party], str]]:
    """Verbs of saying with who speaks; one that only opens another ("said he was ready to") gives way to it."""
    verbs = [v for v in acts.verbs(passage, passage.first, passage.last) if telling.tells(passage, v)]
    held: tuple[Verb, list[Party], str] | None = None
    other: Verb | None = None
    verbs = [v for v in verbs if not (v.pattern.startswith("focus") and speakers.jointly(passage, v))]
    for verb in verbs:
        if held is not None and _opens(passage, held[0], verb):
            held = verb, held[1], held[2]
            continue
        who, rule = speakers.of(passage, verb, _as_held(held), floor.last(passage))
        if who is None and floor.sides is not None and speakers.jointly(passage, verb):
            who, rule = [floor.sides], "sides"
        if who is None or (
            other is not None and rule not in {"said_by", "source"} and speakers.joined(passage, other.last, verb)
        ):
            other = verb if who is not None or speakers.foreign(passage, verb.first) else other
            continue
        if held is not None and _within(passage, held, verb, who):
            continue
        if held is not None and passage.text(held[0].last, verb.first) != "and":
            yield held
        held, other = (verb, who, rule), None
    if held is not None:
        yield held


def _within(passage: Passage, held: tuple[Verb, list[Party], str], verb: Verb, who: Sequence[Party]) -> bool:
    """Whether a verb lies in what is said and tells of others: "added that the President had summed up"."""
    between = passage.tokens[held[0].last : verb.first]
    if held[0].kind not in {Kind.OPEN, Kind.FIRM} or not between or between[0].text.lower() != "that":
        return False
    words = [t.text.lower() for t in between]
    if who[0].refs == held[1][0].refs:
        return passage.tokens[verb.first].pos == "VBZ" and words[-1] == "," and "and" not in words
    return who[0].first > held[0].last and not _APART & set(words)


def _leading(
    passage: Passage, told: Sequence[tuple[Verb, list[Party], str]]
) -> Iterator[tuple[Verb, list[Party], str]]:
    """A participle at the head of a sentence that says something: "Recalling the attack, Mr Testov called"."""
    verb = next(iter(acts.verbs(passage, passage.first, min(passage.first + SHORT, passage.last))), None)
    having = passage.text(passage.first, passage.first + 1) in _BEFORE_PARTICIPLE
    if not told or verb is None or verb.first != passage.first + having or verb.act is None:
        return
    main, who, _ = told[0]
    comma = next((i for i in range(verb.last, main.first) if passage.tokens[i].text == ","), None)
    if verb.act is Act.INFORM and passage.text(passage.first, passage.first + 1) != "having":
        return
    if (having or passage.tokens[verb.first].pos == "VBG") and comma is not None and comma - verb.last > _BRIEF:
        yield verb, who, "subject"


def _opens(passage: Passage, opening: Verb, verb: Verb) -> bool:
    """Whether "said" and a pronoun at most stand before a verb of saying: "said he was ready to"."""
    between = passage.text(opening.last, verb.first).split()
    if opening.kind is not Kind.OPEN or not between:
        return False
    if len(between) <= _BRIEF and set(between) <= _OPENING:
        return True
    tokens = passage.tokens[opening.last : verb.first]
    plain = not any(t.pos in {"VBD", "VBZ", "AUX", "MD", "VB"} for t in tokens)
    return plain and len(between) <= _LONG and between[0] == "that" and between[-1] in {"he", "she"}


def _as_held(held: tuple[Verb, list[Party], str] | None) -> speakers.Held | None:
    return None if held is None else speakers.Held(first=held[0].first, parties=tuple(held[1]))


def _saying(passage: Passage, verbs: Sequence[Verb], at: int, who: list[Party], rule: str) -> Saying:
    """What a verb tells: its act by itself or by the words that it governs; of several speakers they agree."""
    verb = verbs[at]
    end = _boundary(passage, verb, verbs[at + 1]) if at + 1 < len(verbs) else passage.last
    quoted = [i for i in range(passage.first, passage.last) if i in passage.quoted]
    ends = passage.last - verb.last < _BRIEF and len(verbs) == 1 and not clauses.only_says(passage, verb, who)
    behind = verb.kind is Kind.SOURCE or rule == "said_by" or ends
    behind = behind or (at == 0 and clauses.parenthetical(passage, verb, who, verbs))
    behind = behind or (at == 0 and len(verbs) > 1 and clauses.closes(passage, verb, who, verbs[1]))
    first = passage.first if at == 0 and (behind or (quoted and quoted[0] < verb.first)) else verb.last
    act, pattern = acts.act_of(passage, verb, first, end)
    if verb.kind in {Kind.OPEN, Kind.FIRM} and quoted:
        done = acts.performed(passage, quoted[0], quoted[-1] + 1)
        said_so = done or acts.by_content(passage, quoted[0], quoted[-1] + 1, mild=True)
        past = acts.only_past(passage, quoted[0], quoted[-1] + 1)
        act, pattern = said_so or (Act.INFORM if past else Act.EMPHASISE, pattern)
    said = any(first <= i < end for i in quoted)
    bare = verb.first - passage.first <= 1 and passage.last - who[-1].last <= 1 and who[0].first >= verb.last
    refs = tuple(dict.fromkeys(ref for party in who for ref in party.refs))
    several = len(refs) > 1 or rule == "sides"
    return Saying(
        refs=refs,
        start=who[0].start,
        stop=who[-1].stop,
        rule=f"rule:{rule}",
        act=Act.AGREE if verb.kind is Kind.JOINT or (several and act not in _OF_SEVERAL) else act,
        passage=passage.index,
        first=passage.first if len(verbs) == 1 or (at == 0 and first == passage.first) else _start(passage, verbs, at),
        last=end,
        pattern=f"rule:act {pattern}",
        empty=((bare or clauses.only_where(passage, verb, who)) and not said)
        or (
            not behind
            and end - verb.last <= 1
            and verb.last - verb.first <= 2
            and (verb.kind in {Kind.OPEN, Kind.FIRM} or len(verbs) > 1)
            and not said
        ),
    )


def _split(passage: Passage, saying: Saying) -> Iterator[Saying]:
    """A saying, and what a semicolon sets apart in it where its words make another act."""
    marks = [i for i in range(saying.first, saying.last) if passage.tokens[i].text == ";"]
    behind = marks[-1] + 1 if marks else saying.last
    said = acts.by_content(passage, behind, saying.last, mild=True) if saying.last - behind >= SHORT else None
    if said is None or said[0] is saying.act or not any(t.pos in _FINITE for t in passage.tokens[behind : saying.last]):
        yield saying
        return
    yield replace(saying, last=marks[-1])
    yield replace(saying, first=behind, act=said[0], pattern=f"rule:act {said[1]}", rule="rule:goes_on", score=0.6)


_FINITE = frozenset({"VBD", "VBZ", "AUX", "MD", "NV", "VB"})


def _start(passage: Passage, verbs: Sequence[Verb], at: int) -> int:
    """Where what one of several verbs tells begins: behind a semicolon between them, else at the verb."""
    if not at:
        return verbs[at].first
    marks = [i for i in range(verbs[at - 1].last, verbs[at].first) if passage.tokens[i].text == ";"]
    return marks[0] + 1 if marks else verbs[at].first


def _boundary(passage: Passage, verb: Verb, following: Verb) -> int:
    """Where what a verb tells ends: at the next verb, or at a semicolon before it."""
    for at in range(verb.last, following.first):
        if passage.tokens[at].text == ";":
            return at
    return following.first


def _repeats(held: Saying, saying: Saying, verb: Verb, rule: str) -> bool:
    """Whether a saying makes no point of its own: wishes after congratulations, a short one of the same act."""
    if verb.kind is Kind.JOINT and rule == "same_subject":
        return True
    if verb.pattern.startswith("wished") and held.act is Act.CONGRATULATE:
        return True
    return held.act == saying.act and held.refs == saying.refs and saying.last - saying.first < SHORT


_APART = frozenset({";", "while", "whereas", "but"})
_BEFORE_PARTICIPLE = frozenset({"having", "while", "after", "before", "in", "by", "also"})
_OF_SEVERAL = frozenset({Act.EXPRESS_CONCERN, Act.CONDEMN, Act.CONGRATULATE, Act.THANK})
_OPENING = frozenset(
    {"that", "he", "she", "it", "they", "is", "was", "were", "are", "also", "had", "has", "and", "would"}
)
