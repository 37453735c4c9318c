"""Reported speech: verbs of saying with their subjects, and what was said by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...light import dataclass
from ...model import Act
from ..acts import Kind, Verb
from ..reading import MentionForm, MentionKind
from . import acts, grammar, speakers, surroundings, views
from .passages import Party, Passage

_APPOSED = 13
"""Words between two commas that say who a speaker is."""
_TAIL = 6
"""Words behind a verb that only say to whom or where somebody spoke: "Mr Testov told the guests"."""
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
    held: Saying | None = None
    for at, (verb, who, rule) in enumerate(told):
        saying = _saying(passage, verbs, at, who, rule)
        if held is None or not _repeats(held, saying, verb, rule):
            held = saying
            yield from _split(passage, saying)


def _told(passage: Passage, floor: Floor) -> Iterator[tuple[Verb, list[Party], str]]:
    """Verbs of saying with who speaks; one that only opens another ("said he was ready to") gives way to it."""
    verbs = [v for v in acts.verbs(passage, passage.first, passage.last) if _tells(passage, v)]
    held: tuple[Verb, list[Party], str] | None = None
    other: Verb | None = None
    for verb in verbs:
        if held is not None and _opens(passage, held[0], verb):
            held = verb, held[1], held[2]
            continue
        who, rule = speakers.of(passage, verb, _as_held(held), floor.last(passage))
        if who is None or (
            other is not None and rule not in {"said_by", "source"} and speakers.joined(passage, other.last, verb)
        ):
            other = verb if who is not None or speakers.foreign(passage, verb.first) else other
            continue
        if held is not None and passage.text(held[0].last, verb.first) != "and":
            yield held
        held, other = (verb, who, rule), None
    if held is not None:
        yield held


def _leading(
    passage: Passage, told: Sequence[tuple[Verb, list[Party], str]]
) -> Iterator[tuple[Verb, list[Party], str]]:
    """A participle at the head of a sentence that says something: "Recalling the attack, Mr Testov called"."""
    verb = next(iter(acts.verbs(passage, passage.first, min(passage.first + SHORT, passage.last))), None)
    having = passage.text(passage.first, passage.first + 1) in {"having", "while"}
    if not told or verb is None or verb.first != passage.first + having or verb.act is None:
        return
    main, who, _ = told[0]
    comma = next((i for i in range(verb.last, main.first) if passage.tokens[i].text == ","), None)
    if verb.act is Act.INFORM and not having:
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
    ends = passage.last - verb.last < _BRIEF and len(verbs) == 1 and not _only_says(passage, verb, who)
    behind = verb.kind is Kind.SOURCE or rule == "said_by" or ends
    behind = behind or (len(verbs) == 1 and _parenthetical(passage, verb, who))
    first = passage.first if at == 0 and (behind or (quoted and quoted[0] < verb.first)) else verb.last
    act, pattern = acts.act_of(passage, verb, first, end)
    if verb.kind in {Kind.OPEN, Kind.FIRM} and quoted:
        act, pattern = acts.by_content(passage, quoted[0], quoted[-1] + 1, mild=True) or (Act.EMPHASISE, pattern)
    said = any(first <= i < end for i in quoted)
    bare = verb.first - passage.first <= 1 and passage.last - who[-1].last <= 1 and who[0].first >= verb.last
    refs = tuple(dict.fromkeys(ref for party in who for ref in party.refs))
    return Saying(
        refs=refs,
        start=who[0].start,
        stop=who[-1].stop,
        rule=f"rule:{rule}",
        act=Act.AGREE if verb.kind is Kind.JOINT or (len(refs) > 1 and act not in _OF_SEVERAL) else act,
        passage=passage.index,
        first=passage.first if len(verbs) == 1 else _start(passage, verbs, at),
        last=end,
        pattern=f"rule:act {pattern}",
        empty=(bare and not said)
        or (
            not behind
            and end - verb.last <= 1
            and verb.last - verb.first <= 2
            and (verb.kind in {Kind.OPEN, Kind.FIRM} or len(verbs) > 1)
            and not said
        ),
    )


def _only_says(passage: Passage, verb: Verb, who: Sequence[Party]) -> bool:
    """Whether a sentence has nothing but its speaker before the verb: "Mr Testov emphasised." behind a quotation."""
    first, last = who[-1].last, verb.first
    apposed = 0 < last - first < _APPOSED and passage.text(first, first + 1) == passage.text(last - 1, last) == ","
    return who[0].first - passage.first <= 1 and (0 <= last - first <= 1 or apposed)


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


def _parenthetical(passage: Passage, verb: Verb, who: Sequence[Party]) -> bool:
    """Whether commas set the speaker and the verb off: "Both offices, Mr Testov recalled, go back to 2016"."""
    at = who[0].first
    while at > passage.first and passage.tokens[at - 1].text.lower() in _ARTICLES:
        at -= 1
    before = passage.tokens[at - 1].text if at > passage.first else ""
    rest = passage.tokens[verb.last : passage.last]
    closed = passage.tokens[verb.last - 1].text == "," or (bool(rest) and rest[0].text == ",")
    ends = len(rest) <= _TAIL and not any(t.pos in {"VBD", "VBZ", "AUX", "MD"} or t.text == "that" for t in rest)
    return before == "," and (closed or ends) and who[0].last <= verb.first


def _repeats(held: Saying, saying: Saying, verb: Verb, rule: str) -> bool:
    """Whether a saying makes no point of its own: wishes after congratulations, a short one of the same act."""
    if verb.kind is Kind.JOINT and rule == "same_subject":
        return True
    if verb.pattern.startswith("wished") and held.act in {Act.CONGRATULATE, Act.THANK}:
        return True
    return held.act == saying.act and held.refs == saying.refs and saying.last - saying.first < SHORT


def _tells(passage: Passage, verb: Verb) -> bool:
    """Whether the phrase is a verb of telling here: a finite or -ing form outside quotations, no infinitive."""
    if verb.kind is Kind.GUARD or verb.act is None or verb.first in passage.quoted:
        return False
    if any(p.first <= verb.first < p.last for p in passage.parties):
        return False
    if verb.kind is Kind.SOURCE:
        return True
    if verb.kind is Kind.NOMINAL:
        return speakers.by_whom(passage, verb) != []
    head = passage.tokens[verb.first]
    if head.text[0].isupper() and verb.first > passage.first and passage.tokens[verb.first - 1].text[0].isalnum():
        return False
    if speakers.visits(passage, verb) or _greets(passage, verb):
        return False
    if verb.first == passage.first:
        return head.pos in {"VBG", "VBD"}
    return head.pos in _VERBAL and _after_subject(passage, verb)


def _greets(passage: Passage, verb: Verb) -> bool:
    """Whether somebody welcomes people and no proposal of theirs: "welcomed the new coordinators: X and Y"."""
    if passage.tokens[verb.first].lemma not in {"welcome", "greet"}:
        return False
    people = [p for p in grammar.after(passage, verb.last) if p.kind is MentionKind.OFFICIAL]
    people = people or list(surroundings.listed_behind(passage, verb.last))
    return bool(people) and not grammar.modifies(passage, people[0])


def _after_subject(passage: Passage, verb: Verb) -> bool:
    """Whether the words before a verb let it have a subject."""
    head, before = passage.tokens[verb.first], passage.tokens[verb.first - 1]
    if head.pos == "VBG" and before.text not in {",", "and", "by"} and before.pos != "RB":
        return False
    if head.pos in {"VB", "NV"} and not _present(passage, verb.first, before.text.lower()):
        return False
    if before.pos == "RB" and verb.first - 2 >= passage.first:
        before = passage.tokens[verb.first - 2]
    if before.pos in {"AUX", "MD"} and head.pos != "AUX":
        return before.text.lower() in _AUXILIARY or speakers.by_whom(passage, verb) != []
    return before.text.lower() not in _NO_SUBJECT


def _present(passage: Passage, at: int, before: str) -> bool:
    """Whether a form that may be a noun is a verb: right behind an official, or joined to a verb in the present."""
    if before == "and":
        earlier = passage.tokens[passage.first : at]
        return any(t.pos in {"VBZ", "VB", "NV"} for t in earlier) and not any(t.pos == "VBD" for t in earlier)
    i = at - 1
    while i > passage.first and passage.tokens[i].pos == "RB":
        i -= 1
    return passage.tokens[i].pos in {"AUX", "MD"} or speakers.after_party(passage, at)


_ARTICLES = frozenset({"the", "mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", ".", "h.e."})
_OF_SEVERAL = frozenset({Act.EXPRESS_CONCERN, Act.CONDEMN, Act.CONGRATULATE, Act.THANK})
_VERBAL = frozenset({"VBD", "VBZ", "VBG", "NV", "VB", "AUX", "RB", "VBN"})
_AUXILIARY = frozenset({"did", "having", "has", "have", "had", "also", "would"})
_NO_SUBJECT = frozenset({"to", "of", "the", "a", "an", "for", "by", "which", "in", "as", "its", "his", "her"})
_OPENING = frozenset(
    {"that", "he", "she", "it", "they", "is", "was", "were", "are", "also", "had", "has", "and", "would"}
)
