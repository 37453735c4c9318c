"""The whole flow on one screen: paths -> documents -> facts -> store -> exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from .extraction import RULES_VERSION
from .graph.store import BATCH, Store
from .graph.validation import doubted, validate
from .inquiries import Inquiries
from .intake import Intake, Progress
from .manifest import Manifest, Rejection, beside
from .model import Document, Violation
from .network import page, project
from .publication import export
from .reading import Made, Reader, known
from .relinking import Relinking
from .resources import folder
from .workers import Lost, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: keys of documents by what became of them, counts of new facts by kind, what is wrong.

    When the tables changed, ``relinked`` were built for that reason alone, ``settled`` are unchanged all the same.
    """

    built: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    rejected: tuple[Rejection, ...]
    duplicates: tuple[str, ...]
    notes: tuple[str, ...]
    violations: tuple[Violation, ...]
    counts: tuple[tuple[str, int], ...]
    exports: tuple[Path, ...]
    relinked: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every input was built and every claim is well formed."""
        return not self.rejected and not self.violations


def build(
    paths: Sequence[Path],
    store_folder: Path | str,
    out: Path | None = None,
    progress: Progress | None = None,
    *,
    tables: Sequence[Path] = (),
    columns: Mapping[str, str] | None = None,
    least: float = 0.0,
    workers: int | None = 1,
) -> BuildReport:
    """Make the store hold what the documents under ``paths`` say, and write the exports to ``out`` if it is given.

    ``store_folder`` is a folder, or the address of a SPARQL server.

    ``tables`` are folders of a user's own authority tables, laid over ours; ``columns`` is field -> column of
    documents in tables and JSON Lines. Only facts that score at least ``least`` (0 to 1) are kept. ``workers``
    processes read for facts (None: as many as pay), with the same result; a script that asks for several
    keeps its own work below ``if __name__ == "__main__"``, as multiprocessing wants it.

    Only what changed is extracted: a document whose text, rules, tables and ``least`` are as before is left as it is.
    A document whose file has gone from a folder named here leaves the store, and so does one that is no longer
    in its file of several; one that cannot be read is reported and what the store had of it stays. A text that
    another document has already is not built again.
    """
    authority = known(*tables)
    rules = f"{RULES_VERSION} min-score {least:g}" if least > 0 else RULES_VERSION
    with Store(store_folder) as store, Inquiries(beside(store_folder)) as inquiries:
        store.load_ontology()
        store.load_authority(authority)
        manifest = Manifest(beside(store_folder))
        files = manifest.read()
        versions = (rules, authority.version)
        relinking = Relinking(inquiries, authority)
        intake = Intake(stored=store, files=files, versions=versions, columns=columns or {}, stays=relinking.stays)
        writing = _Writing(store=store, manifest=manifest, inquiries=inquiries, intake=intake, versions=versions)
        if not inquiries.knows(authority.version):
            inquiries.keep_tables(relinking.today)
        read = intake.documents(paths, progress)
        counts = writing.all(read, Reader(authority=authority, least=least), workers)
        writing.settle(intake.settled)
        removed = intake.gone(paths)
        for key in removed:
            # A build that was killed may have taken it out of the store and not yet off the list.
            if store.held(key):
                store.forget(key)
            manifest.drop(key)
            del files[key]
        inquiries.drop(removed)
        # Looked at once more at the end: by then a later document may have mended it.
        violations = validate(store, writing.doubtful)
        manifest.write(files | intake.seen, intake.rejected)
        if intake.relinked or intake.settled:
            inquiries.tidy(authority.version)
            intake.notes.append(_told(intake, relinking))
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
        relinked=tuple(intake.relinked),
        settled=tuple(intake.settled),
    )


def _told(intake: Intake, relinking: Relinking) -> str:
    """What became of documents when the tables changed."""
    again, kept = len(intake.relinked), len(intake.settled)
    why = "that this may touch" if relinking.bounded else "since it may touch every document"
    return f"The tables changed: {again:,} documents were read again {why}; {kept:,} were not."


@dataclass(slots=True, kw_only=True)
class _Writing:
    """Documents on their way into the store, fifty at a time, in order; ``doubtful`` are graphs that are malformed."""

    store: Store
    manifest: Manifest
    inquiries: Inquiries
    intake: Intake
    versions: tuple[str, str]
    doubtful: list[str] = field(default_factory=list)

    def all(self, read: Iterator[tuple[Document, Path]], reader: Reader, workers: int | None) -> Counter[str]:
        """Put in what the documents say; the facts are counted by kind."""
        counts: Counter[str] = Counter()
        where: dict[str, Path] = {}
        made = in_order(reader, _noted(read, where), workers)
        with closing(made):
            while batch := list(islice(made, BATCH)):
                for done in self._good(batch, where):
                    counts.update(done.counts)
        return counts

    def _good(self, batch: Iterable[tuple[Document, Made | Lost]], where: dict[str, Path]) -> list[Made]:
        good: list[Made] = []
        for document, made in batch:
            path = where.pop(document.key)
            if isinstance(made, Lost):
                self.intake.lose(document, path, made.reason)
            else:
                # The text goes first: what the graph says of it must never be there without it.
                held = self.store.held(document.key)
                self.manifest.keep(document, held.sha256 if held else "")
                good.append(made)
        # So do the questions: what is noted of another state than the store's is not believed.
        self.inquiries.keep(self.versions, [(one.said.key, one.said.sha256, one.asked) for one in good])
        quads = self.store.put([one.said for one in good], *self.versions)
        self.doubtful += doubted(self.store, quads, [node for one in good for node in one.unsure])
        return good

    def settle(self, keys: Sequence[str]) -> None:
        """Say of documents that today's tables change nothing of them."""
        for at in range(0, len(keys), _SETTLED):
            some = keys[at : at + _SETTLED]
            self.inquiries.settle(some, self.versions[1])
            self.store.settle(some, self.versions[1])


_SETTLED = 1_000
"""So many documents are settled in one transaction."""


def _noted(read: Iterable[tuple[Document, Path]], where: dict[str, Path]) -> Iterator[Document]:
    """The documents alone; where each came from is noted."""
    for document, path in read:
        where[document.key] = path
        yield document


def write_exports(store: Store, out: Path) -> tuple[Path, ...]:
    """RDF in every format, tables, and the network of officials as a page.

    Its ties are those of talks between two sides and those of chairs and hosts: without the latter half of
    the officials would stand alone, with all pairs of each meeting nothing could be told apart.
    """
    files = export(store, out)
    return (*files, page.write(project(store, dyads="chair"), out / "network.html"))


def sample() -> Path:
    """Folder of the sample corpus: of the checkout, or the one that the package carries."""
    return folder("data/documents")
