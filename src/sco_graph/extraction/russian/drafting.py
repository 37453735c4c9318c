"""From the triggers of a sentence to drafts of events: each property by its own rule, nothing merged yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ...model import InteractionType, Role, Status
from ..drafts import Draft, Part, Standing, Where, joined
from ..reading import MentionKind, Reading
from ..triggers import Frame, Sense, Trigger
from . import (
    circumstances,
    clauses,
    gatherings,
    grammar,
    nounphrases,
    occasions,
    partaking,
    participants,
    sessions,
    standings,
    statuses,
    trips,
)
from .clauses import ClauseKind
from .passages import Party, Passage


def drafts(reading: Reading, passage: Passage) -> Iterator[Draft]:
    """Drafts of a sentence, one for each trigger; a verb that binds nobody tells nothing."""
    if occasions.salutes(reading, passage):
        return
    found = tuple(trips.without_greetings(tuple(_drafts(reading, gatherings.without_idle(passage)))))
    yield from trips.with_journey(passage, tuple(trips.with_people_met(passage, found)))


def _drafts(reading: Reading, passage: Passage) -> Iterator[Draft]:
    for trigger in passage.triggers:
        if _MISSION in trigger.pattern and not _has(_BALLOT, reading.document.text):
            continue  # a mission that observes no ballot
        draft = _draft(reading, passage, _spoken(reading, trigger))
        binds = draft.parts or trigger.sense.frame in _NOUNS or draft.type is not trigger.sense.type
        if binds and not gatherings.among_themselves(passage, trigger, draft.parts):
            yield from _several(reading, draft)
    yield from sessions.told(reading, passage)


def _spoken(reading: Reading, trigger: Trigger) -> Trigger:
    """A "разговор" is one in person where the text has no word of a telephone."""
    if trigger.pattern != "разговор" or _has(_PHONE, reading.document.text):
        return trigger
    return replace(trigger, sense=Sense(InteractionType.MEETING, None, trigger.sense.frame))


@lru_cache(maxsize=16)
def _has(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text has one of some words, asked once of each text."""
    return pattern.search(text) is not None


_PHONE = re.compile(r"телефон|звон|видео|онлайн", re.IGNORECASE)
_MISSION = "миссия шос"
"""Beginning of the pattern of a mission that is not said to be one of observers."""
_BALLOT = re.compile(r"выбор|референдум|голосовани|избирател|наблюдател", re.IGNORECASE)

_NOUNS = frozenset({Frame.NOUN, Frame.RECALL, Frame.ACT, Frame.GATHER})
_PAIR = 2
_SIDES = 2 * _PAIR
"""Two people and the two states that they act for."""
_ROUND = 3
"""People whom somebody is to have talks with, each by themself."""
_NOWHERE = frozenset({InteractionType.LETTER, InteractionType.PHONE_CALL})
"""Types that have no place."""
_ONE = frozenset({"переговоры", "консультация", "учение", "чтения", "слушание", "маневр"})
"""Nouns whose plural is one interaction."""


def _several(reading: Reading, draft: Draft) -> Iterator[Draft]:
    """One draft for each council of "заседаний Совета глав государств и Совета министров"; else the draft itself."""
    if len(senders := _senders(draft)) > 1:
        others = [p for p in draft.parts if p not in senders]
        yield from (replace(draft, parts=joined([sender], others)) for sender in senders)
        return
    if draft.type is InteractionType.LETTER:
        addressed = [p for p in draft.parts if p.role is Role.RECIPIENT and p.ref.startswith("p")]
        if len(addressed) > 1:
            others = [p for p in draft.parts if p not in addressed]
            yield from (replace(draft, parts=joined([one], others)) for one in addressed)
            return
    guests = [p for p in draft.parts if p.rule == "rule:with_the_noun" and p.ref.startswith("p")]
    talks = draft.plural or (draft.status.value != Status.HELD and len(guests) >= _ROUND) or _apiece(reading, guests)
    # "встречи с послами": one word for them all tells of their meetings as one.
    if talks and len({p.start for p in guests}) > 1 and draft.type is InteractionType.MEETING:
        others = [p for p in draft.parts if p not in guests]
        yield from (replace(draft, parts=joined([guest], others), plural=True) for guest in guests)
        return
    bodies = [p for p in draft.parts if p.rule == "rule:of_the_noun" and p.ref.startswith("o")]
    if not draft.plural or len(bodies) < 2 or draft.standing is Standing.HAPPENS:
        yield draft
        return
    others = [p for p in draft.parts if p not in bodies]
    for body in bodies:
        kind = _of_leaders(reading, draft.trigger, frozenset({body.ref}))
        parts = joined([body], others)
        yield replace(draft, type=kind or _plain(draft), parts=parts, bodies=frozenset({body.ref}), plural=False)


