"""How well predicted facts agree with gold: precision, recall and F1 of every kind of fact.

The measure is defined in ``docs/evaluation.md``: facts pair one to one, greedily by
similarity; counts are added up over all documents (micro average); the overall figure
is the mean of nine F1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .agreement import close, jaccard, normalised, pair_up, same_official, same_organisation, same_post
from .errors import InvalidRecord
from .records import Json, read_facts

EVENT_THRESHOLD = 0.5
PLACE_THRESHOLD = 0.85

KINDS = (
    "officials", "posts", "organisations", "states", "events", "event.type", "event.mode", "event.status",
    "event.date", "event.end", "event.place", "event.place_state", "event.chair", "event.participants",
    "main.type+date", "main.exact", "main.issues", "statements.speaker", "statements.speaker+act", "statements.issues",
)  # fmt: skip
OVERALL = (
    "officials", "posts", "organisations", "states", "events", "event.participants", "main.exact", "main.issues",
    "statements.speaker+act",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Agreement on one kind of fact: counts of facts that agree, of gold, and of predicted ones.

    >>> Score(kind="officials", hit=1, gold=2, predicted=1).f1
    0.6666666666666666
    """

    kind: str
    hit: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float:
        """Share of the predicted facts that gold has, in [0, 1]."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold facts that were predicted, in [0, 1]."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in [0, 1]."""
        total = self.gold + self.predicted
        return 2 * self.hit / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Scores over a folder of documents; ``missing`` are the stems without a prediction."""

    documents: int
    missing: tuple[str, ...]
    scores: tuple[Score, ...]
    faults: tuple[str, ...]

    @property
    def overall(self) -> float:
        """Mean F1, each to three places, of the nine kinds of OVERALL that either side has."""
        counted = [
            round(score.f1, 3) for score in self.scores if score.kind in OVERALL and (score.gold or score.predicted)
        ]
        return sum(counted) / len(counted) if counted else 0.0


def evaluate(gold: Path, predicted: Path, only: str = "") -> Report:
    """Score every gold file whose name begins with ``only`` against the predicted file of the same name.

    Raises InvalidRecord where a folder holds no gold, or a file is not a record of facts.
    """
    paths = sorted(path for path in gold.glob("*.json") if path.name.startswith(only))
    if not paths:
        raise InvalidRecord(str(gold), "no gold files (*.json)", "Name a folder with facts in the guide's format.")
    count, missing = _Count(), []
    for path in paths:
        other = predicted / path.name
        if not other.exists():
            missing.append(path.stem)
        _compare(read_facts(path), read_facts(other) if other.exists() else {}, count)
    scores = tuple(count.score(kind) for kind in KINDS)
    return Report(documents=len(paths), missing=tuple(missing), scores=scores, faults=tuple(count.faults))


@dataclass(slots=True)
class _Count:
    hit: dict[str, int] = field(default_factory=dict)
    gold: dict[str, int] = field(default_factory=dict)
    predicted: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, kind: str, hit: int, gold: int, predicted: int) -> None:
        for counts, number in ((self.hit, hit), (self.gold, gold), (self.predicted, predicted)):
            counts[kind] = counts.get(kind, 0) + number

    def score(self, kind: str) -> Score:
        return Score(
            kind=kind, hit=self.hit.get(kind, 0), gold=self.gold.get(kind, 0), predicted=self.predicted.get(kind, 0)
        )


# -- one document -------------------------------------------------------------------------


def _compare(gold: Json, predicted: Json, count: _Count) -> None:
    found: Json = {
        key: predicted.get(key, []) for key in ("officials", "organisations", "states", "events", "statements")
    }
    where = str(gold["id"])
    same: dict[str, str] = {}
    same.update(_compare_officials(where, gold, found, count))
    same.update(_compare_organisations(where, gold, found, count))
    states, theirs = set(gold["states"]), set(found["states"])
    count.add("states", len(states & theirs), len(states), len(theirs))
    count.faults += [f"{where}: state missed: {code}" for code in sorted(states - theirs)]
    count.faults += [f"{where}: state invented: {code}" for code in sorted(theirs - states)]
    same.update({code: code for code in theirs})
    events = _compare_events(where, gold, found, same, count)
    _compare_statements(where, gold, found, same, events, count)


def _compare_officials(where: str, gold: Json, found: Json, count: _Count) -> Iterator[tuple[str, str]]:
    mine, theirs = gold["officials"], found["officials"]
    pairs = pair_up(mine, theirs, same_official)
    count.add("officials", len(pairs), len(mine), len(theirs))
    hits = 0
    for i, j in pairs:
        held = pair_up(mine[i]["posts"], theirs[j].get("posts", []), same_post)
        hits += len(held)
        for post in _left(mine[i]["posts"], [k for k, _ in held]):
            got = [(p.get("title"), p.get("org")) for p in theirs[j].get("posts", [])]
            count.faults.append(f"{where}: post missed: {mine[i]['name']} - {post['title']} @ {post['org']}; got {got}")
    count.add(
        "posts", hits, sum(len(p["posts"]) for p in mine), sum(len(p.get("posts", [])) for p in theirs)
    )  # fmt: skip
    _note(where, "official", mine, theirs, pairs, count, lambda p: str(p.get("name")))
    return ((theirs[j]["id"], mine[i]["id"]) for i, j in pairs)


def _compare_organisations(where: str, gold: Json, found: Json, count: _Count) -> Iterator[tuple[str, str]]:
    mine, theirs = gold["organisations"], found["organisations"]
    pairs = pair_up(mine, theirs, same_organisation)
    count.add("organisations", len(pairs), len(mine), len(theirs))
    _note(where, "organisation", mine, theirs, pairs, count, lambda o: f"{o.get('key')} {o.get('name')}")
    return ((theirs[j]["id"], mine[i]["id"]) for i, j in pairs)


def _left(items: Sequence[Json], taken: Sequence[int]) -> list[Json]:
    return [item for position, item in enumerate(items) if position not in taken]


def _note(
    where: str, kind: str, mine: Sequence[Json], theirs: Sequence[Json], pairs: Sequence[tuple[int, int]],
    count: _Count, name: Callable[[Json], str],
) -> None:  # fmt: skip
    count.faults += [f"{where}: {kind} missed: {name(item)}" for item in _left(mine, [i for i, _ in pairs])]
    count.faults += [f"{where}: {kind} invented: {name(item)}" for item in _left(theirs, [j for _, j in pairs])]


def _actors(ids: Sequence[str], same: Mapping[str, str]) -> set[str]:
    """Predicted actors under gold's ids; those that gold lacks keep a name that gold cannot have."""
    return {same.get(actor, f"?{actor}") for actor in ids}


