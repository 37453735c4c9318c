"""The pages that document the ontology: whole, in their language, alone, and with examples that the graph holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import RDFS, Graph, URIRef
from rdflib.term import Node

from sco_graph.errors import GraphError
from sco_graph.graph.store import Store
from sco_graph.publication import reference
from sco_graph.publication.reference import diagram, examples, terms, turtle
from sco_graph.publication.reference.words import LANGUAGES, words
from sco_graph.vocabulary import ONTOLOGY, ROOT, SCO
from tests.browser import chromium
from tests.query import stories

LOADING = {"script", "link", "img", "iframe", "object", "embed", "source", "video", "audio", "style"}


class Page(HTMLParser):
    """What a test asks of a page: anchors, links, elements that load, texts."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loading: list[tuple[str, dict[str, str | None]]] = []
        self.language = ""
        self.blocks: list[str] = []
        self._open: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.language = self.language or (values.get("lang") or "" if tag == "html" else "")
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value and tag == "a"]
        if tag in LOADING:
            self.loading.append((tag, values))
        if tag == "pre":
            self.blocks.append("")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "pre" in self._open:
            self.blocks[-1] += data


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(None) as held:
        held.load_ontology()
        held.load_authority(stories.AUTHORITY)
        held.replace_documents(stories.stories())
        yield held


@pytest.fixture(scope="module")
def pages(store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    paths = reference.write(store, tmp_path_factory.mktemp("reference"))
    return {path.stem: path for path in paths}


def test_there_is_a_page_a_language(pages: dict[str, Path]) -> None:
    assert list(pages) == list(LANGUAGES)
    for language, path in pages.items():
        assert Page(path).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_within_a_page_lead_somewhere_and_names_are_unique(pages: dict[str, Path], language: str) -> None:
    page = Page(pages[language])
    assert len(page.ids) == len(set(page.ids)) > 300
    inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert len(inner) > 300
    assert inner - set(page.ids) == set()
    others = {link for link in page.links if not link.startswith(("#", "http://", "https://"))}
    assert others == {f"{code}.html" for code in LANGUAGES if code != language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Path], language: str) -> None:
    page = Page(pages[language])
    assert [tag for tag, _ in page.loading] == ["link", "style"]
    assert page.loading[0][1] == {"rel": "canonical", "href": SCO.removesuffix("#")}
    assert not re.search(r"url\((?!#)|@import", pages[language].read_text("utf-8"))


def test_the_same_store_gives_the_same_bytes(store: Store, pages: dict[str, Path], tmp_path: Path) -> None:
    for path in reference.write(store, tmp_path, ["ru", "en"]):
        assert path.read_bytes() == pages[path.stem].read_bytes()


def test_examples_are_turtle_that_the_graph_holds(store: Store, pages: dict[str, Path]) -> None:
    held = {str(triple.subject).strip("<>") for triple in store.triples()}
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in turtle.SHOWN.items())
    blocks = Page(pages["en"]).blocks
    assert len(blocks) > 70
    for block in blocks:
        graph = Graph().parse(data=f"@base <{ROOT}> .\n{prefixes}{block}", format="turtle")
        assert 1 <= len(graph) <= 6
        assert {str(node) for node in graph.subjects()} <= held


def test_a_term_that_no_graph_uses_says_so(store: Store) -> None:
    term = terms.Described(iri=SCO + "Nowhere", kind="class", labels={}, definitions={})
    assert examples.example(store, term).turtle == ""
    unused = terms.Described(iri=SCO + "nothing", kind="object", labels={}, definitions={})
    assert examples.example(store, unused).turtle == ""


def test_long_texts_are_cut_and_types_are_shown() -> None:
    from sco_graph.model import Term

    assert len(turtle.term(Term(value="a" * 500, language="en"))) < 200
    assert turtle.term(Term(value="7", datatype=turtle.SHOWN["xsd"] + "integer")) == '"7"^^xsd:integer'
    assert turtle.term(Term(value='a"\n', datatype=turtle.SHOWN["xsd"] + "string")) == '"a\\"\\n"'


def test_arrows_of_the_diagram_are_those_of_the_ontology(root: Path) -> None:
    ontology = Graph().parse(root / "ontology" / "sco.ttl")

    def above(name: str) -> set[Node]:
        return {term for term in ontology.transitive_objects(URIRef(SCO + name), RDFS.subClassOf) if term}

    boxes, arrows = diagram.table()
    assert len({(box.column, box.row) for box in boxes.values()}) == len(boxes)
    for arrow in arrows:
        if arrow.name == diagram.KIND:
            assert URIRef(SCO + arrow.end) in above(arrow.start)
            continue
        (domain,), (range_,) = (
            list(ontology.objects(URIRef(SCO + arrow.name), end)) for end in (RDFS.domain, RDFS.range)
        )
        assert domain in above(arrow.start), arrow
        # The box may be of a class above: a holder is an official, which is an actor.
        assert range_ in above(arrow.end) or URIRef(SCO + arrow.end) in above(str(range_).removeprefix(SCO)), arrow


def test_every_word_is_in_each_language() -> None:
    keys = {language: set(words(language)) for language in LANGUAGES}
    assert keys["en"] == keys["ru"] == keys["zh"]
    assert all(re.search("[А-Яа-я]", text) for key, text in words("ru").items() if key != "language")


def test_a_store_without_ontology_is_told_of(tmp_path: Path) -> None:
    with Store(None) as empty, pytest.raises(GraphError, match="holds no ontology"):
        reference.write(empty, tmp_path)


def test_a_header_without_licence_is_left_empty() -> None:
    with Store(None) as bare:
        bare.update(f"INSERT DATA {{ GRAPH <{ONTOLOGY}> {{ <{terms.HEADER}> a owl:Ontology }} }}")
        assert terms.read(bare).licence == ""


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360])
def test_a_browser_shows_it_without_scrolling_sideways(pages: dict[str, Path], width: int) -> None:
    for path in pages.values():
        with chromium(width) as browser:
            browser.get(path.as_uri())
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width
            assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]  # selenium types it not
