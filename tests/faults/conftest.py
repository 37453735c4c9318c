"""The fixtures of the command line."""

from tests.cli.conftest import built, documents, once, run

__all__ = ["built", "documents", "once", "run"]
