"""``network``: who dealt with whom, as a page or for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .asked import ACTORS, DYADS, STATEMENTS, WITH, actor, chosen, selected
from .failures import reported
from .tables import show

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..network.actors import Actors
    from ..network.discourse import Statements
    from ..network.dyads import Dyads
    from ..network.formats import Format
    from ..network.projection import Network
    from ..network.selection import Selection
    from ..network.twomode import With

NETWORK_FORMATS = ("html", "gexf", "graphml", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Which network is asked for."""

    actors: Actors
    dyads: Dyads
    members: bool
    other: With | None
    statements: Statements | None
    chosen: Selection

    def graph(self, store: Store, *, words: bool) -> Network:
        from ..network import graph_of, read, statements_of, two_mode

        chronicle = read(store, words=words, statements=self.statements is not None)
        if self.statements:
            return statements_of(chronicle, self.actors, self.chosen, self.statements)
        if self.other:
            return two_mode(chronicle, self.actors, self.chosen, self.other, members=self.members)
        return graph_of(chronicle, self.actors, self.chosen, self.dyads, members=self.members)

    def check(self, form: Format | None) -> Format:
        """The format to write; UsageError where options do not go together."""
        both = self.other and self.statements
        if both or ((self.other or self.statements) and self.actors == "issue"):
            raise click.UsageError("--with, --statements and --actors issue exclude each other.")
        two = self.other or self.statements == "affiliation"
        if two and form == "html":
            raise click.UsageError("there is no page of a network of two modes yet: use --format gexf, graphml or csv.")
        return form or ("gexf" if two else "html")


@click.command(
    short_help="Write the network of who dealt with whom.",
    epilog="""\b
Examples:
  sco-graph network                                  network.html, open it in a browser
  sco-graph network --actors state --since 2020-01-01 --kind PhoneCall
  sco-graph network --ego "Владимир Норов" --reach 2
  sco-graph network --dyads all --path "Vladimir Norov" "Wang Yi"
""",
)
@click.option("--actors", type=click.Choice(ACTORS), default="official", show_default=True, help="What a node is.")
@selected
@click.option("--dyads", type=click.Choice(DYADS), default="pairs", show_default=True,
              help="Ties of two sides; of chairs and hosts too; or of all.")  # fmt: skip
@click.option("--members", is_flag=True, help="Of states: organisations are members.")
@click.option("--with", "other", type=click.Choice(WITH), help="Two modes: actors, and these.")
@click.option("--statements", type=click.Choice(STATEMENTS), help="Ties by what was said.")
@click.option("--ego", metavar="NAME|KEY", help="Only what is near this node.")
@click.option("--reach", type=click.IntRange(min=1), default=1, show_default=True, help="How near, in steps.")
@click.option("--path", "ends", nargs=2, metavar="A B", help="Only the shortest paths; they are printed.")
@click.option("--format", "form", type=click.Choice(NETWORK_FORMATS), help="[default: html, of two modes gexf]")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write  [default: network.FORMAT]")
@options.store
@reported
def network(
    store_folder: options.Place,
    actors: Actors,
    dyads: Dyads,
    members: bool,
    other: With | None,
    statements: Statements | None,
    ego: str | None,
    reach: int,
    ends: tuple[str, str] | None,
    form: Format | None,
    out: Path | None,
    **asked: str | float | bool | tuple[str, ...],
) -> None:
    """Write the network of who dealt with whom, as a page or for Gephi, visone, R.

    Prints the ten with the most ties; docs/network.md says what the columns mean.
    """
    from ..graph.store import Store
    from ..network import measures, write

    with Store(store_folder, read_only=True) as store:
        wanted = _Wanted(
            actors=actors, dyads=dyads, members=members, other=other, statements=statements, chosen=chosen(store, asked)
        )
        written = wanted.check(form)
        graph = wanted.graph(store, words=written == "html")
        graph, found = _near(store, graph, ego, reach, ends)
    path = write(graph, out or Path(f"network.{written}"), written)
    if ends:
        for line in found:
            click.echo(line)
    else:
        show(measures(graph, top=10), "table")
    click.echo(graph.graph["title"], err=True)
    click.echo(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges -> {path}", err=True)


def _near(
    store: Store, graph: Network, ego: str | None, reach: int, ends: tuple[str, str] | None
) -> tuple[Network, list[str]]:
    """The part of a network that is asked for, and the lines that tell its paths."""
    from ..network import between
    from ..network import ego as around

    if ego:
        graph = around(graph, actor(store, graph, "--ego", ego), reach)
    if not ends:
        return graph, []
    one, other = (actor(store, graph, "--path", end) for end in ends)
    return between(graph, one, other), _told(graph, one, other)


def _told(graph: Network, one: str, other: str) -> list[str]:
    """Each path, and below it each step with its interactions."""
    from itertools import pairwise

    from ..network import paths

    name = graph.graph["chronicle"].name
    lines = []
    for path in paths(graph, one, other):
        lines.append(" - ".join(map(name, path)))
        for step in pairwise(path):
            lines.append(f"  {name(step[0])} - {name(step[1])}:")
            found = zip(graph.edges[step]["interactions"], graph.edges[step]["iris"], strict=True)
            lines += [f"    {i.date or 'no date'}  {name(i.type)}  {address}" for i, address in found]
    return lines or [f"no path between {name(one)} and {name(other)}"]
