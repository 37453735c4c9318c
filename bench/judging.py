"""Which claims of extracted facts are right by gold: pairs as docs/evaluation.md defines them.

A claim about an interaction is right only if gold has the interaction: the date of one that is misread is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sco_graph.agreement import close, jaccard, normalised, pair_up, same_post
from sco_graph.evaluation import PLACE_THRESHOLD, _compare_events, _compare_officials, _compare_organisations, _Count
from sco_graph.records import Json
from sco_graph.vocabulary import guide_code

Claim = tuple[str, str, str]
_FIELDS = {"startDate": "date", "endDate": "end", "inState": "place_state", "mode": "mode", "status": "status"}
_LISTS = {"participant": "participants", "chairedBy": "chair"}


@dataclass(slots=True)
class _Pairs:
    """Actors, interactions and statements of the found facts under those of gold."""

    gold: Json
    found: Json
    same: dict[str, str] = field(default_factory=dict)
    events: dict[str, Json] = field(default_factory=dict)
    speakers: dict[str, Json] = field(default_factory=dict)
    acts: dict[str, Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        gold, found, count, where = self.gold, self.found, _Count(), str(self.gold["id"])
        self.same = dict(_compare_officials(where, gold, found, count))
        self.same |= dict(_compare_organisations(where, gold, found, count))
        self.same |= {code: code for code in found["states"]}
        told = {event["id"]: event for event in gold["events"]}
        self.events = {id_: told[e] for id_, e in _compare_events(where, gold, found, self.same, count).items()}
        self.speakers, self.acts = self._said(acts=False), self._said(acts=True)

    def _said(self, *, acts: bool) -> dict[str, Json]:
        mine, theirs = self.gold["statements"], self.found["statements"]

        def alike(g: Json, p: Json) -> float:
            if self.same.get(p["speaker"]) != g["speaker"] or (acts and p["act"] != g["act"]):
                return 0.0
            return 1.0 + jaccard(set(g["issues"]), set(p["issues"]), 0.5) + (0.5 if g["act"] == p["act"] else 0.0)

        # Files that older rules wrote give statements no id: the list is in order.
        return {p.get("id", f"s{j + 1}"): mine[i] for i, j in pair_up(mine, theirs, alike) for p in [theirs[j]]}


def judged(gold: Json, found: Json) -> Iterator[tuple[Claim, float, bool]]:
    """Claims with the score of their best evidence, and whether they are right, where gold tells."""
    best: dict[Claim, float] = {}
    for item in found["evidence"]:
        claim = item["subject"], item["property"], item["value"]
        best[claim] = max(best.get(claim, 0.0), item["score"])
    pairs = _Pairs(gold=gold, found=found)
    posts = dict(_posts(pairs))
    actors = {item["id"] for item in (*found["officials"], *found["organisations"])}
    told = {event["id"]: event for event in found["events"]}
    said = {s.get("id", f"s{n}") for n, s in enumerate(found["statements"], 1)}
    for claim, score in best.items():
        right = _right(claim, pairs, posts, actors, told, said)
        if right is not None:
            yield claim, score, right


def _right(
    claim: Claim,
    pairs: _Pairs,
    posts: Mapping[tuple[str, str], bool],
    actors: set[str],
    told: dict[str, Json],
    said: set[str],
) -> bool | None:
    subject, name, value = claim
    if name == "mention":
        if subject in pairs.found["states"]:
            return subject in pairs.gold["states"]
        return subject in pairs.same if subject in actors else None
    if name == "post":
        return posts.get((subject, value))
    if subject in told:
        return _of_event(claim, told[subject], pairs.events.get(subject), pairs.same)
    return _of_statement(claim, pairs) if subject in said else None


def _posts(pairs: _Pairs) -> Iterator[tuple[tuple[str, str], bool]]:
    people = {person["id"]: person for person in pairs.gold["officials"]}
    for person in pairs.found["officials"]:
        mine = people.get(pairs.same.get(person["id"], ""), {"posts": []})["posts"]
        agreed = {j for _, j in pair_up(mine, person["posts"], same_post)}
        for at, post in enumerate(person["posts"]):
            yield (person["id"], post["iri"].partition("/id/")[2]), at in agreed


def _of_event(claim: Claim, found: Json, gold: Json | None, same: Mapping[str, str]) -> bool | None:
    _, name, value = claim
    if name == "interactionType":
        return gold is not None
    if name in _LISTS:
        return gold is not None and same.get(value) in gold[_LISTS[name]]
    if name in _FIELDS:
        return gold is not None and gold[_FIELDS[name]] == found[_FIELDS[name]]
    if name == "place":
        return gold is not None and close(normalised(gold["place"]), normalised(found["place"]), PLACE_THRESHOLD)
    if name == "discusses" and (code := guide_code(value)):
        return gold is not None and code in gold["issues"]
    return None


def _of_statement(claim: Claim, pairs: _Pairs) -> bool | None:
    subject, name, value = claim
    if name == "speechAct":
        return subject in pairs.acts
    if name == "speaker":
        return subject in pairs.speakers
    if name == "about" and (code := guide_code(value)):
        return subject in pairs.speakers and code in pairs.speakers[subject]["issues"]
    return None
