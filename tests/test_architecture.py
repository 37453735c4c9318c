"""The shape of the house, held by reading the imports of every module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sco_graph

SOURCE = Path(sco_graph.__file__).parent

# Lower floors first; a module may import from its own room and from floors below.
FLOORS = (
    {"errors", "lasting", "light", "model", "vocabulary", "resources"},
    {"files", "keys", "workers", "distant"},
    {"records", "manifest", "authority"},
    {"agreement"},
    {"evaluation", "inquiries"},
    {"corpus", "extraction", "graph"},
    {"network", "query"},
    {"publication"},
    {"intake"},
    {"reading", "upkeep", "releases", "relinking"},
    {"pipeline"},
    {"cluster"},
    {"cli", "__init__"},
    {"__main__"},
)
HOMES = {
    "pyoxigraph": ("graph", "publication/rdf"),
    "rdflib": ("graph", "query"),
    "oxrdflib": ("graph",),
    "owlready2": ("graph/reasoning",),
    "pyshacl": ("graph/validation",),
    "slovnet": ("extraction",),
    "navec": ("extraction",),
    "razdel": ("extraction",),
    "pymorphy3": ("extraction",),
    "pypinyin": ("authority",),
    "networkx": ("network",),
    "rustworkx": ("network",),
    "pyvis": ("network/drawing",),
    "click": ("cli",),
    "rich": ("cli",),
    "charset_normalizer": ("corpus/decoding",),
    "trafilatura": ("corpus/pages",),
    "pypdf": ("corpus/pdf",),
    "docx": ("corpus/word",),
    "urllib3": ("corpus/web", "graph/remote/line"),
    "protego": ("corpus/web",),
    "defusedxml": ("corpus/web",),
    "yaml": ("corpus", "extraction"),
    "fsspec": ("distant",),
    "distributed": ("cluster/running",),
}
NEVER = {"natasha", "pymorphy2"}
LONGEST = 300


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").as_posix()


def room(module: str) -> str:
    return module.split("/")[0]


def floor(module: str) -> int:
    return next(level for level, rooms in enumerate(FLOORS) if room(module) in rooms)


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Names imported, own ones as paths below the package; True for an own one."""
    here = name(path).split("/")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").split(".")[0], False
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - (node.level - 1)]
            target = [*base, *(node.module.split(".") if node.module else [])]
            if target:
                yield "/".join(target), True
            else:
                yield from ((alias.name, True) for alias in node.names)


@pytest.mark.parametrize("path", modules(), ids=name)
def test_imports_go_down(path: Path) -> None:
    here = name(path)
    for target, own in imports(path):
        if own and target in ("__init__", "__version__"):
            continue
        if own and room(target) != room(here):
            assert floor(target) < floor(here), f"{here} imports {target}, which is not below it"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_every_library_stays_at_home(path: Path) -> None:
    here = name(path)
    for target, own in imports(path):
        if not own:
            assert target not in NEVER, f"{here} imports {target}"
            homes = HOMES.get(target)
            assert homes is None or any(here == home or here.startswith(home + "/") for home in homes), (
                f"{here} imports {target}, whose home is {homes}"
            )


@pytest.mark.parametrize("path", modules(), ids=name)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", modules(), ids=name)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    if room(name(path)) in ("cli", "__main__"):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        assert not (isinstance(called, ast.Name) and called.id in ("print", "exit", "quit"))
        assert not (isinstance(called, ast.Attribute) and ast.unparse(called) in ("sys.exit", "logging.basicConfig"))


def test_every_room_has_a_floor() -> None:
    assert {room(name(path)) for path in modules()} == set().union(*FLOORS)


def test_public_names_can_be_imported() -> None:
    for public in sco_graph.__all__:
        assert getattr(sco_graph, public) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sco_graph.nothing
    assert dir(sco_graph) == sorted(sco_graph.__all__)


def test_version_is_that_of_the_project(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == sco_graph.__version__
