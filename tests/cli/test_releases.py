"""States that are kept, and what is other between two of them, with the reason."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from sco_graph.graph.store import Store
from sco_graph.model import Document, Facts, Mode
from sco_graph.releases import summarise
from tests.graph.fictional import authority, document, facts

from .conftest import Run

STORE = Path(".sco-graph")


def put(store: Store, *told: tuple[Document, Facts], rules: str = "1") -> None:
    store.replace_documents(told, rules, "tables-1")


def rows(run: Run, *arguments: str) -> list[dict[str, str]]:
    result = run("diff", *arguments, "--format", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.fixture
def changed(run: Run) -> Run:
    """A store with a release ``one``, changed in every way since."""
    kept, changing, leaving = (document(name) for name in ("kept", "changing", "leaving"))
    with Store(STORE) as store:
        store.load_authority(authority())
        put(store, *((note, facts(note)) for note in (kept, changing, leaving)))
    assert run("release", "one").exit_code == 0
    other = document("changing", text=changing.text + " ")
    with Store(STORE) as store:
        put(store, (other, facts(other, mode=Mode.VIDEO)))
        put(store, (kept, facts(kept, issues=("trade", "energy"))), rules="2")
        store.forget(leaving.key)
        put(store, (coming := document("coming"), facts(coming)))
        store.load_authority(authority(version="tables-2", with_pyotr=True))
        store.update('INSERT DATA { GRAPH graph:decisions { wd:Q1 skos:prefLabel "Decided"@en } }')
    return run


def test_each_fact_that_came_went_or_changed_has_its_reason(changed: Run) -> None:
    found = rows(changed, "one")
    whys = {(row["document"].rsplit("-", 1)[0], row["why"]) for row in found}
    assert whys == {
        ("coming", "new document"),
        ("leaving", "document left"),
        ("changing", "changed document"),
        ("kept", "new rules"),
        ("authority", "new tables"),
        ("decisions", "human decision"),
    }
    (mode,) = [row for row in found if row["property"].endswith("#mode") and row["change"] == "changed"]
    assert (mode["before"].rsplit("/", 1)[1], mode["after"].rsplit("/", 1)[1]) == ("in-person", "video")
    (issue,) = [row for row in found if row["why"] == "new rules"]
    assert (issue["change"], issue["after"].rsplit("/", 1)[1]) == ("came", "energy")
    assert {row["change"] for row in found if row["why"] == "new document"} == {"came"}
    assert {row["change"] for row in found if row["why"] == "document left"} == {"went"}


def test_a_state_has_no_difference_to_itself(changed: Run) -> None:
    assert rows(changed, "one", "one") == []
    assert changed("release", "two").exit_code == 0
    assert rows(changed, "two") == []
    assert rows(changed, "one", "two") == rows(changed, "one")
    assert [line.split()[0] for line in changed("release").stdout.splitlines()[2:]] == ["one", "two"]


def test_json_and_rdf_tell_the_same(changed: Run) -> None:
    found = rows(changed, "one")
    told = json.loads(changed("diff", "one", "--format", "json").stdout)["results"]["bindings"]
    assert len(told) == len(found)
    graph = Graph().parse(data=changed("diff", "one", "--format", "ttl").stdout, format="turtle")
    cs = "http://purl.org/vocab/changeset/schema#"
    assert len(list(graph.subject_objects(URIRef(cs + "changeReason")))) == len(found)


def test_a_table_has_one_line_for_each_thing(changed: Run) -> None:
    told = changed("diff", "one", "--format", "table").stdout
    found = summarise(STORE, "one")
    lines = [{c: str(v or "") for c, v in zip(found.columns, row, strict=True)} for row in found.rows]
    assert len(found.rows) < len(rows(changed, "one")) / 2
    (meeting,) = [line for line in lines if line["kind"] == "interaction"]
    assert (meeting["change"], meeting["name"][:8]) == ("changed", "Meeting:")
    for words in ("told by 1 document more", "told by 1 document less", "mode: in-person → video", "+ issue: energy"):
        assert words in meeting["what"], meeting["what"]
    assert set(meeting["why"].split("; ")) == {"new document", "document left", "changed document", "new rules"}
    assert meeting["where"].endswith("and 3 more")
    assert {line["change"] for line in lines if line["kind"] == "document"} == {"came", "went", "changed"}
    assert any(line["why"] == "human decision" and line["what"] == "name: Decided" for line in lines)
    assert any(line["why"] == "new tables" and line["where"] == "authority" for line in lines)
    assert "subject" not in told
    assert "subject" in changed("diff", "one", "--detail").stdout


def test_each_property_names_its_thing(changed: Run) -> None:
    found = rows(changed, "one")
    assert {row["kind"] for row in found if "/participation/" in row["subject"]} == {"interaction"}
    assert {row["thing"].rsplit("/", 2)[1] for row in found if "/mention/" in row["subject"]} >= {"official", "state"}


def test_names_that_are_none_are_told(run: Run) -> None:
    with Store(STORE):
        pass
    for arguments in (("release", "now"), ("release", "../x"), ("diff", "none"), ("diff", "../../x")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
    run("release", "one")
    assert "there is something in it" in run("release", "one").stderr
