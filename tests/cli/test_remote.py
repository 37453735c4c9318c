"""Commands with a store on a server: the same answers, the same bytes as from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sco_graph.graph.store import Store
from sco_graph.manifest import beside
from sco_graph.pipeline import build
from sco_graph.query import answer, questions
from tests.servers import small
from tests.servers.virtuoso import Virtuoso, empty

from .conftest import Run, releases

OWN = {
    "person": "Иван Тестов",
    "speaker": "Иван Тестов",
    "document": "Телефонный разговор",
    "issue": "counter-terrorism",
    "since": "2021-01-01",
    "until": "2021-12-31",
    "year": "2021",
}


@pytest.fixture(scope="module", params=["small", "virtuoso"])
def there(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that holds the two releases."""
    folder = tmp_path_factory.mktemp("remote")
    with pytest.MonkeyPatch.context() as patch, small.serving() as lake:
        server: small.Server | Virtuoso = lake
        if request.param == "virtuoso":
            server = real = request.getfixturevalue("virtuoso_server")
            empty(real)
        for name, value in server.environment.items():
            patch.setenv(name, value)
        patch.chdir(folder)
        first = build([releases(folder / "in")], server.query)
        again = build([folder / "in"], server.query)
        assert (len(first.built), first.complete, again.built, len(again.unchanged)) == (2, True, (), 2)
        yield server.query


@pytest.mark.slow
def test_a_build_gives_the_quads_of_one_in_a_folder(there: str, once: Path) -> None:
    with Store(there, read_only=True) as store, Store(once, read_only=True) as local:
        assert [str(quad) for quad in store.quads()] == [str(quad) for quad in local.quads()]


@pytest.mark.slow
def test_every_question_is_answered_alike(there: str, once: Path) -> None:
    with Store(there, read_only=True) as store, Store(once, read_only=True) as local:
        ((event,),) = local.select("SELECT ?event { ?event a sco:PhoneCall ; sco:account ?account }").rows
        own = {**OWN, "claim": str(event), "interaction": str(event)}
        answered = 0
        for question in questions():
            given = {one.name: own.get(one.name, one.example) for one in question.parameters}
            found = answer(local, question.name, **given)
            assert answer(store, question.name, **given) == found, question.name
            answered += bool(found.rows)
    assert answered > 5


@pytest.mark.slow
def test_commands_give_the_same(run: Run, there: str, once: Path, tmp_path: Path) -> None:
    for place, name in ((there, "there"), (str(once), "here")):
        assert run("export", "--store", place, "--out", name, "--format", "nq", "--format", "csv").exit_code == 0
        assert run("network", "--store", place, "--out", f"{name}.html").exit_code == 0
    files = sorted(path.name for path in (tmp_path / "here").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "there").iterdir())
    for file in files:
        assert (tmp_path / "here" / file).read_bytes() == (tmp_path / "there" / file).read_bytes(), file
    assert (tmp_path / "here.html").read_bytes() == (tmp_path / "there.html").read_bytes()
    query = "SELECT ?label { ?event a sco:Interaction ; sco:account ?account ; skos:prefLabel ?label }"
    answers = {run("sparql", query, "--store", place, "--format", "csv").stdout for place in (there, str(once))}
    assert len(answers) == 1
    asked = ("ask", "interactions-of-person", "--person", "Иван Тестов", "--format", "json", "--store")
    assert run(*asked, there).stdout == run(*asked, str(once)).stdout


@pytest.mark.slow
def test_a_document_that_goes_leaves_the_server(run: Run, there: str, tmp_path: Path) -> None:
    with Store(there, read_only=True) as store:
        (key,) = store.with_source("https://example.org/summit")
    result = run("forget", "https://example.org/summit", "--store", there)
    assert result.exit_code == 0
    assert f"forgotten: {key}" in result.stderr
    with Store(there, read_only=True) as store:
        assert len(store.documents()) == 1


@pytest.mark.parametrize("command", ["infer", "release", "diff before", "backup copy", "restore ."])
def test_what_a_server_cannot_do_is_refused(run: Run, command: str) -> None:
    result = run(*command.split(), "--store", "http://localhost:1/sparql")
    assert result.exit_code == 2
    assert "this command works on a store in a folder, not on a server" in result.output + result.stderr


def test_what_is_inferred_is_not_on_a_server(run: Run) -> None:
    result = run("sparql", "ASK { ?s ?p ?o }", "--inferred", "--store", "http://localhost:1/sparql")
    assert result.exit_code == 2
    assert "only a store in a folder keeps what was inferred" in result.stderr


def test_records_of_a_store_on_a_server_lie_here() -> None:
    assert beside("https://lake.example:8443/sparql?key=secret").parent == Path(".sco-graph-remote")
    assert "secret" not in str(beside("https://ivan:secret@lake.example/sparql?key=secret"))
    assert beside("https://lake.example/a") != beside("https://lake.example/b")
    assert beside("folder") == beside(Path("folder")) == Path("folder")
