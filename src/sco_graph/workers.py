"""Work on many items in several processes, with the results in the order of the items.

A process is started anew (``spawn``), gets the work once and then one item after the other. One
that dies is replaced, and its item tried once more: a process that somebody killed costs nothing, an item that
kills is given up.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from types import TracebackType
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

FEW = 64
"""So many items are done in the time that it takes to start processes."""
_AHEAD = 64
_MOST = 8


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result: the process that worked on the item ended, twice."""

    reason: str


def in_order(
    work: Callable[[A], B], items: Iterable[A], workers: int | None = None
) -> Generator[tuple[A, B | Lost], None, None]:
    """Each item with what ``work`` makes of it, in order; at most 64 items a process are under way.

    ``work`` and items are pickled. ``workers`` 1 works in this process, whose errors are then its own; None
    chooses: as many as there are cores, at most eight, and one where there are few items.

    >>> list(in_order(len, ["a", "bc"]))
    [('a', 1), ('bc', 2)]
    """
    rest = iter(items)
    if workers is None:
        first = list(islice(rest, FEW))
        workers = 1 if len(first) < FEW else min(_cores(), _MOST)
        rest = chain(first, rest)
    if workers > 1:
        yield from _side_by_side(work, rest, workers)
    else:
        yield from ((item, work(item)) for item in rest)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _side_by_side(work: Callable[[A], B], items: Iterable[A], workers: int) -> Iterator[tuple[A, B | Lost]]:
    waiting: deque[tuple[A, Future[B | Lost]]] = deque()
    with _Crew(work, workers) as crew:
        for item in items:
            waiting.append((item, crew.begin(item)))
            while waiting and (len(waiting) >= _AHEAD * workers or waiting[0][1].done()):
                done, result = waiting.popleft()
                yield done, result.result()
        for done, result in waiting:
            yield done, result.result()


class _Worker(Generic[A, B]):
    """A process and the line to it."""

    def __init__(self, work: Callable[[A], B]) -> None:
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()

    def do(self, item: A) -> B:
        """What the process makes of an item. Raises EOFError or OSError when it ends instead."""
        self._line.send(item)
        result: B = self._line.recv()
        return result

    def end(self) -> str:
        """Stop the process, and say how it ended."""
        self._line.close()
        self.process.join(0.2)
        code = self.process.exitcode
        self.process.kill()
        self.process.join()
        return f"by signal {signal.Signals(-code).name}" if code and code < 0 else f"with code {code}"


class _Crew(Generic[A, B]):
    """Workers, each with a thread that waits for it."""

    def __init__(self, work: Callable[[A], B], workers: int) -> None:
        self._work = work
        self._threads = ThreadPoolExecutor(workers, "worker")
        self._idle: SimpleQueue[_Worker[A, B] | None] = SimpleQueue()
        self._ended = False
        for _ in range(workers):
            self._idle.put(None)
        self._workers: set[_Worker[A, B]] = set()

    def begin(self, item: A) -> Future[B | Lost]:
        """Have an item done by the next worker that is idle."""
        return self._threads.submit(self._done, item)

    def _done(self, item: A) -> B | Lost:
        worker, reason = self._idle.get(), ""
        try:
            for _ in range(2):
                if self._ended:
                    break
                worker = worker or self._hired()
                try:
                    return worker.do(item)
                except (EOFError, OSError):
                    reason = worker.end()
                    self._workers.discard(worker)
                    worker = None
        finally:
            self._idle.put(worker)
        return Lost(reason)

    def _hired(self) -> _Worker[A, B]:
        worker = _Worker(self._work)
        self._workers.add(worker)
        return worker

    def __enter__(self) -> _Crew[A, B]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        # Threads wait for workers: when these are gone, so are those.
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in list(self._workers):
            worker.process.kill()
        self._threads.shutdown()
        for worker in list(self._workers):
            worker.end()


def _serve(line: Connection, work: Callable[[A], B]) -> None:
    """Answer items until the line is closed. What stops all is the business of the process that leads."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            item: A = line.recv()
        except EOFError:
            return
        line.send(work(item))
