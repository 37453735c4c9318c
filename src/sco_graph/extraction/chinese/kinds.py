"""The type and the mode of an interaction, where the words about its trigger say more than the trigger itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import InteractionType, Mode
from ..drafts import Claim, Standing
from ..likeness import TALKS
from ..reading import MentionKind
from ..triggers import Frame, Trigger
from .passages import Passage

T = InteractionType

_VIDEO = re.compile(r"视频|屏幕|隔空|云上|线上|在线|云端|连线|网络方式")
_VIDEO_HELD = re.compile(r"(?:会议|连线)?(?:方式|形式)?(?:举行|召开|举办)的")
"""Words that say of a gathering how it was held: 以视频方式举行的会议."""
_PHONE = re.compile(r"电话|通话")


def kind(passage: Passage, trigger: Trigger, known: InteractionType, parts: Sequence[object]) -> InteractionType:
    """The type: talks of three and more sides in one place are multilateral where the words say 三方 and the like."""
    before = passage.text[max(passage.sentence.start, trigger.start - 4) : trigger.start]
    if known is T.MULTILATERAL_MEETING and re.search(r"部长|外长|防长", passage.text[trigger.start : trigger.stop]):
        sides = [m for m in passage.mentions if m.kind is MentionKind.STATE and 0 <= trigger.start - m.stop <= 4]
        if len({m.ref for m in sides}) == _SIDES and "理事会" not in passage.text[trigger.start : trigger.stop]:
            return T.MEETING
    return T.MULTILATERAL_MEETING if known is T.MEETING and re.search(r"三方|四方|多边", before) else known


_SIDES = 2


def mode(passage: Passage, trigger: Trigger, known: InteractionType, standing: Standing) -> Claim | None:
    """How people came together; nothing where no word says it."""
    given = trigger.sense.mode
    if trigger.sense.frame is Frame.RECALL and given is None and standing is Standing.MENTIONED:
        return None
    if given is not None:
        return Claim(value=given, start=trigger.start, stop=trigger.stop, rule=trigger.name)
    if known is T.LETTER:
        return Claim(value=Mode.WRITTEN, start=trigger.start, stop=trigger.stop, rule="rule:letter")
    clause = passage.clause(trigger.start)
    found = _VIDEO.search(passage.text, clause.start, clause.stop)
    plainly = found and _VIDEO_HELD.match(passage.text, found.end(), trigger.start)
    if (
        found
        and (standing is not Standing.MENTIONED or plainly)
        and not passage.text[found.end() :].startswith(("致辞", "发言", "表示", "贺"))
    ):
        return Claim(value=Mode.VIDEO, start=found.start(), stop=found.end(), rule="rule:video")
    found = _PHONE.search(passage.text, clause.start, clause.stop)
    if found and known in TALKS:
        return Claim(value=Mode.PHONE, start=found.start(), stop=found.end(), rule="rule:phone")
    return None
