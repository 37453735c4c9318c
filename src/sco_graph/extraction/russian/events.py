"""Interactions that a Russian document tells of, with their participants and the words for each property."""

from __future__ import annotations

from ..accounts import Telling, choose, told
from ..merging import merge
from ..reading import Reading
from . import drafting, fallbacks, inheritance, occasions, relations, topics
from .passages import Passage, passages


def events(reading: Reading) -> Telling[Passage]:
    """Events of a document by first mention, ids ``e1`` on, exactly one of them main if there is any."""
    seen = passages(reading)
    accounts = merge(draft for passage in seen for draft in drafting.drafts(reading, passage))
    accounts = fallbacks.interview(reading, seen, accounts or fallbacks.accounts(reading, seen))
    accounts, main = occasions.of_speech(reading, seen, accounts, choose(accounts))
    accounts = inheritance.complete(reading, seen, accounts, main)
    subjects = topics.of_accounts(seen, accounts, main)
    return told(reading, seen, accounts, main, subjects, relations.relations(seen, accounts))
