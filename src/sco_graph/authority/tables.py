"""From rows to records: every reference is declared, every source named; later folders are laid over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ..model import BodyKind, Key
from .declared import Declared
from .records import (
    Authority,
    Body,
    GovernmentKind,
    Name,
    NameKind,
    Pattern,
    Person,
    Place,
    Post,
    PostKind,
    Source,
    State,
    StateMembership,
    Tenure,
)
from .rows import COLUMNS, Row, files, rows

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
_LANGUAGES = ("en", "ru", "zh")
_MEMBERSHIP_KINDS = ("member", "observer", "partner")
_STATUSES = ("verified", "unverified")
_IDENTITY = {
    "states": ("code",), "bodies": ("key",), "officials": ("key",), "places": ("key",), "posts": ("key",),
    "post_kinds": ("kind",), "government": ("kind",), "sources": ("id",), "state_genitives": ("text",),
    "body_identifiers": ("body",), "tenures": ("official", "post", "start"), "memberships": ("state", "body", "kind"),
}  # fmt: skip


def read(folders: Sequence[Path]) -> Authority:
    """Read the tables of the folders, the later laid over the earlier; InvalidRecord names file, line and remedy."""
    tables = {table: _laid(folders, table) for table in COLUMNS}
    known = Declared.of(tables)
    types = _all(tables["post_kinds"], _post_kind, known)
    titles = _all(tables["post_titles"], _title, known)
    tenures = _all(tables["tenures"], _tenure, known)
    posts = _posts(tables, known, types, tenures)
    return Authority(
        version=version(folders),
        names=(*_names(tables, known), *(name for post in posts for name in titles_of(post, titles))),
        states=_all(tables["states"], _state, known),
        bodies=_bodies(tables, known),
        people=_all(tables["officials"], _person, known),
        posts=posts,
        tenures=tenures,
        memberships=_all(tables["memberships"], _membership, known),
        places=_all(tables["places"], _place, known),
        government=_all(tables["government"], _government, known),
        government_names=_all(tables["government_names"], _government_name, known),
        post_kinds=types,
        post_titles=titles,
        genitives=tuple((row["text"], row["genitive"]) for row in tables["state_genitives"]),
        sources=tuple(
            Source(id=row["id"], url=row["url"], licence=row["licence"], note=row["note"]) for row in tables["sources"]
        ),
    )


def version(folders: Sequence[Path]) -> str:
    """Sixteen hex digits of the SHA-256 of the bytes of all tables."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.tsv")):
            total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def titles_of(post: Post, titles: Sequence[Pattern]) -> tuple[Name, ...]:
    """Titles of a post, from those of its type."""
    return tuple(
        Name(entity=post.key, text=title.text, language=title.language, kind=title.kind, source=title.source)
        for title in titles
        if title.of == post.kind
    )


def _laid(folders: Sequence[Path], table: str) -> tuple[Row, ...]:
    """Rows of a table: one of a later folder takes the place of one with the same identity; twice in one is an error."""
    laid: dict[tuple[str, ...], Row] = {}
    columns = _IDENTITY.get(table) or COLUMNS[table][:-1]
    for folder in folders:
        here: dict[tuple[str, ...], Row] = {}
        for path in files(folder, table):
            for row in rows(path, table):
                identity = tuple(row[column] for column in columns)
                if identity in here:
                    raise row.error(
                        f'"{" ".join(identity)}" stands here and at {here[identity].where}', "Keep one of the two rows."
                    )
                here[identity] = row
        laid.update(here)
    return tuple(laid.values())


def _all(rows_: Sequence[Row], make: Callable[[Row, Declared], T], known: Declared) -> tuple[T, ...]:
    return tuple(make(row, known) for row in rows_)


def _choice(row: Row, column: str, choices: Sequence[str]) -> str:
    if row[column] not in choices:
        raise row.error(f'{column} "{row[column]}" is unknown', f"Use one of: {', '.join(choices)}.")
    return row[column]


def _enum(row: Row, column: str, kind: type[E]) -> E:
    return kind(_choice(row, column, [member.value for member in kind]))


def _state(row: Row, known: Declared) -> State:
    return State(
        key=Key(f"state/{row['code']}"),
        code=row["code"],
        alpha3=row["alpha3"],
        m49=row["m49"] or None,
        wikidata=row["wikidata"] or None,
        source=known.source(row),
    )


def _bodies(tables: dict[str, tuple[Row, ...]], known: Declared) -> tuple[Body, ...]:
    ids = {known.key(row, "body"): row["wikidata"] for row in tables["body_identifiers"]}
    return tuple(
        Body(
            key=Key(f"body/{row['key']}"),
            code=row["code"],
            kind=_enum(row, "kind", BodyKind),
            organ_of=known.optional(row, "organ_of", "body"),
            state=known.optional(row, "state"),
            wikidata=row["wikidata"] or ids.get(Key(f"body/{row['key']}")),
            source=known.source(row),
        )
        for row in tables["bodies"]
    )


def _person(row: Row, known: Declared) -> Person:
    return Person(
        key=Key(f"official/{row['key']}"),
        state=known.optional(row, "state"),
        wikidata=row["wikidata"] or None,
        source=known.source(row),
    )


