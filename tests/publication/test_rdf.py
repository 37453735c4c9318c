"""Every syntax is read again by two libraries and holds what the store holds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from sco_graph.errors import InvalidRDF, ScoGraphError, UnwritableOutput
from sco_graph.graph.store import Store
from sco_graph.publication import export, rdf
from sco_graph.publication.namespaces import Namespaces
from sco_graph.vocabulary import AUTHORITY, ID, INFERRED, SCO, XSD

from .. import fiction

OX = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML, "trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS,
}  # fmt: skip
RDFLIB = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml", "trig": "trig", "nq": "nquads"}
AWKWARD = (
    "two\nlines and a\ttab\rreturn", 'a "quoted" back\\slash', "<tag> & entity; ]]>", "озеро 湖 🏞", "е\u0301 и\u0306",
    "", " spaces ", "line\u2028separator", "\u007f",
)  # fmt: skip


@pytest.fixture
def store() -> Iterator[Store]:
    with Store(None) as found:
        for stem in ("fiction", "retelling"):
            document = fiction.document(stem)
            found.replace_document(document, fiction.facts(document), "1", "1")
        lake = f"<{ID}place/lake>"
        texts = " ".join(f"{lake} <{SCO}name> {ox.Literal(text, language='ru')} ." for text in AWKWARD)
        found.update(
            f"INSERT DATA {{ GRAPH <{AUTHORITY}> {{ {texts} "
            f"{lake} <{SCO}level> 7, -1, 1.50, true, '07'^^<{XSD}string>, '2020'^^<{XSD}gYear> ; "
            f"<https://example.org/terms/7th-part> <https://example.org/a(b)?c=%20&d=1> , <urn:lake:1>, <{ID}a/b/c.> . "
            f"}} GRAPH <{INFERRED}> {{ {lake} a <{SCO}Guess> }} }}"
        )
        yield found


def literal(term: rdflib.term.Node) -> str:
    """A term of rdflib as pyoxigraph spells it."""
    if not isinstance(term, rdflib.Literal):
        return term.n3()
    if term.language:
        return str(ox.Literal(str(term), language=term.language))
    return str(ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or XSD + "string"))))


def held(store: Store) -> set[ox.Quad]:
    return {quad for quad in store.quads() if str(quad.graph_name) != f"<{INFERRED}>"}


def spelled(quads: Iterable[ox.Quad]) -> set[tuple[str, ...]]:
    return {(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name)) for q in quads}


@pytest.mark.parametrize("form", rdf.FORMATS)
def test_pyoxigraph_reads_the_same_quads(store: Store, tmp_path: Path, form: str) -> None:
    (path,) = export(store, tmp_path, [form])
    assert path.name == f"graph.{form}"
    found = list(ox.parse(path.read_bytes(), format=OX[form]))
    assert len(found) == len(set(found))
    if form in ("trig", "nq"):
        assert set(found) == held(store)
    else:
        assert {quad.triple for quad in found} == {quad.triple for quad in held(store)}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of its own inner calls
@pytest.mark.parametrize("form", rdf.FORMATS)
def test_rdflib_reads_the_same_quads(store: Store, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    (path,) = export(store, tmp_path, [form])
    data = rdflib.Dataset()
    data.parse(path, format=RDFLIB[form])
    found = {(s.n3(), p.n3(), literal(o), f"<{g}>") for s, p, o, g in data.quads()}
    if form in ("trig", "nq"):
        assert found == spelled(held(store))
    else:
        assert {row[:3] for row in found} == {row[:3] for row in spelled(held(store))}


def test_turtle_is_for_people(store: Store, tmp_path: Path) -> None:
    text = export(store, tmp_path, ["ttl"])[0].read_text("utf-8")
    lines = text.splitlines()
    assert lines[0] == "# Union of the graphs of 2 documents and of: authority, entities, interactions, provenance."
    assert "official:ivan-testov a sco:Actor,\n        sco:Official ;\n    skos:prefLabel " in text
    assert '    sco:startDate "2021-03-02"^^xsd:date ;\n' in text
    assert "    sco:spanStart 0 ;\n" in text
    assert "_:" not in text


def test_triples_of_a_query_are_written_as_turtle() -> None:
    lake, name = ox.NamedNode(ID + "place/lake"), ox.NamedNode(SCO + "name")
    triples = [ox.Triple(lake, name, ox.Literal(text)) for text in ("b", "a", "b")]
    assert rdf.readable(triples).endswith('\nplace:lake sco:name "a",\n        "b" .\n')


def test_lines_are_sorted_by_code_points(store: Store, tmp_path: Path) -> None:
    for path in export(store, tmp_path, ["nt", "nq"]):
        lines = path.read_bytes().split(b"\n")
        assert lines[:-1] == sorted(lines[:-1])


def test_control_characters_that_xml_lacks_are_replaced_there_and_only_there(tmp_path: Path) -> None:
    with Store(None) as store:
        store.update(f"INSERT DATA {{ GRAPH <{AUTHORITY}> {{ <{ID}place/lake> <{SCO}name> 'a\\u000Bb' }} }}")
        export(store, tmp_path, ["nt", "rdf"])
    (triple,) = ox.parse((tmp_path / "graph.rdf").read_bytes(), format=ox.RdfFormat.RDF_XML)
    assert triple.object == ox.Literal("a\ufffdb")
    (triple,) = ox.parse((tmp_path / "graph.nt").read_bytes(), format=ox.RdfFormat.N_TRIPLES)
    assert triple.object == ox.Literal("a\x0bb")


def test_a_blank_node_is_refused(tmp_path: Path) -> None:
    with Store(None) as store:
        store.update(f"INSERT DATA {{ GRAPH <{AUTHORITY}> {{ [] a <{SCO}Place> }} }}")
        with pytest.raises(InvalidRDF, match=r"the store: _:\w+ is no IRI"):
            export(store, tmp_path, ["nt"])


def test_a_property_without_a_name_is_refused_by_xml() -> None:
    with pytest.raises(InvalidRDF, match=r"https://example\.org/7: cannot be a property"):
        Namespaces([]).elements(["https://example.org/7"])


def test_an_empty_store_gives_valid_files(tmp_path: Path) -> None:
    with Store(None) as store:
        for path in export(store, tmp_path, rdf.FORMATS):
            assert list(ox.parse(path.read_bytes(), format=OX[path.suffix[1:]])) == []


def test_formats_are_written_in_the_order_asked_for_and_once(store: Store, tmp_path: Path) -> None:
    names = [path.name for path in export(store, tmp_path, ["nq", "ttl", "nq"])]
    assert names == ["graph.nq", "graph.ttl"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_an_unknown_format_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ScoGraphError, match=r"n3: is no format of exports\. Choose among ttl, nt"):
        export(store, tmp_path, ["n3"])


def test_a_folder_that_is_a_file_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(UnwritableOutput, match=r"graph\.ttl: "):
        export(store, tmp_path / "out", ["ttl"])


CODE = """
import sys
from pathlib import Path
from tests import fiction
from sco_graph.graph.store import Store
from sco_graph.network import page, project
from sco_graph.publication import export

with Store(None) as store:
    for stem in sys.argv[2:]:
        document = fiction.document(stem)
        store.replace_document(document, fiction.facts(document), "1", "1")
    export(store, Path(sys.argv[1]))
    page.write(project(store), Path(sys.argv[1]) / "network.html")
"""


def test_bytes_hang_on_no_hash_locale_time_zone_or_order(tmp_path: Path, root: Path) -> None:
    runs = (("0", "UTC", "C", "abc"), ("1", "Asia/Tashkent", "C.UTF-8", "cab"), ("77", "America/Lima", "POSIX", "bca"))
    outcomes = []
    for seed, zone, locale, documents in runs:
        subprocess.run(
            [sys.executable, "-c", CODE, str(tmp_path / seed), *documents],
            env={
                "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "0",
                "PYTHONPATH": f"{root}:{root / 'src'}",
            },
            cwd=root, check=True,
        )  # fmt: skip
        outcomes.append({path.name: path.read_bytes() for path in sorted((tmp_path / seed).iterdir())})
    assert len(outcomes[0]) == len(rdf.FORMATS) + 5 + 1
    assert outcomes[0] == outcomes[1] == outcomes[2]
