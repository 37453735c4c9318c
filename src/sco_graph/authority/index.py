"""Look-ups over the tables; nothing is guessed: several answers are given as several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from ..errors import UnknownEntity
from ..lasting import remembered
from ..model import Key
from . import names
from .asking import question
from .gazetteer import Gazetteer
from .government import Government
from .meetings import Meetings
from .posts import Titles
from .records import Attestation, Authority, Body, Name, NameKind, Person, Place, Post, State, Tenure

_THREE = 3
_PREFERENCE = {kind: order for order, kind in enumerate(NameKind)}


class Index:
    """The tables of an authority, by key, name and post."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority

    @cached_property
    def government(self) -> Government:
        """Government bodies by kind and state."""
        return Government(self.authority)

    @cached_property
    def titles(self) -> Titles:
        """Kinds of posts by their titles."""
        return Titles(self.authority)

    @cached_property
    def meetings(self) -> Meetings:
        """Meetings by organ and day."""
        return Meetings(self.authority)

    @cached_property
    def _states(self) -> dict[str, State]:
        return {state.code: state for state in self.authority.states}

    @cached_property
    def _bodies(self) -> dict[Key, Body]:
        return {body.key: body for body in self.authority.bodies}

    @cached_property
    def _people(self) -> dict[Key, Person]:
        return {person.key: person for person in self.authority.people}

    @cached_property
    def _posts(self) -> dict[Key, Post]:
        return {post.key: post for post in self.authority.posts}

    @cached_property
    def _places(self) -> dict[Key, Place]:
        return {place.key: place for place in self.authority.places}

    @cached_property
    def _names(self) -> dict[Key, list[Name]]:
        found: dict[Key, list[Name]] = defaultdict(list)
        for name in self.authority.names:
            found[name.entity].append(name)
        return found

    @cached_property
    def _people_by_key(self) -> dict[str, list[Key]]:
        return _grouped(
            (names.match_key(names.latin(name.text, name.language)), name.entity)
            for name in self.authority.names
            # Foreigners have Chinese names whose pinyin is nobody's, and the Chinese their pinyin in English.
            if name.entity.startswith("official/") and name.language != "zh"
        )

    @cached_property
    def _by_text(self) -> dict[str, list[Key]]:
        return _grouped((_plain(name.text), name.entity) for name in self.authority.names if name.known)

    def gazetteer(self, language: str) -> Gazetteer:
        """Finder of the names of a language, made once."""
        if language not in self._gazetteers:
            self._gazetteers[language] = Gazetteer(self.authority, language)
        return self._gazetteers[language]

    @cached_property
    def _gazetteers(self) -> dict[str, Gazetteer]:
        return {}

    @question("index.posts_at")
    def posts_at(self, at: Key) -> tuple[Post, ...]:
        """The posts of a state or body that the tables know a holder of, or have a row of."""
        return tuple(self._posts_at.get(at, ()))

    @cached_property
    def _posts_at(self) -> dict[Key, list[Post]]:
        found: dict[Key, list[Post]] = defaultdict(list)
        for post in self.authority.posts:
            found[post.at].append(post)
        return found

    @question("index.state")
    def state(self, code: str) -> State:
        """The state of an ISO 3166-1 alpha-2 code; UnknownEntity when there is none."""
        if code not in self._states:
            raise UnknownEntity(code, "no state has this code", "Use ISO 3166-1 alpha-2, for instance UZ.")
        return self._states[code]

    @question("index.body")
    def body(self, key: Key) -> Body | None:
        """The body of a key, from the tables or from the pattern of its kind; None when there is none."""
        return self._bodies.get(key) or self.government.body_of(key)

    @question("index.person")
    def person(self, key: Key) -> Person | None:
        """The official of a key, or None."""
        return self._people.get(key)

    @question("index.post")
    def post(self, key: Key) -> Post | None:
        """The post of a key, or None."""
        return self._posts.get(key)

    @question("index.post_of")
    def post_of(self, title: str, at: Key, language: str) -> Post | None:
        """The post that a title names at a state or body, made from its kind if no row has it; None for no kind."""
        return self.titles.post_of(title, at, language)

    @question("index.place")
    def place(self, key: Key) -> Place | None:
        """The place of a key, or None."""
        return self._places.get(key)

    @question("index.capitals_of")
    def capitals_of(self, code: str) -> tuple[Key, ...]:
        """Places that are the capital of a state (ISO code): most have one, some none."""
        return tuple(place for state, place in self.authority.capitals if state == f"state/{code}")

    @question("index.names_of")
    @remembered(16384)
    def names_of(self, key: Key, language: str | None = None) -> tuple[Name, ...]:
        """Names of an entity, preferred first; of one language or of all."""
        found = [name for name in self._names.get(key, ()) if language in (None, name.language)]
        if not found and key.startswith("body/"):
            found = [name for name in self.government.names_of(key) if language in (None, name.language)]
        return tuple(sorted(found, key=lambda name: _PREFERENCE[name.kind]))

    @question("index.label")
    def label(self, key: Key, language: str) -> str:
        """The preferred name in a language, else in English, else in any, else the key."""
        for wanted in (language, "en", None):
            found = self.names_of(key, wanted)
            if found:
                return found[0].text
        return str(key)

    @question("index.find")
    def find(self, text: str, kind: str | None = None) -> tuple[Key, ...]:
        """Entities that bear a name exactly (letter case and ё apart), of one kind (``body``) or of any."""
        found = self._by_text.get(_plain(text), ())
        return tuple(key for key in found if kind is None or key.startswith(f"{kind}/"))

    @question("index.find_people")
    def find_people(self, name: str) -> tuple[Key, ...]:
        """Officials of a name in any script, full or with initials; several are homonyms: none is chosen.

        "В. Норов" finds whoever has a name that agrees in initial and family name; of three words that no name has
        the first and the last may be one ("Kassym-Jomart Kemelevich Tokayev").
        """
        exact = self.find(name, "official")
        if exact:
            return exact
        written = names.latin(name)
        letters, family = names.initials(written)
        if not letters:
            whole = self._people_by_key.get(names.match_key(written), ())
            return tuple(whole or self._without_middle(written))
        return tuple(key for key in self._by_family.get(family, ()) if self._agrees(key, letters[0], family))

    def _without_middle(self, written: str) -> Sequence[Key]:
        words = written.split()
        return self._people_by_key.get(names.match_key(f"{words[0]} {words[2]}"), ()) if len(words) == _THREE else ()

    @question("index.people_of_family")
    def people_of_family(self, name: str) -> tuple[Key, ...]:
        """Officials one of whose names, Chinese spellings apart, has this word: a family name in Latin letters."""
        wanted = names.match_key(name)
        return tuple(key for key in self._by_family.get(wanted, ()) if wanted in self._words(key))

    def _words(self, person: Key) -> frozenset[str]:
        """Folded words of a person's names in Russian and English."""
        spelt = (name for name in self.names_of(person) if name.language != "zh")
        return frozenset(w for name in spelt for w in names.match_key(names.latin(name.text, name.language)).split())

    @cached_property
    def _by_family(self) -> dict[str, list[Key]]:
        return _grouped(
            (word, key) for whole, keys in self._people_by_key.items() for word in whole.split() for key in keys
        )

    def _agrees(self, person: Key, letter: str, family: str) -> bool:
        """Whether one of a person's names has a word, not the family name, that begins with a letter."""
        alike = ("d", "j") if letter == "d" else (letter,)  # "Д. Гиёсов" is Джумахон, in Latin letters Jumakhon
        wholes = (names.match_key(names.latin(name.text)) for name in self.names_of(person) if name.language != "zh")
        return any(
            word != family and word[:1] in alike
            for whole in wholes
            if family in whole.split()
            for word in whole.split()
        )

    @question("index.attestations_of")
    def attestations_of(self, subject: Key, property: str | None = None) -> tuple[Attestation, ...]:
        """What sources give for an entity where they disagree, the value that the tables follow first."""
        found = (a for a in self.authority.attestations if a.subject == subject and property in (None, a.property))
        return tuple(sorted(found, key=lambda a: (a.property, not a.followed, a.value)))

    @question("index.people_of_part")
    def people_of_part(self, part: str) -> tuple[Key, ...]:
        """Officials who have a Chinese name that is this or has it before its first or after its last dot."""
        return tuple(self._by_part.get(part, ()))

    @cached_property
    def _by_part(self) -> dict[str, list[Key]]:
        own = (n for n in self.authority.names if n.language == "zh" and n.entity.startswith("official/"))
        return _grouped((part, name.entity) for name in own for part in names.parts_of_han(name.text))

    @question("index.has_one_holder")
    def has_one_holder(self, kind: str) -> bool:
        """Whether a post of this kind is held by one person at a time."""
        return kind in self._single

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(kind.kind for kind in self.authority.post_kinds if kind.single)

    @question("index.is_in_english_name")
    def is_in_english_name(self, word: str) -> bool:
        """Whether a word, in lower case, is one of an official's English name."""
        return word in self._english_words

    @cached_property
    def _english_words(self) -> frozenset[str]:
        spelt = (n.text for n in self.authority.names if n.language == "en" and n.entity.startswith("official/"))
        return frozenset(word.lower() for text in spelt for word in text.split())

    @cached_property
    def _tenures_of_post(self) -> dict[Key, list[Tenure]]:
        found: dict[Key, list[Tenure]] = defaultdict(list)
        for tenure in self.authority.tenures:
            found[tenure.post].append(tenure)
        return found

    @question("index.holders")
    def holders(self, post: Key, date: str) -> tuple[Tenure, ...]:
        """Tenures that cover a date (as precise as it is), the certain first; empty where the tables are silent."""
        from .holders import held_on

        return tuple(holder.tenure for holder in held_on(self.tenures_at(post), date))

    @question("index.tenures_of")
    def tenures_of(self, person: Key) -> tuple[Tenure, ...]:
        """All tenures of an official, in order of their start."""
        return tuple(
            sorted(self._tenures_of_holder.get(person, ()), key=lambda tenure: (tenure.start or "", tenure.post))
        )

    @cached_property
    def _tenures_of_holder(self) -> dict[Key, list[Tenure]]:
        found: dict[Key, list[Tenure]] = defaultdict(list)
        for tenure in self.authority.tenures:
            found[tenure.holder].append(tenure)
        return found

    @question("index.tenures_at")
    def tenures_at(self, post: Key) -> tuple[Tenure, ...]:
        """All tenures of a post, in order of their start."""
        return tuple(sorted(self._tenures_of_post.get(post, ()), key=lambda tenure: tenure.start or ""))


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _grouped(pairs: Iterable[tuple[str, Key]]) -> dict[str, list[Key]]:
    found: dict[str, dict[Key, None]] = defaultdict(dict)
    for word, key in pairs:
        found[word][key] = None
    return {word: list(keys) for word, keys in found.items()}
