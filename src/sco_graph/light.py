"""Small records that are made by the hundred for each document: frozen for whoever checks types, cheap to make.

A frozen dataclass is made three times slower than another, since each field goes past its own guard. Here the guard
is the type checker's alone; records compare, hash and are replaced as frozen ones do. What the public model has
(``model``) is frozen in truth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False, eq: bool = True):
        """As ``dataclasses.dataclass(frozen=True, slots=True)``, but that fields may be set at run time.

        >>> @dataclass(frozen=True, slots=True)
        ... class Word:
        ...     text: str
        >>> Word("мир") == Word("мир"), len({Word("мир"), Word("мир")})
        (True, 1)
        """
        assert frozen, "a record that changes is an ordinary dataclass"
        return dataclasses.dataclass(slots=slots, kw_only=kw_only, eq=eq, unsafe_hash=eq)
