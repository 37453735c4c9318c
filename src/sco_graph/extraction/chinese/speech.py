"""Whether a sentence begins, goes on with or leaves what somebody says."""

from __future__ import annotations

import re

from ..reading import MentionKind
from .passages import Passage

_BEGINS = re.compile(
    r"(?:表示|指出|强调|认为|(?<![简全合统名职自俗])称|说|重申)(?:，|：|“)|(?:表示|指出|强调|认为|重申)"
)
_TELLS = re.compile(r"双方|两国元首|会议|会后|会谈|当天|同日|\d日")


def begins(passage: Passage) -> bool:
    """Whether somebody begins to speak in the sentence."""
    return asked(passage) or bool(_BEGINS.search(passage.text, passage.sentence.start, passage.sentence.stop))


_ASKED = re.compile(r"(?:问|答|记者)[：]")


def asked(passage: Passage) -> bool:
    """Whether a sentence begins a question or an answer of an interview."""
    return _ASKED.match(passage.text, passage.sentence.start) is not None


def leaves(passage: Passage) -> bool:
    """Whether a sentence after one of speech tells again: it begins with an official, a date, or both sides."""
    start = passage.sentence.start
    named = any(m.start - start <= 2 and m.kind is MentionKind.OFFICIAL for m in passage.mentions)
    return named or bool(_TELLS.match(passage.text, start)) or any(d.start - start <= 1 for d in passage.dates)
