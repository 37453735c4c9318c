"""A Russian text analysed sentence by sentence: units, titles, who holds them, and whose names those are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ... import keys
from ...light import dataclass
from ...model import BodyKind, Document
from .. import lexicon, tokens
from ..knowledge import Knowledge
from ..reading import Sentence, Token
from ..units import Named, Unit, UnitKind, units
from . import cases, morphology, tagging
from .bodies import BodyFound, bodies, joined
from .coordinated import parted
from .declension import Name
from .entities import Form, named
from .holders import Holding, holdings
from .people import Person, grouped
from .posts import Title, titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with what the grammar sees in it; ``number`` counts sentences."""

    number: int
    sentence: Sentence
    units: tuple[Unit, ...]
    titles: tuple[Title, ...]
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The whole text: ``people`` by order of first mention, ``forms`` by number.

    ``bodies`` are those that the tables lack, by the key made for them; ``full`` has
    the first unit that names a body of the tables in several words.
    """

    document: str
    published: str | None
    text: str
    tokens: tuple[Token, ...]
    scenes: tuple[Scene, ...]
    forms: tuple[Form, ...]
    people: tuple[Person, ...]
    bodies: Mapping[str, BodyFound]
    full: Mapping[str, Unit]
    names: Mapping[int, Name]

    def name(self, number: int) -> Name:
        """The name of this number, in the nominative."""
        return self.names[number]

    def owner(self) -> dict[int, int]:
        """Index of the person to whom each form belongs."""
        return {n.number: i for i, person in enumerate(self.people) for n in person.names}


def analyse(document: Document, known: Knowledge) -> Analysis:
    """Cut, tag and parse a Russian text."""
    words, sentences = tokens.segment(document.text)
    tagged = tagging.russian(words, sentences)
    names, forms = named(document.text, tagged, known.gazetteer)
    cutter = _Cutter(document, known, tagged, names)
    for sentence in sentences:
        cutter.scenes.append(cutter.scene(sentence))
    scenes = tuple(cutter.scenes)
    people = grouped(cases.nominatives(document.text, tagged, scenes, forms))
    return Analysis(
        document=document.key,
        published=document.published,
        text=document.text,
        tokens=tagged,
        scenes=scenes,
        forms=forms,
        people=tuple(people),
        bodies=cutter.bodies,
        full=_full(scenes),
        names={n.number: n.name for person in people for n in person.names},
    )


def _full(scenes: Sequence[Scene]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for scene in scenes:
        for unit in scene.units:
            if unit.kind is UnitKind.BODY and any(w.islower() or w.istitle() for w in unit.text.split()[:1]):
                found.setdefault(unit.ref, unit)
    return found


@cache
def national() -> tuple[tuple[str, str], ...]:
    """First words of bodies that only one state has, with the key of that state."""
    return tuple((words, f"state/{code}") for words, code in lexicon.rows("ru", "national", 2))


_IN_STATES = re.compile(r" в (?:государствах|странах)\b.*$")
"""Whose economies or peoples a group is for, in words that vary."""
_LONG = 80
"""Characters at the end of a text, where an excerpt may break off."""
_FAR = 12
"""Sentences back to the full name of a body that an acronym spells."""
_BALLOT = re.compile(r"выбор|референдум|голосовани|избирател", re.IGNORECASE)
_HOUSE = "штаб-квартира"
_ACRONYM = re.compile(r"[А-ЯЁA-Z]{3,7}")


def pointless() -> tuple[lexicon.Row, ...]:
    """Nouns after which the adjective of a state does not point at it."""
    return lexicon.rows("ru", "states", 1)


class _Cutter:
    """Makes a scene of each sentence, in order, and remembers the state and the new bodies named last."""

    def __init__(self, document: Document, known: Knowledge, tagged: Sequence[Token], names: Sequence[Named]) -> None:
        self.document, self.known, self.tagged, self.names = document, known, tagged, names
        self.starts = [n.first for n in names]
        self.every = dict.fromkeys(n.ref for n in names if n.kind is UnitKind.BODY)
        self.bodies: dict[str, BodyFound] = {}
        self.state = ""
        self.scenes: list[Scene] = []
        self.named: dict[str, None] = {}
        self.short: dict[str, str] = {}
        self.here: list[str] = []
        self.end = document.text[-_LONG:].rstrip().lower()
        self.ballot = _BALLOT.search(document.text) is not None
        self.organs: dict[tuple[str, str], str] = {}

    def scene(self, sentence: Sentence) -> Scene:
        here = self.names[bisect_left(self.starts, sentence.first) : bisect_left(self.starts, sentence.last)]
        self.here = [n.ref for n in here if n.kind is UnitKind.BODY]
        kept = [name for n in here if n.last <= sentence.last and (name := self._placed(n)) is not None]
        found = parted(units(self.tagged, sentence, kept), self._seen)
        new = bodies(found)
        found = joined(found, new, [self._key(body) for body in new])
        found = self._introduced(found)
        self.named.update((u.ref, None) for u in found if u.kind is UnitKind.BODY)
        ranks = titles(found)
        return Scene(
            number=len(self.scenes), sentence=sentence, units=found, titles=ranks, holdings=holdings(found, ranks)
        )

    def _introduced(self, found: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """An acronym in brackets right after or within the name of a body names that body, here and later on."""
        out = list(found)
        for at, unit in enumerate(found):
            if unit.kind is not UnitKind.BODY:
                continue
            words = [t.text for t in self.tagged[unit.first : unit.last]]
            for i in (i for i, word in enumerate(words[:-2]) if word == "("):
                self.short.setdefault(words[i + 1], unit.ref)
            after = found[at + 1 : at + 4]
            if [u.text for u in after[::2]] != ["(", ")"] or not _ACRONYM.fullmatch(after[1].text):
                continue
            self.short[after[1].text] = unit.ref
            if self.bodies.pop(after[1].ref, None) is not None:
                out[at + 2] = replace(after[1], ref=unit.ref)
        return tuple(out)

    def _placed(self, name: Named) -> Named | None:
        """A kind of government body becomes that of the state named last; None when there is none yet."""
        if name.ref.startswith("new/"):
            word = name.ref.removeprefix("new/")
            if (known := self.short.get(word) or self._spelt_by(word)) is not None:
                return replace(name, ref=known)
            if "." in word and word.lower() in self.document.source.lower():
                return None  # the publisher itself
            found = BodyFound(
                first=name.first,
                head=name.first,
                last=name.last,
                name=name.ref.removeprefix("new/"),
                kind=BodyKind.ORGANISATION,
            )
            return replace(name, ref=self._key(found))
        if name.kind is UnitKind.BODY and self.tagged[name.first].lemma == _HOUSE:
            return None  # a building
        if name.kind is UnitKind.STATE:
            if not self.known.bears(name.ref, self.tagged[name.first].text) or self._pointless(name):
                return None
            self.state = name.ref
        if not name.ref.startswith("government/"):
            body = self.known.body(name.ref) if name.kind is UnitKind.BODY else None
            self.state = body.state if body and body.state else self.state
            return name
        first = self.tagged[name.first]
        if first.number == "plur" and not first.text.isupper():
            return None
        if self.known.names_state(" ".join(t.text for t in self.tagged[name.first : name.last])):
            return None  # a state that has no such body, by the tables
        lemmas = " ".join(t.lemma for t in self.tagged[name.first : name.first + 2])
        state = next((s for words, s in national() if lemmas.startswith(words)), self.state)
        return replace(name, ref=self.known.government(name.ref, state)) if state else None

    def _spelt_by(self, word: str) -> str | None:
        """Key of the body named last before whose words an acronym has the first letters of: "СГП", or None."""
        if not _ACRONYM.fullmatch(word):
            return None
        for scene in reversed(self.scenes[-_FAR:]):
            for unit in scene.units:
                letters = "".join(w[0] for w in unit.text.upper().split() if w.isalpha() and len(w) > 1)
                if unit.kind is UnitKind.BODY and letters.startswith(word):
                    return unit.ref
        return None

    def _seen(self, name: str) -> str:
        """Key of the body named last whose name begins so: "Исполком" after "Исполком СНГ"."""
        start = f"{name.lower()} "
        seen = next((key for key, body in self.bodies.items() if body.name.lower().startswith(start)), "")
        seen = seen or next((ref for ref in reversed(self.named) if self.known.begins(ref, name)), "")
        return seen or next((key for owner in self._owners() if (key := self.known.organ_called(name, owner))), "")

    def _owners(self) -> Iterator[str]:
        """Bodies that may have an organ named without them: the last before it first, then those named later."""
        for ref in dict.fromkeys((*self.here, *reversed(self.named), *self.every)):
            yield ref
            body = self.known.body(ref)
            if body is not None and body.organ_of:
                yield body.organ_of

    def _pointless(self, name: Named) -> bool:
        """Whether the adjective of a state stands in a phrase that is not about the state."""
        after = [t.lemma for t in self.tagged[name.last : name.last + 2]]
        return name.adjective and any(row[0] in {" ".join(after[:1]), " ".join(after)} for row in pointless())

    def _cut_off(self, body: BodyFound) -> str:
        """Key of the body whose name an excerpt breaks off: "Исполнительный комитет Содружества Независимых Го"."""
        start, _, last = body.name.lower().rpartition(" ")
        if not start or not self.end[-1:].isalpha() or not self.end.endswith(last) or morphology.is_known(last):
            return ""
        named = (*reversed(self.named), *(key for key, known in self.bodies.items() if known.name != body.name))
        return next((ref for ref in named if self.known.begins(ref, start)), "")

    def _observers(self, body: BodyFound) -> str:
        """Key of an organisation's mission of observers, which a text on a ballot calls its mission; or nothing."""
        if body.lemma != "миссия" or not self.ballot:
            return ""
        if not body.owner:
            named = (self.known.body(ref) for ref in self.every if body.name.lower().startswith("миссия наблюд"))
            return next((b.key for b in named if b is not None and b.code.endswith("Observer Mission")), "")
        organs = self.known.organs_of(body.owner)
        return next((organ.key for organ in organs if organ.code.endswith("Observer Mission")), "")

    def _key(self, body: BodyFound) -> str:
        if meant := self._observers(body) or self._cut_off(body):
            return meant
        if body.owner and (same := self.known.same_body(body.name, body.owner, body.said)):
            return same
        if not body.owner and not body.state and (seen := self._seen(body.name)):
            return seen
        context = body.owner or body.state or self.document.key
        purpose = _IN_STATES.sub("", body.name)
        alike = (key for key, known in self.bodies.items() if purpose in {known.name, _IN_STATES.sub("", known.name)})
        if purpose != body.name and (like := next(alike, None)) is not None:
            self.bodies[like] = replace(self.bodies[like], also=(*self.bodies[like].also, body.name))
            return like
        plain = body.name.lower().replace(body.said.lower(), "").strip() if body.said and body.owner else ""
        if plain and (told := self.organs.get((context, plain))) is not None:
            first = self.bodies[told]
            if body.name not in {first.name, *first.also}:
                self.bodies[told] = replace(first, also=(*first.also, body.name))
            return told
        key = keys.nil_key("body", self.known.latin(body.name), context)
        self.bodies.setdefault(key, body)
        if plain:
            self.organs[context, plain] = key
        return key
