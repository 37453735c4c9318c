"""Words that refer back to an official or a body: a title alone, 他, 秘书处, 本组织."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Key, Official
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..naming import organisation
from ..reading import Mention, MentionForm, MentionKind
from . import words
from .officials import Officials
from .scene import Head, Scene

_PRONOUN = re.compile(
    r"(?<![\u4e00-\u9fff])(?:他|她)(?!们|人|国|方|日|地|者)|(?<=[，。；：])(?:他|她)(?!们|人|国|方|日|地|者)"
)
_BODY = re.compile(r"(?<!联合国)秘书处|本组织|该组织|该机构")
_NOT_ALONE = re.compile(
    r"^(?:国|团|府|令|级|会议|理事会|处|选举|制|职务|职位|一职|任期|助理|特使|特别代表|秘书|办公室|们|夫人)"
)


def resolve(ledger: Ledger, scene: Scene, known: Knowledge, people: Officials) -> None:
    """Add mentions by titles alone, pronouns and short names of organs."""
    for start, stop, official in _titles(ledger, scene, people):
        kind, form = MentionKind.OFFICIAL, MentionForm.POST
        ledger.mention((start, stop), kind, form, [official.id], case="", method="rule:title_again", score=0.7)
    _organs(ledger, scene, known)
    for sentence in scene.sentences:
        for found in _PRONOUN.finditer(scene.text, sentence.start, sentence.stop):
            who = _subject(ledger, found.start())
            if who is not None:
                kind, form = MentionKind.OFFICIAL, MentionForm.PRONOUN
                ledger.mention(found.span(), kind, form, [who], case="", method="rule:pronoun", score=0.6)


def _titles(ledger: Ledger, scene: Scene, people: Officials) -> Iterator[tuple[int, int, Official]]:
    """Titles without a name: of whoever was last called by that title."""
    taken = {at for m in ledger.mentions if m.kind is MentionKind.OFFICIAL for at in range(m.start, m.stop)}
    held = {title.stop: title for title in people.titles}
    for head in scene.heads:
        if head.start in taken or _NOT_ALONE.match(scene.text[head.stop : head.stop + 4]):
            continue
        title = held.get(head.stop)
        if title is None or len(title.text) > len(head.text) + 1:
            continue
        found = _called(ledger, people, head, title.seat.entity if title.seat else "")
        surname = scene.text[head.start - 1 : head.start]
        named = _of_surname(ledger, surname, head)
        if named is not None:
            yield head.start - 1, head.stop, named
        elif found is not None:
            yield (title.seat.start if title.seat else head.start), head.stop, found


def _of_surname(ledger: Ledger, surname: str, head: Head) -> Official | None:
    """The official of this family name with this title: 习主席."""
    single, _ = words.surnames()
    if surname not in single:
        return None
    found = [o for o in ledger.officials.values() if o.name.startswith(surname) and len(o.name) in (2, 3)]
    return found[0] if len(found) == 1 else None


def _called(ledger: Ledger, people: Officials, head: Head, seat: str) -> Official | None:
    """The official last mentioned before a place who has a post that ends with these words, at this seat if any."""
    found: list[tuple[int, Official]] = []
    for official in ledger.officials.values():
        for post in ledger.posts_of(official.id):
            same = post.title.endswith(head.text) and (
                head.text.startswith("副") or not post.title.endswith("副" + head.text)
            )
            if same and (not seat or seat == post.body):
                before = [m.start for m in ledger.mentions if m.ref == official.id and m.start < head.start]
                if before:
                    found.append((max(before), official))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _organs(ledger: Ledger, scene: Scene, known: Knowledge) -> None:
    """秘书处 is that of the organisation named last; 本组织 is that organisation."""
    for sentence in scene.sentences:
        for found in _BODY.finditer(scene.text, sentence.start, sentence.stop):
            if found.start() in scene.cover:
                continue
            owner = _owner(scene, known, found.start())
            if not owner:
                continue
            key = owner if found.group() != "秘书处" else _organ("秘书处", owner, known)
            body = organisation(ledger, known, key) if key else None
            if body is not None:
                ledger.mention(
                    found.span(), MentionKind.ORGANISATION, MentionForm.DESCRIPTION, [body.id], case="",
                    method="rule:short_name", score=0.8,
                )  # fmt: skip


def _organ(word: str, owner: str, known: Knowledge) -> str:
    """Key of the organ that an organisation calls by a word: in Chinese its name stands before it."""
    for name in known.index.names_of(Key(owner), "zh"):
        found = known.index.find(f"{name.text}{word}", "body")
        if found:
            return found[0]
    return ""


def _owner(scene: Scene, known: Knowledge, place: int) -> str:
    """Key of the international organisation named last before a place, else first after it."""
    found = [
        m for m in scene.matches
        if m.entity.startswith("body/") and (b := known.body(m.entity)) and b.kind.value in {"InternationalOrganisation", "Organ"}
    ]  # fmt: skip
    before = [m for m in found if m.stop <= place and m.entity != "body/un"]
    if not before:
        return ""
    body = known.body(before[-1].entity)
    return (body.organ_of or body.key) if body is not None else ""


def _subject(ledger: Ledger, place: int) -> str | None:
    """The official whom the text named last before a place as a subject: the first of the sentence before."""
    before: list[Mention] = [m for m in ledger.mentions if m.kind is MentionKind.OFFICIAL and m.stop <= place]
    return max(before, key=lambda m: m.start).ref if before else None
