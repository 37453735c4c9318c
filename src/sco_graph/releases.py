"""States of a store that are kept under a name, and what is other between two of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from .errors import UnknownEntity, UnwritableOutput
from .graph import comparing, copies, summary
from .graph.store import Store
from .model import Table, Term

NOW = "now"
"""Name of the state that the store is in."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
COLUMNS = ("name", "made", "documents")


def keep(store_folder: Path, name: str) -> int:
    """Keep the state that a store is in, also beside a build, under a name; gives the number of documents.

    Data files never change and are shared with the store: a release costs the room of what the store later replaces.
    """
    if not _NAME.fullmatch(name) or name == NOW:
        raise UnwritableOutput(name, "this is no name for a release", "Use letters, digits, dots and hyphens.")
    with copies.new_folder(_home(store_folder) / name) as part:
        copies.link_data(store_folder, part)
        with Store(part, read_only=True) as store:
            number = len(store.documents())
        made = datetime.now(UTC).isoformat(timespec="seconds")
        (part / "release.json").write_text(json.dumps({"made": made, "documents": number}) + "\n", "utf-8")
    return number


def kept(store_folder: Path) -> Table:
    """The releases of a store, the oldest first."""
    rows = []
    for path in _home(store_folder).glob("*/release.json"):
        told = json.loads(path.read_text("utf-8"))
        rows.append((path.parent.name, str(told["made"]), str(told["documents"])))
    ordered = sorted(rows, key=lambda row: (row[1], row[0]))
    return Table(columns=COLUMNS, rows=tuple(tuple(Term(value=cell) for cell in row) for row in ordered))


def compare(store_folder: Path, before: str, after: str = NOW) -> Table:
    """What is other between two releases, one row a property; ``now`` is the store itself. Raises UnknownEntity."""
    with _opened(store_folder, before, after) as (one, other):
        return comparing.as_table(comparing.differences(one, other))


def summarise(store_folder: Path, before: str, after: str = NOW) -> Table:
    """The same in words, one row an interaction, statement, entity or row of a table."""
    with _opened(store_folder, before, after) as (one, other):
        return summary.as_table(summary.lines(one, other))


def compare_as_turtle(store_folder: Path, before: str, after: str = NOW) -> str:
    """The same as change sets in Turtle."""
    with _opened(store_folder, before, after) as (one, other):
        return comparing.as_turtle(comparing.differences(one, other))


@contextmanager
def _opened(store_folder: Path, before: str, after: str) -> Iterator[tuple[Store, Store]]:
    with ExitStack() as stores:
        one, other = (
            stores.enter_context(Store(_place(store_folder, name), read_only=True)) for name in (before, after)
        )
        yield one, other


def _place(store_folder: Path, name: str) -> Path:
    place = store_folder if name == NOW else _home(store_folder) / name
    if name != NOW and not (_NAME.fullmatch(name) and place.is_dir()):
        raise UnknownEntity(name, "there is no such release", "`sco-graph release` lists them; make one with a name.")
    return place


def _home(store_folder: Path) -> Path:
    return store_folder / "releases"
