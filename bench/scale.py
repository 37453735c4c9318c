"""How a build grows: two workers against one, memory and seconds by number of documents, one document more.

Prints a table and writes JSON; ``make scale`` builds 20,000 made-up documents (an hour), ``SIZES="2000 4000"`` fewer.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph
import synthetic


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build: documents in the store before it and built by it, seconds, megabytes."""

    workers: int
    before: int
    built: int
    wall: float
    cpu: float
    parent_mb: float
    largest_worker_mb: float
    store_mb: float


MEASURED = """
import json, os, resource, sys, time
from pathlib import Path
from sco_graph.pipeline import build
if __name__ == "__main__":
    paths, store, tables, workers = sys.argv[1:5]
    report = build([Path(paths)], Path(store), tables=[Path(tables)], workers=int(workers))
    unit = 1 if sys.platform == "darwin" else 1024
    own, others = (resource.getrusage(who).ru_maxrss * unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([len(report.built), own / 1e6, others / 1e6]))
"""


def build(documents: Path, store: Path, tables: Path, workers: int, before: int) -> Run:
    """Build in a process of its own, and measure it."""
    script = store.parent / "measured.py"
    script.write_text(MEASURED)
    used, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, str(script), str(documents), str(store), str(tables), str(workers)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ).stdout
    wall, now = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    built, own, others = json.loads(told)
    return Run(
        workers=workers,
        before=before,
        built=built,
        wall=round(wall, 2),
        cpu=round(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime, 2),
        parent_mb=round(own),
        largest_worker_mb=round(others),
        store_mb=round(sum(path.stat().st_size for path in (store / "data").iterdir()) / 1e6, 1),
    )


def measure(sizes: list[int], place: Path) -> list[Run]:
    """Both numbers of workers at every size, and one document more beside each store and beside an empty one."""
    runs = []
    one = place / "one"
    synthetic.write(one, 1, seed=99)
    # Its address is that of the first document of the others: another makes it another document.
    (release,) = (one / "documents").iterdir()
    release.write_text(release.read_text("utf-8").replace("https://example.org/", "https://example.com/"), "utf-8")
    nothing = place / "nothing"
    nothing.mkdir()
    build(nothing, place / "empty", one / "authority", 1, 0)
    runs.append(build(one / "documents", place / "empty", one / "authority", 1, 0))
    for size in sizes:
        corpus = place / f"corpus-{size}"
        synthetic.write(corpus, size)
        for workers in (1, 2):
            store = place / f"store-{size}-{workers}"
            runs.append(build(corpus / "documents", store, corpus / "authority", workers, 0))
        runs.append(build(one / "documents", place / f"store-{size}-1", corpus / "authority", 1, size))
    return runs


def table(runs: list[Run]) -> str:
    """The runs, one a line."""
    head = f"{'workers':>8}{'before':>9}{'built':>8}{'wall s':>9}{'CPU s':>9}{'MB':>7}{'worker MB':>11}{'store MB':>10}"
    lines = [
        f"{run.workers:>8}{run.before:>9,}{run.built:>8,}{run.wall:>9.1f}{run.cpu:>9.1f}"
        f"{run.parent_mb:>7.0f}{run.largest_worker_mb:>11.0f}{run.store_mb:>10.1f}"
        for run in runs
    ]
    return "\n".join([head, *lines, *ratios(runs)])


def ratios(runs: list[Run]) -> list[str]:
    """What the issue asks: gain of the second worker, growth of memory, cost of one document more."""
    empty = next(run for run in runs if run.built == 1 and not run.before)
    alone = [run for run in runs if run.workers == 1 and run.built > 1]
    lines = []
    for run in runs:
        if run.workers == 2:
            other = next(one for one in alone if one.built == run.built)
            lines.append(f"{run.built:,} documents, two workers: {other.wall / run.wall:.2f} times one")
        if run.before:
            lines.append(
                f"one document more beside {run.before:,}: {run.cpu / empty.cpu:.2f} times (CPU) an empty store"
            )
    lines.append(f"memory of the parent, largest size against smallest: {alone[-1].parent_mb / alone[0].parent_mb:.2f}")
    return lines


def main() -> None:
    """Measure, print, and write the JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[2_000, 20_000])
    parser.add_argument("--json", type=Path, default=Path("scale.json"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = measure(given.sizes, Path(folder))
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "pyoxigraph": pyoxigraph.__version__}
    given.json.write_text(json.dumps({"machine": machine, "runs": [asdict(run) for run in runs]}, indent=1) + "\n")
    print(table(runs))


if __name__ == "__main__":
    main()
