"""Facts that are sure enough: what rests on evidence of a given score, and what hangs on it."""

from __future__ import annotations

from dataclasses import replace

from ..model import Event, Facts, LocalId

_TELLING = {"interactionType", "speechAct", "mention"}


def sure(facts: Facts, least: float) -> Facts:
    """The facts whose best evidence has at least a score in [0, 1]; what hangs on one that falls, falls with it.

    An official, a body or a state stands by its mentions, an interaction by the words of its type, a statement by
    those of its act; dates, places, issues, posts and participations stand by their own words.
    """
    best: dict[tuple[str, str, str], float] = {}
    for item in facts.evidence:
        claim = item.subject, item.property, item.value
        best[claim] = max(best.get(claim, 0.0), item.score)
    fallen = {claim for claim, score in best.items() if score < least}
    kept = {subject for subject, name, _ in best.keys() - fallen if name in _TELLING}
    kept -= {said.id for said in facts.statements if said.speaker not in kept}
    kept -= {said.id for said in facts.statements if (said.id, "speaker", said.speaker) in fallen}
    named = {subject for subject, _, _ in best}

    def stands(actor: str, event: str) -> bool:
        claims = {(event, name, actor) for name in ("participant", "chairedBy")}
        return actor in kept and event in kept and not (claims & fallen and not (claims & best.keys()) - fallen)

    return replace(
        facts,
        officials=tuple(person for person in facts.officials if person.id in kept),
        posts=tuple(p for p in facts.posts if p.holder in kept and (p.holder, "post", p.key) not in fallen),
        organisations=tuple(body for body in facts.organisations if body.id in kept),
        states=tuple(state for state in facts.states if state in kept),
        events=tuple(_event(event, fallen, kept) for event in facts.events if event.id in kept),
        participations=tuple(part for part in facts.participations if stands(part.actor, part.event)),
        statements=tuple(
            replace(
                said,
                event=_known(said.event, kept),
                addressee=_known(said.addressee, kept),
                issues=tuple(issue for issue in said.issues if (said.id, "about", issue) not in fallen),
            )
            for said in facts.statements
            if said.id in kept
        ),
        implied=tuple(holder for holder in facts.implied if holder.id in kept),
        evidence=tuple(
            item
            for item in facts.evidence
            if (item.subject, item.property, item.value) not in fallen
            and item.subject in kept
            and (item.value in kept or item.value not in named)
        ),
    )


def _known(identity: LocalId | None, kept: set[str]) -> LocalId | None:
    return identity if identity in kept else None


def _event(event: Event, fallen: set[tuple[str, str, str]], kept: set[str]) -> Event:
    lost = {name for subject, name, _ in fallen if subject == event.id}
    unplaced = "place" in lost
    return replace(
        event,
        date=None if "startDate" in lost else event.date,
        end=None if lost & {"startDate", "endDate"} else event.end,
        place=None if unplaced else event.place,
        place_key=None if unplaced else event.place_key,
        place_state=None if "inState" in lost else event.place_state,
        issues=tuple(issue for issue in event.issues if (event.id, "discusses", issue) not in fallen),
        part_of=_known(event.part_of, kept),
        on_sidelines_of=_known(event.on_sidelines_of, kept),
    )
