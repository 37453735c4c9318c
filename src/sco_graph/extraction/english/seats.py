"""Whose post it is: the state or body of a title, by its own words, what stands beside it, or what was named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ... import keys
from ...model import BodyKind, Key
from ..knowledge import Knowledge
from ..units import Unit, UnitKind
from . import tails
from .complements import Complement
from .scenes import NEW, Analysis, Scene
from .titles import Title

_OWNED = frozenset({"'s", "’s", "'", "’"})
_DEPARTMENT = re.compile(
    r"\b(?:department|division|directorate|section|unit|bureau|office|agency|cent(?:re|er)|administration|committee|"
    r"institute|service|affairs|secretary for)\b",
    re.IGNORECASE,
)
_BRANCH = re.compile(r"\b(?:Delegation|Office|Mission|Bureau|Secretariat|Department|Division|Directorate)\b")
_NATIONAL = re.compile(
    r"(?:Central|National|State|Supreme|Federal|Presidential|Armed|Government|Cabinet|Ministry|"
    r"Executive Office of the President|Office of the President|Administration of the President)\b"
)
"""Beginnings of the names of organs of states."""
_HOSTED = re.compile(r"\b(?:Mission|Office|Delegation|Embassy|Representative) (?:to|in)\b")
"""Branches whose name says with whom they are: "LUFF Mission to Freedonia"."""
_TAIL = re.compile(r"\s*(?:\bof\b|\bunder\b|,)?\s*(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a post is held: display key, key, the unit that says so (None: context), and words left in the title."""

    org: str
    key: Key
    unit: int | None = None
    organ: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Finder of seats in one text."""

    analysis: Analysis
    known: Knowledge

    def of_ref(self, ref: str, unit: int | None = None, words: str = "") -> Seat | None:
        """The seat that a state or body is."""
        if ref.startswith("state/"):
            return Seat(org=ref.removeprefix("state/"), key=Key(ref), unit=unit)
        new = self.analysis.bodies.get(ref)
        if new is not None:
            return self._of_new(ref, unit)
        body = self.known.body(ref)
        if body is None:
            return None
        org, key = self.known.seat(body)
        organ = self.core(words) if key.startswith("state/") and body.kind is BodyKind.GOVERNMENT_BODY else ""
        if body.code.endswith("Mission") or (body.kind is BodyKind.ORGAN and "Council" in body.code):
            return Seat(org=body.code, key=body.key, unit=unit)
        if body.kind is BodyKind.ORGAN and body.organ_of and org != body.code:
            organ = self._organ(words, body.organ_of)
        return Seat(org=org, key=Key(key), unit=unit, organ=organ)

    def _organ(self, words: str, owner: str) -> str:
        """The name of an organ without its organisation: "Joint Staff" of "Lake Union Joint Staff"."""
        spelt = sorted((n.text for n in self.known.index.names_of(Key(owner), "en")), key=len, reverse=True)
        name = next((text for text in spelt if re.search(rf"\b{re.escape(text)}\b", words, re.I)), "")
        before, after = re.split(re.escape(name), words, maxsplit=1, flags=re.I) if name else (words, "")
        return re.sub(r"^['’]s?\s*|\(\s*[A-Z-]*\s*\)", "", f"{_TAIL.sub('', before)} {after}".strip()).strip()

    def _of_new(self, ref: str, unit: int | None) -> Seat:
        new = self.analysis.bodies[ref]
        if new.owner.startswith("state/") and new.of_state and not _HOSTED.search(new.name):
            return Seat(org=new.owner.removeprefix("state/"), key=Key(new.owner), unit=unit, organ=self.core(new.name))
        owner = self.known.body(new.owner) if new.owner.startswith("body/") else None
        if owner is not None and owner.state and owner.kind is BodyKind.GOVERNMENT_BODY:
            return Seat(
                org=owner.state.removeprefix("state/"), key=Key(owner.state), unit=unit, organ=self.core(new.name)
            )
        if owner is not None and (new.kind is BodyKind.ORGAN or _BRANCH.search(new.name)) and "Mission" not in new.name:
            org, key = self.known.seat(owner)
            return Seat(org=org, key=Key(key), unit=unit, organ=self._inner(new.name))
        return Seat(org=self.code(ref), key=self.key(ref), unit=unit)

    def key(self, ref: str) -> Key:
        """Key of a body that the tables lack."""
        new = self.analysis.bodies[ref]
        context = new.owner if new.owner and not new.owner.startswith(NEW) else "world"
        return keys.nil_key("body", new.name, context)

    def code(self, ref: str) -> str:
        """Display key of a body that the tables lack: its acronym in the text, else its name, its state beside it."""
        new = self.analysis.bodies[ref]
        short = next((acronym for acronym, of in self.analysis.acronyms.items() if of == ref), "")
        if short:
            return short
        inner = tails.inner(new.name, new.owner, self.known)
        body = self.known.body(new.owner) if inner else None
        if body is not None:
            return f"{body.code} {inner}"
        owner = self.state_of(ref)
        if not owner or _HOSTED.search(new.name):
            return new.name
        return f"{self.core(new.name)} of {self.known.index.label(Key(owner), 'en')}"

    def national(self, ref: str) -> bool:
        """Whether a body that the tables lack is an organ of a state that no word beside its name says."""
        new = self.analysis.bodies.get(ref)
        return new is not None and not new.owner and new.of_state and _NATIONAL.match(new.name) is not None

    def state_of(self, ref: str) -> str:
        """Key of the state whose body it is, by the state or the state's body in or beside its name; or nothing."""
        new = self.analysis.bodies[ref]
        if new.owner.startswith("state/"):
            return new.owner if new.of_state and not _HOSTED.search(new.name) else ""
        owner = self.known.body(new.owner) if new.owner.startswith("body/") else None
        government = owner is not None and owner.kind is BodyKind.GOVERNMENT_BODY
        return str(owner.state) if owner is not None and government and owner.state else ""

    def core(self, text: str) -> str:
        """The name of a state's body without the state: "Interior Ministry" of "Kazakhstan's Interior Ministry"."""
        text = re.split(r"\s+under\s+", text)[0]
        for match in reversed(self.known.gazetteer.find_text(text)):
            if match.entity.startswith("state/"):
                before = _TAIL.sub("", text[: match.start])
                after = re.sub(r"^['’]s?\s*", "", text[match.stop :])
                text = f"{before} {after}".strip()
        inner = self.known.gazetteer.find_text(text)
        if len(inner) == 1 and inner[0].entity.startswith("state/") and inner[0].text == text:
            return text
        return self._without_state(text)

    def _without_state(self, text: str) -> str:
        """Names of states within a match of a whole body ("Ministry of Foreign Affairs of China")."""
        words = text.split(" ")
        for at in range(1, len(words)):
            tail = " ".join(words[at:])
            found = self.known.index.find(re.sub(r"^the\s+", "", tail), "state")
            if found:
                return _TAIL.sub("", " ".join(words[:at]))
        for at in range(min(4, len(words) - 1), 0, -1):
            start = re.sub(r"['’]s?$", "", " ".join(words[:at]))
            if self.known.index.find(start, "state"):
                return " ".join(words[at:])
        return text

    def of_title(self, scene: Scene, title: Title, state: int | None = None) -> Seat | None:
        """The seat by the title's own words; ``state`` is that of its holder in a list."""
        if state is not None:
            return self.of_ref(scene.units[state].ref, state, scene.units[state].text)
        commissioner = scene.units[title.head].text.lower().startswith("commissioner")
        for at in self._candidates(scene.units, title):
            if commissioner and scene.units[at].ref == "body/eu":
                return self.of_ref("body/european-commission", at)
            seat = self.of_ref(scene.units[at].ref, at, scene.units[at].text.replace(" '", "'").replace(" ’", "’"))
            if seat is not None:
                return seat
        return None

    def _candidates(self, units: Sequence[Unit], title: Title) -> Iterator[int]:
        """Units that may name the seat, the surest first."""
        able = {UnitKind.STATE, UnitKind.BODY}
        own = [c for c in title.right if c.preposition in {"of", "at", "under", ",", "("}]
        if "host" in title.traits:
            own = [c for c in own if c.preposition != ","] or own
        governed = [i for c in own for i in c.names if units[i].kind in able]
        spelt = [i for c in own if c.preposition != "(" for i in c.names if units[i].kind in able]
        governed = spelt or governed
        bodies_first = [i for i in governed if units[i].kind is UnitKind.BODY]
        direct = [i for c in own if c.preposition == "of" for i in c.names if units[i].ref.startswith(NEW)]
        yield from direct[-1:]
        yield from reversed(bodies_first if bodies_first else governed)
        yield from reversed([i for i in title.left if units[i].kind in able])
        yield from reversed(governed)
        if "host" not in title.traits:
            yield from (
                i
                for c in title.right
                if c.preposition in {"for", "to"}
                for i in c.names
                if units[i].kind is UnitKind.BODY
            )

    def _inner(self, name: str) -> str:
        """The name of a branch without its organisation: "Regional Office" of "Regional Office of the Lake Union"."""
        matches = [m for m in self.known.gazetteer.find_text(name) if m.entity.startswith("body/")]
        if not matches:
            return name
        before = re.sub(r"\s*(?:\bof\b|\bto\b)?\s*(?:the\s+)?$", "", name[: matches[-1].start])
        return before or re.sub(r"^['’]s?\s*", "", name[matches[-1].stop :]).strip() or name

    def text(self, scene: Scene, title: Title, seat: Seat) -> str:
        """The title without its seat and its holder's host, an organ of a state kept."""
        units = scene.units
        left = set(title.left)
        kept = [i for i in range(title.first, title.headed) if i not in left and units[i].text not in _OWNED]
        kept = [i for i in kept if not (i < title.head and units[i].text in {"and", ","} and {i - 1, i - 2} & left)]
        text = self._words(units, kept)
        if title.stands_for:
            text = f"{self._words(units, [i for i in kept if i < title.head])} {title.stands_for}"
        if seat.organ and (title.generic == "mission" or (seat.unit or 0) > title.last):
            text = f"{text} of the {seat.organ}"
        if seat.organ not in {"", "Secretariat"} and seat.unit in left and units[seat.unit or 0].kind is UnitKind.BODY:
            text = f"{seat.organ} {text}"  # "the Freedonian Foreign Ministry spokesman"
        for complement in title.right:
            inside = units[complement.first : complement.last]
            small = complement.preposition == "of" and all(u.text.islower() for u in inside)
            of_members = units[complement.last].text.lower() in _MEMBERS if complement.last < len(units) else False
            if title.plural and (small or of_members or _only_states(units, complement)):
                continue  # "the Ministers of Freedonia X, Arcadia Y", "of other countries"
            text += self._complement(units, title, complement, seat, text)
        return re.sub(r"\s+", " ", text).strip(" ,-")

    def _complement(self, units: Sequence[Unit], title: Title, complement: Complement, seat: Seat, text: str) -> str:
        first, last, names = complement.first, complement.last, set(complement.names)
        word = complement.preposition
        if word == "at" and text and not self._names_seat(units, names, seat):
            return ""
        if word == "in" and names and all(units[i].kind is UnitKind.PLACE for i in names):
            return ""
        if word in {",", "under", "(", "host"} or (word in {"to", "in", "with"} and "host" in title.traits):
            kept = "keeps" in title.traits and word == "to" and any(units[i].kind is UnitKind.BODY for i in names)
            return " " + self._words(units, range(first, last)) if kept else ""
        inside = [i for i in range(first, last) if i not in names]
        own = [
            i
            for i in inside
            if units[i].text.lower() not in {word, "the", "a", "an", "his", "her", "its", "their", "and", ",", *_OWNED}
        ]
        double = names and seat.unit in title.left and not own and word != "for"
        if not self._names_seat(units, names, seat) and not double:
            return " " + self._words(units, range(first, last))
        if own:
            return " " + self._words(units, self._trimmed(units, first, last, names))
        if seat.organ and not _DEPARTMENT.search(text + " " + self._words(units, range(title.headed, first))):
            return f" {word} the {seat.organ}"
        return ""

    def _names_seat(self, units: Sequence[Unit], names: set[int], seat: Seat) -> bool:
        """Whether one of these units names the seat, itself or by the same reference ("Lake Union (LU)")."""
        return seat.unit is not None and any(units[i].ref == units[seat.unit].ref for i in names)

    def _trimmed(self, units: Sequence[Unit], first: int, last: int, names: set[int]) -> list[int]:
        """Units of a complement without the names that are its seat, and without what bound them."""
        kept = [i for i in range(first, last) if i not in names and units[i].text not in _OWNED]
        while kept and units[kept[-1]].text.lower() in {"of", "the", "and", ",", "for"}:
            kept.pop()
        return kept

    def _words(self, units: Sequence[Unit], indices: Sequence[int] | range) -> str:
        tokens, text = self.analysis.tokens, self.analysis.document.text
        spelt = [text[tokens[units[i].first].start : tokens[units[i].last - 1].stop] for i in indices]
        return " ".join(spelt).replace(" ,", ",").replace(" 's", "'s").replace(" ’s", "’s").replace(" .", ".")


def _only_states(units: Sequence[Unit], complement: Complement) -> bool:
    """Whether a complement names states and nothing of them: "of Freedonia and Arcadia"."""
    rest = [i for i in range(complement.first, complement.last) if i not in complement.names]
    named = all(units[i].kind is UnitKind.STATE for i in complement.names)
    return bool(complement.names) and named and all(units[i].text.lower() in _LINKS for i in rest)


_MEMBERS = frozenset({"members", "member", "states", "countries", "nations"})
_LINKS = frozenset({"of", "the", "and", ",", "other", "as", "well"})
