"""The facts of a document beside its text: a card each, with its claims, their words, rules and scores."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from ...model import Evidence, Facts
from .claims import Claim
from .text import Span, kind_of

_ACTORS = frozenset({"participant", "chairedBy", "speaker", "addressee", "mention"})
_ISSUES = frozenset({"discusses", "about"})
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_LISTS = {"interactionType": "types", "mode": "modes", "status": "statuses", "speechAct": "acts"}


class Words(TypedDict):
    """The page's own words in one language."""

    page: dict[str, str]
    kinds: dict[str, str]
    properties: dict[str, str]
    types: dict[str, str]
    modes: dict[str, str]
    statuses: dict[str, str]
    acts: dict[str, str]
    roles: dict[str, str]


class Cards:
    """Cards of one document."""

    def __init__(
        self, *, facts: Facts, words: Words, states: Mapping[str, str], issues: Mapping[str, str],
        claims: Iterable[Claim], spans: Iterable[Span],
    ) -> None:  # fmt: skip
        self.facts, self.words, self.states, self.issues = facts, words, states, issues
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[claim.subject].append(claim)
        self._anchors: dict[tuple[int, int, int], str] = {
            (span.start, span.stop, number): span.id for span in spans for number in span.claims
        }
        self._names = self._named()

    def counts(self) -> str:
        """How many facts of each section there are."""
        sections = ((title, len(items)) for title, _, items in self._sections())
        return " · ".join(f"{html.escape(title)}: {number}" for title, number in sections if number)

    def html(self) -> str:
        """All sections that have a fact."""
        found = "".join(
            f'<section><h2>{html.escape(title)}</h2><ul class="cards">'
            + "".join(self._card(identity, kind) for identity in items)
            + "</ul></section>"
            for title, kind, items in self._sections()
            if items
        )
        return found or f"<p>{html.escape(self.words['page']['nothing'])}</p>"

    def _sections(self) -> tuple[tuple[str, str, Sequence[str]], ...]:
        facts, page = self.facts, self.words["page"]
        return (
            (page["interactions"], "trigger", [event.id for event in facts.events]),
            (page["officials"], "official", [person.id for person in facts.officials]),
            (page["implied"], "official", [holder.id for holder in facts.implied]),
            (page["organisations"], "organisation", [body.id for body in facts.organisations]),
            (page["states"], "state", list(facts.states)),
            (page["statements"], "statement", [said.id for said in facts.statements]),
        )

    def _named(self) -> dict[str, str]:
        facts, page = self.facts, self.words["page"]
        named: dict[str, str] = {code: self.states.get(code, code) for code in facts.states}
        named |= {person.id: person.name for person in facts.officials}
        named |= {body.id: body.name for body in facts.organisations}
        named |= {holder.id: holder.key.partition("/")[2] for holder in facts.implied}
        named |= {
            event.id: f"{self.words['types'].get(event.type, event.type)}, {event.date or page['undated']}"
            for event in facts.events
        }
        named |= {
            said.id: f"{named.get(said.speaker, said.speaker)}: {self.words['acts'].get(said.act, said.act)}"
            for said in facts.statements
        }
        return named

    def _card(self, identity: str, kind: str) -> str:
        own = self._claims.get(identity, [])
        numbers = " ".join(str(claim.number) for claim in own)
        shown = _DAY.sub(r'<span class="day">\g<0></span>', html.escape(self._names.get(identity, identity)))
        label = html.escape(identity)
        main = any(event.id == identity and event.main for event in self.facts.events)
        note = f' <span class="main">{html.escape(self.words["page"]["main"])}</span>' if main else ""
        rows = "".join(self._row(claim) for claim in own)
        return (
            f'<li class="card" id="f-{label}"><h3><button type="button" class="all" data-c="{numbers}">'
            f'<span class="w k-{kind}" data-ref="{label}"></span>{shown}</button>{note}</h3><ul>{rows}</ul></li>'
        )

    def _row(self, claim: Claim) -> str:
        name = self.words["properties"].get(claim.property, claim.property)
        more = ""
        if len(claim.words) > 1:
            lines = "".join(f"<li>{self._words(claim, item)}</li>" for item in claim.words[1:])
            places = html.escape(self.words["page"]["more"].replace("%", str(len(claim.words) - 1)))
            more = f"<details><summary>{places}</summary><ol>{lines}</ol></details>"
        said = f'<span class="name">{html.escape(name)}</span> <b class="value">{html.escape(self._value(claim))}</b>'
        kind = kind_of(claim) or "none"
        best = self._words(claim, claim.words[0])
        return f'<li class="row r-{kind}" data-c="{claim.number}">{said} {best}{more}</li>'

    def _words(self, claim: Claim, item: Evidence) -> str:
        anchor = self._anchors[item.start, item.stop, claim.number]
        quote = " ".join(item.quote.split())
        short = (
            quote
            if len(quote) <= _LONGEST
            else f"{quote[: _LONGEST // 2].rstrip()} … {quote[-_LONGEST // 4 :].lstrip()}"
        )
        score = f'<meter min="0" low="0.5" high="0.75" optimum="1" max="1" value="{item.score:.2f}"></meter>'
        return (
            f'<a class="words" href="#{anchor}" data-c="{claim.number}">«{html.escape(short)}»</a> <span class="why">'
            f'<span class="score">{score} {item.score:.2f}</span> <code>{html.escape(item.method)}</code></span>'
        )

    def _value(self, claim: Claim) -> str:
        """The value as a reader calls it."""
        if claim.property in _ACTORS:
            name = self._names.get(claim.value, claim.value)
            roles = dict.fromkeys(
                self.words["roles"].get(part.role, part.role)
                for part in self.facts.participations
                if claim.property == "participant" and (part.event, part.actor) == (claim.subject, claim.value)
            )
            return f"{name} ({', '.join(roles)})" if roles else name
        if claim.property in _LISTS:
            words: Mapping[str, str] = self.words[_LISTS[claim.property]]  # type: ignore[literal-required]
            return words.get(claim.value, claim.value)
        if claim.property == "post":
            held = (p for p in self.facts.posts if p.key == claim.value and p.holder == claim.subject)
            return next((f"{p.title} · {self.states.get(p.org, p.org)}" for p in held), claim.value)
        if claim.property in _ISSUES:
            return self.issues.get(claim.value, claim.value)
        if claim.property == "place":
            return next((e.place or claim.value for e in self.facts.events if e.id == claim.subject), claim.value)
        return self.states.get(claim.value, self._names.get(claim.value, claim.value))


_LONGEST = 120
"""A longer quote is shortened in the middle: the text stands beside it."""
