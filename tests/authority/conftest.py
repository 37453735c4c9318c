"""The tables, read once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sco_graph.authority import Authority, data_folder, load
from sco_graph.authority.gazetteer import Gazetteer
from sco_graph.authority.index import Index


@pytest.fixture(scope="session")
def authority() -> Authority:
    """Our own tables."""
    return load()


@pytest.fixture(scope="session")
def index(authority: Authority) -> Index:
    """Look-ups over our own tables."""
    return Index(authority)


@pytest.fixture(scope="session")
def gazetteers(authority: Authority) -> dict[str, Gazetteer]:
    """A finder a language."""
    return {language: Gazetteer(authority, language) for language in ("ru", "en", "zh")}


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writer of a table of a user's own folder: name, and rows without the header."""
    folder = tmp_path / "project" / "authority"
    folder.mkdir(parents=True)

    def write(table: str, rows: str) -> Path:
        from sco_graph.authority.rows import COLUMNS

        (folder / f"{table}.tsv").write_text("\t".join(COLUMNS[table]) + "\n" + rows, "utf-8")
        return folder

    return write


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of our own tables, to damage."""
    return Path(shutil.copytree(data_folder(), tmp_path / "data" / "authority"))
