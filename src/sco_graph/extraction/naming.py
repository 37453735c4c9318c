"""Organisations, states and places that the tables know, as facts of a text, each with its mentions."""

from __future__ import annotations

from ..model import BodyKind, Key, Organisation
from .knowledge import Knowledge
from .ledger import Ledger
from .reading import MentionForm, MentionKind, PlaceMentioned

_Span = tuple[int, int]


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
    name = _called(known, ref, ledger.text[slice(*span)])
    ledger.places.setdefault(ref, PlaceMentioned(key=ref, name=name, state=state))
    ledger.mention(span, MentionKind.PLACE, MentionForm.NAME, [ref], case=case, method="gazetteer", score=0.95)


def _called(known: Knowledge, ref: str, text: str) -> str:
    """The name of a place that the text uses, of those that the tables have: "Нур-Султан", not today's "Астана"."""
    label = known.index.label(Key(ref), known.language)
    names = [label, *(n.text for n in known.index.names_of(Key(ref), known.language))]
    stem = text.casefold()

    def likeness(name: str) -> int:
        """Letters that the beginnings have in common."""
        return next((i for i, (a, b) in enumerate(zip(name.casefold(), stem, strict=False)) if a != b), len(stem))

    best = max(names, key=likeness)
    return best if likeness(best) > likeness(label) else label


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
        note_part(ledger, known, parent, span)


def note_part(ledger: Ledger, known: Knowledge, key: str, span: _Span) -> None:
    """An organisation that is named within the name of its organ."""
    found = organisation(ledger, known, key)
    if found is not None:
        ledger.note(found.id, "mention", found.id, span, "rule:body_of_organ", 0.9)
