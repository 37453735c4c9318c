"""All other commands: help, answers in every format, ways out, failures."""

from __future__ import annotations

import csv
import io
import json
import runpy
from collections.abc import Generator, Iterable
from pathlib import Path

import pytest

from sco_graph.cli import main
from sco_graph.query import questions

from .conftest import Run

COMMANDS = [
    "fetch",
    "build",
    "extract",
    "evaluate",
    "ask",
    "sparql",
    "network",
    "export",
    "reference",
    "validate",
    "infer",
    "forget",
    "backup",
    "restore",
    "release",
    "diff",
    "authority",
    "init",
]


def test_the_commands_are_those_of_the_documentation(root: Path) -> None:
    assert list(main.commands) == COMMANDS
    page = (root / "docs" / "commands.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"## {name}" in page


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_short_and_has_examples(run: Run, command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert len(result.stdout.splitlines()) < 40


def test_every_question_can_be_asked_with_its_examples(built: Run) -> None:
    for question in questions():
        options = [text for p in question.parameters for text in (f"--{p.name.replace('_', '-')}", p.example)]
        result = built("ask", question.name, *options, "--format", "json")
        known = result.exit_code == 0 and "results" in json.loads(result.stdout)
        assert known or (result.exit_code == 2 and result.stderr.count("\n") == 1), result.output
        assert question.title_ru in built("ask", question.name, "--help").stdout


def test_an_answer_in_every_format(built: Run) -> None:
    query = "SELECT ?label { ?call a sco:PhoneCall ; skos:prefLabel ?label FILTER(LANG(?label) = 'ru') }"
    assert "Тестов" in built("sparql", query).stdout
    rows = list(csv.reader(io.StringIO(built("sparql", query, "--format", "csv").stdout)))
    assert rows[0] == ["label"]
    assert len(rows) == 2
    cell = json.loads(built("sparql", query, "--format", "json").stdout)["results"]["bindings"][0]["label"]
    assert (cell["type"], cell["xml:lang"]) == ("literal", "ru")


def test_queries_come_from_files_and_pipes(built: Run) -> None:
    Path("calls.rq").write_text("ASK { ?call a sco:PhoneCall }", "utf-8")
    assert built("sparql", "calls.rq").stdout == "yes\n"
    assert built("sparql", "-", stdin="ASK { ?x a sco:Exercise }").stdout == "no\n"
    turtle = built("sparql", "CONSTRUCT { ?call a sco:PhoneCall } WHERE { ?call a sco:PhoneCall }").stdout
    assert "sco:PhoneCall" in turtle
    missing = built("sparql", "none.rq")
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("query", ["SELECT * {", "INSERT DATA { sco:a sco:b sco:c }", "nonsense"])
def test_a_wrong_query_is_one_line(built: Run, query: str) -> None:
    result = built("sparql", query)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("sco-graph: ")


def test_no_store_is_one_line_with_the_remedy(run: Run) -> None:
    for command in (["sparql", "ASK {}"], ["network"], ["export"], ["reference"], ["validate"]):
        result = run(*command)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.output
        assert "sco-graph build" in result.stderr


def test_extract_prints_one_object_or_lines(run: Run, documents: Path) -> None:
    one = json.loads(run("extract", str(documents / "call.md")).stdout)
    assert one["events"][0]["type"] == "PhoneCall"
    lines = run("extract", str(documents)).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["call", "summit"]


def test_extract_explains_itself(run: Run, documents: Path) -> None:
    told = run("extract", "--explain", str(documents / "call.md")).stdout
    assert "rule:" in told
    assert "телефонный разговор" in told


def test_extract_writes_pages(run: Run, documents: Path) -> None:
    assert (
        run("extract", "--explain", str(documents / "call.md"), "--html", "call.html", "--language", "en").stdout == ""
    )
    assert "Officials" in Path("call.html").read_text("utf-8")
    assert run("extract", str(documents), "--html", "pages").exit_code == 0
    assert sorted(path.name for path in Path("pages").iterdir()) == ["call.html", "summit.html"]
    assert run("extract", str(documents), "--html", "one.html").exit_code == 2


def test_extract_lists_sentences_that_gave_nothing(run: Run, documents: Path) -> None:
    (documents / "rain.txt").write_text("В Озёрске весь день шёл дождь.", "utf-8")
    heading, *rows = run("extract", str(documents), "--ledger").stdout.splitlines()
    assert heading.split("\t")[:4] == ["document", "start", "stop", "reason"]
    assert [row.split("\t")[3] for row in rows if row.startswith("rain")] == ["no-trigger"]
    assert run("extract", str(documents), "--ledger", "--out", "facts").stdout == ""
    assert Path("facts/rain.ledger.tsv").read_text("utf-8").splitlines()[0] == heading
    assert Path("facts/rain.json").is_file()


@pytest.mark.parametrize("more", [(), ("--out", "facts", "--ledger")])
def test_extract_says_the_same_with_several_processes(run: Run, documents: Path, more: tuple[str, ...]) -> None:
    (documents / "bad.md").write_bytes(b"")
    answers = []
    for workers in ("1", "2"):
        result = run("extract", str(documents), "--workers", workers, *more)
        saved = {path.name: path.read_bytes() for path in Path("facts").glob("*")} if more[:1] == ("--out",) else {}
        answers.append((result.stdout, result.stderr, result.exit_code, saved))
    assert answers[0] == answers[1]
    assert "bad.md" in answers[0][1]


def test_extract_goes_on_after_a_process_that_ended(run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sco_graph import workers

    def ended(
        work: object, items: Iterable[object], number: int | None
    ) -> Generator[tuple[object, workers.Lost], None, None]:
        yield from ((item, workers.Lost("with code 3")) for item in items)

    monkeypatch.setattr(workers, "in_order", ended)
    result = run("extract", str(documents / "call.md"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "ended with code 3, twice. Read it alone" in result.stderr


def test_extract_leaves_out_what_is_not_sure(run: Run, documents: Path) -> None:
    call = str(documents / "call.md")
    assert json.loads(run("extract", call, "--min-score", "1").stdout)["events"] == []
    assert run("extract", call, "--min-score", "2").exit_code == 2


def test_extract_goes_on_after_bad_input(run: Run, documents: Path) -> None:
    (documents / "empty.txt").write_bytes(b"")
    result = run("extract", str(documents), "--out", "facts")
    assert result.exit_code == 1
    assert "2 of 3 documents" in result.stderr
    assert sorted(path.name for path in Path("facts").iterdir()) == ["call.json", "summit.json"]


def test_evaluate_prints_figures(run: Run, documents: Path) -> None:
    run("extract", str(documents), "--out", "facts")
    table = run("evaluate", "facts", "facts", "--faults")
    assert "overall (mean F1)" in table.stdout
    assert json.loads(run("evaluate", "facts", "facts", "--json").stdout)["overall"] == 1.0
    assert run("evaluate", str(documents), "facts").exit_code == 2


@pytest.mark.parametrize("form", ["html", "gexf", "graphml", "csv"])
def test_the_network_in_every_format(built: Run, form: str) -> None:
    result = built("network", "--format", form)
    assert result.exit_code == 0, result.output
    assert Path(f"network.{form}").stat().st_size > 100


def test_export_writes_the_formats_asked_for(built: Run) -> None:
    assert built("export", "--format", "ttl", "--format", "nq", "--out", "some").exit_code == 0
    assert sorted(path.name for path in Path("some").iterdir()) == ["graph.nq", "graph.ttl"]
    assert built("export", "--format", "doc").exit_code == 2


def test_a_good_store_is_valid(built: Run) -> None:
    result = built("validate")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 violations" in result.stderr


def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["sco-graph", "--version"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("sco_graph", run_name="__main__")
    assert capsys.readouterr().out.startswith("sco-graph, version")


def test_a_reader_who_has_enough_is_no_failure(built: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("sco_graph.cli.questions.show", closed)
    assert built("sparql", "SELECT ?s { ?s a sco:Summit }").exit_code == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--dyads", "all"], "Officials"),
        (["--ego", "Иван Тестов", "--dyads", "all"], "within 1 step of "),
        (["--actors", "state", "--since", "2020-01-01", "--held-only"], "since 2020-01-01; held only"),
        (["--with", "issue"], "issues discussed"),
        (["--statements", "congruence"], "same tone"),
    ],
)
def test_a_network_says_what_was_asked_for(built: Run, options: list[str], told: str) -> None:
    result = built("network", *options)
    assert result.exit_code == 0, result.stderr
    assert told in result.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--ego", "Nobody Nowhere"], "Nobody Nowhere"),
        (["--issue", "no-such-issue"], "no-such-issue"),
        (["--mode", "telepathy"], "phone"),
        (["--with", "issue", "--format", "html"], "gexf"),
        (["--since", "yesterday"], "yesterday"),
    ],
)
def test_what_a_network_cannot_be_made_of_is_said_plainly(built: Run, options: list[str], told: str) -> None:
    result = built("network", *options)
    assert result.exit_code != 0
    assert told in result.stderr
    assert "Traceback" not in result.output
