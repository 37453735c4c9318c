"""From a document, or a text, to its facts: by the tables and rules at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from .authority import data_folder, load
from .authority.asking import Asked, Notebook
from .authority.index import Index
from .authority.records import Authority
from .authority.tables import Stamps, stamps
from .corpus import from_text
from .extraction import explain as explained
from .extraction import extract as extract_facts
from .extraction import silent
from .extraction.sureness import sure
from .graph.mapping import Said, document_quads, worded
from .graph.validation import unsure
from .intake import supported
from .lasting import lasting
from .model import Document, Facts, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of a document: the quads of its graph, how many facts of each kind, what it asked the tables.

    ``unsure`` are the nodes of the graph that do not conform to the shapes by themselves: most of them point at what
    stands elsewhere.
    """

    said: Said
    counts: Counter[str]
    asked: Asked
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Makes graphs of documents, in whatever process it is sent to."""

    authority: Authority
    least: float
    _notebook: Notebook = field(default_factory=Notebook, compare=False)

    def __call__(self, document: Document) -> Made:
        """What the document says."""
        with self._notebook.open(document.language):
            facts = extract(document, self.authority, least=self.least)
        quads = document_quads(document, facts)
        return Made(
            said=worded(document, quads), counts=_counts(facts), asked=self._notebook.asked(), unsure=unsure(quads)
        )


def _counts(facts: Facts) -> Counter[str]:
    return Counter(
        {
            "officials": len(facts.officials),
            "organisations": len(facts.organisations),
            "states": len(facts.states),
            "interactions": len(facts.events),
            "statements": len(facts.statements),
            "evidence": len(facts.evidence),
        }
    )


def explain(document: Document, authority: Authority | None = None) -> Iterator[str]:
    """Lines that tell sentence by sentence what was seen and which rule decided."""
    if not supported(document.language):
        return iter((f"{document.source}: in {document.language}, which is not read.",))
    return explained(document, extract(document, authority))


def extract(source: Document | str, authority: Authority | None = None, *, least: float = 0.0) -> Facts:
    """The facts of one document, or of a text; only those whose best evidence scores at least ``least``.

    >>> extract("29 апреля 2020 года состоялся телефонный разговор.").events[0].date
    '2020-04-29'
    """
    document = source if isinstance(source, Document) else from_text(source)
    if not supported(document.language):
        return Facts(document=document.key)
    facts = extract_facts(document, authority or known())
    return sure(facts, least) if least > 0 else facts


def explain_on_page(
    document: Document, facts: Facts, path: Path, *, language: str | None = None, authority: Authority | None = None
) -> Path:
    """Write the text with what was seen in it, and the facts beside it, as one HTML file."""
    from .publication import explained as pages

    index = Index(authority or known())
    spoken = language or document.language
    coded = {*facts.states, *(event.place_state for event in facts.events if event.place_state)}
    states = {code: index.label(Key(f"state/{code}"), spoken) for code in coded}
    issues = _issues(spoken if supported(spoken) else "en")
    return pages.write(document, facts, path, language=language, states=states, issues=issues)


@cache
def _issues(language: str) -> dict[str, str]:
    """Names of the issues of the scheme in a language, by code."""
    from .graph.store import Store

    with Store(None) as store:
        store.load_ontology()
        named = store.select("SELECT ?code ?name { ?issue a sco:Issue ; skos:notation ?code ; skos:prefLabel ?name }")
    return {str(code): str(name) for code, name in named.rows if code and name and name.language == language}


def ledger(document: Document, facts: Facts, authority: Authority | None = None) -> Iterator[tuple[str, ...]]:
    """Rows of the table of sentences that gave no interaction and no statement, under LEDGER."""
    for at in silent(document, facts, authority or known()):
        yield document.stem, str(at.start), str(at.stop), at.reason.value, at.row, str(at.names), at.text


LEDGER = ("document", "start", "stop", "reason", "row", "names", "text")
"""Columns of a ledger."""


def known(*folders: Path) -> Authority:
    """The authority tables, with those of ``folders`` laid over ours; read again only when they have changed."""
    return _read(folders, tuple(map(stamps, (data_folder(), *folders))))


@lru_cache(maxsize=4)
def _read(folders: tuple[Path, ...], stamped: tuple[Stamps, ...]) -> Authority:
    with lasting():
        return load(*folders)
