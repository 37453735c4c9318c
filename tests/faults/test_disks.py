"""A disk that is full, a folder that may not be written, data that is cut off: one line, and what was there stays."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sco_graph.graph.store import Store
from tests.cli.conftest import Run, releases

from .test_kills import command, corpus, environment


def told(result: subprocess.CompletedProcess[str]) -> str:
    """The one line of a failure."""
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    lines = result.stderr.strip().splitlines()
    assert lines[-1].startswith("sco-graph: ")
    return lines[-1]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB that the tables alone fill; where none can be mounted a folder."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    mounted = shutil.which("mount") and not subprocess.run(mount, capture_output=True, check=False).returncode
    yield place
    if mounted:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def no_large_files() -> None:
    """Let no file of this process grow beyond 2 MB: the nearest thing to a full disk that needs no rights."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))


@pytest.mark.slow
def test_a_disk_that_fills_up_is_told_and_leaves_no_torn_state(small_disk: Path, tmp_path: Path) -> None:
    documents = corpus(tmp_path / "in")
    result = subprocess.run(
        command(documents, small_disk / "store"),
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
        preexec_fn=None if small_disk.is_mount() else no_large_files,
    )
    assert "No space left on device" in told(result) or "Make room" in told(result)
    # Elsewhere, with room, what is left is a store that the next build brings to the end.
    shutil.copytree(small_disk / "store", tmp_path / "moved", ignore=shutil.ignore_patterns("snapshots"))
    for place in ("moved", "whole"):
        subprocess.run(command(documents, tmp_path / place), check=True, capture_output=True, env=environment())
    with Store(tmp_path / "moved", read_only=True) as moved, Store(tmp_path / "whole", read_only=True) as whole:
        assert [str(quad) for quad in moved.quads()] == [str(quad) for quad in whole.quads()]


@pytest.mark.slow
def test_of_two_builds_at_once_the_second_says_who_writes(tmp_path: Path) -> None:
    documents, store = corpus(tmp_path / "in"), tmp_path / "store"
    with subprocess.Popen(
        command(documents, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
    ) as first:
        while not (store / "lock.json").exists():
            assert first.poll() is None
        second = subprocess.run(
            command(documents, store), capture_output=True, text=True, env=environment(), check=False
        )
        assert f"process {first.pid} on " in told(second)
        assert "Wait for it" in told(second)
        assert first.wait() == 0


def test_a_folder_that_may_not_be_written_is_told(run: Run, tmp_path: Path) -> None:
    # A file in the place of the folder refuses even root, whom no permission stops.
    (tmp_path / "taken").write_text("mine")
    documents = releases(tmp_path / "in")
    result = run("build", str(documents), "--no-exports", "--store", str(tmp_path / "taken" / "store"))
    assert result.exit_code == 2
    assert "the folder cannot be used" in result.stderr
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_read_only_folder_is_told(run: Run, tmp_path: Path) -> None:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    locked = Path("/proc") if root else tmp_path / "locked"  # root may write everywhere but there
    if not root:
        locked.mkdir(mode=0o500)
    result = run("build", str(releases(tmp_path / "in")), "--no-exports", "--store", str(locked / "store"))
    assert result.exit_code == 2
    assert "the folder cannot be used" in result.stderr
