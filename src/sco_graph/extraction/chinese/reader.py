"""A Chinese document read: who, in which posts, which bodies, states and places, and every mention of them."""

from __future__ import annotations

from ... import keys
from ...authority.records import NameKind
from ...model import Document, Key, Organisation
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..naming import note_name
from ..reading import MentionForm, MentionKind, Reading
from ..units import UnitKind, kind_of
from . import bodies, coreference, names, titles
from .bodies import Body
from .officials import Officials
from .scene import Scene, scene


def read(document: Document, known: Knowledge) -> Reading:
    """Mentions and actors of a document, with coreference resolved."""
    seen = scene(document, known)
    found = names.find(seen)
    ledger = Ledger(document.text, seen.tokens)
    held = titles.find(seen, found)
    people = Officials(ledger, seen, known, found, held)
    people.note()
    _bodies(ledger, seen, known, bodies.find(seen, found), {at for n in found for at in range(n.start, n.stop)})
    coreference.resolve(ledger, seen, known, people)
    return ledger.reading(document, seen.sentences)


def _bodies(ledger: Ledger, seen: Scene, known: Knowledge, new: tuple[Body, ...], people: set[int]) -> None:
    """Keep states, places and bodies of the tables, and bodies that the tables lack, in order of place."""
    within = {at for body in new for at in range(body.start, body.stop)}
    heads = {head.start: head for head in seen.heads}
    things: list[tuple[int, object]] = [(body.start, body) for body in new]
    things += [(match.start, match) for match in seen.matches]
    for _, thing in sorted(things, key=lambda pair: pair[0]):
        if isinstance(thing, Body):
            _new(ledger, known, thing)
            continue
        match = next(m for m in seen.matches if m is thing)
        kind, entity = kind_of(match), match.entity
        if kind is UnitKind.PERSON or match.start in people:
            continue
        if any(at in heads and heads[at].stop > match.stop for at in range(match.start, match.stop)):
            state = seen.known.body(entity)
            if state is not None and state.state and known.names_state(match.text):
                note_name(ledger, known, state.state, (match.start, match.stop))
            continue
        if match.start in within and kind is not UnitKind.STATE:
            continue
        if entity.startswith("government/"):
            _government(ledger, seen, known, match.start, match.stop, entity)
            continue
        note_name(ledger, known, entity, (match.start, match.stop), adjective=match.kind is NameKind.ADJECTIVE)


def _government(ledger: Ledger, seen: Scene, known: Knowledge, start: int, stop: int, entity: str) -> None:
    """A ministry whose state the words leave open: that of the state named last before it in the sentence."""
    sentence = seen.sentences[seen.sentence_at(start)]
    near = [m for m in seen.matches if m.stop <= start and m.entity.startswith("state/")]
    here = [m for m in near if m.start >= sentence.start]
    state = (here or near)[-1].entity if near else "state/CN"
    note_name(ledger, known, known.government(entity, state), (start, stop))


def _new(ledger: Ledger, known: Knowledge, body: Body) -> None:
    key = keys.nil_key("body", known.latin(body.text), body.state or "zh")
    if key not in ledger.organisations:
        ledger.organisations[key] = Organisation(
            id=ledger.organisation_id(), key=Key(key), code=body.text, name=body.text, kind=body.kind, linked=False,
            state=body.state.removeprefix("state/") or None,
        )  # fmt: skip
    made = ledger.organisations[key]
    ledger.mention(
        (body.start, body.stop), MentionKind.ORGANISATION, MentionForm.NAME, [made.id], case="",
        method="rule:body_noun", score=0.7,
    )  # fmt: skip
