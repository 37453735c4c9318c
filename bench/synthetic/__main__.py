"""Write a made-up corpus: ``python -m synthetic FOLDER COUNT [--seed N]``, run in ``bench/``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .documents import releases
from .world import World


def main() -> None:
    """Write documents, gold and authority tables to a folder."""
    parser = argparse.ArgumentParser(description="Write a corpus of press releases that nobody published.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    world = World(given.seed)
    world.write_tables(given.folder / "authority")
    for name in ("documents", "gold"):
        (given.folder / name).mkdir(parents=True, exist_ok=True)
    for made in releases(world, given.count):
        (given.folder / "documents" / f"{made.name}.md").write_text(made.text, encoding="utf-8")
        gold = json.dumps(made.facts, ensure_ascii=False, indent=1) + "\n"
        (given.folder / "gold" / f"{made.name}.json").write_text(gold, encoding="utf-8")
    print(f"{given.count} documents, their gold and the tables in {given.folder}")


if __name__ == "__main__":
    main()
