"""Where a server is asked, as whom and how patiently.

Credentials come from the environment alone: what stands in a command is seen by every user of the machine and kept in
histories. No message and no address that is sent holds them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ...errors import StoreUnavailable

QUERY, UPDATE, GRAPHS = "SCO_GRAPH_QUERY_URL", "SCO_GRAPH_UPDATE_URL", "SCO_GRAPH_GRAPHS_URL"
USER, PASSWORD, TOKEN = "SCO_GRAPH_USER", "SCO_GRAPH_PASSWORD", "SCO_GRAPH_TOKEN"
TIMEOUT, TRIES = "SCO_GRAPH_TIMEOUT", "SCO_GRAPH_TRIES"

# What an address ends in -> its update and graph store addresses, where the ending is one product's alone.
_PRODUCTS = (
    (re.compile(r"/sparql-auth/?$"), "/sparql-auth", "/sparql-graph-crud-auth"),  # Virtuoso
    (re.compile(r"(/repositories/[^/]+)/?$"), r"\1/statements", r"\1/rdf-graphs/service"),  # RDF4J, GraphDB
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long and how often a server is asked: seconds but for ``tries``.

    ``timeout`` is for the next bytes of an answer, ``whole`` for all of it; pauses double from ``pause`` to
    ``longest``.
    """

    timeout: float = 60.0
    connect: float = 10.0
    whole: float = 1_800.0
    tries: int = 5
    pause: float = 0.5
    longest: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Addresses of one server's three services, ``graphs`` None where it has none, and who asks."""

    query: str
    update: str
    graphs: str | None = None
    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    patience: Patience = field(default_factory=Patience)

    @property
    def shown(self) -> str:
        """The address as messages name it."""
        return shown(self.query)


def access_to(address: str, environment: Mapping[str, str] | None = None) -> Access:
    """How to reach the server at an address: what the environment says, or what the address lets one conclude.

    Raises StoreUnavailable for an address that is none, or that holds a password.

    >>> access = access_to("http://lake.example/repositories/sco", {"SCO_GRAPH_USER": "ivan"})
    >>> access.update, access.user
    ('http://lake.example/repositories/sco/statements', 'ivan')
    >>> access.graphs
    'http://lake.example/repositories/sco/rdf-graphs/service'
    """
    given = os.environ if environment is None else environment
    update, graphs = address, None
    for ending, its_update, its_graphs in _PRODUCTS:
        if ending.search(address):
            update, graphs = ending.sub(its_update, address), ending.sub(its_graphs, address)
    found = Access(
        query=_checked(address),
        update=_checked(given.get(UPDATE) or update),
        graphs=_checked(given[GRAPHS]) if given.get(GRAPHS) else graphs,
        user=given.get(USER, ""),
        password=given.get(PASSWORD, ""),
        token=given.get(TOKEN, ""),
        patience=Patience(timeout=_number(given, TIMEOUT, Patience().timeout),
                          tries=int(_number(given, TRIES, Patience().tries))),
    )  # fmt: skip
    if found.token and _is_open(found.query):
        raise StoreUnavailable(found.shown, "a token would go over an open line", "Use an address of https.")
    return found


def shown(address: str) -> str:
    """An address without all that may be a secret: user, password, query, fragment.

    >>> shown("https://ivan:secret@lake.example:8890/sparql?key=secret#x")
    'https://lake.example:8890/sparql'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        parts, good = urlsplit(""), False
    if not good or re.search(r"[\s\x00-\x1f]", address):
        what, remedy = "this is no address of http or https", "Write it whole, as in http://localhost:7878/query."
        raise StoreUnavailable(shown(address) if parts.scheme else "store", what, remedy)
    if "@" in parts.netloc:
        remedy = f"Take them out, and set {USER} and {PASSWORD} in the environment."
        raise StoreUnavailable(shown(address), "a name or password stands in the address", remedy)
    return address.partition("#")[0]


def _number(given: Mapping[str, str], name: str, default: float) -> float:
    text = given.get(name) or str(default)
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 1 <= number <= 86_400:
        raise StoreUnavailable(name, f'"{text}" is no number from 1 to 86400', "Set a number, or leave it unset.")
    return number


def _is_open(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme.lower() == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1")
