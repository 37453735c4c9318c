"""One polite request at a time: robots.txt, a pause between requests to a host, limits of size and time."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import urllib3
from protego import Protego
from urllib3.exceptions import HTTPError, LocationParseError

from ...errors import InvalidDocument
from .limits import PRODUCT, USER_AGENT, Limits

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT = 120.0
# RFC 9309, 2.5: at least 500 kibibytes are read.
_ROBOTS_BYTES = 512 * 1024
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server gave: status, headers (lower case), body unpacked, and the address after redirects."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str


@dataclass(slots=True)
class Client:
    """Fetches addresses, never two at once; remembers what hosts allow."""

    limits: Limits = field(default_factory=Limits)
    _pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(num_pools=8))
    _rules: dict[str, Protego | None] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer to a GET, after redirects; each step asks robots.txt of its host.

        Raises InvalidDocument for an address that is none, that robots.txt closes, or that gives no good answer.
        """
        here = address
        for _ in range(self.limits.redirects + 1):
            self._check(here)
            answer = self._tried(here, headers or {})
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                break
            here = urljoin(here, answer.headers["location"])
        else:
            raise InvalidDocument(address, f"more than {self.limits.redirects} redirects", "Give the final address.")
        if answer.status not in (200, 304):
            raise InvalidDocument(address, f"the server answers {answer.status}", "Check the address, or try later.")
        return answer

    def _check(self, address: str) -> None:
        parts = split(address)
        rules = self._robots(f"{parts.scheme}://{parts.netloc}")
        if rules is None:
            raise InvalidDocument(address, "its host gives no robots.txt now, only an error", "Try later.")
        if not rules.can_fetch(address, PRODUCT):
            raise InvalidDocument(address, "closed to robots by robots.txt", "Ask the publisher, or save it by hand.")

    def _robots(self, host: str) -> Protego | None:
        """Rules of a host; None where it is to be left alone for now (RFC 9309, 2.3.1)."""
        if host not in self._rules:
            self._rules[host] = self._ask_robots(host)
        return self._rules[host]

    def _ask_robots(self, host: str) -> Protego | None:
        here = f"{host}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            answer = self._tried(here, {})
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                break
            here = urljoin(here, answer.headers["location"])
            split(here)
        if answer.status >= 500 or answer.status == 429:
            return None
        text = answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text)

    def _tried(self, address: str, headers: Mapping[str, str]) -> Answer:
        """The answer, asked for again a few times where the server is busy or the line breaks."""
        for left in reversed(range(self.limits.tries)):
            try:
                answer = self._once(address, headers)
            except HTTPError as error:
                if not left:
                    what = f"no answer ({_reason(error)})"
                    raise InvalidDocument(address, what, "Check the address and the line, or try later.") from error
                self._rest(address, self.limits.delay)
                continue
            if answer.status not in _LATER or not left:
                break
            self._rest(address, _after(answer.headers) or 2 * self.limits.delay)
        return answer

    def _once(self, address: str, headers: Mapping[str, str]) -> Answer:
        host = split(address).netloc
        time.sleep(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
        started = time.monotonic()
        response = self._pool.request(
            "GET",
            address,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", **headers},
            timeout=urllib3.Timeout(connect=self.limits.timeout, read=self.limits.timeout),
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            body = self._body(response, address, started)
        finally:
            response.close()
            self._next[host] = time.monotonic() + self._delay(address)
        found = {name.lower(): value for name, value in response.headers.items()}
        return Answer(status=response.status, headers=found, body=body, address=address)

    def _body(self, response: urllib3.BaseHTTPResponse, address: str, started: float) -> bytes:
        body = bytearray()
        for chunk in response.stream(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > self.limits.bytes:
                raise InvalidDocument(address, f"more than {self.limits.bytes:,} bytes", "Fetch it by hand.")
            if time.monotonic() - started > self.limits.whole:
                raise InvalidDocument(address, f"not done in {self.limits.whole:g} seconds", "Try later.")
        return bytes(body)

    def _delay(self, address: str) -> float:
        """Seconds between two requests to a host: ours, or what it asks for if that is more."""
        parts = urlsplit(address)
        rules = self._rules.get(f"{parts.scheme}://{parts.netloc}")
        asked = rules.crawl_delay(PRODUCT) if rules else None
        return max(self.limits.delay, min(float(asked or 0), _LONGEST_WAIT))

    def _rest(self, address: str, seconds: float) -> None:
        host = urlsplit(address).netloc
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)


class _Parts:
    """Scheme and host of an address that may be fetched."""

    def __init__(self, scheme: str, netloc: str) -> None:
        self.scheme, self.netloc = scheme, netloc


def split(address: str) -> _Parts:
    """Scheme and host of an address. Raises InvalidDocument where it is none of http or https."""
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except (ValueError, LocationParseError):
        good = False
    if not good or "\n" in address or " " in address:
        raise InvalidDocument(address, "no address of http or https", "Write it whole, beginning with https://.")
    return _Parts(parts.scheme, parts.netloc)


def _after(headers: Mapping[str, str]) -> float:
    """Seconds of a Retry-After header, bounded; a date in it is taken for none."""
    value = headers.get("retry-after", "")
    return min(float(value), _LONGEST_WAIT) if value.isdecimal() else 0.0


def _reason(error: HTTPError) -> str:
    inner = str(error).rsplit(": ", 1)[-1].strip("()'\" ")
    return " ".join(f"{type(error).__name__} {inner}".split())[:120]
