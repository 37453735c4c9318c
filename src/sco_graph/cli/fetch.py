"""``fetch``: documents from the web into a folder, politely."""

from __future__ import annotations

import re
from pathlib import Path

import click

from .failures import INCOMPLETE, reported


def _pattern(context: click.Context, parameter: click.Parameter, given: str) -> str:
    try:
        re.compile(given)
    except re.error as error:
        raise click.BadParameter(f"no regular expression ({error}).") from error
    return given


@click.command(
    short_help="Fetch documents from the web into a folder, politely.",
    epilog="""\b
Examples:
  sco-graph fetch https://example.org/sitemap.xml --match /news/ --out releases
  sco-graph fetch addresses.urls --out releases
  sco-graph fetch https://example.org/feed.rss --again --out releases
  sco-graph build releases
""",
)
@click.argument("given", nargs=-1, required=True, metavar="URL|FILE...")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the documents."
)
@click.option(
    "--match", default="", callback=_pattern, metavar="REGEX", help="Only those addresses of lists that hold it."
)
@click.option("--again", is_flag=True, help="Ask for what is there already, too; only what has changed is sent.")
@click.option(
    "--delay",
    type=click.FloatRange(min=0.2),
    default=1.0,
    show_default=True,
    help="Seconds between requests to a host.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=100_000, show_default=True, help="Most addresses of one run."
)
@reported
def fetch(given: tuple[str, ...], out: Path, match: str, again: bool, delay: float, limit: int) -> int:
    """Fetch documents from the web into a folder, for build and extract.

    URL is a page, a sitemap, an RSS or Atom feed; FILE holds one address a line, or is a sitemap or feed that was
    saved. robots.txt is obeyed. A run that was interrupted goes on where it stopped.
    """
    from ..corpus.web.client import Client
    from ..corpus.web.fetching import fetch as run
    from ..corpus.web.limits import Limits

    done = run(given, out, Client(Limits(delay=delay, pages=limit)), match=match, again=again)
    for error in done.failed:
        click.echo(f"sco-graph: {error}", err=True)
    counts = f"{len(done.new)} new, {len(done.unchanged)} unchanged, {len(done.failed)} failed"
    click.echo(f"{counts} -> {out}", err=True)
    return INCOMPLETE if done.failed else 0