def _senders(draft: Draft) -> list[Part]:
    """The people who each send a letter of their own: "президенты Индии A и Ирана B поздравили"."""
    found = [p for p in draft.parts if p.role is Role.SENDER and p.ref.startswith("p")]
    apart = len({p.start for p in found}) == len(found)
    return found if draft.type is InteractionType.LETTER and apart else []


def _apiece(reading: Reading, guests: Sequence[Part]) -> bool:
    """Whether "с" is said again before each: "встречи с A и с B"."""
    text, spans = reading.document.text, sorted({(p.start, p.stop) for p in guests})
    between = [text[a[1] : b[0]].lower().split() for a, b in pairwise(spans)]
    return bool(between) and all("с" in words[1:] or "со" in words[1:] for words in between)


def _plain(draft: Draft) -> InteractionType:
    """Type of a session whose body is no council of leaders, whatever its neighbour in the list is."""
    multilateral = InteractionType.MULTILATERAL_MEETING
    return multilateral if draft.type is InteractionType.SUMMIT != draft.trigger.sense.type else draft.type


def _draft(reading: Reading, passage: Passage, trigger: Trigger) -> Draft:
    standing = standings.standing(passage, trigger)
    date = circumstances.when(passage, trigger)
    parts = participants.of_trigger(passage, trigger, standing)
    noun = trigger.sense.frame in {Frame.NOUN, Frame.RECALL} and not _of_observers(passage, trigger)
    of, _ = nounphrases.phrase(passage, trigger) if noun else ((), ())
    own = [p for p in passage.parties if p.start <= trigger.start and trigger.stop <= p.stop]
    session = [p for p in own if p.kind is MentionKind.ORGANISATION]
    parts = joined(parts, *(partaking.of(p, Role.ATTENDEE, "session_of_body") for p in session))
    group = None if _two(of) else nounphrases.type_of_group(passage, trigger)
    sitting = [p for p in parts if trigger.sense.frame is Frame.GATHER and p.ref.startswith("o")]
    named = frozenset(ref for party in (*own, *of) for ref in party.refs) | {p.ref for p in sitting}
    if not parts and trigger.sense.type is InteractionType.SUMMIT:
        parts = partaking.of_all(_members(passage, trigger), Role.ATTENDEE, "summit_of_members")
    came = {p.ref for p in parts if p.rule == "rule:took_part" and p.ref.startswith("o")}
    topical = None if group else _of_a_topic(passage, trigger, standing, of)
    if topical is not None and any(p.ref.startswith("p") for p in parts):
        parts = tuple(p for p in parts if p.rule != "rule:of_the_noun")  # whose event it is
    group = group or topical
    kind = group or _of_leaders(reading, trigger, named | came) or _of_people(passage, trigger) or trigger.sense.type
    return Draft(
        trigger=trigger,
        passage=passage.index,
        standing=standing,
        type=kind,
        mode=circumstances.mode(passage, trigger),
        status=statuses.status(passage, trigger, standing, date, reading.document.published),
        when=date,
        where=Where() if trigger.sense.type in _NOWHERE else circumstances.where(passage, trigger, reading.places),
        parts=parts,
        bodies=named,
        title=_title(passage, trigger),
        plural=trigger.sense.frame is not Frame.ACT
        and _is_plural(passage, trigger)
        and not _ONE & set(trigger.pattern.split("|")),
        anchored=_anchored(passage, trigger),
        sidelines=_beside(passage, trigger),
        session=bool(session) and not of,
    )


def _of_a_topic(passage: Passage, trigger: Trigger, standing: Standing, of: Sequence[Party]) -> InteractionType | None:
    """ "выступил на мероприятии ШОС", "мероприятие «...»": with whose it is, or a title, an event is a conference."""
    bare = trigger.sense.frame is not Frame.RECALL or "мероприятие" not in trigger.pattern
    if bare or standing is Standing.MENTIONED or not (of or _title(passage, trigger)):
        return None
    return InteractionType.CONFERENCE


def _of_people(passage: Passage, trigger: Trigger) -> InteractionType | None:
    """The type that those who gather, or are received as a group, make of it."""
    if trigger.sense.frame is Frame.GATHER:
        return gatherings.kind(passage, gatherings.groups(passage, trigger))
    if trigger.sense.frame is Frame.WITH and trigger.sense.type is InteractionType.MEETING:
        return gatherings.met(passage, trigger)
    host = gatherings.received(passage, trigger)
    return host[0] if host is not None and not participants.guests(passage, trigger) else None


