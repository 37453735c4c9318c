"""Titles of posts: head word, what stands before it, what it governs, and where the post is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from ...light import dataclass
from ..units import Unit, UnitKind
from . import complements, generics, heads, words
from .complements import Complement

_NAMES = frozenset({UnitKind.BODY, UnitKind.STATE, UnitKind.PLACE})
_OWNED = frozenset({"'s", "’s", "'", "’"})
_LONGEST = 7
_SMALL_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title in the units of a sentence.

    ``[start, first)`` are words such as "the former"; ``[first, last)`` the title with all that names its seat;
    ``head`` and ``headed`` bound the head word; ``left`` are names before it, ``right`` what it governs. ``generic``
    is "body" or "state" where it is of "the organisation" or "the country", named elsewhere.
    """

    start: int
    first: int
    head: int
    headed: int
    last: int
    plural: bool
    traits: frozenset[str]
    left: tuple[int, ...] = ()
    right: tuple[Complement, ...] = ()
    markers: frozenset[str] = field(default_factory=frozenset)
    definite: bool = False
    generic: str = ""

    @property
    def former(self) -> bool:
        """Whether the post is said to be held no more."""
        return "former" in self.markers

    @property
    def stands_for(self) -> str:
        """The title that an abbreviation stands for ("Foreign Minister" of "FM"); empty for other heads."""
        return next((t[1:].replace("_", " ") for t in self.traits if t.startswith("=")), "")

    @property
    def bare(self) -> bool:
        """Whether the title is its head word alone."""
        return self.first == self.head and self.last == self.headed


def find(units: Sequence[Unit]) -> Iterator[Title]:
    """Titles of a sentence from the left, none over another."""
    taken = 0
    for at in range(len(units)):
        if at < taken:
            continue
        head = heads.head_at(units, at)
        if head is None:
            continue
        title = None if _modifies(units, at, head) else _title(units, at, head, taken)
        if title is not None:
            yield title
            taken = title.last


def _modifies(units: Sequence[Unit], at: int, head: heads.Head) -> bool:
    """Whether a head word only modifies a later one ("Deputy Interior Minister") or begins a name ("Sultan X")."""
    word = units[at].text.lower()
    following = units[at + head.size] if at + head.size < len(units) else None
    if "name" in head.traits:
        owned = at > 0 and (units[at - 1].text.lower() == "the" or units[at - 1].kind in _NAMES)
        ruler = following is not None and (following.text == "of" or following.kind is UnitKind.PERSON)
        return not owned and not (ruler and following is not None and following.text == "of")
    if word not in words.around_posts("mod"):
        return False
    for i in range(at + head.size, min(at + head.size + 4, len(units))):
        if heads.head_at(units, i) is not None:
            return True
        if not _modifier(units, i, i + 1):
            return False
    return False


def _title(units: Sequence[Unit], at: int, head: heads.Head, floor: int) -> Title | None:
    first, left = _left(units, at, floor)
    start, markers, definite = _markers(units, first, floor)
    if not head.plural and units[at].pos in {"VB", "NV"} and units[at].text.islower() and _verb(units, at, first):
        return None
    governed = complements.governed(units, at + head.size, head.traits)
    last = governed[-1].last if governed else at + head.size
    generic, governed = generics.generic(units, governed)
    if not left and first - 2 >= floor and units[first - 1].text in _OWNED:
        owned = generics.stands_for(units[first - 2].text)
        generic, definite = owned or generic, definite or bool(owned)
    if units[at].text.lower() == "members" or (units[at].text.lower() == "member" and not governed):
        return None
    return Title(
        start=start,
        first=first,
        head=at,
        headed=at + head.size,
        last=last,
        plural=head.plural,
        traits=head.traits,
        left=left,
        right=governed,
        markers=markers,
        definite=definite,
        generic=generic,
    )


def _verb(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a head word such as "chair" or "head" is a verb here: after "to", a modal or a subject."""
    before = units[at - 1] if at else None
    if at + 1 < len(units) and units[at + 1].text == "of":
        return False
    if before is None or first < at:
        return False
    return before.pos in {"MD", "PRP"} or before.text.lower() == "to"


def _left(units: Sequence[Unit], head: int, floor: int) -> tuple[int, tuple[int, ...]]:
    """The first unit of a title: modifiers before the head, then the name of a state or body."""
    at = head
    named: list[int] = []
    while at > floor and head - at < _LONGEST:
        before = units[at - 1]
        if _modifier(units, at - 1, head):
            at -= 1
        elif before.text.lower() in {"and", "&"} and at - 2 >= floor and _both(units, at, head):
            at -= 2
        else:
            break
    at = _small_words(units, at, floor)
    seat = _owner_before(units, at, floor)
    found = heads.head_at(units, head)
    while seat is not None and len(named) < _LONGEST:
        named.append(seat)
        at = seat
        row = found is not None and found.plural and at - 2 >= floor and units[at - 1].text in {"and", ","}
        if row and units[at - 2].kind is UnitKind.STATE:
            seat = at - 2
        else:
            break
    while named and at > floor and units[at - 1].text.lower() in {"senior", "deputy", "former", "first", "special"}:
        at -= 1
    return at, tuple(reversed(named))


def _small_words(units: Sequence[Unit], at: int, floor: int) -> int:
    """Where small words of a title that a state or body owns begin: "Freedonian climate envoy"."""
    for first in range(at - 1, max(floor - 1, at - _SMALL_WORDS - 2), -1):
        word = units[first]
        if word.kind in {UnitKind.STATE, UnitKind.BODY}:
            return first + 1
        if word.kind is not UnitKind.WORD or not word.text.islower() or word.pos or not words.common(word.text):
            break
        if word.lemma in {"state", "side", "chairmanship", "presidency", "member", "government"}:
            break
    return at


def _modifier(units: Sequence[Unit], at: int, head: int) -> bool:
    unit = units[at]
    if unit.kind is not UnitKind.WORD:
        return False
    if unit.text.lower() in words.around_posts("mod"):
        return True
    if words.courtesy(unit) or not words.capital(unit) or heads.is_head_word(units, at):
        return False
    opens = at == 0 and unit.pos in {"VBD", "VBG", "VBZ", "VB", "RB"}
    return words.common(unit.text) and unit.text.lower() not in words.around_posts("marker") and not opens


def _both(units: Sequence[Unit], at: int, head: int) -> bool:
    """Whether "and" joins two fields of one minister: "Trade and Industry Minister"."""
    minister = "minister" in units[head].text.lower() or units[head].text.lower().startswith("secretar")
    return minister and at < head and _modifier(units, at - 2, head) and not heads.ends_title(units, at - 1)


def _owner_before(units: Sequence[Unit], at: int, floor: int) -> int | None:
    """The unit of the state, body or place right before, in the possessive or as an adjective."""
    if at - 1 < floor:
        return None
    if units[at - 1].kind in _NAMES:
        return at - 1
    if units[at - 1].text in _OWNED and at - 2 >= floor and units[at - 2].kind in _NAMES:
        return at - 2
    return None


def _markers(units: Sequence[Unit], first: int, floor: int) -> tuple[int, frozenset[str], bool]:
    known = words.around_posts("marker")
    at, found, definite = first, set(), False
    while at > floor and units[at - 1].kind is UnitKind.WORD and units[at - 1].text.lower() in known:
        at -= 1
        found.add(known[units[at].text.lower()])
        definite = definite or units[at].text.lower() in {"the", "its", "their"}
    return at, frozenset(found - {""}), definite
