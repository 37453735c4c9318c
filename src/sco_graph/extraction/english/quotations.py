"""Sentences of a quotation that name no speaker of their own: whoever stands behind or before says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Act
from ..acts import Kind
from ..reading import MentionForm, MentionKind
from . import acts
from .passages import Party, Passage
from .reports import SHORT, Floor, Saying, reported
from .speeches import first_person

_AHEAD = 5
"""Sentences of a quotation before the one that says whose it is."""
_BODIES = frozenset(
    {"ministry", "department", "service", "agency", "secretariat", "embassy", "statement", "commission"}
)
"""Those who say what a press office writes."""
_SPOKEN_BY = frozenset(
    {"representative", "spokesperson", "spokesman", "spokeswoman", "minister", "head", "chief", "official", "secretary"}
)
_MARKS = frozenset({'"', "“", "«", "”", "»"})


def introduced(passages: Sequence[Passage], passage: Passage) -> Iterator[Saying]:
    """A quotation that begins behind a colon of the sentence before: whoever that sentence names last speaks."""
    if not passage.index or not _is_quoted(passage):
        return
    before = passages[passage.index - 1]
    opens = passage.tokens[passage.first].text in _MARKS or passage.first not in passage.quoted
    people = [p for p in before.of_kind(MentionKind.OFFICIAL) if p.form is not MentionForm.PRONOUN]
    if before.tokens[before.last - 1].text == ":" and opens and people:
        yield on(passage, _as_saying(before, people[-1]), "quotation", 0.7)


def _as_saying(passage: Passage, party: Party) -> Saying:
    return Saying(
        refs=party.refs[:1],
        start=party.start,
        stop=party.stop,
        rule="rule:introduced",
        act=Act.INFORM,
        passage=passage.index,
        first=party.first,
        last=party.last,
        pattern="",
    )


def ahead(passages: Sequence[Passage], passage: Passage, floor: Floor) -> Iterator[Saying]:
    """A quotation whose speaker follows in a later sentence of it: "We build. We trade," said Mr Testov."""
    if not _is_quoted(passage):
        return
    for later in passages[passage.index + 1 : passage.index + 1 + _AHEAD]:
        closed = later.tokens[later.first - 1].text in _MARKS
        if later.sentence.paragraph != passage.sentence.paragraph or not (closed or later.first in later.quoted):
            return
        found = next(reported(later, floor), None)
        if found is not None:
            yield on(passage, found, "quotation", 0.7)
            return
        if closed or not _is_quoted(later):
            return


def further(passages: Sequence[Passage], passage: Passage, floor: Floor) -> Iterator[Saying]:
    """A quotation that goes on with what the last speaker said, or that "the message reads:" introduces."""
    before = passages[passage.index - 1] if passage.index else None
    introduced = before is not None and before.tokens[before.last - 1].text == ":"
    inside = sum(1 for at in range(passage.first, passage.last) if at in passage.quoted)
    last = floor.saying
    near = 2 if introduced else 1
    if (
        last is None
        or _of_a_body(passages, passage)
        or passage.index - last.passage > near
        or inside < max(SHORT, (passage.last - passage.first) // 2)
    ):
        return
    yield on(passage, last, "quotation", 0.7)


def readout(passage: Passage, spoken_for: bool) -> Passage:
    """A sentence in which a spokesperson is quoted on what others said, as if it stood without quotation marks.

    ``spoken_for``: whether a spokesperson has been named. "The Secretary thanked the Lake Union" in a quotation is
    what the Secretary said; "I thank the Lake Union" stays what the spokesperson said.
    """
    if not spoken_for or first_person(passage):
        return passage
    for party in passage.of_kind(MentionKind.OFFICIAL):
        at = party.last
        while at < passage.last and passage.tokens[at].pos == "RB":
            at += 1
        verb = next(iter(acts.verbs(passage, at, min(at + 1, passage.last))), None)
        telling = verb is not None and verb.act is not None and passage.tokens[at].pos in {"VBD", "VBZ"}
        if party.form is not MentionForm.PRONOUN and party.first in passage.quoted and telling:
            return replace(passage, quoted=frozenset())
    return passage


def _of_a_body(passages: Sequence[Passage], passage: Passage) -> bool:
    """Whether a quotation ends with a body that says it: '"The talks went well," the ministry informed'."""
    for later in passages[passage.index : passage.index + _AHEAD]:
        behind = [
            at for at in range(later.first, later.last) if at not in later.quoted and later.tokens[at].text.isalnum()
        ]
        if behind:
            said = [v for v in acts.verbs(later, behind[0], later.last) if v.kind in {Kind.OPEN, Kind.FIRM, Kind.FIXED}]
            tail = {later.text(at, at + 1) for at in behind}
            bodies = bool(_BODIES & tail) and not _SPOKEN_BY & tail
            quoting = any(p.kind is MentionKind.OFFICIAL and p.first >= behind[0] for p in later.parties)
            return bool(said) and bodies and not quoting
    return False


def _is_quoted(passage: Passage) -> bool:
    """Whether a sentence lies in a quotation as a whole."""
    tokens = range(passage.first, passage.last)
    inside = [at for at in tokens if at in passage.quoted or passage.tokens[at].text in _MARKS]
    return len(inside) == len(tokens) and len(inside) >= SHORT


def on(passage: Passage, last: Saying, name: str, score: float) -> Saying:
    """The words of a sentence as further ones of a speaker."""
    done = acts.performed(passage, passage.first, passage.last)
    act, pattern = done or acts.by_content(passage, passage.first, passage.last, mild=True) or (
        Act.EMPHASISE if name == "quotation" and not acts.only_past(passage, passage.first, passage.last)
        else Act.INFORM, name,
    )  # fmt: skip
    return replace(
        last, rule="rule:goes_on", act=act, passage=passage.index, first=passage.first, last=passage.last,
        pattern=f"rule:act {pattern}", score=score,
        empty=False,
    )  # fmt: skip
