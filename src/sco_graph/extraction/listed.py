"""The reading of a text in a language whose grammar is not read: what the gazetteer finds, and posts beside names."""

from __future__ import annotations

from dataclasses import dataclass, field

from .. import keys
from ..authority.gazetteer import Match
from ..authority.records import NameKind
from ..model import Document, Key, Official, PostHeld
from . import naming, tokens
from .knowledge import Knowledge
from .ledger import Ledger
from .reading import MentionForm, MentionKind, Reading
from .titled import Titled, titled
from .units import UnitKind, kind_of


def read(document: Document, known: Knowledge) -> Reading:
    """Officials, bodies, states and places that the tables know by a name in the text, and the text's sentences."""
    words, sentences = tokens.segment(document.text)
    ledger = Ledger(document.text, tokens.bare(words))
    found = known.gazetteer.find_text(document.text)
    posts = list(titled(document.text, found, known))
    people = _People(ledger=ledger, known=known)
    for match in found:
        kind = kind_of(match)
        while posts and posts[0].start < match.start:
            people.post(posts.pop(0), None)
        if kind is UnitKind.PERSON:
            official = people.named(match)
            while posts and posts[0].start == match.start:
                people.post(posts.pop(0), official)
        elif kind is not None and not match.entity.startswith("government/"):
            span = match.start, match.stop
            naming.note_name(ledger, known, match.entity, span, adjective=match.kind is NameKind.ADJECTIVE)
    for post in posts:
        people.post(post, None)
    return ledger.reading(document, sentences)


@dataclass(slots=True, kw_only=True)
class _People:
    """Officials of one text by key."""

    ledger: Ledger
    known: Knowledge
    by_key: dict[Key, Official] = field(default_factory=dict)

    def named(self, match: Match) -> Official:
        """The official of the tables whom a match names, with the mention kept."""
        key = match.entity
        if key not in self.by_key:
            name = self.known.index.label(key, self.known.language)
            self._add(key, name, self.known.index.label(key, "en"), linked=True)
        self._mention(self.by_key[key], (match.start, match.stop), "gazetteer", 0.95)
        return self.by_key[key]

    def post(self, post: Titled, official: Official | None) -> None:
        """Keep a post; without an official it is that of a person whom the tables lack."""
        if official is None:
            name = self.ledger.text[post.start : post.stop]
            key = keys.nil_key("official", name, post.seat)
            if key not in self.by_key:
                self._add(key, name, name, linked=False)
            official = self.by_key[key]
            self._mention(official, (post.start, post.stop), "rule:name_after_title", 0.7)
        key, known = self.known.post_key(post.title, post.seat)
        self.ledger.note(official.id, "post", key, post.span, "rule:title_beside_name", 0.8)
        if not self.ledger.has_post(official.id, key):
            held = PostHeld(
                holder=official.id, title=post.title, org=post.org, body=post.seat, key=key, known=known, former=False
            )
            self.ledger.grant(held)

    def _add(self, key: Key, name: str, english: str, *, linked: bool) -> None:
        official = Official(id=self.ledger.official_id(), key=key, name=name, name_en=english, linked=linked)
        self.by_key[key] = self.ledger.officials[len(self.by_key)] = official

    def _mention(self, official: Official, span: tuple[int, int], method: str, score: float) -> None:
        kind, form = MentionKind.OFFICIAL, MentionForm.NAME
        self.ledger.mention(span, kind, form, [official.id], case="", method=method, score=score)
