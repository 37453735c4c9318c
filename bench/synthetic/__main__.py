"""Write a made-up corpus: ``python -m synthetic FOLDER COUNT [--seed N]``, run in ``bench/``."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import write


def main() -> None:
    """Write documents, gold and authority tables to a folder."""
    parser = argparse.ArgumentParser(description="Write a corpus of press releases that nobody published.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    write(given.folder, given.count, given.seed)
    print(f"{given.count} documents, their gold and the tables in {given.folder}")


if __name__ == "__main__":
    main()
