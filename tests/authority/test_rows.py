"""Every row resolves, and a fault in one is told with file, line, what is wrong and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sco_graph.authority import Authority, load
from sco_graph.authority.agreement import overlap
from sco_graph.authority.index import Index
from sco_graph.authority.records import Tenure
from sco_graph.errors import InvalidRecord
from sco_graph.model import Key

Write = Callable[[str, str], Path]

FAULTS = {
    "a post that nothing declares": (
        "tenures", "wang-yi|cn-lake-warden|2020||||verified||own", 'post "cn-lake-warden" is not declared', "posts.tsv",
    ),
    "a post at a body that nothing declares": (
        "tenures", "wang-yi|lake-union-secretary-general|2020||||verified||own", "is not declared", "posts.tsv",
    ),
    "a person whom nothing declares": (
        "tenures", "ivan-testov|cn-premier|2020||||verified||own", 'official "ivan-testov" is not', "officials.tsv",
    ),
    "a state that nothing declares": (
        "officials", "ivan-testov|XX||own", 'state "XX" is not declared', "states.tsv",
    ),
    "a body that nothing declares": (
        "memberships", "CN|lake-union|member|2020||verified||own", 'body "lake-union" is not declared', "bodies.tsv",
    ),
    "a source that nothing declares": (
        "officials", "ivan-testov|||rumour", 'source "rumour" is not declared', "sources.tsv",
    ),
    "a row without a source": ("officials", "ivan-testov|||", "source is empty", "Every row needs it"),
    "a language that is none of ours": (
        "official_names", "wang-yi|fr|alias|Wang Yi|own", 'language "fr" is unknown', "en, ru, zh",
    ),
    "a kind of name that is unknown": (
        "official_names", "wang-yi|en|nickname|Wang Yi|own", 'kind "nickname" is unknown', "preferred",
    ),
    "a Russian name said to be English": (
        "official_names", "wang-yi|en|alias|Ван И|own", '"Ван И" is no name in "en"', "Make the language ru",
    ),
    "an English name said to be Chinese": (
        "official_names", "wang-yi|zh|alias|Wang Yi|own", '"Wang Yi" is no name in "zh"', "Make the language en",
    ),
    "a date that is none": (
        "tenures", "wang-yi|cn-premier|2020-13||||verified||own", 'start "2020-13" is no date', "YYYY-MM-DD",
    ),
    "an end before the start": (
        "tenures", "wang-yi|cn-premier|2020|2019|||verified||own", "it ends on 2019, before it starts on 2020", "Mend",
    ),
    "a last sighting before the start": (
        "tenures", "wang-yi|cn-premier|2020|||2019-05|verified||own", "it ends on 2019-05, before", "Mend",
    ),
    "a last sighting before the first": (
        "tenures", "wang-yi|cn-premier|||2020|2019|verified||own", "it ends on 2019, before it starts on 2020", "Mend",
    ),
    "a status that is unknown": (
        "tenures", "wang-yi|cn-premier|2020||||sure||own", 'status "sure" is unknown', "verified, unverified",
    ),
    "a recalled row said to be verified": (
        "tenures", "wang-yi|cn-premier|1990|1991|||verified||unverified", "a verified row has no source", "unverified",
    ),
    "two people in a post of one": (
        "tenures", "wang-yi|sco-secretary-general|2020-01-01|2020-06-01|||verified||own",
        '"wang-yi" and "vladimir-norov"', "both rows unverified",
    ),
    "a key that is not readable": ("officials", "Иван|||own", 'key "Иван" is no key', "small ASCII letters"),
    "a Wikidata id of somebody else": (
        "officials", "ivan-testov|RU|Q7747|own", '"ivan-testov" has the Wikidata id of "vladimir-putin"', "one key",
    ),
    "a row that stands twice": (
        "officials", "ivan-testov|RU||own\nivan-testov|RU||own", '"ivan-testov" stands here and at', "Keep one",
    ),
    "a subject of a disagreement that nothing declares": (
        "attestations", "body/lake-union|founded|1900|other||own", 'subject "body/lake-union" is not', "kind/key",
    ),
    "a value of a disagreement that nothing declares": (
        "attestations", "body/sco|founder|official/ivan-testov|other||own", 'value "official/ivan-testov"', "kind/key",
    ),
    "a property that is no word": (
        "attestations", "body/sco|Founded on|1900|other||own", 'property "Founded on" is no word', "small letters",
    ),
    "two values followed at once": (
        "attestations", "body/sco|founded|1900|followed||own", '"body/sco founded" is followed here', "Follow one",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_file_line_and_remedy(own: Write, fault: str) -> None:
    table, rows, what, remedy = FAULTS[fault]
    folder = own(table, rows.replace("|", "\t") + "\n")
    with pytest.raises(InvalidRecord) as caught:
        load(folder)
    said = str(caught.value)
    assert re.match(rf"(project|data)/authority/{table}\w*\.tsv:\d+: ", said), said
    assert what in said
    assert remedy in caught.value.remedy


def test_an_unverified_row_may_overlap(own: Write) -> None:
    folder = own(
        "tenures", "wang-yi\tsco-secretary-general\t2020-01-01\t2020-06-01\t\t\tunverified\tanother source\town\n"
    )
    found = Index(load(folder)).holders(Key("post/sco-secretary-general"), "2020-04-29")
    assert {tenure.holder for tenure in found} == {"official/wang-yi", "official/vladimir-norov"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2018-01-01 2020-01-16", "2020-01-16 2022-01-01", False),  # the day of the change
        ("2018-01-01 2020-01-17", "2020-01-16 2022-01-01", True),
        ("2018 2020", "2020 2022", False),  # as coarse as a year
        ("2018 2020", "2019 2022", True),  # the last day of 2019 at least
        ("2017 2020", "2018 2022", True),
        ("2018-02 2018-04", "2018-03-05 2019", True),
        ("2018 -", "2019 2022", False),  # an open end is not "until today"
    ],
)
def test_overlap(one: str, other: str, expected: bool) -> None:
    terms = [
        Tenure(
            key=Key(f"tenure/{text}"), holder=Key("official/a"), post=Key("post/a"), start=text.split()[0],
            end=None if text.endswith("-") else text.split()[1], source="own", verified=True,
        )
        for text in (one, other)
    ]  # fmt: skip
    assert overlap(*terms) is expected
    assert overlap(*reversed(terms)) is expected


def test_every_row_resolves(authority: Authority, index: Index) -> None:
    """What the loader checks a row at a time, once more over the records."""
    people = {person.key for person in authority.people}
    states = {state.key for state in authority.states}
    sources = {source.id for source in authority.sources}
    for tenure in authority.tenures:
        post = index.post(tenure.post)
        assert post is not None
        assert post.at in states or index.body(post.at) is not None
        assert tenure.holder in people
        for source in tenure.source.split("; "):
            assert source in sources or source.startswith("http"), tenure
    assert {person.state for person in authority.people if person.state} <= states
    assert {name.language for name in authority.names} == {"en", "ru", "zh"}


def test_over_nine_hundred_terms_since_2001(authority: Authority) -> None:
    since = [t for t in authority.tenures if max(filter(None, (t.start, t.end, t.known_until, "0"))) >= "2001"]
    assert len(since) > 2500
    assert sum(tenure.verified for tenure in since) > 2300
    assert len(authority.people) > 2000


def test_a_weak_row_says_why(authority: Authority) -> None:
    """An unverified term has a note, or no source but memory."""
    silent = [t.key for t in authority.tenures if not t.verified and not t.note and "unverified" not in t.source]
    assert silent == []
