"""A Chinese document read: who, in which posts, which bodies, states and places, and every mention of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...authority.gazetteer import Match
from ...authority.records import NameKind
from ...model import BodyKind, Document, Key, Organisation
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..naming import note_name
from ..reading import MentionForm, MentionKind, PlaceMentioned, Reading
from ..units import UnitKind, kind_of
from . import bodies, coreference, names, organs, titles, words
from .bodies import Body
from .officials import Officials
from .scene import Head, Scene, scene
from .titles import state_length


def read(document: Document, known: Knowledge) -> Reading:
    """Mentions and actors of a document, with coreference resolved."""
    seen = scene(document, known)
    found = names.find(seen)
    ledger = Ledger(document.text, seen.tokens)
    new = bodies.find(seen, found)
    held = titles.find(seen, found, [_as_match(known, body) for body in new if not _is_office(body)])
    people = Officials(ledger, seen, known, found, held, new)
    people.note()
    _bodies(ledger, seen, known, new, {at for n in found for at in range(n.start, n.stop)})
    coreference.resolve(ledger, seen, known, people)
    return ledger.reading(document, seen.sentences)


def _is_office(body: Body) -> bool:
    """Whether a body is an office of a state, whose posts are the state's."""
    return body.kind is BodyKind.GOVERNMENT_BODY


def _as_match(known: Knowledge, body: Body) -> Match:
    """A body that the tables lack, as a name of the tables is given."""
    return Match(start=body.start, stop=body.stop, entity=bodies.key(known, body), kind=NameKind.ALIAS, text=body.text)


def _bodies(ledger: Ledger, seen: Scene, known: Knowledge, new: tuple[Body, ...], people: set[int]) -> None:
    """Keep states, places and bodies of the tables, and bodies that the tables lack, in order of place."""
    within = {at for body in new for at in range(body.start, body.stop)}
    heads, gatherings = {head.start: head for head in seen.heads}, frozenset(words.listed("gatherings"))
    things: list[tuple[int, Body | Match]] = [(body.start, body) for body in new]
    things += [(match.start, match) for match in seen.matches]
    for _, thing in sorted(things, key=lambda pair: pair[0]):
        if isinstance(thing, Body):
            if thing.kind is not BodyKind.MEDIA_OUTLET or not (
                _dateline(seen, thing.stop) or _credited(seen, thing.stop)
            ):
                _new(ledger, known, thing)
            continue
        if not (thing.start in people or thing.entity.removeprefix("body/") in gatherings):
            _named(ledger, seen, known, thing, heads, thing.start in within)


def _named(
    ledger: Ledger, seen: Scene, known: Knowledge, match: Match, heads: Mapping[int, Head], inside: bool
) -> None:
    """Keep a name of the tables; ``inside`` tells that it stands within the name of a body that they lack."""
    kind, entity = kind_of(match), match.entity
    agency = _is_agency(known, entity)
    reports = (kind is UnitKind.PLACE or agency) and _dateline(seen, match.stop)
    reports = reports or (agency and _credited(seen, match.stop))
    if kind is UnitKind.PERSON or reports:
        return
    if entity in _REGIONS:
        _region(ledger, known, match)
        return
    if kind is UnitKind.PLACE:
        _place(ledger, known, match)
    if _only_state(seen, match, heads):
        _state_of(ledger, known, match)
    elif (inside and kind is not UnitKind.STATE) or _SESSION_OF.match(seen.text, match.stop):
        return  # 国防部 in 国防部长会议
    elif entity.startswith("government/"):
        _government(ledger, seen, known, match.start, match.stop, entity)
    elif not _council(ledger, seen, known, match):
        note_name(ledger, known, entity, (match.start, match.stop), adjective=match.kind is NameKind.ADJECTIVE)
        _state_of(ledger, known, match)


def _only_state(seen: Scene, match: Match, heads: Mapping[int, Head]) -> bool:
    """Whether a body is none of its own here, so that only its state is named: in a title, or what is elected."""
    over = [heads[at] for at in range(match.start, match.stop) if at in heads and heads[at].stop > match.stop]
    if over and not (match.text.endswith(_BOARDS) and seen.text[match.stop : over[0].stop] in _SEATS):
        return True
    if match.entity.startswith("body/") and match.text.endswith("军队"):
        return True  # a word for any army
    return bool(_ELECTED.match(seen.text, match.stop)) and match.text.endswith(("议会", "总统", "国会"))


_BOARDS = ("会议", "委员会", "执委会", "理事会")
_SEATS = frozenset({"秘书", "主任", "副主任", "主席", "副主席", "副秘书"})
"""Posts on a board, which a title names as a body too: 国家安全会议秘书."""


def _council(ledger: Ledger, seen: Scene, known: Knowledge, match: Match) -> bool:
    """Keep the council that an organisation's name begins: 集安组织外长理事会; whether there is one."""
    found = _COUNCIL.match(seen.text, match.stop) if match.entity.startswith("body/") else None
    organ = organs.organ(found.group(), match.entity, known) if found is not None else ""
    if found is not None and organ:
        note_name(ledger, known, organ, (match.start, found.end()))
    return bool(organ)


