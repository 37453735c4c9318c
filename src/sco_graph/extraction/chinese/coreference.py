"""Words that refer back to an official or a body: a title alone, 他, 秘书处, 本组织."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from ...model import BodyKind, Official
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..naming import organisation
from ..reading import Mention, MentionForm, MentionKind
from . import organs, words
from .officials import Officials
from .scene import Head, Scene

_PRONOUN = re.compile(r"(?<![其吉利维尼斯塔拉卡萨瓦伊])(?:他|她)(?!们|人|国|方|日|地|者|尔|什|利|加|汗|拉|吉)")
_PHRASE = re.compile(
    r"国家元首(?=说|表示|指出|强调|认为|称)|这位(?:外交官|官员|领导人|大使|部长|总统|秘书长)|该(?:官员|发言人)"
)
_BODY = re.compile(rf"(?<!联合国)秘书处|本组织|该组织|该机构|(?:成员国)?(?:{organs.COUNCIL})")
_NOT_ALONE = re.compile(
    r"^(?:国|新闻|团|府|令|级|会议|理事会|处|选举|制|职务|职位|一职|任期|助理|特使|特别代表|秘书|办公室|们|夫人)"
)


def resolve(ledger: Ledger, scene: Scene, known: Knowledge, people: Officials) -> None:
    """Add mentions by titles alone, pronouns and short names of organs."""
    for start, stop, official in _titles(ledger, scene, people):
        kind, form = MentionKind.OFFICIAL, MentionForm.POST
        ledger.mention((start, stop), kind, form, [official.id], case="", method="rule:title_again", score=0.7)
    _organs(ledger, scene, known)
    _sessions(ledger, scene, known)
    for number, sentence in enumerate(scene.sentences):
        back = (pattern.finditer(scene.text, sentence.start, sentence.stop) for pattern in (_PRONOUN, _PHRASE))
        for found in chain.from_iterable(back):
            governor = scene.text[max(0, found.start() - 1) : found.start()]
            if governor and governor in _GOVERNS and (other := _other(ledger, sentence.start, found.start())):
                kind, form = MentionKind.OFFICIAL, MentionForm.PRONOUN
                ledger.mention(found.span(), kind, form, [other], case="", method="rule:pronoun_object", score=0.6)
                continue
            asked = _asked(ledger, scene, sentence.start, found.start())
            if asked is not None:
                kind, form = MentionKind.OFFICIAL, MentionForm.PRONOUN
                ledger.mention(found.span(), kind, form, [asked], case="", method="rule:pronoun_of_guest", score=0.6)
                continue
            opens = found.start() - sentence.start <= _OPENS
            who = (
                (_opening(ledger, scene, number) if opens else None)
                or _governing(ledger, scene, sentence.start, found.start())
                or _subject(ledger, found.start())
            )
            if who is not None:
                kind, form = MentionKind.OFFICIAL, MentionForm.PRONOUN
                ledger.mention(found.span(), kind, form, [who], case="", method="rule:pronoun", score=0.6)


def _titles(ledger: Ledger, scene: Scene, people: Officials) -> Iterator[tuple[int, int, Official]]:
    """Titles without a name: of whoever was last called by that title."""
    taken = {at for m in ledger.mentions if m.kind is MentionKind.OFFICIAL for at in range(m.start, m.stop)}
    held = {title.stop: title for title in people.titles}
    for head in scene.heads:
        if scene.text[max(0, head.start - 2) : head.start].endswith(("前任", "原", "前", "历任", "时任")):
            continue
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
        elif found is None and title.seat is not None and (only := _only(ledger, head, title.seat.entity)) is not None:
            yield title.seat.start, head.stop, only
        elif found is not None:
            yield (title.seat.start if title.seat else head.start), head.stop, found


def _only(ledger: Ledger, head: Head, seat: str) -> Official | None:
    """The one official of the text who has this post at this seat, though he is named only later."""
    found = [
        official
        for official in ledger.officials.values()
        if any(p.title == head.text and p.body == seat and not p.former for p in ledger.posts_of(official.id))
    ]
    return found[0] if len(found) == 1 else None


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
    owners = _owners(scene, known)
    named = {at for m in ledger.mentions if m.kind is MentionKind.ORGANISATION for at in range(m.start, m.stop)}
    for sentence in scene.sentences:
        for found in _BODY.finditer(scene.text, sentence.start, sentence.stop):
            if found.start() in scene.cover or found.start() in named:
                continue
            before = bisect_right(owners, (found.start(), "~"))
            if not owners:
                continue
            owner = owners[max(0, before - 1)][1]
            whole = found.group() in _WHOLE
            key = owner if whole else organs.organ(found.group(), owner, known)
            body = organisation(ledger, known, key) if key else None
            if body is not None:
                ledger.mention(
                    found.span(), MentionKind.ORGANISATION, MentionForm.DESCRIPTION, [body.id], case="",
                    method="rule:short_name", score=0.8,
                )  # fmt: skip


_WHOLE = frozenset({"本组织", "该组织", "该机构"})


def _sessions(ledger: Ledger, scene: Scene, known: Knowledge) -> None:
    """Meetings of ministers by their names in the tables, whatever number stands within: 安全会议秘书第十二次会议."""
    for match in scene.matches:
        found = None
        if match.entity.startswith("body/"):
            found = _NUMBERED.match(scene.text, match.stop) or _NUMBER_FIRST.match(scene.text, match.stop)
        if found is None:
            continue
        names = [name.text for name in known.index.names_of(match.entity, "zh")]
        written = (f"{name}{member}{found['who']}{found['what']}" for name in names for member in ("成员国", ""))
        key = next((keys[0] for text in written if (keys := known.index.find(text, "body"))), None)
        body = organisation(ledger, known, key) if key else None
        if body is not None:
            ledger.mention(
                (match.start, found.end()), MentionKind.ORGANISATION, MentionForm.NAME, [body.id], case="",
                method="rule:numbered_session", score=0.85,
            )  # fmt: skip


_NUMBER_FIRST = re.compile(
    r"(?:成员国)?第[^，。]{1,6}[次届](?:例行)?(?P<who>[^，。第]{2,12}?)(?P<what>会议|会晤)(?!室|厅|中心)"
)
_NUMBERED = re.compile(r"(?:成员国)?(?P<who>[^，。第]{2,12}?)第[^，。]{1,6}[次届](?:例行)?(?P<what>会议|会晤)")


def _owners(scene: Scene, known: Knowledge) -> list[tuple[int, str]]:
    """Where international organisations (but the UN) are named, or organs of one, with the organisation's key."""
    found: list[tuple[int, str]] = []
    for match in scene.matches:
        body = known.body(match.entity) if match.entity.startswith("body/") else None
        if body is not None and body.key != "body/un" and body.kind in _INTERNATIONAL:
            found.append((match.stop, body.organ_of or body.key))
    return found


