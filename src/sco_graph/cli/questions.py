"""``ask`` and ``sparql``: answers from the store."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .failures import reported
from .holders import post_holder
from .tables import FORMATS, show

if TYPE_CHECKING:
    from ..graph.answers import Answer
    from ..graph.store import Store
    from ..query import Question


class _Questions(click.Group):
    """One command a named question, with an option for each of its parameters, and those that need no store."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from ..query import questions

        return sorted((*self.commands, *(question.name for question in questions())))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from ..query import questions

        if cmd_name in self.commands:
            return self.commands[cmd_name]
        found = next((question for question in questions() if question.name == cmd_name), None)
        return _command(found) if found else None


def _command(question: Question) -> click.Command:
    parameters: list[click.Parameter] = [
        click.Option(
            [f"--{parameter.name.replace('_', '-')}", parameter.name],
            default=parameter.default,
            required=parameter.default is None,
            help=f"{parameter.description} For instance: {parameter.example}",
        )
        for parameter in question.parameters
    ]
    command = click.Command(
        question.name,
        params=parameters,
        callback=_answerer(question.name),
        help=f"{question.title_en} / {question.title_ru}\n\n{question.description}",
        short_help=question.title_en,
    )
    return options.store(options.inferred(options.form(command)))


def _answerer(name: str) -> Callable[..., None]:
    @reported
    def run(store_folder: options.Place, inferred: bool, form: str, **parameters: str) -> None:
        from ..query import answer

        with reading(store_folder, inferred) as store:
            show(answer(store, name, **parameters), form)

    return run


@click.group(
    cls=_Questions,
    subcommand_metavar="NAME [--parameter VALUE]...",
    epilog="""\b
Examples:
  sco-graph ask                                    list the questions
  sco-graph ask interactions-of-person --help      the parameters of one
  sco-graph ask interactions-of-person --person "Владимир Норов" --format csv
  sco-graph ask post-holder --post "Foreign Minister" --at CN --date 2020-04-29
""",
)
def ask() -> None:
    """Answer a named question from the store.

    post-holder asks the authority tables and needs no store.
    """


ask.add_command(post_holder)


@click.command(
    short_help="Run a SPARQL query over the store.",
    epilog="""\b
Examples:
  sco-graph sparql 'SELECT ?label { ?call a sco:PhoneCall ; skos:prefLabel ?label }'
  sco-graph sparql query.rq --format csv
  sco-graph sparql query.rq --store http://localhost:8890/sparql
  echo 'ASK { ?s a sco:Summit }' | sco-graph sparql -
""",
)
@click.argument("query", metavar="QUERY|FILE|-")
@options.store
@options.inferred
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, "turtle"]),
    help="How to print: by default a table, and Turtle for CONSTRUCT and DESCRIBE.",
)
@reported
def sparql(query: str, store_folder: options.Place, inferred: bool, form: str | None) -> None:
    """Run a SPARQL 1.1 query over all graphs of the store; the usual prefixes are declared.

    Reading only: an update is refused.
    """
    with reading(store_folder, inferred) as store:
        _print(store.query(_text(query)), form)


def reading(place: options.Place, inferred: bool) -> Store:
    """The store, open for reading; with what was inferred, and told if that is older than the store."""
    from ..graph.store import Store

    if inferred and isinstance(place, Path):
        from ..graph.inference import is_stale

        if is_stale(place):
            click.echo("note: the store has changed since; `sco-graph infer` brings what follows up to date", err=True)
    return Store(place, read_only=True, with_inferred=inferred)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if query.endswith((".rq", ".sparql")):
        from ..errors import InvalidQuery

        try:
            return Path(query).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidQuery(query, "the file cannot be read", "Check the path.") from error
    return query


def _print(answer: Answer, form: str | None) -> None:
    from ..model import Table

    if isinstance(answer, Table):
        show(answer, "table" if form in (None, "turtle") else str(form))
    elif isinstance(answer, bool):
        click.echo("yes" if answer else "no")
    else:
        from ..publication.rdf import readable

        click.echo(readable(answer), nl=False)
