"""A change to a store on a server is cut off at every request in turn: the next writer brings it to the end.

Nothing is lost and nothing doubled, whether the request was not heard or only its answer lost. Counts are printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import pytest
from pyoxigraph import Quad

from sco_graph import vocabulary
from sco_graph.errors import StoreUnavailable
from sco_graph.graph.store import Store
from sco_graph.model import Key, Mode
from tests.graph.remote.test_changes import NOTES, STORY, Step, put, quads, tables, three
from tests.servers import small

pytestmark = pytest.mark.slow


@pytest.fixture
def one_try(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is refused gives up at once."""
    monkeypatch.setenv("SCO_GRAPH_TRIES", "1")


def cut_off(lake: small.Server, step: Step, after: int, last: str) -> bool:
    """Whether a step that may make so many requests, and meets a fault at the next, was cut off."""
    count = iter(range(after))

    def fault(method: str, path: str) -> str:
        nonlocal last
        if next(count, None) is not None:
            return ""
        met, last = last, "500"
        return met

    lake.fault = fault
    try:
        with Store(lake.query) as store:
            step(store)
    except StoreUnavailable:
        return True
    finally:
        lake.fault = small.some()
    return False


def restored(lake: small.Server, kept: Iterable[Quad]) -> None:
    lake.store.clear()
    lake.store.extend(kept)


def told(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{line}\n")


@pytest.mark.usefixtures("one_try")
@pytest.mark.parametrize("last", ["500", "late"])
@pytest.mark.parametrize("name", STORY)
def test_cut_off_at_any_request_it_goes_on(
    lake: small.Server, name: str, last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = list(STORY)
    with Store(lake.query) as store:
        for before in names[: names.index(name)]:
            STORY[before](store)
    start = list(lake.store)
    with Store(lake.query) as store:
        STORY[name](store)
        expected = quads(store)
    requests = 0
    restored(lake, start)
    while cut_off(lake, STORY[name], requests, last):
        with Store(lake.query) as store:
            STORY[name](store)
            assert quads(store) == expected, requests
        assert not journals(lake)
        restored(lake, start)
        requests += 1
    assert requests > 5
    told(capsys, f"{name}, {last}: cut off at {requests} requests, each brought to the end")


@pytest.mark.usefixtures("one_try")
@pytest.mark.parametrize("last", ["500", "late"])
@pytest.mark.parametrize("then", ["another name", "without one", "other tables"])
def test_cut_off_and_then_changed_otherwise_nothing_is_left_over(
    lake: small.Server, then: str, last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not what was begun is built next, but something else: it stands there as if the first had been done, or not."""
    begun = put(NOTES[1], mode=Mode.PHONE, key=Key("event/tea-2020"))
    with Store(lake.query) as store:
        tables(store)
        three(store)
    start = list(lake.store)
    allowed = []
    for steps in ([STORY[then]], [begun, STORY[then]]):
        with Store() as memory:
            for step in (tables, three, *steps):
                step(memory)
            allowed.append(quads(memory))
    requests = 0
    while cut_off(lake, begun, requests, last):
        with Store(lake.query) as store:
            STORY[then](store)
            if then == "other tables":
                begun(store)  # which is not what was asked of the next writer, and so is asked of the one after it
            assert quads(store) in allowed, requests
        restored(lake, start)
        requests += 1
    assert requests > 10
    told(capsys, f"{then} after a change that was cut off, {last}: {requests} times, nothing left over")


def journals(lake: small.Server) -> set[str]:
    names = {str(name) for name in lake.store.named_graphs()}
    return {name for name in names if name.strip("<>") in vocabulary.JOURNALS}
