"""Rows of the tables of patterns (government bodies, posts), to records; posts made from them."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Key
from .cells import LANGUAGES, choice, member
from .declared import Declared
from .records import GovernmentKind, Name, NameKind, Pattern, Post, PostKind
from .rows import Row


def government_kind(row: Row, known: Declared) -> GovernmentKind:
    """A row of government.tsv."""
    states = tuple(row["states"].split())
    for state in states:
        if state not in known.slugs["state"]:
            raise row.error(f'state "{state}" is not declared', "Use codes of states.tsv, parted by blanks.")
    return GovernmentKind(kind=row["kind"], slug=row["slug"], code=row["code"], states=states, source=known.source(row))


def government_name(row: Row, known: Declared) -> Pattern:
    """A row of government_names.tsv."""
    return Pattern(
        of=row["kind"],
        text=row["text"],
        language=choice(row, "language", LANGUAGES),
        kind=member(row, "name", NameKind),
        source=known.source(row),
        state=(known.optional(row, "state") or "").removeprefix("state/"),
    )


def post_kind(row: Row, known: Declared) -> PostKind:
    """A row of post_kinds.tsv."""
    return PostKind(
        kind=row["kind"],
        type=row["type"],
        rank=row["rank"],
        government=row["government"] or None,
        at=choice(row, "at", ("state", "body", "any")),
        single=choice(row, "single", ("single", "many")) == "single",
        source=known.source(row),
    )


def title(row: Row, known: Declared) -> Pattern:
    """A row of post_titles.tsv."""
    return Pattern(
        of=row["kind"],
        text=row["title"],
        language=choice(row, "language", LANGUAGES),
        kind=member(row, "name", NameKind),
        source=known.source(row),
    )


def posts(
    tables: dict[str, tuple[Row, ...]], known: Declared, kinds: Sequence[PostKind], held: Sequence[Key]
) -> tuple[Post, ...]:
    """Posts of posts.tsv and those that a tenure or a meeting names by their form."""
    of = {kind.kind: kind for kind in kinds}
    found: dict[Key, Post] = {}
    for row in tables["posts"]:
        if row["kind"] not in of:
            raise row.error(
                f'kind of post "{row["kind"]}" is not declared', "Add it to post_kinds.tsv or mend the row."
            )
        key = Key(f"post/{row['key']}")
        found[key] = _made(key, of[row["kind"]], known.holder(row), known.source(row))
    for post in held:
        if post not in found and (declared := known.post(post.removeprefix("post/"))):
            kind, at = declared
            where = Key(f"state/{at}" if at in known.slugs["state"] else f"body/{at}")
            found[post] = _made(post, of[kind], where, of[kind].source)
    return tuple(found.values())


def _made(key: Key, kind: PostKind, at: Key, source: str) -> Post:
    return Post(key=key, type=kind.type, rank=kind.rank, at=at, source=source, kind=kind.kind)


def titles_of(post: Post, titles: Sequence[Pattern]) -> tuple[Name, ...]:
    """Titles of a post, from those of its type."""
    return tuple(
        Name(entity=post.key, text=title.text, language=title.language, kind=title.kind, source=title.source)
        for title in titles
        if title.of == post.kind
    )
