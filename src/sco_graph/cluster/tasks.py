"""What processes of the cluster do: each task reads files, writes files whole, and can be done again anywhere."""

from __future__ import annotations

import json
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from ..authority import load
from ..authority.records import Authority
from ..distant import Folder
from ..errors import ClusterFailed
from ..extraction import RULES_VERSION
from ..graph.derivation import Dealt, Derivation, Quads, deal, derivation, labels, lines, quads
from ..graph.mapping import provenance_quads
from ..model import Document
from ..reading import Reader
from .plan import Done, Part, Work, write_done
from .sources import Read, Source

# A process of several threads still reads one document at a time: models and caches are made for one.
_ALONE = threading.Lock()
Block = tuple[str, int, int]
"""Name of a file, first byte, byte after the last."""


def survey(sources: Sequence[Source], columns: Mapping[str, str]) -> list[tuple[Source, tuple[Read, ...]]]:
    """Which documents files hold, without their texts."""
    return [(source, source.brief(columns)) for source in sources]


def read(part: Part, work: Work) -> Done:
    """Facts of a part's documents: their graphs as a sorted shard, texts, and what is to be derived from, by share."""
    authority = tables(work)
    reader = Reader(authority=authority, least=work.least)
    dealt, counts = Dealt(), Counter[str]()
    said: Quads = []
    about: Quads = []
    texts: list[str] = []
    with _ALONE:
        for document in _documents(part, work):
            made = reader(document)
            graph = made.said.quads()
            said += graph
            about += provenance_quads(made.said, work.rules, work.tables)
            deal(graph, work.shares, dealt)
            counts.update(made.counts)  # zeros too, as a build on one machine counts
            texts.append(json.dumps({"key": document.key, "text": document.text}, ensure_ascii=False))
        doubtful = derivation(authority).doubted(said)
    folder = work.folder
    folder.write(f"documents/{part.name}.nq", lines([*said, *about]))
    folder.write(f"texts/{part.name}.jsonl", "".join(f"{line}\n" for line in texts).encode())
    blocks = _written(work, f"dealt-{part.name}", _dealt_blocks(dealt))
    done = Done(fingerprint=part.fingerprint, counts=dict(counts), doubtful=doubtful, blocks=blocks)
    write_done(folder, f"read-{part.name}", done)
    return done


def entities(number: int, mentions: Sequence[Block], asked: Sequence[Block], work: Work, whole: str) -> Done:
    """Entities of one share as a shard, and their labels for the shares that ask."""
    found = _derivation(work).entities(_quads(work, mentions), (number, work.shares))
    wanted: dict[str, set[int]] = defaultdict(set)
    for block in asked:
        for name, shares in json.loads(_bytes(work, block)).items():
            wanted[name].update(shares)
    work.folder.write(f"entities/{number:05}.nq", lines(found))
    named = {f"labels-{one}": lines(given) for one, given in labels(found, wanted).items()}
    done = Done(fingerprint=whole, blocks=_written(work, f"labels-{number:05}", named))
    write_done(work.folder, f"entities-{number:05}", done)
    return done


def interactions(number: int, accounts: Sequence[Block], named: Sequence[Block], work: Work, whole: str) -> Done:
    """Interactions of one share as a shard."""
    mine = (number, work.shares)
    found = _derivation(work).interactions(_quads(work, accounts), _quads(work, named), mine)
    work.folder.write(f"interactions/{number:05}.nq", lines(found))
    done = Done(fingerprint=whole)
    write_done(work.folder, f"interactions-{number:05}", done)
    return done


def _documents(part: Part, work: Work) -> Iterator[Document]:
    for source, keys in part.sources:
        left = set(keys)
        for one in source.read(work.columns):
            # A key that is there twice in one file was taken the first time.
            if isinstance(one, Document) and one.key in left:
                left.remove(one.key)
                yield one
        if left:
            remedy = "Build again when nobody writes to it."
            raise ClusterFailed(source.where, f"it changed while it was read ({min(left)} is gone)", remedy)


def _dealt_blocks(dealt: Dealt) -> dict[str, bytes]:
    blocks = {f"mentions-{number}": lines(found) for number, found in dealt.mentions.items()}
    blocks |= {f"accounts-{number}": lines(found) for number, found in dealt.accounts.items()}
    for number, asked in dealt.asked.items():
        given = {name: sorted(shares) for name, shares in sorted(asked.items())}
        blocks[f"asked-{number}"] = json.dumps(given).encode()
    return blocks


def _written(work: Work, name: str, blocks: Mapping[str, bytes]) -> dict[str, list[int]]:
    """Put blocks into one file; where each lies."""
    found, at = {}, 0
    for label in sorted(blocks):
        found[label] = [at, at + len(blocks[label])]
        at += len(blocks[label])
    work.folder.write(f"dealt/{name}", b"".join(blocks[label] for label in sorted(blocks)))
    return found


def _quads(work: Work, blocks: Iterable[Block]) -> Quads:
    found: Quads = []
    for block in blocks:
        found += quads(_bytes(work, block))
    return found


def _bytes(work: Work, block: Block) -> bytes:
    name, start, stop = block
    return work.folder.part(f"dealt/{name}", start, stop)


def _derivation(work: Work) -> Derivation:
    return derivation(tables(work))


@lru_cache(maxsize=1)
def _tables(shards: str, overlays: int, version: str) -> Authority:
    """The tables of this machine, with the user's own, which lie among the shards, over them."""
    folder = Folder(shards)
    with tempfile.TemporaryDirectory() as place:
        for name in folder.names() if overlays else ():
            if name.startswith("authority/"):
                (target := Path(place) / name).parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(folder.read(name))
        found = load(*(Path(place) / "authority" / str(number) for number in range(overlays)))
    if found.version != version:
        raise ClusterFailed("worker", "its authority tables are others than here", _SAME)
    return found


_SAME = "Install the same version of sco-graph on every machine of the cluster."


def tables(work: Work) -> Authority:
    """The tables, read once a process. Raises ClusterFailed where this machine has other rules or tables."""
    if not work.rules.startswith(RULES_VERSION):
        raise ClusterFailed("worker", "its rules of extraction are others than here", _SAME)
    return _tables(work.shards, work.overlays, work.tables)
