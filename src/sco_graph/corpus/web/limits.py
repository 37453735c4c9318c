"""How politely and how far we fetch."""

from __future__ import annotations

from dataclasses import dataclass

from ... import __version__

USER_AGENT = f"sco-graph/{__version__} (reads press releases for research)"
"""How we name ourselves to servers."""

PRODUCT = "sco-graph"
"""The token by which robots.txt may address us (RFC 9309, 2.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one fetching: seconds but for ``bytes`` of one answer, unpacked, and ``pages`` of one run."""

    delay: float = 1.0
    timeout: float = 20.0
    whole: float = 120.0
    bytes: int = 64 * 1024 * 1024
    pages: int = 100_000
    redirects: int = 5
    tries: int = 3
