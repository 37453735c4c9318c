"""Errors of the package become one line on stderr and an exit code."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from ..errors import ScoGraphError

P = ParamSpec("P")

INCOMPLETE = 1
FAILED = 2
INTERRUPTED = 130


def reported(command: Callable[P, int | None]) -> Callable[P, None]:
    """A command whose expected failures end in one line, and whose result is its exit code."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs) or 0
        except ScoGraphError as error:
            click.echo(f"sco-graph: {error}", err=True)
            code = FAILED
        except KeyboardInterrupt:
            click.echo("sco-graph: stopped. What was done stays; run it again to go on.", err=True)
            code = INTERRUPTED
        except BrokenPipeError:
            # The reader of a pipe (`| head`) has enough: that is no failure of ours.
            code = 0
        if code:
            click.get_current_context().exit(code)

    return run
