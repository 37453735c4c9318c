"""What a title says of its holder: short titles and full ones compared by their lemmas."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...light import dataclass
from .. import lexicon
from . import morphology
from .posts import head_of_word


@cache
def phrases(role: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Lemmas of phrases in a role of ``lexicon/ru/coreference.tsv``, with what they stand for; longest first."""
    found = [
        (tuple(phrase.split()), tuple(value.split()))
        for phrase, what, value in lexicon.rows("ru", "coreference", 3)
        if what == role
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def words(role: str) -> frozenset[str]:
    """First lemmas of the phrases in a role."""
    return frozenset(lemmas[0] for lemmas, _ in phrases(role))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """Lemmas of the full title and its head, or the kinds of post that it may be."""

    lemmas: frozenset[str]
    kinds: frozenset[str]
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post of an official, as the text gives it: local id, key of the state or body (or nothing), kind of post."""

    holder: str
    seat: str
    sense: Sense
    kind: str


def sense(lemmas: Sequence[str]) -> Sense:
    """The sense of a title from its lemmas; its head is the first word that heads posts.

    >>> sorted(sense(["генсек"]).lemmas)
    ['генеральный', 'секретарь']
    """
    for phrase, kinds in phrases("kind"):
        if set(phrase) <= set(lemmas):
            return Sense(lemmas=frozenset(), kinds=frozenset(kinds))
    said = list(lemmas)
    for phrase, full in phrases("title"):
        if set(phrase) <= set(said):
            at = min(said.index(word) for word in phrase)
            said = [*said[:at], *full, *(w for w in said[at:] if w not in phrase)]
    head = next((w for w in said if head_of_word(w)), "")
    return Sense(lemmas=frozenset(said) - words("small"), kinds=frozenset(), head=head)


def lemmas(title: str) -> list[str]:
    """Likeliest lemmas of the words of a title.

    >>> lemmas("Министр иностранных дел")
    ['министр', 'иностранный', 'дело']
    """
    plain = (word.strip(".,«»()") for word in title.split())
    return [_lemma(word) for word in plain if word]


def _lemma(word: str) -> str:
    """The likeliest lemma; that of a head of posts where the dictionary does not know the word ("генсек")."""
    likeliest = morphology.analyses(word)[0].lemma
    if morphology.is_known(word) or head_of_word(likeliest):
        return likeliest
    return next((x for x in sorted(morphology.lemmas(word) | {word.lower()}) if head_of_word(x)), likeliest)


def is_short(lemmas: Sequence[str]) -> bool:
    """Whether a title has a short word for a full one in it.

    >>> is_short(["генсек"]), is_short(["генеральный", "секретарь"])
    (True, False)
    """
    return any(set(phrase) <= set(lemmas) and phrase != full for phrase, full in phrases("title"))


LEADING = frozenset({"глава", "руководитель"})
"""Words for whoever is at the head of what they name: "глава Коллегии"."""
_UNDER = frozenset({"заместитель", "член", "советник", "эксперт", "представитель", "сотрудник"})


def leads(held: Held, seat: str) -> bool:
    """Whether the post is one at the head of this seat."""
    return bool(seat) and held.seat == seat and not _UNDER & held.sense.lemmas


def fits(held: Held, said: Sense, seat: str) -> bool:
    """Whether a title that says so much, at a seat if it names one, may stand for the post."""
    if seat and held.seat and seat != held.seat:
        return False
    if said.kinds:
        # A chair may be a head of state ("Председатель КНР"), but no chair of an organisation is one.
        return held.kind in said.kinds and (held.kind != "chair" or not held.seat.startswith("body/"))
    return bool(said.lemmas) and said.head == held.sense.head and said.lemmas <= held.sense.lemmas
