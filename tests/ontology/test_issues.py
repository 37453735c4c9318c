"""The scheme of issues is one tree under the guide's codes; its words are those that the extraction knows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from sco_graph import authority, corpus
from sco_graph.extraction import issues, languages, lexicon
from sco_graph.extraction.chinese import phrases
from sco_graph.vocabulary import BEYOND_GUIDE, GUIDE_CODES, SCHEME, SCO, concept, guide_code
from tests.test_sample import ISSUES

LANGUAGES = ("en", "ru", "zh")
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch)
TOP = URIRef(concept("issue", "all"))


@pytest.fixture(scope="session")
def scheme(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "issues.ttl")


@pytest.fixture(scope="session")
def matches(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "issue-matches.ttl")


@pytest.fixture(scope="session")
def wider(scheme: Graph) -> dict[str, str]:
    """Code to the code above it."""
    return {code(below): code(above) for below, above in scheme.subject_objects(SKOS.broader)}


def code(node: object) -> str:
    return str(node).removeprefix(SCHEME + "issue/")


def members(scheme: Graph) -> list[URIRef]:
    return sorted(node for node in scheme.subjects(RDF.type, URIRef(SCO + "Issue")) if isinstance(node, URIRef))


def labels(scheme: Graph, node: URIRef, kind: URIRef, language: str) -> list[str]:
    found = (value for value in scheme.objects(node, kind) if isinstance(value, Literal))
    return [str(value) for value in found if value.language == language]


def folded(label: str) -> str:
    return re.sub("[«»“”]", "", label).lower().replace("ё", "е")


def test_there_are_a_hundred_to_a_hundred_and_fifty(scheme: Graph) -> None:
    assert 100 <= len(members(scheme)) <= 150


def test_one_concept_is_on_top_said_both_ways(scheme: Graph) -> None:
    node = URIRef(SCHEME + "issue")
    assert set(scheme.objects(node, SKOS.hasTopConcept)) == set(scheme.subjects(SKOS.topConceptOf, node)) == {TOP}


def test_every_concept_but_the_top_stands_under_one_other_and_leads_to_the_top(scheme: Graph) -> None:
    for node in members(scheme):
        assert len(list(scheme.objects(node, SKOS.broader))) == (node != TOP), node
        # transitive_objects stops at a cycle, and a cycle never reaches the top.
        assert TOP in scheme.transitive_objects(node, SKOS.broader), node


def test_the_codes_of_the_guide_stand_under_groups_and_all_else_under_them(wider: dict[str, str]) -> None:
    groups = {below for below, above in wider.items() if above == "all"}
    second = {below for below, above in wider.items() if above in groups}
    assert len(groups) == 6
    assert second == ISSUES | BEYOND_GUIDE
    assert {below: above for below, above in wider.items() if below not in groups | second} == GUIDE_CODES


def test_every_code_maps_to_one_of_the_guide(wider: dict[str, str]) -> None:
    assert {guide_code(issue) for issue in (*GUIDE_CODES, *ISSUES)} == ISSUES
    assert {guide_code(issue) for issue in BEYOND_GUIDE} == {None}


def test_no_label_names_two_concepts_or_one_twice(scheme: Graph) -> None:
    for language in LANGUAGES:
        named: dict[str, list[str]] = defaultdict(list)
        for node in members(scheme):
            for kind in LABELS:
                for label in labels(scheme, node, kind, language):
                    named[folded(label)].append(code(node))
        assert {label: nodes for label, nodes in named.items() if len(nodes) > 1} == {}


def test_each_issue_below_the_groups_has_other_names_in_each_language(scheme: Graph, wider: dict[str, str]) -> None:
    for node in members(scheme):
        if wider.get(code(node), "all") != "all":
            for language in LANGUAGES:
                assert labels(scheme, node, SKOS.altLabel, language) or code(node) == "shanghai-spirit", (
                    node,
                    language,
                )


def test_related_goes_both_ways_and_never_up_or_down(scheme: Graph) -> None:
    pairs = set(scheme.subject_objects(SKOS.related))
    assert len(pairs) > 10
    for one, other in pairs:
        assert (other, one) in pairs
        # SKOS S27: related is disjoint from broaderTransitive.
        assert one not in scheme.transitive_objects(other, SKOS.broader)
        assert other not in scheme.transitive_objects(one, SKOS.broader)


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_of_the_lexicon_are_issues(language: str, scheme: Graph) -> None:
    known = {code(node) for node in members(scheme)} | {issues.NONE}
    for pattern, codes, _ in lexicon.rows(language, "issues", 3):
        assert set(codes.split(",")) <= known, pattern


def found_in(language: str, words: list[str]) -> list[set[str]]:
    """Codes that the lexicon of a language gives to each of some words."""
    if language == "zh":
        terms = phrases.Phrases((pattern, codes) for pattern, codes in lexicon.rows("zh", "issues", 2))
        return [
            {code for hit in terms.longest(word) for code in hit.value.split(",")} - {issues.NONE} for word in words
        ]
    starts = [sum(len(word) + 3 for word in words[:at]) for at in range(len(words))]
    document = corpus.from_text("".join(f"{word}.\n\n" for word in words), language=language, source="words")
    tokens = languages.read(document, authority.load()).tokens
    result: list[set[str]] = [set() for _ in words]
    for hit in issues.terms(language).longest(tokens, 0, len(tokens)):
        at = max(at for at, start in enumerate(starts) if start <= tokens[hit.first].start)
        result[at] |= set(hit.value) - {issues.NONE}
    return result


def triggers(scheme: Graph, language: str, *kinds: URIRef) -> list[tuple[str, str]]:
    return [
        (code(node), label)
        for node in members(scheme)
        for kind in kinds
        for label in labels(scheme, node, kind, language)
    ]


def test_words_that_name_an_issue_are_found_by_the_russian_lexicon(scheme: Graph) -> None:
    words = triggers(scheme, "ru", SKOS.hiddenLabel)
    assert len(words) > 180
    found = found_in("ru", [word for _, word in words])
    assert [(issue, word) for (issue, word), codes in zip(words, found, strict=True) if issue not in codes] == []


def test_every_narrow_code_of_the_lexicon_has_such_words(scheme: Graph) -> None:
    used = {issue for _, codes, _ in lexicon.rows("ru", "issues", 3) for issue in codes.split(",")} & set(GUIDE_CODES)
    assert len(used) > 90
    assert used <= {issue for issue, _ in triggers(scheme, "ru", SKOS.hiddenLabel)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_the_other_lexicons_find_agrees(scheme: Graph, language: str) -> None:
    """They know most of the words, and where they do, they give the issue's code of the guide."""
    words = [pair for pair in triggers(scheme, language, SKOS.hiddenLabel) if guide_code(pair[0])]
    found = found_in(language, [word for _, word in words])
    pairs = [(issue, word, codes) for (issue, word), codes in zip(words, found, strict=True) if codes]
    assert len(pairs) > 0.6 * len(words)
    assert [pair for pair in pairs if guide_code(pair[0]) not in set(map(guide_code, pair[2]))] == []


