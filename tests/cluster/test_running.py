"""A cluster of processes makes, quad for quad, what one process makes; also when one of them is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from synthetic import World

from sco_graph.cluster.running import build
from sco_graph.errors import ClusterFailed, UnwritableOutput
from sco_graph.pipeline import build as plain
from tests.cluster.fiction import contents, corpus

if TYPE_CHECKING:
    from distributed import LocalCluster

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as here:
        yield here


def processes(cluster: LocalCluster) -> list[int]:
    return [worker.pid for worker in cluster.workers.values() if worker.pid is not None]


def test_the_result_is_that_of_one_process_though_one_of_two_is_killed(
    cluster: LocalCluster, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    documents = corpus(tmp_path / "in")
    expected = plain([documents], tmp_path / "plain")
    killed: list[int] = []

    def kill_one(done: int, parts: int, name: str) -> None:
        if not killed:
            killed.append(processes(cluster)[0])
            os.kill(killed[0], signal.SIGKILL)

    address, shards = cluster.scheduler_address, tmp_path / "shards"
    found = build([str(documents)], tmp_path / "store", str(shards), address, progress=kill_one, size=3, shares=5)
    capfd.readouterr()  # the nanny tells of the death
    assert killed
    assert contents(tmp_path / "store") == contents(tmp_path / "plain")
    assert sorted(found.built) == sorted(expected.built)
    assert (found.counts, found.violations) == (expected.counts, ())
    assert found.rejected == expected.rejected
    assert found.duplicates == expected.duplicates
    assert found.notes == expected.notes
    # Shards are sorted, and together with tables and ontology all there is.
    lines = [line for shard in sorted(shards.glob("*/*.nq")) for line in shard.read_text("utf-8").splitlines()]
    rest = [quad for quad in contents(tmp_path / "store")[0] if f"{quad} ." not in set(lines)]
    assert all(
        "/graph/authority>" in quad or "/graph/ontology>" in quad or "/graph/provenance>" in quad for quad in rest
    )
    for shard in shards.glob("*/*.nq"):
        assert (given := shard.read_text("utf-8").splitlines()) == sorted(set(given))


def test_what_was_done_is_not_done_again(cluster: LocalCluster, tmp_path: Path) -> None:
    documents = corpus(tmp_path / "in", 12)
    given = ([str(documents)], tmp_path / "one", str(tmp_path / "shards"), cluster.scheduler_address)
    build(*given, size=4, shares=3)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "shards").rglob("*.nq")}
    damaged = next((tmp_path / "shards" / "done").glob("read-*.json"))
    damaged.write_text("{", "utf-8")
    build(given[0], tmp_path / "two", *given[2:], size=4, shares=3)
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "shards").rglob("*.nq")}
    assert {path.name for path in before if before[path] != after[path]} == {damaged.stem.removeprefix("read-") + ".nq"}
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_documents_are_read_by_address(cluster: LocalCluster, tmp_path: Path) -> None:
    documents = corpus(tmp_path / "in", 6)
    plain([documents], tmp_path / "plain")
    shards = (tmp_path / "shards").as_uri()
    found = build([documents.as_uri()], tmp_path / "store", shards, cluster.scheduler_address, size=4, shares=3)
    assert contents(tmp_path / "store")[:2] == contents(tmp_path / "plain")[:2]
    assert {reject.path for reject in found.rejected} == {
        f"{documents.as_uri()}/bad.md",
        f"{documents.as_uri()}/summit.md",
    }


def test_the_users_own_tables_reach_every_process(cluster: LocalCluster, tmp_path: Path) -> None:
    documents, own = corpus(tmp_path / "in", 3), tmp_path / "authority"
    world = World(7)
    world.write_tables(own)
    plain([documents], tmp_path / "plain", tables=[own])
    build(
        [str(documents)],
        tmp_path / "store",
        str(tmp_path / "shards"),
        cluster.scheduler_address,
        tables=[own],
        shares=2,
    )
    assert contents(tmp_path / "store") == contents(tmp_path / "plain")


def test_a_store_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "thing").touch()
    with pytest.raises(UnwritableOutput, match="there is something in it"):
        build([str(tmp_path)], tmp_path / "store", str(tmp_path / "shards"), "local")


def test_where_no_cluster_answers_it_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(ClusterFailed, match=r"no cluster answers.*dask worker"):
        build([str(tmp_path)], tmp_path / "store", str(tmp_path / "shards"), "tcp://127.0.0.1:9", wait=1)
    assert not (tmp_path / "store").exists()