def _date_similarity(gold: str | None, predicted: str | None) -> float:
    if gold == predicted:
        return 1.0
    if not gold or not predicted:
        return 0.0
    return 0.5 if gold.startswith(predicted) or predicted.startswith(gold) else 0.0


def _event_similarity(gold: Json, predicted: Json, same: Mapping[str, str]) -> float:
    overlap = jaccard(set(gold["participants"]), _actors(predicted.get("participants", []), same), 1.0)
    kind = float(gold["type"] == predicted.get("type"))
    main = 0.2 if gold.get("main") and predicted.get("main") else 0.0
    return 0.35 * kind + 0.3 * _date_similarity(gold["date"], predicted.get("date")) + 0.35 * overlap + main


def _compare_events(where: str, gold: Json, found: Json, same: Mapping[str, str], count: _Count) -> dict[str, str]:
    mine, theirs = gold["events"], found["events"]

    def alike(g: Json, p: Json) -> float:
        value = _event_similarity(g, p, same)
        return value if value >= EVENT_THRESHOLD else 0.0

    pairs = dict(pair_up(mine, theirs, alike))
    count.add("events", len(pairs), len(mine), len(theirs))
    for i, j in pairs.items():
        _compare_properties(where, mine[i], theirs[j], same, count)
    for i, event in enumerate(mine):
        other = theirs[pairs[i]] if i in pairs else {}
        people, others = set(event["participants"]), _actors(other.get("participants", []), same)
        count.add("event.participants", len(people & others), len(people), len(others))
        if event["main"]:
            _compare_main(where, event, other, people == others, count)
        elif not other:
            count.faults.append(f"{where}: event missed: {event['type']} {event['date']} {event['participants']}")
    for event in _left(theirs, list(pairs.values())):
        count.faults.append(f"{where}: event invented: {event.get('type')} {event.get('date')}")
        count.add("event.participants", 0, 0, len(event.get("participants", [])))
    return {theirs[j]["id"]: mine[i]["id"] for i, j in pairs.items()}


