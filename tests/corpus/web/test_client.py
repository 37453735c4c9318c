"""Politeness and limits, against a server on the loopback."""

from __future__ import annotations

import gzip

import pytest

from sco_graph import __version__
from sco_graph.corpus.web.client import Client
from sco_graph.corpus.web.limits import Limits
from sco_graph.errors import InvalidDocument

from .conftest import Page, Site


def test_we_say_who_we_are(site: Site, client: Client) -> None:
    site.pages["/a"] = Page(b"text")
    assert client.get(f"{site.address}/a").body == b"text"
    assert [path for path, _, _ in site.asked] == ["/robots.txt", "/a"]
    assert all(headers["User-Agent"].startswith(f"sco-graph/{__version__}") for _, headers, _ in site.asked)


def test_robots_are_obeyed_and_asked_for_once(site: Site, client: Client) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /closed\nAllow: /closed/but\nDisallow: /*.pdf$\n")
    site.pages["/open"] = site.pages["/closed/but"] = Page(b"text")
    client.get(f"{site.address}/open")
    client.get(f"{site.address}/closed/but")
    for path in ("/closed", "/closed/1", "/a.pdf"):
        with pytest.raises(InvalidDocument, match="closed to robots"):
            client.get(site.address + path)
    assert [path for path, _, _ in site.asked] == ["/robots.txt", "/open", "/closed/but"]


def test_our_own_name_in_robots_counts(site: Site, client: Client) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow:\n\nUser-agent: sco-graph\nDisallow: /\n")
    with pytest.raises(InvalidDocument, match="closed to robots"):
        client.get(f"{site.address}/a")


def test_a_host_whose_robots_fail_is_left_alone(site: Site, client: Client) -> None:
    site.pages["/robots.txt"] = Page(statuses=[503])
    site.pages["/a"] = Page(b"text")
    with pytest.raises(InvalidDocument, match=r"no robots\.txt now"):
        client.get(f"{site.address}/a")
    assert site.paths() == []


def test_robots_may_be_elsewhere(site: Site, client: Client) -> None:
    site.pages["/robots.txt"] = Page(statuses=[301], headers={"Location": "/rules"})
    site.pages["/rules"] = Page(b"User-agent: *\nDisallow: /a\n")
    with pytest.raises(InvalidDocument, match="closed to robots"):
        client.get(f"{site.address}/a")


def test_redirects_are_followed_as_far_as_robots_allow(site: Site, client: Client) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /closed\n")
    site.pages["/a"] = Page(statuses=[301], headers={"Location": "b"})
    site.pages["/b"] = Page(b"text", statuses=[200])
    assert client.get(f"{site.address}/a").address == f"{site.address}/b"
    site.pages["/c"] = Page(statuses=[302], headers={"Location": "/closed"})
    with pytest.raises(InvalidDocument, match="closed to robots"):
        client.get(f"{site.address}/c")
    site.pages["/d"] = Page(statuses=[302], headers={"Location": "/d"})
    with pytest.raises(InvalidDocument, match="more than 5 redirects"):
        client.get(f"{site.address}/d")


@pytest.mark.parametrize("elsewhere", ["ftp://lake.example/a", "file:///etc/passwd", "https://"])
def test_a_redirect_never_leaves_the_web(site: Site, client: Client, elsewhere: str) -> None:
    site.pages["/a"] = Page(statuses=[302], headers={"Location": elsewhere})
    with pytest.raises(InvalidDocument, match="no address of http"):
        client.get(f"{site.address}/a")


@pytest.mark.parametrize(
    "address", ["", "lake.example", "file:///etc/passwd", "http://[", "http://a b/", "http://x:0/"]
)
def test_what_is_no_address_is_refused(client: Client, address: str) -> None:
    with pytest.raises(InvalidDocument, match="no address of http"):
        client.get(address)


def test_a_busy_server_is_asked_again(site: Site, client: Client) -> None:
    site.pages["/a"] = Page(b"text", statuses=[503, 500, 200])
    assert client.get(f"{site.address}/a").body == b"text"
    assert site.paths() == ["/a"] * 3


@pytest.mark.parametrize(("status", "times"), [(500, 3), (404, 1), (403, 1)])
def test_a_server_that_refuses_is_named(site: Site, client: Client, status: int, times: int) -> None:
    site.pages["/a"] = Page(statuses=[status])
    with pytest.raises(InvalidDocument, match=f"answers {status}"):
        client.get(f"{site.address}/a")
    assert site.paths() == ["/a"] * times


def test_requests_to_a_host_are_apart(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 0.3\n")
    site.pages["/a"] = Page(b"text")
    client = Client(Limits(delay=0.1))
    for _ in range(2):
        client.get(f"{site.address}/a")
    times = [moment for _, _, moment in site.asked]
    assert times[1] - times[0] >= 0.1
    assert times[2] - times[1] >= 0.3


def test_retry_after_is_kept(site: Site, client: Client) -> None:
    site.pages["/a"] = Page(b"text", headers={"Retry-After": "1"}, statuses=[429, 200])
    client.get(f"{site.address}/a")
    assert site.asked[-1][2] - site.asked[-2][2] >= 1


def test_a_packed_answer_is_unpacked(site: Site, client: Client) -> None:
    site.pages["/a"] = Page(gzip.compress(b"text"), headers={"Content-Encoding": "gzip"})
    assert client.get(f"{site.address}/a").body == b"text"


def test_a_bomb_and_broken_gzip_are_refused(site: Site) -> None:
    client = Client(Limits(delay=0.0, bytes=10_000))
    site.pages["/a"] = Page(gzip.compress(b"a" * 1_000_000), headers={"Content-Encoding": "gzip"})
    with pytest.raises(InvalidDocument, match="more than 10,000 bytes"):
        client.get(f"{site.address}/a")
    site.pages["/b"] = Page(b"no gzip", headers={"Content-Encoding": "gzip"})
    with pytest.raises(InvalidDocument, match="no answer"):
        client.get(f"{site.address}/b")


def test_a_slow_server_is_given_up(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"")
    site.pages["/a"] = Page(b"a" * 200_000, pause=0.4)
    with pytest.raises(InvalidDocument, match="no answer"):
        Client(Limits(delay=0.0, timeout=0.1, tries=1)).get(f"{site.address}/a")
    with pytest.raises(InvalidDocument, match="not done in"):
        Client(Limits(delay=0.0, whole=0.2)).get(f"{site.address}/a")


def test_nobody_there(client: Client) -> None:
    with pytest.raises(InvalidDocument, match="no answer"):
        client.get("http://127.0.0.1:9/a")
