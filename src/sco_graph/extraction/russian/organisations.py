"""Organisations of a Russian text as facts, those among them that the tables lack."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Key, Organisation
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..naming import note_name, note_part
from ..reading import MentionForm, MentionKind
from ..units import Unit
from .bodies import BodyFound
from .scenes import Analysis

_Span = tuple[int, int]


def note(ledger: Ledger, analysis: Analysis, known: Knowledge, unit: Unit) -> None:
    """Keep what a unit names: a state, a place or a body."""
    span = ledger.span(unit.first, unit.last)
    if unit.ref in analysis.bodies:
        _new(ledger, analysis, known, unit, span)
    else:
        note_name(ledger, known, unit.ref, span, case=unit.case, adjective=unit.adjective)


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
            note_part(ledger, known, owner, span)


def _called(known: Knowledge, body: BodyFound) -> Iterator[str]:
    """Other names: the words in quotation marks, and the name with its organisation by its acronym or in full."""
    if body.quoted:
        yield body.quoted
    yield from body.also
    if body.owner and body.said and known.body(body.owner) is not None:
        names = [name.text for name in known.index.names_of(Key(body.owner), known.language)]
        acronyms = [name for name in names if name.isupper()]
        for name in acronyms[:1]:
            yield body.name.replace(body.said, name)


def _made(ledger: Ledger, known: Knowledge, body: BodyFound, key: str) -> Organisation:
    """The organisation of a body that the tables lack."""
    if key not in ledger.organisations:
        owner = known.body(body.owner) if body.owner else None
        ledger.organisations[key] = Organisation(
            id=ledger.organisation_id(),
            key=Key(key),
            code=body.code(known.latin, owner.code if owner else ""),
            name=body.name,
            kind=body.kind,
            linked=False,
            state=body.state.removeprefix("state/") if body.state else None,
            aliases=tuple(_called(known, body)),
        )
    return ledger.organisations[key]
