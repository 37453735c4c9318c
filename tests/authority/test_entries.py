"""Entries of the gazetteer: which changed, and that what a name meets depends on no other name."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sco_graph.authority.entries import Entry, changed
from sco_graph.authority.folding import Folding
from sco_graph.authority.trie import Trie

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
letters = st.lists(st.sampled_from("abcdef"), max_size=8)


def of(texts: list[str]) -> list[Entry]:
    return [Entry(text, "body/x", "alias") for text in texts]


@CALM
@given(letters, letters)
def test_what_is_left_when_the_changed_go_is_the_same_in_the_same_order(old: list[str], new: list[str]) -> None:
    gone = changed(of(old), of(new))
    assert [one for one in of(old) if one not in gone] == [one for one in of(new) if one not in gone]


@CALM
@given(letters)
def test_the_same_entries_have_not_changed(texts: list[str]) -> None:
    assert changed(of(texts), of(texts)) == set()


@CALM
@given(st.permutations("abcdef"))
def test_one_that_moved_is_the_only_one_that_changed(texts: list[str]) -> None:
    moved = [*texts[1:], texts[0]]
    assert {one.text for one in changed(of(texts), of(moved))} == {texts[0]}


WORDS = st.lists(
    st.sampled_from(("Озёр", "Озёрам", "Озера", "Озёров", "Тест", "Тестам", "Тестов")), min_size=1, max_size=3
)


@CALM
@given(st.lists(WORDS, max_size=6), WORDS, WORDS)
def test_what_a_name_meets_depends_on_no_other_name(others: list[list[str]], name: list[str], text: list[str]) -> None:
    """Also where words of names share some of their stems and not all."""
    folding = Folding("ru")
    parts = folding.parts_of(" ".join(text))
    alone, among = Trie[str](folding), Trie[str](folding)
    alone.add(" ".join(name), "name", capital=False)
    for other in [*others[:3], name, *others[3:]]:
        among.add(" ".join(other), "name" if other is name else "other", capital=False)
    for at in range(len(parts)):
        assert alone.ends(parts, at) == [end for end in among.ends(parts, at) if end[1] == "name"]
