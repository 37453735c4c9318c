"""Who sent a letter and to whom, and who went on a visit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Role
from ..drafts import Part
from ..reading import Mention, MentionKind
from ..triggers import Trigger
from .passages import Passage


def part(mention: Mention, ref: str, role: Role) -> Part:
    """The part of a party in a role, by its words."""
    return Part(
        ref=ref,
        role=role,
        start=mention.start,
        stop=mention.stop,
        rule=f"rule:{mention.form}_beside_trigger",
        score=0.8,
    )


def letter(passage: Passage, trigger: Trigger, here: Sequence[Mention], subject: str) -> Iterator[Part]:
    text = passage.text
    sent = False
    if any(m.kind is MentionKind.OFFICIAL for m in here):
        here = [m for m in here if m.kind is MentionKind.OFFICIAL]
    for m in here:
        to = re.search(r"(?:向|致|给|收到)$", text[max(0, m.start - 2) : m.start])
        got = re.match(r"[^，。]{0,6}(?:收到|接到)", text[m.stop : trigger.stop])
        if got or to or (m.start >= trigger.stop and sent):
            yield part(m, m.ref, Role.RECIPIENT)
        elif not sent:
            sent = True
            yield part(m, m.ref, Role.SENDER)
        elif m.kind is MentionKind.OFFICIAL:
            yield part(m, m.ref, Role.RECIPIENT)
    if not sent and subject:
        yield Part(
            ref=subject, role=Role.SENDER, start=trigger.start, stop=trigger.stop, rule="rule:subject_before", score=0.6
        )


def visit(passage: Passage, trigger: Trigger, here: Sequence[Mention], subject: str) -> Iterator[Part]:
    before = [m for m in here if m.start < trigger.start]
    people = [m for m in before if m.kind is MentionKind.OFFICIAL]
    bodies = [
        m
        for m in before
        if m.kind is MentionKind.ORGANISATION and re.match(r"代表团|观察团", passage.text[m.stop : m.stop + 3])
    ]
    for m in people or bodies:
        yield part(m, m.ref, Role.VISITOR)
    clause = passage.clause(trigger.start)
    others = re.match(r"\s*(?:该)?(?:代表团|观察团|双方|两国)", passage.text[clause.start : clause.stop])
    if not people and not bodies and subject and not others:
        yield Part(
            ref=subject,
            role=Role.VISITOR,
            start=trigger.start,
            stop=trigger.stop,
            rule="rule:subject_before",
            score=0.6,
        )
