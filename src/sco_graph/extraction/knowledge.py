"""What the tables know, as extraction asks for it: one gazetteer a language, codes, labels, posts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .. import keys
from ..authority import names as latin_names
from ..authority.gazetteer import Gazetteer
from ..authority.index import Index
from ..authority.records import Authority, Body
from ..model import BodyKind, Key

_LOADED: dict[tuple[str, str], Knowledge] = {}
# Organs that act for their organisation: a post there is a post of the organisation.
_EXECUTIVE = ("Secretariat", "Executive Committee")


@dataclass(frozen=True)
class Knowledge:
    """The tables for documents of one language."""

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

    def body(self, key: str) -> Body | None:
        """The body of this key, or None."""
        return self.index.body(Key(key))

    def seat(self, body: Body) -> tuple[str, str]:
        """Display key and key under which a post at this body is given: a ministry's is its state's, a secretariat's its organisation's."""
        if body.kind is BodyKind.GOVERNMENT_BODY and body.state:
            return body.state.removeprefix("state/"), body.state
        if body.organ_of and body.code.endswith(_EXECUTIVE):
            parent = self.body(body.organ_of)
            if parent:
                return self.seat(parent)
        return body.code, body.key

    def government(self, kind: str, state: str) -> str:
        """Key of the government body of a kind (``government/mfa``) of a state."""
        slugs = {f"government/{k.kind}": k.slug for k in self.authority.government}
        return "body/" + slugs[kind].format(state=state.removeprefix("state/").lower())

    def post_key(self, title: str, at: str) -> tuple[Key, bool]:
        """Key of the post of this title at a state or body, and whether the tables know it."""
        return keys.nil_key("post", self.latin(title), at), False

    def names_state(self, text: str) -> bool:
        """Whether a name of a body has that of a state in it."""
        words = text.split(" ", 1)
        return any(m.entity.startswith("state/") for m in self.gazetteer.find_text(text)) or (
            len(words) > 1 and any(m.entity.startswith("state/") for m in self.gazetteer.find_text(words[1]))
        )

    def parent_in(self, key: str, text: str) -> str | None:
        """Key of the organisation of an organ, when its name stands within the words that name the organ."""
        body = self.body(key)
        if body is None or body.organ_of is None:
            return None
        _, _, rest = text.partition(" ")
        inside = {m.entity for m in self.gazetteer.find_text(rest)}
        return body.organ_of if body.organ_of in inside else None

    def latin(self, name: str) -> str:
        """A name in Latin letters."""
        return latin_names.latin(name, self.language)


def knowledge(authority: Authority, language: str) -> Knowledge:
    """The tables for a language, prepared once in a process."""
    key = authority.version, language
    if key not in _LOADED:
        _LOADED[key] = Knowledge(authority, language)
    return _LOADED[key]
