"""Fixtures that many tests share, and the rule that CI skips nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import small
from tests.servers import virtuoso as real

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of material that lies outside the project: texts and facts of third parties."""
    folder = Path(os.environ.get("SCO_GRAPH_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"{folder.name}/ is not beside the checkout; set SCO_GRAPH_SHARED to its path")
    return folder


@pytest.fixture
def lake(monkeypatch: pytest.MonkeyPatch) -> Iterator[small.Server]:
    """A small SPARQL server of our own, empty, whose services the environment names."""
    with small.serving() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[real.Virtuoso]:
    """A real Virtuoso, started once a session."""
    with real.running(tmp_path_factory.mktemp("virtuoso"), ROOT) as server:
        yield server


@pytest.fixture
def virtuoso(virtuoso_server: real.Virtuoso, monkeypatch: pytest.MonkeyPatch) -> real.Virtuoso:
    """The real Virtuoso, emptied; the environment names who asks."""
    for name, value in virtuoso_server.environment.items():
        monkeypatch.setenv(name, value)
    real.empty(virtuoso_server)
    return virtuoso_server


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failure: nothing may go unseen there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if reporter and os.environ.get("CI") == "true" and skipped and exitstatus == pytest.ExitCode.OK:
        for report in skipped:
            reporter.write_line(f"skipped, which CI does not allow: {report.nodeid}: {report.longrepr}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
