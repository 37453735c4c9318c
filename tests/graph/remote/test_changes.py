"""A change to a store on a server gives what it gives in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sco_graph.graph.store import Store
from sco_graph.model import Document, Key, Mode, Official
from tests.graph.fictional import TEXT, authority, document, facts
from tests.servers import small

Step = Callable[[Store], None]

NOTES = [document(name) for name in "abc"]
CHANGED = document("a", text=TEXT + " Новое.")


def put(note: Document, **told: object) -> Step:
    def step(store: Store) -> None:
        store.replace_document(note, facts(note, **told), "rules-1", "tables-1")  # type: ignore[arg-type]  # as it is

    return step


def tables(store: Store) -> None:
    store.load_authority(authority())


def other_tables(store: Store) -> None:
    store.load_authority(authority(version="tables-2", with_pyotr=True))


def ontology(store: Store) -> None:
    store.load_ontology()


def three(store: Store) -> None:
    store.replace_documents(((note, facts(note)) for note in NOTES), "rules-1", "tables-1")


def renamed(store: Store) -> None:
    """Somebody whom the tables lack gets another name, which labels of interactions follow."""
    said = facts(NOTES[1])
    p1, p2 = said.officials
    assert isinstance(p2, Official)
    officials = (p1, replace(p2, name="Пётр Фёдорович Пробов", name_en="Pyotr Fyodorovich Probov"))
    store.replace_document(NOTES[1], replace(said, officials=officials), "rules-2", "tables-1")


def settled(store: Store) -> None:
    """Other tables are of no effect on some documents."""
    store.settle([note.key for note in NOTES[:2]], "tables-2")


def forget(*notes: Document) -> Step:
    def step(store: Store) -> None:
        store.forget(*(note.key for note in notes if store.held(note.key)))

    return step


STORY: dict[str, Step] = {
    "tables": tables,
    "three documents": three,
    "another mode": put(NOTES[0], mode=Mode.VIDEO),
    "another name": renamed,
    "another text": put(CHANGED, date="2020-04-28"),
    "another text again": put(NOTES[0]),
    "another interaction": put(NOTES[2], key=Key("event/tea-2020")),
    "other tables": other_tables,
    "settled": settled,
    "without one": forget(NOTES[1]),
    "tables as before": tables,
    "nothing": forget(*NOTES),
}


def quads(store: Store) -> list[str]:
    return [str(quad) for quad in store.quads()]


@pytest.fixture(params=["server", "updates alone", pytest.param("virtuoso", marks=pytest.mark.slow)])
def address(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Servers of each kind: one of them without a graph store."""
    if request.param == "virtuoso":
        return str(request.getfixturevalue("virtuoso").query)
    server = request.getfixturevalue("lake")
    if request.param == "updates alone":
        monkeypatch.delenv("SCO_GRAPH_GRAPHS_URL")
    return str(server.query)


def test_each_change_gives_what_it_gives_in_memory(address: str) -> None:
    with Store(address) as store, Store() as memory:
        for name, step in STORY.items():
            step(store)
            step(memory)
            assert quads(store) == quads(memory), name
            assert store.documents() == memory.documents()
            assert len(store) == len(memory)
        assert store.graphs() == memory.graphs()


def test_what_is_there_already_is_not_written(lake: small.Server) -> None:
    with Store(lake.query) as store:
        tables(store)
        three(store)
        lake.seen.clear()
        tables(store)
        three(store)
        assert {one for one in lake.seen if not one.startswith("GET")} == {"POST /query"}
