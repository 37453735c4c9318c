"""Interactions that an English document tells of, with their participants and the words for each property."""

from __future__ import annotations

from ..accounts import Telling, choose, told
from ..merging import merge
from ..reading import Reading
from . import bindings, completing, drafting, fallbacks, headings, letters, missions, spans, topics, welcomes
from .passages import Passage, passages


def events(reading: Reading) -> Telling[Passage]:
    """Events of a document by first mention, ids ``e1`` on, exactly one of them main if there is any."""
    seen = letters.widened(tuple(bindings.bound(passage) for passage in passages(reading)))
    drafts = letters.document(seen) or tuple(draft for passage in seen for draft in drafting.drafts(reading, passage))
    drafts = completing.with_dateline(reading, drafts)
    drafts = headings.within(seen, headings.recalling(seen, headings.without_empty(drafts)))
    accounts = merge((*fallbacks.lead(reading, seen, drafts), *drafts))
    accounts = spans.begun(seen, spans.joined_ends(seen, headings.retyped(seen, letters.addressed(accounts, drafts))))
    accounts = accounts or fallbacks.accounts(reading, seen)
    accounts = welcomes.absorbed(tuple(missions.complete(reading, seen, account) for account in accounts))
    main = choose(accounts)
    accounts = completing.complete(reading, seen, accounts, main)
    subjects = topics.of_accounts(seen, accounts, main)
    return told(reading, seen, accounts, main, subjects)
