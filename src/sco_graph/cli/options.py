"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from .own import tables
from .tables import FORMATS

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

authority = click.option(
    "--authority",
    "folders",
    type=click.Path(path_type=Path, file_okay=False),
    multiple=True,
    envvar="SCO_GRAPH_AUTHORITY",
    show_envvar=True,
    callback=lambda context, parameter, given: tables(given),
    help="Folder of your own tables, laid over ours; may be repeated.  [default: authority/ of a project]",
)

inferred = click.option(
    "--inferred", is_flag=True, help="Ask what follows by the ontology too (made by `sco-graph infer`)."
)

form = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print the answer."
)
