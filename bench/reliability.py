"""How often facts are right, by score: a reliability table, the calibration error, and what a threshold keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from judging import judged

from sco_graph.evaluation import Score
from sco_graph.records import read_facts

KINDS = ("officials", "organisations", "posts", "events", "dates", "participations", "issues", "statements")
_KINDS = {
    "post": "posts", "interactionType": "events", "startDate": "dates", "participant": "participations",
    "discusses": "issues", "speechAct": "statements",
}  # fmt: skip
BUCKETS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
THRESHOLDS = (0.0, 0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A found fact: its kind, its document's language, its score, and whether it is right."""

    kind: str
    language: str
    score: float
    right: bool


def facts(gold: Path, predicted: Path) -> list[Fact]:
    """Facts of all documents that both folders have."""
    found = []
    for path in sorted(gold.glob("*.json")):
        if (predicted / path.name).exists():
            record = read_facts(predicted / path.name)
            people = {person["id"] for person in record["officials"]}
            for (subject, name, _), score, right in judged(read_facts(path), record):
                kind = _KINDS.get(name)
                if name == "mention" and subject not in record["states"]:
                    kind = "officials" if subject in people else "organisations"
                if kind:
                    found.append(Fact(kind=kind, language=path.name[:2], score=score, right=right))
    return found


def error(found: Sequence[Fact]) -> float:
    """Expected calibration error, in [0, 1]: how far scores are from shares that are right, in ten steps of score.

    Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian binning, AAAI 2015.

    >>> two = [Fact(kind="posts", language="ru", score=0.9, right=right) for right in (True, False)]
    >>> round(error(two), 2)
    0.4
    """
    steps: dict[int, list[float]] = defaultdict(list)
    for fact in found:
        steps[min(int(fact.score * 10), 9)].append(fact.score - fact.right)
    return sum(abs(sum(step)) for step in steps.values()) / len(found) if found else 0.0


def table(found: Sequence[Fact]) -> Iterator[str]:
    """Right facts of all facts by kind and score, then the calibration error by kind and language."""
    yield f"  {'score':9}" + "".join(f"{kind:>18}" for kind in KINDS)
    right: Counter[tuple[str, int]] = Counter()
    total: Counter[tuple[str, int]] = Counter()
    for fact in found:
        total[fact.kind, _bucket(fact.score)] += 1
        right[fact.kind, _bucket(fact.score)] += fact.right
    for at, (low, high) in enumerate(pairwise(BUCKETS)):
        yield f"  {low:.1f}-{high:.1f}  " + "".join(f"{_share(right[k, at], total[k, at]):>18}" for k in KINDS)
    for language in ("", *sorted({fact.language for fact in found})):
        errors = (error([f for f in found if f.kind == k and f.language.startswith(language)]) for k in KINDS)
        yield f"  error {language or 'all':3}" + "".join(f"{value:18.3f}" for value in errors)


def _share(right: int, total: int) -> str:
    return f"{right}/{total} {right / total:.2f}" if total else "-"


def _bucket(score: float) -> int:
    return max(at for at, low in enumerate(BUCKETS[:-1]) if score >= low)


def thresholds(found: Sequence[Fact], gold: dict[str, int]) -> Iterator[str]:
    """Precision and recall of facts that score at least so much; ``gold`` is how many there are of each kind."""
    yield f"  {'min-score':9}" + "".join(f"{kind:>18}" for kind in KINDS if gold[kind]) + "   (precision/recall)"
    for least in THRESHOLDS:
        cells = []
        for kind in filter(gold.get, KINDS):
            kept = [fact for fact in found if fact.kind == kind and fact.score >= least]
            hit = sum(fact.right for fact in kept)
            score = Score(kind=kind, hit=hit, gold=gold[kind], predicted=len(kept))
            cells.append(f"{score.precision:.2f}/{score.recall:.2f}")
        yield f"  {least:<9.1f}" + "".join(f"{cell:>18}" for cell in cells)


def wanted(gold: Path) -> dict[str, int]:
    """How many facts of each kind gold has; a list per interaction and statement."""
    count: Counter[str] = Counter()
    for path in gold.glob("*.json"):
        record = read_facts(path)
        count["officials"] += len(record["officials"])
        count["organisations"] += len(record["organisations"])
        count["posts"] += sum(len(person["posts"]) for person in record["officials"])
        count["statements"] += len(record["statements"])
        for event in record["events"]:
            count["events"] += 1
            count["dates"] += bool(event["date"])
            count["participations"] += len(event["participants"])

            count["issues"] += len(event["issues"])
    return {kind: count[kind] for kind in KINDS}
