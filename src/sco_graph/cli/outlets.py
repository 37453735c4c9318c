"""``export``, ``reference``, ``validate`` and ``infer``: ways out of the store, its check, what follows from it."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .failures import INCOMPLETE, reported
from .tables import show

LANGUAGES = ("en", "ru", "zh")


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