def _names(tables: dict[str, tuple[Row, ...]], known: Declared) -> tuple[Name, ...]:
    found: list[Name] = []
    for kind, table in (
        ("state", "state_names"), ("body", "body_names"), ("official", "official_names"), ("place", "place_names"),
    ):  # fmt: skip
        for row in tables[table]:
            found.append(
                Name(
                    entity=known.key(row, kind),
                    text=row["text"],
                    language=_choice(row, "language", _LANGUAGES),
                    kind=_enum(row, "kind", NameKind),
                    source=known.source(row),
                )
            )
    return tuple(found)


def _tenure(row: Row, known: Declared) -> Tenure:
    if known.post(row["post"]) is None:
        raise row.error(f'post "{row["post"]}" is not declared', "Add it to posts.tsv or mend the row.")
    start, end = row.date("start"), row.date("end")
    _ordered(row, start, end)
    return Tenure(
        key=Key("-".join(filter(None, (f"tenure/{row['post']}", row["official"], start)))),
        holder=known.key(row, "official"),
        post=Key(f"post/{row['post']}"),
        start=start,
        end=end,
        source=known.source(row),
        verified=_choice(row, "status", _STATUSES) == "verified",
        known_from=row.date("known_from"),
        known_until=row.date("known_until"),
        note=row["note"],
    )


def _membership(row: Row, known: Declared) -> StateMembership:
    kind, start, end = _choice(row, "kind", _MEMBERSHIP_KINDS), row.date("start"), row.date("end")
    _ordered(row, start, end)
    return StateMembership(
        key=Key(f"membership/{row['body']}-{row['state'].lower()}-{kind}"),
        state=known.key(row, "state"),
        body=known.key(row, "body"),
        kind=kind,
        start=start,
        end=end,
        source=known.source(row),
        verified=_choice(row, "status", _STATUSES) == "verified",
    )


def _ordered(row: Row, start: str | None, end: str | None) -> None:
    """A start may be coarser than an end: they are compared as far as both go."""
    if start and end and start[: len(end)] > end[: len(start)]:
        raise row.error(f"it ends on {end}, before it starts on {start}", "Mend one of the dates.")


def _posts(
    tables: dict[str, tuple[Row, ...]], known: Declared, kinds: Sequence[PostKind], tenures: Sequence[Tenure]
) -> tuple[Post, ...]:
    """Posts of posts.tsv and those that a tenure names by their form."""
    of = {kind.kind: kind for kind in kinds}
    found: dict[Key, Post] = {}
    for row in tables["posts"]:
        if row["kind"] not in of:
            raise row.error(f'kind of post "{row["kind"]}" is not declared', "Add it to post_kinds.tsv or mend the row.")
        key = Key(f"post/{row['key']}")
        found[key] = _post(key, of[row["kind"]], known.holder(row), known.source(row))
    for tenure in tenures:
        if tenure.post not in found and (declared := known.post(tenure.post.removeprefix("post/"))):
            kind, at = declared
            where = Key(f"state/{at}" if at in known.slugs["state"] else f"body/{at}")
            found[tenure.post] = _post(tenure.post, of[kind], where, of[kind].source)
    return tuple(found.values())


def _post(key: Key, kind: PostKind, at: Key, source: str) -> Post:
    return Post(key=key, type=kind.type, rank=kind.rank, at=at, source=source, kind=kind.kind)


def _place(row: Row, known: Declared) -> Place:
    def degrees(column: str, limit: int) -> float | None:
        if not row[column]:
            return None
        try:
            value = float(row[column])
        except ValueError as error:
            raise row.error(f'{column} "{row[column]}" is no number', "Write decimal degrees.") from error
        if abs(value) > limit:
            raise row.error(f"{column} {value} is beyond {limit}", "Write decimal degrees, WGS 84.")
        return value

    return Place(
        key=Key(f"place/{row['key']}"),
        state=known.optional(row, "state"),
        latitude=degrees("latitude", 90),
        longitude=degrees("longitude", 180),
        wikidata=row["wikidata"] or None,
        source=known.source(row),
    )


def _government(row: Row, known: Declared) -> GovernmentKind:
    states = tuple(row["states"].split())
    for state in states:
        if state not in known.slugs["state"]:
            raise row.error(f'state "{state}" is not declared', "Use codes of states.tsv, parted by blanks.")
    return GovernmentKind(kind=row["kind"], slug=row["slug"], code=row["code"], states=states, source=known.source(row))


def _government_name(row: Row, known: Declared) -> Pattern:
    return Pattern(
        of=row["kind"],
        text=row["text"],
        language=_choice(row, "language", _LANGUAGES),
        kind=_enum(row, "name", NameKind),
        source=known.source(row),
    )


def _post_kind(row: Row, known: Declared) -> PostKind:
    return PostKind(
        kind=row["kind"],
        type=row["type"],
        rank=row["rank"],
        government=row["government"] or None,
        at=_choice(row, "at", ("state", "body", "any")),
        single=_choice(row, "single", ("single", "many")) == "single",
        source=known.source(row),
    )


def _title(row: Row, known: Declared) -> Pattern:
    return Pattern(
        of=row["kind"],
        text=row["title"],
        language=_choice(row, "language", _LANGUAGES),
        kind=_enum(row, "name", NameKind),
        source=known.source(row),
    )
