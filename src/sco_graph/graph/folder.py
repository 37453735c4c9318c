"""A store's folder on disk: its format, its owner, and snapshots for readers.

::

    .sco-graph/
        format.json     version of this layout
        lock.json       who writes: process, host, command
        seal.json       how long the database's list of files is
        data/           the database, which holds the lock that counts
        snapshots/      what readers beside a writer look at
        inferred/       a folder like this one: all there is, and what a reasoner made of it

The database's own lock is held by the operating system and falls with its process,
also when that is killed; ``lock.json`` only names the owner, and one that a dead
process left is overwritten.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox

from ..errors import StoreUnavailable

FORMAT = 2
"""1: the first. 2: earlier versions of documents are kept, in ``texts/`` and in ``provenance``."""
_READABLE = frozenset({1, FORMAT})
MEND = "Put it away, and `sco-graph restore` a backup or build it again."
"""What helps when data is damaged."""
_TRIES, _PAUSE = 40, 0.05


def open_for_writing(folder: Path) -> ox.Store:
    """Open the database of a folder, make both if they are missing, and name this process as the owner.

    Raises StoreUnavailable when another process writes, when the folder is of another
    version, or when it holds something else.
    """
    with _readable(folder):
        if not (folder / "format.json").exists():
            _begin(folder)
        found = _check_format(folder)
        _refuse_a_torso(folder)
        try:
            store = ox.Store(str(folder / "data"))
        except (OSError, RuntimeError) as error:
            raise _refusal(folder, error) from error
        _write_json(folder / "lock.json", _owner())
        if found != FORMAT:
            # What format 1 holds is right in format 2 as it is; a program of format 1 must not touch it any more.
            _write_json(folder / "format.json", {"format": FORMAT})
        _sweep(folder)
    return store


def inferred(folder: Path) -> Path:
    """The folder below a store's that holds it with what was inferred. Raises StoreUnavailable when nothing was."""
    below = folder / "inferred"
    if (folder / "format.json").exists() and not (below / "format.json").exists():
        raise StoreUnavailable(str(folder), "nothing has been inferred", "Run `sco-graph infer`.")
    return below if below.exists() else folder


@contextmanager
def renewed(folder: Path) -> Iterator[Path]:
    """A new folder to infer into, which takes the place of the old one when all is done; else nothing changes.

    A process killed in the middle leaves the old one, or none.
    """
    for left in folder.glob("inferred-*"):
        shutil.rmtree(left, ignore_errors=True)
    with _readable(folder):
        new = Path(tempfile.mkdtemp(prefix="inferred-", dir=folder))
        _write_json(new / "format.json", {"format": FORMAT})
    try:
        yield new
        with _readable(folder):
            old = new.with_name(f"{new.name}-old")
            with suppress(FileNotFoundError):
                (folder / "inferred").rename(old)
            new.rename(folder / "inferred")
            shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def release(folder: Path) -> None:
    """Take back the owner's name; the database's lock falls when its object goes."""
    with suppress(OSError):
        seal(folder)
    (folder / "lock.json").unlink(missing_ok=True)


@contextmanager
def snapshot(folder: Path) -> Iterator[ox.Store]:
    """The database as it is now, for reading, beside a writer or alone. Raises as :func:`moment` does."""
    with moment(folder) as copy:
        yield _opened(copy, folder)


@contextmanager
def moment(folder: Path) -> Iterator[Path]:
    """A copy of the database's files as they are at one moment, which goes when it is done with.

    Files that never change are linked, the few that grow are copied; if one grew
    meanwhile it is done again, so that the copy is one moment of the store. Raises
    StoreUnavailable when there is no store, or when a writer leaves no quiet moment.
    """
    with _readable(folder):
        if not (folder / "format.json").exists():
            raise StoreUnavailable(str(folder), "there is no store", "Make one with `sco-graph build`.")
        _check_format(folder)
        _refuse_a_torso(folder)
        if not (folder / "data" / "CURRENT").exists():
            # A build was killed while it made the database, or is about to make it.
            raise StoreUnavailable(str(folder), "there is no store yet", "Make it with `sco-graph build`.")
        copy = _room(folder)
    try:
        with _readable(folder):
            _copy_quietly(folder / "data", copy, folder)
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _opened(copy: Path, folder: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(copy))
    except (OSError, RuntimeError) as error:
        raise _refusal(folder, error) from error


