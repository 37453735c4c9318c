"""Light records behave as frozen dataclasses do, but for the guard."""

from __future__ import annotations

from dataclasses import fields, replace

from sco_graph.light import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    start: int
    text: str = ""


def test_they_compare_hash_and_are_replaced() -> None:
    one, same, other = Mark(start=1, text="а"), Mark(start=1, text="а"), Mark(start=2, text="а")
    assert one == same != other
    assert len({one, same, other}) == 2
    assert replace(one, start=2) == other
    assert repr(one) == "Mark(start=1, text='а')"
    assert [field.name for field in fields(Mark)] == ["start", "text"]


def test_they_have_slots() -> None:
    assert not hasattr(Mark(start=1), "__dict__")
