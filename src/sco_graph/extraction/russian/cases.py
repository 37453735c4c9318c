"""In which case a person's name stands, by its title, its preposition or its verb, and so its nominative."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ..reading import Token
from ..units import Unit, UnitKind
from . import declension, tagging
from .entities import Form
from .holders import Holding
from .people import NamedPerson
from .posts import Title

_SAYING = frozenset(
    "сказать заявить отметить добавить сообщить подчеркнуть рассказать пояснить уточнить напомнить".split()  # noqa: SIM905
)


class Sentenced(Protocol):
    """A sentence with its units and who holds which title in it."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """Words, names and marks."""

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """Titles with their holders."""


def nominatives(
    text: str, tagged: Sequence[Token], scenes: Iterable[Sentenced], forms: Sequence[Form]
) -> Iterator[NamedPerson]:
    """Every name in the nominative, by the case that its title, preposition or verb asks for."""
    every = [declension.parts(text[tagged[f.first].start : tagged[f.last - 1].stop]) for f in forms]
    attested = {tuple(w for w in words if not declension.INITIAL.fullmatch(w)) for words in every}
    settled: dict[str, set[tuple[str, ...]]] = {}  # initial of a given name -> family names in the nominative
    for scene in scenes:
        held = {h.person: h.title for h in scene.holdings if h.title.number != "plur"}
        for at, unit in enumerate(scene.units):
            if unit.kind is not UnitKind.PERSON:
                continue
            form = forms[int(unit.ref)]
            allowed, gender = _context(scene.units, at, held.get(at))
            words = every[form.number]
            short = declension.INITIAL.fullmatch(words[0]) is not None
            kin = settled.get(words[0][0], ()) if short else ()
            name = declension.nominative(words, allowed, gender=gender, attested=attested, kin=kin)
            if not short and len(name.parts) > 1:
                settled.setdefault(name.parts[0][0], set()).add((name.parts[-1],))
            yield NamedPerson(number=form.number, name=name, key=form.key)


def _context(units: Sequence[Unit], at: int, title: Title | None) -> tuple[frozenset[str], str]:
    """Cases that the context allows for the name at this unit (empty: all), and its gender if the verb tells."""
    first = title.first if title and title.first < at else at
    before = units[first - 1] if first else None
    if before is not None and before.pos == "PREP":
        governed = tagging.government().get(before.text.lower(), frozenset())
        own = _lively(title.case) if title else frozenset()
        return (governed & own or own or governed), ""
    if title and title.case and title.first < at:
        verb = before is not None and before.pos == "VERB" and title.case == "nomn" and before.gender == "femn"
        return _lively(title.case), "femn" if verb else ""
    said = before is not None and before.pos == "VERB" and before.gender == "femn" and before.lemma in _SAYING
    if said and units[at].text[-1:] in {"а", "я"}:
        return frozenset({"nomn"}), "femn"
    after = next((unit for unit in units[at + 1 : at + 3] if unit.pos != "ADVB"), None)
    if after is not None and after.pos == "VERB" and after.gender in {"masc", "femn"}:
        return frozenset({"nomn"}), after.gender
    return frozenset(), ""


def _lively(case: str) -> frozenset[str]:
    """Genitive and accusative of living beings look alike."""
    return frozenset({"gent", "accs"}) if case in {"gent", "accs"} else frozenset({case} - {""})
