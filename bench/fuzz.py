"""Mutated documents in every format, read and extracted: what breaks, and what takes unusually long.

    python bench/fuzz.py [--documents 10000] [--seed 0] [--processes 2] [--formats]

Documents of the sample corpus are cut at any byte, shuffled, mixed in script, strewn with combining and invisible
marks, right-to-left text, emoji, nested quotes and tables, or become one sentence of 100 kB. Nothing but
InvalidDocument may come of it, and every quote must equal its span. The number of a document that breaks is printed:
`--only NUMBER` repeats it. Times are of CPU; a document is compared with the usual one of its language, the median of
mutated documents of usual length. What was examined is kept in `--progress FILE`, so a run that was stopped goes on.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mutations import LONG, MUTATIONS  # noqa: E402

from sco_graph import reading  # noqa: E402
from sco_graph.corpus import contents, find, read  # noqa: E402
from sco_graph.errors import InvalidDocument  # noqa: E402
from sco_graph.extraction import RULES_VERSION  # noqa: E402
from sco_graph.intake import supported  # noqa: E402
from sco_graph.model import Document  # noqa: E402
from tests.corpus import made  # noqa: E402

# Below this many characters what every document costs, however short, outweighs what a character costs.
TIMED = 500
USUAL = range(TIMED, 5_000)
"""Characters of a document of usual length."""
RETIMED = 12
SLOW = 10
"""Times the usual time of a character that no document may take."""
FORMATS: dict[str, Callable[[str], bytes]] = {
    "txt": lambda text: text.encode("utf-8", "surrogatepass"),
    "md": lambda text: f"---\ntitle: a\ndate: {('2021-03-05', '2021-03', '2021')[len(text) % 3]}\n---\n{text}".encode(),
    "html": lambda text: made.PAGE.replace(made.PARAGRAPHS[0], text.replace("\n", "</p><p>")).encode(),
    "pdf": lambda text: made.pdf([[line[:90] for line in text.split("\n")]]),
    "docx": lambda text: made.docx(["".join(c for c in text if c.isprintable() or c == "\n")]),
    "jsonl": lambda text: json.dumps({"text": text}).encode() + b"\n" + text.encode(),
    "csv": lambda text: b'text,date\n"' + text.encode() + b'",2021-03-05\n',
    "zip": lambda text: made.zipped({"a.txt": text.encode()}),
    "tar.gz": lambda text: made.tarred({"a.txt": text.encode()}),
    "cp1251.txt": lambda text: text.encode("cp1251", "replace"),
    "utf16.txt": lambda text: text.encode("utf-16"),
    "gb.txt": lambda text: text.encode("gb18030", "replace"),
}


@dataclass
class Tally:
    """What came of it; a time is seconds of CPU a character, characters, language and what the document is."""

    documents: int = 0
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    quotes: int = 0
    wrong: list[str] = field(default_factory=list)
    times: list[tuple[float, int, str, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another tally's documents too."""
        self.documents += other.documents
        self.read += other.read
        self.refused.update(other.refused)
        self.kept.update(other.kept)
        self.broken += other.broken
        self.quotes += other.quotes
        self.wrong += other.wrong
        self.times += [(seconds, size, language, name) for seconds, size, language, name in other.times]


