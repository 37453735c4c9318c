"""``network``, ``export``, ``validate`` and ``infer``: ways out of the store, its check, and what follows from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .failures import INCOMPLETE, reported
from .tables import show

if TYPE_CHECKING:
    from ..network.formats import Format
    from ..network.projection import Actors

ACTORS = ("official", "body", "state")
LANGUAGES = ("en", "ru", "zh")
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


@click.command(
    short_help="Write the store as RDF files and tables.",
    epilog="""\b
Examples:
  sco-graph export                             all formats into exports/
  sco-graph export --format ttl --format csv --out published
""",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports"),
    show_default=True,
    help="Folder to write to.",
)
@click.option("--format", "forms", multiple=True, help="ttl, nt, jsonld, rdf, trig, nq or csv; may be repeated.")
@options.store
@reported
def export(out: Path, forms: tuple[str, ...], store_folder: options.Place) -> None:
    """Write the store as RDF files and tables; the same store gives the same bytes."""
    from ..graph.store import Store
    from ..publication import FORMATS
    from ..publication import export as write

    with Store(store_folder, read_only=True) as store:
        for path in write(store, out, forms or FORMATS):
            click.echo(str(path), err=True)


@click.command(
    short_help="Write the pages that document the ontology.",
    epilog="""\b
Examples:
  sco-graph reference                       exports/reference/en.html, ru.html, zh.html
  sco-graph reference --language ru --out pages
""",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports/reference"),
    show_default=True,
    help="Folder to write to.",
)
@click.option(
    "--language", "languages", type=click.Choice(LANGUAGES), multiple=True, help="en, ru or zh; may be repeated."
)
@options.store
@reported
def reference(out: Path, languages: tuple[str, ...], store_folder: options.Place) -> None:
    """Write the pages that document the ontology: each term with its place, and an example out of the store.

    The pages load nothing from anywhere; the same store gives the same bytes.
    """
    from ..graph.store import Store
    from ..publication import reference as pages

    with Store(store_folder, read_only=True) as store:
        for path in pages.write(store, out, languages or LANGUAGES):
            click.echo(str(path), err=True)


@click.command(short_help="Check every claim of the store.", epilog="\b\nExample:\n  sco-graph validate")
@options.store
@reported
def validate(store_folder: options.Place) -> int:
    """Check every claim of the store against the SHACL shapes: what is malformed, where, and what to do."""
    from ..graph.store import Store
    from ..graph.validation import validate as check

    with Store(store_folder, read_only=True) as store:
        violations = check(store)
    for found in violations:
        click.echo(f"{found.document}: {found.focus} {found.path}: {found.message} {found.quote!r}. {found.remedy}")
    click.echo(f"{len(violations)} violations", err=True)
    return INCOMPLETE if violations else 0


@click.command(
    short_help="Materialise what follows by the ontology.",
    epilog="""\b
Examples:
  sco-graph infer
  sco-graph sparql --inferred 'SELECT ?who { ?event prov:wasAssociatedWith ?who }'
""",
)
@options.folder
@options.form
@reported
def infer(store_folder: Path, form: str) -> None:
    """Materialise what follows from the store by the axioms of the ontology.

    Classes above a class, properties above a property, inverse, symmetric and transitive ones,
    chains of properties, domains and ranges. What follows is kept beside the store and left
    out of queries, unless they are asked with --inferred. Run it again after a build.
    """
    from ..graph.inference import infer as run
    from ..model import Table, Term
    from ..vocabulary import XSD

    done = run(store_folder)
    rows = tuple(
        (Term(value=name, kind="iri"), Term(value=str(count), datatype=f"{XSD}integer"))
        for name, count in done.by_property
    )
    show(Table(columns=("property", "inferred"), rows=rows), form)
    click.echo(f"{done.inferred:,} triples follow from {done.asserted:,}", err=True)
