"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

DEFAULT_STORE = Path(".sco-graph")

store = click.option(
    "--store",
    "store_folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="SCO_GRAPH_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    show_envvar=True,
    help="Folder of the store.",
)
