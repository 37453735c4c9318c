"""The build as a whole: what runs on the cluster in which order, and the store that is made of it here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..distant import Folder
from ..errors import ClusterFailed, MissingDependency
from ..extraction import RULES_VERSION
from ..graph import copies
from ..graph.loading import load
from ..graph.store import Store
from ..graph.validation import validate
from ..intake import Census, Progress
from ..manifest import Manifest
from ..pipeline import BuildReport, write_exports
from ..reading import known
from . import tasks
from .plan import PART, Done, Part, Work, admitted, fingerprint, parts, read_done
from .sources import listed

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")
SHARES = 64
"""So many shares of keys are derived apart."""
_FILES = 500
LOCAL = "local"
"""In place of an address: a cluster of processes on this machine."""


def build(
    given: Sequence[str],
    store_folder: Path,
    shards: str,
    address: str,
    out: Path | None = None,
    progress: Progress | None = None,
    *,
    tables: Sequence[Path] = (),
    columns: Mapping[str, str] | None = None,
    least: float = 0.0,
    workers: int | None = None,
    shares: int = SHARES,
    size: int = PART,
    wait: float = 20,
) -> BuildReport:
    """Fill a new store with what documents say that a Dask cluster reads; the same as ``pipeline.build`` makes.

    ``given`` are paths that every machine of the cluster sees, or addresses (``s3://bucket/releases``); ``shards``
    is a folder that all reach, too, by path or address; what it holds of an earlier run that was cut off is not
    made again. ``address`` is that of the scheduler, or ``local`` for ``workers`` processes here. ``size`` documents
    are one task, ``wait`` seconds are given to a scheduler to answer. A process that ends is replaced, and its task
    done again. Raises ClusterFailed, UnreachableFolder, UnwritableOutput, MissingDependency.
    """
    authority = known(*tables)
    work = Work(
        shards=shards,
        shares=shares,
        rules=f"{RULES_VERSION} min-score {least:g}" if least > 0 else RULES_VERSION,
        tables=authority.version,
        overlays=len(tables),
        columns=dict(columns or {}),
        least=least,
    )
    census = Census()
    with copies.new_folder(store_folder) as place:
        with _client(address, workers, wait) as client:
            _send_tables(tables, work.folder)
            planned = _planned(client, given, work, census, size)
            done = _read(client, planned, work, progress)
            _derived(client, planned, done, work)
        load(place, authority, _shards(planned, work))
        keys = [key for part in planned for key in part.keys]
        _keep_texts(planned, work, Manifest(place))
        Manifest(place).write({key: census.seen[key] for key in sorted(keys)}, census.rejected)
    with Store(store_folder) as store:
        violations = validate(store, sorted(name for one in done for name in one.doubtful))
        exports = write_exports(store, out) if out else ()
    counts = Counter[str]()
    for one in done:
        counts.update(one.counts)
    return BuildReport(
        built=tuple(keys),
        unchanged=(),
        removed=(),
        rejected=tuple(census.rejected),
        duplicates=tuple(census.duplicates),
        notes=tuple(census.notes),
        violations=violations,
        counts=tuple(sorted(counts.items())),
        exports=exports,
    )


@contextmanager
def _client(address: str, workers: int | None, wait: float) -> Iterator[Client]:
    try:
        from distributed import Client, LocalCluster
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        remedy = "pip install 'sco-graph[cluster]'."
        raise MissingDependency(address, "Dask is not installed", remedy) from error
    try:
        if address == LOCAL:
            with (
                LocalCluster(n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as here,
                Client(here) as client,
            ):
                yield client
        else:
            with Client(address, timeout=wait) as client:
                yield client
    except KilledWorker as error:
        what = f"a task ended its process again and again ({error.task})"
        raise ClusterFailed(address, what, "Look at the log of the workers; memory may be short.") from error
    except OSError as error:
        remedy = "Start one: `dask scheduler`, and `dask worker ADDRESS --nthreads 1` on each machine."
        raise ClusterFailed(address, f"no cluster answers ({error})", remedy) from error


def _send_tables(tables: Sequence[Path], folder: Folder) -> None:
    """Put the user's own tables where every process finds them."""
    for number, path in enumerate(tables):
        for file in sorted(path.rglob("*")):
            if file.is_file():
                folder.write(f"authority/{number}/{file.relative_to(path).as_posix()}", file.read_bytes())


def _planned(client: Client, given: Sequence[str], work: Work, census: Census, size: int) -> list[Part]:
    """Which documents there are, each text and each key once, in parts."""
    found = list(listed(given))
    chunks = [found[at : at + _FILES] for at in range(0, len(found), _FILES)]
    futures = [client.submit(tasks.survey, chunk, work.columns, pure=False) for chunk in chunks]
    surveyed = (one for future in futures for one in future.result())
    return list(parts(admitted(surveyed, census), work, size))


def _read(client: Client, planned: Sequence[Part], work: Work, progress: Progress | None) -> list[Done]:
    """Have each part read that was not read before; what was done, part by part."""
    done = {
        part.number: found
        for part in planned
        if (found := read_done(work.folder, f"read-{part.name}", part.fingerprint))
    }
    left = [part for part in planned if part.number not in done]
    for part, result in _as_done(client, tasks.read, [(part, work) for part in left]):
        done[part[0].number] = result
        if progress:
            progress(len(done), len(planned), f"part {part[0].name}")
    return [done[part.number] for part in planned]


def _as_done(
    client: Client, task: Callable[..., T], given: Sequence[tuple[Any, ...]]
) -> Iterator[tuple[tuple[Any, ...], T]]:
    """Results of a task in the order in which they come, with what each was given."""
    from distributed import as_completed

    futures = {client.submit(task, *one, pure=False): one for one in given}
    try:
        for future in as_completed(list(futures)):
            yield futures[future], future.result()
    finally:
        client.cancel(list(futures))


def _derived(client: Client, planned: Sequence[Part], done: Sequence[Done], work: Work) -> None:
    """Have entities derived, share by share, then interactions, which name them."""
    whole = fingerprint(*(part.fingerprint for part in planned))
    files = [f"dealt-{part.name}" for part in planned]
    blocks = list(zip(files, done, strict=True))
    left = [number for number in range(work.shares) if not read_done(work.folder, f"entities-{number:05}", whole)]
    given = [
        (number, _of(blocks, f"mentions-{number}"), _of(blocks, f"asked-{number}"), work, whole) for number in left
    ]
    for _ in _as_done(client, tasks.entities, given):
        pass
    named = [
        (f"labels-{number:05}", found)
        for number in range(work.shares)
        if (found := read_done(work.folder, f"entities-{number:05}", whole))
    ]
    left = [number for number in range(work.shares) if not read_done(work.folder, f"interactions-{number:05}", whole)]
    given = [
        (number, _of(blocks, f"accounts-{number}"), _of(named, f"labels-{number}"), work, whole) for number in left
    ]
    for _ in _as_done(client, tasks.interactions, given):
        pass


def _of(files: Iterable[tuple[str, Done]], label: str) -> list[tasks.Block]:
    found = ((name, done.blocks.get(label)) for name, done in files)
    return [(name, block[0], block[1]) for name, block in found if block]


def _shards(planned: Sequence[Part], work: Work) -> Iterator[bytes]:
    for part in planned:
        yield work.folder.read(f"documents/{part.name}.nq")
    for number in range(work.shares):
        yield work.folder.read(f"entities/{number:05}.nq")
        yield work.folder.read(f"interactions/{number:05}.nq")


def _keep_texts(planned: Sequence[Part], work: Work, manifest: Manifest) -> None:
    for part in planned:
        for line in work.folder.read(f"texts/{part.name}.jsonl").decode().split("\n"):
            if line:
                manifest.keep_text(**json.loads(line))
