"""Who held a post on a day, as a table: from the authority tables alone, so that no store is needed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from ..authority.holders import Holder, holders_on, nearest
from ..authority.index import Index
from ..authority.records import Authority, Tenure
from ..authority.seats import language_of, seat_named, seats_of
from ..authority.wording import Called, posts_called
from ..errors import InvalidQuery
from ..model import Key, Language, Table, Term
from ..vocabulary import XSD, iri

COLUMNS = (
    "name", "title", "at", "start", "end", "knownFrom", "knownUntil", "certainty", "acting", "verified", "source",
    "note", "person", "post",
)  # fmt: skip
UNKNOWN = "unknown"
MANY = 12
"""Posts that are told before the rest is left out."""

_SENT_TO = re.compile(r"-to-([a-z0-9-]+)$")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def post_holder(authority: Authority, *, post: str, at: str, date: str, language: str = "en") -> Table:
    """Holders of a post at a state or body on a date, one row for each row of the tables that says so.

    ``post`` is a title in English, Russian or Chinese, a kind or a type; ``at`` a code, name or key;
    ``date`` YYYY, YYYY-MM or YYYY-MM-DD; ``language`` that of names. ``certainty`` is ``certain`` or ``possible``, or
    ``unknown`` in the only row, without a person, where the tables are silent.
    Raises UnknownEntity and InvalidQuery.

    >>> from sco_graph.authority import load
    >>> table = post_holder(load(), post="外长", at="CN", date="2020-04-29")
    >>> [str(cell) for cell in table.rows[0][:4]]
    ['Wang Yi', 'Minister of Foreign Affairs', 'China', '2013-03-17']
    """
    index = Index(authority)
    seat, called = _asked(index, post, at, date, language)
    holders = holders_on(index, called, date)
    rows = [_row(index, holder, language) for holder in holders] or [_unknown(index, called, seat, post, language)]
    return Table(columns=COLUMNS, rows=tuple(rows))


def nearest_known(authority: Authority, *, post: str, at: str, date: str, language: str = "en") -> tuple[str, ...]:
    """What to go by where nothing is known, a line each: the last tenure before the date and the first after it.

    Where the tables have no such post there, the posts that they have instead.
    """
    index = Index(authority)
    seat, called = _asked(index, post, at, date, language)
    near = nearest(index, called, date)
    if near or called.posts:
        return tuple(f"nearest known: {_told(index, tenure, language)}" for tenure in near)
    here = [known for place in seats_of(index, seat) for known in index.posts_at(place)]
    alike = [known for known in here if _begins(index, known.key, post)] or here
    titles = [*dict.fromkeys(_title(index, known.key, language) for known in alike)]
    more = ", ..." if len(titles) > MANY else ""
    return (f"posts known there: {', '.join(titles[:MANY])}{more}",) if titles else ()


def _begins(index: Index, post: Key, phrase: str) -> bool:
    """Whether a title of a post begins with the words asked for: "министр" of many ministers."""
    titles = (name.text.casefold() for name in index.names_of(post, language_of(phrase)))
    return any(title.startswith(phrase.strip().casefold()) for title in titles)


def _asked(index: Index, post: str, at: str, date: str, language: str) -> tuple[Key, Called]:
    _check_date(date)
    if language not in list(Language):
        raise InvalidQuery("language", f'"{language}" is no language', f"Use {', '.join(Language)}.")
    seat = seat_named(index, at)
    return seat, posts_called(index, post, seat)


def _check_date(text: str) -> None:
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        datetime.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError as error:
        raise InvalidQuery("date", f'"{text}" is no date', "Write YYYY-MM-DD, YYYY-MM or YYYY.") from error


def _row(index: Index, holder: Holder, language: str) -> tuple[Term | None, ...]:
    tenure, post = holder.tenure, index.post(holder.post)
    return (
        _text(index.label(holder.person, language)),
        _text(_title(index, holder.post, language)),
        _text(index.label(post.at, language) if post else ""),
        *map(_dated, (tenure.start, tenure.end, tenure.known_from, tenure.known_until)),
        Term(value=holder.certainty),
        _truth(holder.acting),
        _truth(tenure.verified),
        _text("; ".join(addresses(index, tenure.source))),
        _text(tenure.note),
        Term(value=iri(holder.person), kind="iri"),
        Term(value=iri(holder.post), kind="iri"),
    )


def _unknown(index: Index, called: Called, seat: Key, post: str, language: str) -> tuple[Term | None, ...]:
    one = called.posts[0] if len(called.posts) == 1 else None
    cells = {
        "title": _text(_title(index, one, language) if one else post),
        "at": _text(index.label(seat, language)),
        "certainty": Term(value=UNKNOWN),
        "post": Term(value=iri(one), kind="iri") if one else None,
    }
    return tuple(cells.get(column) for column in COLUMNS)


def addresses(index: Index, source: str) -> Iterable[str]:
    """The sources of a row as addresses, where the table of sources has one; else as they stand."""
    urls = {one.id: one.url for one in index.authority.sources}
    return [urls.get(one) or one for one in source.split("; ")]


def _told(index: Index, tenure: Tenure, language: str) -> str:
    """One tenure in a line: "Wang Yi, Minister of Foreign Affairs, 2013-03-17 to ? (seen until 2022-07-23)"."""
    seen = [f"{word} {day}" for word, day in (("from", tenure.known_from), ("until", tenure.known_until)) if day]
    known = f" (seen {', '.join(seen)})" if seen else ""
    term = f"{tenure.start or '?'} to {tenure.end or '?'}{known}"
    return f"{index.label(tenure.holder, language)}, {_title(index, tenure.post, language)}, {term}"


def _title(index: Index, post: Key, language: str) -> str:
    """The title of a post; of one at another state or body with that: "Ambassador ... (China)"."""
    title = index.label(post, language)
    sent = _SENT_TO.search(post)
    if sent is None or f"({sent[1]})" in title:
        return title
    state = Key(f"state/{sent[1].upper()}")
    target = state if index.names_of(state) else Key(f"body/{sent[1]}")
    return f"{title} ({index.label(target, language)})" if index.names_of(target) else title


def _text(text: str) -> Term | None:
    return Term(value=text) if text else None


def _truth(value: bool) -> Term:
    return Term(value=str(value).lower(), datatype=f"{XSD}boolean")


def _dated(date: str | None) -> Term | None:
    return Term(value=date, datatype=XSD + _TYPES[len(date)]) if date else None
