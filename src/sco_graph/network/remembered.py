"""What takes long for a large network is computed once, and kept in the user's cache folder by what went in.

A missing, damaged or forbidden cache costs time and nothing else. It is where the XDG Base Directory
Specification puts it (`XDG_CACHE_HOME`, else `~/.cache`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from ..errors import UnwritableOutput
from ..files import write_text

_METHOD = 1
"""To be raised when what is kept is computed in another way."""

_KEPT = 60
"""Files kept; the oldest go."""

Values = dict[str, list[float]]


def remembered(name: str, content: object, compute: Callable[[], Values]) -> Values:
    """Numbers of every node, as they were computed before from the same content (JSON values), else computed now."""
    versions = [_METHOD, *(version(library) for library in ("numpy", "rustworkx"))]
    digest = hashlib.sha256(json.dumps([versions, content]).encode()).hexdigest()
    file = _folder() / f"{name}-{digest}.json"
    found = _read(file)
    if found is None:
        found = compute()
        _keep(file, found)
    return found


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "sco-graph" / "networks"


def _read(file: Path) -> Values | None:
    try:
        found = json.loads(file.read_text("utf-8"))
        return {str(node): [float(value) for value in values] for node, values in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _keep(file: Path, found: Values) -> None:
    try:
        write_text(file, json.dumps(found))
        by_age = sorted(file.parent.glob("*.json"), key=lambda kept: (kept.stat().st_mtime, kept.name))
        for old in by_age[:-_KEPT]:
            old.unlink(missing_ok=True)
    except (OSError, UnwritableOutput):
        return
