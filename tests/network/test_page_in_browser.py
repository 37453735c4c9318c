"""The page in a real browser that no network reaches."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from sco_graph.network import page
from sco_graph.network.chronicle import Chronicle
from sco_graph.network.projection import graph_of

from .. import browser
from . import samples

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.slow

Open = Callable[["nx.Graph[str]"], Path]


@pytest.fixture(scope="module")
def window() -> Iterator[WebDriver]:
    with browser.chromium() as found:
        yield found


@pytest.fixture
def opened(window: WebDriver, tmp_path: Path) -> Iterator[Open]:
    """Write and open a page; afterwards nothing was asked of anybody, and nothing was complained of."""
    written: list[Path] = []

    def open_page(graph: nx.Graph[str]) -> Path:
        written.append(page.write(graph, tmp_path / "network.html"))
        browser.opened(window, written[-1])
        return written[-1]

    yield open_page
    assert browser.console(window) == []
    assert set(browser.requests(window)) == {path.as_uri() for path in written}


def find(window: WebDriver, selector: str) -> WebElement:
    return window.find_element("css selector", selector)


def all_of(window: WebDriver, selector: str) -> list[WebElement]:
    return window.find_elements("css selector", selector)


def text(window: WebDriver, selector: str) -> str:
    return str(find(window, selector).text)


def script(window: WebDriver, code: str) -> Any:
    return window.execute_script(code)


def choose(window: WebDriver, name: str, value: str) -> None:
    """Choose from a menu of the controls, whether these are unfolded or not."""
    script(
        window,
        f"const m = document.getElementById('{name}'); m.closest('details')?.setAttribute('open', '');"
        f"m.value = '{value}'; m.dispatchEvent(new Event('change'))",
    )


def speak(window: WebDriver, tag: str) -> None:
    """Interface and names in a language."""
    choose(window, "tongue", tag)
    choose(window, "names", tag)


def click_at(window: WebDriver, x: float, y: float) -> None:
    """Press and release the mouse on a point of the drawing, counted from its middle."""
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(window).move_to_element_with_offset(find(window, "#network canvas"), int(x), int(y)).click().perform()
    time.sleep(0.4)


def test_a_click_on_an_edge_shows_the_sentence(window: WebDriver, opened: Open) -> None:
    opened(graph_of(samples.small()))
    time.sleep(0.5)
    (x, y), (width, height) = script(
        window,
        "const n = document.getElementById('network'), d = n.dots(), middle = (a, b) => (a + b) / 2;"
        "const at = ['x', 'y'].map((axis) => middle(d[0].centre[axis], d[1].centre[axis]));"
        "return [at, [n.clientWidth, n.clientHeight]]",
    )
    click_at(window, x - width / 2, y - height / 2)  # the middle of the line between the two actors
    assert samples.SENTENCE in text(window, "#details blockquote")
    assert find(window, "#details blockquote").get_attribute("lang") == "ru"
    assert text(window, "#details mark") == "Иван Тестов"
    source = find(window, "#details .source a")
    assert source.get_attribute("href") == "https://example.org/call"
    assert "30 апреля 2020" in text(window, "#details .source")
    assert "29 апреля 2020" in text(window, "#details time")


def test_a_title_that_is_a_script_does_nothing(window: WebDriver, opened: Open) -> None:
    opened(graph_of(samples.small()))
    find(window, "#ties tbody button").click()
    assert text(window, "#details .source a") == samples.INJECTION
    assert window.title != "owned"
    assert script(window, "return document.querySelectorAll('script').length") == 4


def test_nodes_and_edges_are_counted_as_in_the_projection(window: WebDriver, opened: Open) -> None:
    graph = graph_of(samples.chronicle(60, 90, 1))
    opened(graph)
    assert len(all_of(window, "#ties tbody tr")) == min(200, graph.number_of_edges())
    speak(window, "en")
    actors, ties = len(graph), graph.number_of_edges()
    assert text(window, "#shown") == f"Shown actors: {actors} of {actors}, ties: {ties} of {ties}"
    assert text(window, "#counts").startswith(f"actors: {actors} · ties: {ties} · interactions: 90 · documents: 90")


def test_language_of_the_documents_and_english(window: WebDriver, opened: Open) -> None:
    opened(graph_of(samples.small()))
    assert find(window, "html").get_attribute("lang") == "ru"
    assert text(window, "#ties tbody tr").startswith("Анна Образцова")
    speak(window, "en")
    assert find(window, "html").get_attribute("lang") == "en"
    assert text(window, "#ties tbody tr").startswith("Anna Obraztsova Ivan Testov 1 2020-04-29")
    assert text(window, "h1") == "Officials who took part in the same interactions"


def test_an_actor_is_found_by_a_name_in_either_script_and_its_card_shown(window: WebDriver, opened: Open) -> None:
    from selenium.webdriver.common.keys import Keys

    opened(graph_of(samples.small()))
    script(window, "document.getElementById('controls').open = true")
    field = find(window, "#search")
    for typed in ("testov", "тесто"):
        field.clear()
        field.send_keys(typed, Keys.ENTER)
        assert text(window, "#details h2") == "Иван Тестов"
    assert "Генеральный секретарь Озёрного союза" in text(window, "#details dl")
    assert text(window, "#details .interactions strong") == "Телефонный разговор"
    field.clear()
    field.send_keys("nobody")
    assert text(window, "#search-found") == "Такого участника среди показанных нет."


def test_filters_leave_what_they_say(window: WebDriver, opened: Open) -> None:
    chronicle = samples.chronicle(30, 60)
    opened(graph_of(chronicle))
    speak(window, "en")
    choose(window, "type", "Visit")
    visits = graph_of(dataclasses.replace(
        chronicle, interactions=tuple(i for i in chronicle.interactions if i.type == "Visit"),
    ))  # fmt: skip
    assert f"actors: {len(visits)} of" in text(window, "#shown")
    assert f"ties: {visits.number_of_edges()} of" in text(window, "#shown")
    script(window, "document.getElementById('reset').click()")
    choose(window, "unit", "year")
    script(
        window,
        "for (const id of ['from', 'to']) { const h = document.getElementById(id); h.value = 2021;"
        "h.dispatchEvent(new Event('input')); }",
    )
    script(window, "document.getElementById('planned').click()")
    choose(window, "issue", "issue/trade")
    left = graph_of(dataclasses.replace(
        chronicle, interactions=tuple(
            i for i in chronicle.interactions
            if i.date.startswith("2021") and i.status == "status/held" and "issue/trade" in i.issues
        ),
    ))  # fmt: skip
    assert text(window, "#shown").startswith(f"Shown actors: {len(left)} of")
    visible = [row for row in all_of(window, "#ties tbody tr") if row.is_displayed()]
    assert len(visible) == left.number_of_edges()


def test_everything_is_reached_by_the_keyboard(window: WebDriver, opened: Open) -> None:
    from selenium.webdriver.common.keys import Keys

    opened(graph_of(samples.small()))
    row = find(window, "#ties tbody button")
    row.send_keys(Keys.ENTER)
    assert script(window, "return document.activeElement.id") == "details"
    assert samples.SENTENCE in text(window, "#details blockquote")
    find(window, ".interaction > button").send_keys(Keys.ENTER)
    assert "Министр Сильвании" in text(window, "#details .participants")
    find(window, "#details .participants button").send_keys(Keys.ENTER)
    assert text(window, "#details h2") == "Анна Образцова"
    find(window, "body").send_keys(Keys.ESCAPE)
    assert find(window, "#details .hint").is_displayed()


def test_labels_do_not_lie_on_each_other_nor_run_out_of_the_picture(window: WebDriver, opened: Open) -> None:
    opened(graph_of(samples.chronicle(60, 90, 1)))
    time.sleep(0.5)
    boxes = script(window, "return document.getElementById('network').labels()")
    width, height = script(
        window, "const n = document.getElementById('network'); return [n.clientWidth, n.clientHeight]"
    )
    assert len(boxes) > 25
    for number, box in enumerate(boxes):
        assert 0 <= box["left"] < box["right"] <= width
        assert 0 <= box["top"] < box["bottom"] <= height
        for other in boxes[:number]:
            apart = box["right"] <= other["left"] or other["right"] <= box["left"]
            assert apart or box["bottom"] <= other["top"] or other["bottom"] <= box["top"]


def test_four_hundred_actors_are_drawn_in_a_moment(window: WebDriver, opened: Open) -> None:
    graph = graph_of(samples.chronicle(460, 700, 3))
    opened(graph)
    assert len(graph) > 350
    started = time.perf_counter()
    for _ in range(5):
        find(window, "#zoom-in").click()
    assert time.perf_counter() - started < 10
    more = find(window, "#ties .more")
    assert len([row for row in all_of(window, "#ties tbody tr") if row.is_displayed()]) == 200
    more.click()
    assert not more.is_displayed()


def test_a_view_is_in_the_address_and_comes_back(window: WebDriver, opened: Open) -> None:
    path = opened(graph_of(samples.small()))
    speak(window, "en")
    script(window, "document.getElementById('planned').click()")
    find(window, "#ties tbody button").click()
    address = str(window.current_url)
    assert address.endswith("#names=en&tongue=en&planned=no&tie=official%2Fanna-obraztsova+official%2Fivan-testov")
    window.get("about:blank")
    window.get(address)
    assert text(window, "#details .pair") == "Anna Obraztsova — Ivan Testov"
    assert not find(window, "#planned").is_selected()
    find(window, ".interaction > button").click()
    assert "interaction=event%2Fphone-call" in str(window.current_url)
    window.get(path.as_uri() + "#actor=official%2Fivan-testov&tie=nobody")
    assert text(window, "#details h2") == "Иван Тестов"


def test_an_empty_network_says_so(window: WebDriver, opened: Open) -> None:
    opened(graph_of(Chronicle()))
    assert text(window, ".when-empty").startswith("There is nothing to draw yet")
    assert not find(window, "main").is_displayed()


def test_narrow_screens_show_all_below_each_other(tmp_path: Path) -> None:
    path = page.write(graph_of(samples.chronicle(10, 14)), tmp_path / "network.html")
    with browser.chromium(400, 800) as window:
        browser.opened(window, path)
        assert script(window, "return document.documentElement.scrollWidth") <= 400
        picture, details = find(window, "#picture").rect, find(window, "#details").rect
        assert picture["width"] > 300
        assert details["y"] >= picture["y"] + picture["height"]
        assert browser.console(window) == []
