"""Whole stores in other folders: copied at one moment beside a writer, put in place at once, read where they lie."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoreUnavailable, UnwritableOutput
from . import folder


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder to fill, which becomes ``target`` when all is done; else nothing stays of it.

    Raises UnwritableOutput when ``target`` is there already or cannot be made.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UnwritableOutput(str(target), "there is something in it", "Choose a new folder.")
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        yield part
        part.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnwritableOutput(str(target), reason, "Choose another folder, or make room there.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def copy_data(store: Path, target: Path) -> None:
    """Copy the database of a store into a folder that becomes one, as it is at this moment; nothing is shared."""
    with folder.moment(store) as copy:
        shutil.copytree(copy, target / "data")
    (target / "format.json").write_text(json.dumps({"format": folder.FORMAT}) + "\n", "utf-8")
    folder.seal(target)


def link_data(store: Path, target: Path) -> None:
    """The same for a folder on the store's disk: files that never change are shared, which costs next to nothing."""
    with folder.moment(store) as copy:
        shutil.copytree(copy, target / "data", copy_function=_linked)
    (target / "format.json").write_text(json.dumps({"format": folder.FORMAT}) + "\n", "utf-8")
    folder.seal(target)


def _linked(source: str, target: str) -> None:
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


def must_be_a_store(place: Path) -> None:
    """Raise StoreUnavailable where a folder holds no store, or none that can be read."""
    with folder.snapshot(place) as found:
        try:
            len(found)
        except (OSError, RuntimeError) as error:
            what = f"its data cannot be read ({error})"
            raise StoreUnavailable(str(place), what, "Choose another backup.") from error
