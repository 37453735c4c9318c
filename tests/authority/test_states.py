"""States and places: each state with names, adjective, demonym, genitive, capital, codes; each place with its own."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority
from sco_graph.authority.index import Index
from sco_graph.authority.records import NameKind

LANGUAGES = ("en", "ru", "zh")


def _listed(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


# Nobody lives there, or the language has no word: the name itself stands in ("остров Рождества").
UNINHABITED = _listed("AQ BQ BV GS HM IO SJ TF UM")
NO_RUSSIAN_ADJECTIVE = _listed("BL BQ BV CK CX GS HM IO MF PM SB SH SX TC TF UM VG VI WF")
NO_RUSSIAN_DEMONYM = _listed(
    "AQ AS BL BQ BV CC CK CX GG GQ GS HM IO JE MF MP NF PF PM SB SH SJ SX TC TF TK UM VG VI WF YT"
)
NO_CAPITAL = _listed("AQ BV HM TK UM")
# Territories, whose formal name is no other than the usual one, and Taiwan.
NO_FORMAL_NAME = _listed(
    "AI AQ AS AW AX BL BM BQ BV CC CW CX EH FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF PF PM PN PR RE"
    " SH SJ SX TC TF TK TW UM VG VI WF YT"
)
VENUES = frozenset(
    {
        "un-headquarters",
        "avaza",
        "bali",
        "diaoyutai-state-guesthouse",
        "great-hall-of-the-people",
        "kremlin",
        "kuksaroy",
    }
)


def _with(authority: Authority, kinds: set[NameKind], language: str) -> set[str]:
    return {
        name.entity.removeprefix("state/")
        for name in authority.names
        if name.entity.startswith("state/") and name.kind in kinds and name.language == language
    }


def _codes(authority: Authority) -> set[str]:
    return {state.code for state in authority.states}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_usual_and_a_formal_name(authority: Authority, language: str) -> None:
    assert _codes(authority) - _with(authority, {NameKind.PREFERRED}, language) == set()
    formal = _with(authority, {NameKind.FORMAL, NameKind.SHORT}, language)
    assert _codes(authority) - formal <= NO_FORMAL_NAME


def test_every_state_has_adjective_and_demonym(authority: Authority) -> None:
    codes = _codes(authority)
    assert codes - _with(authority, {NameKind.ADJECTIVE}, "en") == set()
    assert codes - _with(authority, {NameKind.DEMONYM}, "en") == UNINHABITED
    assert codes - _with(authority, {NameKind.ADJECTIVE}, "ru") == NO_RUSSIAN_ADJECTIVE
    assert codes - _with(authority, {NameKind.DEMONYM}, "ru") == NO_RUSSIAN_DEMONYM


def test_every_russian_name_that_a_pattern_takes_has_a_genitive(authority: Authority) -> None:
    taken = {NameKind.PREFERRED, NameKind.FORMAL, NameKind.ACRONYM}
    genitives = dict(authority.genitives)
    missing = [
        name.text
        for name in authority.names
        if name.entity.startswith("state/") and name.language == "ru" and name.kind in taken
        if name.text not in genitives
    ]
    assert missing == []


def test_every_state_has_its_codes(authority: Authority) -> None:
    assert [state.code for state in authority.states if not state.wikidata] == []
    assert [state.code for state in authority.states if not state.m49 and state.code != "TW"] == []
    assert len({state.wikidata for state in authority.states}) == 249


def test_every_state_has_a_capital_in_it_with_names_and_coordinates(authority: Authority, index: Index) -> None:
    assert {state.code for state in authority.states if not index.capitals_of(state.code)} == NO_CAPITAL
    for key, capital in authority.capitals:
        place = index.place(capital)
        assert place is not None
        assert place.state == key
        assert place.latitude is not None or capital == "place/melekeok"


def test_every_place_has_a_state_three_names_and_coordinates(authority: Authority) -> None:
    named = {(name.entity, name.language) for name in authority.names if name.entity.startswith("place/")}
    for place in authority.places:
        assert place.state is not None
        assert {(place.key, language) for language in LANGUAGES} <= named
        if place.latitude is None:
            assert place.key.removeprefix("place/") in VENUES | {"melekeok"}


def test_names_of_yesterday_and_of_every_day(index: Index) -> None:
    assert index.find("Нур-Султан", "place") == index.find("Astana", "place") == ("place/astana",)
    for text, code in (
        ("КНР", "CN"), ("РФ", "RU"), ("ЮАР", "ZA"), ("ОАЭ", "AE"), ("КНДР", "KP"), ("США", "US"), ("ФРГ", "DE"),
    ):  # fmt: skip
        assert index.find(text, "state") == (f"state/{code}",)


def test_what_only_stands_for_a_state_is_no_name_of_it(authority: Authority) -> None:
    kinds = {name.kind for name in authority.names if name.text in {"中方", "俄方", "Поднебесная"}}
    assert kinds == {NameKind.ADJECTIVE}
