"""When the collector of garbage is left out: while a document is read, and of things that stay as long as the process.

Those that stay are tables, tries, lexicons and weights.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
