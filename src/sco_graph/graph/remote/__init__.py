"""A graph on a SPARQL 1.1 server, by the standard protocols: Query, Update, Graph Store HTTP Protocol (W3C 2013).

The network is met only when a store is named by an address of http or https. Modules, from the line up::

    access      addresses, credentials and patience, out of the environment
    digest      who we are, as a server asks for it
    line        one request, asked again with growing pauses: the only door to the network
    dialect     what a product is asked instead of a query that it answers wrongly
    service     queries, updates and whole graphs
    lookups     quads by pattern, many in one request
    ahead       which look-ups a change will need
    lease       who writes
    journal     what a writer that was cut off left open
    writing     a change, in an order in which any part of it can be done again
    backend     all that as the place of a store
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..backend import Backend

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a store is named by an address and not by a folder.

    >>> is_address("http://lake.example/sparql"), is_address(".sco-graph")
    (True, False)
    """
    return bool(_ADDRESS.match(text))


def opened(address: str, *, read_only: bool, with_inferred: bool) -> Backend:
    """The graph at an address, with credentials of the environment. Raises StoreUnavailable."""
    from ...errors import StoreUnavailable
    from .access import access_to
    from .backend import Remote

    access = access_to(address)
    if with_inferred:
        what, remedy = "only a store in a folder keeps what was inferred", "Ask without it, or let the server reason."
        raise StoreUnavailable(access.shown, what, remedy)
    return Remote(access, read_only=read_only)
