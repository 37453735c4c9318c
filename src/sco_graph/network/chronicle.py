"""What the network is projected from: who took part in which interaction, who said what, and in whose words.

Entities go by their keys (``official/vladimir-norov``), concepts by scheme and
code (``mode/phone``), classes by local name (``PhoneCall``): short and readable
in a page, and turned back into IRIs by `vocabulary`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Labels = Mapping[str, str]
"""Language tag -> text."""

HELD = "status/held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document: ``address`` is where it was published or its relative path; ``date`` as the document gives it."""

    key: str
    title: str
    address: str
    date: str = ""
    language: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Characters ``[start, stop)`` of a document; ``actor`` is whom they speak of, empty for the interaction itself.

    ``score`` says how sure the extraction was that they mean it, in [0, 1].
    """

    document: str
    start: int
    stop: int
    text: str
    supports: str
    actor: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One actor's part in an interaction: in which role, in the capacity of which posts.

    ``score`` says how sure it is, in [0, 1], that the actor took part: the best of the words that say so.
    """

    actor: str
    role: str = ""
    posts: tuple[str, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """One interaction with all its parts and quotes; dates are as precise as the sources, bounds are whole days."""

    key: str
    type: str
    date: str = ""
    end: str = ""
    earliest: str = ""
    latest: str = ""
    mode: str = ""
    status: str = ""
    level: str = ""
    place: str = ""
    state: str = ""
    issues: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    quotes: tuple[Quote, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it is told as having happened; of an unknown status it is taken to have."""
        return self.status in {"", HELD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement: who, by which act (``speech-act/urge``), about which issues, to whom, at which interaction.

    Dates are those of the interaction, or else the day of the document. ``posts`` are those
    in which the speaker took part in the interaction.
    """

    key: str
    speaker: str
    act: str
    document: str
    issues: tuple[str, ...] = ()
    addressee: str = ""
    interaction: str = ""
    earliest: str = ""
    latest: str = ""
    posts: tuple[str, ...] = ()
    score: float = 1.0
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A state in an organisation between two days, as far as they are known (empty: without bound)."""

    state: str
    kind: str = ""
    earliest: str = ""
    latest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """All interactions in order of time, and what is needed to name and to group those who took part.

    ``kinds`` gives the class of every actor; ``at_body`` the body or state of a
    post; ``organ_of`` the body that a body is an organ of; ``of_state`` the state (a key) of a body; ``stays`` the
    states in an organisation; ``ranks`` the rank of a post and ``order`` how high a rank is (the smaller, the
    higher); ``broader`` the wider issue of an issue; ``labels`` the names of actors,
    posts, places, interactions, concepts and classes.
    """

    interactions: tuple[Interaction, ...] = ()
    statements: tuple[Said, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Labels] = field(default_factory=dict)
    at_body: Mapping[str, str] = field(default_factory=dict)
    organ_of: Mapping[str, str] = field(default_factory=dict)
    of_state: Mapping[str, str] = field(default_factory=dict)
    stays: Mapping[str, tuple[Stay, ...]] = field(default_factory=dict)
    ranks: Mapping[str, str] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    broader: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    def name(self, key: str, language: str = "en") -> str:
        """Label of an entity in a language, else in English, Russian, any, else its code.

        >>> Chronicle(labels={"state/CN": {"ru": "Китай"}}).name("state/CN")
        'Китай'
        >>> Chronicle().name("mode/in-person"), Chronicle().name("PhoneCall")
        ('in person', 'Phone call')
        """
        labels = self.labels.get(key, {})
        for tag in (language, "en", "ru", *sorted(labels)):
            if labels.get(tag):
                return labels[tag]
        return _spoken(key.rsplit("/", 1)[-1])


def _spoken(code: str) -> str:
    if not code[:1].isupper() or code.isupper():
        return code if code.isupper() else code.replace("-", " ")
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in code).strip()
    return words[:1].upper() + words[1:]
