"""Officials of a Chinese text with the posts that it gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from ... import keys
from ...authority.gazetteer import Match
from ...model import BodyKind, Key, LocalId, Official, PostHeld
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..reading import MentionForm, MentionKind
from ..units import UnitKind, kind_of
from . import bodies, words
from .bodies import Body
from .names import Name
from .people import Person, group, linked
from .scene import Scene
from .sharing import Title

_CN = ("CN", "state/CN")


_COURTESY = frozenset({"教授", "院士", "将军", "元帅", "大将", "上将", "中将", "少将"})
"""Titles of courtesy after a name, where no body is named."""


_BARE = frozenset({"大使", "代表", "参赞", "公使", "专家", "学者"})
"""Titles that are no posts where nothing says of whom."""


_EMBASSY = re.compile(r"(?:中国)?驻(?!华)[\u4e00-\u9fff]{1,10}?(?:大使馆|使馆|使团|总领馆)")
_OTHERS = frozenset("国斯坦亚兰罗")
_DIPLOMATS = frozenset({"大使", "参赞", "公使"})

_OF_CHINA = re.compile(r"自治区|省委|市委|区委|县委|省政府|人大常委会|政协")
"""Organs that only China has under these names."""

_LOCAL = ("市长", "州长", "省长", "区长", "县长")
"""Heads of cities and regions."""

_NEVER_CHINESE = ("总统", "首相", "国王", "王储", "国务卿", "埃米尔", "亲王")
"""Posts that China does not have."""

_OF_HOUSE = frozenset(
    {
        "校长", "副校长", "书记", "副书记", "党委书记", "教授", "院长", "副院长", "所长", "副所长", "董事长",
        "副董事长", "总裁", "副总裁", "总经理", "会长", "副会长", "馆长", "社长", "台长", "理事长", "研究员", "学者",
    }
)  # fmt: skip
"""Titles that are held at a house of learning, business or a society, which the text named before."""

_HOUSES = frozenset(
    {
        BodyKind.ACADEMIC_INSTITUTION, BodyKind.COMPANY, BodyKind.NON_GOVERNMENTAL_ORGANISATION, BodyKind.MEDIA_OUTLET,
        BodyKind.ORGANISATION,
    }
)  # fmt: skip


@dataclass(slots=True)
class Officials:
    """Makes officials and posts of the persons of one text."""

    ledger: Ledger
    scene: Scene
    known: Knowledge
    names: Sequence[Name]
    titles: Sequence[Title]
    bodies: Sequence[Body] = ()
    people: list[Person] = field(default_factory=list)
    owner: dict[int, int] = field(default_factory=dict)
    of_person: dict[int, list[Title]] = field(default_factory=dict)
    beside: dict[int, list[Title]] = field(default_factory=dict)

    def note(self) -> None:
        """Keep every person who is called by a post, or is known to hold one, with mentions and posts."""
        self.people = group(self.names)
        self.owner = {name.start: at for at, person in enumerate(self.people) for name in person.names}
        for title in self.titles:
            for holder in title.holders:
                self.beside.setdefault(holder, []).append(title)
            if title.text in _COURTESY and title.seat is None:
                continue
            for holder in title.holders:
                self.of_person.setdefault(self.owner[holder], []).append(title)
        for number, person in enumerate(self.people):
            self._person(number, person)

    def _person(self, number: int, person: Person) -> None:
        titles = self.of_person.get(number, [])
        if not titles and not person.key:
            return
        stated = [self._stated(title) for title in titles]
        seats = [seat[1] for seat in stated if seat is not None]
        person.key = linked(self.known, person, seats, [title.text for title in titles])
        if not titles and not person.key:
            return
        first = next((seat for seat in stated if seat is not None), None)
        held: list[tuple[Title, tuple[str, str] | None]] = []
        for title, seat in zip(titles, stated, strict=True):
            held.append((title, seat or self._implied(title, person, first)))
            first = first or held[-1][1]
        home = next((seat for _, seat in held if seat), None)
        official = self._official(person, home[1] if home else self.scene.document.key)
        self.ledger.officials[number] = official
        for name in person.names:
            self._mention(official, name)
        for title, seat in sorted(held, key=lambda pair: -len(pair[0].text)):
            if seat:
                self._post(official, title, seat)

    def _official(self, person: Person, context: str) -> Official:
        latin = self.known.latin(person.name)
        aliases: tuple[str, ...] = ()
        if person.key:
            latin = self.known.index.label(Key(person.key), "en")
            aliases = (self.known.index.label(Key(person.key), "zh"),)
        key = Key(person.key) if person.key else keys.nil_key("official", latin, context)
        return Official(
            id=self.ledger.official_id(), key=key, name=person.name, name_en=latin, linked=bool(person.key),
            aliases=tuple(a for a in aliases if a not in {person.name, latin}),
        )  # fmt: skip

    def _mention(self, official: Official, name: Name) -> None:
        """Keep a mention: the name with the titles around it."""
        beside = self.beside.get(name.start, [])
        start = min([name.start, *(t.start for t in beside if t.start < name.start)])
        stop = max([name.stop, *(t.stop for t in beside if t.start >= name.stop)])
        at = bisect_left(self.names, name.start, key=lambda other: other.start)
        if at and self.names[at - 1].stop > start:
            start = name.start
        kind, form = MentionKind.OFFICIAL, MentionForm.NAME
        self.ledger.mention((start, stop), kind, form, [official.id], case="", method=name.method, score=0.9)

    def _stated(self, title: Title) -> tuple[str, str] | None:
        """The seat that the words of a title name."""
        if title.seat is None:
            return None
        body = self.known.body(title.seat.entity)
        if body is not None and body.organ_of and body.key.endswith("politburo"):
            body = self.known.body(body.organ_of) or body
        if body is not None:
            return self.known.seat(body)
        if title.seat.entity.startswith("body/"):
            return title.seat.text, title.seat.entity
        if title.seat.entity.startswith("state/"):
            return title.seat.entity.removeprefix("state/"), title.seat.entity
        return None

    def _implied(self, title: Title, person: Person, first: tuple[str, str] | None) -> tuple[str, str] | None:
        """The seat of a title that names none: of the tables, of the person's other titles, or of the text."""
        if person.key:
            at = self.known.seat_of_holder(Key(person.key), title.text)
            if at:
                return self._seat(at)
        if (home := self._of_place(title)) is not None:
            return home
        host = "驻" in self.scene.text[title.start : title.stop]
        if title.text in _BARE and not host and not (first is not None and first[1].startswith("state/")):
            return self._of_embassy(title, person)  # a bare "Ambassador" is no post, but at an embassy
        if (
            "cn" in title.traits
            or _OF_CHINA.search(title.text)
            or title.text.startswith(("中共", "中央", "全国人大", "全国政协"))
        ):
            return _CN
        if first is not None and "state" in title.traits and first[1].startswith("body/cpc-"):
            return _CN
        if first is not None and ("body" not in title.traits or not first[1].startswith("state/")):
            return first
        if person.key and "body" not in title.traits:
            known = self.known.index.person(Key(person.key))
            if known is not None and known.state:
                code = known.state.removeprefix("state/")
                return code, f"state/{code}"
        return self._context(title, person)

    def _of_place(self, title: Title) -> tuple[str, str] | None:
        """The state of the city or region whose head somebody is: 塔什干市市长."""
        match = self.scene.cover.get(title.said) if title.text.endswith(_LOCAL) else None
        place = self.known.index.place(match.entity) if match is not None and kind_of(match) is UnitKind.PLACE else None
        return self._seat(place.state) if place is not None and place.state else None

    def _of_embassy(self, title: Title, person: Person) -> tuple[str, str] | None:
        """China, where the text tells of its embassy (驻某国使馆) and a Chinese is called ambassador."""
        found = _EMBASSY.search(self.scene.text)
        sent = found is not None and self.scene.text[found.start() - 1 : found.start()] not in _OTHERS
        return _CN if sent and title.text in _DIPLOMATS and _is_chinese(person.name) else None

    def _seat(self, key: str) -> tuple[str, str] | None:
        body = self.known.body(key)
        if body is not None:
            return self.known.seat(body)
        return (key.removeprefix("state/"), key) if key.startswith("state/") else None

    def _context(self, title: Title, person: Person) -> tuple[str, str] | None:
        """The last state, or organisation, named before a title that needs one."""
        want_body = "body" in title.traits or re.search(r"问题|事务", title.text) is not None
        foreign = title.text.endswith(_NEVER_CHINESE)
        if title.text in _OF_HOUSE and (house := self._house(title.start)) is not None:
            return house
        if not want_body and not foreign and _is_chinese(person.name):
            return _CN
        near = [m for m in self.scene.matches if m.stop <= title.start]
        owners = (self._owner(m) for m in reversed(near) if want_body)
        held = next((key for key in owners if key and self.known.index.post_of(title.text, Key(key), "zh")), None)
        if held is not None:
            return self._seat(held)
        for match in reversed(near):
            if want_body and match.entity.startswith("body/"):
                body = self.known.body(match.entity)
                if body is not None and body.kind.value in {"InternationalOrganisation", "Organ"}:
                    parent = self.known.body(body.organ_of) if body.organ_of else None
                    return self.known.seat(parent or body)
            state = "" if want_body else self._state(match)
            if state and not (foreign and state == _CN[1]):
                return state.removeprefix("state/"), state
        return None

    def _state(self, match: Match) -> str:
        """The state that a match names, or whose parliament or ministry it names."""
        if match.entity.startswith("state/"):
            return str(match.entity)
        body = self.known.body(match.entity) if match.entity.startswith("body/") else None
        return str(body.state) if body is not None and body.kind is BodyKind.GOVERNMENT_BODY and body.state else ""

    def _owner(self, match: Match) -> str:
        """Key of the organisation that a match names, or of that whose organ it names; empty for others."""
        body = self.known.body(match.entity) if match.entity.startswith("body/") else None
        return str(body.organ_of or body.key) if body is not None else ""

    def _house(self, place: int) -> tuple[str, str] | None:
        """The university, company or society named last before a place."""
        found: list[tuple[int, str, str]] = []
        for match in self.scene.matches:
            body = self.known.body(match.entity) if match.entity.startswith("body/") else None
            if match.stop <= place and body is not None and body.kind in _HOUSES:
                found.append((match.start, *self.known.seat(body)))
        found += [
            (b.start, b.text, str(bodies.key(self.known, b)))
            for b in self.bodies
            if b.stop <= place and b.kind in _HOUSES
        ]
        return max(found)[1:] if found else None

    def _post(self, official: Official, title: Title, seat: tuple[str, str]) -> None:
        org, at = seat
        key, known = self.known.post_key(title.text, Key(at))
        span = (title.said if title.seat is None else title.start, title.stop)
        self.ledger.note(official.id, "post", key, span, "rule:title_beside_name", 0.85)
        shorter = any(
            held.body == at and (held.title.endswith(title.text)) for held in self.ledger.posts_of(official.id)
        )
        if self.ledger.has_post(official.id, key) or shorter:
            return
        self.ledger.grant(
            PostHeld(
                holder=LocalId(official.id), title=title.text, org=org, body=Key(at), key=key, known=known,
                former=title.former,
            )
        )  # fmt: skip


def _is_chinese(name: str) -> bool:
    single, double = words.surnames()
    return "·" not in name and len(name) in (2, 3) and (name[0] in single or name[:2] in double)
