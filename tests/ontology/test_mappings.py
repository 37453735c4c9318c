"""Types of interaction and speech acts are mapped to PLOVER and CAMEO as SSSOM asks, each once in each."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from sco_graph.vocabulary import SCHEME, SCO

TARGETS = ("plover", "cameo")
SUBJECTS = ("interaction-type", "speech-act")
NONE = "sssom:NoTermFound"
# SSSOM 1.0: slots of a mapping set and of a mapping that this table uses; the first five are those that must be there.
COLUMNS = [
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification",
    "subject_source", "object_source", "comment",
]  # fmt: skip
SLOTS = {
    "curie_map", "comment", "creator_label", "license", "mapping_date", "mapping_set_description", "mapping_set_id",
    "mapping_set_title", "mapping_set_version", "see_also",
}  # fmt: skip
VOCABULARIES = {
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "lode": "http://linkedevents.org/ontology/",
    "schema": "https://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": str(SKOS),
}


@dataclass(frozen=True)
class Table:
    """Head and rows of an SSSOM table."""

    head: dict[str, Any]
    rows: list[dict[str, str]]

    def iri(self, curie: str) -> URIRef:
        prefix, _, local = curie.partition(":")
        return URIRef(self.head["curie_map"][prefix] + local)


@pytest.fixture(scope="session")
def table(root: Path) -> Table:
    lines = (root / "ontology" / "plover-cameo.sssom.tsv").read_text("utf-8").splitlines()
    head = [line[1:] for line in lines if line.startswith("#")]
    reader = csv.DictReader(lines[len(head) :], delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    rows = list(reader)
    assert reader.fieldnames == COLUMNS
    assert all(None not in row and None not in row.values() for row in rows)
    return Table(yaml.safe_load("\n".join(head)), rows)


@pytest.fixture(scope="session")
def alignments(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "alignments.ttl")


def test_the_head_is_that_of_a_mapping_set(table: Table) -> None:
    assert set(table.head) == SLOTS
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", table.head["mapping_date"])
    assert table.head["license"].startswith("https://creativecommons.org/")


def test_every_identifier_has_a_prefix_of_the_map_and_none_is_idle(table: Table) -> None:
    identifiers = (
        "subject_id",
        "predicate_id",
        "object_id",
        "mapping_justification",
        "subject_source",
        "object_source",
    )
    used = {row[column].partition(":")[0] for row in table.rows for column in identifiers}
    assert used == set(table.head["curie_map"])
    assert all(str(iri).startswith(("http://", "https://")) for iri in table.head["curie_map"].values())


def test_each_row_is_a_mapping(table: Table) -> None:
    for row in table.rows:
        assert re.fullmatch(r"skos:(exact|close|broad|narrow|related)Match", row["predicate_id"])
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert row["comment"].startswith("None: " if row["object_id"] == NONE else "Lost: "), row
        assert bool(row["object_label"]) == (row["object_id"] != NONE)
    assert table.rows == sorted(table.rows, key=lambda row: list(row.values()))


@pytest.mark.parametrize("target", TARGETS)
def test_each_type_and_act_has_one_target_or_none(table: Table, schemes: Graph, target: str) -> None:
    wanted = {
        (str(code), scheme)
        for scheme in SUBJECTS
        for member in schemes.subjects(SKOS.inScheme, URIRef(SCHEME + scheme))
        for code in schemes.objects(member, SKOS.notation)
    }
    rows = [row for row in table.rows if row["object_source"] == f"scheme:{target}"]
    counted = Counter((row["subject_id"].partition(":")[2], row["subject_source"].partition(":")[2]) for row in rows)
    assert counted == dict.fromkeys(wanted, 1)
    assert {row["object_id"].partition(":")[0] for row in rows if row["object_id"] != NONE} == {target}
    assert 0 < sum(row["object_id"] == NONE for row in rows) < len(rows) / 2


def test_labels_of_subjects_are_ours(table: Table, schemes: Graph) -> None:
    for row in table.rows:
        label = Literal(row["subject_label"], lang="en")
        assert (table.iri(row["subject_id"]), SKOS.prefLabel, label) in schemes, row["subject_id"]


def test_the_turtle_says_the_same(table: Table, alignments: Graph) -> None:
    matched = {
        (table.iri(row["subject_id"]), table.iri(row["predicate_id"]), table.iri(row["object_id"]))
        for row in table.rows
        if row["object_id"] != NONE
    }
    ours = tuple(SCHEME + scheme + "/" for scheme in SUBJECTS)
    stated = {triple for triple in alignments if str(triple[0]).startswith(ours) and triple[1] != SKOS.note}
    assert stated == matched
    notes = {
        (table.iri(row["subject_id"]), f"{row['object_source'].partition(':')[2].upper()}: {_small(row['comment'])}")
        for row in table.rows
    }
    assert {(node, str(note)) for node, note in alignments.subject_objects(SKOS.note)} == notes


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def test_targets_are_declared_and_all_are_used(table: Table, alignments: Graph) -> None:
    declared = {node for name in TARGETS for node in alignments.subjects(SKOS.inScheme, URIRef(SCHEME + name))}
    used = {table.iri(row["object_id"]) for row in table.rows if row["object_id"] != NONE}
    wider = {above for node in used for above in alignments.objects(node, SKOS.broader)}
    assert declared == used | wider
    for row in table.rows:
        if row["object_id"] != NONE:
            (label,) = alignments.objects(table.iri(row["object_id"]), SKOS.prefLabel)
            assert row["object_label"].lower() in str(label).lower()


def test_codes_are_those_of_the_manuals(table: Table, shared: Path) -> None:
    folder = shared / "datasets" / "plover"
    conversion = (folder / "CAMEO2PLOVER-2021.txt").read_text("utf-8", "replace")
    manual = (folder / "PLOVER_MANUAL.tex").read_text("utf-8", "replace")
    for row in table.rows:
        target, _, code = row["object_id"].partition(":")
        if target == "plover":
            kind, _, mode = code.partition("-")
            assert f"\\section{{{kind}}}" in manual
            assert not mode or re.search(rf"^{mode}\s*&", manual, re.MULTILINE)
        # The conversion table begins at 03: PLOVER has no statements and appeals of its own.
        elif target == "cameo" and not code.startswith(("01", "02")):
            assert re.search(rf"^{code}: ", conversion, re.MULTILINE), code


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_ontology_is_tied_to_each_vocabulary(ontology: Graph, name: str) -> None:
    above = {*ontology.objects(None, RDFS.subClassOf), *ontology.objects(None, RDFS.subPropertyOf)}
    assert any(str(term).startswith(VOCABULARIES[name]) for term in above)


def test_every_class_that_has_instances_is_some_kind_of_theirs(ontology: Graph, classes: list[URIRef]) -> None:
    theirs = tuple(VOCABULARIES.values())
    for term in classes:
        if (term, URIRef(SCO + "abstract"), None) not in ontology:
            above = ontology.transitive_objects(term, RDFS.subClassOf)
            assert any(str(one).startswith(theirs) for one in above), term
    assert (None, OWL.equivalentClass, None) not in ontology
    assert not any(str(node).startswith(theirs) for node in ontology.subjects(RDF.type, OWL.Class))
