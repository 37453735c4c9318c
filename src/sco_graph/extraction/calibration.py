"""How often a fact like this one is right: scores that mean something, from a table of counts.

Rules score their evidence by judgement. ``calibration.tsv`` tells how many facts of a kind were right, by what is known
of them and by language, in documents that the rules had not been written on. A fact's surest words get that share as
their score, its others less in proportion. The table is made by ``bench/calibrate.py``; see docs/quality.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from ..authority.index import Index
from ..light import dataclass
from ..model import Act, Event, Evidence, Facts, Key

Claim = tuple[str, str, str]
"""Subject, property and value of evidence."""

_OF_EVENTS = {
    "interactionType": "event", "participant": "participation", "chairedBy": "chair", "startDate": "date",
    "endDate": "date", "place": "place", "inState": "place", "mode": "mode", "status": "status", "discusses": "issue",
}  # fmt: skip
_DAY = len("2020-04-29")
_OF_STATEMENTS = {"speechAct": "statement", "speaker": "speaker", "about": "about"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What a fact is like: its kind, and what is known of it ("nested-undated"), empty where nothing tells."""

    kind: str
    cell: str = ""


def calibrated(facts: Facts, language: str, index: Index) -> Facts:
    """The same facts, each with the share of its like that is right as the score of its surest words.

    What the table does not know (an addressee, an inferred holder) keeps its score, but is no surer than its event.
    """
    found = likenesses(facts, index)
    shares = {claim: share for claim, like in found.items() if (share := _share(like, language)) is not None}
    events = {subject: share for (subject, name, _), share in shares.items() if name == "interactionType"}
    best: dict[Claim, float] = {}
    for item in facts.evidence:
        claim = item.subject, item.property, item.value
        best[claim] = max(best.get(claim, 0.0), item.score)
    return replace(facts, evidence=tuple(_scored(item, shares, events, best) for item in facts.evidence))


def _scored(
    item: Evidence, shares: Mapping[Claim, float], events: Mapping[str, float], best: Mapping[Claim, float]
) -> Evidence:
    claim = item.subject, item.property, item.value
    share = shares.get(claim)
    if share is None:
        score = min(item.score, events.get(item.subject, 1.0))
    else:
        score = round(share * item.score / (best[claim] or 1.0), 2)
    # dataclasses.replace takes four times as long, for each of a hundred pieces of evidence a document.
    return Evidence(
        subject=item.subject, property=item.property, value=item.value, start=item.start, stop=item.stop,
        quote=item.quote, method=item.method, score=score,
    )  # fmt: skip


def likenesses(facts: Facts, index: Index) -> dict[Claim, Likeness]:
    """What each claim of the evidence is like, as far as the table can tell anything of it.

    A post is ``listed`` by a row of the authority tables, ``made`` from a kind of post at a state or body, or ``new``.
    """
    of = _Describer(facts, index)
    return {
        claim: like
        for claim in dict.fromkeys((item.subject, item.property, item.value) for item in facts.evidence)
        if (like := of(claim))
    }


class _Describer:
    """Knows a document's facts, and tells what a claim about one of them is like."""

    def __init__(self, facts: Facts, index: Index) -> None:
        self._index = index
        self._events: dict[str, Event] = {event.id: event for event in facts.events}
        self._acts: dict[str, Act] = {said.id: said.act for said in facts.statements}
        self._known: dict[str, bool] = {person.id: person.linked for person in facts.officials}
        self._known |= {body.id: body.linked for body in facts.organisations}
        self._people: set[str] = {person.id for person in facts.officials}
        self._posts: dict[tuple[str, str], bool] = {(post.holder, post.key): post.known for post in facts.posts}
        self._states: set[str] = set(facts.states)
        self._themes = {(e.subject, e.value) for e in facts.evidence if e.method.endswith("theme_of_event")}
        self._mentions: Counter[str] = Counter(e.subject for e in facts.evidence if e.property == "mention")

    def __call__(self, claim: Claim) -> Likeness | None:
        subject, name, value = claim
        if name == "mention":
            return self._actor(subject)
        if name == "post" and (known := self._posts.get((subject, value))) is not None:
            listed = self._index.post(Key(value)) is not None
            return Likeness(kind="post", cell="listed" if listed else "made" if known else "new")
        if name in _OF_EVENTS and subject in self._events:
            return self._of_event(_OF_EVENTS[name], subject, value)
        if name in _OF_STATEMENTS and subject in self._acts:
            return self._of_statement(_OF_STATEMENTS[name], subject, value)
        return None

    def _actor(self, subject: str) -> Likeness | None:
        if subject not in self._known:
            return Likeness(kind="state") if subject in self._states else None
        times = "again" if self._mentions[subject] > 1 else "once"
        known = "known" if self._known[subject] else "new"
        return Likeness(kind="official" if subject in self._people else "organisation", cell=f"{known}-{times}")

    def _of_event(self, kind: str, subject: str, value: str) -> Likeness:
        event = self._events[subject]
        place = "main" if event.main else "nested"
        dated = f"{place}-{'dated' if event.date else 'undated'}"
        if kind == "participation":
            return Likeness(kind=kind, cell=f"{self._sort(value)}-{dated}")
        if kind == "date":
            return Likeness(kind=kind, cell=f"{place}-{'day' if len(value) == _DAY else 'part'}")
        return Likeness(kind=kind, cell=dated if kind in {"event", "issue"} else place)

    def _sort(self, actor: str) -> str:
        return "person" if actor in self._people else "body" if actor in self._known else "state"

    def _of_statement(self, kind: str, subject: str, value: str) -> Likeness:
        if kind == "about":
            return Likeness(kind=kind, cell="theme" if (subject, value) in self._themes else "term")
        return Likeness(kind=kind, cell=self._acts[subject].value if kind == "statement" else "")


def _share(like: Likeness, language: str) -> float | None:
    table = _table()
    return table.get((like.kind, like.cell, language), table.get((like.kind, like.cell, "")))


@cache
def _table() -> Mapping[tuple[str, str, str], float]:
    return {(kind, cell, language): float(score) for kind, cell, language, _, _, score in _rows()}


def _rows() -> Iterator[list[str]]:
    for line in files(__package__).joinpath("calibration.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
