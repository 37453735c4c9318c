"""A process that is killed while it writes leaves the old state or the new one, never a mixture."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from sco_graph.graph.mapping import Said, said
from sco_graph.graph.store import Store
from sco_graph.model import Mode

from .fictional import document, facts

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from fictional import document, facts
from sco_graph.graph.store import Store
from sco_graph.model import Mode
note = document()
with Store(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    for _ in range(10_000):
        for mode in (Mode.VIDEO, Mode.PHONE):
            store.replace_document(note, facts(note, mode=mode), mode.value)
"""


def state(mode: Mode) -> list[str]:
    note = document()
    with Store() as store:
        store.replace_document(note, facts(note, mode=mode), mode.value)
        return [str(quad) for quad in store.quads()]


@pytest.mark.slow
def test_a_kill_tears_nothing(tmp_path: Path) -> None:
    allowed = [state(Mode.VIDEO), state(Mode.PHONE)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", WRITER, str(tmp_path), str(Path(__file__).parent)]
    pauses = random.Random(7)
    seen = set()
    for _ in range(15):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.05 + pauses.random() / 10)
            process.kill()
        with Store(tmp_path) as store:
            found = [str(quad) for quad in store.quads()]
        assert found in allowed
        seen.add(allowed.index(found))
    assert seen == {0, 1}


MANY = 60
MANY_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_crash import batch
from sco_graph.graph.store import Store
with Store(Path(sys.argv[1])) as store:
    for number in range(1_000):
        made = batch(number)
        print("ready", flush=True)
        store.put(made)
"""


def batch(number: int) -> list[Said]:
    """Documents of so many quads that the engine's loader takes them."""
    notes = [document(f"note-{number}-{count}") for count in range(MANY)]
    return [said(note, facts(note)) for note in notes]


@pytest.mark.slow
def test_a_kill_tears_no_batch_that_the_loader_takes(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(Path(__file__).parents[2])])}
    writer = MANY_WRITER.replace("from test_crash", f"from {__name__}")
    pauses, left = random.Random(7), Counter[int]()
    for number in range(6):
        command = [sys.executable, "-c", writer, str(tmp_path / str(number)), str(Path(__file__).parent)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            for _ in range(1 + number % 2):
                assert process.stdout.readline() == "ready\n"
            time.sleep(pauses.random() * 0.9)
            process.kill()
        with Store(tmp_path / str(number)) as store:
            whole, over = divmod(len(store.documents()), MANY)
            found = set(map(str, store.quads()))
        assert not over
        with Store() as undisturbed:
            for done in range(whole):
                undisturbed.put(batch(done))
            assert found == set(map(str, undisturbed.quads()))
        left[whole] += 1
    assert len(left) > 1
