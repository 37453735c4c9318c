"""The collector of garbage lets alone what was made to stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from weakref import ref

import pytest

from sco_graph.extraction.knowledge import knowledge
from sco_graph.lasting import lasting, remembered, undisturbed
from sco_graph.reading import known


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_what_is_made_is_looked_at_no_more() -> None:
    frozen = gc.get_freeze_count()
    with lasting():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= frozen + len(made)
    assert not any(thing is made[0] for thing in gc.get_objects())


def test_a_block_within_a_block_leaves_the_outer_one_off() -> None:
    with lasting():
        with lasting():
            pass
        assert not gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    with lasting():
        pass
    assert not gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no table"), lasting():
        raise ValueError("no table")
    assert gc.isenabled()


def test_reading_is_not_disturbed_and_freezes_nothing() -> None:
    frozen = gc.get_freeze_count()
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen


def test_a_collector_that_is_off_stays_off_after_reading() -> None:
    gc.disable()
    with pytest.raises(ValueError, match="no text"), undisturbed():
        raise ValueError("no text")
    assert not gc.isenabled()


def test_answers_go_with_the_object_that_gave_them() -> None:
    class Tables:
        @remembered(8)
        def twice(self, word: str) -> str:
            asked.append(word)
            return word * 2

    asked: list[str] = []
    one, other = Tables(), Tables()
    assert [one.twice("a"), one.twice("a"), other.twice("a")] == ["aa", "aa", "aa"]
    assert asked == ["a", "a"]  # one for each object
    gone = ref(one)
    gc.disable()
    del one
    assert gone() is None
    gc.enable()


def test_tables_that_were_replaced_go() -> None:
    first = ref(knowledge(replace(known(), version="1"), "ru"))
    knowledge(replace(known(), version="2"), "ru")
    assert first() is not None
    knowledge(replace(known(), version="3"), "ru")
    gc.collect()
    assert first() is None
