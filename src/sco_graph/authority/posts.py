"""Posts from titles: which kind of post a title names, and the post of that kind at a state or body."""

from __future__ import annotations

import re
from functools import cached_property

from ..keys import nil_key, slug
from ..model import Key
from .asking import question
from .folding import Folding
from .names import latin
from .records import Authority, Post, PostKind
from .trie import Trie

_ACTING = {
    "ru": re.compile(
        r"^(и\.\s*о\.|и/о|врио|вр\.\s*и\.\s*о\.|временно исполняющ\w+ обязанности|исполняющ\w+ обязанности)\s*", re.I
    ),
    "en": re.compile(r"^(acting|interim)\s+", re.I),
    "zh": re.compile(r"^(代理|代)"),
}


EMPTY_WORDS = frozenset(
    ("of", "the", "for", "to", "in", "at", "on", "a", "an", "s", "в", "во", "при", "на", "к", "的", "驻")
)
_MARKS = frozenset("'’,.()")
"""Words that a title may have or not."""


def counts(word: str) -> bool:
    """Whether a word or mark tells one title from another."""
    return word.casefold() not in EMPTY_WORDS and not _MARKS.issuperset(word)


def unacting(title: str, language: str) -> str:
    """A title without the words that say that its holder only acts.

    >>> unacting("и.о. министра иностранных дел", "ru"), unacting("Acting Foreign Minister", "en")
    ('министра иностранных дел', 'Foreign Minister')
    """
    return _ACTING[language].sub("", title)


class Titles:
    """The titles of posts of an authority.

    >>> from sco_graph.authority import load
    >>> titles = Titles(load())
    >>> titles.kind_of("Заместитель Министра иностранных дел", "ru").kind
    'deputy-foreign-minister'
    >>> titles.kind_of("и.о. министра иностранных дел", "ru").kind, titles.is_acting("Acting Foreign Minister", "en")
    ('foreign-minister', True)
    """

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._foldings = {language: Folding(language) for language in ("ru", "en", "zh")}
        self._kinds = {kind.kind: kind for kind in authority.post_kinds}
        self._posts = {post.key: post for post in authority.posts}

    @cached_property
    def _tries(self) -> dict[str, Trie[str]]:
        found = {language: Trie[str](folding) for language, folding in self._foldings.items()}
        for title in self._authority.post_titles:
            found[title.language].add(title.text, title.of, capital=False)
        return found

    @cached_property
    def _words(self) -> dict[str, list[tuple[str, tuple[frozenset[str], ...]]]]:
        found: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {language: [] for language in self._foldings}
        for title in self._authority.post_titles:
            folding = self._foldings[title.language]
            keys = tuple(folding.keys(w, False) for w in folding.words(title.text) if counts(w))
            found[title.language].append((title.of, keys))
        return found

    def words(self, language: str) -> list[tuple[str, tuple[frozenset[str], ...]]]:
        """Titles of a language: the kind, and the keys of each word (``folding``) that ``counts``."""
        return self._words[language]

    def is_acting(self, title: str, language: str) -> bool:
        """Whether a title says that its holder only acts in the post."""
        return bool(_ACTING[language].match(title))

    @question("index.titles.kinds_of")
    def kinds_of(self, title: str, language: str) -> tuple[tuple[PostKind, bool], ...]:
        """Kinds that a title may name, each with whether its words are all accounted for; empty where none.

        Words that remain make a post of its own ("Министр цифрового развития"): the
        kind then is that of the head: what begins the title, in Chinese what ends it,
        in English the one or the other.
        """
        parts = self._foldings[language].parts(self._foldings[language].tokens(_ACTING[language].sub("", title)))
        whole, begun, ended = [], [], []
        for at in range(len(parts)):
            for stop, kind, _ in self._tries[language].ends(parts, at):
                if at == 0 and stop == len(parts):
                    whole.append((self._kinds[kind], True))
                elif at == 0 and language != "zh":
                    begun.append((stop, self._kinds[kind]))
                elif stop == len(parts) and language != "ru":
                    ended.append((at, self._kinds[kind]))
        if whole:
            return tuple(dict.fromkeys(whole))
        if begun:
            longest = max(stop for stop, _ in begun)
            return tuple(dict.fromkeys((kind, False) for stop, kind in begun if stop == longest))
        first = min((at for at, _ in ended), default=0)
        return tuple(dict.fromkeys((kind, False) for at, kind in ended if at == first))

    @question("index.titles.kind_of")
    def kind_of(self, title: str, language: str) -> PostKind | None:
        """The first of the kinds that a title may name, or None."""
        found = self.kinds_of(title, language)
        return found[0][0] if found else None

    @question("index.titles.post_of")
    def post_of(self, title: str, at: Key, language: str) -> Post | None:
        """The post that a title names at a state or body; None where no kind has the title.

        Its key is the same from each language where the title is one of the tables
        ("Генеральный секретарь", 秘书长), else made from the title.

        >>> from sco_graph.authority import load
        >>> titles = Titles(load())
        >>> titles.post_of("秘书长", "body/sco", "zh").key, titles.post_of("Генсек", "body/sco", "ru").key
        ('post/sco-secretary-general', 'post/sco-secretary-general')
        """
        where = "state" if at.startswith("state/") else "body"
        found = self.kinds_of(title, language)
        fitting = [(kind, whole) for kind, whole in found if kind.at in (where, "any")] or list(found)
        if not fitting:
            return None
        made = [self._made(kind, whole, title, at, language) for kind, whole in fitting]
        return next((post for post in made if post.key in self._posts), made[0])

    def _made(self, kind: PostKind, whole: bool, title: str, at: Key, language: str) -> Post:
        place = at.rsplit("/", 1)[-1].lower()
        plain = _ACTING[language].sub("", title)
        key = Key(f"post/{place}-{kind.kind}") if whole else nil_key("post", latin(plain, language), at)
        return self._posts.get(key) or Post(
            key=key, type=kind.type, rank=kind.rank, at=at, source=kind.source, kind=kind.kind
        )


def post_key(at: Key, kind: str) -> Key:
    """Key of the post of a kind at a state or body.

    >>> post_key("state/CN", "foreign-minister")
    'post/cn-foreign-minister'
    """
    return Key(f"post/{slug(at.rsplit('/', 1)[-1])}-{kind}")
