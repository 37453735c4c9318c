"""Addresses, credentials and how a client says who it is."""

from __future__ import annotations

import re

import pytest

from sco_graph.errors import StoreUnavailable
from sco_graph.graph.remote.access import access_to
from sco_graph.graph.remote.dialect import adapted, solutions
from sco_graph.graph.remote.digest import Identity

LAKE = "http://lake.example:8890"


@pytest.mark.parametrize(
    ("address", "update", "graphs"),
    [
        ("/sparql-auth", "/sparql-auth", "/sparql-graph-crud-auth"),
        ("/repositories/sco", "/repositories/sco/statements", "/repositories/sco/rdf-graphs/service"),
        ("/query", "/query", None),
        ("/sparql?key=1#part", "/sparql?key=1", None),
    ],
)
def test_other_addresses_follow_from_the_first(address: str, update: str, graphs: str | None) -> None:
    access = access_to(LAKE + address, {})
    assert (access.update, access.graphs) == (LAKE + update, LAKE + graphs if graphs else None)


def test_the_environment_goes_before() -> None:
    given = {
        "SCO_GRAPH_UPDATE_URL": f"{LAKE}/u",
        "SCO_GRAPH_GRAPHS_URL": f"{LAKE}/g",
        "SCO_GRAPH_TIMEOUT": "2.5",
        "SCO_GRAPH_TRIES": "3",
    }
    access = access_to(f"{LAKE}/sparql-auth", given)
    assert (access.query, access.update, access.graphs) == (f"{LAKE}/sparql-auth", f"{LAKE}/u", f"{LAKE}/g")
    assert (access.patience.timeout, access.patience.tries) == (2.5, 3)


@pytest.mark.parametrize(
    ("address", "given", "told"),
    [
        ("http://", {}, "this is no address of http or https"),
        ("http://lake.example:port/", {}, "this is no address of http or https"),
        ("http://lake.example/a b", {}, "this is no address of http or https"),
        ("http://ivan:secret@lake.example/", {}, "http://lake.example/: a name or password stands in the address"),
        (
            LAKE,
            {"SCO_GRAPH_UPDATE_URL": "http://ivan:secret@lake.example/"},
            "http://lake.example/: a name or password",
        ),
        (LAKE, {"SCO_GRAPH_GRAPHS_URL": "ftp://lake.example/"}, "ftp://lake.example/: this is no address"),
        (LAKE, {"SCO_GRAPH_TIMEOUT": "soon"}, 'SCO_GRAPH_TIMEOUT: "soon" is no number from 1 to 86400'),
        (LAKE, {"SCO_GRAPH_TRIES": "0"}, 'SCO_GRAPH_TRIES: "0" is no number from 1 to 86400'),
        (LAKE, {"SCO_GRAPH_TOKEN": "secret"}, "a token would go over an open line. Use an address of https"),
    ],
)
def test_what_is_wrong_is_told_without_secrets(address: str, given: dict[str, str], told: str) -> None:
    with pytest.raises(StoreUnavailable, match=re.escape(told)) as caught:
        access_to(address, given)
    assert "secret" not in str(caught.value)


def test_no_secret_is_printed() -> None:
    given = {"SCO_GRAPH_USER": "ivan", "SCO_GRAPH_PASSWORD": "secret", "SCO_GRAPH_TOKEN": "secret"}
    access = access_to("https://lake.example/sparql?key=secret", given)
    assert access.shown == "https://lake.example/sparql"
    assert "secret" not in repr(Identity(user=access.user, password=access.password, token=access.token))
    assert repr(access).count("secret") == 2  # in the two addresses that are sent, which no message has


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_examples_of_rfc_7616(algorithm: str, response: str) -> None:
    """RFC 7616, 3.9.1."""
    nonce, ours = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    mufasa = Identity(user="Mufasa", password="Circle of Life", chosen=lambda: ours)
    asks = f'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={algorithm}, nonce="{nonce}"'
    assert mufasa.learns(f'{asks}, opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"')
    assert f'response="{response}"' in mufasa.header("GET", "/dir/index.html")


def test_an_old_digest_and_what_nobody_can_answer() -> None:
    """RFC 2617, 3.5, without a quality of protection."""
    mufasa = Identity(user="Mufasa", password="Circle Of Life")
    assert mufasa.learns('Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"')
    assert 'response="670fd8c2df070c60b045671b8b24ff02"' in mufasa.header("GET", "/dir/index.html")
    assert "qop" not in mufasa.header("GET", "/dir/index.html")
    for asks in ("Negotiate", "", 'Digest realm="a", nonce="b", algorithm=NEW'):
        assert not Identity(user="Mufasa").learns(asks)
    assert not Identity().learns("Basic realm=a")
    assert Identity(user="Mufasa").header("GET", "/") == ""


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("SELECT * { ?a ex:p+ ?b }", "SELECT * { ?a (ex:p|<urn:sco-graph:none>)+ ?b }"),
        ("SELECT * { ?a ^<urn:p>* ?b }", "SELECT * { ?a (^<urn:p>|<urn:sco-graph:none>)* ?b }"),
        ("SELECT (COUNT(*) AS ?n) { ?a ex:p ?b }", "SELECT (COUNT(*) AS ?n) { ?a ex:p ?b }"),
        ("ASK { ?a <urn:p> ?b FILTER(?b > 3 && 4 >= ?b) }",
         "ASK { ?a <urn:p> ?b FILTER(COALESCE(?b) > 3 && 4 >= COALESCE(?b)) }"),
        ('ASK { ?a ?p "?b < 3 ex:p*" } # ?a < ?b', 'ASK { ?a ?p "?b < 3 ex:p*" } # ?a < ?b'),
    ],
)  # fmt: skip
def test_virtuoso_is_asked_around_its_faults(query: str, asked: str) -> None:
    assert adapted(query, "Virtuoso/07.20") == asked
    assert adapted(query, "Apache-Coyote/1.1") == query


def test_what_a_construct_is_made_from() -> None:
    query = 'CONSTRUCT { ?s <urn:p> "construct }" . } WHERE { { ?s ?p ?o } }'
    assert solutions(query, "Virtuoso/07.20") == "SELECT * WHERE { { ?s ?p ?o } }"
    assert solutions(query, "another") == solutions("DESCRIBE <urn:a>", "Virtuoso/07.20") == ""
