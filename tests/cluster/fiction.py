"""A folder of openly fictional releases with all that a build meets: twins, a bad file, a language that is not read."""

from __future__ import annotations

from pathlib import Path

from sco_graph.graph.store import Store
from tests.cli.conftest import CALL, SUMMIT


def corpus(folder: Path, count: int = 24) -> Path:
    """Releases that tell, three by three, of one call each, and others beside them."""
    (folder / "deeper").mkdir(parents=True)
    for number in range(count):
        day = f"{number // 3 % 28 + 1} марта 2021"
        text = CALL.replace("4 марта 2021", day).replace("example.org/call", f"example.org/call-{number}")
        where = folder / "deeper" if number % 2 else folder
        (where / f"call-{number:03}.md").write_text(f"{text}\nСообщение {number}.\n", "utf-8")
    (folder / "summit.md").write_text(SUMMIT, "utf-8")
    (folder / "twin.md").write_text(SUMMIT.replace("example.org/summit", "example.org/twin"), "utf-8")
    (folder / "deeper" / "summit.md").write_text(SUMMIT + "\nЕщё одно предложение.\n", "utf-8")
    (folder / "bad.md").write_bytes(b"---\nlanguage: [\n---\n\n" + CALL.encode())
    (folder / "other.txt").write_text("Генеральний секретар Озерного союзу прийняв посла Фрідонії.\n", "utf-8")
    return folder


def contents(store: Path) -> tuple[list[str], list[str], str]:
    """All that a build leaves: quads as lines, names and texts of documents, the record of files."""
    with Store(store, read_only=True) as found:
        quads = [str(quad) for quad in found.quads()]
    texts = sorted(f"{path.name}: {path.read_text('utf-8')}" for path in (store / "texts").iterdir())
    return quads, texts, (store / "files.json").read_text("utf-8")
