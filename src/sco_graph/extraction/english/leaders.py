"""Who leads a mission by a verb, where a text then speaks of its head: "A leads the Mission. The Head of Mission"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..units import Unit, UnitKind
from .scenes import Scene
from .titles import Title

_LEADS = frozenset({"leads", "led", "leading", "heads", "headed", "heading"})
_BASE = frozenset({"lead", "head"})
_HEADS = frozenset({"head", "leader", "chief"})
_REACH = 9


def headed(scenes: Sequence[Scene]) -> Iterator[tuple[int, Scene, Title, int]]:
    """Number of a person, scene and title of "the Head of the Mission" alone, and the unit of the mission."""
    led = dict(_led(scenes))
    for scene in scenes if led else ():
        bound = {h.title.head for h in scene.holdings}
        for title in scene.titles:
            if title.head in bound or scene.units[title.head].text.lower() not in _HEADS:
                continue
            named = [i for c in title.right for i in c.names] + list(title.left)
            at = next((i for i in named if scene.units[i].ref in led), None)
            if at is not None:
                yield led[scene.units[at].ref], scene, title, at


def _led(scenes: Sequence[Scene]) -> Iterator[tuple[str, int]]:
    """References of missions with the numbers of those who are said to lead them."""
    for scene in scenes:
        for at, unit in enumerate(scene.units):
            if unit.kind is not UnitKind.WORD or not _leads(scene.units, at):
                continue
            by = at + 1 < len(scene.units) and scene.units[at + 1].text == "by"
            before = [u for u in scene.units[:at] if u.kind in {UnitKind.PERSON, UnitKind.BODY}]
            behind = [u for u in scene.units[at + 1 : at + _REACH] if u.kind in {UnitKind.PERSON, UnitKind.BODY}]
            leader = _first(behind if by else list(reversed(before)), UnitKind.PERSON)
            mission = _first(list(reversed(before)) if by else behind, UnitKind.BODY)
            if leader is not None and mission is not None and "Mission" in mission.text + mission.ref.title():
                yield mission.ref, int(leader.ref)


def _leads(seen: Sequence[Unit], at: int) -> bool:
    """Whether a word is the verb: "leads", "headed", "will head", but not "head of the mission"."""
    word = seen[at].text.lower()
    before = seen[at - 1].pos if at else ""
    return word in _LEADS or (word in _BASE and (before == "MD" or seen[at - 1].text.lower() == "to"))


def _first(seen: Sequence[Unit], kind: UnitKind) -> Unit | None:
    return next((u for u in seen if u.kind is kind), None)
