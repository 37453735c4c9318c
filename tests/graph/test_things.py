"""Things of two states of a document: paired by what they are, not by the numbers that they happen to have."""

from __future__ import annotations

from dataclasses import replace

from sco_graph.graph.comparing import facts_of
from sco_graph.graph.store import Store
from sco_graph.graph.summary import lines
from sco_graph.graph.terms import local_name
from sco_graph.graph.things import Pair, paired, things
from sco_graph.model import Act, Facts, Key, LocalId, Mode
from sco_graph.vocabulary import document_graph

from .fictional import document, facts


def other(old: Facts, new: Facts) -> list[Pair]:
    found = []
    for told in (old, new):
        with Store() as store:
            store.replace_document(document(), told)
            found.append(things(facts_of(store, document_graph(told.document)), rows=False))
    return list(paired(*found))


def second(told: Facts, act: Act = Act.THANK) -> Facts:
    """A statement more, told first, so that the others have other numbers."""
    (said, *rest) = told.statements
    numbered = [replace(one, id=LocalId(f"s{number}")) for number, one in enumerate((said, *rest), start=2)]
    return replace(told, statements=(replace(said, id=LocalId("s1"), act=act), *numbered))


def test_numbers_alone_are_no_difference() -> None:
    told = facts(document())
    assert other(told, told) == []
    (pair,) = other(told, second(told))
    assert pair.before is None
    assert pair.after is not None
    assert (pair.after.kind, local_name(pair.after.node)[-2:]) == ("statement", "s1")


def test_a_property_that_changed_is_a_change_of_its_thing() -> None:
    note = document()
    (pair,) = other(facts(note), facts(note, mode=Mode.VIDEO))
    assert pair.before == pair.after
    assert {name for name, _ in (*pair.gone, *pair.come)} == {"mode"}


def test_an_interaction_of_another_key_is_the_same_one_told_otherwise() -> None:
    note = document()
    told = facts(note)
    moved = replace(told, events=(replace(told.events[0], key=Key(f"{told.events[0].key}-other"), date="2020-04-28"),))
    (pair,) = [pair for pair in other(told, moved) if pair.after and pair.after.kind == "interaction"]
    assert pair.before is not None
    assert pair.before != pair.after
    with Store() as before, Store() as after:
        before.replace_document(note, told, "1")
        after.replace_document(note, moved, "2")
        (line,) = [line for line in lines(before, after) if line.thing.kind == "interaction"]
    assert line.change == "changed"
    assert any(word.startswith("was Meeting") for word in line.what)
    assert "date: 2020-04-29 → 2020-04-28" in line.what
    assert line.why == ("new rules",)


def test_what_nothing_says_any_more_went() -> None:
    note, told = document(), facts(document())
    with Store() as before, Store() as after:
        before.replace_document(note, told, "1")
        found = {line.thing.kind: line for line in lines(before, after) if line.where[0].startswith("document/")}
    assert {line.change for line in found.values()} == {"went"}
    assert {"interaction", "statement", "document", "official"} <= {*found}
    assert found["statement"].name == "Иван Тестов – propose: trade"
