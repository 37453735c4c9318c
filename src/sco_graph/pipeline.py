"""The whole flow on one screen: paths -> documents -> facts -> store -> exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from .authority import data_folder, load
from .authority.index import Index
from .authority.records import Authority
from .authority.tables import Stamps, stamps
from .corpus import from_text
from .extraction import RULES_VERSION, silent
from .extraction import explain as explained
from .extraction import extract as extract_facts
from .extraction.sureness import sure
from .intake import Intake, Progress, supported
from .manifest import Manifest, Rejection
from .model import Document, Facts, Key, Violation
from .resources import folder
from .vocabulary import document_graph

# What only a build asks for, libraries of graphs and networks, is loaded there: extraction starts without it.
if TYPE_CHECKING:
    from .graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: keys of documents by what became of them, counts of new facts by kind, what is wrong."""

    built: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    rejected: tuple[Rejection, ...]
    duplicates: tuple[str, ...]
    notes: tuple[str, ...]
    violations: tuple[Violation, ...]
    counts: tuple[tuple[str, int], ...]
    exports: tuple[Path, ...]

    @property
    def complete(self) -> bool:
        """Whether every input was built and every claim is well formed."""
        return not self.rejected and not self.violations


def build(
    paths: Sequence[Path],
    store_folder: Path,
    out: Path | None = None,
    progress: Progress | None = None,
    *,
    tables: Sequence[Path] = (),
    columns: Mapping[str, str] | None = None,
    least: float = 0.0,
) -> BuildReport:
    """Make the store hold what the documents under ``paths`` say, and write the exports to ``out`` if it is given.

    ``tables`` are folders of a user's own authority tables, laid over ours; ``columns`` is field -> column of
    documents in tables and JSON Lines. Only facts that score at least ``least`` (0 to 1) are kept.

    Only what changed is extracted: a document whose text, rules, tables and ``least`` are as before is left as it is.
    A document whose file has gone from a folder named here leaves the store, and so does one that is no longer
    in its file of several; one that cannot be read is reported and what the store had of it stays. A text that
    another document has already is not built again.
    """
    from .graph.store import Store

    authority = known(*tables)
    counts: Counter[str] = Counter()
    with Store(store_folder) as store:
        store.load_ontology()
        store.load_authority(authority)
        manifest = Manifest(store_folder)
        files = manifest.read()
        rules = f"{RULES_VERSION} min-score {least:g}" if least > 0 else RULES_VERSION
        versions = (rules, authority.version)
        intake = Intake(stored=store.documents(), files=files, versions=versions, columns=columns or {})
        for document, path in intake.documents(paths, progress):
            store.replace_document(document, facts := extract(document, authority, least=least), *versions)
            manifest.keep(document)
            files[document.key] = str(path.resolve())
            counts.update(_counts(facts))
        removed = intake.gone(paths)
        for key in removed:
            store.forget(key)
            manifest.drop(key)
            del files[key]
        violations = tuple(_malformed(store, intake.built))
        manifest.write(files, intake.rejected)
        changed = bool(intake.built or removed)
        exports = write_exports(store, out) if out and (changed or not out.is_dir()) else ()
    return BuildReport(
        built=tuple(intake.built),
        unchanged=tuple(intake.unchanged),
        removed=tuple(removed),
        rejected=tuple(intake.rejected),
        duplicates=tuple(intake.duplicates),
        notes=tuple(intake.notes),
        violations=violations,
        counts=tuple(sorted(counts.items())),
        exports=exports,
    )


def _counts(facts: Facts) -> dict[str, int]:
    return {
        "officials": len(facts.officials),
        "organisations": len(facts.organisations),
        "states": len(facts.states),
        "interactions": len(facts.events),
        "statements": len(facts.statements),
        "evidence": len(facts.evidence),
    }


def _malformed(store: Store, documents: Sequence[str]) -> Iterator[Violation]:
    """What is malformed in documents; a hundred at a time, since shapes are checked in memory."""
    from .graph.validation import validate

    for first in range(0, len(documents), 100):
        yield from validate(store, [document_graph(key) for key in documents[first : first + 100]])


def write_exports(store: Store, out: Path) -> tuple[Path, ...]:
    """RDF in every format, tables, and the network of officials as a page."""
    from .network import page, project
    from .publication import export

    files = export(store, out)
    return (*files, page.write(project(store), out / "network.html"))


def sample() -> Path:
    """Folder of the sample corpus: of the checkout, or the one that the package carries."""
    return folder("data/documents")


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
    return load(*folders)
