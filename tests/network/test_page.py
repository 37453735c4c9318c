"""The page as text: whole, self-contained, and safe."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest

from sco_graph.errors import MissingDependency, UnwritableOutput
from sco_graph.network import page
from sco_graph.network.boxes import wrapped
from sco_graph.network.chronicle import Chronicle, Part, Source
from sco_graph.network.projection import graph_of
from sco_graph.network.scene import scene

from . import samples


def data_of(text: str, name: str = "data") -> Any:
    match = re.search(
        rf'<script type="application/octet-stream" id="{name}" data-form="(\w+)">(.*?)</script>', text, re.S
    )
    assert match
    whole = match[2] if match[1] == "json" else zlib.decompress(base64.b64decode(match[2])).decode()
    return json.loads(whole)


def test_nodes_and_edges_are_those_of_the_projection() -> None:
    graph = graph_of(samples.chronicle(12, 20))
    data = data_of(page.page(graph))
    assert [node["id"] for node in data["nodes"]] == list(graph)
    assert [(edge["from"], edge["to"]) for edge in data["edges"]] == list(graph.edges)
    assert [len(tie) for tie in data["ties"]] == [edge["weight"] for _, _, edge in graph.edges(data=True)]


def test_the_policy_allows_the_scripts_of_the_page_and_nothing_else() -> None:
    text = page.page(graph_of(samples.small()))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
    styles = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert (len(scripts), len(styles)) == (2, 1)
    for part in scripts + styles:
        assert base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() in policy[1]


def test_nothing_is_fetched_from_elsewhere() -> None:
    text = page.page(graph_of(samples.small()))
    own = re.sub(r"<script>.*?</script>", "", text, flags=re.S)
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\(", own)


def test_texts_cannot_become_markup() -> None:
    chronicle = samples.small()
    chronicle.labels[samples.IVAN].update(en="</script><img src=x onerror=alert(1)>\u2028", ru="<b>Иван</b>")  # type: ignore[attr-defined]
    text = page.page(graph_of(chronicle))
    assert samples.INJECTION not in text
    assert "<img" not in text
    assert "\u2028" not in text[text.index('id="data"') :]
    assert "&lt;/script&gt;&lt;img" in text
    assert samples.INJECTION in json.dumps(data_of(text), ensure_ascii=False)


def test_equal_networks_give_equal_bytes_and_files_are_whole(tmp_path: Path) -> None:
    one, other = (
        page.write(graph_of(samples.chronicle(30, 40)), tmp_path / name / "network.html") for name in ("one", "other")
    )
    assert one.read_bytes() == other.read_bytes()
    assert [path.name for path in one.parent.iterdir()] == ["network.html"]


def test_an_empty_network_says_so() -> None:
    text = page.page(graph_of(Chronicle()))
    assert '<html lang="en" class="empty">' in text
    assert "There is nothing to draw yet" in text
    assert data_of(text)["nodes"] == []


def test_a_folder_that_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UnwritableOutput, match=r"file/network\.html: .*\. Choose another folder"):
        page.write(graph_of(samples.small()), tmp_path / "file" / "network.html")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "find_spec", lambda name: None)
    with pytest.raises(MissingDependency, match="pyvis"):
        page.page(graph_of(samples.small()))


def test_the_words_of_the_page_are_there_in_every_language() -> None:
    strings = json.loads(page._asset("strings.json"))
    assert set(strings) == {"en", "ru", "zh"}
    assert len({frozenset(words) for words in strings.values()}) == 1


def test_actors_beyond_the_palette_are_others_and_a_document_may_be_unknown() -> None:
    chronicle = samples.chronicle(60, 90)
    graph = graph_of(dataclasses.replace(chronicle, sources={}))
    shown = scene(graph)
    assert shown["groups"]["state"][-1]["key"] == ""
    assert all(document["title"] == key for key, document in shown["documents"].items())
    assert shown["meta"]["language"] == "en"


def test_groups_of_bodies_are_their_kinds() -> None:
    shown = scene(graph_of(samples.small(), "body"))
    assert [group["key"] for group in shown["groups"]["kind"]] == ["GovernmentBody", "InternationalOrganisation"]


def test_the_language_of_most_documents_leads() -> None:
    parts = (Part(actor=samples.IVAN), Part(actor=samples.ANNA))
    told = tuple(samples.call(f"event/{n}", parts=parts, documents=(f"document/{n}",), quotes=()) for n in range(3))
    sources = {
        f"document/{n}": Source(key=f"document/{n}", title="", address="a.txt", language=tag)
        for n, tag in enumerate(("zh", "zh", "ru"))
    }
    shown = scene(graph_of(dataclasses.replace(samples.small(*told), sources=sources)))
    assert shown["meta"]["language"] == "zh"
    assert {actor["language"] for actor in shown["actors"]} == {"zh"}
    assert shown["documents"]["document/0"]["title"] == "a.txt"


def test_long_names_are_broken_and_cut() -> None:
    assert wrapped("Ministry of Foreign Affairs of the Free Republic of Freedonia and Lakes")[-1].endswith("…")
    assert wrapped("Антитеррористический центр") == ["Антитеррористический", "центр"]
    assert wrapped("湖" * 30) == ["湖" * 26, "湖" * 4]
    assert wrapped("") == [""]
