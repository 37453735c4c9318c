"""Titles of posts: head word, what stands before it, what it governs, and where the post is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

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
    owner: Title | None = None
    for at in range(len(units)):
        if at < taken:
            continue
        head = heads.head_at(units, at)
        if head is None:
            continue
        title = None if _modifies(units, at, head) else _title(units, at, head, taken)
        if title is not None:
            title = title if owner is None or owner.last + 1 != title.first else _of_superior(title, owner)
            taken = title.last
            owner = title if _superior_of_next(units, title) else None
            if owner is None:
                yield title


def _superior_of_next(units: Sequence[Unit], title: Title) -> bool:
    """Whether a title only says whose the next one is: "the LU Secretary-General's Special Envoy"."""
    if title.last + 1 >= len(units) or units[title.last].text not in {"'s", "’s"}:
        return False
    ahead = range(title.last + 1, min(title.last + 5, len(units)))
    head = next((i for i in ahead if heads.head_at(units, i) is not None), None)
    return head is not None and all(_modifier(units, i, head) for i in range(title.last + 1, head))


def _of_superior(title: Title, owner: Title) -> Title:
    """A title with the seat of whom it serves, when it names none."""
    traits = title.traits | {t for t in owner.traits if t.startswith("seat:")}
    left = title.left or owner.left or tuple(i for c in owner.right for i in c.names)
    return replace(title, start=owner.start, left=left, traits=frozenset(traits), definite=True)


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
        start = first - 2 - (units[first - 3].text.lower() == "the") if owned and first - 3 >= floor else start
    if units[at].text.lower().startswith("member") and not (governed and (not head.plural or _named(units, last))):
        return None
    return Title(
        start=start,
        first=first,
        head=at,
        headed=at + head.size,
        last=last,
        plural=head.plural,
        traits=head.traits | _served(units, head, left, governed),
        left=left,
        right=governed,
        markers=markers,
        definite=definite,
        generic=generic,
    )


def _served(
    units: Sequence[Unit], head: heads.Head, left: tuple[int, ...], governed: tuple[Complement, ...]
) -> frozenset[str]:
    """The usual seat of those who serve a Secretary-General of no organisation: "Envoy of the Secretary-General"."""
    unnamed = [c for c in governed if not c.names]
    said = [" ".join(u.text.lower() for u in units[c.first : c.last] if u.text != "the") for c in unnamed]
    serves = any(s.startswith(("of secretary-general", "of secretary general")) for s in said)
    named = left or any(units[i].kind is UnitKind.BODY for c in governed if c.preposition != "(" for i in c.names)
    return frozenset({"seat:body/un"}) if serves and not named else frozenset()


def _named(units: Sequence[Unit], at: int) -> bool:
    """Whether a person's name stands here, or may do so."""
    return at < len(units) and (units[at].kind is UnitKind.PERSON or words.namelike(units[at]))


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
        if _modifier(units, at - 1, head) or _own_name(units, at, head, floor):
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
        seat = _of_row(units, at - 2, floor) if row else None
    while named and at > floor and units[at - 1].text.lower() in {"senior", "deputy", "former", "first", "special"}:
        at -= 1
    return at, tuple(reversed(named))


def _own_name(units: Sequence[Unit], at: int, head: int, floor: int) -> bool:
    """Whether a name of its own stands between a body and the head: "LUFF Althea Commander"."""
    between = at == head and at - 2 >= floor and units[at - 2].kind is UnitKind.BODY
    return between and words.namelike(units[at - 1]) and not words.initial(units[at - 1].text)


def _of_row(units: Sequence[Unit], at: int, floor: int) -> int | None:
    """The unit of one more state of a row before a title: "Freedonia's and Arcadia's Foreign Ministers"."""
    if units[at].text in _OWNED and at - 1 >= floor:
        at -= 1
    return at if units[at].kind is UnitKind.STATE else None


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
    bracketed = at - 3 >= floor and units[at - 1].text == ")" and units[at - 3].text == "("
    if bracketed and units[at - 2].kind in _NAMES:
        return at - 2  # "the United Kingdom (UK) Secretary of State"
    return None


def _markers(units: Sequence[Unit], first: int, floor: int) -> tuple[int, frozenset[str], bool]:
    known = words.around_posts("marker")
    at, found, definite = first, set(), False
    while at > floor and units[at - 1].kind is UnitKind.WORD and units[at - 1].text.lower() in known:
        at -= 1
        found.add(known[units[at].text.lower()])
        definite = definite or units[at].text.lower() in {"the", "its", "their"}
    return at, frozenset(found - {""}), definite
