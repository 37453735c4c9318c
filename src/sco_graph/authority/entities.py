"""Rows of the tables of entities, to records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..model import BodyKind, Key
from .cells import LANGUAGES, STATUSES, choice, member, ordered
from .declared import Declared
from .records import Body, Name, NameKind, Person, Place, State, StateMembership, Tenure
from .rows import Row

_SCRIPTS = {"ru": re.compile(r"[\u0400-\u04ff]"), "zh": re.compile(r"[\u4e00-\u9fff]")}
_MEMBERSHIP_KINDS = ("member", "observer", "partner", "chair")


def state(row: Row, known: Declared) -> State:
    """A row of states.tsv."""
    return State(
        key=Key(f"state/{row['code']}"),
        code=row["code"],
        alpha3=row["alpha3"],
        m49=row["m49"] or None,
        wikidata=row["wikidata"] or None,
        source=known.source(row),
    )


def bodies(tables: dict[str, tuple[Row, ...]], known: Declared) -> tuple[Body, ...]:
    """Rows of bodies.tsv, with the ids of body_identifiers.tsv."""
    ids = {known.key(row, "body"): row["wikidata"] for row in tables["body_identifiers"]}
    return tuple(
        Body(
            key=Key(f"body/{row['key']}"),
            code=row["code"],
            kind=member(row, "kind", BodyKind),
            organ_of=known.optional(row, "organ_of", "body"),
            state=known.optional(row, "state"),
            wikidata=row["wikidata"] or ids.get(Key(f"body/{row['key']}")),
            source=known.source(row),
        )
        for row in tables["bodies"]
    )


def person(row: Row, known: Declared) -> Person:
    """A row of officials.tsv."""
    return Person(
        key=Key(f"official/{row['key']}"),
        state=known.optional(row, "state"),
        wikidata=row["wikidata"] or None,
        source=known.source(row),
    )


def names(tables: dict[str, tuple[Row, ...]], known: Declared) -> tuple[Name, ...]:
    """Names of states, bodies, officials and places."""
    found: list[Name] = []
    for kind, table in (
        ("state", "state_names"), ("body", "body_names"), ("official", "official_names"), ("place", "place_names"),
    ):  # fmt: skip
        for row in tables[table]:
            if kind == "official":
                _written(row)
            found.append(
                Name(
                    entity=known.key(row, kind),
                    text=row["text"],
                    language=choice(row, "language", LANGUAGES),
                    kind=member(row, "kind", NameKind),
                    source=known.source(row),
                )
            )
    return tuple(found)


def _written(row: Row) -> None:
    """InvalidRecord when a person's name is not in the script of its language."""
    found = {language for language, script in _SCRIPTS.items() if script.search(row["text"])} or {"en"}
    if row["language"] in LANGUAGES and row["language"] not in found:
        raise row.error(
            f'"{row["text"]}" is no name in "{row["language"]}"', f"Make the language {' or '.join(sorted(found))}."
        )


def tenure(row: Row, known: Declared) -> Tenure:
    """A row of tenures.tsv."""
    if known.post(row["post"]) is None:
        raise row.error(f'post "{row["post"]}" is not declared', "Add it to posts.tsv or mend the row.")
    start, end = row.date("start"), row.date("end")
    known_from, known_until = row.date("known_from"), row.date("known_until")
    for earlier, later in ((start, end), (start, known_until), (known_from, known_until), (known_from, end)):
        ordered(row, earlier, later)
    verified = choice(row, "status", STATUSES) == "verified"
    if verified and row["source"] == "unverified":
        raise row.error("a verified row has no source", "Give its source, or make its status unverified.")
    return Tenure(
        key=Key("-".join(filter(None, (f"tenure/{row['post']}", row["official"], start)))),
        holder=known.key(row, "official"),
        post=Key(f"post/{row['post']}"),
        start=start,
        end=end,
        source=known.source(row),
        verified=verified,
        known_from=known_from,
        known_until=known_until,
        note=row["note"],
    )


def memberships(rows: Sequence[Row], known: Declared) -> tuple[StateMembership, ...]:
    """Rows of memberships.tsv; where a state was the same in a body more than once, keys also carry the start."""
    made = [_membership(row, known) for row in rows]
    count = Counter(one.key for one in made)
    return tuple(
        replace(one, key=Key(f"{one.key}-{one.start}")) if count[one.key] > 1 or one.kind == "chair" else one
        for one in made
    )


def _membership(row: Row, known: Declared) -> StateMembership:
    kind, start, end = choice(row, "kind", _MEMBERSHIP_KINDS), row.date("start"), row.date("end")
    ordered(row, start, end)
    return StateMembership(
        key=Key(f"membership/{row['body']}-{row['state'].lower()}-{kind}"),
        state=known.key(row, "state"),
        body=known.key(row, "body"),
        kind=kind,
        start=start,
        end=end,
        source=known.source(row),
        verified=choice(row, "status", STATUSES) == "verified",
    )


def place(row: Row, known: Declared) -> Place:
    """A row of places.tsv."""

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
