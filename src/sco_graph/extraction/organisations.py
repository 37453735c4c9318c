"""Organisations, states and places of a text as facts, each with its mentions."""

from __future__ import annotations

from ..model import BodyKind, Key, Organisation
from .bodies import BodyFound
from .knowledge import Knowledge
from .ledger import Ledger
from .reading import MentionForm, MentionKind, PlaceMentioned
from .scenes import Analysis
from .units import Unit

_Span = tuple[int, int]


def note(ledger: Ledger, analysis: Analysis, known: Knowledge, unit: Unit) -> None:
    """Keep what a unit names: a state, a place or a body."""
    span = ledger.span(unit.first, unit.last)
    if unit.ref in analysis.bodies:
        _new(ledger, analysis, known, unit, span)
    else:
        note_name(ledger, known, unit.ref, span, case=unit.case, adjective=unit.adjective)


def note_name(
    ledger: Ledger, known: Knowledge, ref: str, span: _Span, *, case: str = "", adjective: bool = False
) -> None:
    """Keep the mention of a state, place or body of the tables."""
    kind, _, slug = ref.partition("/")
    if kind == "state":
        form = MentionForm.ADJECTIVE if adjective else MentionForm.NAME
        state = ledger.state(slug)
        ledger.mention(span, MentionKind.STATE, form, [state], case=case, method="gazetteer", score=0.97)
    elif kind == "place":
        _place(ledger, known, ref, span, case)
    else:
        _known(ledger, known, ref, span, case)


def _place(ledger: Ledger, known: Knowledge, ref: str, span: _Span, case: str) -> None:
    place = known.index.place(Key(ref))
    state = place.state.removeprefix("state/") if place and place.state else None
    name = known.index.label(Key(ref), known.language)
    ledger.places.setdefault(ref, PlaceMentioned(key=ref, name=name, state=state))
    ledger.mention(span, MentionKind.PLACE, MentionForm.NAME, [ref], case=case, method="gazetteer", score=0.95)


def organisation(ledger: Ledger, known: Knowledge, key: str) -> Organisation | None:
    """The organisation of the tables under this key, noted as named; None when the tables have no such body."""
    body = known.body(key)
    if body is None:
        return None
    if key not in ledger.organisations:
        label = known.index.label(Key(key), known.language)
        names = [n.text for n in known.index.names_of(Key(key), known.language)]
        ledger.organisations[key] = Organisation(
            id=ledger.organisation_id(),
            key=Key(key),
            code=body.code,
            name=label,
            kind=body.kind,
            linked=True,
            state=body.state.removeprefix("state/") if body.state else None,
            aliases=tuple(n for n in names if n != label)[:3],
        )
    return ledger.organisations[key]


def _known(ledger: Ledger, known: Knowledge, key: str, span: _Span, case: str) -> None:
    found = organisation(ledger, known, key)
    if found is None:
        return
    ledger.mention(
        span, MentionKind.ORGANISATION, MentionForm.NAME, [found.id], case=case, method="gazetteer", score=0.97
    )
    if found.state and found.kind is BodyKind.GOVERNMENT_BODY and known.names_state(ledger.text[slice(*span)]):
        ledger.note(ledger.state(found.state), "mention", found.state, span, "rule:state_of_body", 0.9)
    parent = known.parent_in(key, ledger.text[slice(*span)])
    if parent:
        _part(ledger, known, parent, span)


def _part(ledger: Ledger, known: Knowledge, key: str, span: _Span) -> None:
    """An organisation that is named within the name of its organ."""
    found = organisation(ledger, known, key)
    if found is not None:
        ledger.note(found.id, "mention", found.id, span, "rule:body_of_organ", 0.9)


def _new(ledger: Ledger, analysis: Analysis, known: Knowledge, unit: Unit, span: _Span) -> None:
    body = analysis.bodies[unit.ref]
    ref = _made(ledger, known, body, unit.ref).id
    ledger.mention(
        span, MentionKind.ORGANISATION, MentionForm.NAME, [ref], case=unit.case, method="rule:body_name", score=0.8
    )
    for state in body.states:
        code = state.removeprefix("state/")
        ledger.note(ledger.state(code), "mention", code, span, "rule:state_of_body", 0.9)
    for owner in body.owners:
        if owner in analysis.bodies:
            made = _made(ledger, known, analysis.bodies[owner], owner)
            ledger.note(made.id, "mention", made.id, span, "rule:body_of_organ", 0.8)
        else:
            _part(ledger, known, owner, span)


def _made(ledger: Ledger, known: Knowledge, body: BodyFound, key: str) -> Organisation:
    """The organisation of a body that the tables lack."""
    if key not in ledger.organisations:
        ledger.organisations[key] = Organisation(
            id=ledger.organisation_id(),
            key=Key(key),
            code=body.code(known.latin),
            name=body.name,
            kind=body.kind,
            linked=False,
            state=body.state.removeprefix("state/") if body.state else None,
            aliases=(body.quoted,) if body.quoted else (),
        )
    return ledger.organisations[key]
