"""Meetings of ministers and other heads that an organisation has as organs, whether the tables have them or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import BodyKind, Key
from .scene import Scene

_WHO = (
    r"[^，。；、“”《》（）\n第与和的在]{0,14}?"
    r"(?:部长|总长|参谋长|院长|局长|署长|检察长|领导人|负责人|高官|秘书|主任|行长|司长|议长)"
)
_SESSION = re.compile(
    rf"成员国(?:第[^，。]{{1,6}}[次届])?(?:例行)?(?P<who>{_WHO})"
    r"(?:第[^，。]{1,6}[次届])?(?:例行)?(?P<what>会议|会晤)(?!室|厅|机制|中心)"
)
_INTERNATIONAL = frozenset({BodyKind.INTERNATIONAL_ORGANISATION, BodyKind.ORGAN})


@dataclass(frozen=True, slots=True)
class Assembly:
    """A meeting at ``[start, stop)``: its name without a number, its organisation up to ``named``, its key if known."""

    start: int
    stop: int
    text: str
    owner: str
    named: int
    known: str


def find(scene: Scene) -> Iterator[Assembly]:
    """Meetings whose names begin with that of an organisation, in order of place."""
    for match in scene.matches:
        body = scene.known.body(match.entity) if match.entity.startswith("body/") else None
        found = _SESSION.match(scene.text, match.stop) if body is not None and body.kind in _INTERNATIONAL else None
        if found is None or body is None:
            continue
        name = f"{match.text}成员国{found['who']}{found['what']}"
        yield Assembly(match.start, found.end(), name, str(body.key), match.stop, _known(scene, str(body.key), found))


def _known(scene: Scene, owner: str, found: re.Match[str]) -> str:
    """Key of the meeting, where the tables have it by one of the organisation's names."""
    names = [name.text for name in scene.known.index.names_of(Key(owner), "zh")]
    written = (f"{name}{member}{found['who']}{found['what']}" for name in names for member in ("成员国", ""))
    return next((str(keys[0]) for text in written if (keys := scene.known.index.find(text, "body"))), "")
