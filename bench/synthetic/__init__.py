"""A corpus of press releases that nobody published, with facts known by construction: for measuring size and speed."""

from __future__ import annotations

import json
from pathlib import Path

from .documents import Release, release, releases
from .world import World

__all__ = ["Release", "World", "release", "releases", "write"]


def write(folder: Path, count: int, seed: int = 7) -> None:
    """Write ``documents/``, ``gold/`` and ``authority/`` of so many releases into a folder."""
    world = World(seed)
    world.write_tables(folder / "authority")
    for name in ("documents", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for made in releases(world, count):
        (folder / "documents" / f"{made.name}.md").write_text(made.text, encoding="utf-8")
        gold = json.dumps(made.facts, ensure_ascii=False, indent=1) + "\n"
        (folder / "gold" / f"{made.name}.json").write_text(gold, encoding="utf-8")