def document(number: int, seed: int, texts: list[str], formats: bool) -> tuple[str, str, bytes]:
    """Name of the mutations, ending and bytes of a document; the same for the same numbers."""
    dice = random.Random(seed * 1_000_003 + number)
    text, names = dice.choice(texts), dice.choices(list(MUTATIONS), k=dice.choice((1, 1, 2)))
    for name in names:
        text = MUTATIONS[name](text, dice)
    ending = dice.choice(list(FORMATS)) if formats or dice.random() < 0.4 else "txt"
    # Word and pages of text are slow to make; a long sentence is worth most as it is.
    data = FORMATS["txt" if len(text) > LONG // 2 else ending](text)
    if dice.random() < 0.3:
        data = data[: dice.randrange(len(data) + 1)]
    return "+".join(names), ending if len(text) <= LONG // 2 else "txt", data


def examine(name: str, path: Path, tally: Tally) -> None:
    """Read and extract one document, and note what came of it."""
    tally.documents += 1
    started = time.process_time()
    for found in contents(path):
        if isinstance(found, InvalidDocument):
            tally.refused[found.what.split(" (")[0][:60]] += 1
            continue
        tally.read += 1
        tally.kept[found.language] += 1
        extracted(name, found, tally)
        taken, size = time.process_time() - started, len(found.text)
        if size >= TIMED and supported(found.language):
            tally.times.append((taken / size, size, str(found.language), name))
        started = time.process_time()


def extracted(name: str, found: Document, tally: Tally) -> None:
    for proof in reading.extract(found).evidence:
        tally.quotes += 1
        if found.text[proof.start : proof.stop] != proof.quote or not proof.quote:
            tally.wrong.append(f"{name}: {proof}")


@cache
def _warm() -> None:
    """Load what is loaded once: it is no time of a document."""
    for path, root in find([ROOT / "data" / "documents"]):
        reading.extract(read(path, root))


@cache
def _texts() -> list[str]:
    return [read(path, root).text for path, root in find([ROOT / "data" / "documents"])]


def one(number: int, seed: int, formats: bool) -> Tally:
    """Make a document and examine it; deterministic but for the times."""
    _warm()
    tally = Tally()
    mutations, ending, data = document(number, seed, _texts(), formats)
    name = f"{number} ({mutations}, {ending})"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a.{ending}")
        path.write_bytes(data)
        try:
            examine(name, path, tally)
        except Exception as error:  # noqa: BLE001  (whatever comes is what we look for)
            place = traceback.extract_tb(error.__traceback__)[-1]
            tally.broken.append(
                f"{name}: {type(error).__name__}: {error} at {Path(place.filename).name}:{place.lineno}"
            )
    return tally


def run(
    documents: int,
    seed: int = 0,
    formats: bool = False,
    only: int | None = None,
    processes: int = 1,
    progress: Path | None = None,
) -> Tally:
    """Examine mutated documents in some processes; what ``progress`` has of the same run is not done again."""
    done = dict(_before(progress, _run_of(seed, formats)))
    todo = [number for number in (range(documents) if only is None else [only]) if number not in done]
    tally = Tally()
    for each in done.values():
        tally.add(each)
    for number, each in zip(todo, _examined(todo, partial(one, seed=seed, formats=formats), processes), strict=True):
        tally.add(each)
        if progress is not None:
            with progress.open("a", encoding="utf-8") as file:
                file.write(json.dumps([_run_of(seed, formats), number, vars(each)]) + "\n")
            if number % 500 == 0:
                print(f"{number}: {len(tally.broken)} broken, {len(tally.wrong)} wrong", file=sys.stderr, flush=True)
    return tally


def _examined(numbers: list[int], work: Callable[[int], Tally], processes: int) -> Iterator[Tally]:
    if processes == 1:
        yield from map(work, numbers)
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        yield from pool.imap(work, numbers, chunksize=4)


def _run_of(seed: int, formats: bool) -> str:
    return f"{seed} {formats} {RULES_VERSION}"


def _before(progress: Path | None, name: str) -> Iterator[tuple[int, Tally]]:
    """Numbers and tallies that a file of progress has of a run."""
    if progress is None or not progress.exists():
        return
    for line in progress.read_text("utf-8").splitlines():
        run_, number, kept = json.loads(line)
        if run_ == name:
            counts = {key: Counter(kept.pop(key)) for key in ("refused", "kept")}
            times = [(seconds, size, language, what) for seconds, size, language, what in kept.pop("times")]
            yield number, Tally(**kept, **counts, times=times)


def usual(tally: Tally) -> dict[str, float]:
    """Median time of a character, by language, of mutated documents of usual length."""
    found: dict[str, list[float]] = {}
    for seconds, size, language, _ in tally.times:
        if size in USUAL:
            found.setdefault(language, []).append(seconds)
    return {language: statistics.median(times) for language, times in found.items()}


def slowest(tally: Tally, given: argparse.Namespace) -> list[tuple[float, str]]:
    """Times the usual time that the slowest take, timed once more: the first time may have paid for a collection."""
    medians = usual(tally)
    by_ratio = sorted(((t[0] / medians.get(t[2], t[0]), t) for t in tally.times), reverse=True)[:RETIMED]
    found = []
    for _, (seconds, size, language, name) in by_ratio:
        again = one(int(name.split()[0]), given.seed, given.formats).times
        best = min([seconds, *(other[0] for other in again if other[1] == size)])
        found.append((best / medians.get(language, best), f"{name} {language} {size} characters"))
    return sorted(found, reverse=True)


def report(tally: Tally, worst: list[tuple[float, str]]) -> str:
    """The figures as lines."""
    medians = ", ".join(f"{language} {median * 1e6:.1f}" for language, median in sorted(usual(tally).items()))
    lines = [
        f"documents {tally.documents}, texts read {tally.read}, refused {tally.refused.total()}",
        f"refused: {dict(tally.refused.most_common())}",
        f"languages: {dict(tally.kept.most_common())}",
        f"exceptions {len(tally.broken)}, quotes {tally.quotes}, quotes that differ from their span {len(tally.wrong)}",
        f"usual time of a character, µs: {medians}; {len(tally.times)} texts of {TIMED} characters and more",
        f"over {SLOW} times the usual: {sum(ratio > SLOW for ratio, _ in worst)}; the slowest:",
        *(f"  {ratio:.1f} times: {name}" for ratio, name in worst[:6]),
    ]
    return "\n".join([*lines, *tally.broken[:20], *tally.wrong[:20]])


def main() -> int:
    """Print the figures; 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--formats", action="store_true", help="as many of each format, not mostly plain text")
    parser.add_argument("--only", type=int, help="repeat one document")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--progress", type=Path, default=ROOT / "build" / "fuzz.jsonl")
    given = parser.parse_args()
    progress = given.progress if given.only is None else None
    if progress is not None:
        progress.parent.mkdir(parents=True, exist_ok=True)
    tally = run(given.documents, given.seed, given.formats, given.only, given.processes, progress)
    worst = slowest(tally, given)
    print(report(tally, worst))
    return 1 if tally.broken or tally.wrong or any(ratio > SLOW for ratio, _ in worst) else 0


if __name__ == "__main__":
    sys.exit(main())
