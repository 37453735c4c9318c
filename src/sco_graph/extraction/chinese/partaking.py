"""Whether a party of a sentence takes part in its interaction: rows of states and bodies, guests, those who act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import InteractionType
from ..likeness import TALKS
from ..reading import Mention, MentionForm, MentionKind
from ..triggers import Frame, Trigger
from .passages import Passage

T = InteractionType
_ACTING = re.compile(
    r"^(?:等)?(?:\d|[一二三四五六七八九十]+位)?(?:代表团|代表|方面|驻华使馆|驻华使节|常驻代表|专家|官员|观察团|观察员团|大使|使节|师生|学生|学员|领导|负责人|团队|一行)?(?:代表)?(?:、|和|与|同|及|就|将|在|于|今|昨|近日|日前|\d|联合|共同|举|主办|承办|出席|参加|"
    r"签|对|向|派|会|，|。|应|为|组织|开展|进行|召开|通过|发表|宣布|代表团|的代表|代表|等|驻|$|\n)"
)


def row_end(passage: Passage, party: Mention) -> int:
    """Where the row ends that a party stands in: 甲国、乙国和丙国 ends with 丙国."""
    end = party.stop
    for other in passage.parties:
        if other.start > party.start and _IN_ROW.fullmatch(passage.text[end : other.start]):
            end = max(end, other.stop)
    return end


_IN_ROW = re.compile(
    r"(?:等国?)?的?(?:政府首脑或代表|代表团|代表|领导人|官员|专家|使节|驻华大使|驻华使节|外交官|学者)?(?:、|和|与|及|以及|，以及|，|暨|，和)?"
)
"""What stands between the members of a row."""


def text_before(passage: Passage, mention: Mention) -> str:
    """A few characters before a party."""
    return passage.text[max(passage.sentence.start, mention.start - 3) : mention.start]


def counts(passage: Passage, trigger: Trigger, mention: Mention, own: Sequence[str]) -> bool:
    """Whether a party of the clause takes part: a person; a body or state that acts there."""
    if mention.kind is MentionKind.OFFICIAL:
        return True
    if re.search(r"率(?:领|团)?$", text_before(passage, mention)) and trigger.sense.type is not T.ELECTION_OBSERVATION:
        return False  # 甲率领某处代表团
    if mention.ref in own or (mention.form is MentionForm.DESCRIPTION and mention.stop == trigger.start):
        return False
    text = passage.text
    if (
        mention.kind is MentionKind.STATE
        and trigger.sense.type in TALKS
        and mention.start >= trigger.stop
        and _GUESTS.match(text, mention.stop)
    ):
        return True
    if trigger.sense.frame is Frame.RECEIVE and 0 <= mention.start - trigger.stop <= 1:
        return mention.kind is MentionKind.ORGANISATION
    if mention.kind is MentionKind.STATE and trigger.sense.type in TALKS:
        people = any(m.kind is MentionKind.OFFICIAL for m in passage.parties)
        return not people and mention.stop <= trigger.start
    if re.search(r"(?:在|对|于|赴|来自|抵达|担任|作为|加入)$", text[max(0, mention.start - 2) : mention.start]):
        return text[mention.start - 2 : mention.start] == "来自"
    if mention.kind is MentionKind.STATE:
        return trigger.sense.type is not T.SUMMIT and _state_counts(passage, trigger, mention)
    end = row_end(passage, mention)
    return bool(
        _ACTING.match(text[mention.stop : mention.stop + 6])
        and (end == mention.stop or _ACTING.match(text[end : end + 6]))
    )


def _state_counts(passage: Passage, trigger: Trigger, mention: Mention) -> bool:
    """Whether a state takes part: named in a row, by those who come from it, or as who holds a drill or signs."""
    text = passage.text
    after = text[mention.stop : mention.stop + 6]
    joint = trigger.sense.type in {T.EXERCISE, T.SIGNING, T.OTHER}
    end = row_end(passage, mention)
    if joint and _ACTS_JOINTLY.match(text[end : end + 8]):
        return True
    row = any(m.kind is MentionKind.STATE and m.stop == mention.start - 1 for m in passage.mentions)
    if joint and (_JOINTLY.match(after) or (row and text[mention.start - 1] in "、和与")):
        return True
    return bool(_FROM_STATE.match(after))


_GUESTS = re.compile(
    r"的?[^，。、和与]{0,10}(?:代表团|大使|官员|学者|专家|记者|议员|企业家|青年|使节|代表|客人|来宾)(?:。|，|一行|并|时|就|、|$)"
)
"""Those who come from a state and are received."""
_JOINTLY = re.compile(r"与|和|同|联合|共同|举行|举办|将|签署|两国|三国|军队")
_ACTS_JOINTLY = re.compile(
    r"等?国?(?:军队|武装力量|部队|官兵|运动员|选手|派)?[^，。]{0,4}(?:参演|参加|参与|参赛|举行|举办)"
)
_FROM_STATE = re.compile(
    r"、|和|等国?|的?(?:近|约)?(?:\d+|[一二两三四五六七八九十百千]+)?(?:余|多)?名?(?:学员|学生|青年|选手|运动员|企业家|医生|艺术家|代表|专家|学者|官员|外交官|使节)|驻"
)