def _begin(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise StoreUnavailable(str(folder), "it is a folder with other things in it", "Choose an empty or a new one.")
    _write_json(folder / "format.json", {"format": FORMAT})


def _check_format(folder: Path) -> int:
    try:
        found = int(json.loads((folder / "format.json").read_text("utf-8"))["format"])
    except (ValueError, TypeError, KeyError) as error:
        raise StoreUnavailable(str(folder / "format.json"), "it is damaged", _rebuild(folder)) from error
    if found not in _READABLE:
        what = f"the store is of format {found}, this program reads format {FORMAT}"
        newer = "Update the program (`pip install --upgrade sco-graph`), or build into another folder with --store."
        raise StoreUnavailable(str(folder), what, newer if found > FORMAT else _rebuild(folder))
    return found


def seal(folder: Path) -> None:
    """Note how long the file is that lists the database's files: the engine takes a shorter one for an older state."""
    current = folder / "data" / "CURRENT"
    if current.exists():
        head = current.with_name(current.read_text("utf-8").strip())
        _write_json(folder / "seal.json", {"file": head.name, "size": head.stat().st_size})


def _refuse_a_torso(folder: Path) -> None:
    """Data without its head, or with half of one: the engine would go on with less, and sweep the rest away."""
    data = folder / "data"
    try:
        head = (data / "CURRENT").read_text("utf-8").strip()
        sealed = json.loads((folder / "seal.json").read_text("utf-8"))
        # A writer that was killed has begun another head; the seal tells nothing of that one.
        torn = sealed["file"] == head and (data / head).stat().st_size < sealed["size"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        torn = False
    if torn:
        raise StoreUnavailable(str(folder), f"its data cannot be read (data/{head} is cut off)", _rebuild(folder))
    if not (data / "CURRENT").exists() and any(data.glob("*.sst")):
        raise StoreUnavailable(str(folder), "its data cannot be read (data/CURRENT is missing)", _rebuild(folder))


def _rebuild(folder: Path) -> str:
    return f"Remove the folder and build it again, or `sco-graph restore` a backup: `sco-graph build --store {folder}`."


def _refusal(folder: Path, error: OSError | RuntimeError) -> StoreUnavailable:
    if "lock" not in str(error).lower():
        return StoreUnavailable(str(folder), f"its data cannot be read ({error})", _rebuild(folder))
    return StoreUnavailable(str(folder), f"{_holder(folder)} is writing to it", "Wait for it, or choose another store.")


def _holder(folder: Path) -> str:
    try:
        owner = json.loads((folder / "lock.json").read_text("utf-8"))
        return f"process {owner['pid']} on {owner['host']} (`{owner['command']}`)"
    except (OSError, ValueError, TypeError, KeyError):
        return "another process"


def _owner() -> dict[str, object]:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]) if sys.argv else sys.executable
    return {"pid": os.getpid(), "host": socket.gethostname(), "command": command}


@contextmanager
def _readable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable(str(folder), f"the folder cannot be used ({reason})", "Choose another store.") from error


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content) + "\n", "utf-8")


def _room(folder: Path) -> Path:
    """A new folder on the same disk, so that files can be linked, or elsewhere if that one is not writable."""
    try:
        (folder / "snapshots").mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=folder / "snapshots"))
    except OSError:
        return Path(tempfile.mkdtemp(prefix="sco-graph-"))


def _sweep(folder: Path) -> None:
    """Remove what killed readers left: snapshots untouched for a day."""
    for left in (folder / "snapshots").glob("*-*"):
        if time.time() - left.stat().st_mtime > 86_400:
            shutil.rmtree(left, ignore_errors=True)


def _copy_quietly(source: Path, target: Path, folder: Path) -> None:
    for _ in range(_TRIES):
        before = _sizes(source)
        if _copied(source, target, before) and _sizes(source) == before:
            return
        shutil.rmtree(target)
        target.mkdir()
        time.sleep(_PAUSE)
    raise StoreUnavailable(str(folder), f"{_holder(folder)} writes without a pause", "Try again when it has ended.")


def _sizes(source: Path) -> dict[str, int]:
    """Name and size of each file that holds data: a write adds to one of them."""
    found = {}
    for entry in os.scandir(source):
        if not entry.name.startswith(("LOG", "LOCK")):
            with suppress(FileNotFoundError):
                found[entry.name] = entry.stat().st_size
    return found


def _copied(source: Path, target: Path, names: dict[str, int]) -> bool:
    try:
        for name in names:
            _link_or_copy(source / name, target / name)
    except FileNotFoundError:
        return False
    return True


def _link_or_copy(source: Path, target: Path) -> None:
    if source.suffix == ".sst":
        try:
            target.hardlink_to(source)
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copyfile(source, target)
    else:
        shutil.copyfile(source, target)
