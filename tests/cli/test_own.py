"""A project of one's own: made, built, asked, and told what is wrong with it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest

from sco_graph.authority.rows import COLUMNS
from sco_graph.cli.own import TEMPLATE

from .conftest import Run


@pytest.fixture
def project(run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose examples are no longer comments; the command is run in it."""
    assert run("init", "lakes").exit_code == 0
    folder = Path("lakes").resolve()
    for table in (folder / "authority").glob("*.tsv"):
        table.write_text(re.sub(r"(?m)^# (?=[^\t\n]+\t)", "", table.read_text("utf-8")), "utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_it_is_made_and_never_overwritten(run: Run) -> None:
    result = run("init", "lakes")
    assert sorted(result.stdout.splitlines()) == sorted(
        str(Path("lakes") / path.relative_to(TEMPLATE)) for path in TEMPLATE.rglob("*") if path.is_file()
    )
    mine = Path("lakes/authority/tenures.tsv")
    mine.write_text("mine", "utf-8")
    Path("lakes/README.md").unlink()
    again = run("init", "lakes")
    assert (again.exit_code, again.stdout) == (0, f"{Path('lakes/README.md')}\n")
    assert mine.read_text("utf-8") == "mine"
    assert f"kept: {mine}" in again.stderr


def test_a_place_that_cannot_be_written_is_one_line(run: Run) -> None:
    Path("lakes").write_text("a file", "utf-8")
    result = run("init", str(Path("lakes/inside")))
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_the_tables_are_well_formed_as_they_come_and_without_their_hashes(run: Run, project: Path) -> None:
    for table in TEMPLATE.glob("authority/*.tsv"):
        assert table.stem in COLUMNS
    assert run("authority", "--check", str(TEMPLATE / "authority")).exit_code == 0
    result = run("authority", "--check")
    assert result.exit_code == 0
    assert "well formed" in result.stdout


def test_its_rows_are_known_to_the_commands_run_in_it(run: Run, project: Path) -> None:
    asked = ("ask", "post-holder", "--post", "генсек", "--at", "Озёрный союз", "--date", "2020", "--format", "csv")
    [row] = csv.DictReader(io.StringIO(run(*asked).stdout))
    assert (row["name"], row["certainty"]) == ("Ivan Testov", "certain")
    facts = json.loads(run("extract", "documents/example.md").stdout)
    linked = {official["name"]: official["iri"] for official in facts["officials"]}
    assert linked["Иван Тестов"].endswith("/official/ivan-testov")
    built = run("build", "--no-exports")
    assert built.exit_code == 0, built.output
    assert "tables: authority laid over ours" in built.stderr
    named = run("ask", "interactions-of-person", "--person", "伊万·泰斯托夫")
    assert "2021-03-04" in named.stdout
    assert re.search(r"unchanged +1\b", run("build", "--no-exports").stderr)


def test_they_are_known_from_elsewhere_by_the_option_or_the_variable(run: Run, project: Path) -> None:
    os.chdir(project.parent)
    asked = ("ask", "post-holder", "--post", "генсек", "--at", "Озёрный союз", "--date", "2020")
    assert run(*asked).exit_code == 2
    assert "Ivan Testov" in run(*asked, "--authority", "lakes/authority").stdout
    counted = run("authority", "--authority", "lakes/authority", "--format", "csv").stdout
    plain = run("authority", "--format", "csv").stdout
    rows = [next(r for r in csv.DictReader(io.StringIO(text)) if r["name"] == "officials") for text in (counted, plain)]
    assert int(rows[0]["rows"]) == int(rows[1]["rows"]) + 1


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("tenures", "ivan-testof\tlake-union-secretary-general\t\t\t\t\tverified\t\town", 'official "ivan-testof" is'),
        ("tenures", "ivan-testov\tlake-union-king\t\t\t\t\tverified\t\town", r'post "lake-union-king" is not declared'),
        ("tenures", "ivan-testov\tlake-union-secretary-general\tsoon\t\t\t\tverified\t\town", "is no date"),
        ("officials", "pyotr-probov\tXX\t\town", 'state "XX" is not declared'),
        ("officials", "pyotr-probov\t\t\tgossip", 'source "gossip" is not declared'),
        ("officials", "pyotr-probov\t\t\t", "source is empty"),
        ("officials", "pyotr-probov", "1 cells where 4 are due"),
    ],
)
def test_a_fault_is_told_by_file_and_line(run: Run, project: Path, table: str, row: str, told: str) -> None:
    path = project / "authority" / f"{table}.tsv"
    path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")
    line = len(path.read_text("utf-8").splitlines())
    for command in (("authority", "--check"), ("build",), ("extract", "documents/example.md")):
        result = run(*command)
        assert result.exit_code == 2
        assert re.match(rf"sco-graph: authority/{table}\.tsv:{line}: .*{re.escape(told)[:20]}", result.stderr), (
            result.stderr
        )


def test_counts_in_every_format(run: Run) -> None:
    assert "tenures by decade" in run("authority").stdout
    rows = list(csv.DictReader(io.StringIO(run("authority", "--stats", "--format", "csv").stdout)))
    assert {"part", "name", "rows", "sourced", "own", "unverified"} == rows[0].keys()
    assert json.loads(run("authority", "--format", "json").stdout)["results"]["bindings"]
