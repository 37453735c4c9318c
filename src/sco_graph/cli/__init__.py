"""The command line: the only part that prints, exits or reads the environment, but for the credentials of a server.

Results go to stdout, all else to stderr. Exit codes: 0 done; 1 done, but some input
was rejected or some claim is malformed; 2 not done.
"""

from __future__ import annotations

import click

from .. import __version__
from .authority import authority
from .build import build
from .facts import evaluate, extract
from .fetch import fetch
from .networks import network
from .outlets import export, infer, reference, validate
from .own import init
from .questions import ask, sparql
from .releases import diff, release
from .upkeep import backup, forget, restore


class _Group(click.Group):
    """Lists its commands in the order of the flow, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  sco-graph build                        sample corpus -> .sco-graph and exports/
  sco-graph ask interactions-of-person --person "Владимир Норов"
  sco-graph sparql 'SELECT * { ?call a sco:PhoneCall ; skos:prefLabel ?label }'
""",
)
@click.version_option(__version__, prog_name="sco-graph")
def main() -> None:
    """Read what international organisations report of their meetings, into a graph with evidence for every fact."""


for command in (
    fetch,
    build,
    extract,
    evaluate,
    ask,
    sparql,
    network,
    export,
    reference,
    validate,
    infer,
    forget,
    backup,
    restore,
    release,
    diff,
    authority,
    init,
):
    main.add_command(command)
