"""Saying who we are as a server asks for it: Basic (RFC 7617), Digest (RFC 7616) or a bearer token (RFC 6750)."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.request import parse_http_list, parse_keqv_list

_HASHES: Mapping[str, Callable[[bytes], str]] = {
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
    "SHA-256": lambda data: hashlib.sha256(data).hexdigest(),
}


@dataclass(slots=True, kw_only=True)
class Identity:
    """A user or a token, and what a server last asked for; nothing is told before a server asks, but a token.

    ``chosen`` gives the number used once that a client chooses.

    >>> ivan = Identity(user="ivan", password="secret")
    >>> ivan.header("GET", "/sparql"), ivan.learns("Basic realm=lake"), ivan.header("GET", "/sparql")
    ('', True, 'Basic aXZhbjpzZWNyZXQ=')
    """

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    chosen: Callable[[], str] = field(default=lambda: os.urandom(8).hex(), repr=False)
    _scheme: str = ""
    _asked: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def header(self, method: str, target: str) -> str:
        """The header ``Authorization`` of a request, ``target`` with its query; empty where there is nothing to say."""
        if self.token:
            return f"Bearer {self.token}"
        if self._scheme == "basic":
            return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return self._digest(method, target) if self._scheme == "digest" else ""

    def learns(self, challenge: str) -> bool:
        """Take in what a server asks for (``WWW-Authenticate``); whether we have an answer to it."""
        scheme, _, rest = challenge.partition(" ")
        if self.token or not self.user or scheme.lower() not in ("basic", "digest"):
            return False
        self._scheme, self._count = scheme.lower(), 0
        self._asked = parse_keqv_list([part for part in parse_http_list(rest) if "=" in part])
        return self._scheme == "basic" or self._asked.get("algorithm", "MD5").upper() in _HASHES

    def _digest(self, method: str, target: str) -> str:
        """After RFC 7616, 3.4, with the quality of protection ``auth`` or, for old servers, none."""
        hashed = _HASHES[self._asked.get("algorithm", "MD5").upper()]
        realm, nonce = self._asked.get("realm", ""), self._asked.get("nonce", "")
        self._count += 1
        count, ours = f"{self._count:08x}", self.chosen()
        secret = hashed(f"{self.user}:{realm}:{self.password}".encode())
        what = hashed(f"{method}:{target}".encode())
        shared = "auth" in self._asked.get("qop", "").replace(",", " ").split()
        middle = f"{nonce}:{count}:{ours}:auth" if shared else nonce
        said = {"username": self.user, "realm": realm, "nonce": nonce, "uri": target,
                "response": hashed(f"{secret}:{middle}:{what}".encode())}  # fmt: skip
        if "opaque" in self._asked:
            said["opaque"] = self._asked["opaque"]
        words = [f'{name}="{_quoted(value)}"' for name, value in said.items()]
        words += [f"algorithm={self._asked['algorithm']}"] if "algorithm" in self._asked else []
        words += [f'qop=auth, nc={count}, cnonce="{ours}"'] if shared else []
        return "Digest " + ", ".join(words)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
