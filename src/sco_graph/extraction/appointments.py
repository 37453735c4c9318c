"""Whose post it is: the state or body of a title, found in the title, beside it, in the tables, or before it in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import BodyKind, Key
from .knowledge import Knowledge
from .posts import Title, plain
from .reading import Token
from .scenes import Analysis, Scene
from .units import Unit, UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a post is held: display key and key; ``texts`` are words that stand for units in its title."""

    org: str
    key: Key
    texts: dict[int, str]
    method: str = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Finder of seats in one text."""

    analysis: Analysis
    known: Knowledge

    def of_title(self, units: Sequence[Unit], title: Title, states: Sequence[int] = ()) -> Seat | None:
        """The seat that the words of the title tell: a body or state in its chain of genitives, else one behind "при"."""
        own = states or title.own
        for named in (own, title.other):
            seat = self._among(units, title, named)
            if seat is not None:
                return seat
        return None

    def before(self, scene: Scene, title: Title) -> Seat | None:
        """The seat of a title that names none: what of its kind was named last before it."""
        wanted = _wanted(scene.units, title)
        for units, at in self._backwards(scene, title.first):
            seat = self._at(units, at)
            if seat is None:
                continue
            if (wanted == "state") == seat.key.startswith("state/") or wanted == "any":
                return Seat(org=seat.org, key=seat.key, texts={}, method="context")
        return None

    def _backwards(self, scene: Scene, first: int) -> Iterator[tuple[Sequence[Unit], int]]:
        """Units that name a body or state, from before the title backwards, over at most a few sentences."""
        number = scene.number
        for i in range(first - 1, -1, -1):
            if scene.units[i].kind in {UnitKind.STATE, UnitKind.BODY}:
                yield scene.units, i
        for earlier in reversed(self.analysis.scenes[max(0, number - _REACH) : number]):
            for i in range(len(earlier.units) - 1, -1, -1):
                if earlier.units[i].kind in {UnitKind.STATE, UnitKind.BODY}:
                    yield earlier.units, i

    def _among(self, units: Sequence[Unit], title: Title, named: Sequence[int]) -> Seat | None:
        """A body among these units before a state; what names the seat is left out of the title."""
        bodies = [i for i in named if units[i].kind is UnitKind.BODY]
        states = [i for i in named if units[i].kind is UnitKind.STATE]
        for i in (*bodies, *states):
            seat = self._at(units, i)
            if seat is not None:
                texts = {**seat.texts, **{j: "" for j in states if j in title.own}}
                return Seat(org=seat.org, key=seat.key, texts=texts)
        return None

    def _at(self, units: Sequence[Unit], at: int) -> Seat | None:
        unit = units[at]
        if unit.kind is UnitKind.STATE:
            return Seat(org=unit.ref.removeprefix("state/"), key=Key(unit.ref), texts={at: ""})
        if unit.ref in self.analysis.bodies:
            new = self.analysis.bodies[unit.ref]
            if new.state and new.kind in _OF_STATE:
                text = self._without(unit, frozenset({new.state}))
                return Seat(org=new.state.removeprefix("state/"), key=Key(new.state), texts={at: text})
            return Seat(org=new.name, key=Key(unit.ref), texts={at: ""})
        body = self.known.body(unit.ref)
        if body is None:
            return None
        org, key = self.known.seat(body)
        text = "" if key == body.key else self._full(unit, key)
        return Seat(org=org, key=Key(key), texts={at: text})

    def _full(self, unit: Unit, seat: str) -> str:
        """The words of a ministry or secretariat in a title; an acronym in full if the text has given it so before."""
        text = self._without(unit, frozenset({seat}))
        if not text.isupper() or unit.ref not in self.analysis.full:
            return text
        return self._without(self.analysis.full[unit.ref], frozenset({seat}))

    def _without(self, unit: Unit, names: frozenset[str]) -> str:
        """Words of a unit without those that name its state or its organisation."""
        inside: Sequence[Token] = self.analysis.tokens[unit.first : unit.last]
        rest = inside[1:]
        matches = self.known.gazetteer.find([(t.start, t.stop, t.text, "") for t in rest])
        dropped = [(m.start, m.stop) for m in matches if m.entity in names or m.entity.startswith("state/")]
        return " ".join(t.text for t in inside if not any(a <= t.start and t.stop <= b for a, b in dropped))


_REACH = 6
"""Sentences that a seat may lie back."""
_OF_STATE = frozenset({BodyKind.GOVERNMENT_BODY, BodyKind.ORGANISATION})
_STATE_HEADS = frozenset({"minister", "prime-minister", "deputy-prime-minister", "monarch", "governor", "ambassador"})


def _wanted(units: Sequence[Unit], title: Title) -> str:
    """Whether a title without a seat belongs to a ``state``, a ``body``, or ``any``."""
    words = [u.lemma for u in units[title.first : title.last]]
    if title.kind in _STATE_HEADS or {"министр", "премьер-министр", "правительство"} & set(words):
        return "state"
    if "секретарь" in words and {"генеральный", "исполнительный"} & set(words):
        return "body"
    return "any"


def text_of(title: Title, units: Sequence[Unit], seat: Seat | None) -> str:
    """The title in words, without its seat."""
    return plain(title, units, seat.texts if seat else {})
