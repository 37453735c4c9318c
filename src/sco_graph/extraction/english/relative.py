"""Days told by the day before them in a text: "the next day", "a day earlier", "on the same day"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..dates import Dated, Use

_WORDS = re.compile(
    r"\b(?:(?P<same>(?:on|later|earlier)\s+(?:on\s+)?(?:the\s+same|that(?:\s+same)?)\s+day|the\s+same\s+"
    r"(?:day|evening|afternoon|morning)|that\s+(?:same\s+)?(?:evening|afternoon|morning))|"
    r"(?P<next>(?:the\s+)?(?:next|following)\s+(?:day|morning)|(?:a|one)\s+day\s+later|the\s+day\s+after)|"
    r"(?P<before>(?:the\s+)?(?:previous|preceding)\s+(?:day|evening)|(?:a|one)\s+day\s+(?:earlier|before)|"
    r"the\s+day\s+before))(?=[\s,.;)]|$)",
    re.IGNORECASE,
)
_STEPS = {"same": 0, "next": 1, "before": -1}


def days(text: str, dated: Sequence[Dated]) -> Iterator[Dated]:
    """Days that words set beside the last full date before them; none where no day is told before.

    >>> told = Dated(start=3, stop=14, date="2021-05-31", rule="rule:date_day_month")
    >>> [d.date for d in days("On 31 May 2021 they met. The next day they parted.", (told,))]
    ['2021-06-01']
    """
    full = [d for d in dated if d.precision == 3 and d.use is Use.WHEN]
    found: list[Dated] = []
    for hit in _WORDS.finditer(text):
        before = [d for d in (*full, *found) if d.stop <= hit.start()]
        if not before:
            continue
        last = max(before, key=lambda d: d.start)
        step = _STEPS[hit.lastgroup or "same"]
        day = datetime.date.fromisoformat(last.end if step == 1 and last.end and len(last.end) == 10 else last.date)
        value = (day + datetime.timedelta(days=step)).isoformat()
        new = replace(last, start=hit.start(), stop=hit.end(), date=value, end=None, rule="rule:date_beside_another")
        found.append(new)
        yield new
