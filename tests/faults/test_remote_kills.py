"""A build into a server is killed, again and again: the next gives the quads that an undisturbed one gives in a folder.

Counts are printed; SCO_GRAPH_KILLS sets how many kills (50) the small server sees; Virtuoso sees a fifth of them.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from sco_graph.graph.store import Store
from sco_graph.manifest import beside
from tests.faults.killing import cut_short, note_left
from tests.servers import small
from tests.servers.virtuoso import Virtuoso, empty

from .test_kills import DOCUMENTS, KILLS, corpus, environment

pytestmark = pytest.mark.slow


def command(documents: Path, store: str) -> list[str]:
    build = ["build", str(documents), "--store", store, "--no-exports", "--workers", "1"]
    return [sys.executable, "-m", "sco_graph", *build]


def contents(store: Path | str) -> list[str]:
    with Store(store, read_only=True) as found:
        return [str(quad) for quad in found.quads()]


def held(address: str) -> int:
    with Store(address, read_only=True) as found:
        return len(found.documents())


def texts(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "texts").glob("*"))


def await_text(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until a build has kept the text of one more document, after which it writes, or has ended."""
    before = len(texts(folder))
    while process.poll() is None and len(texts(folder)) <= before:
        time.sleep(0.005)


def killed(address: str, kills: int, tmp_path: Path, clear: object) -> Counter[str]:
    """Builds, each killed, with one to the end after every ten; what became of them."""
    assert callable(clear)
    documents, whole = corpus(tmp_path / "in"), tmp_path / "whole"
    given = {"cwd": tmp_path, "env": environment(), "capture_output": True, "check": True}
    subprocess.run(command(documents, str(whole)), **given)  # type: ignore[call-overload]  # the same each time
    start = time.monotonic()
    subprocess.run(command(documents, address), **given)  # type: ignore[call-overload]
    lasts, expected, counts = time.monotonic() - start, contents(whole), Counter[str]()
    assert contents(address) == expected
    chosen, records = random.Random(7), tmp_path / beside(address)
    for number in range(kills):
        if number % 5 == 0 or held(address) == DOCUMENTS:
            clear()
        with subprocess.Popen(
            command(documents, address),
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            if number % 3:
                # Two in three fall while documents are written: the rest of the time is the start.
                for path in (records / "texts").glob("*"):
                    path.unlink()
                await_text(process, records)
            cut_short(process, chosen.uniform(0, lasts / 6 if number % 3 else lasts), counts)
        note_left(held(address), DOCUMENTS, counts)
        if number % 5 == 4 or number == kills - 1:
            subprocess.run(command(documents, address), **given)  # type: ignore[call-overload]
            assert contents(address) == expected
            counts["built to the end, as undisturbed"] += 1
    return counts


def told(capsys: pytest.CaptureFixture[str], server: str, counts: Counter[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{server}: {', '.join(f'{name} {n}' for name, n in sorted(counts.items()))}\n")


def test_kills_of_a_load_into_a_server(lake: small.Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = killed(lake.query, KILLS, tmp_path, lake.store.clear)
    told(capsys, f"{KILLS} builds into a small server", counts)
    assert counts["killed"] > KILLS // 5


def test_kills_of_a_load_into_virtuoso(virtuoso: Virtuoso, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kills = max(2, KILLS // 5)
    counts = killed(virtuoso.query, kills, tmp_path, lambda: empty(virtuoso))
    told(capsys, f"{kills} builds into Virtuoso", counts)
    assert counts["killed"] > kills // 5
