"""A build is killed, again and again, at moments that nobody chose: the next gives what an undisturbed one gives.

Counts are printed; SCO_GRAPH_KILLS sets how many kills (50).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from sco_graph.graph.store import Store
from tests.cli.conftest import CALL
from tests.faults.killing import cut_short, note_left

DOCUMENTS = 120
KILLS = int(os.environ.get("SCO_GRAPH_KILLS", "50"))


def corpus(folder: Path) -> Path:
    """Releases that tell, three by three, of one call each, so that derived graphs change with every batch."""
    folder.mkdir()
    for number in range(DOCUMENTS):
        day = f"{number // 3 % 28 + 1} марта 20{10 + number // 84}"
        text = CALL.replace("4 марта 2021", day).replace("example.org/call", f"example.org/call-{number}")
        (folder / f"call-{number:03}.md").write_text(f"{text}\nСообщение {number}.\n", "utf-8")
    return folder


def command(documents: Path, store: Path) -> list[str]:
    build = ["build", str(documents), "--store", str(store), "--no-exports", "--workers", "2"]
    return [sys.executable, "-m", "sco_graph", *build]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}


def contents(store: Path) -> tuple[list[str], list[str], str]:
    with Store(store, read_only=True) as found:
        quads = [str(quad) for quad in found.quads()]
    texts = sorted(path.name for path in (store / "texts").iterdir())
    return quads, texts, (store / "files.json").read_text("utf-8")


def held(store: Path) -> int:
    """How many documents a killed build has left; 0 where it left no store."""
    if not (store / "data" / "CURRENT").exists():
        return 0
    with Store(store, read_only=True) as found:
        return len(found.documents())


def await_text(process: subprocess.Popen[bytes], store: Path) -> None:
    """Wait until a build has kept the text of one more document, or has ended."""
    texts = store / "texts"
    before = len(list(texts.iterdir())) if texts.exists() else 0
    while process.poll() is None and (len(list(texts.iterdir())) if texts.exists() else 0) <= before:
        time.sleep(0.005)


@pytest.mark.slow
def test_kills_lose_nothing_and_double_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents, store = corpus(tmp_path / "in"), tmp_path / "store"
    whole = tmp_path / "whole"
    start = time.monotonic()
    subprocess.run(command(documents, whole), check=True, capture_output=True, env=environment())
    lasts = time.monotonic() - start
    expected, chosen, counts = contents(whole), random.Random(7), Counter[str]()
    for number in range(KILLS):
        # Every tenth begins anew, so that kills also fall into the making of the store and of the tables; so does
        # whatever follows a build that had ended, since there is nothing left to kill.
        if store.exists() and (number % 10 == 0 or held(store) == DOCUMENTS):
            store.rename(tmp_path / f"left-{number}")
        with subprocess.Popen(
            command(documents, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
        ) as process:
            if number % 3:
                # Two in three fall while documents are written: the rest of the time is the start.
                await_text(process, store)
            cut_short(process, chosen.uniform(0, lasts / 8 if number % 3 else lasts), counts)
        note_left(held(store), DOCUMENTS, counts)
        if number % 10 == 9:
            subprocess.run(command(documents, store), check=True, capture_output=True, env=environment())
            assert contents(store) == expected
            counts["built to the end, as undisturbed"] += 1
    told = ", ".join(f"{name} {n}" for name, n in sorted(counts.items()))
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} builds of {lasts:.0f} s: {told}\n")
    # How many fall in time depends on the machine: that some do is enough, what they leave was compared above.
    assert counts["killed"] > KILLS // 5
