"""How often facts are right, by the score of their best evidence: a reliability table.

A fact is right when the measure of docs/evaluation.md pairs it with one of gold: an official, a post, an event, a
participant of a paired event, a statement with the same speaker and act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from sco_graph.agreement import jaccard, pair_up, same_post
from sco_graph.evaluation import _compare_events, _compare_officials, _compare_organisations, _Count
from sco_graph.records import Json, read_facts

KINDS = ("officials", "posts", "events", "participations", "statements")
BUCKETS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Judged = tuple[str, float, bool]
"""Kind of a fact, its score, and whether it is right."""


def table(gold: Path, predicted: Path) -> str:
    """Right facts of all facts, by kind and score, over the documents of two folders."""
    right: Counter[tuple[str, int]] = Counter()
    total: Counter[tuple[str, int]] = Counter()
    for path in sorted(gold.glob("*.json")):
        if (predicted / path.name).exists():
            for kind, score, agreed in _judged(read_facts(path), read_facts(predicted / path.name)):
                place = kind, _bucket(score)
                total[place] += 1
                right[place] += agreed
    lines = [f"  {'score':12}" + "".join(f"{kind:>18}" for kind in KINDS)]
    for at, (low, high) in enumerate(pairwise(BUCKETS)):
        cells = (
            f"{right[kind, at]}/{total[kind, at]} {right[kind, at] / total[kind, at]:.2f}" if total[kind, at] else "-"
            for kind in KINDS
        )
        lines.append(f"  {low:.1f}-{high:.1f}{'':5}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def _bucket(score: float) -> int:
    return max(at for at, low in enumerate(BUCKETS[:-1]) if score >= low)


def _judged(gold: Json, found: Json) -> Iterator[Judged]:
    count, where = _Count(), str(gold["id"])
    same = dict(_compare_officials(where, gold, found, count))
    same |= dict(_compare_organisations(where, gold, found, count))
    same |= {code: code for code in found["states"]}
    events = _compare_events(where, gold, found, same, count)
    people = {person["id"]: person for person in gold["officials"]}
    for person in found["officials"]:
        yield "officials", person["score"], person["id"] in same
        mine = people.get(same.get(person["id"], ""), {"posts": []})["posts"]
        agreed = {j for _, j in pair_up(mine, person["posts"], same_post)}
        yield from (("posts", post["score"], at in agreed) for at, post in enumerate(person["posts"]))
    gold_events = {event["id"]: event for event in gold["events"]}
    scores = _participations(found)
    for event in found["events"]:
        yield "events", event["score"], event["id"] in events
        mine = gold_events.get(events.get(event["id"], ""), {"participants": []})["participants"]
        for actor in event["participants"]:
            if (event["id"], actor) in scores:
                yield "participations", scores[event["id"], actor], same.get(actor) in mine
    yield from _statements(gold, found, same)


def _participations(found: Json) -> dict[tuple[str, str], float]:
    scores: dict[tuple[str, str], float] = {}
    for item in found["evidence"]:
        if item["property"] == "participant":
            key = item["subject"], item["value"]
            scores[key] = max(scores.get(key, 0.0), item["score"])
    return scores


def _statements(gold: Json, found: Json, same: dict[str, str]) -> Iterator[Judged]:
    def alike(g: Json, p: Json) -> float:
        if same.get(p["speaker"]) != g["speaker"] or p["act"] != g["act"]:
            return 0.0
        return 1.0 + jaccard(set(g["issues"]), set(p["issues"]), 0.5)

    agreed = {j for _, j in pair_up(gold["statements"], found["statements"], alike)}
    yield from (("statements", said["score"], at in agreed) for at, said in enumerate(found["statements"]))