def _compare_properties(where: str, gold: Json, found: Json, same: Mapping[str, str], count: _Count) -> None:
    for key in ("type", "mode", "status", "date"):
        count.add(f"event.{key}", int(gold[key] == found.get(key)), 1, 1)
        if gold[key] != found.get(key):
            count.faults.append(f"{where} {gold['id']}: {key} {found.get(key)!r}, gold {gold[key]!r}")
    place = close(normalised(gold["place"]), normalised(found.get("place")), PLACE_THRESHOLD)
    count.add("event.place", int(place), int(bool(gold["place"])), int(bool(found.get("place"))))
    for key in ("end", "place_state"):
        agreed = bool(gold[key]) and gold[key] == found.get(key)
        count.add(f"event.{key}", int(agreed), int(bool(gold[key])), int(bool(found.get(key))))
    chairs, others = set(gold["chair"]), _actors(found.get("chair", []), same)
    count.add("event.chair", len(chairs & others), len(chairs), len(others))


def _compare_main(where: str, gold: Json, found: Json, same_people: bool, count: _Count) -> None:
    issues, others = set(gold["issues"]), set(found.get("issues", []))
    count.add("main.issues", len(issues & others), len(issues), len(others))
    if issues != others:
        count.faults.append(
            f"{where} main issues: missed {sorted(issues - others)}, extra {sorted(others - issues)}"
        )  # fmt: skip
    right = bool(found.get("main")) and all(gold[key] == found.get(key) for key in ("type", "date"))
    count.add("main.type+date", int(right), 1, 1)
    count.add("main.exact", int(right and same_people), 1, 1)
    if not (right and same_people):
        got = f"{found.get('type')} {found.get('date')} {found.get('participants')}"
        count.faults.append(f"{where} main event: gold {gold['type']} {gold['date']} {gold['participants']}, got {got}")


def _compare_statements(
    where: str, gold: Json, found: Json, same: Mapping[str, str], events: Mapping[str, str], count: _Count
) -> None:
    mine, theirs = gold["statements"], found["statements"]

    def alike(g: Json, p: Json) -> float:
        if same.get(p.get("speaker", "")) != g["speaker"]:
            return 0.0
        value = 1.0 + jaccard(set(g["issues"]), set(p.get("issues", [])), 0.5)
        value += 0.5 if g["act"] == p.get("act") else 0.0
        return value + (0.2 if events.get(p.get("event") or "") == g.get("event") else 0.0)

    said = pair_up(mine, theirs, alike)
    count.add("statements.speaker", len(said), len(mine), len(theirs))
    for i, j in said:
        issues, others = set(mine[i]["issues"]), set(theirs[j].get("issues", []))
        count.add("statements.issues", len(issues & others), len(issues), len(others))
    acts = pair_up(mine, theirs, lambda g, p: alike(g, p) if g["act"] == p.get("act") else 0.0)
    count.add("statements.speaker+act", len(acts), len(mine), len(theirs))
    for statement in _left(mine, [i for i, _ in acts]):
        count.faults.append(
            f"{where}: statement missed: {statement['speaker']} {statement['act']} {statement['issues']}"
        )
    for statement in _left(theirs, [j for _, j in acts]):
        who = same.get(statement.get("speaker", ""), statement.get("speaker"))
        count.faults.append(
            f"{where}: statement invented: {who} {statement.get('act')} {statement.get('quote', '')!r:.80}"
        )
