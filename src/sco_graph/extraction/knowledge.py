"""What the tables know, as extraction asks for it: one gazetteer a language, codes, labels, posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from .. import keys
from ..authority import names as latin_names
from ..authority.asking import question
from ..authority.gazetteer import Gazetteer, Match
from ..authority.index import Index
from ..authority.records import Authority, Body, Post, Tenure
from ..lasting import remembered
from ..model import BodyKind, Key, Language
from .russian.morphology import analyses
from .tokens import segment

_MEMBERS = re.compile(r"\b(?:государств|стран)(?: ?[-–—] ?(?:членов|участников|участниц))? $")
_LOADED: dict[tuple[str, str], Knowledge] = {}
# Organs that act for their organisation: a post there is a post of the organisation.
_SHORT = 5
_OFFICE = re.compile(r"\bOffice (?:in|at)\b|^UNO[GVN]$")
"""Offices in other cities: a post there is one of their organisation, and the office stays in the title."""
_EXECUTIVE = (
    "Secretariat",
    "Executive Committee",
    "Board",
    "Observer Mission",
    "Joint Staff",
    "Collective Security Council",
    "Council of Foreign Ministers",
    "Council of Defence Ministers",
    "Council of National Coordinators",
)


@dataclass(frozen=True, eq=False)
class Knowledge:
    """The tables for documents of one language, which rules get at by questions alone.

    A cache stands below its ``question``, never above: else the second document would not be known to have asked it.
    """

    authority: Authority
    language: str

    @cached_property
    def index(self) -> Index:
        """Look-ups by key."""
        return Index(self.authority)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Finder of names in the language."""
        return Gazetteer(self.authority, self.language)

    def find(self, text: str) -> tuple[Match, ...]:
        """Names in a few words, by their lemmas too."""
        words, _ = segment(text)
        lemmas = [analyses(w.text)[0].lemma if self.language == Language.RU else "" for w in words]
        return self.gazetteer.find([(w.start, w.stop, w.text, x) for w, x in zip(words, lemmas, strict=True)], text)

    @question("body")
    def body(self, key: str) -> Body | None:
        """The body of this key, or None."""
        return self.index.body(Key(key))

    def seat(self, body: Body) -> tuple[str, str]:
        """Display key and key of the state or body whose post a post at this body is.

        A post at a ministry is one of its state, a post at a secretariat one of its organisation.
        """
        if body.kind is BodyKind.GOVERNMENT_BODY and body.state:
            return body.state.removeprefix("state/"), body.state
        if body.organ_of and (body.code.endswith(_EXECUTIVE) or _OFFICE.search(body.code)):
            parent = self.body(body.organ_of)
            if parent:
                return self.seat(parent)
        return body.code, body.key

    @question("same_body")
    def same_body(self, name: str, owner: str, said: str) -> str:
        """Key of the body of the tables whose name this is, when its organisation is named otherwise; or nothing.

        ``said`` are the words of the name that name the organisation.
        """
        before, _, after = name.partition(said)
        for start in dict.fromkeys((before, _MEMBERS.sub("", before))):
            for other in self.index.names_of(Key(owner), self.language):
                found = self.index.find(f"{start}{other.text}{after}", "body")
                if found:
                    return found[0]
        return ""

    @question("bears")
    def bears(self, entity: str, text: str) -> bool:
        """Whether an acronym in a text is a name of the entity as it stands: "ГУАМ" is none of "Гуам"."""
        if not text.isupper() or not 1 < len(text) <= _SHORT:
            return True
        return any(n.text == text for n in self.index.names_of(Key(entity), self.language))

    @question("has_held")
    def has_held(self, person: str, post: str, date: str | None) -> bool:
        """Whether the tables have the person in the post, on a date where that and the tenure are dated."""
        found = [t for t in self.index.tenures_of(Key(person)) if t.post == post]
        return any(date is None or _covers(t, date) for t in found)

    @question("organ")
    @remembered(16384)
    def organ(self, word: str, owner: str) -> str:
        """Key of the organ that an organisation calls by one word ("Секретариат"), or nothing."""
        for name in self.index.names_of(Key(owner), self.language):
            found = self.index.find(f"{word} {name.text}", "body")
            if found:
                return found[0]
        return ""

    @question("organ_behind")
    def organ_behind(self, word: str, owner: str) -> str:
        """Key of the organ whose name is that of the organisation and one word ("SCO Secretariat"), or nothing."""
        for name in self.index.names_of(Key(owner), self.language):
            for text in (f"{name.text} {word}", f"{word} of the {name.text}"):
                found = self.index.find(text, "body")
                if found:
                    return found[0]
        return ""

    @question("organ_called")
    @remembered(16384)
    def organ_called(self, name: str, owner: str) -> str:
        """Key of the one organ of an organisation whose name is this, before that of the organisation; or nothing.

        "Совет глав государств" is the whole name without "государств-членов ШОС".
        """
        start = f"{name.casefold()} "
        found = [
            organ.key
            for organ in self._organs.get(owner, ())
            if any(
                text.startswith(start) and self._of_owner(text.removeprefix(start), owner)
                for text in self._folded_names(organ.key)
            )
        ]
        return found[0] if len(found) == 1 else ""

    @question("organs_of")
    def organs_of(self, owner: str) -> tuple[Body, ...]:
        """The organs of an organisation, in the order of the tables."""
        return tuple(self._organs.get(owner, ()))

    @cached_property
    def _organs(self) -> dict[str, list[Body]]:
        found: dict[str, list[Body]] = {}
        for body in self.authority.bodies:
            if body.organ_of:
                found.setdefault(body.organ_of, []).append(body)
        return found

    def _of_owner(self, rest: str, owner: str) -> bool:
        return rest.startswith(("государств", "стран", "(")) or rest in self._folded_names(owner)

    @remembered(16384)
    def _folded_names(self, key: str) -> tuple[str, ...]:
        return tuple(n.text.casefold() for n in self.index.names_of(Key(key), self.language))

    @question("begins")
    def begins(self, key: str, start: str) -> bool:
        """Whether a name of the body begins with these words and goes on."""
        return any(n.text.lower().startswith(f"{start.lower()} ") for n in self.index.names_of(Key(key), self.language))

    @question("government")
    def government(self, kind: str, state: str) -> str:
        """Key of the government body of a kind (``government/mfa``) of a state."""
        slugs = {f"government/{k.kind}": k.slug for k in self.authority.government}
        return "body/" + slugs[kind].format(state=state.removeprefix("state/").lower())

    @question("post_key")
    def post_key(self, title: str, at: str) -> tuple[Key, bool]:
        """Key of the post of this title at a state or body, and whether the tables know it."""
        known = self.index.post_of(title, Key(at), self.language)
        return (known.key, True) if known else (keys.nil_key("post", self.latin(title), at), False)

    @question("holders_called")
    def holders_called(self, name: str, title: str, seat: str, date: str | None) -> tuple[Key, ...]:
        """People of a family name whom the tables have in a post of this title, at a seat and on a date if given."""
        return tuple(
            person
            for person in self.index.people_of_family(latin_names.latin(name, self.language))
            if (at := self.seat_of_holder(person, title, date)) and seat in ("", at)
        )

    @question("seat_of_holder")
    def seat_of_holder(self, person: str, title: str, date: str | None = None) -> str:
        """Key of the state or body at which the tables have the person in a post of this title, or nothing."""
        for tenure in self.index.tenures_of(Key(person)):
            if date is not None and not _covers(tenure, date):
                continue
            post = self.index.post(tenure.post)
            like = self.index.post_of(title, post.at, self.language) if post else None
            if post and ((like and like.kind == post.kind) or self._is_short(title, post)):
                return post.at
        return ""

    @question("serves")
    def serves(self, person: str, seat: str, kinds: frozenset[str], date: str | None) -> bool:
        """Whether the tables have the person in a post whose kind ends with one of these, at a seat or its organ."""
        for tenure in self.index.tenures_of(Key(person)):
            post = self.index.post(tenure.post) if date is None or _covers(tenure, date) else None
            if post is None or not post.kind.endswith(tuple(kinds)):
                continue
            body = self.body(post.at)
            if seat in {post.at, body.organ_of if body else None}:
                return True
        return False

    def _is_short(self, title: str, post: Post) -> bool:
        """Whether a title of one word begins one of the post: "министр" of a foreign minister."""
        start = f"{title.casefold()} "
        return " " not in title and any(
            text.text.casefold().startswith(start)
            for text in self.authority.post_titles
            if text.of == post.kind and text.language == self.language
        )

    @question("names_state")
    @remembered(4096)
    def names_state(self, text: str) -> bool:
        """Whether a name of a body has that of a state in it."""
        first, _, rest = text.partition(" ")
        return any(m.entity.startswith("state/") for part in (first, rest) for m in self.find(part))

    @question("parent_in")
    def parent_in(self, key: str, text: str) -> str | None:
        """Key of the organisation of an organ, when its name stands within the words that name the organ."""
        body = self.body(key)
        if body is None or body.organ_of is None or body.kind is not BodyKind.ORGAN:
            return None
        _, _, rest = text.partition(" ")
        inside = {m.entity for m in self.find(rest)}
        return body.organ_of if body.organ_of in inside else None

    def latin(self, name: str) -> str:
        """A name in Latin letters."""
        return latin_names.latin(name, self.language)


def _covers(tenure: Tenure, date: str) -> bool:
    """Whether a date lies within a tenure, as precise as the tenure's dates are."""
    early = tenure.start is not None and date[: len(tenure.start)] < tenure.start
    late = tenure.end is not None and date[: len(tenure.end)] > tenure.end
    return not early and not late


def knowledge(authority: Authority, language: str) -> Knowledge:
    """The tables for a language, prepared once in a process; for one that is not read, those for English."""
    known = language if language in set(Language) else Language.EN
    key = authority.version, known
    if key not in _LOADED:
        _LOADED[key] = Knowledge(authority, known)
        # Of tables that were replaced again and again only the last two states are kept.
        versions = list(dict.fromkeys(version for version, _ in _LOADED))
        for old in [one for one in _LOADED if one[0] in versions[:-2]]:
            del _LOADED[old]
    return _LOADED[key]
