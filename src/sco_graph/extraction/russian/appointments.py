"""Whose post it is: the state or body of a title, by its own words, the tables, or what is named before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from ...light import dataclass
from ...model import BodyKind, Key
from ..knowledge import Knowledge
from ..reading import Token
from ..units import Unit, UnitKind
from .bodies import head_lemma, heads
from .posts import Title, plain
from .scenes import Analysis, Scene


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
    seated: dict[str, list[tuple[int, frozenset[str], Seat]]] = field(default_factory=dict)

    def of_title(self, units: Sequence[Unit], title: Title, states: Sequence[int] = ()) -> Seat | None:
        """The seat that the title tells: a body or state in its chain of genitives, else one behind "при"."""
        own = states or title.own
        for named in (own, title.other):
            seat = self._among(units, title, named)
            if seat is not None:
                return seat if not states else replace(seat, texts={**seat.texts, **_of_states(units, title)})
        return None

    def vague(self, seat: Seat) -> bool:
        """Whether the seat is a body of no name or owner of its own: "секретарь Совета безопасности"."""
        new = self.analysis.bodies.get(seat.key)
        return new is not None and new.kind in _OF_STATE and not re.search(r"[«A-Z]|^[А-ЯЁ]{3,}$", new.name)

    def of_head(self, scene: Scene, title: Title) -> Seat | None:
        """The seat of a title whose complement is the head word of a body named before: "директор фонда"."""
        words = [i for i in range(title.head + 1, title.last) if scene.units[i].kind is UnitKind.WORD]
        for i in reversed(words):
            if scene.units[i].lemma not in heads() or (i + 1 < title.last and scene.units[i + 1].kind is UnitKind.WORD):
                continue
            for units, at in self._backwards(scene, title.first):
                for ref in self._with_owner(units[at]):
                    if self.head(ref) == scene.units[i].lemma:
                        return self._of_ref(ref, i)
        return None

    def _with_owner(self, unit: Unit) -> Iterator[str]:
        """A body and the organisation whose organ it is."""
        if unit.kind is UnitKind.BODY:
            yield unit.ref
            new, known = self.analysis.bodies.get(unit.ref), self.known.body(unit.ref)
            owner = new.owner if new else known.organ_of if known else None
            if owner:
                yield owner

    def _of_ref(self, ref: str, at: int) -> Seat | None:
        body = self.known.body(ref)
        if body is not None:
            if self.head(ref) == "миссия":  # "глава Миссии": of the mission, which stays in the title
                return Seat(org=body.code, key=body.key, texts={}, method="context")
            org, key = self.known.seat(body)
            return Seat(org=org, key=Key(key), texts={at: ""}, method="context")
        new = self.analysis.bodies.get(ref)
        return Seat(org=new.name, key=Key(ref), texts={at: ""}, method="context") if new else None

    def head(self, ref: str) -> str:
        """Lemma of the head noun of a body's name."""
        new = self.analysis.bodies.get(ref)
        return head_lemma(new.name if new else self.known.index.label(Key(ref), self.known.language))

    def of_tables(self, scene: Scene, title: Title, person: str) -> Seat | None:
        """The seat of a title that names none, when the tables have its holder in such a post."""
        return self.of_key(self.known.seat_of_holder(person, plain(title, scene.units, {})) if person else "")

    def of_title_before(self, scene: Scene, title: Title) -> Seat | None:
        """The state of a title right before that nobody else holds: "представитель Ирана, заместитель министра"."""
        held = {id(h.title) for h in scene.holdings}
        before = [t for t in scene.titles if t.last <= title.first and id(t) not in held]
        if not before or wanted_by(scene.units, title) != "state":
            return None
        between = scene.units[before[-1].last : title.first]
        if any(u.kind is UnitKind.PERSON or u.pos in {"VERB", "PRTS"} for u in between) or not between:
            return None
        alike = before[-1].number == title.number and before[-1].case == title.case
        seat = self.of_title(scene.units, before[-1]) if alike else None
        if seat is None or not seat.key.startswith("state/"):
            return None
        return Seat(org=seat.org, key=seat.key, texts={}, method="context")

    def of_key(self, key: str) -> Seat | None:
        """The seat at a state or body of the tables; None for an empty key."""
        if key.startswith("state/"):
            return Seat(org=key.removeprefix("state/"), key=Key(key), texts={}, method="tables")
        body = self.known.body(key) if key else None
        return Seat(org=body.code, key=body.key, texts={}, method="tables") if body else None

    def of_likes(self, scene: Scene, title: Title) -> Seat | None:
        """The seat that the text gives to the same title elsewhere: of the nearest such title."""
        wanted = _words(scene.units, title)
        head = scene.units[title.head].lemma
        near = [
            (abs(number - scene.number), seat) for number, said, seat in self._seated().get(head, ()) if said >= wanted
        ]
        if not near:
            return None
        _, seat = min(near, key=lambda pair: pair[0])
        return Seat(org=seat.org, key=seat.key, texts={}, method="context")

    def _seated(self) -> dict[str, list[tuple[int, frozenset[str], Seat]]]:
        """Titles of the text that name their seat, by their head: sentence, lemmas, seat."""
        if not self.seated:
            for scene in self.analysis.scenes:
                for title in scene.titles:
                    seat = self.of_title(scene.units, title)
                    if seat is not None:
                        found = scene.number, _words(scene.units, title), seat
                        self.seated.setdefault(scene.units[title.head].lemma, []).append(found)
        return self.seated

    def of_home(self, title: Title, units: Sequence[Unit], person: str) -> Seat | None:
        """The state that the tables have the person serve, for a title of a state's post that names none."""
        known = self.known.index.person(Key(person)) if person else None
        if known is None or known.state is None or wanted_by(units, title) != "state":
            return None
        return Seat(org=known.state.removeprefix("state/"), key=known.state, texts={}, method="tables")

    def before(self, scene: Scene, title: Title, wanted: str = "") -> Seat | None:
        """The seat of a title that names none: what of its kind was named last before it."""
        wanted = wanted or wanted_by(scene.units, title)
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
        ranks = (UnitKind.BODY, UnitKind.STATE, UnitKind.PLACE)
        for i in (i for rank in ranks for i in named if units[i].kind is rank):
            seat = self._at(units, i)
            if seat is not None:
                again = {j for j in title.own if j != i and units[j].ref == seat.key}
                texts = {**seat.texts, **{j: "" for j in title.own if units[j].kind is UnitKind.STATE or j in again}}
                return Seat(org=seat.org, key=seat.key, texts=texts)
        return None

    def _at(self, units: Sequence[Unit], at: int) -> Seat | None:
        unit = units[at]
        if unit.kind is UnitKind.PLACE:
            place = self.known.index.place(Key(unit.ref))
            home = place.state if place is not None else None
            return Seat(org=home.removeprefix("state/"), key=home, texts={}) if home else None
        if unit.kind is UnitKind.STATE:
            return Seat(org=unit.ref.removeprefix("state/"), key=Key(unit.ref), texts={at: ""})
        if unit.ref in self.analysis.bodies:
            new = self.analysis.bodies[unit.ref]
            state = new.state or self._state_of(new.owner) or self._state_of_place(new.place)
            if state and new.kind in _OF_STATE:
                text = self._without(unit, frozenset({state}))
                return Seat(org=state.removeprefix("state/"), key=Key(state), texts={at: text})
            owner = self.known.body(new.owner) if new.owner else None
            if owner is not None and new.lemma == "миссия":
                code = new.code(self.known.latin, owner.code)
                return Seat(org=code, key=Key(unit.ref), texts={at: unit.text.replace(new.said, "").strip()})
            if owner is not None:
                # An organ of an organisation that the tables know: a post of the organisation.
                org, key = self.known.seat(owner)
                return Seat(org=org, key=Key(key), texts={at: self._without(unit, frozenset({key, owner.key}))})
            return Seat(org=new.name, key=Key(unit.ref), texts={at: ""})
        body = self.known.body(unit.ref)
        if body is None:
            return None
        org, key = self.known.seat(body)
        text = self._full(unit, key)
        whole = key == body.key
        return Seat(org=org, key=Key(key), texts={at: "" if whole else text})

    def _state_of_place(self, key: str) -> str | None:
        place = self.known.index.place(Key(key)) if key else None
        return place.state if place is not None else None

    def _state_of(self, owner: str | None) -> str | None:
        body = self.known.body(owner) if owner else None
        return body.state if body else None

    def _full(self, unit: Unit, seat: str) -> str:
        """The words of a ministry or secretariat in a title; an acronym in full if the text has given it so before."""
        text = self._without(unit, frozenset({seat}))
        full = self.analysis.full.get(unit.ref)
        if not text.isupper() or full is None or full.case != "gent":
            return text
        return self._without(full, frozenset({seat}))

    def _without(self, unit: Unit, names: frozenset[str]) -> str:
        """Words of a unit without those that name its state or its organisation."""
        inside: Sequence[Token] = self.analysis.tokens[unit.first : unit.last]
        dropped = [
            (match.start, match.stop)
            for first in range(len(inside))
            for match in self.known.gazetteer.find(_plain(inside[first : first + (_NAME if first else 1)]))[:1]
            if match.start == inside[first].start and (match.entity in names or match.entity.startswith("state/"))
        ]
        left = [t for t in inside if not any(a <= t.start and t.stop <= b for a, b in dropped)]
        while left and left[-1].pos == "PREP":
            left.pop()
        return " ".join(t.text for t in left)


def _of_states(units: Sequence[Unit], title: Title) -> dict[int, str]:
    """Words of "президенты стран-участниц ЕАЭС: Индии – A" that say of which states, and are in nobody's title."""
    inside = range(title.head + 1, title.last)
    first = next((i for i in inside if units[i].lemma.startswith(("стран", "государств"))), title.last)
    return dict.fromkeys(range(first, title.last), "")


def _plain(tokens: Sequence[Token]) -> list[tuple[int, int, str, str]]:
    return [(t.start, t.stop, t.text, t.lemma) for t in tokens]


def _words(units: Sequence[Unit], title: Title) -> frozenset[str]:
    """Lemmas of a title, without names."""
    return frozenset(u.lemma for u in units[title.first : title.last] if u.kind is UnitKind.WORD)


_NAME = 6
"""Words of the longest name of a state or organisation that is looked for within the name of a body."""
_REACH = 6
"""Sentences that a seat may lie back."""
_OF_STATE = frozenset({BodyKind.GOVERNMENT_BODY, BodyKind.ORGANISATION})
_STATE_HEADS = frozenset({"minister", "prime-minister", "deputy-prime-minister", "monarch", "governor", "ambassador"})


def wanted_by(units: Sequence[Unit], title: Title) -> str:
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
