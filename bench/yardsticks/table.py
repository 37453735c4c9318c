"""One table: a row for each data set and kind of fact, with what others reach on the same texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sco_graph import extract
from sco_graph.corpus import from_text
from sco_graph.evaluation import Score

from . import factrueval, gum, nerel, re3d
from .gold import Text, folder
from .peers import PUBLISHED, finders
from .rows import Tally, count, names_alone

SETS: dict[str, tuple[str, Callable[[Path], Iterator[Text]], tuple[str, ...]]] = {
    "factRuEval-2016": ("factrueval2016", factrueval.texts, ("persons", "officials", "posts", "meetings")),
    "NEREL": (
        "nerel",
        nerel.texts,
        ("persons", "officials", "posts", "posts of the employed", "workplaces", "participations"),
    ),
    "re3d": ("re3d", re3d.texts, ("persons", "officials", "posts", "meetings")),
    "GUM": ("gum_news", gum.texts, ("persons", "officials", "posts")),
}
"""Name -> its folder, its reader, and the kinds that it has gold for."""


def lines() -> Iterator[str]:
    """The table, or why there is none."""
    where = folder()
    if where is None:
        yield "other yardsticks: left out, no ../shared/datasets (or SCO_GRAPH_SHARED)"
        return
    yield f"{'other yardsticks':40}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}{'found':>6}  what others reach"
    for name, (place, texts, kinds) in SETS.items():
        if not (where / place).is_dir():
            yield f"{name}: left out, no {place}"
            continue
        yield from _measured(name, list(texts(where / place)), kinds)


def _measured(name: str, texts: list[Text], kinds: tuple[str, ...]) -> Iterator[str]:
    tally = Tally()
    for text in texts:
        count(text, extract(from_text(text.text, language=text.language, source=text.name)), tally)
    for kind in kinds:
        yield _row(f"{name}, {kind} ({len(texts)} texts)", tally.score(kind), PUBLISHED.get((name, kind), ""))
    for peer, (language, find) in finders().items():
        theirs = Tally()
        if texts[0].language == language:
            for text in texts:
                names_alone(text, find(text.text), theirs)
            yield _row(f"  {peer}", theirs.score("persons"), "measured here")
            yield _row(f"  {peer}, each an official", theirs.score("officials"), "measured here")


def _row(label: str, score: Score, note: str) -> str:
    shares = f"{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}"
    return f"{label:40}{shares}{score.gold:6}{score.predicted:6}  {note}"
