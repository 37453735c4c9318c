"""How long the command line takes to start, and a build of the sample corpus, cold and unchanged.

Prints one line a figure, in seconds of CPU and of wall time; run it with ``make figures``.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def timed(*arguments: str, cwd: Path = ROOT) -> tuple[float, float]:
    """Seconds of CPU (user and system, children included) and of wall time that the command line takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "sco_graph", *arguments]
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def line(label: str, seconds: tuple[float, float], bound: str) -> None:
    print(f"{label:44}{seconds[0]:8.2f} s CPU{seconds[1]:8.2f} s wall   {bound}")


LOADING = """
import time
from sco_graph.authority import load
from sco_graph.authority.gazetteer import Gazetteer
start = time.process_time(), time.perf_counter()
tables = load()
loaded = time.process_time(), time.perf_counter()
for language in ("ru", "en", "zh"):
    Gazetteer(tables, language)
ready = time.process_time(), time.perf_counter()
print(loaded[0] - start[0], loaded[1] - start[1], ready[0] - loaded[0], ready[1] - loaded[1])
"""


def loading() -> tuple[tuple[float, float], tuple[float, float]]:
    """Seconds that a new process takes to load the tables, and to make gazetteers of three languages of them."""
    told = subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True).stdout.split()
    cpu, wall, more_cpu, more_wall = map(float, told)
    return (cpu, wall), (more_cpu, more_wall)


def main() -> None:
    """Print the figures of this machine."""
    line("sco-graph --help (best of 5)", min(timed("--help") for _ in range(5)), "aim: under 0.2 s CPU")
    tables, gazetteers = (min(each) for each in zip(*(loading() for _ in range(3)), strict=True))
    line("authority tables loaded (best of 3)", tables, "aim: under 2 s")
    line("gazetteers of three languages (best of 3)", gazetteers, "aim: under 0.5 s")
    asked = ("ask", "post-holder", "--post", "外长", "--at", "CN", "--date", "2020-04-29")
    line("ask post-holder (best of 3)", min(timed(*asked) for _ in range(3)), "from start to answer")
    with tempfile.TemporaryDirectory() as folder:
        store, out = Path(folder, "store"), Path(folder, "exports")
        build = ("build", str(ROOT / "data" / "documents"), "--store", str(store), "--out", str(out))
        line("build of the sample corpus, cold", timed(*build), "aim: under 15 s wall")
        before = hashlib.sha256((out / "graph.nq").read_bytes()).hexdigest()
        line("build again, unchanged", timed(*build), "aim: under 2 s wall")
        timed("export", "--store", str(store), "--out", str(out))
        after = hashlib.sha256((out / "graph.nq").read_bytes()).hexdigest()
        print(f"{'quads the same':44}{'yes' if before == after else 'NO'}")


if __name__ == "__main__":
    main()