_INTERNATIONAL = frozenset({BodyKind.INTERNATIONAL_ORGANISATION, BodyKind.ORGAN})


def _asked(ledger: Ledger, scene: Scene, start: int, place: int) -> str | None:
    """Who is interviewed in the clause right before a pronoun: 记者专访甲，他表示."""
    text = scene.text[start:place]
    if _INTERVIEW.search(text) is None or not text.endswith("，"):
        return None
    before = [m for m in ledger.mentions if m.kind is MentionKind.OFFICIAL and start <= m.start and m.stop <= place]
    return str(max(before, key=lambda m: m.start).ref) if before else None


_INTERVIEW = re.compile(r"(?:专访|采访)(?:了)?(?!时|中)[^，。]{2,40}，$")
_GOVERNS = "同与向和给对"
"""Words whose object is somebody else than the subject."""


def _other(ledger: Ledger, start: int, place: int) -> str | None:
    """The official named last in a sentence before a place who is not the subject, the one named last of all."""
    before = [m for m in ledger.mentions if m.kind is MentionKind.OFFICIAL and start <= m.start and m.stop <= place]
    ordered = sorted(before, key=lambda m: m.start, reverse=True)
    return next((str(m.ref) for m in ordered if m.ref != ordered[0].ref), None)


_OPENS = 2
"""Characters before a pronoun that begins its sentence."""
_BACK = 3
"""Sentences over which a subject is gone on with."""
_FIRST = 16
"""Characters before the subject of a sentence."""


def _opening(ledger: Ledger, scene: Scene, number: int) -> str | None:
    """The official whom one of the sentences before of the paragraph begins with: the subject that 他 goes on with."""
    for other in reversed(scene.sentences[max(0, number - _BACK) : number]):
        if other.paragraph != scene.sentences[number].paragraph:
            return None
        inside = [
            m for m in ledger.mentions
            if m.kind is MentionKind.OFFICIAL
            and m.form is not MentionForm.PRONOUN
            and other.start <= m.start < other.stop
        ]  # fmt: skip
        first = min(inside, key=lambda m: m.start, default=None)
        if first is not None and first.start - other.start <= _FIRST:
            return str(first.ref)
    return None


def _governing(ledger: Ledger, scene: Scene, start: int, place: int) -> str | None:
    """The first official of a sentence before a place whom no preposition governs: 甲祝贺乙就职，他指出."""
    inside = [m for m in ledger.mentions if m.kind is MentionKind.OFFICIAL and start <= m.start and m.stop <= place]
    for m in sorted(inside, key=lambda mention: mention.start):
        if scene.text[max(start, m.start - 1) : m.start] not in set(_GOVERNS):
            return str(m.ref)
    return None


def _subject(ledger: Ledger, place: int) -> str | None:
    """The official whom the text named last before a place as a subject: the first of the sentence before."""
    before: list[Mention] = [m for m in ledger.mentions if m.kind is MentionKind.OFFICIAL and m.stop <= place]
    return max(before, key=lambda m: m.start).ref if before else None
