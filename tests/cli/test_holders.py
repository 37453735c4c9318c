"""``ask post-holder``, as a newcomer runs it: without a store."""

from __future__ import annotations

import csv
import io
import json

import pytest

from .conftest import Run

MINISTER = ("ask", "post-holder", "--post", "Minister of Foreign Affairs", "--at", "CN", "--date")


def test_it_needs_no_store_and_answers_in_every_format(run: Run) -> None:
    table = run(*MINISTER, "2020-04-29")
    assert (table.exit_code, "Wang Yi" in table.stdout, "https://" in table.stdout) == (0, True, True)
    [row] = csv.DictReader(io.StringIO(run(*MINISTER, "2020-04-29", "--format", "csv").stdout))
    assert (row["name"], row["certainty"]) == ("Wang Yi", "certain")
    [binding] = json.loads(run(*MINISTER, "2020-04-29", "--format", "json").stdout)["results"]["bindings"]
    assert binding["person"]["value"].endswith("/official/wang-yi")


def test_unknown_is_said_and_what_is_nearest(run: Run) -> None:
    result = run(*MINISTER, "2093-01-01")
    assert (result.exit_code, "unknown" in result.stdout) == (0, True)
    assert "the tables name no holder on 2093-01-01" in result.stderr
    assert "nearest known: " in result.stderr


@pytest.mark.parametrize(
    ("post", "at", "date", "told"),
    [
        ("Grand Duke", "CN", "2020", "no kind of post"),
        ("外长", "Freedonia", "2020", "no state or body"),
        ("外长", "CN", "tomorrow", "is no date"),
    ],
)
def test_a_wrong_word_is_one_line(run: Run, post: str, at: str, date: str, told: str) -> None:
    result = run("ask", "post-holder", "--post", post, "--at", at, "--date", date)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert told in result.stderr


def test_it_stands_among_the_questions_and_tells_the_two_apart(run: Run) -> None:
    listed = run("ask", "--help").stdout
    assert "post-holder " in listed
    assert "post-holder-on-date" in run("ask", "post-holder", "--help").stdout
    told = " ".join(run("ask", "post-holder-on-date", "--help").stdout.split())
    assert "`ask post-holder`" in told