def _of_observers(passage: Passage, trigger: Trigger) -> bool:
    """Whether the noun is what observers do: those in its phrase hold the ballot."""
    return grammar.head(passage, trigger).lemma in {"мониторинг", "наблюдение"}


def _members(passage: Passage, trigger: Trigger) -> tuple[Party, ...]:
    """The organisation whose leaders or members met at it: "решений лидеров государств-членов ШОС ... саммита в Б"."""
    clause = passage.clause(trigger.first)
    before = [
        p
        for p in passage.of_kind(MentionKind.ORGANISATION)
        if p.last <= trigger.first and (p.first >= clause.first or clause.kind is ClauseKind.RELATIVE)
    ]
    near = before[-1:]
    lead = passage.text(max(passage.first, near[0].first - 3), near[0].first) if near else ""
    return tuple(near) if "государств" in lead or "стран" in lead else ()


def _two(parties: tuple[Party, ...]) -> bool:
    """Whether the noun names exactly two sides: "встреча министров Армении и Индии" is no council."""
    people = [p for p in parties if p.kind is MentionKind.OFFICIAL]
    states = [p for p in parties if p.kind is MentionKind.STATE]
    return max(len(people), len(states)) == _PAIR and len(people) + len(states) <= _SIDES


def _is_plural(passage: Passage, trigger: Trigger) -> bool:
    """Whether the noun is plural by itself or by the passive verb that says that it happens ("намечены встречи")."""
    verb = standings.happening(passage, trigger)
    passive = verb is not None and passage.tokens[verb.first].pos == "PRTS"
    if passive and verb is not None and passage.clause(verb.first) == passage.clause(trigger.first):
        return passage.tokens[verb.first].number == "plur"
    held = verb is not None and verb.last <= trigger.first and passage.tokens[verb.first].lemma == "провести"
    noun = grammar.head(passage, trigger)
    # "провел встречи": the genitive singular looks the same, but no genitive is held.
    return noun.number == "plur" or (held and noun.case == "gent" and grammar.may_be_nominative(passage, trigger.first))


def _of_leaders(reading: Reading, trigger: Trigger, refs: frozenset[str]) -> InteractionType | None:
    """A session of a council whose members are heads of state or government is a summit, whatever it calls itself."""
    if trigger.sense.type is not InteractionType.MULTILATERAL_MEETING:
        return None
    names = (body.name.lower() for body in reading.organisations if body.id in refs)
    return InteractionType.SUMMIT if any(name.startswith(_LEADERS) for name in names) else None


_LEADERS = (
    "совет глав государств",
    "совет глав правительств",
    "совет коллективной безопасности",
    "высший евразийский экономический совет",
    "высший совет",
    "высший государственный совет",
    "евразийский межправительственный совет",
)


def _title(passage: Passage, trigger: Trigger) -> str:
    """The name in quotation marks right after the trigger ("форум «...»"), in lower case; empty without one."""
    for at in range(trigger.last, min(trigger.last + 4, passage.last)):
        token = passage.tokens[at]
        if token.text in {"«", "“", '"', "„"}:
            close = next(
                (i for i in range(at + 1, passage.last) if passage.tokens[i].text in {"»", "”", '"'}), passage.last
            )
            return passage.text(at + 1, close)
        if clauses.is_finite(token) or token.text == ",":
            break
        if at == trigger.last and _NAMED_BY_YEAR.fullmatch(token.text):
            return token.text.lower()
    return ""


_NAMED_BY_YEAR = re.compile(r"[А-ЯЁA-Z][\w-]*-\d{4}")
"""Names such as ЭКСПО-2017."""


_ANCHORS = (
    "после",
    "по завершении",
    "по окончании",
    "по итогам",
    "об итогах",
    "перед",
    "до начала",
    "в этот же день",
    "в тот же день",
    "на полях",
    "в кулуарах",
)


def _anchored(passage: Passage, trigger: Trigger) -> bool:
    """Whether the sentence sets the event beside another told of before ("после встречи ...")."""
    text = passage.text(passage.first, passage.last)
    return any(text.startswith(anchor) or f" {anchor} " in f" {text} " for anchor in _ANCHORS)


def _beside(passage: Passage, trigger: Trigger) -> bool:
    """Whether the noun names what something else was held on the sidelines of."""
    return clauses.preposition(passage.tokens, trigger.first, passage.first) in {"на полях", "в кулуарах"}
