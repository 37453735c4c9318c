"""What users write becomes a term, or a line that says what is wrong and which names come near."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sco_graph.errors import InvalidQuery, UnknownEntity
from sco_graph.graph.store import Store
from sco_graph.query import answer
from tests.query import stories


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(None) as made:
        yield stories.fill(made)


@pytest.mark.parametrize(
    "person",
    [
        "official/ivan-testov",
        "https://w3id.org/sco-graph/id/official/ivan-testov",
        "ivan-testov",
        "Ivan Testov",
        "иван тестов",
        "伊万·特斯托夫",
    ],
)
def test_a_person_is_found_by_key_iri_and_name(store: Store, person: str) -> None:
    assert len(answer(store, "interactions-of-person", person=person).rows) == 4


@pytest.mark.parametrize("state", ["XF", "state/XF", "xf", "Фридония", "фридонский", "FREEDONIA"])
def test_a_state_is_found_by_code_key_name_and_adjective(store: Store, state: str) -> None:
    assert len(answer(store, "interactions-by-state-and-year", state=state, year=2021).rows) == 2


@pytest.mark.parametrize("issue", ["environment", "окружающая среда", "Экология", "环境"])
def test_an_issue_is_found_by_code_and_name(store: Store, issue: str) -> None:
    assert len(answer(store, "interactions-by-issue", issue=issue).rows) == 1


WRONG: dict[str, tuple[str, dict[str, object], type[Exception], str]] = {
    "no question": ("who-meets-whom", {}, InvalidQuery, "there is none named 'who-meets-whom'. Choose among who-met"),
    "far off": ("xyz", {}, InvalidQuery, "Choose among claims-of-document, co-participation"),
    "no parameter": (
        "who-met-whom", {"person": "x", "city": "y"}, InvalidQuery,
        "who-met-whom: it has no parameter city, person. It takes [status], [since], [until], [language].",
    ),
    "missing": (
        "interactions-by-state-and-year", {"state": None}, InvalidQuery,
        "it needs state, year. It takes state, year, [language].",
    ),
    "no day": ("who-met-whom", {"since": "soon"}, InvalidQuery, "since: 'soon' is no day. Write it as YYYY-MM-DD."),
    "no year": (
        "interactions-by-state-and-year", {"state": "XF", "year": "MMXX"}, InvalidQuery,
        "year: 'MMXX' is no year. Write it as YYYY.",
    ),
    "no language": ("who-met-whom", {"language": "la"}, InvalidQuery, "'la' is no language. Use ru, en, zh."),
    "no status": ("who-met-whom", {"status": "over"}, InvalidQuery, "'over' is no status. Use held, planned"),
    "near name": (
        "interactions-of-person", {"person": "Ivan Testow"}, UnknownEntity,
        "person: no official is named 'Ivan Testow'. Did you mean Ivan Testov?",
    ),
    "near issue": (
        "interactions-by-issue", {"issue": "enviroment"}, UnknownEntity, "Did you mean environment"
    ),
    "no name": (
        "interactions-of-person", {"person": "Qqq"}, UnknownEntity,
        "no official is named 'Qqq'. Give a key, an IRI, or a name as the tables have it.",
    ),
    "wrong kind": (
        "interactions-of-person", {"person": "state/XF"}, UnknownEntity, "no official is named 'state/XF'"
    ),
    "no claim": (
        "evidence-of-claim", {"claim": "statement/none"}, UnknownEntity, "nothing is known of 'statement/none'. Give"
    ),
    "no key": ("evidence-of-claim", {"claim": "what he said"}, UnknownEntity, "nothing is known of 'what he said'"),
    "injection": (
        "interactions-of-person", {"person": '" } UNION { ?interaction ?p ?o } #'}, UnknownEntity, "no official is"
    ),
    "injected IRI": (
        "evidence-of-claim", {"claim": "https://example.org/> } #"}, UnknownEntity, "nothing is known of"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_in_one_line(store: Store, case: str) -> None:
    name, given, kind, message = WRONG[case]
    with pytest.raises(kind) as caught:
        answer(store, name, **given)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_of_two_that_share_a_name_the_keys_are_told(store: Store) -> None:
    with Store(None) as other:
        stories.fill(other)
        other.update(
            """INSERT DATA { GRAPH graph:entities { <https://w3id.org/sco-graph/id/official/ivan-testov-xs>
               a sco:Official, sco:Actor ; skos:prefLabel "Ivan Testov"@en } }"""
        )
        with pytest.raises(UnknownEntity, match=r"2 are named 'Ivan Testov'\. Choose by key: official/ivan-testov, of"):
            answer(other, "interactions-of-person", person="Ivan Testov")
        assert answer(other, "interactions-of-person", person="official/ivan-testov-xs").rows == ()
