"""Posts in English and Chinese: a title of the tables right beside a name, with the state or body beside the title.

"SCO Secretary-General Vladimir Norov", "Vladimir Norov, Secretary-General of the SCO", 上合组织秘书长张明.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..authority.gazetteer import Match
from ..model import Key
from .knowledge import Knowledge
from .units import UnitKind, kind_of

_COURTESY = re.compile(r"[\s,]*(?:(?:H\.\s?E\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Ambassador)\s*)*")
_OF = re.compile(r"\s*(?:(?:of|to|at|for)\s+)?(?:the\s+)?", re.IGNORECASE)
_BESIDE = re.compile(r"(?:['’]s?)?\s*|的")
_APPOSED = re.compile(r",\s*(?:(?:the|an?)\s+)?")
_CLOSED = re.compile(r"\s*(?:[,.;()]|$|and\b)")
_WORDS = r"(?P<name>[^\W\d_a-z][\w'’-]+(?:\s(?:[^\W\d_a-z]\.|[^\W\d_a-z][\w'’-]+)){1,3})"
_NAME = re.compile(_WORDS)
_APPOSED_NAME = re.compile(rf"{_WORDS}{_APPOSED.pattern}$")
_FAR = 60
"""Characters that a name before a title may be long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A post of the person named at ``[start, stop)``: its title, where it is held, and its words."""

    start: int
    stop: int
    title: str
    org: str
    seat: Key
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seated:
    """A title with its state or body; ``seat`` is empty where the words name none."""

    start: int
    stop: int
    title: str
    org: str
    seat: str


def titled(text: str, found: Sequence[Match], known: Knowledge) -> tuple[Titled, ...]:
    """Posts of the persons among the names found, and of persons that only a title before them tells, in order."""
    seated = [_seated(text, title, found, known) for title in known.gazetteer.titles_text(text)]
    people = [m for m in found if kind_of(m) is UnitKind.PERSON]
    posts: list[Titled] = []
    for title in seated:
        person = _before(text, title, people) or _after(text, title, people)
        where = (person.start, person.stop) if person else _unknown(text, title, found)
        place = _place(title, person.entity if person else "", known) or _last(title, found, known)
        if where and place:
            span = (title.start, title.stop)
            posts.append(
                Titled(start=where[0], stop=where[1], title=title.title, org=place[0], seat=Key(place[1]), span=span)
            )
    return tuple(sorted(posts, key=lambda post: post.start))


def _seated(text: str, title: Match, found: Sequence[Match], known: Knowledge) -> _Seated:
    """The title with the state or body right before it, or after "of"."""
    start, stop, said = title.start, title.stop, title.text
    for name in found:
        if kind_of(name) not in {UnitKind.STATE, UnitKind.BODY}:
            continue
        inside = name.start < title.start < name.stop  # 中国外交部, of which 外交部副部长 begins within
        if inside or (name.stop <= title.start and _BESIDE.fullmatch(text[name.stop : title.start])):
            org, seat = _seat(name.entity, known)
            return _Seated(start=name.start, stop=stop, title=said, org=org, seat=seat)
        if name.start > title.stop and _OF.fullmatch(text[title.stop : name.start]):
            org, seat = _seat(name.entity, known)
            return _Seated(start=start, stop=name.stop, title=said, org=org, seat=seat)
    return _Seated(start=start, stop=stop, title=said, org="", seat="")


def _seat(entity: str, known: Knowledge) -> tuple[str, str]:
    body = known.body(entity)
    if body is not None:
        return known.seat(body)
    return (entity.removeprefix("state/"), entity) if entity.startswith("state/") else ("", "")


def _place(title: _Seated, person: str, known: Knowledge) -> tuple[str, str] | None:
    """Where the post is held: by its words, else by the tables."""
    if title.seat:
        return title.org, title.seat
    key = known.seat_of_holder(person, title.title) if person else ""
    return _seat(key, known) if key else None


def _last(title: _Seated, found: Sequence[Match], known: Knowledge) -> tuple[str, str] | None:
    """The state, or the body, named last before a title that names none."""
    kind = known.index.titles.kind_of(title.title, known.language)
    wanted = UnitKind.STATE if kind is not None and kind.at == "state" else UnitKind.BODY
    near = [m for m in found if m.stop <= title.start and kind_of(m) is wanted and not m.entity.startswith("gov")]
    return _seat(near[-1].entity, known) if near else None


def _before(text: str, title: _Seated, people: Sequence[Match]) -> Match | None:
    """The person named right after the title."""
    return next((p for p in people if p.start >= title.stop and _COURTESY.fullmatch(text[title.stop : p.start])), None)


def _after(text: str, title: _Seated, people: Sequence[Match]) -> Match | None:
    """The person named right before the title, set off by a comma."""
    if not _CLOSED.match(text, title.stop):
        return None
    return next((p for p in people if p.stop < title.start and _APPOSED.fullmatch(text[p.stop : title.start])), None)


def _unknown(text: str, title: _Seated, found: Sequence[Match]) -> tuple[int, int] | None:
    """A name that the tables lack right after a title, or before it and a comma: two to four words with capitals."""
    gap = _COURTESY.match(text, title.stop)
    name = _NAME.match(text, gap.end()) if gap and gap.end() > title.stop and "," not in gap.group() else None
    name = name or _APPOSED_NAME.search(text, max(0, title.start - _FAR), title.start)
    if name is None or any(m.start < name.end("name") and name.start("name") < m.stop for m in found):
        return None
    return name.span("name")
