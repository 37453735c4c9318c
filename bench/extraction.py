"""How fast extraction is, next to the pipelines of others on the same documents: one process, one thread.

    python bench/extraction.py [PART ...] [--rounds 5] [--json FILE]

Parts: peers, languages, memory, first, linear, workers, profile; all of them without any. Run it with ``make bench``
(``make bench PARTS="peers linear"``). A table is printed, and written as JSON. ``SCO_GRAPH_TEXTS`` names folders of
further documents. Seconds are of CPU where one process is timed, else of the wall; of several rounds the best, since
others may use the machine.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import argparse
import gc
import json
import multiprocessing
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import peers
import sampling
import texts

from sco_graph import reading
from sco_graph.authority import Authority
from sco_graph.model import Document, Facts

SIZES = (4_000, 8_000, 16_000)
"""Characters of the texts that are doubled."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; ``aim`` is what is wanted, ``met`` None where nothing is."""

    part: str
    name: str
    value: float
    unit: str
    aim: str = ""
    met: bool | None = None


def at_least(part: str, name: str, value: float, bound: float, unit: str = "times") -> Figure:
    return Figure(part, name, value, unit, f"at least {bound:g}", value >= bound)


def at_most(part: str, name: str, value: float, bound: float, unit: str) -> Figure:
    return Figure(part, name, value, unit, f"at most {bound:g}", value <= bound)


def extract(document: Document) -> Facts:
    """Facts of a document, by the tables that are loaded once."""
    return reading.extract(document, tables())


@cache
def tables() -> Authority:
    return reading.known()


def seconds(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    """CPU time of doing some work on each item."""
    gc.collect()
    start = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - start


def alternating(
    jobs: dict[str, Callable[[Document], object]], docs: Sequence[Document], rounds: int
) -> dict[str, list[float]]:
    """Seconds that each job takes for all documents, round by round, the jobs in turn."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            taken[name].append(seconds(job, docs))
    return taken


def versus(rounds: int) -> Iterable[Figure]:
    """Documents a second of Russian, ours and of the peers that are installed."""
    docs = texts.documents()["ru"]
    jobs: dict[str, Callable[[Document], object]] = {"ours": extract}
    for name, make in (
        ("natasha", peers.natasha),
        ("natasha, names alone", peers.natasha_names),
        ("pullenti", peers.pullenti),
    ):
        try:
            peer = make()
        except ImportError:
            yield Figure("peers", f"{name}: not installed", 0.0, "")
            continue
        jobs[name] = lambda document, peer=peer: peer(document.text)  # type: ignore[misc]
    for document in texts.warming("ru"):
        for job in jobs.values():
            job(document)
    slow = {name: jobs.pop(name) for name in ("pullenti",) if name in jobs}
    taken = alternating(jobs, docs, rounds) | alternating(slow, docs, min(rounds, 1))
    characters = sum(len(document.text) for document in docs)
    yield Figure("peers", "Russian documents", len(docs), f"of {characters / len(docs):.0f} characters on average")
    for name, times in taken.items():
        yield Figure("peers", f"{name}, each document for the first time", len(docs) / times[0], "documents/s")
        yield Figure("peers", f"{name}, best of {len(times)}", len(docs) / min(times), "documents/s")
    if "natasha" in taken:
        first, best = (choose(taken["natasha"]) / choose(taken["ours"]) for choose in (lambda t: t[0], min))
        yield at_least("peers", "ours to natasha, each document for the first time", first, 2)
        yield at_least("peers", "ours to natasha, best", best, 2)
    if "pullenti" in taken:
        yield at_least("peers", "ours to pullenti", min(taken["pullenti"]) / min(taken["ours"]), 40)


def languages(rounds: int) -> Iterable[Figure]:
    """Documents a second of each language."""
    for language, docs in texts.documents().items():
        for document in texts.warming(language):
            extract(document)
        taken = [seconds(extract, docs) for _ in range(rounds)]
        characters = sum(len(document.text) for document in docs)
        name = f"{language}: {len(docs)} documents, {characters} characters"
        yield Figure("languages", f"{name}, first time", len(docs) / taken[0], "documents/s")
        yield Figure("languages", name, len(docs) / min(taken), "documents/s")
        yield Figure("languages", f"{language}: time of a character", min(taken) / characters * 1e6, "µs")


_FRESH = """
import sys
from sco_graph import reading
from sco_graph.corpus import from_text
text = sys.stdin.read()
reading.extract(from_text(text, language=sys.argv[1]))
"""
# The peak that getrusage gives is that of the process which started this one, where that is higher.
_ALL = """
import sys
sys.path.insert(0, sys.argv[1])
import texts
from sco_graph import reading
for documents in texts.documents().values():
    for document in documents:
        reading.extract(document)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(peak.split()[1]) * 1024 / 1e6)
