"""A process that is killed while it writes leaves the old state or the new one, never a mixture."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

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
