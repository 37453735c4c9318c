"""What has been found in a document so far, each thing with the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Document, Evidence, Key, LocalId, Official, Organisation, PostHeld
from .reading import Mention, MentionForm, MentionKind, PlaceMentioned, Reading, Sentence, Token


@dataclass(slots=True)
class Ledger:
    """Officials by number, bodies by key, states by code, places by key; all in order of first mention."""

    text: str
    tokens: Sequence[Token]
    officials: dict[int, Official] = field(default_factory=dict)
    posts: list[PostHeld] = field(default_factory=list)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    states: dict[str, LocalId] = field(default_factory=dict)
    places: dict[str, PlaceMentioned] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    held: dict[str, list[PostHeld]] = field(default_factory=dict)
    _by_id: dict[str, Official] = field(default_factory=dict)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of tokens ``[first, last)``."""
        return self.tokens[first].start, self.tokens[last - 1].stop

    def note(self, subject: str, prop: str, value: str, span: tuple[int, int], method: str, score: float) -> None:
        """Keep the words that a fact rests on."""
        start, stop = span
        self.evidence.append(
            Evidence(
                subject=LocalId(subject),
                property=prop,
                value=value,
                start=start,
                stop=stop,
                quote=self.text[start:stop],
                method=method,
                score=score,
            )
        )

    def mention(
        self,
        span: tuple[int, int],
        kind: MentionKind,
        form: MentionForm,
        refs: Sequence[str],
        *,
        case: str,
        method: str,
        score: float,
    ) -> None:
        """Keep a mention, and the evidence of everything it refers to."""
        self.mentions.append(
            Mention(
                start=span[0],
                stop=span[1],
                kind=kind,
                form=form,
                ref=refs[0],
                refs=tuple(refs) if len(refs) > 1 else (),
                case=case,
                method=method,
                score=score,
            )
        )
        if kind is not MentionKind.PLACE:
            for ref in refs:
                self.note(ref, "mention", ref, span, method, score)

    def state(self, code: str) -> LocalId:
        """The local id of a state, which is named from now on."""
        return self.states.setdefault(code, LocalId(code))

    def organisation_id(self) -> LocalId:
        """The next local id of an organisation."""
        return LocalId(f"o{len(self.organisations) + 1}")

    def official_id(self) -> LocalId:
        """The next local id of an official."""
        return LocalId(f"p{len(self.officials) + 1}")

    @property
    def by_id(self) -> dict[str, Official]:
        """Officials by local id."""
        if len(self._by_id) != len(self.officials):
            self._by_id.update((official.id, official) for official in self.officials.values())
        return self._by_id

    def grant(self, post: PostHeld) -> None:
        """Keep a post that the text gives to an official."""
        self.posts.append(post)
        self.held.setdefault(post.holder, []).append(post)

    def regrant(self, held: PostHeld, post: PostHeld) -> None:
        """Put a post in the place of one that the text gave to the same official in other words."""
        self.posts = [post if p is held else p for p in self.posts]
        self.held[post.holder] = [post if p is held else p for p in self.held.get(post.holder, [])]

    def shorten(self, official: str, body: Key, title: str) -> None:
        """Drop posts of an official whose title only begins a longer one: "Secretary" of "Secretary of State"."""
        short = [p for p in self.posts_of(official) if p.body == body and title.startswith(f"{p.title} ")]
        self.posts = [p for p in self.posts if p not in short]
        self.held[official] = [p for p in self.held.get(official, []) if p not in short]

    def posts_of(self, official: str) -> tuple[PostHeld, ...]:
        """Posts that the text gives to an official, so far."""
        return tuple(self.held.get(official, ()))

    def has_post(self, official: str, key: Key) -> bool:
        """Whether the text has given this post to the official."""
        return any(p.key == key for p in self.posts_of(official))

    def reading(self, document: Document, sentences: tuple[Sentence, ...]) -> Reading:
        """All that was found, as the stages of events and statements read it."""
        return Reading(
            document=document,
            tokens=tuple(self.tokens),
            sentences=sentences,
            mentions=tuple(sorted(self.mentions, key=lambda m: (m.start, -m.stop))),
            officials=tuple(self.officials.values()),
            posts=tuple(self.posts),
            organisations=tuple(self.organisations.values()),
            states=tuple(self.states.values()),
            places=tuple(self.places.values()),
            evidence=tuple(self.evidence),
        )
