"""Officials whom a text gives by post alone ("the Kazakh foreign minister"), named by the tables of tenures.

The text does not name them, so they are none of its officials and take part in nothing: each is kept as inferred,
with the words of the post, and only where the tables know one holder on the day. The tables may not know all who
hold a post that many hold: there the one who is known is a weaker guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ..authority.gazetteer import Match
from ..authority.holders import Certainty, Holder, holders_on
from ..authority.records import NameKind
from ..authority.seats import seats_of
from ..authority.wording import Called
from ..model import Evidence, ImpliedHolder, Key, Language, LocalId
from . import dates
from .knowledge import Knowledge
from .reading import Reading

HOLDER, ONLY_KNOWN = "inferred:post-holder", "inferred:only-known-holder"
_SCORES = {HOLDER: 0.5, ONLY_KNOWN: 0.3}

_AFTER = {
    Language.RU: re.compile(r" "),
    Language.EN: re.compile(r" (?:of|for)(?: the)? "),
    Language.ZH: re.compile(r"(?!)"),
}
_BESIDE = 16
"""Characters that may stand between a title and the name of its seat, and more."""
_BEFORE = {Language.RU: re.compile(r" "), Language.EN: re.compile(r"(?:['’]s?)? "), Language.ZH: re.compile(r"的?")}
# What makes another post or a past one of the title that follows, or speaks of the post and not of its holder.
_OTHER = {
    Language.RU: re.compile(
        r"(?:зам\w*|помощни\w+|советни\w+|секретар\w+|представител\w+|бывш\w+|экс-?"
        r"|при|выбор\w*|пост[уае]?|должност\w+|кандидат\w* в|избр\w+|назнач\w+)\s*$",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"(?:deputy|vice|assistant|first|former|ex-?|(?:aide|adviser|assistant) to(?: the)?"
        r"|spokes\w+ (?:of|for)(?: the)?|(?:elections?|candidate|post|office|position) (?:of|for)(?: the)?"
        r"|elected|appointed)\s*(?:as )?(?:the )?$",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(r"(?:副|助理|前|原|候任|选举|竞选|任命|当选|担任|出任)$"),
}
_CAPITAL = re.compile(r"\s*,?\s*(?:[A-ZА-ЯЁ]\.|[A-ZА-ЯЁ][a-zа-яё’'-]+)")
_NAMED_BEFORE = re.compile(r"[A-ZА-ЯЁ][\w’'-]+(?:,| [-–—])\s*(?:the )?$")
_GOES_ON = re.compile(r"[\s,。、;:()“”,.;:]|[在和与同将表称说及等也出访就对应会举发强指欢接致]|$")
"""What may follow a Chinese title that no name follows; foreign names are spelt in any characters."""
_PLURAL = re.compile(r"\w+(?:ы|ов|ам|ами|ах|и|ей|ям|ями|ях)\b")


def unnamed(reading: Reading, known: Knowledge) -> tuple[tuple[ImpliedHolder, ...], tuple[Evidence, ...]]:
    """Holders of posts that stand without a name, each once, and the words of each."""
    finder = _Finder(reading, known)
    holders: dict[tuple[Key, Key], ImpliedHolder] = {}
    words: list[Evidence] = []
    for start, stop, holder, method in finder.found():
        name = holder.person, holder.post
        one = holders.setdefault(
            name, ImpliedHolder(id=LocalId(f"h{len(holders) + 1}"), key=holder.person, post=holder.post)
        )
        quote = reading.document.text[start:stop]
        for prop, value, rule, score in (
            ("mention", one.key, method, _SCORES[method]),
            ("post", one.post, "gazetteer", 0.9),
        ):
            words.append(
                Evidence(
                    subject=one.id,
                    property=prop,
                    value=value,
                    start=start,
                    stop=stop,
                    quote=quote,
                    method=rule,
                    score=score,
                )
            )
    return tuple(holders.values()), tuple(words)


class _Finder:
    """Titles of one text that stand for their holders."""

    def __init__(self, reading: Reading, known: Knowledge) -> None:
        self._reading, self._known = reading, known
        self._text, self._language = reading.document.text, Language(known.language)
        self._people = {official.key for official in reading.officials}
        named = {official.id for official in reading.officials}
        self._taken = bytearray(len(self._text))
        for proof in reading.evidence:
            if proof.subject in named:
                self._taken[proof.start : proof.stop] = b"\1" * (proof.stop - proof.start)
        self._dates = dates.find(reading.document)

    def found(self) -> Iterator[tuple[int, int, Holder, str]]:
        """Span of title and seat, the holder, and the method."""
        gazetteer = self._known.gazetteer
        titles = [title for title in gazetteer.titles_text(self._text) if self._may_stand_alone(title)]
        if not titles:
            return
        names = [m for m in gazetteer.find_text(self._text) if m.entity.startswith(("state/", "body/"))]
        for title in titles:
            seat = self._seat(title, names)
            if seat is None:
                continue
            start, stop = min(title.start, seat.start), max(title.stop, seat.stop)
            if self._stands_alone(title, start, stop):
                yield from self._holder(title, seat, start, stop)

    def _seat(self, title: Match, names: Sequence[Match]) -> Match | None:
        """The state or body whose name is part of the title, follows it or stands before it; names come in order."""
        first = bisect_left(names, title.start - _BESIDE, key=lambda name: name.stop)
        last = bisect_right(names, title.stop + _BESIDE, key=lambda name: name.start)
        for name in names[first:last]:
            if name.alternatives:
                continue
            if title.start <= name.start < title.stop < name.stop:
                return name
            if name.start >= title.stop and _AFTER[self._language].fullmatch(self._text, title.stop, name.start):
                return None if name.kind is NameKind.ADJECTIVE else name
            close = name.stop <= title.start and _BEFORE[self._language].fullmatch(self._text, name.stop, title.start)
            if close and (name.kind is NameKind.ADJECTIVE or self._language is not Language.RU):
                return name
        return None

    def _may_stand_alone(self, title: Match) -> bool:
        """Whether a title, whatever its seat, is neither of many nor an official's whom the text names."""
        many = self._language is Language.RU and _PLURAL.match(title.text) is not None
        return not many and not any(self._taken[title.start : title.stop])

    def _stands_alone(self, title: Match, start: int, stop: int) -> bool:
        """Whether no name stands beside the words, and they are not of another post."""
        if any(self._taken[start:stop]):
            return False
        before, after = self._text[max(0, start - 40) : start], self._text[stop : stop + 40]
        if _OTHER[self._language].search(before) or _OTHER[self._language].search(self._text[start : title.start]):
            return False
        if self._language is Language.ZH:
            return bool(_GOES_ON.match(after))
        return not _CAPITAL.match(after) and not _NAMED_BEFORE.search(before)

    def _holder(self, title: Match, seat: Match, start: int, stop: int) -> Iterator[tuple[int, int, Holder, str]]:
        index, date = self._known.index, self._date(start)
        kinds = {key.removeprefix("post-kind/") for key in (title.entity, *title.alternatives)}
        wanted = kinds | {f"acting-{kind}" for kind in kinds}
        posts = [p.key for place in seats_of(index, seat.entity) for p in index.posts_at(place) if p.kind in wanted]
        if date is None or not posts:
            return
        holders = {holder.person: holder for holder in holders_on(index, Called(posts=tuple(posts)), date)}
        if len(holders) != 1 or self._people & holders.keys():
            return
        [holder] = holders.values()
        if holder.certainty is Certainty.CERTAIN:
            yield start, stop, holder, HOLDER if any(map(index.has_one_holder, sorted(kinds))) else ONLY_KNOWN

    def _date(self, at: int) -> str | None:
        """The date of what the sentence tells of, else that of the document."""
        sentence = next((s for s in self._reading.sentences if s.start <= at < s.stop), None)
        if sentence is not None:
            dated = [day for day in self._dates if sentence.start <= day.start < sentence.stop]
            if dated:
                return min(dated, key=lambda day: abs(day.start - at)).date
        return self._reading.document.published