def test_matches_are_of_known_issues_and_to_known_indexes(scheme: Graph, matches: Graph) -> None:
    known = set(members(scheme))
    assert len(set(matches.subjects())) >= 100
    for node, kind, other in matches:
        assert node in known
        assert kind in MATCHES
        assert re.fullmatch(
            r"http://(eurovoc\.europa\.eu/(\d+|c_[0-9a-f]{8})|metadata\.un\.org/thesaurus/\d{7}"
            r"|www\.wikidata\.org/entity/Q\d+)",
            str(other),
        )


def test_no_heading_is_exactly_two_issues(matches: Graph) -> None:
    # SKOS S45: exactMatch is transitive, so the two would be one.
    counted = Counter(matches.objects(None, SKOS.exactMatch))
    assert [heading for heading, times in counted.items() if times > 1] == []


def test_no_pair_is_matched_in_two_ways(matches: Graph) -> None:
    counted = Counter((node, other) for node, _, other in matches)
    assert [pair for pair, times in counted.items() if times > 1] == []


def test_headings_of_eurovoc_are_those_written_beside(root: Path, shared: Path) -> None:
    text = (shared / "datasets" / "eurovoc" / "eurovoc.yaml").read_text("utf-8")
    concepts = yaml.load(text, Loader=yaml.CSafeLoader)["concepts"]
    named = {str(key): value["prefLabel"].get("en", "").strip() for key, value in concepts.items()}
    rows = re.findall(r"eurovoc:(\S+) \.  # (.+)", (root / "ontology" / "issue-matches.ttl").read_text("utf-8"))
    assert len(rows) > 90
    assert [(key, heading, named.get(key)) for key, heading in rows if named.get(key) != heading.strip()] == []


def test_headings_of_unbis_are_known(root: Path, shared: Path) -> None:
    lines = (shared / "datasets" / "unbis_thesaurus" / "terms_links.csv").read_text("utf-8", "replace").splitlines()
    known = {line.split("\t")[0].strip() for line in lines}
    rows = re.findall(r"unbis:\d+ \.  # (.+)", (root / "ontology" / "issue-matches.ttl").read_text("utf-8"))
    later = {"COVID-19", "SMALL AND MEDIUM ENTERPRISES"}  # the set is of 2016
    assert len(rows) > 80
    assert {heading.strip() for heading in rows} - known - later == set()
