"""Fetching into a folder: lists, resuming, conditional requests; and that nothing else goes to the network."""

from __future__ import annotations

import gzip
import socket
from pathlib import Path

import pytest

from sco_graph.corpus import contents, read
from sco_graph.corpus.web import feeds, memory
from sco_graph.corpus.web.client import Client
from sco_graph.corpus.web.fetching import fetch
from sco_graph.corpus.web.limits import Limits
from sco_graph.errors import InvalidDocument, InvalidRecord, UnwritableOutput

from ..made import PAGE, PARAGRAPHS, TEXT, pdf
from .conftest import Page, Site

SITEMAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><item><title>Разговор</title><link>{0}/news/1</link>
<pubDate>Fri, 05 Mar 2021 10:00:00 +0000</pubDate></item><item><guid>{0}/news/2</guid></item><item/></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link rel="self" href="/no"/>
<link href="/news/1"/><updated>2021-03-05T10:00:00Z</updated></entry><entry><title>none</title></entry></feed>"""


def urls(*addresses: str) -> bytes:
    return SITEMAP.format("".join(f"<url><loc>{address}</loc></url>" for address in addresses)).encode()


def news(site: Site) -> None:
    """A sitemap with two releases, a feed of the same, and robots that allow all."""
    for number in (1, 2):
        body = PAGE.replace("lake.example", f"lake{number}.example").encode()
        site.pages[f"/news/{number}"] = Page(body, {"Content-Type": "text/html", "ETag": f'"{number}"'})
    site.pages["/about"] = Page(PAGE.encode())
    site.pages["/sitemap.xml"] = Page(urls(*(f"{site.address}/{p}" for p in ("news/1", "news/2#x", "about", "news/2"))))
    site.pages["/feed"] = Page(RSS.format(site.address).encode(), {"Content-Type": "application/rss+xml"})


def test_a_sitemap_becomes_documents_with_their_addresses(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    done = fetch([f"{site.address}/sitemap.xml"], tmp_path, client, match="/news/")
    assert done.new == [f"{site.address}/news/1", f"{site.address}/news/2"]
    assert not done.failed
    found = [read(path, tmp_path) for path in sorted(tmp_path.glob("*.html"))]
    assert sorted(document.source for document in found) == done.new
    assert all(PARAGRAPHS[0] in document.text for document in found)


def test_a_second_run_asks_for_nothing_that_is_there(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    fetch([f"{site.address}/news/1"], tmp_path, client)
    site.asked.clear()
    done = fetch([f"{site.address}/news/1", f"{site.address}/news/2"], tmp_path, client)
    assert site.paths() == ["/news/2"]
    assert (len(done.new), len(done.unchanged)) == (1, 1)


def test_asking_again_sends_only_what_changed(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    given = [f"{site.address}/sitemap.xml"]
    fetch(given, tmp_path, client)
    site.asked.clear()
    site.pages["/news/2"].headers["ETag"] = '"3"'
    site.pages["/news/2"].body = PAGE.replace("Фридонии", "Сильвании").encode()
    done = fetch(given, tmp_path, client, again=True)
    assert done.new == [f"{site.address}/news/2"]
    assert sorted(done.unchanged) == [f"{site.address}/about", f"{site.address}/news/1"]
    sent = {path: headers.get("If-None-Match") for path, headers, _ in site.asked}
    assert (sent["/news/1"], sent["/about"]) == ('"1"', None)


def test_an_interrupted_run_goes_on(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    given = [f"{site.address}/sitemap.xml"]

    def stop(number: int, address: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(given, tmp_path, client, progress=stop)
    site.asked.clear()
    assert len(fetch(given, tmp_path, client).new) == 2
    assert "/news/1" not in site.paths()


def test_a_file_that_has_gone_is_fetched_again(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    fetch([f"{site.address}/news/1"], tmp_path, client)
    next(tmp_path.glob("*.html")).unlink()
    assert fetch([f"{site.address}/news/1"], tmp_path, client, again=True).new == [f"{site.address}/news/1"]


def test_what_a_feed_says_is_kept(site: Site, client: Client, tmp_path: Path) -> None:
    site.pages["/feed"] = Page(RSS.format(site.address).encode())
    site.pages["/news/1"] = Page(TEXT.encode("cp1251"), {"Content-Type": "text/plain; charset=windows-1251"})
    site.pages["/news/2"] = Page(pdf([PARAGRAPHS]), {"Content-Type": "application/pdf"})
    done = fetch([f"{site.address}/feed"], tmp_path, client)
    assert len(done.new) == 2
    (path,) = tmp_path.glob("*.txt")
    document = read(path)
    assert (document.title, document.published, document.text) == ("Разговор", "2021-03-05", TEXT)
    assert PARAGRAPHS[0].split()[0] in read(next(tmp_path.glob("*.pdf"))).text


def test_a_list_of_addresses_and_one_bad_among_them(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    (tmp_path / "a.urls").write_text(f"# releases\n{site.address}/news/1 first\n\n{site.address}/gone\nlake\n", "utf-8")
    done = fetch([str(tmp_path / "a.urls"), str(tmp_path / "none.urls")], tmp_path / "out", client)
    assert done.new == [f"{site.address}/news/1"]
    assert sorted(error.what for error in done.failed) == [
        "cannot be read (No such file or directory)",
        "no address of http or https",
        "the server answers 404",
    ]


def test_an_index_of_sitemaps_some_packed(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    index = SITEMAP.replace("urlset", "sitemapindex").format(f"<sitemap><loc>{site.address}/s.xml.gz</loc></sitemap>")
    site.pages["/index.xml"] = Page(index.encode())
    site.pages["/s.xml.gz"] = Page(gzip.compress(urls("/news/1")), {"Content-Type": "application/gzip"})
    assert fetch([f"{site.address}/index.xml"], tmp_path, client).new == [f"{site.address}/news/1"]
    loop = SITEMAP.replace("urlset", "sitemapindex")
    for number in range(6):
        address = f"{site.address}/{number + 1}.xml"
        site.pages[f"/{number}.xml"] = Page(loop.format(f"<sitemap><loc>{address}</loc></sitemap>").encode())
    assert "lists within lists" in str(fetch([f"{site.address}/0.xml"], tmp_path, client).failed[0])


def test_a_limit_of_pages(site: Site, tmp_path: Path) -> None:
    news(site)
    done = fetch([f"{site.address}/sitemap.xml"], tmp_path, Client(Limits(delay=0.0, pages=1)))
    assert len(done.new) == 1


def test_atom_and_rdf_and_news_sitemaps() -> None:
    (entry,) = feeds.entries(ATOM.encode(), "https://lake.example/feed") or ()
    assert (entry.address, entry.title, entry.published) == ("https://lake.example/news/1", "A", "2021-03-05")
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><item><link>/1</link><dc:date>never</dc:date></item></rdf:RDF>"""
    (entry,) = feeds.entries(rdf.encode(), "https://lake.example/") or ()
    assert (entry.address, entry.published) == ("https://lake.example/1", None)
    row = '<url><loc>/1</loc><n:news xmlns:n="x"><n:publication_date>2021-03-05</n:publication_date></n:news></url>'
    (entry,) = feeds.entries(SITEMAP.format(row).encode(), "https://lake.example/") or ()
    assert entry.published == "2021-03-05"
    assert feeds.entries(b"<html></html>", "x") is None


