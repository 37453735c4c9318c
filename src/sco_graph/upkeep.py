"""What a site does with its store beside building it: take documents out, back it up, put a backup in place."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import inquiries
from .errors import UnknownEntity
from .graph import copies
from .graph.store import Store
from .manifest import Manifest, beside

_BESIDE = ("files.json", "rejects.tsv", "texts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """A document that was taken out, and the file of it that is still there, if any."""

    key: str
    file: Path | None


def forget(store_folder: Path | str, names: Sequence[str]) -> tuple[Forgotten, ...]:
    """Take documents out of a store with all that rests on them alone: graph, interactions, entities, texts, versions.

    ``names`` are keys, IRIs or sources of documents. All leave, or, where one is not known, none (UnknownEntity).
    """
    with Store(store_folder) as store:
        keys = [_key(store, name) for name in names]
        manifest = Manifest(beside(store_folder))
        files = manifest.read()
        store.forget(*dict.fromkeys(keys))
        with inquiries.Inquiries(beside(store_folder)) as asked:
            asked.drop(keys)
        gone = [Path(files.pop(key)) if key in files else None for key in dict.fromkeys(keys)]
        for key in keys:
            manifest.drop(key)
        manifest.write_files(files)
    return tuple(
        Forgotten(key=key, file=file if file and file.exists() else None)
        for key, file in zip(dict.fromkeys(keys), gone, strict=True)
    )


def _key(store: Store, name: str) -> str:
    key = name.rsplit("document/", 1)[-1]
    if store.held(key):
        return key
    found = store.with_source(name)
    if not found:
        remedy = "Give its key, IRI or address: `sco-graph sparql 'SELECT * { ?document dcterms:source ?source }'`."
        raise UnknownEntity(name, "the store has no such document", remedy)
    return found[0]


def backup(store_folder: Path, target: Path) -> int:
    """Copy a store as it is at this moment, also beside a build, into a new folder; gives the number of documents.

    What is inferred and the releases are not copied: the first is made again, the second are copies themselves.
    Raises UnwritableOutput, StoreUnavailable.
    """
    with copies.new_folder(target) as part:
        copies.copy_data(store_folder, part)
        _copy_beside(store_folder, part)
        with Store(part, read_only=True) as store:
            held = store.documents()
        manifest = Manifest(part)
        for key, (sha256, *_) in held.items():
            manifest.settle(key, sha256)
        shutil.rmtree(part / "snapshots", ignore_errors=True)
    return len(held)


def restore(source: Path, store_folder: Path) -> int:
    """Put a backup in the place of a store that is not there; gives the number of documents.

    The backup is read first: one that is damaged changes nothing. Raises StoreUnavailable, UnwritableOutput.
    """
    copies.must_be_a_store(source)
    with copies.new_folder(store_folder) as part:
        copies.copy_data(source, part)
        _copy_beside(source, part)
        with Store(part, read_only=True) as store:
            number = len(store.documents())
        shutil.rmtree(part / "snapshots", ignore_errors=True)
    return number


def _copy_beside(source: Path, target: Path) -> None:
    """Copy the records and texts of a store; a text may go while it is copied, then its document goes too."""
    for name in _BESIDE:
        path = source / name
        if path.is_dir():
            (target / name).mkdir()
            for text in path.glob("[!.]*"):
                if text.exists():
                    shutil.copyfile(text, target / name / text.name)
        elif path.exists():
            shutil.copyfile(path, target / name)
    inquiries.copy(source, target)
