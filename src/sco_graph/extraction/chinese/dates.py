"""Dates of a Chinese text: those in full, and those that lean on another: 17日, 当天, 次日, 去年12月."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from .. import dates
from ..dates import Dated, Use, iso
from ..reading import Reading

_DATELINE = re.compile(r"\s*(?:电|讯|消息|报道|（记者)")
_DAY = re.compile(
    r"(?:(?<![\d月年．.])|(?<=[本这上下]月))(?P<d>\d{1,2})日(?:(?:上午|下午|晚)?(?:起|开始)?，?\s?(?:[至到—\-~～]|持续到|延续到|一直到)\s?(?P<d2>\d{1,2})日)?(?!电|游|元|本)|"
    r"(?<![\d月年．.第])(?P<n>\d{1,2})号(?=上午|下午|晚|在|于|至|，|举|抵|对|同|会|访|召|启|开)|"
    r"(?<![\d月年．.])(?P<e>\d{1,2})(?:[至到—\-~～、])(?P<e2>\d{1,2})日"
)
_SAME = re.compile(r"当天|当日|同日|当晚|同一天|次日|翌日|第二天|前一天|前一日|最后一天")
_TOLD = re.compile(r"[今昨本明]（(?P<d>\d{1,2})）[日天]|[今昨本明][日天]（(?P<d2>\d{1,2})[日号]）")
"""A day named by a word and by its number: 今（18）日."""
_DIGITS = "〇一二三四五六七八九"
_NUMBER = r"(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_HAN = re.compile(
    rf"(?=[〇○零一二三四五六七八九十])(?:(?P<y>[〇○零一二三四五六七八九]{{4}})年)?(?:(?P<m>{_NUMBER})月(?:份)?)?(?:(?P<d>{_NUMBER})日(?!游))?"
)
_MONTH = re.compile(r"(?P<rel>本月|上月|上个月|下月|下个月)")
_YEAR = re.compile(r"(?P<rel>今年|去年|明年|前年)(?!\s*\d)")
_REL_YEAR = re.compile(r"(去年|明年|前年|同年)\s*$")
_MOVES = {"今年": 0, "去年": -1, "明年": 1, "前年": -2}


def find(reading: Reading, text: str) -> tuple[Dated, ...]:
    """Dates within the sentences, in order of place."""
    found = [_moved(text, item) for item in dates.find(reading.document) if _inside(reading, item.start)]
    taken = {at for item in found for at in range(item.start, item.stop)}
    for more in _leaning(reading, text, found):
        if not taken & set(range(more.start, more.stop)):
            found.append(more)
            taken |= set(range(more.start, more.stop))
    starts = {item.start for item in found}
    found = [item for item in found if not (item.rule.endswith("month_of_publication") and item.stop in starts)]
    return tuple(sorted(found, key=lambda item: item.start))


def _inside(reading: Reading, place: int) -> bool:
    return any(s.start <= place < s.stop for s in reading.sentences)


def _moved(text: str, item: Dated) -> Dated:
    """A date with its use told by what follows it, and its year by a word before."""
    use = item.use
    if _DATELINE.match(text, item.stop):
        use = Use.OF_DOCUMENT
    elif re.match(r"(?:以来|以前|之前|底前|前，|起)", text[item.stop : item.stop + 3]) or (
        item.precision == 1 and not re.match(r"[\s]?(?:上半年|下半年|初|底|，|在|的)?", text[item.stop : item.stop + 3])
    ):
        use = Use.BOUND
    word = _REL_YEAR.search(text[max(0, item.start - 4) : item.start])
    year = re.match(r"\d{4}", text[item.start : item.stop])
    if word and not year and word[1] in _MOVES:
        moved = str(int(item.date[:4]) + _MOVES[word[1]]) + item.date[4:]
        return Dated(start=item.start, stop=item.stop, date=moved, end=None, use=use, rule=item.rule)
    return Dated(start=item.start, stop=item.stop, date=item.date, end=item.end, use=use, rule=item.rule)


def _leaning(reading: Reading, text: str, full: list[Dated]) -> Iterator[Dated]:
    published = reading.document.published
    yield from _two_days(reading, text, published)
    for found in _DAY.finditer(text):
        day, last = found["d"] or found["e"] or found["n"], found["d2"] or found["e2"]
        month = _month_named(text, found.start(), published) or _month_before(full, found.start(), text)
        month = month or (published or "")[:_MONTH_LENGTH]
        if len(month) == 7 and _inside(reading, found.start()):
            start, end = _days(month, int(day), last, published)
            if start:
                yield _made(found, start, end, "day_of_month_told")
    yield from _told(reading, text)
    yield from _in_words(reading, text, full)
    for found in _SAME.finditer(text):
        before = [d for d in full if d.stop <= found.start() and d.precision == _DAYS]
        if before and _inside(reading, found.start()):
            near = [d.end for d in before if d.end and "\n" not in text[d.stop : found.start()]]
            last = max(near, default=None) if found[0] == "最后一天" else None
            day = datetime.date.fromisoformat(last or before[-1].date)
            moved = day + datetime.timedelta(days=_STEPS.get(found[0], 0))
            yield _made(found, moved.isoformat(), None, "same_day")
    if published:
        yield from _of_publication(reading, text, published)


_DAYS = 3
"""Precision of a date that names a day."""
_STEPS = {"次日": 1, "翌日": 1, "第二天": 1, "前一天": -1, "前一日": -1}
"""How many days a word moves from the day told before; the others mean that day."""


_TWO = re.compile(r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})[、和](?P<d2>\d{1,2})日")


def _two_days(reading: Reading, text: str, published: str | None) -> Iterator[Dated]:
    """Two days of a month as a range: 9月15、16日."""
    for found in _TWO.finditer(text):
        year = found["y"] or (published or "")[:4]
        start, end = (iso(int(year), int(found["m"]), int(found[name])) if year else None for name in ("d", "d2"))
        if start and end and _inside(reading, found.start()):
            yield _made(found, start, end, "two_days")


def _told(reading: Reading, text: str) -> Iterator[Dated]:
    """Days that stand in brackets within 今日: those of the month of publication."""
    month = (reading.document.published or "")[:7]
    for found in _TOLD.finditer(text):
        if len(month) == _MONTH_LENGTH and _inside(reading, found.start()):
            day = iso(int(month[:4]), int(month[5:]), int(found["d"] or found["d2"]))
            if day:
                yield _made(found, day, None, "day_in_brackets")


_MONTH_LENGTH = 7
"""Characters of a month in ISO 8601."""


def _in_words(reading: Reading, text: str, full: list[Dated]) -> Iterator[Dated]:
    """Dates written in Chinese numerals: 二〇二一年三月五日, 十六日; a bare year or month needs the rest."""
    published = reading.document.published or ""
    for found in _HAN.finditer(text):
        year, month, day = _year(found["y"]), number(found["m"]), number(found["d"])
        length = text[found.start() - 1 : found.start()] in set("期时近第每朝")  # 为期三日 names no day
        if not any((year and month, day)) or length or not _inside(reading, found.start()):
            continue
        known = published if month else _month_before(full, found.start(), text) or published
        year = year or (int(known[:4]) if known else None)
        month = month or (int(known[5:7]) if len(known) >= _MONTH_LENGTH else None)
        made = iso(year, month, day) if month else None
        if made:
            yield _made(found, made, None, "in_words")


def number(text: str | None) -> int | None:
    """A number under a hundred in Chinese numerals; None for none.

    >>> number("十六"), number("二十"), number("五"), number("")
    (16, 20, 5, None)
    """
    if not text:
        return None
    tens, mark, ones = text.rpartition("十")
    high = 10 * (_DIGITS.index(tens) if tens else 1) if mark else 0
    return high + (_DIGITS.index(ones) if ones else 0)


def _year(text: str | None) -> int | None:
    """A year written figure by figure: 二〇二一."""
    return int("".join(str(_DIGITS.index(c)) for c in re.sub("[○零]", "〇", text))) if text else None


def _of_publication(reading: Reading, text: str, published: str) -> Iterator[Dated]:
    year = int(published[:4])
    for found in _YEAR.finditer(text):
        if _inside(reading, found.start()) and re.match(
            r"[^，。]{0,12}(?:举行|举办|召开|峰会|会议)", text[found.end() :]
        ):
            yield _made(found, str(year + _MOVES[found["rel"]]), None, "year_of_publication")
    if len(published) < 7:
        return
    for found in _MONTH.finditer(text):
        if _inside(reading, found.start()):
            month = year * 12 + int(published[5:7]) - 1 + {"本": 0, "上": -1, "下": 1}[found["rel"][0]]
            made = iso(month // 12, month % 12 + 1)
            if made:
                yield _made(found, made, None, "month_of_publication")


def _made(found: re.Match[str], start: str, end: str | None, rule: str) -> Dated:
    return Dated(start=found.start(), stop=found.end(), date=start, end=end, rule=f"rule:date_{rule}")


_MONTHS_OFF = {"本": 0, "这": 0, "上": -1, "下": 1}
_NAMED = re.compile(r"(?P<rel>[本这上下])个?月(?:的)?$")


def _month_named(text: str, place: int, published: str | None) -> str:
    """The month that a word right before a day names: 下月9日."""
    found = _NAMED.search(text, max(0, place - 4), place)
    if found is None or not published or len(published) < _MONTH_LENGTH:
        return ""
    month = int(published[:4]) * 12 + int(published[5:7]) - 1 + _MONTHS_OFF[found["rel"]]
    return iso(month // 12, month % 12 + 1) or ""


def _month_before(full: list[Dated], place: int, text: str) -> str:
    """The month that was told last before a place, but one that a word (下月) only points at."""
    before = [d for d in full if d.stop <= place and d.precision >= 2 and not d.rule.endswith("month_of_publication")]
    before = [d for d in before if not _NAMED.search(text, max(0, d.start - 4), d.start)]
    return before[-1].date[:7] if before else ""


def _days(month: str, day: int, last: str | None, published: str | None) -> tuple[str | None, str | None]:
    year, number = int(month[:4]), int(month[5:])
    start = iso(year, number, day)
    end = iso(year, number, int(last)) if last else None
    return start, end if start and end and end > start else None
