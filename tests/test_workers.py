"""Several processes give what one gives, in order; one that dies is replaced, and only its item is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from sco_graph.workers import FEW, Lost, in_order


def square(number: int) -> int:
    return number * number


def process_of(number: int) -> int:
    return os.getpid()


@dataclass(frozen=True)
class Deadly:
    """Dies of one number: always, or (where there is a file to remember it by) only the first time."""

    number: int
    once: Path | None = None

    def __call__(self, number: int) -> int:
        if number == self.number and not (self.once and self.once.exists()):
            if self.once:
                self.once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return -number


def test_order_is_kept() -> None:
    numbers = range(300)
    assert list(in_order(square, numbers, 2)) == [(n, n * n) for n in numbers]
    assert list(in_order(square, numbers, 1)) == [(n, n * n) for n in numbers]


def test_few_items_start_no_process() -> None:
    assert {made for _, made in in_order(process_of, range(FEW - 1))} == {os.getpid()}


def test_many_items_are_worked_on_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_graph.workers._cores", lambda: 2)
    found = [made for _, made in in_order(process_of, range(FEW + 20))]
    assert os.getpid() not in found
    assert len(set(found)) <= 2


def test_the_item_that_kills_is_told_of_and_the_rest_is_done() -> None:
    found = dict(in_order(Deadly(3), range(6), 2))
    assert found.pop(3) == Lost("by signal SIGKILL")
    assert found == {n: -n for n in (0, 1, 2, 4, 5)}


def test_a_process_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    assert dict(in_order(Deadly(3, tmp_path / "died"), range(6), 2)) == {n: -n for n in range(6)}


def test_not_all_is_read_ahead_and_stopping_early_ends_the_processes() -> None:
    taken = []

    def endless() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    made = in_order(process_of, endless(), 2)
    _, process = next(made)
    assert isinstance(process, int)
    made.close()
    assert len(taken) < 200
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
