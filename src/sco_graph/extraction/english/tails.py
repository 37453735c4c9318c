"""Bodies of the tables called by the end of their name, or as somebody's organ: "the Intergovernmental Council"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import BodyKind, Key
from ..knowledge import Knowledge
from ..units import Unit, UnitKind
from .bodies import BodyPhrase

_LATEST = 8


def known(seen: Sequence[str], name: str, tables: Knowledge) -> str:
    """Key of the body that a name of two words or more means after those named before it; nothing without one."""
    if name.count(" ") < 1 or name[0].islower():
        return ""
    for ref in reversed(seen[-_LATEST:]):
        texts = [n.text for n in tables.index.names_of(Key(ref), "en")]
        if any(text.endswith(f" {name}") for text in texts):
            return ref
        for text in texts:
            found = tables.index.find(f"{text} {name}", "body") if len(text.split()) == 1 else ()
            if found:
                return str(found[0])
    return ""


def reordered(plain: Sequence[Unit], phrase: BodyPhrase, tables: Knowledge) -> str:
    """Key of an organ of the tables whose organisation stands elsewhere: "Lake Union (LU) Council"."""
    inside = [i for i in range(phrase.first, phrase.last) if plain[i].kind is UnitKind.BODY]
    owners = [plain[i] for i in inside]
    before = phrase.first - 1
    if before >= 1 and plain[before].text == ")" and plain[before - 1].kind is UnitKind.BODY:
        owners.append(plain[before - 1])
    owners += [u for u in reversed(plain[: phrase.first]) if u.kind is UnitKind.BODY and u.ref.startswith("body/")][:1]
    rest = " ".join(
        u.text
        for i, u in enumerate(plain[phrase.first : phrase.last], phrase.first)
        if i not in inside and u.text not in {"(", ")"}
    )
    for owner in owners:
        for name in tables.index.names_of(Key(owner.ref), "en") if owner.ref.startswith("body/") else ():
            found = tables.index.find(f"{name.text} {rest}", "body") or tables.index.find(
                f"{rest} of the {name.text}", "body"
            )
            if found:
                return found[0]
    return ""


_OF = re.compile(r"\s*(?:\bof\b|\bto\b)?\s*(?:the\s+)?$", re.IGNORECASE)


def inner(name: str, owner: str, tables: Knowledge) -> str:
    """What an organisation calls a branch: "Permanent Council" of "LU Permanent Council", of "Permanent Council of LU".

    Nothing where the owner is no organisation of the tables, or its name stands in the middle.
    """
    body = tables.body(owner) if owner.startswith("body/") else None
    if body is None or body.kind is BodyKind.GOVERNMENT_BODY:
        return ""
    spelt = sorted((n.text for n in tables.index.names_of(Key(owner), "en")), key=len, reverse=True)
    for text in spelt:
        if name.startswith(f"{text} "):
            rest = name.removeprefix(text).strip()
        elif name.endswith(f" {text}"):
            rest = _OF.sub("", name.removesuffix(text))
        else:
            continue
        rest = re.sub(r"^(?:['’]s?\s+|\([A-Z-]+\)\s*)", "", rest).strip()
        return rest if rest[:1].isupper() and "(" not in rest else ""
    return ""


def organ(owner: str, inner: str, tables: Knowledge) -> str:
    """Key of the organ of the tables that an organisation calls so; or nothing."""
    texts = [n.text for n in tables.index.names_of(Key(owner), "en")] if inner else []
    found = (tables.index.find(f"{text} {inner}", "body") for text in texts)
    return next((str(keys[0]) for keys in found if keys), "")
