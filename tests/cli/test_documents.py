"""Columns, several documents a file, and fetching, by the command line."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import CALL, Run

BODY = CALL.split("---\n", 2)[2].strip()


def test_columns_are_named(run: Run) -> None:
    Path("a.csv").write_text(f'body,when\n"{BODY}",2021-03-05\n"",2021\n', "utf-8")
    result = run("extract", "a.csv", "--column", "text=body", "--column", "date=when")
    assert result.exit_code == 1
    assert "a.csv:2: the text is empty" in result.stderr
    assert json.loads(result.stdout.splitlines()[0])["events"]


def test_a_column_that_is_none_is_refused(run: Run) -> None:
    for wrong in ("body", "what=body", "text="):
        result = run("build", "a.csv", "--column", wrong)
        assert result.exit_code == 2
        assert "FIELD=COLUMN" in result.stderr


def test_fetching_tells_what_it_did(run: Run) -> None:
    Path("a.urls").write_text("ftp://lake.example/\n", "utf-8")
    result = run("fetch", "a.urls", "--out", "in")
    assert result.exit_code == 1
    assert "no address of http" in result.stderr
    assert "0 new, 0 unchanged, 1 failed -> in" in result.stderr
    result = run("fetch", "a.urls", "--out", "in", "--match", "(")
    assert result.exit_code == 2
    assert "no regular expression" in result.stderr
