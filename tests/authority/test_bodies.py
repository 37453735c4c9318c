"""Organisations: names in three languages, acronyms, identifiers; government bodies with names of their own."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from sco_graph.authority import Authority, data_folder
from sco_graph.authority.index import Index
from sco_graph.authority.records import NameKind
from sco_graph.authority.rows import rows
from sco_graph.model import BodyKind, Key

LANGUAGES = ("en", "ru", "zh")


def test_there_are_many_international_organisations(authority: Authority) -> None:
    kinds = Counter(body.kind for body in authority.bodies)
    assert kinds[BodyKind.INTERNATIONAL_ORGANISATION] >= 300
    assert kinds[BodyKind.ORGAN] >= 150
    assert sum(body.organ_of == "body/sco" for body in authority.bodies) >= 60


def test_every_body_has_a_preferred_name_in_three_languages(authority: Authority) -> None:
    named = {(name.entity, name.language) for name in authority.names if name.kind is NameKind.PREFERRED}
    missing = [(b.key, language) for b in authority.bodies for language in LANGUAGES if (b.key, language) not in named]
    assert missing == []


def test_acronyms_are_known_in_both_alphabets(authority: Authority) -> None:
    found = {language: set[Key]() for language in LANGUAGES}
    for name in authority.names:
        if name.kind is NameKind.ACRONYM and name.entity.startswith("body/"):
            found[name.language].add(name.entity)
    assert len(found["en"]) >= 350
    assert len(found["ru"]) >= 300


def test_identifiers_are_those_of_a_source_and_belong_to_one_body_each(authority: Authority) -> None:
    ids = Counter(body.wikidata for body in authority.bodies if body.wikidata)
    assert len(ids) >= 260
    assert [qid for qid, count in ids.items() if count > 1] == []


def test_no_name_is_shared_but_those_that_are_flagged(authority: Authority) -> None:
    flagged = {
        (row["language"], row["text"].casefold()): {Key(f"body/{key}") for key in row["bodies"].split()}
        for row in rows(data_folder() / "homonyms.tsv", "homonyms")
    }
    bearers: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for name in authority.names:
        if name.entity.startswith("body/"):
            bearers[name.language, name.text.casefold()].add(name.entity)
    assert {text: keys for text, keys in bearers.items() if len(keys) > 1} == flagged


@pytest.mark.parametrize(
    "key",
    [
        "sco-heads-of-state-council", "sco-heads-of-government-council", "sco-foreign-ministers-council",
        "sco-national-coordinators-council", "sco-security-council-secretaries-meeting", "rats-sco",
        "sco-defence-ministers-meeting", "sco-interior-ministers-meeting", "sco-justice-ministers-meeting",
        "sco-prosecutors-meeting", "sco-supreme-courts-meeting", "sco-emergency-heads-meeting",
        "sco-economy-ministers-meeting", "sco-transport-ministers-meeting", "sco-culture-ministers-meeting",
        "sco-education-ministers-meeting", "sco-health-ministers-meeting", "sco-agriculture-ministers-meeting",
        "sco-science-ministers-meeting", "sco-energy-ministers-meeting", "sco-environment-ministers-meeting",
        "sco-sport-heads-meeting", "sco-tourism-heads-meeting", "sco-finance-ministers-meeting",
        "sco-customs-heads-meeting", "sco-digital-ministers-meeting", "sco-railways-heads-meeting",
        "sco-anti-drug-heads-meeting", "sco-border-services-meeting", "sco-universal-centre", "sco-anti-drug-centre",
        "sco-development-bank", "icrc", "ifrc", "osce", "odihr", "asean-secretariat", "cica-secretariat",
        "eco-secretariat", "ots", "ndb", "aiib", "eabr", "ebrd", "imf", "world-bank", "irena", "opec", "interpol",
        "unhcr", "unodc", "unesco", "unicef", "undp", "who", "fao", "wfp", "iaea", "icao", "escap", "eec", "cis-atc",
    ],
)  # fmt: skip
def test_the_family_and_its_partners_are_there(index: Index, key: str) -> None:
    assert index.body(Key(f"body/{key}")) is not None


def test_every_kind_of_government_body_has_a_preferred_name_in_three_languages(authority: Authority) -> None:
    assert len(authority.government) >= 70
    named = {
        (pattern.of, pattern.language)
        for pattern in authority.government_names
        if pattern.kind is NameKind.PREFERRED and not pattern.state
    }
    assert {(kind.kind, language) for kind in authority.government for language in LANGUAGES} <= named


@pytest.mark.parametrize(
    ("kind", "state", "language", "text"),
    [
        ("lower-house", "RU", "ru", "Госдума"), ("lower-house", "KZ", "ru", "Мажилис"),
        ("lower-house", "IN", "en", "Lok Sabha"), ("upper-house", "IN", "en", "Rajya Sabha"),
        ("parliament", "KG", "ru", "Жогорку Кенеш"), ("parliament", "UZ", "ru", "Олий Мажлис"),
        ("parliament", "TJ", "ru", "Маджлиси Оли"), ("parliament", "IR", "en", "Majlis"),
        ("parliament", "CN", "zh", "全国人大"), ("parliament", "MN", "ru", "Великий Государственный Хурал Монголии"),
        ("lower-house", "BY", "ru", "Палата представителей Национального собрания Республики Беларусь"),
        ("upper-house", "TJ", "ru", "Маджлиси милли"), ("central-bank", "CN", "zh", "中国人民银行"),
        ("central-bank", "IN", "en", "Reserve Bank of India"), ("statistics", "RU", "ru", "Росстат"),
        ("national-security", "BY", "ru", "КГБ Беларуси"), ("prosecutor-general", "CN", "zh", "最高人民检察院"),
        ("academy-of-sciences", "RU", "ru", "РАН"), ("anti-drug", "PK", "en", "Anti Narcotics Force"),
    ],
)  # fmt: skip
def test_bodies_are_known_by_names_of_their_own(index: Index, kind: str, state: str, language: str, text: str) -> None:
    names = {name.text for name in index.government.names(kind, state) if name.language == language}
    assert text in names


def test_a_name_of_one_state_is_preferred_to_that_of_the_pattern(index: Index) -> None:
    assert index.label(Key("body/in-lower-house"), "en") == "Lok Sabha"
    assert index.label(Key("body/fr-lower-house"), "en") == "Lower House of the Parliament of France"
