"""Where the files that belong to the product lie: in a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """The folder ``ontology``, ``data/authority`` or ``data/documents`` of this installation.

    A wheel carries them inside the package (a small sample of the documents); a checkout has them at its top.

    >>> folder("ontology").name
    'ontology'
    """
    carried = _PACKAGE / name
    return carried if carried.is_dir() else _CHECKOUT / name
