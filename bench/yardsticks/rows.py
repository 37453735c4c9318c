"""What is counted: hits, gold and found facts of each kind; the rules of matching stand in docs/quality.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from sco_graph.evaluation import Score
from sco_graph.model import Facts

from .found import together, who_is_who, words_of
from .gold import Post, Text, touch


@dataclass(slots=True)
class Tally:
    """Counts over texts; an optional fact of the gold counts on neither side."""

    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def score(self, kind: str) -> Score:
        """Precision, recall and F1 of a kind."""
        return Score(kind=kind, hit=self.hit[kind], gold=self.gold[kind], predicted=self.found[kind])

    def match(self, kind: str, optional: Sequence[bool], found: int, same: Callable[[int, int], bool]) -> None:
        """Pair found facts with facts of the gold, one to one, those that are not optional first."""
        taken: dict[int, int] = {}
        for at in sorted(range(len(optional)), key=lambda at: optional[at]):
            free = next((j for j in range(found) if j not in taken.values() and same(at, j)), None)
            if free is not None:
                taken[at] = free
        neutral = sum(optional[at] for at in taken)
        self.hit[kind] += len(taken) - neutral
        self.gold[kind] += len(optional) - sum(optional)
        self.found[kind] += found - neutral


def count(text: Text, facts: Facts, tally: Tally) -> None:
    """Add one text."""
    mentioned = {str(p.id): words_of(facts, p.id, "mention") for p in facts.officials}
    same = who_is_who(text.people, mentioned)
    _people(text, same, list(mentioned), {post.holder for post in facts.posts}, tally)
    _posts(text, facts, same, tally)
    _workplaces(text, facts, same, tally)
    _participations(text, facts, same, tally)
    _meetings(text, facts, same, tally)


def _people(text: Text, same: dict[str, int], named: Collection[str], seated: Collection[str], tally: Tally) -> None:
    """Whoever is named, and of them those who have a post or a work."""
    everybody = list(range(len(text.people)))
    officials = [at for at in everybody if text.people[at].official or text.people[at].optional]
    for kind, wanted, found in (("persons", everybody, named), ("officials", officials, seated)):
        optional = [text.people[at].optional for at in wanted]
        tally.match(kind, optional, len(found), _alike(same, wanted, sorted(found)))


def _alike(same: dict[str, int], people: list[int], names: list[str]) -> Callable[[int, int], bool]:
    return lambda i, j: same.get(names[j]) == people[i]


def _posts(text: Text, facts: Facts, same: dict[str, int], tally: Tally) -> None:
    found = [(same.get(p.holder), p.title, words_of(facts, p.holder, "post", p.key)) for p in facts.posts]

    def alike(i: int, j: int) -> bool:
        post, (holder, title, words) = text.posts[i], found[j]
        return holder == post.person and (touch(post.words, words) or _one_in_other(post, title, text.language))

    tally.match("posts", [post.optional for post in text.posts], len(found), alike)
    tally.match("posts of the employed", [p.optional or not p.seated for p in text.posts], len(found), alike)


def _one_in_other(post: Post, title: str, language: str) -> bool:
    mine, theirs = _lemmas(post.title, language), _lemmas(title, language)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


@cache
def _lemmas(title: str, language: str) -> frozenset[str]:
    words = "".join(c if c.isalnum() else " " for c in title.casefold()).split()
    if language == "ru":
        return frozenset(_russian().normal_forms(word)[0] for word in words if len(word) > 2)
    return frozenset(words)


@cache
def _russian():  # type: ignore[no-untyped-def]
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def _workplaces(text: Text, facts: Facts, same: dict[str, int], tally: Tally) -> None:
    bodies = {body.code: body.id for body in facts.organisations} | {state: state for state in facts.states}
    pairs = list(dict.fromkeys((post.holder, post.org, post.key) for post in facts.posts))
    seats = {
        (holder, org): words_of(facts, bodies.get(org, ""), "mention") + words_of(facts, holder, "post", key)
        for holder, org, key in pairs
    }
    found = [(same.get(holder), spans) for (holder, _), spans in seats.items()]

    def alike(i: int, j: int) -> bool:
        return found[j][0] == text.workplaces[i].person and touch(text.workplaces[i].spans, found[j][1])

    tally.match("workplaces", [work.optional for work in text.workplaces], len(found), alike)


def _participations(text: Text, facts: Facts, same: dict[str, int], tally: Tally) -> None:
    people = {person.id for person in facts.officials}
    found = [
        (same.get(actor), words_of(facts, event, "interactionType"))
        for event, actor in sorted({(p.event, p.actor) for p in facts.participations if p.actor in people})
    ]

    def alike(i: int, j: int) -> bool:
        return found[j][0] == text.participations[i].person and touch(text.participations[i].event, found[j][1])

    tally.match("participations", [part.optional for part in text.participations], len(found), alike)


def _meetings(text: Text, facts: Facts, same: dict[str, int], tally: Tally) -> None:
    found = [frozenset(same.get(name, -1) for name in party) for party in together(facts)]
    gold = text.meetings
    tally.match("meetings", [m.optional for m in gold], len(found), lambda i, j: len(gold[i].people & found[j]) > 1)


def names_alone(text: Text, spans: Iterable[tuple[int, int]], tally: Tally) -> None:
    """Add one text as a finder of names would read it: every name of a person an official, by its words alone."""
    grouped: dict[str, list[tuple[int, int]]] = {}
    for start, stop in spans:
        words = text.text[start:stop].casefold().split()
        grouped.setdefault(words[-1][:5], []).append((start, stop))
    found = {name: tuple(places) for name, places in grouped.items()}
    _people(text, who_is_who(text.people, found), list(found), list(found), tally)
