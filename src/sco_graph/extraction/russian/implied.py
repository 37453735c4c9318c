"""Posts that the text gives without saying whose they are.

"К собравшимся обратился Генеральный секретарь СНГ. Сергей Лебедев отметил ...": the
tables know the holder, or the one official beside the title has no other post.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ...model import Key, Official
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..units import UnitKind
from .appointments import Seat, text_of
from .history import History
from .officials import Officials
from .posts import Title, more_states
from .scenes import Analysis, Scene
from .senses import lemmas, sense

_DELEGATIONS = frozenset({"делегация", "ведомство", "министерство", "дипведомство", "миссия"})
_LOOSE = frozenset({"expert", "editor", "member", "observer", "leader", "moderator", "founder"})
"""Kinds of posts that are no sign of who is meant."""


def _set_against(scene: Scene, title: Title) -> bool:
    """ "занимает пост премьер-министра, а в ОДКБ — председателя Совета": of the holder of the title before."""
    before = [t for t in scene.titles if t.last < title.first and t.case == title.case]
    if not before or scene.units[title.first - 1].text not in {"-", "–", "—"}:
        return False
    between = [u.text for u in scene.units[before[-1].last : title.first]]
    return between[:2] == [",", "а"]


_PAIR = 2
_NEAR = 3
"""Sentences back to the holder of a post that the tables know."""
_SHORT = frozenset({"minister", "president", "prime-minister", "secretary", "chair", "monarch"})
_WHOLE = frozenset({"president", "prime-minister", "monarch"})
"""Kinds whose word is the whole title ("президент Казахстана"), as "министр" is not."""
_ENDS = {
    "president": ("president", "chairman-of-state"),
    "monarch": ("monarch", "king", "emir", "sultan"),
    "prime-minister": ("prime-minister", "premier"),
    "minister": ("minister",),
    "secretary": ("secretary-general", "executive-secretary", "security-council-secretary"),
    "chair": (
        "chair",
        "chairman",
        "chairman-of-state",
        "chairman-executive-committee",
        "president",
        "executive-secretary",
    ),
}
"""What the kinds of posts of the tables end with, by the kinds of the lexicon."""
_MANY = ("государств", "стран", "правительств", "ведомств", "министерств", "делегаци")


def of_many(scene: Scene, title: Title) -> bool:
    """ "главы восьми государств": a group, whatever the number of the word seems to be."""
    after = scene.units[title.head + 1 : title.head + 4]
    if any(u.text.lower() in {"двух", "обеих", "обоих", "наших"} for u in after):
        return False
    return any(u.number == "plur" and u.lemma.startswith(_MANY) for u in after)


@dataclass(slots=True)
class Implied:
    """Finds whose a title is; ``named`` has the local id of the official that is named at a token."""

    ledger: Ledger
    analysis: Analysis
    known: Knowledge
    officials: Officials
    history: History
    named: Mapping[int, str]

    def holder(self, scene: Scene, title: Title) -> str:
        """Local id of the holder, who is given the post; or nothing."""
        if of_many(scene, title):
            return ""
        seats = self.officials.seats
        seat = seats.of_title(scene.units, title) or seats.of_head(scene, title)
        if seat is None:
            return self._in_sentence(scene, title) or self._beside(scene, title, None)
        return (
            self._by_tenure(scene, title, seat) or self._serving(scene, title, seat) or self._beside(scene, title, seat)
        )

    def members(self, scene: Scene, title: Title) -> list[str]:
        """Local ids of as many people, named next, as the plural title has states; each is given the post of one.

        "Встретились министры иностранных дел Кыргызстана и Китая. Иванов и Петров ...".
        """
        units = scene.units
        states = [*title.own[-1:], *more_states(units, title)]
        after = self.analysis.scenes[scene.number + 1 : scene.number + 2]
        if len(states) < _PAIR or not after:
            return []
        people = [i for i, u in enumerate(after[0].units) if u.kind is UnitKind.PERSON][: len(states)]
        between = [u for a, b in pairwise(people) for u in after[0].units[a + 1 : b]]
        if len(people) != len(states) or any(u.text.lower() not in {",", "и"} for u in between):
            return []
        refs = [self.named[after[0].units[i].first] for i in people]
        if any(self.ledger.posts_of(ref) for ref in refs):
            return []
        first = self.officials.seats.of_title(units, title)
        for ref, at in zip(refs, states, strict=True):
            own = units[at].ref if units[at].kind is UnitKind.STATE else first.key if first is not None else ""
            if first is not None and own:
                seat = replace(first, org=own.removeprefix("state/"), key=Key(own)) if own != first.key else first
                self.officials.grant(self._official(ref), scene, title, seat, "rule:posts_in_order", 0.7)
        return refs

    def known_to_hold(self, scene: Scene, title: Title) -> list[str]:
        """Two or more named lately whom the tables have in such posts: "Президенты условились"."""
        text, date = text_of(title, scene.units, None), self.analysis.published
        near = dict.fromkeys(h.ref for h in self.history.since(scene.number - _NEAR))
        able = [o for ref in near if (o := self._official(ref)).linked]
        refs = [str(o.id) for o in able if self.known.seat_of_holder(o.key, text, date)]
        return refs if len(refs) > 1 and not title.own else []

    def the_two(self, scene: Scene, title: Title, able: Collection[str]) -> list[str]:
        """Both people whom the text has named so far, of whom one has such a post: "лидеры", "главы государств"."""
        named = list(self.history.last)
        after = scene.units[title.last].text if title.last < len(scene.units) else ""
        bare = not title.own and not title.other and title.last - title.first <= _PAIR and after not in {"-", "–", "—"}
        told = bare and title.number == "plur" and title.case == "nomn"
        heads = title.kind == "head" and scene.units[title.last - 1].lemma in _DELEGATIONS
        return named if told and len(named) == _PAIR and (heads or set(named) & set(able)) else []

    def _serving(self, scene: Scene, title: Title, seat: Seat) -> str:
        """The one official whom the tables have in such a post of this seat ("российский лидер")."""
        said = sense(lemmas(text_of(title, scene.units, seat)))
        kinds = said.kinds or ({title.kind} if title.kind in _SHORT else frozenset())
        ends = frozenset(end for kind in kinds for end in _ENDS.get(kind, ()))
        if not ends or title.number == "plur":
            return ""
        able = [
            o.id
            for o in self.ledger.officials.values()
            if o.linked and self.known.serves(o.key, seat.key, ends, self.analysis.published)
        ]
        if len(able) != 1:
            return ""
        whole = title.kind in _WHOLE or any(scene.units[i].kind is UnitKind.BODY for i in title.own)
        if not said.kinds and (whole or title.last - title.first > 1 + len(title.own)):
            self.officials.grant(self._official(able[0]), scene, title, seat, "rule:post_by_tenure", 0.7)
        return able[0]

    def also(self, scene: Scene, title: Title) -> bool:
        """Whether the holder of the title before has this one too: "Президент ..., он же Председатель ..."."""
        between = [u.lemma for u in scene.units[max(0, title.first - 2) : title.first]]
        last = next(iter(self.history.since(scene.number)), None)
        seat = self.officials.seats.of_title(scene.units, title)
        again = between == ["он", "же"] or _set_against(scene, title)
        if not again or seat is None or last is None:
            return False
        self.officials.grant(self._official(last.ref), scene, title, seat, "rule:post_also", 0.8)
        return True

    def _by_tenure(self, scene: Scene, title: Title, seat: Seat) -> str:
        """The official whom the tables have in this post on the day of the document."""
        key, known = self.known.post_key(text_of(title, scene.units, seat), seat.key)
        if not known:
            return ""
        for official in self.ledger.officials.values():
            if official.linked and self.known.has_held(official.key, key, self.analysis.published):
                self.officials.grant(official, scene, title, seat, "rule:post_by_tenure", 0.8)
                return official.id
        return ""

    def _in_sentence(self, scene: Scene, title: Title) -> str:
        """An official of this sentence whom the tables have in such a post: "занимает пост премьер-министра"."""
        text, date = text_of(title, scene.units, None), self.analysis.published
        far = _NEAR if title.case == "nomn" else 0
        for ref in dict.fromkeys(h.ref for h in self.history.since(scene.number - far)):
            official = self._official(ref)
            key = self.known.seat_of_holder(official.key, text, date) if official.linked else ""
            seat = self.officials.seats.of_key(key)
            if seat is not None:
                self.officials.grant(official, scene, title, seat, "rule:post_by_tenure", 0.7)
                return ref
        return ""

    def _beside(self, scene: Scene, title: Title, seat: Seat | None) -> str:
        """The one official in the sentence before, or at the head of the next, to whom the text gives no post."""
        told = title.case == "nomn" or (seat is not None and title.kind in _WHOLE)
        if not told or title.kind in _LOOSE:
            return ""
        seats = self.officials.seats
        official = self._before(scene) or self._after(scene)
        if official is None:
            return ""
        text = text_of(title, scene.units, None)
        known = self.known.seat_of_holder(official.key, text) if official.linked else ""
        if seat is None and not known and sense(lemmas(text)).kinds:
            return official.id  # "руководитель государства" says nothing of which
        seat = seat or seats.of_key(known) or seats.of_likes(scene, title) or seats.before(scene, title)
        if seat is None:
            return ""
        self.officials.grant(official, scene, title, seat, "rule:post_beside", 0.6)
        return official.id

    def _before(self, scene: Scene) -> Official | None:
        near = dict.fromkeys(h.ref for h in self.history.since(scene.number - 1))
        free = [official for ref in near if (official := self._without_post(ref)) is not None]
        return free[0] if len(free) == 1 else None

    def _after(self, scene: Scene) -> Official | None:
        after = self.analysis.scenes[scene.number + 1 : scene.number + 2]
        if not after or not after[0].units or after[0].units[0].kind is not UnitKind.PERSON:
            return None
        return self._without_post(self.named[after[0].units[0].first])

    def _without_post(self, ref: str) -> Official | None:
        return None if self.ledger.posts_of(ref) else self._official(ref)

    def _official(self, ref: str) -> Official:
        return self.ledger.by_id[ref]
