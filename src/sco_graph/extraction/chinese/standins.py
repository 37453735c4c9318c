"""Who is meant by words that name nobody (双方, 元首们), and which bodies give way to their people."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ...model import BodyKind, InteractionType, Organisation, Role
from ..drafts import Part, Standing, joined
from ..likeness import TALKS
from ..reading import MentionKind, Reading
from ..triggers import Trigger
from .passages import Passage

T = InteractionType


def theirs(passage: Passage, start: int) -> bool:
    """Whether people whom nothing names are the subject of a clause, or of the one before that it goes on with."""
    before = next((c for c in reversed(passage.clauses) if c.stop <= start), None)
    goes_on = re.match(r"(?:并|共同|还|随后|一致)", passage.text[start:]) and before is not None
    if _PAPERS.match(passage.text, start):
        return True  # 文件在某地签署
    return bool(_THEY.match(passage.text, start) or (goes_on and before and _THEY.match(passage.text, before.start)))


_PAPERS = re.compile(r"[^，。]{0,8}(?:文件|协议|备忘录|声明|公报|条约|合同|协定)(?:已|于|在|将)[^，。]{0,16}签署")
_THEY = re.compile(
    r"[^，。]{0,6}(?:们|(?:国家|各国|与会)领导人(?!会)|与会[^，。]{0,4}代表|与会者|与会各方|俱乐部成员|代表团成员|各国代表|来宾|嘉宾)(?!的)"
)


def with_pair(
    passage: Passage, trigger: Trigger, standing: Standing, found: Sequence[Part], pair: Sequence[str]
) -> tuple[Part, ...]:
    """Parts with the two whom 双方 and the like mean, where the words name nobody."""
    clause = passage.clause(trigger.start)
    both = _BOTH.search(passage.text, clause.start, trigger.start)
    named = any(
        p.kind is MentionKind.OFFICIAL and p.start >= clause.start for p in passage.parties if p.stop <= trigger.start
    )
    if both is None or named or standing is Standing.MENTIONED or trigger.sense.type not in _OF_BOTH or len(pair) != 2:
        return tuple(found)
    here = [m.ref for m in passage.of_kind(MentionKind.OFFICIAL) if m.stop <= both.start()]
    pair = tuple(dict.fromkeys(here)) if len(set(here)) == len(pair) else pair
    role = Role.SIGNATORY if trigger.sense.type is T.SIGNING else Role.ATTENDEE
    kept = [part for part in found if part.rule != "rule:subject_before"]
    return joined(
        kept,
        (Part(ref=r, role=role, start=both.start(), stop=both.end(), rule="rule:both_sides", score=0.6) for r in pair),
    )


def with_states(
    passage: Passage, trigger: Trigger, standing: Standing, found: Sequence[Part], states: Sequence[str]
) -> tuple[Part, ...]:
    """Parts with the states or bodies whom 三方 and the like mean, where the sentence before named nobody else."""
    clause = passage.clause(trigger.start)
    sides = _SIDES.match(passage.text, clause.start, trigger.start)
    somebody = any(p.ref.startswith("p") and p.rule != "rule:subject_before" for p in found)
    if sides is None or somebody or len(states) < _PAIR or trigger.sense.type is not T.SIGNING:
        return tuple(found)
    if standing is Standing.MENTIONED and len(states) != _PAIR:
        return tuple(found)
    return tuple(
        Part(ref=ref, role=Role.SIGNATORY, start=sides.start(), stop=sides.end(), rule="rule:sides", score=0.6)
        for ref in states
    )


_PAIR = 2
_SIDES = re.compile(r"(?:[^，。]{0,8}，)?(?:双方|三方|各方|两国|三国|两组织|两个组织)")


def with_row(passage: Passage, trigger: Trigger, found: Sequence[Part], row: Sequence[str]) -> tuple[Part, ...]:
    """Parts with those whom 元首们 and the like mean, where the words name nobody else."""
    clause = passage.clause(trigger.start)
    they = _HEADS.match(passage.text, clause.start, trigger.start)
    if they is None or len(row) < _ROW or trigger.sense.type not in {T.SIGNING, T.CEREMONY, T.CONFERENCE, T.OTHER}:
        return tuple(found)
    kept = [p for p in found if p.rule != "rule:subject_before" and not p.ref.startswith("o")]
    role = Role.SIGNATORY if trigger.sense.type is T.SIGNING else Role.ATTENDEE
    heads = (Part(ref=r, role=role, start=they.start(), stop=they.end(), rule="rule:all_heads", score=0.6) for r in row)
    return joined(kept, heads)


_ROW = 3
_HEADS = re.compile(
    r"[^，。]{0,8}?(?:(?:元首|总理|首脑|外长|部长|领导人|议长|防长)们|(?:各|成员|[三四五六七八九十]|\d+)国(?:元首|领导人|总理|外长|政府首脑|部长))"
)
_BOTH = re.compile(r"双方|两人|二人|两国(?:元首|总理|外长|领导人|总统|防长|议长)|两位(?:外长|领导人|总统|总理|部长)")
_OF_BOTH = TALKS | {T.SIGNING, T.BRIEFING, T.CEREMONY}
"""Interactions of two sides."""


def organisation_of_text(reading: Reading, passage: Passage, trigger: Trigger) -> Iterator[Part]:
    """The organisation whose summit is meant where the words name only its place: the first that the text names."""
    if not any(m.kind is MentionKind.PLACE and m.stop == trigger.start for m in passage.mentions):
        return
    for body in reading.organisations:
        if body.kind is BodyKind.INTERNATIONAL_ORGANISATION:
            rule = "rule:organisation_of_text"
            yield Part(ref=body.id, role=Role.ATTENDEE, start=trigger.start, stop=trigger.stop, rule=rule, score=0.5)
            return


def given_way(reading: Reading, found: Sequence[Part], own: Sequence[str]) -> tuple[Part, ...]:
    """Parts without the states and bodies whose officials take part themselves; a session's own body stays."""
    refs = {part.ref for part in found}
    seats = {post.body for post in reading.posts if post.holder in refs and not post.former}
    gone = {seat.removeprefix("state/") for seat in seats if seat.startswith("state/")}
    gone |= {body.id for body in reading.organisations if body.key in seats}
    gone |= {
        body.id
        for body in reading.organisations
        if body.state and f"state/{body.state}" in seats and body.kind is BodyKind.GOVERNMENT_BODY
    }
    home = {b.id for b in reading.organisations if b.code.endswith("Secretariat") and _owner_of(b, seats, reading)}
    return tuple(
        part
        for part in found
        if (part.ref not in gone and not (part.ref in home and part.rule in {"rule:name_beside_trigger", "rule:host"}))
        or part.ref in own
    )


def _owner_of(body: Organisation, seats: Collection[str], reading: Reading) -> bool:
    """Whether somebody of the organisation that a secretariat is of takes part himself."""
    owners = {o.key for o in reading.organisations if body.code == f"{o.code} Secretariat"}
    return bool(owners & set(seats))
