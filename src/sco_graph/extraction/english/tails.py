"""Bodies of the tables called by the end of their name, or as somebody's organ: "the Intergovernmental Council"."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Key
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
