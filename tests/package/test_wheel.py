"""The wheel works outside a checkout: in an empty environment, in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(*command: str, cwd: Path) -> str:
    # Neither the checkout's source nor its environment may leak in.
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=clean, check=False, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an empty environment into which only the wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(root), cwd=folder)
    (wheel,) = folder.glob("sco_graph-*.whl")
    venv.create(folder / "env", with_pip=True)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    run(str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel), cwd=folder)
    return scripts


def test_the_wheel_builds_its_sample_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    told = run(str(installed / "sco-graph"), "build", cwd=tmp_path)
    assert "documents built" in told
    assert (tmp_path / ".sco-graph").is_dir()
    assert (tmp_path / "exports" / "network.html").stat().st_size > 100_000
    query = "SELECT ?label { ?meeting a sco:Meeting ; skos:prefLabel ?label }"
    names = run(str(installed / "sco-graph"), "sparql", query, cwd=tmp_path)
    assert "20" in names


def test_the_package_is_typed_and_carries_no_tests(installed: Path, tmp_path: Path) -> None:
    code = "import sco_graph, pathlib; print(*(p.name for p in pathlib.Path(sco_graph.__file__).parent.iterdir()))"
    names = run(str(installed / "python"), "-c", code, cwd=tmp_path).split()
    assert {"py.typed", "ontology", "data"} <= set(names)
    assert "tests" not in names
