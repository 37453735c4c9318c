"""The page that explains a document: its text, marks that nest and cross, facts beside them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sco_graph.model import Document, Facts
from sco_graph.publication import explained

from .. import browser, fiction

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

NASTY = (
    "Генерального секретаря <img src=x onerror=document.title='owned'> </script><script>document.title='owned'</script>"
    " {{facts}} {word_hint} &amp; встреча\nвторая строка"
)


def nasty() -> tuple[Document, Facts]:
    """A text that would be markup, with words that cross each other and a line."""
    document = fiction.document(text=NASTY)
    return document, Facts(
        document=document.key,
        states=("CN",),
        officials=fiction.facts().officials[:1],
        evidence=(
            fiction.words(NASTY[:40], "p1", "mention", "p1", NASTY),
            fiction.words(NASTY[13:60], "CN", "mention", "CN", NASTY),
            fiction.words("встреча\nвторая", "p1", "post", "post/<b>", NASTY),
        ),
    )


class _Text(HTMLParser):
    """Text of the article, and whether every tag closes in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.text.append(data)


@pytest.mark.parametrize(
    ("document", "facts"), [(fiction.document(), fiction.facts()), nasty()], ids=["release", "nasty"]
)
def test_the_text_is_whole_and_every_tag_closes(document: Document, facts: Facts) -> None:
    reader = _Text()
    reader.feed(explained.page(document, facts))
    assert reader.open == []
    assert "".join(reader.text).split() == document.text.split()


def test_every_fact_stands_with_its_words_rule_and_score() -> None:
    facts = fiction.facts()
    page = explained.page(fiction.document(), facts)
    for item in facts.evidence:
        assert item.method in page
        assert f"{item.score:.2f}" in page
    anchors = set(re.findall(r' id="(w[^"]+)"', page))
    links = set(re.findall(r'href="#(w[^"]+)"', page))
    assert links
    assert links <= anchors
    assert page == explained.page(fiction.document(), facts)


def test_words_of_the_page_are_of_the_language_asked_for() -> None:
    document, facts = fiction.document(), fiction.facts()
    assert "Официальные лица" in explained.page(document, facts)
    english = explained.page(document, facts, language="en")
    assert "Officials" in english
    assert '<html lang="en">' in english
    assert '<article id="text" lang="ru"' in english
    assert "Nothing was extracted" in explained.page(document, Facts(document=document.key), language="en")


def test_issues_and_states_are_called_by_their_names() -> None:
    facts = fiction.facts()
    (code,) = {e.value for e in facts.evidence if e.property == "discusses"}
    page = explained.page(fiction.document(), facts, issues={code: "труды & дни"})
    assert "труды &amp; дни" in page
    assert f">{code}<" not in page
    assert f">{code}<" in explained.page(fiction.document(), facts)


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    document = fiction.document()
    assert 'href="https://example.org/fiction"' in explained.page(document, fiction.facts())
    from dataclasses import replace

    assert "javascript:" not in "".join(
        re.findall(r'href="[^"]*"', explained.page(replace(document, source="javascript:alert(1)"), fiction.facts()))
    )


@pytest.fixture(scope="module")
def window() -> Iterator[WebDriver]:
    with browser.chromium() as found:
        yield found


Open = Callable[[tuple[Document, Facts]], Path]


@pytest.fixture
def opened(window: WebDriver, tmp_path: Path) -> Iterator[Open]:
    """Write and open a page; afterwards nothing was asked of anybody, and nothing was complained of."""
    written: list[Path] = []

    def open_page(of: tuple[Document, Facts]) -> Path:
        written.append(explained.write(*of, tmp_path / "page.html", language="en"))
        browser.opened(window, written[-1])
        return written[-1]

    yield open_page
    assert browser.console(window) == []
    assert set(browser.requests(window)) == {path.as_uri() for path in written}


def lit(window: WebDriver, side: str) -> list[str]:
    nodes = window.find_elements("css selector", f"{side} .on")
    return [str(node.get_attribute("textContent")) for node in nodes]


@pytest.mark.slow
def test_text_that_is_a_script_does_nothing(window: WebDriver, opened: Open) -> None:
    opened(nasty())
    time.sleep(0.3)
    assert window.title != "owned"
    assert len(window.find_elements("css selector", "script")) == 1
    assert window.find_elements("css selector", "img") == []
    assert "{{facts}}" in window.find_element("id", "text").text


@pytest.mark.slow
def test_a_fact_lights_its_words_and_words_their_facts(window: WebDriver, opened: Open) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    opened((fiction.document(), fiction.facts()))
    link = window.find_element("css selector", "#facts .r-official .words")
    ActionChains(window).move_to_element(link).perform()
    quote = str(link.text).strip("«»")
    assert quote in " ".join(lit(window, "#text"))
    trigger = window.find_element("css selector", "#text .k-official")
    ActionChains(window).move_to_element(trigger).perform()
    assert quote in " ".join(lit(window, "#facts"))


@pytest.mark.slow
def test_everything_is_reached_by_the_keyboard(window: WebDriver, opened: Open) -> None:
    from selenium.webdriver.common.keys import Keys

    opened((fiction.document(), fiction.facts()))
    words = window.find_elements("css selector", "#text [role=button]")
    assert len(words) > 1
    assert [word.get_attribute("tabindex") for word in words].count("0") == 1
    window.execute_script("document.querySelector('#text [tabindex=\"0\"]').focus()")
    first = window.switch_to.active_element
    first.send_keys(Keys.ARROW_RIGHT)
    second = window.switch_to.active_element
    assert second != first
    second.send_keys(Keys.ENTER)
    assert lit(window, "#facts")
    second.send_keys(Keys.ESCAPE)
    assert lit(window, "#facts") == []
    window.find_element("css selector", "#facts .words").send_keys(Keys.ENTER)
    assert lit(window, "#text")


@pytest.mark.slow
def test_narrow_screens_and_no_scripts(window: WebDriver, opened: Open, tmp_path: Path) -> None:
    path = opened((fiction.document(), fiction.facts()))
    plain = path.with_name("plain.html")
    plain.write_text(re.sub(r"<script>.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL), "utf-8")
    with browser.chromium(360, 740) as narrow:
        browser.opened(narrow, plain)
        assert narrow.execute_script("return document.documentElement.scrollWidth") <= 360
        text, facts = narrow.find_element("id", "text"), narrow.find_element("id", "facts")
        assert facts.rect["y"] >= text.rect["y"] + text.rect["height"]
        assert "Escape" not in narrow.find_element("css selector", "header").text
        narrow.find_element("css selector", "#facts .words").click()
        assert narrow.execute_script("return document.querySelectorAll('#text :target').length") == 1
