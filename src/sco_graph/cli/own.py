"""``init``: a project of one's own; and the tables of the project that a command is run in."""

from __future__ import annotations

from pathlib import Path

import click

from .failures import reported

TEMPLATE = Path(__file__).parent / "project"
TABLES, DOCUMENTS = Path("authority"), Path("documents")


def tables(given: tuple[Path, ...]) -> tuple[Path, ...]:
    """Folders of own tables: those given, else ``authority`` of the project in which the command is run."""
    return given or ((TABLES,) if any(TABLES.glob("*.tsv")) else ())


def documents() -> tuple[Path, ...]:
    """Folder of the documents of the project that the command is run in, if it is one."""
    return (DOCUMENTS,) if tables(()) and DOCUMENTS.is_dir() else ()


@click.command(
    short_help="Make a project of your own: folders for documents and tables.",
    epilog="""\b
Example:
  sco-graph init my-project
  cd my-project
  sco-graph build
""",
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@reported
def init(folder: Path) -> None:
    """Make a project of your own in DIR: documents/, authority/ with headers and commented examples, a README.

    Commands run in DIR build its documents, and lay its tables over those of sco-graph. A file that
    is there already is left as it is.
    """
    from ..errors import UnwritableOutput

    made = 0
    for source in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
        target = folder / source.relative_to(TEMPLATE)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(source.read_bytes())
        except FileExistsError:
            click.echo(f"kept: {target}", err=True)
            continue
        except OSError as error:
            raise UnwritableOutput(
                str(target), f"it cannot be written ({error.strerror})", "Choose another."
            ) from error
        click.echo(str(target))
        made += 1
    click.echo(f"{made} files made in {folder}; read {folder / 'README.md'}", err=True)
