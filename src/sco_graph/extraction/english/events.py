"""Interactions that an English document tells of, with their participants and the words for each property."""

from __future__ import annotations

from dataclasses import dataclass

from ..accounts import Told, choose, told
from ..merging import merge
from ..reading import Reading
from . import completing, drafting, fallbacks, topics
from .passages import Passage, passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Told):
    """What was told, and the passages that it was read from."""

    passages: tuple[Passage, ...]


def events(reading: Reading) -> Telling:
    """Events of a document by first mention, ids ``e1`` on, exactly one of them main if there is any."""
    seen = passages(reading)
    accounts = merge(draft for passage in seen for draft in drafting.drafts(reading, passage))
    accounts = accounts or fallbacks.accounts(reading, seen)
    main = choose(accounts)
    accounts = completing.complete(reading, seen, accounts, main)
    subjects = topics.of_accounts(seen, accounts, main)
    all_told = told(reading, accounts, main, subjects, ())
    return Telling(
        events=all_told.events,
        participations=all_told.participations,
        evidence=all_told.evidence,
        accounts=all_told.accounts,
        passages=seen,
    )
