"""Count how often facts are right by what they are like, and write src/sco_graph/extraction/calibration.tsv.

    python bench/calibrate.py GOLD=FACTS [GOLD=FACTS ...]

GOLD is a folder of gold, FACTS what ``sco-graph extract --out`` wrote of its documents. Rules that were mended on a
document are right there far more often than elsewhere: extract with the rules as they were before anybody had read its
differences (``git worktree add``). The blind set is never counted.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from judging import judged
from reliability import Fact, error

from sco_graph.authority.index import Index
from sco_graph.extraction.calibration import Likeness, likenesses
from sco_graph.model import (
    Act,
    BodyKind,
    Event,
    Evidence,
    Facts,
    InteractionType,
    Key,
    LocalId,
    Mode,
    Official,
    Organisation,
    PostHeld,
    Statement,
    Status,
)  # fmt: skip
from sco_graph.reading import known
from sco_graph.records import Json, read_facts

TABLE = Path(__file__).resolve().parent.parent / "src" / "sco_graph" / "extraction" / "calibration.tsv"
HEAD = """\
# How many facts of open gold sets are right, by kind, what is known of them, and language (none: all languages).
# The documents had not been read when the rules were written that found these facts. Made by bench/calibrate.py.
# A score is the share that is right, drawn towards that of the row's kind where facts are few.
# kind	cell	language	right	facts	score
"""
DRAWN = 32.0
"""Facts that the expectation counts for, beside those that were counted: of 4, 8 ... 64 the best by logarithmic loss on
other documents and on other sets."""
FIRST = 0.75
"""What is expected of a kind of which nothing was counted; it counts for four facts."""
FOLDS = 10
CEILING = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One fact: of which document and language, what it is like, how rules scored it, and whether it is right."""

    document: str
    language: str
    like: Likeness
    score: float
    right: bool


def cases(gold: Path, facts: Path, index: Index) -> Iterator[Case]:
    """Facts of all documents that both folders have."""
    for path in sorted(gold.glob("*.json")):
        if (facts / path.name).exists():
            found = read_facts(facts / path.name)
            likes = likenesses(facts_of(found, index), index)
            for claim, score, right in judged(read_facts(path), found):
                if claim in likes:
                    language = str(found.get("lang") or path.name[:2])
                    yield Case(document=path.stem, language=language, like=likes[claim], score=score, right=right)


def facts_of(found: Json, index: Index) -> Facts:
    """As much of the facts as their likeness needs; what is known is what the tables know now."""
    return Facts(
        document=found["id"],
        officials=tuple(
            Official(id=p["id"], key=_key(p), name=p["name"], name_en="", linked=index.person(_key(p)) is not None)
            for p in found["officials"]
        ),
        posts=tuple(_posts(found, index)),
        organisations=tuple(
            Organisation(
                id=o["id"], key=_key(o), code=o["key"], name=o["name"], kind=BodyKind.ORGANISATION,
                linked=index.body(_key(o)) is not None,
            )
            for o in found["organisations"]
        ),
        states=tuple(found["states"]),
        events=tuple(
            Event(
                id=e["id"], key=_key(e), main=e["main"], type=InteractionType(e["type"]), mode=Mode(e["mode"]),
                status=Status(e["status"]), date=e["date"],
            )
            for e in found["events"]
        ),
        statements=tuple(
            Statement(id=LocalId(s.get("id", f"s{n}")), speaker=s["speaker"], act=Act(s["act"]))
            for n, s in enumerate(found["statements"], 1)
        ),
        evidence=tuple(Evidence(**item) for item in found["evidence"]),
    )  # fmt: skip


def _posts(found: Json, index: Index) -> Iterator[PostHeld]:
    bodies = {o["key"]: _key(o) for o in found["organisations"]} | {s: Key(f"state/{s}") for s in found["states"]}
    for person in found["officials"]:
        for post in person["posts"]:
            at = bodies.get(post["org"], Key(""))
            known = index.post_of(post["title"], at, found["lang"]) is not None
            yield PostHeld(
                holder=person["id"], title=post["title"], org=post["org"], body=at, key=_key(post), known=known
            )


def _key(item: Json) -> Key:
    return Key(str(item["iri"]).partition("/id/")[2])


