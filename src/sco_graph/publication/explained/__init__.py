"""Document and facts -> one HTML page: the text with what was seen in it, and each fact with words, rule and score.

The page asks nothing of any address: its policy names the hash of its own style and script and forbids the rest,
so that no text of a document can run. Without scripts all of it can be read, and links lead from facts to words.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from ...files import write_text
from ...model import Document, Facts
from .cards import Cards, Words
from .claims import claims
from .text import KINDS, paragraphs, spans

LANGUAGES = ("en", "ru")
"""Languages that the page's own words are written in."""


def write(
    document: Document,
    facts: Facts,
    path: Path | str,
    *,
    language: str | None = None,
    states: Mapping[str, str] | None = None,
    issues: Mapping[str, str] | None = None,
) -> Path:
    """Write the page to a file, as a whole or not at all; UnwritableOutput when it cannot be."""
    return write_text(Path(path), page(document, facts, language=language, states=states, issues=issues))


def page(
    document: Document,
    facts: Facts,
    *,
    language: str | None = None,
    states: Mapping[str, str] | None = None,
    issues: Mapping[str, str] | None = None,
) -> str:
    """The page of one document, as text; equal facts give equal text.

    ``language`` is that of the page's own words, by default the document's, else English; ``states`` and
    ``issues`` are their names by code, without which they are shown as codes.
    """
    chosen = language if language in LANGUAGES else document.language if document.language in LANGUAGES else "en"
    words: Words = json.loads(_asset("words.json"))[chosen]
    told = claims(facts)
    shown = spans(told)
    style, script = _asset("page.css"), _asset("page.js")
    cards = Cards(facts=facts, words=words, states=states or {}, issues=issues or {}, claims=told, spans=shown)
    parts = {
        "language": chosen, "text_language": html.escape(document.language),
        "policy": f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'",
        "style": style, "script": script, "title": html.escape(document.title or document.stem),
        "about": _about(document, words), "counts": cards.counts(), "legend": _legend(words),
        "text": "\n".join(paragraphs(document.text, shown)), "facts": cards.html(),
        **{f"word_{key}": html.escape(word) for key, word in words["page"].items()},
    }  # fmt: skip
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], _asset("page.html"))


def _about(document: Document, words: Words) -> str:
    """Publisher, date and address of the document; only an address of the web becomes a link."""
    source = html.escape(document.source)
    if urlsplit(document.source).scheme in {"http", "https"}:
        source = f'<a rel="noreferrer" href="{source}">{source}</a>'
    known = (html.escape(document.publisher or ""), html.escape(document.published or words["page"]["undated"]), source)
    return " · ".join(part for part in known if part)


def _legend(words: Words) -> str:
    return "".join(
        f'<li><span class="w k-{kind}" data-ref="">{html.escape(words["kinds"][kind])}</span></li>' for kind in KINDS
    )


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
