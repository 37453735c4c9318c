"""``network``: who dealt with whom, as a page or for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .failures import reported
from .tables import show

if TYPE_CHECKING:
    from ..network.formats import Format
    from ..network.projection import Actors

ACTORS = ("official", "body", "state")
NETWORK_FORMATS = ("html", "gexf", "graphml", "csv")


@click.command(
    short_help="Write the network of who dealt with whom.",
    epilog="""\b
Examples:
  sco-graph network                                  network.html, open it in a browser
  sco-graph network --actors state --out states.html
  sco-graph network --format gexf --out network.gexf
""",
)
@click.option("--actors", type=click.Choice(ACTORS), default="official", show_default=True, help="What a node is.")
@click.option("--format", "form", type=click.Choice(NETWORK_FORMATS), default="html", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write  [default: network.FORMAT]")
@options.store
@reported
def network(actors: Actors, form: Format, out: Path | None, store_folder: options.Place) -> None:
    """Write the network of who dealt with whom, as a page or for Gephi, visone, R.

    Prints the ten actors with the most ties: how many others they dealt with (degree), in how many
    interactions (strength), and how often they lie between others (betweenness, 0 to 1).
    """
    from ..graph.store import Store
    from ..network import measures, project, write

    with Store(store_folder, read_only=True) as store:
        graph = project(store, actors)
    path = write(graph, out or Path(f"network.{form}"), form)
    show(measures(graph, top=10), "table")
    click.echo(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges -> {path}", err=True)
