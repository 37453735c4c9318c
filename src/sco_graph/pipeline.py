"""The whole flow on one screen: paths -> documents -> facts -> store -> exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from .authority import data_folder, load
from .authority.index import Index
from .authority.records import Authority
from .authority.tables import version
from .corpus import find, from_text, read
from .errors import InvalidDocument
from .extraction import RULES_VERSION, silent
from .extraction import explain as explained
from .extraction import extract as extract_facts
from .extraction.sureness import sure
from .graph.store import Store
from .graph.validation import validate
from .manifest import Manifest, Rejection
from .model import Document, Facts, Key, Violation
from .network import page, project
from .publication import explained as pages
from .publication import export
from .resources import folder
from .vocabulary import document_graph

Progress = Callable[[int, int, str], None]
"""Told how many documents are done, of how many, and the name of the one at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: keys of documents by what became of them, counts of new facts by kind, what is wrong."""

    built: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    rejected: tuple[Rejection, ...]
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
) -> BuildReport:
    """Make the store hold what the documents under ``paths`` say, and write the exports to ``out`` if it is given.

    ``tables`` are folders of a user's own authority tables, laid over ours.

    Only what changed is extracted: a document whose text, rules and tables are as before is left as it is.
    A document whose file has gone from a folder named here leaves the store; one that cannot be
    read is reported and what the store had of it stays.
    """
    authority = known(*tables)
    run = _Run(tables_version=authority.version)
    with Store(store_folder) as store:
        store.load_ontology()
        store.load_authority(authority)
        manifest = Manifest(store_folder)
        files = manifest.read()
        for document, path in run.documents(paths, store, progress):
            store.replace_document(document, facts := extract(document, authority), RULES_VERSION, authority.version)
            files[document.key] = str(path.resolve())
            run.count(document, facts)
        for key in run.gone(files, paths):
            store.forget(key)
            del files[key]
        violations = tuple(_malformed(store, run.built))
        manifest.write(files, run.rejected)
        exports = write_exports(store, out) if out and (run.changed or not out.is_dir()) else ()
    return run.report(violations, exports)


def _malformed(store: Store, documents: Sequence[str]) -> Iterator[Violation]:
    """What is malformed in documents; a hundred at a time, since shapes are checked in memory."""
    for first in range(0, len(documents), 100):
        yield from validate(store, [document_graph(key) for key in documents[first : first + 100]])


def write_exports(store: Store, out: Path) -> tuple[Path, ...]:
    """RDF in every format, tables, and the network of officials as a page."""
    files = export(store, out)
    return (*files, page.write(project(store), out / "network.html"))


def sample() -> Path:
    """Folder of the sample corpus: of the checkout, or the one that the package carries."""
    return folder("data/documents")


def explain(document: Document, authority: Authority | None = None) -> Iterator[str]:
    """Lines that tell sentence by sentence what was seen and which rule decided."""
    return explained(document, extract(document, authority))


def extract(source: Document | str, authority: Authority | None = None, *, least: float = 0.0) -> Facts:
    """The facts of one document, or of a text; only those whose best evidence scores at least ``least``.

    >>> extract("29 апреля 2020 года состоялся телефонный разговор.").events[0].date
    '2020-04-29'
    """
    document = source if isinstance(source, Document) else from_text(source)
    facts = extract_facts(document, authority or known())
    return sure(facts, least) if least > 0 else facts


def explain_on_page(
    document: Document, facts: Facts, path: Path, *, language: str | None = None, authority: Authority | None = None
) -> Path:
    """Write the text with what was seen in it, and the facts beside it, as one HTML file."""
    index = Index(authority or known())
    spoken = language or document.language
    coded = {*facts.states, *(event.place_state for event in facts.events if event.place_state)}
    states = {code: index.label(Key(f"state/{code}"), spoken) for code in coded}
    return pages.write(document, facts, path, language=language, states=states)


def ledger(document: Document, facts: Facts, authority: Authority | None = None) -> Iterator[tuple[str, ...]]:
    """Rows of the table of sentences that gave no interaction and no statement, under LEDGER."""
    for at in silent(document, facts, authority or known()):
        yield document.stem, str(at.start), str(at.stop), at.reason.value, at.row, str(at.names), at.text


LEDGER = ("document", "start", "stop", "reason", "row", "names", "text")
"""Columns of a ledger."""


def known(*folders: Path) -> Authority:
    """The authority tables, with those of ``folders`` laid over ours; read again only when they have changed."""
    return _read(folders, version((data_folder(), *folders)))


@lru_cache(maxsize=4)
def _read(folders: tuple[Path, ...], bytes_of_tables: str) -> Authority:
    return load(*folders)


@dataclass(slots=True)
class _Run:
    """What one build has seen so far."""

    tables_version: str
    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    seen: dict[str, Path] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        return bool(self.built or self.removed)

    def documents(
        self, paths: Sequence[Path], store: Store, progress: Progress | None
    ) -> Iterator[tuple[Document, Path]]:
        """Documents that are new or changed, with their files."""
        stored = store.documents()
        found = list(find(paths))
        for number, (path, root) in enumerate(found, start=1):
            document = self._read(path, root)
            if document is not None:
                if stored.get(document.key) == (document.sha256, RULES_VERSION, self.tables_version):
                    self.unchanged.append(document.key)
                else:
                    yield document, path
                    self.built.append(document.key)
            if progress:
                progress(number, len(found), path.name)

    def _read(self, path: Path, root: Path | None) -> Document | None:
        try:
            document = read(path, root)
            if document.key in self.seen:
                where = self.seen[document.key].name
                raise InvalidDocument(str(path), f"the same document as {where}", "Remove one of them.")
        except InvalidDocument as error:
            self._reject(path, error)
            return None
        self.seen[document.key] = path.resolve()
        if document.published is None:
            self.notes.append(f"{path}: no date. Dates without a year stay open; add `date:` to its front matter.")
        return document

    def _reject(self, path: Path, error: InvalidDocument) -> None:
        self.rejected.append(Rejection(path=str(path), reason=str(error)))

    def count(self, document: Document, facts: Facts) -> None:
        self.counts.update(
            officials=len(facts.officials),
            organisations=len(facts.organisations),
            states=len(facts.states),
            interactions=len(facts.events),
            statements=len(facts.statements),
            evidence=len(facts.evidence),
        )

    def gone(self, files: dict[str, str], paths: Iterable[Path]) -> list[str]:
        """Keys of documents that came from a folder named here, where their file no longer is."""
        folders = [path.resolve() for path in paths if path.is_dir()]
        here = ((key, Path(file)) for key, file in files.items())
        below = [(k, p) for k, p in here if any(p.is_relative_to(folder) for folder in folders)]
        self.removed = sorted(key for key, path in below if key not in self.seen and not path.exists())
        return self.removed

    def report(self, violations: tuple[Violation, ...], exports: tuple[Path, ...]) -> BuildReport:
        return BuildReport(
            built=tuple(self.built),
            unchanged=tuple(self.unchanged),
            removed=tuple(self.removed),
            rejected=tuple(self.rejected),
            notes=tuple(self.notes),
            violations=violations,
            counts=tuple(sorted(self.counts.items())),
            exports=exports,
        )