def _state_of(ledger: Ledger, known: Knowledge, match: Match) -> None:
    """The state that begins the name of a body: 中国外交部."""
    size = state_length(known, match) if match.entity.startswith("body/") else 0
    if size:
        (state,) = known.gazetteer.find_text(match.text[:size])
        note_name(ledger, known, state.entity, (match.start, match.start + size))


_ELECTED = re.compile(r"选举|大选|投票")
"""Words after a parliament that is only what is elected."""
_COUNCIL = re.compile(rf"(?:成员国)?(?:{organs.COUNCIL})")
_DATELINE = re.compile(
    r"[^，。\n]{0,14}?(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)|(?:消息|讯|电)[：，]|记者|[\u4e00-\u9fff]{0,6}(?:讯|电|消息)\s?（"
)


_CREDIT = re.compile(r"(?:新闻)?(?:客户端|官网|网站|网|中文网|报道)?\s*(?:。|\n|$)")
"""What follows an agency that is only named as the source."""


def _dateline(seen: Scene, stop: int) -> bool:
    """Whether a name stands in the line that says which agency reports from where."""
    return bool(_DATELINE.match(seen.text, stop))


def _credited(seen: Scene, stop: int) -> bool:
    """Whether an agency is named last in its line or sentence, as the source."""
    return bool(_CREDIT.match(seen.text, stop))


def _is_agency(known: Knowledge, entity: str) -> bool:
    body = known.body(entity)
    return body is not None and body.kind is BodyKind.MEDIA_OUTLET


_SESSION_OF = re.compile(r"长(?:会议|会晤|理事会|级|例会)")
_REGIONS = {"state/HK": "place/hong-kong", "state/MO": "place/macao"}
"""Regions of China that the tables have as states too: a Chinese text means the city."""


def _region(ledger: Ledger, known: Knowledge, match: Match) -> None:
    """A region of China as a place."""
    place = _REGIONS[match.entity]
    note_name(ledger, known, place, (match.start, match.stop))
    ledger.places[place] = PlaceMentioned(key=place, name=known.index.label(Key(place), "zh"), state="CN")


def _place(ledger: Ledger, known: Knowledge, match: Match) -> None:
    """A place by the name that the text gives it."""
    place = known.index.place(match.entity)
    state = place.state.removeprefix("state/") if place and place.state else None
    ledger.places.setdefault(match.entity, PlaceMentioned(key=match.entity, name=match.text, state=state))


def _government(ledger: Ledger, seen: Scene, known: Knowledge, start: int, stop: int, entity: str) -> None:
    """A ministry whose state the words leave open: that of the state named last before it in the sentence."""
    held = next((m for m in ledger.mentions if m.kind is MentionKind.OFFICIAL and m.start <= start < m.stop), None)
    seats = [post.body for post in ledger.posts_of(held.ref) if post.body.startswith("state/")] if held else []
    if seats:
        note_name(ledger, known, known.government(entity, seats[0]), (start, stop))
        return
    sentence = seen.sentences[seen.sentence_at(start)]
    near = [(m.start, state) for m in seen.matches if m.stop <= start and (state := _state_named(known, m))]
    here = [state for at, state in near if at >= sentence.start]
    first = [state for at, state in near if at >= _clause(seen, start)][:1]
    state = (first or here[-1:] or [near[-1][1]])[0] if near else "state/CN"
    note_name(ledger, known, known.government(entity, state), (start, stop))


def _clause(seen: Scene, place: int) -> int:
    """Where the clause of a character begins."""
    return max(seen.text.rfind(mark, 0, place) for mark in "，。；\n") + 1


def _state_named(known: Knowledge, match: Match) -> str:
    """The state that a match names, or whose ministry it is; empty for none."""
    if match.entity.startswith("state/"):
        return str(match.entity)
    body = known.body(match.entity) if match.entity.startswith("body/") else None
    return str(body.state) if body is not None and body.kind is BodyKind.GOVERNMENT_BODY and body.state else ""


def _new(ledger: Ledger, known: Knowledge, body: Body) -> None:
    key = bodies.key(known, body)
    if body.known:
        note_name(ledger, known, body.known, (body.start, body.stop))
        if body.owner:
            note_name(ledger, known, body.owner, (body.start, body.named))
        return
    if key not in ledger.organisations:
        ledger.organisations[key] = Organisation(
            id=ledger.organisation_id(), key=Key(key), code=body.text, name=body.text, kind=body.kind, linked=False,
            state=body.state.removeprefix("state/") or None,
        )  # fmt: skip
    if body.owner:
        note_name(ledger, known, body.owner, (body.start, body.named))
    made = ledger.organisations[key]
    ledger.mention(
        (body.start, body.stop), MentionKind.ORGANISATION, MentionForm.NAME, [made.id], case="",
        method="rule:body_noun", score=0.7,
    )  # fmt: skip
