"""Whose post it is where neither the title nor its holder says so: the state or body that the text is about there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...model import Key
from ..knowledge import Knowledge
from ..units import UnitKind
from . import words
from .holders import Holding
from .plurals import singular
from .scenes import Analysis, Scene
from .seats import Seat, Seats
from .titles import Title

_BACK = 3
"""Sentences back in which a title without a seat finds its body."""
_GOVERNMENT = re.compile(
    r"(?:^|\.)(?:gov|gob|go|gouv|mfa|mid|president|government|parliament|kremlin|akorda)\.([a-z]{2})$"
)
_OF_STATE = words.wordset("of-a-state")
_ISSUERS = frozenset({"spokesperson", "spokesman", "spokeswoman"})
"""Heads whose holders speak for whoever publishes, not for those told of."""
_CODES = {"uk": "gb", "eu": ""}
_MISSION = re.compile(r"\bMission\b")
_WITH = re.compile(
    r"^(?:,|and|as|well|together|along|with|by|was|were|is|accompanied|his|her|the|also|led|joined|our|distinguished|"
    r"colleague|counterpart|then|on|\d{1,4}|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexts:
    """Finder of seats that no words beside a title give; ``score`` of each guess falls with its distance."""

    analysis: Analysis
    known: Knowledge
    seats: Seats

    def of(self, scene: Scene, holding: Holding) -> tuple[Seat | None, float]:
        """The seat of a title that names none, and how sure it is."""
        title = holding.title
        usual = next((t.removeprefix("seat:") for t in title.traits if t.startswith("seat:")), "")
        if usual:
            return self.seats.of_ref(usual), 0.7
        if title.generic == "mission":
            return self._mission(scene, title), 0.6
        owner = self._owner(scene, holding)
        if owner is not None:
            return owner, 0.6
        organ = self._by_noun(scene, title)
        if organ is not None:
            return organ, 0.6
        bracket = scene.units[holding.person + 1 : holding.person + 3]
        if len(bracket) == 2 and bracket[0].text == "(" and bracket[1].kind is UnitKind.STATE:
            return self.seats.of_ref(bracket[1].ref), 0.7
        famous = self._famous(scene, holding)
        if famous is not None:
            return famous, 0.6
        if title.generic == "state" or (not title.generic and self.wants_state(scene, title)):
            return self._state(scene, title)
        found = self._body(scene, title)
        return (found, 0.5) if found is not None or title.generic else self._state(scene, title)

    def _mission(self, scene: Scene, title: Title) -> Seat | None:
        """The mission of a text whose head is named by title alone; without one a post in the organisation."""
        named = (u for other in self.analysis.scenes for u in other.units if u.kind is UnitKind.BODY)
        found = next((self.seats.of_ref(u.ref) for u in named if _MISSION.search(u.text)), None)
        body = found or self._body(scene, title)
        return None if body is None else Seat(org=body.org, key=body.key, organ="" if found else "mission")

    def national(self, scene: Scene, title: Title, seat: Seat) -> Seat:
        """The seat of a post in an organ whose state no word says: of the state that the text is about there."""
        state, _ = self._state(scene, title)
        return seat if state is None else Seat(org=state.org, key=state.key, unit=seat.unit, organ=seat.org)

    def publisher(self) -> str:
        """Key of the state whose government published the document, by its address; or nothing.

        The address of a government ends with its label and the state's code: ``mfa.gov.kg``, ``state.gov``.
        """
        host = (urlsplit(self.analysis.document.source).hostname or "").lower()
        if host.endswith(".gov") or host == "state.gov":
            return "state/US"
        found = _GOVERNMENT.search(host)
        code = _CODES.get(found[1], found[1]) if found else ""
        return f"state/{code.upper()}" if code else ""

    def wants_state(self, scene: Scene, title: Title) -> bool:
        """Whether posts of this title are held in a state: those of the tables that are, and weak heads alone."""
        words = " ".join(u.text for u in scene.units[title.first : title.headed])
        kind = self.known.index.titles.kind_of(singular(words) if title.plural else words, "en")
        if "like" in title.traits:
            return True
        own = [*scene.units[title.first : title.head], *(u for c in title.right for u in scene.units[c.first : c.last])]
        if any(word in _OF_STATE for u in own for word in u.text.lower().split()):
            return True
        return kind.at == "state" if kind is not None else "weak" in title.traits and not title.right

    def _state(self, scene: Scene, title: Title) -> tuple[Seat | None, float]:
        home = self.publisher()
        if title.generic == "state" and title.definite:
            organ = self._organ_before(scene, title)
            if organ is not None:
                return organ, 0.6
        for ref, score in (
            (self._issuer(scene, title), 0.6),
            (self._same_title(scene, title), 0.6),
            (self._companion(scene, title), 0.6),
            (home, 0.5),
            (self._only_state(), 0.6),
            (self._near_state(scene, title), 0.35),
        ):
            if ref:
                return self.seats.of_ref(ref), score
        return None, 0.0

    def _owner(self, scene: Scene, holding: Holding) -> Seat | None:
        """The state or body right before "its" in a sentence: "the Lake Bank and its President"."""
        title = holding.title
        owned = {"its", "their"} & {u.text.lower() for u in scene.units[title.start : title.first]}
        if not owned and holding.rule != "rule:leads_as_title":
            return None
        before = [u for u in scene.units[: title.start] if u.kind in {UnitKind.STATE, UnitKind.BODY}]
        return self.seats.of_ref(before[-1].ref) if before else None

    def _famous(self, scene: Scene, holding: Holding) -> Seat | None:
        """The seat of the one person of the tables with a family name that stands alone, in a post of this title."""
        parts = self.analysis.people.all[int(scene.units[holding.person].ref)].parts
        title = " ".join(u.text for u in scene.units[holding.title.first : holding.title.headed])
        people = self.known.index.people_of_family(parts[0]) if len(parts) == 1 else ()
        found = {seat for key in people if (seat := self.known.seat_of_holder(key, title))}
        return self.seats.of_ref(found.pop()) if len(found) == 1 else None

    def _by_noun(self, scene: Scene, title: Title) -> Seat | None:
        """The body of the text whose name ends with the word before a head: "Council President" of "the X Council"."""
        if title.head == title.first or scene.units[title.head - 1].text not in words.body_heads():
            return None
        noun = scene.units[title.head - 1].text
        named = (u for other in self.analysis.scenes for u in other.units if u.kind is UnitKind.BODY)
        return next((self.seats.of_ref(u.ref) for u in named if u.text.endswith(noun) and u.text != noun), None)

    def _same_title(self, scene: Scene, title: Title) -> str:
        """The one state of which the text names such a post elsewhere without its holder: "the Freedonian Premier"."""
        words_of = _head(scene, title)
        found = {
            str(seat.key)
            for other in self.analysis.scenes
            for alone in other.titles
            if not alone.plural and _head(other, alone) == words_of
            if not any(h.title is alone for h in other.holdings)
            if (seat := self.seats.of_title(other, alone)) is not None and seat.key.startswith("state/")
        }
        return found.pop() if len(found) == 1 else ""

    def _issuer(self, scene: Scene, title: Title) -> str:
        """The state of the official named first, for whom a spokesman of no state speaks."""
        if scene.units[title.head].lemma not in _ISSUERS:
            return ""
        for other in self.analysis.scenes:
            for holding in other.holdings:
                if other.units[holding.person].ref != "0" or holding.title is title:
                    continue
                usual = next((t.removeprefix("seat:") for t in holding.title.traits if t.startswith("seat:")), "")
                seat = self.seats.of_title(other, holding.title, holding.state)
                if usual.startswith("state/") or (seat is not None and seat.key.startswith("state/")):
                    return usual or str(seat.key if seat else "")
        return ""

    def _organ_before(self, scene: Scene, title: Title) -> Seat | None:
        """The state whose body was named last before "the ministry's spokesman"."""
        scenes: Sequence[Scene] = self.analysis.scenes
        index = scenes.index(scene)
        for other in reversed(scenes[max(0, index - _BACK) : index + 1]):
            for unit in reversed(other.units[: title.start] if other is scene else other.units):
                seat = self.seats.of_ref(unit.ref) if unit.kind is UnitKind.BODY else None
                if seat is not None and seat.key.startswith("state/"):
                    return Seat(org=seat.org, key=seat.key)
        return None

    def _companion(self, scene: Scene, title: Title) -> str:
        """The state of whoever stands right before in the same company: "was accompanied by Deputy Minister X"."""
        before = [h for h in scene.holdings if h.person < title.start and h.title is not title]
        if not before:
            return ""
        other = before[-1]
        gap = [u.text.lower() for u in scene.units[max(other.person, other.title.last - 1) + 1 : title.first]]
        if not gap or not all(_WITH.match(word) for word in gap):
            return ""
        seat = self.seats.of_title(scene, other.title, other.state)
        if seat is None:
            person = self.analysis.people.all[int(scene.units[other.person].ref)]
            at = self.known.seat_of_holder(person.key, _head(scene, other.title)) if person.key else ""
            return at if at.startswith("state/") else ""
        return str(seat.key) if seat is not None and seat.key.startswith("state/") else ""

    def _only_state(self) -> str:
        states = {u.ref for scene in self.analysis.scenes for u in scene.units if u.kind is UnitKind.STATE}
        return states.pop() if len(states) == 1 else ""

    def _near_state(self, scene: Scene, title: Title) -> str:
        """The state named last before a title in its paragraph, of no one else; else the one named most."""
        taken = {
            scene.units[at].ref
            for h in scene.holdings
            if h.title is not title and h.title.start < title.start
            for at in (*h.title.left, *(i for c in h.title.right for i in c.names))
        }
        scenes = self.analysis.scenes
        here = [s for s in scenes[: scenes.index(scene) + 1] if s.sentence.paragraph == scene.sentence.paragraph]
        near = [u.ref for s in here for u in s.units[: title.first if s is scene else None] if u.kind is UnitKind.STATE]
        everywhere = Counter(u.ref for s in scenes for u in s.units if u.kind is UnitKind.STATE)
        free = [ref for ref in reversed(near) if ref not in taken]
        issuer = scene.units[title.head].lemma in _ISSUERS
        most = [] if issuer else [ref for ref, times in everywhere.most_common() if ref not in taken and times > 1]
        return next(iter(free or most), "")

    def _body(self, scene: Scene, title: Title) -> Seat | None:
        """The body named last before a title, else the one named first after it in the sentence."""
        scenes: Sequence[Scene] = self.analysis.scenes
        index = scenes.index(scene)
        for other in reversed(scenes[max(0, index - _BACK) : index + 1]):
            stop = title.first if other is scene else len(other.units)
            for unit in reversed(other.units[:stop]):
                seat = self._organisation(unit.ref) if unit.kind is UnitKind.BODY else None
                if seat is not None:
                    return seat
        later = (u for other in scenes[index:] for u in other.units if u.kind is UnitKind.BODY)
        return next((seat for u in later if (seat := self._organisation(u.ref)) is not None), None)

    def _organisation(self, ref: str) -> Seat | None:
        new = self.analysis.bodies.get(ref)
        if new is not None and "Mission" in new.name and new.owner.startswith("body/"):
            ref = new.owner  # a post that names no body is none of its missions
        body = self.known.body(ref)
        if body is not None and body.organ_of and " Meeting of " in body.code:
            ref = str(body.organ_of)  # nor of a meeting of ministers
        seat = self.seats.of_ref(ref)
        if seat is None or seat.key.startswith("state/"):
            return None
        return Seat(org=seat.org, key=Key(seat.key))


def _head(scene: Scene, title: Title) -> str:
    """The words of a title without states and bodies, in lower case."""
    return " ".join(u.text.lower() for u in scene.units[title.first : title.headed] if u.kind is UnitKind.WORD)
