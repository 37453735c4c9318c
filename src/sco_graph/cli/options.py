"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import click

from .own import tables
from .tables import FORMATS

F = TypeVar("F", bound=Callable[..., Any] | click.Command)

DEFAULT_STORE = Path(".sco-graph")
Place: TypeAlias = Path | str
"""Where a store lies: a folder, or the address of a SPARQL server."""


class _Place(click.Path):
    """A folder, or an address of http or https; ``served``: a command that can deal with a server."""

    def __init__(self, *, served: bool) -> None:
        super().__init__(path_type=Path, file_okay=False)
        self._served = served

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        from ..graph.remote import is_address

        if not isinstance(value, str) or not is_address(value):
            return super().convert(value, parameter, context)
        if not self._served:
            self.fail("this command works on a store in a folder, not on a server.", parameter, context)
        return value


def _store(help_text: str, *, served: bool) -> Callable[[F], F]:
    return click.option(
        "--store",
        "store_folder",
        type=_Place(served=served),
        metavar="DIR|URL" if served else "DIR",
        envvar="SCO_GRAPH_STORE",
        default=DEFAULT_STORE,
        show_default=True,
        show_envvar=True,
        help=help_text,
    )


store = _store("Folder, or address of a SPARQL server (docs/remote.md).", served=True)
folder = _store("Folder of the store.", served=False)


def shown(place: Place) -> str:
    """A place as it may be printed: no password, no key."""
    from ..graph.remote.access import shown as without_secrets

    return without_secrets(place) if isinstance(place, str) else str(place)


authority = click.option(
    "--authority",
    "folders",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    multiple=True,
    envvar="SCO_GRAPH_AUTHORITY",
    show_envvar=True,
    callback=lambda context, parameter, given: tables(given),
    help="Folder of your own tables, laid over ours; may be repeated.  [default: authority/ of a project]",
)


def _columns(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Field -> column, of ``FIELD=COLUMN``."""
    from ..corpus import COLUMNS

    pairs = [pair.partition("=") for pair in given]
    for field, _, column in pairs:
        if field not in COLUMNS or not column:
            raise click.BadParameter(f"write FIELD=COLUMN, where FIELD is one of {', '.join(COLUMNS)}.")
    return {field: column for field, _, column in pairs}


columns = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_columns,
    help="Column of a table or of JSON Lines that holds a field (text, date, title, source, publisher, language, id).",
)

inferred = click.option(
    "--inferred", is_flag=True, help="Ask what follows by the ontology too (made by `sco-graph infer`)."
)

form = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print the answer."
)

min_score = click.option(
    "--min-score",
    "least",
    type=click.FloatRange(0, 1),
    metavar="X",
    default=0.0,
    help="Leave out facts that score less: 0.7 keeps what is right in seven of ten or more.",
)

workers = click.option(
    "--workers",
    type=click.IntRange(min=1, max=256),
    metavar="N",
    help="Processes that read for facts.  [default: one a core for many files]",
)