ENTITIES = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss>&c;</rss>'


@pytest.mark.parametrize(
    "data", [ENTITIES.encode(), b"<rss><a></rss>", b"\x1f\x8b\x08nothing", b'<?xml encoding="x"?><rss/>']
)
def test_a_broken_or_hostile_feed_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidDocument):
        feeds.entries(data, "https://lake.example/feed")


def test_a_packed_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_BYTES", 1000)
    with pytest.raises(InvalidDocument, match="bytes unpacked"):
        feeds.entries(gzip.compress(b"<rss>" + b" " * 100_000), "x")


def test_a_damaged_record_is_told_and_its_files_stay_documents(client: Client, tmp_path: Path) -> None:
    (tmp_path / memory.NAME).write_text("[", "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert read(tmp_path / "a.txt").source == "a.txt"
    with pytest.raises(InvalidRecord, match="Remove it"):
        fetch([], tmp_path, client)


def test_a_folder_that_cannot_be_written(site: Site, client: Client, tmp_path: Path) -> None:
    news(site)
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(UnwritableOutput):
        fetch([f"{site.address}/news/1"], tmp_path / "out", client)


def test_reading_never_goes_to_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("a socket was opened")

    # Libraries that are imported on the way may subclass the socket: what connects is refused, not the class.
    for owner, name in ((socket.socket, "connect"), (socket, "create_connection"), (socket, "getaddrinfo")):
        monkeypatch.setattr(owner, name, refuse)
    page = PAGE.replace("<head>", '<head><base href="https://lake.example/"><link rel="stylesheet" href="/a.css">')
    (tmp_path / "a.html").write_text(page, "utf-8")
    (tmp_path / "b.urls").write_text("https://lake.example/", "utf-8")
    assert PARAGRAPHS[0] in read(tmp_path / "a.html").text
    assert isinstance(next(iter(contents(tmp_path / "b.urls"))), InvalidDocument)
