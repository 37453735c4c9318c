"""Who is who, known beforehand: tables of states, bodies, officials, posts, tenures, memberships and places."""

from __future__ import annotations

from pathlib import Path

from ..resources import folder
from .records import Authority

__all__ = ["Authority", "data_folder", "load"]


def load(*folders: Path) -> Authority:
    """The authority tables; those of ``folders`` are laid over ours, the later over the earlier.

    InvalidRecord names file, line and remedy where a row breaks the contract of ``docs/authority.md``.

    >>> any(state.code == "UZ" for state in load().states)
    True
    """
    from .tables import read

    return read((data_folder(), *folders))


def data_folder() -> Path:
    """Folder of our own tables: ``data/authority`` of a checkout, or that of the installed package."""
    return folder("data/authority")
