"""When the collector of garbage is left out: while a document is read, and of things that stay as long as the process.

Those that stay are tables, tries, lexicons and weights.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast
from weakref import ref

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def lasting() -> Iterator[None]:
    """What is made in the block stays: the collector of garbage neither runs meanwhile nor looks at it later.

    Python looks for garbage among all objects again and again while many are made, and among those that stay
    each time that many others have come: half a million of the tables cost a tenth of the time of extraction.
    Nothing is kept alive that would be freed by its last reference going. Where the collector is off it stays off.

    >>> with lasting():
    ...     table = {"УЗ": ["Узбекистан"]}
    >>> gc.isenabled()
    True
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.enable()


@contextmanager
def undisturbed() -> Iterator[None]:
    """The collector does not run in the block, which makes many small things that all go by their last reference.

    >>> with undisturbed():
    ...     gc.isenabled()
    False
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def remembered(maxsize: int) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
    """Remember at most so many answers of a method, in the object itself: they go when it goes.

    A cache on the class would keep every object alive that was ever asked. Arguments are hashable.

    >>> class Tables:
    ...     @remembered(8)
    ...     def twice(self, word: str) -> str:
    ...         print("looked up")
    ...         return word * 2
    >>> tables = Tables()
    >>> tables.twice("a"), tables.twice("a")
    looked up
    ('aa', 'aa')
    """

    def marked(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
        name = f"_remembered_{method.__name__}"

        @wraps(method)
        def answered(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            answers = self.__dict__.get(name)
            if answers is None:
                # Weakly: an object that held itself would wait for the collector, which `lasting` keeps off.
                owner = ref(self)
                answers = self.__dict__[name] = lru_cache(maxsize)(lambda *a, **k: method(cast(S, owner()), *a, **k))
            found: R = answers(*args, **kwargs)  # type: ignore[arg-type]  # hashable, as promised
            return found

        return answered

    return marked
