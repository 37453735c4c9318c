"""Deterministic identity: the keys from which IRIs are minted.

Pure functions of Latin names, dates and other keys; the same from a Russian, an
English and a Chinese text, on every machine. ``authority.names`` makes the Latin
names that go in.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from .model import Key

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def slug(latin: str) -> str:
    """ASCII, lower case, words joined by hyphens; begins with a letter.

    >>> slug("Shanghai Cooperation Organisation")
    'shanghai-cooperation-organisation'
    >>> slug("22nd Summit")
    'x22nd-summit'
    """
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return words if words[:1].isalpha() else f"x{words}"


def digest(*parts: str) -> str:
    """Eight hex digits of the SHA-256 of the parts, joined by a separator that no part contains.

    >>> digest("a", "b") == digest("a", "b") != digest("ab")
    True
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def document_key(source: str, stem: str) -> str:
    """Key of a document, from its address (or relative path) and the stem of its file name.

    >>> document_key("https://example.org/a", "A note")[:7]
    'a-note-'
    """
    return f"{slug(stem)[:60].rstrip('-')}-{digest(source)}"


def event_key(
    kind: str, date: str | None, linked_participants: Iterable[str], document: str, occurrence: str = ""
) -> Key:
    """Key of an interaction, from its type, start date and the keys of its linked participants.

    An undated one, and one with fewer than two linked participants, also carries the
    key of its document, and ``occurrence`` (its local id) to stay apart from its
    like in the same document.

    >>> a = event_key("PhoneCall", "2020-04-29", ["official/b", "official/a"], "doc-1")
    >>> a == event_key("PhoneCall", "2020-04-29", ["official/a", "official/b"], "doc-2")
    True
    >>> a[:28]
    'event/phone-call-2020-04-29-'
    """
    people = sorted(set(linked_participants))
    own = [] if date and len(people) >= 2 else [document, occurrence]
    name = _CAMEL.sub("-", kind).lower()
    parts = [name, *([date] if date else []), digest(name, date or "", *people, *own)]
    return Key("event/" + "-".join(parts))


def nil_key(kind: str, latin: str, context: str) -> Key:
    """Key of an entity that the tables lack: its Latin name and a state or body (or else a document's key).

    >>> nil_key("official", "Ivan Petrov", "state/RU")
    'official/ivan-petrov-ru'
    """
    return Key(f"{kind}/{slug(latin)[:80].rstrip('-')}-{slug(context.rsplit('/', 1)[-1])}")
