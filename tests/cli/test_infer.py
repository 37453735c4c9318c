"""``infer``, and questions asked with what follows."""

from __future__ import annotations

import csv
import io

from .conftest import Run

QUERY = "SELECT DISTINCT ?kind { ?call a sco:PhoneCall, ?kind } ORDER BY ?kind"


def test_what_follows_is_counted_and_asked_for(built: Run) -> None:
    refused = built("sparql", "--inferred", QUERY)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "sco-graph infer" in refused.stderr
    result = built("infer", "--format", "csv")
    assert result.exit_code == 0, result.output
    counted = {row["property"]: int(row["inferred"]) for row in csv.DictReader(io.StringIO(result.stdout))}
    assert f"{sum(counted.values()):,} triples follow from" in result.stderr
    plain, more = (built("sparql", *option, QUERY, "--format", "csv") for option in ((), ("--inferred",)))
    assert len(more.stdout.splitlines()) > len(plain.stdout.splitlines())
    assert "note:" not in more.stderr


def test_a_build_makes_it_stale(built: Run) -> None:
    from pathlib import Path

    built("infer")
    Path("another.txt").write_text("4 марта 2021 года состоялась встреча.", "utf-8")
    assert built("build", "another.txt", "--no-exports").exit_code == 0
    asked = built("ask", "who-met-whom", "--inferred", "--format", "csv")
    assert asked.exit_code == 0, asked.output
    assert "the store has changed since" in asked.stderr
    built("infer")
    assert "has changed" not in built("ask", "who-met-whom", "--inferred").stderr