"""


def _python(code: str, *arguments: str, given: str = "") -> str:
    """What a new process prints; it finds the modules compiled, as pip leaves them and as a second start would."""
    compiled = texts.ROOT / "build" / "bench-pycache"
    environment = os.environ | {"PYTHONPATH": str(texts.ROOT / "src"), "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True, env=environment).stdout


def memory(rounds: int) -> Iterable[Figure]:
    """Memory of a new process that extracts all documents of the three languages."""
    yield at_most(
        "memory", "peak of a process, all documents", float(_python(_ALL, str(Path(__file__).parent))), 400, "MB"
    )


def first(rounds: int) -> Iterable[Figure]:
    """From the start of Python to the facts of a document."""
    for language in texts.LANGUAGES:
        taken, worked = [], []
        text = texts.usual(language, 1000)
        _python(_FRESH, language, given=text)
        for _ in range(rounds):
            start, before = time.perf_counter(), os.times().children_user + os.times().children_system
            _python(_FRESH, language, given=text)
            taken.append(time.perf_counter() - start)
            worked.append(os.times().children_user + os.times().children_system - before)
        yield at_most("first", f"{language}: first document of a new process", min(taken), 1.5, "s")
        yield Figure("first", f"{language}: the same, of CPU", min(worked), "s")


def linear(rounds: int) -> Iterable[Figure]:
    """What twice the text takes, for each kind of made text: the worst of some doublings."""
    for language in texts.LANGUAGES:
        for kind, make in texts.MADE.items():
            docs = [texts.made(make(language, size), language) for size in SIZES]
            for document in docs:
                extract(document)
            taken = [min(seconds(extract, [document]) for _ in range(rounds)) for document in docs]
            ratios = [after / before for before, after in pairwise(taken)]
            name = f"{language}: {kind}, {SIZES[0]} to {SIZES[-1]} characters"
            yield at_most("linear", f"{name}, worst doubling", max(ratios), 2.2, "times")
            yield Figure("linear", f"{name}, at the end", taken[-1] / SIZES[-1] * 1e6, "µs a character")


def _extracting(share: Sequence[Document], ready: Any, go: Any, done: Any) -> None:
    for document in share:
        extract(document)
    ready.put(1)
    go.wait()
    for _ in range(_PASSES):
        for document in share:
            extract(document)
    done.put(1)


_PASSES = 3


def _wall(docs: Sequence[Document], processes: int) -> float:
    """Seconds of the wall that so many processes take for all documents, once they have read them before."""
    context = multiprocessing.get_context("spawn")
    ready, done, go = context.Queue(), context.Queue(), context.Event()
    shares = [docs[at::processes] for at in range(processes)]
    running = [context.Process(target=_extracting, args=(share, ready, go, done)) for share in shares]
    for process in running:
        process.start()
    for _ in running:
        ready.get()
    start = time.perf_counter()
    go.set()
    for _ in running:
        done.get()
    taken = time.perf_counter() - start
    for process in running:
        process.join()
    return taken


def workers(rounds: int) -> Iterable[Figure]:
    """Two processes against one, extraction alone."""
    docs = sorted((d for found in texts.documents().values() for d in found), key=lambda d: len(d.text))
    ratios = []
    for _ in range(rounds):
        ratios.append(_wall(docs, 1) / _wall(docs, 2))
    yield at_least("workers", f"two processes against one, best of {rounds}", max(ratios), 1.8)
    yield Figure("workers", "all runs: worst", min(ratios), "times")


def profile(rounds: int) -> Iterable[Figure]:
    """Shares of the time, by language."""
    for language, docs in texts.documents().items():
        for document in docs:
            extract(document)

        def again(docs: Sequence[Document] = docs) -> None:
            for _ in range(rounds):
                for document in docs:
                    extract(document)

        shares = sampling.shares(again)
        for part, share in shares.items():
            yield Figure("profile", f"{language}: {part}", share * 100, "%")
        if language == "ru":
            ground = sum(share for part, share in shares.items() if part.startswith(("names (", "morphology (")))
            yield at_least("profile", "ru: names and morphology together", ground * 100, 50, "%")


PARTS: dict[str, Callable[[int], Iterable[Figure]]] = {
    "peers": versus,
    "languages": languages,
    "memory": memory,
    "first": first,
    "linear": linear,
    "workers": workers,
    "profile": profile,
}


def machine() -> dict[str, Any]:
    """What the figures were taken on."""
    used = ("sco-graph", "natasha", "slovnet", "navec", "razdel", "pymorphy3", "pymorphy2", "numpy", "pullenti")
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "packages": peers.versions(*used),
    }


def line(figure: Figure) -> str:
    verdict = {True: "met", False: "MISSED", None: ""}[figure.met]
    return f"{figure.name:72}{figure.value:10.2f} {figure.unit:16} {figure.aim:14} {verdict}".rstrip()


def main() -> int:
    """Print the figures; 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, default=texts.ROOT / "build" / "bench.json")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    figures: list[Figure] = []
    about = machine()
    print(f"{about['processor']}, {about['cores']} cores, Python {about['python']}")
    print(", ".join(f"{name} {version}" for name, version in about["packages"].items()))
    for part in given.parts or PARTS:
        print(f"\n{part}")
        for figure in PARTS[part](given.rounds):
            print("  " + line(figure), flush=True)
            figures.append(figure)
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(
        json.dumps({"machine": about, "figures": [asdict(f) for f in figures]}, indent=1, ensure_ascii=False)
    )
    return int(any(figure.met is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
