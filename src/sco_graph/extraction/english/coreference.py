"""To whom titles alone, pronouns and words such as "the parties" refer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...model import Official, PostHeld
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..lexicon import rows
from ..naming import organisation
from ..reading import MentionForm, MentionKind
from ..units import UnitKind
from .scenes import Analysis, Scene
from .seats import Seat, Seats
from .titles import Title

_FEW = 3
"""People of whom two may be "the parties"; of more, nobody can tell who they are."""
_NEAR = 8
"""Sentences back in which a pronoun finds its person."""


class Coreference:
    """Resolves references of one text, sentence by sentence."""

    def __init__(
        self, ledger: Ledger, analysis: Analysis, known: Knowledge, seats: Seats, persons: dict[int, Official]
    ) -> None:
        self.ledger, self.analysis, self.known, self.seats = ledger, analysis, known, seats
        self.persons = persons
        self.recent: list[tuple[int, int]] = []
        """Sentence and number of persons, latest last."""
        self.subject: int | None = None
        self.called = _called(analysis)
        self._lower = ledger.text.lower()
        self._written: dict[tuple[str, tuple[str, ...]], bool] = {}
        """Whether the text has a head and a name side by side."""

    def resolve(self) -> None:
        """Note every reference of the text."""
        for index, scene in enumerate(self.analysis.scenes):
            subject: int | None = None
            firm = False
            bound = {h.title.head for h in scene.holdings}
            titles = {t.first: t for t in scene.titles if t.head not in bound}
            at = 0
            while at < len(scene.units):
                unit, who = scene.units[at], None
                if unit.kind is UnitKind.PERSON:
                    who = int(unit.ref)
                elif at in titles and not titles[at].plural:
                    who = self._title(scene, titles[at])
                    at = max(at, titles[at].last - 1) if who is not None else at
                elif unit.kind is UnitKind.WORD and unit.text.lower() in _PRONOUNS:
                    who = self._pronoun(scene, at, index)
                elif unit.text.lower() == "latter" and at and scene.units[at - 1].text.lower() == "the":
                    who = self._latter(scene, at, index)
                elif unit.kind is UnitKind.WORD:
                    self._group(scene, at, titles)
                    self._organ(scene, at)
                if who is not None:
                    self.recent.append((index, who))
                    by_them = subject is None and unit.kind is UnitKind.PERSON and self._agent(scene, at)
                    if not by_them and (subject is None or (not firm and self._before_verb(scene, at))):
                        subject, firm = who, self._before_verb(scene, at)
                at += 1
            self.subject = subject if subject is not None else self.subject

    def _agent(self, scene: Scene, at: int) -> bool:
        """Whether "by" stands before a person of whose doing a participle tells: "the plan proposed by Ivan Testov"."""
        start = next((h.title.start for h in scene.holdings if h.person == at and h.title.last <= at), at)
        return (
            start > 1 and scene.units[start - 1].text.lower() == "by" and scene.units[start - 2].pos in {"VBD", "VBN"}
        )

    def _before_verb(self, scene: Scene, at: int) -> bool:
        """Whether a finite verb follows, adverbs apart: the person is its subject."""
        following = [u for u in scene.units[at + 1 : at + 5] if u.pos != "RB" and u.text not in {",", "in", "turn"}]
        start = next((h.title.start for h in scene.holdings if h.person == at and h.title.last <= at), at)
        if start and scene.units[start - 1].text.lower() in {"by", "of", "with", "from", "for"}:
            return False  # "the plan proposed by the President Ivan Testov has"
        return bool(following) and following[0].pos in {"VBD", "VBZ", "MD", "AUX"}

    def _title(self, scene: Scene, title: Title) -> int | None:
        """The person of the text whose post a title alone names."""
        seat = self.seats.of_title(scene, title) or self._generic(scene, title)
        head = " ".join(u.text.lower() for u in scene.units[title.head : title.headed]).replace("-", " ")
        head = title.stands_for.lower().replace("-", " ") or head
        mods = {u.text.lower() for u in scene.units[title.first : title.head] if u.kind is UnitKind.WORD} - {"the"}
        order = [n for _, n in reversed(self.recent)]
        order += [n for n in self.persons if n not in order]
        if head in _GENERIC:
            order = list(self.persons)
        fit = [n for n in dict.fromkeys(order) if self._holds(n, head, mods, seat.key if seat else "")]
        if not fit and seat is not None and not title.former:
            fit = self._by_tables(scene, title, seat)
        if not fit or (not title.definite and not title.left and not seat and scene.units[title.head].text.islower()):
            return None
        index = next(i for i, other in enumerate(self.analysis.scenes) if other is scene)
        here = {n for i, n in self.recent if i == index}
        here |= {int(u.ref) for u in scene.units[title.last :] if u.kind is UnitKind.PERSON}
        away = [n for n in fit if n not in here]
        fit = away if away and seat is None and head not in _GENERIC else fit  # "in talks with X, the Minister said"
        able = [n for n in fit if self._exact(n, head)] or fit
        who = self.subject if seat is None and self.subject in able and self.subject not in here else able[0]
        self._mention(scene, title.first, title.last, [self.persons[who].id], MentionForm.POST, "rule:title_alone")
        return who

    def _generic(self, scene: Scene, title: Title) -> Seat | None:
        """The seat of "the country's President": the state or body named last before."""
        kind = {"state": UnitKind.STATE, "body": UnitKind.BODY}.get(title.generic)
        scenes = self.analysis.scenes
        for other in reversed(scenes[: scenes.index(scene) + 1]) if kind is not None else ():
            stop = title.first if other is scene else len(other.units)
            found = next((u.ref for u in reversed(other.units[:stop]) if u.kind is kind), "")
            if found:
                return self.seats.of_ref(found)
        return None

    def _by_tables(self, scene: Scene, title: Title, seat: Seat) -> list[int]:
        """The one named person whom the tables have in the post that a title alone names, which the text then gives."""
        if title.plural or any(b in title.traits for b in ("weak", "like")):
            return []
        words = self.seats.text(scene, title, seat)
        fit = [
            n for n, p in self.persons.items() if p.linked and self.known.seat_of_holder(p.key, words) == str(seat.key)
        ]
        if len(fit) != 1:
            return []
        person = self.persons[fit[0]]
        key, known = self.known.post_key(words, seat.key)
        span = self.analysis.span(scene, title.first, title.last)
        if not any(post.body == seat.key for post in self.ledger.posts_of(person.id)):
            self.ledger.note(person.id, "post", key, span, "rule:title_alone_by_tables", 0.6)
            self.ledger.grant(
                PostHeld(holder=person.id, title=words, org=seat.org, body=seat.key, key=key, known=known, former=False)
            )
        return fit

    def _holds(self, number: int, head: str, mods: set[str], seat: str) -> bool:
        if head in _STANDING:
            posts = self.ledger.posts_of(self.persons[number].id)
            return any(p.title.lower().startswith(_STANDING[head]) and (not seat or seat == p.body) for p in posts)
        if head in _GENERIC:
            return any(post.body == seat for post in self.ledger.posts_of(self.persons[number].id)) if seat else False
        for post in self.ledger.posts_of(self.persons[number].id):
            words = post.title.lower().replace("-", " ")
            alike = head in words and all(m.replace("-", " ") in words or m in _EQUAL for m in mods)
            if alike and (not seat or seat == post.body or seat.split("/")[-1] in post.body):
                return True
        if not seat and any(
            head in called and all(m in called or m in _EQUAL for m in mods) for called in self.called.get(number, ())
        ):
            return True
        return head in {"ambassador", "minister", "president", "general"} and self._addressed(number, head) and not seat

    def _exact(self, number: int, head: str) -> bool:
        """Whether the head is that of a whole title: "Secretary-General" before "Deputy Secretary-General"."""
        return any(
            p.title.lower().replace("-", " ").startswith(head) for p in self.ledger.posts_of(self.persons[number].id)
        )

    def _addressed(self, number: int, head: str) -> bool:
        parts = tuple(self.analysis.people.all[number].parts)
        if (head, parts) not in self._written:
            called = f"{head} {parts[-1]}".lower(), f"{head} {' '.join(parts)}".lower()
            self._written[head, parts] = any(name in self._lower for name in called)
        return self._written[head, parts]

    def _latter(self, scene: Scene, at: int, index: int) -> int | None:
        """ "The latter": whoever was named last before it."""
        before = [n for i, n in self.recent if i >= index - 1]
        who = before[-1] if len(set(before)) > 1 else None
        if who is not None:
            self._mention(scene, at, at + 1, [self.persons[who].id], MentionForm.DESCRIPTION, "rule:the_latter")
        return who

    def _pronoun(self, scene: Scene, at: int, index: int) -> int | None:
        word = scene.units[at].text.lower()
        gender = _PRONOUNS[word]
        others = self._counterparts(scene)
        able = [
            n
            for i, n in reversed(self.recent)
            if index - i <= _NEAR and i < index and self._agrees(n, gender) and n not in others
        ]
        here = [n for i, n in self.recent if i == index and self._agrees(n, gender)]
        leading = self.subject if self.subject is not None and self._agrees(self.subject, gender) else None
        leading = None if leading in others else leading
        who = here[0] if here else leading if leading is not None and leading in able else able[0] if able else None
        said = at > 1 and [u.text.lower() for u in scene.units[at - 2 : at]] == ["according", "to"]
        if who is not None and (word in {"he", "she"} or said):
            self._mention(scene, at, at + 1, [self.persons[who].id], MentionForm.PRONOUN, "rule:pronoun")
        return who if word in {"he", "she"} else None

    def _counterparts(self, scene: Scene) -> frozenset[int]:
        """Persons who are somebody's counterpart in a sentence: "he thanked his Freedonian counterpart" is not they."""
        states = {
            u.ref
            for u, following in pairwise(scene.units)
            if u.kind is UnitKind.STATE and following.text.lower() in {"counterpart", "colleague", "peer"}
        }
        posts = ((n, post.body) for n, p in self.persons.items() for post in self.ledger.posts_of(p.id))
        return frozenset(n for n, body in posts if str(body) in states)

    def _agrees(self, number: int, gender: str) -> bool:
        known = self.analysis.people.all[number].gender
        return not known or known == gender

    def _group(self, scene: Scene, at: int, titles: dict[int, Title]) -> None:
        """ "The parties", "both ministers": two officials named so far."""
        word = scene.units[at].text.lower()
        before = scene.units[at - 1].text.lower() if at else ""
        if (
            (word == "they" and not (at and scene.units[at - 1].kind is UnitKind.MARK and before != ","))
            or (word in _groups() and before in {"the", "two", "both", "2"} and not self._of(scene, at))
            or (
                word == "two"
                and before == "the"
                and at + 1 < len(scene.units)
                and scene.units[at + 1].pos in {"VBD", "VBZ"}
            )
        ):
            self._sides(scene, at, at + 1)

    def _of(self, scene: Scene, at: int) -> bool:
        """Whether the words go on ("the ministers of defence") and so mean others than both sides."""
        return at + 1 < len(scene.units) and scene.units[at + 1].text == "of"

    def _sides(self, scene: Scene, first: int, last: int) -> None:
        numbers = list(dict.fromkeys(n for _, n in self.recent))
        if 2 <= len(numbers) <= _FEW:
            ids = [self.persons[n].id for n in numbers[:2]]
            self._mention(scene, first, last, ids, MentionForm.DESCRIPTION, "rule:sides")

    def _organ(self, scene: Scene, at: int) -> None:
        """ "The Secretariat": the organ of the organisation that the text names first."""
        unit = scene.units[at]
        before = scene.units[at - 1].text.lower() if at else ""
        if unit.text != "Secretariat" or before not in {"the", "our", ")", "its"}:
            return
        for owner in list(self.ledger.organisations):
            key = self.known.organ_behind(unit.text, owner) if owner.startswith("body/") else ""
            found = organisation(self.ledger, self.known, key) if key else None
            if found is not None:
                kind, span = MentionKind.ORGANISATION, self.analysis.span(scene, at, at + 1)
                self.ledger.mention(
                    span, kind, MentionForm.DESCRIPTION, [found.id], case="", method="rule:organ_alone", score=0.7
                )
                return

    def _mention(self, scene: Scene, first: int, last: int, refs: Sequence[str], form: MentionForm, rule: str) -> None:
        span = self.analysis.span(scene, first, last)
        self.ledger.mention(span, MentionKind.OFFICIAL, form, refs, case="", method=rule, score=0.75)


_PRONOUNS = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_GENERIC = frozenset({"chief", "counterpart", "diplomat", "official", "leader", "politician"})
_STANDING = {
    "head of state": ("president", "king", "emir", "sultan", "supreme leader"),
    "head of the state": ("president", "king", "emir", "sultan", "supreme leader"),
    "head of the government": ("prime minister", "premier", "chancellor"),
    "head of government": ("prime minister", "premier", "chancellor"),
}
_EQUAL = frozenset({"sco", "foreign", "external", "newly", "new"})


def _called(analysis: Analysis) -> dict[int, tuple[str, ...]]:
    """The titles that stand beside each person, in lower case, whether they give a post or not."""
    found: dict[int, list[str]] = {}
    for scene in analysis.scenes:
        for holding in scene.holdings:
            said = " ".join(u.text.lower() for u in scene.units[holding.title.first : holding.title.last])
            found.setdefault(int(scene.units[holding.person].ref), []).append(said.replace("-", " "))
    return {number: tuple(dict.fromkeys(said)) for number, said in found.items()}


def _groups() -> frozenset[str]:
    return frozenset(word for word, _ in rows("en", "groups", 2))
