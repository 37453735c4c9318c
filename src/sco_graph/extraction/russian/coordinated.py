"""Organs named together: "Делового и Молодёжного советов" are two bodies under one noun in the plural."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..units import Unit, UnitKind
from . import morphology
from .bodies import heads


def parted(units: Sequence[Unit], key_of: Callable[[str], str]) -> tuple[Unit, ...]:
    """The units with each pair of such organs as two bodies, where ``key_of`` knows both by their names."""
    out: list[Unit] = []
    at = 0
    while at < len(units):
        refs = _pair(units, at, key_of)
        if refs:
            first, second, noun = units[at], units[at + 2], units[at + 3]
            out.append(replace(first, kind=UnitKind.BODY, pos="NOUN", ref=refs[0]))
            out.append(units[at + 1])
            text = f"{second.text} {noun.text}"
            out.append(replace(noun, first=second.first, kind=UnitKind.BODY, text=text, number="sing", ref=refs[1]))
            at += 4
            continue
        out.append(units[at])
        at += 1
    return tuple(out)


def _pair(units: Sequence[Unit], at: int, key_of: Callable[[str], str]) -> tuple[str, str] | None:
    if at + 4 > len(units):
        return None
    one, link, other, noun = units[at : at + 4]
    plain = all(u.kind is UnitKind.WORD and u.pos == "ADJF" and u.number == "sing" for u in (one, other))
    if not plain or link.text != "и" or noun.lemma not in heads() or noun.number != "plur":
        return None
    names = [_name(adjective, noun) for adjective in (one, other)]
    first, second = (key_of(name) for name in names)
    return (first, second) if first and second else None


def _name(adjective: Unit, noun: Unit) -> str:
    """The organ's name in the nominative singular."""
    forms = morphology.nominative([adjective.text, noun.lemma])
    front = morphology.inflect(adjective.text, "ADJF", adjective.case, "sing", noun.gender or "masc")
    return f"{front[:1].upper()}{front[1:]} {forms[-1].lower()}"