class Rates:
    """Shares of facts that are right, drawn towards what kind, likeness and language lead one to expect."""

    def __init__(self, counted: Iterable[Case]) -> None:
        self.right: Counter[tuple[str, str, str]] = Counter()
        self.total: Counter[tuple[str, str, str]] = Counter()
        for case in counted:
            for cell, language in {(c, lang) for c in (case.like.cell, "*") for lang in (case.language, "")}:
                self.total[case.like.kind, cell, language] += 1
                self.right[case.like.kind, cell, language] += case.right

    def of(self, kind: str, cell: str, language: str) -> float:
        """The score of facts of a kind and likeness in a language, or of those in all languages."""
        whole = self._drawn((kind, "*", ""), FIRST, 4)
        alike = self._drawn((kind, cell, ""), whole)
        if not language:
            return min(alike, CEILING)
        spoken = self._drawn((kind, "*", language), whole)
        # As if language and likeness told of it independently of each other.
        expected = _odds(alike) * _odds(spoken) / _odds(whole)
        return min(self._drawn((kind, cell, language), expected / (1 + expected)), CEILING)

    def _drawn(self, row: tuple[str, str, str], expected: float, drawn: float = DRAWN) -> float:
        return (self.right[row] + drawn * expected) / (self.total[row] + drawn)

    def rows(self) -> Iterator[str]:
        """Lines of the table."""
        languages = sorted({language for _, _, language in self.total} - {""})
        for kind, cell in sorted({(kind, cell) for kind, cell, _ in self.total if cell != "*"}):
            for language in ("", *languages):
                row = kind, cell, language
                yield f"{kind}\t{cell}\t{language}\t{self.right[row]}\t{self.total[row]}\t{self.of(*row):.2f}"


def _odds(share: float) -> float:
    held = min(max(share, 0.01), CEILING)
    return held / (1 - held)


def crossed(counted: Sequence[Case]) -> list[tuple[Case, float]]:
    """Every fact with the score that the facts of other documents give it."""
    documents = sorted({case.document for case in counted})
    fold = {document: at % FOLDS for at, document in enumerate(documents)}
    found = []
    for number in range(FOLDS):
        rates = Rates(case for case in counted if fold[case.document] != number)
        mine = (case for case in counted if fold[case.document] == number)
        found += [(case, rates.of(case.like.kind, case.like.cell, case.language)) for case in mine]
    return found


def report(counted: Sequence[Case]) -> Iterator[str]:
    """Calibration error of rules' own scores and of the table's, cross-validated by document."""
    yield f"{'kind':16}{'language':>9}{'facts':>7}{'right':>7}{'rules':>8}{'table':>8}   expected calibration error"
    scored = crossed(counted)
    groups: dict[tuple[str, str], list[tuple[Case, float]]] = defaultdict(list)
    for case, score in scored:
        for language in (case.language, "all"):
            groups[case.like.kind, language].append((case, score))
            groups["all", language].append((case, score))
    for (kind, language), group in sorted(groups.items()):
        before = error([_fact(case, case.score) for case, _ in group])
        after = error([_fact(case, score) for case, score in group])
        share = sum(case.right for case, _ in group) / len(group)
        yield f"{kind:16}{language:>9}{len(group):7}{share:7.2f}{before:8.3f}{after:8.3f}"
    losses = (_loss(scored, lambda case, _: case.score), _loss(scored, lambda _, score: score))
    yield "mean logarithmic loss: rules {:.3f}, table {:.3f}".format(*losses)


def _fact(case: Case, score: float) -> Fact:
    return Fact(kind=case.like.kind, language=case.language, score=score, right=case.right)


def _loss(scored: Sequence[tuple[Case, float]], of: Callable[[Case, float], float]) -> float:
    shares = ((min(max(of(case, score), 0.01), 0.99), case.right) for case, score in scored)
    return -sum(math.log(share if right else 1 - share) for share, right in shares) / len(scored)


def main(arguments: Sequence[str]) -> int:
    """Count, test, write; 2 where an argument is no pair of folders."""
    pairs = [argument.partition("=") for argument in arguments]
    if not pairs or any(not Path(gold).is_dir() or not Path(facts).is_dir() for gold, _, facts in pairs):
        print("calibrate.py: name pairs of folders, GOLD=FACTS. See the head of the script.", file=sys.stderr)
        return 2
    index = Index(known())
    counted = [case for gold, _, facts in pairs for case in cases(Path(gold), Path(facts), index)]
    print("\n".join(report(counted)))
    TABLE.write_text(HEAD + "\n".join(Rates(counted).rows()) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
