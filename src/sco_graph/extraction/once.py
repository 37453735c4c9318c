"""What is computed of a passage once and asked for often: remembered on the passage itself.

In a long sentence rules ask the same of each word that tells of an interaction, and
of each for every other; remembered, that costs once what it would cost each time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Remembering(Protocol):
    """Something that never changes and has room for what was computed of it."""

    @property
    def memo(self) -> dict[tuple[Any, ...], Any]:
        """Results by function and further arguments."""


S = TypeVar("S", bound=Remembering)


def once(function: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Compute a function of a passage, and of further hashable arguments, once for each."""

    @wraps(function)
    def remembered(passage: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (function, args, *kwargs.items())
        if key not in passage.memo:
            passage.memo[key] = function(passage, *args, **kwargs)
        found: R = passage.memo[key]
        return found

    return remembered
