"""One request to a server, asked again with growing pauses where that may help: the only door to the network here.

Asked again are: connections that fail, answers that do not come or break off, and the statuses 429, 500, 502, 503, 504.
A request that may not be sent twice is asked again only where it never went out.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    IncompleteRead,
    LocationParseError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util import parse_url

from ... import __version__
from ...errors import StoreUnavailable
from .access import PASSWORD, TIMEOUT, TOKEN, USER, Access, shown
from .digest import Identity

_LATER = frozenset({429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 1 << 16
AGAIN = "Then run the same command again: it goes on where it stopped."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Status, headers (lower case) and body; ``measured``: the server said how long the body is, or ended it."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    measured: bool

    @property
    def told(self) -> str:
        """First line of the body, at most 200 characters: what an error says."""
        lines = [line.strip() for line in self.body[:2_000].decode("utf-8", "replace").splitlines()]
        return next((line for line in lines if line and not line.startswith("<")), "")[:200]


@dataclass(slots=True)
class Line:
    """Requests to one server. Raises StoreUnavailable: where, what happened how often, and what to do.

    ``sent`` counts requests; ``product`` is what the server last called itself.
    """

    access: Access
    sleep: Callable[[float], None] = time.sleep
    sent: int = 0
    product: str = ""
    _pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(num_pools=4))
    _identity: Identity = field(init=False)

    def __post_init__(self) -> None:
        one = self.access
        self._identity = Identity(user=one.user, password=one.password, token=one.token)

    def close(self) -> None:
        """Close all connections."""
        self._pool.clear()

    def hurry(self) -> None:
        """Ask once only from now on, and wait for a few seconds: for what is not worth more."""
        patience = self.access.patience
        self.access = replace(self.access, patience=replace(patience, tries=1, timeout=min(patience.timeout, 5.0)))

    def send(
        self, method: str, address: str, *, body: bytes = b"", headers: Mapping[str, str], twice: bool = True
    ) -> Reply:
        """The answer, whatever its status but those that are asked again, 401, 403 and redirects.

        ``twice``: to have been heard twice does no harm.
        """
        patience, began = self.access.patience, time.monotonic()
        for number in range(1, patience.tries + 1):
            wait = min(patience.pause * 2 ** (number - 1), patience.longest)
            try:
                reply = self._known(method, address, body, headers)
            except HTTPError as error:
                if isinstance(error, SSLError):
                    raise self._refusal(address, error, number, began) from error
                if number == patience.tries or not (twice or isinstance(error, NewConnectionError)):
                    raise self._refusal(address, error, number, began) from error
            else:
                if reply.status not in _LATER or not (twice or reply.status in (429, 503)):
                    return self._accepted(reply, address)
                if number == patience.tries:
                    raise self._failure(address, reply, number)
                wait = max(wait, _after(reply.headers, patience.longest))
            self.sleep(wait * random.uniform(0.8, 1.2))
        raise AssertionError("a last try returns or raises")

    def _known(self, method: str, address: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        """The answer, after saying who we are where the server asks for it."""
        reply = self._once(method, address, body, headers)
        if reply.status == 401 and self._identity.learns(reply.headers.get("www-authenticate", "")):
            reply = self._once(method, address, body, headers)
        return reply

    def _once(self, method: str, address: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        patience = self.access.patience
        who = self._identity.header(method, parse_url(address).request_uri)
        self.sent += 1
        began = time.monotonic()
        response = self._pool.request(
            method,
            address,
            body=body or None,
            headers={
                "User-Agent": f"sco-graph/{__version__}",
                "Accept-Encoding": "gzip, deflate",
                **headers,
                **({"Authorization": who} if who else {}),
            },
            timeout=urllib3.Timeout(connect=min(patience.connect, patience.timeout), read=patience.timeout),
            redirect=False,
            retries=False,
            preload_content=False,
        )
        found = {name.lower(): value for name, value in response.headers.items()}
        self.product = found.get("server", "")
        whole = bytearray()
        try:
            for chunk in response.stream(_CHUNK, decode_content=True):
                whole += chunk
                if time.monotonic() - began > patience.whole:
                    raise ReadTimeoutError(self._pool.connection_from_url(address), None, "the whole answer")
        except BaseException:
            response.close()  # a connection whose answer was not read to its end cannot be used again
            raise
        response.release_conn()
        measured = "content-length" in found or "chunked" in found.get("transfer-encoding", "")
        return Reply(status=response.status, headers=found, body=bytes(whole), measured=measured)

    def _accepted(self, reply: Reply, address: str) -> Reply:
        if reply.status in (401, 403):
            raise self._unknown(address, reply)
        if reply.status in _MOVED:
            there = shown(reply.headers.get("location", ""))
            raise StoreUnavailable(shown(address), f"the server sends one to {there}", "Give that address.")
        return reply

    def _unknown(self, address: str, reply: Reply) -> StoreUnavailable:
        access = self.access
        if not access.user and not access.token:
            what = f"the server wants to know who asks ({reply.status})"
            remedy = f"Set {USER} and {PASSWORD}, or {TOKEN}, in the environment."
        else:
            who = f"the user {access.user}" if access.user else "the token"
            what = f"the server refuses {who} ({reply.status})"
            remedy = f"Check {f'{USER} and {PASSWORD}' if access.user else TOKEN}, and what the server lets them do."
        return StoreUnavailable(shown(address), what, remedy)

    def _failure(self, address: str, reply: Reply, number: int) -> StoreUnavailable:
        told = f": {reply.told}" if reply.told else ""
        what = f"the server answers {reply.status}, {number} times{told}".rstrip(".")
        return StoreUnavailable(shown(address), what, f"Look into its log and mend it. {AGAIN}")

    def _refusal(self, address: str, error: HTTPError, number: int, began: float) -> StoreUnavailable:
        what, remedy = _reason(error, self.access.patience.timeout)
        often = f" (asked {number} times in {time.monotonic() - began:.0f} s)" if number > 1 else ""
        return StoreUnavailable(shown(address), f"{what}{often}", f"{remedy} {AGAIN}")


def _reason(error: HTTPError, timeout: float) -> tuple[str, str]:
    if isinstance(error, SSLError):
        return "its certificate is not trusted", "Name the one that is in SSL_CERT_FILE."
    if isinstance(error, ConnectTimeoutError | NewConnectionError | LocationParseError):
        return "no server answers there", "Start it, or check the address and the line."
    if isinstance(error, ReadTimeoutError):
        return f"no answer within {timeout:g} s", f"Find out why it is slow, or set {TIMEOUT} to more seconds."
    if isinstance(error, IncompleteRead) or (isinstance(error, ProtocolError) and "IncompleteRead" in str(error)):
        return "the answer breaks off in the middle", "See whether the server or something on the way ended it."
    return "the connection broke", "See whether the server still runs."


def _after(headers: Mapping[str, str], longest: float) -> float:
    """Seconds of a Retry-After header, bounded; a date in it is taken for none."""
    value = headers.get("retry-after", "")
    return min(float(value), longest) if value.isdecimal() else 0.0
