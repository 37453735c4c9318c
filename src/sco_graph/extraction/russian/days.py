"""Days told from another day, and the year that the tense asks for: "на следующий день", "накануне", "в декабре"."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..dates import Dated, Use, iso
from ..reading import Sentence, Token
from . import clauses

_NUMBERS = {"дв": 2, "тр": 3, "четыр": 4, "пят": 5, "шест": 6, "сем": 7}
_MANY = r"(?P<n>дв[аеу]\w*|тр[иеё]\w*|четыр\w+|пят\w+|шест\w+|сем\w+)"
_EVENTS = (
    r"саммит|заседани|сесси|визит|встреч|форум|выбор|дн[яю]\b|праздник|годовщин|юбиле|совещани|конференци|"
    r"отъезд|приезд|открыти|нов|переговор|голосовани|поездк|старт|начал"
)
_NO_NOUN = rf"(?!\s+(?:[а-яё-]+(?:ого|его|ой|ей|ых|их)\s+)?(?:{_EVENTS}))"
_PATTERNS: tuple[tuple[int, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (step, tuple(hints.split()), re.compile(pattern, re.IGNORECASE))
    for step, hints, pattern in (
        (
            0,
            "день тем",
            r"\b(?:в|на)\s+(?:тот|этот)\s+(?:же\s+)?(?:самый\s+)?день\b|\bтем\s+же\s+(?:вечером|утром|днём|днем)\b",
        ),
        (
            0,
            "тот ту",
            r"\bво?\s+тот\s+же\s+(?:понедельник|вторник|четверг)\b|\bв\s+ту\s+же\s+(?:среду|пятницу|субботу)\b",
        ),
        (0, "вечер тогда утро", r"\bв\s+тот\s+же\s+вечер\b|\bтогда\s+же\b|\bв\s+то\s+же\s+утро\b"),
        (
            0,
            "утром вечером днём днем",
            r"(?:(?<=[.!?]\s)|(?<=\n)|(?<=,\sа\s))(?:утром|вечером|днём|днем)\b(?!\s+(?:ранее|раньше|позже|позднее|\d))",
        ),
        (
            1,
            "день назавтра наутро",
            r"\bна\s+(?:следующий|другой)\s+день\b|\bназавтра\b|\bнаутро\b|\bдень\s+спустя\b|\bспустя\s+день\b",
        ),
        (
            1,
            "днём днем утро назавтра",
            r"\bдн[её]м\s+(?:позже|позднее)\b|\bна\s+следующее\s+утро\b|\bуже\s+назавтра\b",
        ),
        (
            -1,
            "накануне днём днем день",
            rf"\bнакануне\b{_NO_NOUN}|\bдн[её]м\s+(?:ранее|раньше)\b|\bза\s+день\s+до\s+(?:этого|того|него|неё)\b",
        ),
        (-1, "день", rf"\bза\s+день\s+до\s+(?:{_EVENTS})\w*|\bв\s+предыдущий\s+день\b"),
        (7, "недел", r"\b(?:спустя|через)\s+неделю\b|\bнеделей\s+(?:позже|позднее)\b|\bнеделю\s+спустя\b"),
        (-7, "недел", r"\bнеделей\s+(?:ранее|раньше)\b|\bза\s+неделю\s+до\s+(?:этого|того)\b"),
        (
            1,
            "дня дней суток днями",
            rf"\b(?:через|спустя)\s+{_MANY}\s+(?:дня|дней|суток)\b|\b{_MANY.replace('<n>', '<n2>')}\s+днями\s+поз\w+",
        ),
        (
            -1,
            "днями дня дней",
            rf"\b{_MANY}\s+днями\s+ран\w+|\bза\s+{_MANY.replace('<n>', '<n2>')}\s+(?:дня|дней)\s+до\b",
        ),
    )
)
"""Days to add, parts of words of which each match has one (most texts have none, and to look is cheap), pattern."""


_SAME_YEAR = re.compile(r"\s+того же года")


def of_that_year(text: str, known: Sequence[Dated]) -> Iterator[Dated]:
    """The dates, those "того же года" with the year of the last date before them."""
    before: Dated | None = None
    for day in known:
        told = day
        if before is not None and _SAME_YEAR.match(text, day.stop) and day.date[:4] != before.date[:4]:
            told = _moved(day, int(before.date[:4]) - int(day.date[:4]))
        before = told
        yield told


def told_from(text: str, known: Sequence[Dated], published: str | None) -> Iterator[Dated]:
    """Days that stand in relation to the last full day before them; none where no day was told.

    Where days past and days to come stand before, those past are meant.
    """
    full = [d for d in known if d.precision == len("ymd") and d.use is Use.WHEN]
    anchors = [d for d in full if not published or d.date <= published] or full
    lower = text.lower()
    hits = sorted(
        (hit.start(), hit.end(), step * _count(hit))
        for step, hints, pattern in _PATTERNS
        if any(hint in lower for hint in hints)
        for hit in pattern.finditer(text)
    )
    yield from _of_that_month(text, known, anchors)
    ago = tuple(_ago(text, known, published))
    yield from ago
    anchors = [*anchors, *(d for d in ago if d.precision == len("ymd"))]
    yield from _of_the_week(text, known, anchors, published)
    moved: list[Dated] = []
    for start, stop, days in hits:
        this = text[start:stop].lower().startswith("в этот") and any("\n" not in text[d.stop : start] for d in full)
        before = [d for d in (*(full if this else anchors), *moved) if d.stop <= start]
        if (
            not before
            or _SAID.search(text[max(0, start - 60) : start])
            or any(d.start < stop and start < d.stop for d in known)
        ):
            continue
        anchor = max(before, key=lambda d: d.stop)
        whence = anchor.end if days > 0 and anchor.end else anchor.date
        if len(whence) != len("2020-01-01"):
            continue
        day = (datetime.date.fromisoformat(whence) + datetime.timedelta(days=days)).isoformat()
        found = Dated(start=start, stop=stop, date=day, rule="rule:date_from_another")
        if days >= 0:  # what is told of the day before is told in passing
            moved.append(found)
        yield found


_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_WEEKDAY = re.compile(
    r"\bво?\s+(?:минувш(?:ий|ую|ее)\s+)?(?P<w>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b(?!,?\s+\d)"
)
_AGO = re.compile(
    rf"\b(?:(?:(?P<one>день|неделю|месяц|год)|{_MANY}\s+(?P<unit>дня|дней|недели|недель|месяца|месяцев|года|лет))\s+назад|"
    r"(?P<day>позавчера|вчера)|(?:в|на)\s+(?:прошл|минувш|предыдущ)\w+\s+(?P<last>неделе|месяце|году))\b",
    re.IGNORECASE,
)
_STEPS = {"д": 1, "нед": 7, "мес": 30, "го": 365, "лет": 365}
"""Days of the units that something lies back, by how they begin."""


def _ago(text: str, known: Sequence[Dated], published: str | None) -> Iterator[Dated]:
    """ "месяц назад", "вчера", "на прошлой неделе", from the day of publication: as precise as the unit is."""
    if published is None or len(published) != len("2020-01-01"):
        return
    day = datetime.date.fromisoformat(published)
    for hit in _AGO.finditer(text):
        word = (hit["one"] or hit["unit"] or hit["last"] or "день").lower()
        count = {"вчера": 1, "позавчера": 2}.get((hit["day"] or "").lower(), _count(hit))
        step = next(days for stem, days in _STEPS.items() if word.startswith(stem))
        if step == _STEPS["мес"]:
            then = day.replace(day=1)
            for _ in range(count):
                then = (then - datetime.timedelta(days=1)).replace(day=1)
            date = then.isoformat()[:7]
        elif step == _STEPS["го"]:
            date = str(day.year - count)
        else:
            then = day - datetime.timedelta(days=step * count)
            date = then.isoformat() if step == 1 else then.isoformat()[:7]
        place = bisect_left(known, hit.start(), key=lambda d: d.start)
        near = known[max(0, place - 1) : place + 1]
        if not any(d.start < hit.end() and hit.start() < d.stop for d in near):
            yield Dated(start=hit.start(), stop=hit.end(), date=date, rule="rule:date_ago")


_NEXT_WEEK = re.compile(r"\bна\s+(?:следующей|будущей)\s+неделе\b", re.IGNORECASE)
_HEAD = 120
"""Characters within which a dateline stands."""


def _of_the_week(text: str, known: Sequence[Dated], anchors: Sequence[Dated], published: str | None) -> Iterator[Dated]:
    """ "в воскресенье": the last such day before that of the dateline or of publication, or that day itself."""
    line = next((d.date for d in anchors if d.start < _HEAD and text[: d.start].strip()[-1:] in {",", "."}), published)
    if line is None or len(line) != len("2020-01-01"):
        return
    last = datetime.date.fromisoformat(line)
    for hit in _NEXT_WEEK.finditer(text):
        monday = last + datetime.timedelta(days=len(_WEEKDAYS) - last.weekday())
        yield Dated(start=hit.start(), stop=hit.end(), date=monday.isoformat()[:7], rule="rule:month_of_next_week")
    for hit in _WEEKDAY.finditer(text):
        wanted = next(i for i, stem in enumerate(_WEEKDAYS) if hit["w"].startswith(stem))
        day = last - datetime.timedelta(days=(last.weekday() - wanted) % len(_WEEKDAYS))
        if not any(d.start < hit.end() and hit.start() < d.stop for d in known):
            yield Dated(start=hit.start(), stop=hit.end(), date=day.isoformat(), rule="rule:date_of_weekday")


_NUMBER = re.compile(r"\b(?P<d>\d{1,2})(?:-?(?:го|е))?\s+числ[оау]м?\b", re.IGNORECASE)


def _of_that_month(text: str, known: Sequence[Dated], anchors: Sequence[Dated]) -> Iterator[Dated]:
    """ "28-го числа": a day of the month told of last."""
    for hit in _NUMBER.finditer(text):
        before = [d for d in known if d.stop <= hit.start() and d.precision > 1]
        if before and not any(d.start < hit.end() and hit.start() < d.stop for d in anchors):
            month = max(before, key=lambda d: d.stop).date[:7]
            day = iso(int(month[:4]), int(month[5:]), int(hit["d"]))
            if day is not None:
                yield Dated(start=hit.start(), stop=hit.end(), date=day, rule="rule:date_of_that_month")


_SAID = re.compile(r"(?:\bкак\s+[^.,]{0,40}|(?:сообщи|заяви|рассказа)\w*[^.,]{0,15})$", re.IGNORECASE)
"""Words after which a day is that of the report ("как сообщили накануне")."""


def _count(hit: re.Match[str]) -> int:
    words = hit.groupdict()
    word = (words.get("n") or words.get("n2") or "").lower()
    return next((number for stem, number in _NUMBERS.items() if word.startswith(stem)), 1)


_YEAR = re.compile(r"\d{4}|год|с\.\s?г")


def by_tense(text: str, tokens: Sequence[Token], sentence: Sentence, day: Dated, published: str | None) -> Dated:
    """A day or month without a year, moved by one year where the tense of its sentence gainsays the day of publication.

    "В декабре подписали", published in January, is of last year; "в феврале пройдёт", in December, of next year.
    """
    if (
        not published
        or len(published) < len("2020-01")
        or day.precision == 1
        or _YEAR.search(text[day.start : day.stop].lower())
    ):
        return day
    words = tokens[sentence.first : sentence.last]
    tenses = {clauses.tense(t) for t in words if t.pos == "VERB"} - {""}
    ahead = _is_ahead(words, day)
    if day.rule == "rule:date_of_weekday" and (ahead or tenses == {"futr"}) and day.date < published:
        week = datetime.timedelta(days=len(_WEEKDAYS))
        return replace(day, date=(datetime.date.fromisoformat(day.date) + week).isoformat())
    if ahead or day.rule in {"rule:date_from_another", "rule:date_of_weekday"} or day.date[:4] != published[:4]:
        return day
    published = published[: len(day.date)]
    if tenses == {"past"} and day.date > published and int(day.date[5:7]) - int(published[5:7]) >= _HALF:
        return _moved(day, -1)
    if tenses == {"futr"} and day.date < published and int(published[5:7]) - int(day.date[5:7]) >= _HALF:
        return _moved(day, 1)
    return day


def _is_ahead(words: Sequence[Token], day: Dated) -> bool:
    """Whether a word of plans reaches the day, with no verb in the past between ("о планах рассказывал 1 сентября")."""
    past = [t.start for t in words if t.pos == "VERB" and clauses.tense(t) == "past"]
    plans = (t for t in words if t.lemma.startswith(_TO_COME))
    return any(not any(t.start < at < day.start for at in past) for t in plans)


_TO_COME = (
    "предл",
    "намет",
    "намеч",
    "заплан",
    "план",
    "пригла",
    "ожид",
    "ждать",
    "назнач",
    "предсто",
    "услови",
    "договори",
    "готов",
    "подготов",
    "услови",
    "договор",
    "реш",
)
"""Beginnings of words after which a verb in the past tells of what is to come ("предложил собраться в ноябре")."""
_HALF = 2
"""Months by which a date must differ, for the tense to be believed rather than the year."""


def _moved(day: Dated, years: int) -> Dated:
    def move(date: str | None) -> str | None:
        return f"{int(date[:4]) + years}{date[4:]}" if date else None

    return replace(day, date=move(day.date) or day.date, end=move(day.end))
