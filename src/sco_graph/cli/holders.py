"""``ask post-holder``: who held a post on a day, from the authority tables."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .failures import reported
from .tables import show


@click.command(
    "post-holder",
    short_help="Who held a post on a date, by the tables alone; needs no store.",
    epilog="""\b
Examples:
  sco-graph ask post-holder --post "Minister of Foreign Affairs" --at CN --date 2020-04-29
  sco-graph ask post-holder --post "генеральный секретарь" --at ШОС --date 2016
  sco-graph ask post-holder --post 外长 --at 哈萨克斯坦 --date 2019-09-10 --format csv
""",
)
@click.option("--post", required=True, help="A title in English, Russian or Chinese, or a kind: foreign-minister.")
@click.option("--at", required=True, help="A state or body: CN, CHN, China, Китай, 中国, SCO, ШОС, RATS.")
@click.option("--date", required=True, help="YYYY-MM-DD, YYYY-MM or YYYY.")
@click.option("--language", default="en", show_default=True, help="Language of names: en, ru or zh.")
@options.authority
@options.form
@reported
def post_holder(post: str, at: str, date: str, language: str, folders: tuple[Path, ...], form: str) -> None:
    """Who held a post on a date, with the source that says so; `unknown` where the tables are silent.

    Asks the authority tables, so it works without a build. (The named question post-holder-on-date asks a built
    store instead, in SPARQL that you may change, and counts what documents say too.)

    `certain`: the tenure covers the whole of the date; `possible`: it may, or rows contradict each other. A tenure
    without an end holds as long as a source sees the holder in the post (known until), not until today.
    """
    from ..authority import load
    from ..query.holders import UNKNOWN, nearest_known
    from ..query.holders import post_holder as answer

    tables = load(*folders)
    found = answer(tables, post=post, at=at, date=date, language=language)
    show(found, form)
    if any(cell is not None and cell.value == UNKNOWN for cell in found.rows[0]):
        click.echo(f"{UNKNOWN}: the tables name no holder on {date}.", err=True)
        for line in nearest_known(tables, post=post, at=at, date=date, language=language):
            click.echo(line, err=True)
