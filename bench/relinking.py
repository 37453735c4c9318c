"""What a change of the tables costs: a made-up corpus is built, rows are changed, it is built again and from nothing.

Prints a table and writes JSON; the results of both builds are compared quad by quad. ``make relinking`` takes 2,000.
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
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import synthetic

from sco_graph.graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build after a change: documents, how many were read again, seconds of clock and CPU."""

    change: str
    documents: int
    again: int
    wall: float
    cpu: float
    whole_wall: float
    whole_cpu: float
    same: bool


MEASURED = """
import json, sys
from pathlib import Path
from sco_graph.pipeline import build
paths, store, tables = map(Path, sys.argv[1:])
print(json.dumps(len(build([paths], store, tables=[tables]).built)))
"""


def timed(documents: Path, store: Path, tables: Path) -> tuple[int, float, float]:
    """Build in a process of its own: documents built, seconds of clock and CPU."""
    used, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-c", MEASURED, str(documents), str(store), str(tables)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ).stdout
    wall, now = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return json.loads(told), wall, now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime


def changes(tables: Path, documents: Path) -> Iterator[str]:
    """Change the tables, step by step, each named once it is made; those are changed whom few documents name."""
    texts = [path.read_text("utf-8") for path in sorted(documents.iterdir())]
    officials, tenures, states = (tables / f"{name}.tsv" for name in ("official_names", "tenures", "state_names"))
    rows = [row.split("\t") for row in officials.read_text("utf-8").splitlines()[1:]]
    named = {row[0]: sum(row[3] in text for text in texts) for row in rows if row[1] == "en"}
    one = min((number, key) for key, number in named.items() if number)[1]
    _add(officials, f"{one}\ten\talias\tNobody Nowhere\tsynthetic")
    yield "a name more of one official"
    held = [row for row in tenures.read_text("utf-8").splitlines(keepends=True) if not row.startswith(f"{one}\t")]
    tenures.write_text("".join(held), "utf-8")
    yield "no tenure of this official"
    state = states.read_text("utf-8").splitlines()[2].split("\t")
    states.write_text(states.read_text("utf-8").replace(f"\t{state[3]}\t", f"\tКняжество {state[3]}\t"), "utf-8")
    yield "another name of a state"


def _add(table: Path, row: str) -> None:
    with table.open("a", encoding="utf-8") as stream:
        stream.write(row + "\n")


def quads(store: Path) -> list[str]:
    """All quads of a store, sorted."""
    with Store(store, read_only=True) as opened:
        return sorted(map(str, opened.asserted()))


def measure(count: int, place: Path) -> list[Run]:
    """Build, change, build again; and from nothing."""
    corpus, store, runs = place / "corpus", place / "store", []
    synthetic.write(corpus, count)
    documents, tables = corpus / "documents", corpus / "authority"
    timed(documents, store, tables)
    for number, change in enumerate(changes(tables, documents)):
        again, wall, cpu = timed(documents, store, tables)
        fresh = place / f"fresh-{number}"
        _, whole_wall, whole_cpu = timed(documents, fresh, tables)
        runs.append(
            Run(
                change=change,
                documents=count,
                again=again,
                wall=round(wall, 2),
                cpu=round(cpu, 2),
                whole_wall=round(whole_wall, 2),
                whole_cpu=round(whole_cpu, 2),
                same=quads(store) == quads(fresh),
            )
        )
        print(line(runs[-1]), flush=True)
    size = (store / "inquiries.sqlite").stat().st_size
    print(f"inquiries.sqlite: {size / 1e6:.1f} MB, {size / count / 1000:.1f} kB a document")
    return runs


def line(run: Run) -> str:
    """A run, in one line."""
    return (
        f"{run.change:<32}{run.again:>7,} of {run.documents:,} read again"
        f"{run.cpu:>9.1f} s CPU, whole {run.whole_cpu:.1f} ({run.cpu / run.whole_cpu:.0%});"
        f" {run.wall:.1f} s, whole {run.whole_wall:.1f};"
        f" {'the same quads' if run.same else 'OTHER QUADS'}"
    )


def main() -> None:
    """Measure, print, and write the JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=2_000)
    parser.add_argument("--json", type=Path, default=Path("relinking.json"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = measure(given.count, Path(folder))
    machine = {"cores": os.cpu_count(), "python": platform.python_version()}
    given.json.write_text(json.dumps({"machine": machine, "runs": [asdict(run) for run in runs]}, indent=1) + "\n")
    sys.exit(0 if all(run.same for run in runs) else 1)


if __name__ == "__main__":
    main()
