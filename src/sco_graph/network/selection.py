"""Which interactions and statements count: a stretch of a chronicle, and a sentence that says which one it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .chronicle import Chronicle, Interaction, Part, Said

_LONG_AGO, _SOME_DAY = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for; an empty field asks for nothing.

    ``since`` and ``until`` are days (``2020-01-31``), both included: an interaction counts where it can have been
    within them. ``kinds`` are classes (``PhoneCall``), ``modes``, ``issues`` and ``levels`` codes (``phone``,
    ``trade``, ``minister``); an issue stands for the narrower ones too. ``score`` is the least that the words for a
    part in an interaction, or for a statement, must have. Without ``planned`` only what was held counts.
    """

    since: str = ""
    until: str = ""
    kinds: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    score: float = 0.0
    planned: bool = True

    def __str__(self) -> str:
        """The selection in words; empty where all counts.

        >>> print(Selection(since="2020-01-01", kinds=("PhoneCall",), score=0.5, planned=False))
        since 2020-01-01; kind PhoneCall; score at least 0.5; held only
        """
        return "; ".join(_told(self))


def _told(chosen: Selection) -> Iterator[str]:
    for name, day in (("since", chosen.since), ("until", chosen.until)):
        if day:
            yield f"{name} {day}"
    lists = (("kind", chosen.kinds), ("mode", chosen.modes), ("issue", chosen.issues), ("level", chosen.levels))
    for name, codes in lists:
        if codes:
            yield f"{name} {' or '.join(codes)}"
    if chosen.score:
        yield f"score at least {chosen.score:g}"
    if not chosen.planned:
        yield "held only"


def select(chronicle: Chronicle, chosen: Selection) -> Chronicle:
    """The chronicle with only those interactions, parts and statements that a selection asks for.

    >>> talk = Interaction(key="event/a", type="Meeting", earliest="2020-05-01", latest="2020-05-31")
    >>> [len(select(Chronicle(interactions=(talk,)), Selection(since=s)).interactions) for s in ("2020-05", "2021")]
    [1, 0]
    """
    if chosen == Selection():
        return chronicle
    issues = _narrower(chronicle, chosen.issues)
    left = [_sure(i, chosen.score) for i in chronicle.interactions if _counts(i, chosen, issues)]
    kept = {i.key for i in left}
    known = {i.key for i in chronicle.interactions}
    said = (s for s in chronicle.statements if s.interaction not in known or s.interaction in kept)
    return dataclasses.replace(
        chronicle, interactions=tuple(left), statements=tuple(s for s in said if _is_asked_for(s, chosen, issues))
    )


def _narrower(chronicle: Chronicle, codes: Iterable[str]) -> frozenset[str]:
    """The issues and all below them."""
    wanted = {f"issue/{code.removeprefix('issue/')}" for code in codes}
    found = set(wanted)
    for issue in chronicle.broader:
        chain, at = [issue], issue
        while at in chronicle.broader and at not in wanted and chronicle.broader[at] not in chain:
            at = chronicle.broader[at]
            chain.append(at)
        if at in wanted:
            found.add(issue)
    return frozenset(found)


def _counts(one: Interaction, chosen: Selection, issues: frozenset[str]) -> bool:
    return (
        _within(one.earliest, one.latest, chosen)
        and (not chosen.kinds or one.type in chosen.kinds)
        and (not chosen.modes or one.mode.rsplit("/", 1)[-1] in chosen.modes)
        and (not chosen.levels or one.level.rsplit("/", 1)[-1] in chosen.levels)
        and (not issues or not issues.isdisjoint(one.issues))
        and (chosen.planned or one.held)
    )


def _is_asked_for(said: Said, chosen: Selection, issues: frozenset[str]) -> bool:
    # One that belongs to no interaction has no kind, mode or level.
    alone = not said.interaction and (chosen.kinds or chosen.modes or chosen.levels)
    return (
        not alone
        and _within(said.earliest, said.latest, chosen)
        and (not issues or not issues.isdisjoint(said.issues))
        and said.score >= chosen.score
    )


def _within(earliest: str, latest: str, chosen: Selection) -> bool:
    """Whether days can lie in the period; what has no date does where none is asked for."""
    if not chosen.since and not chosen.until:
        return True
    if not earliest and not latest:
        return False
    return (latest or earliest) >= (chosen.since or _LONG_AGO) and (earliest or latest) <= (chosen.until or _SOME_DAY)


def _sure(one: Interaction, least: float) -> Interaction:
    if not least:
        return one
    return dataclasses.replace(one, parts=tuple(part for part in one.parts if belief(one, part) >= least))


def belief(one: Interaction, part: Part) -> float:
    """How sure it is, in [0, 1], that an actor took part: the best score of words that say so; 1 where none has any.

    >>> belief(Interaction(key="event/a", type="Meeting"), Part(actor="official/x", score=0.8))
    0.8
    """
    return max((quote.score for quote in one.quotes if quote.actor == part.actor), default=part.score)
