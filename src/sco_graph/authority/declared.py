"""What the tables declare, and the check that a cell names something declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Key
from .rows import Row

_FILE = {"state": "states", "body": "bodies", "official": "officials", "place": "places"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Slugs by kind of entity, kinds of post by where they are held, and the ids of sources."""

    slugs: Mapping[str, frozenset[str]]
    explicit_posts: Mapping[str, Row]
    post_kinds: Mapping[str, str]
    sources: frozenset[str]

    @classmethod
    def of(cls, tables: Mapping[str, Sequence[Row]]) -> Declared:
        """Gather what the tables declare."""
        return cls(
            slugs={
                "state": frozenset(row["code"] for row in tables["states"]),
                "body": frozenset(row["key"] for row in tables["bodies"]),
                "official": frozenset(row["key"] for row in tables["officials"]),
                "place": frozenset(row["key"] for row in tables["places"]),
            },
            explicit_posts={row["key"]: row for row in tables["posts"]},
            post_kinds={row["kind"]: row["at"] for row in tables["post_kinds"]},
            sources=frozenset(row["id"] for row in tables["sources"]),
        )

    def key(self, row: Row, column: str, kind: str | None = None) -> Key:
        """The key that a cell names; InvalidRecord when it is not declared."""
        kind, slug = kind or column, row[column]
        if slug not in self.slugs[kind]:
            raise row.error(f'{kind} "{slug}" is not declared', f"Add it to {_FILE[kind]}.tsv or mend the row.")
        return Key(f"{kind}/{slug}")

    def optional(self, row: Row, column: str, kind: str | None = None) -> Key | None:
        """The same, or None where the cell is empty."""
        return self.key(row, column, kind) if row[column] else None

    def entity(self, row: Row, column: str) -> Key:
        """The entity of a whole key (``body/sco``, ``post/cn-premier``); InvalidRecord when it is not declared."""
        kind, _, slug = row[column].partition("/")
        if slug not in self.slugs.get(kind, ()) and not (kind == "post" and self.post(slug)):
            raise row.error(f'{column} "{row[column]}" is not declared', "Write kind/key of a row of the tables.")
        return Key(row[column])

    def holder(self, row: Row, column: str = "at") -> Key:
        """Key of the state (an ISO code) or body at which a post is held."""
        kind = "state" if row[column] in self.slugs["state"] else "body"
        return self.key(row, column, kind)

    def source(self, row: Row) -> str:
        """The sources of a row, each declared in sources.tsv or an address or ``unverified``."""
        for source in row["source"].split("; "):
            if source not in self.sources and not source.startswith(("http://", "https://")):
                raise row.error(f'source "{source}" is not declared', "Add it to sources.tsv or give an address.")
        return row["source"]

    def post(self, slug: str) -> tuple[str, str] | None:
        """Kind and slug of the state or body of a post: ``cn-foreign-minister`` -> (``foreign-minister``, ``CN``).

        A post is declared by a row of posts.tsv, or by its form: a state's code or a
        body's key, a hyphen, and a kind that is held there.
        """
        if slug in self.explicit_posts:
            row = self.explicit_posts[slug]
            return row["kind"], row["at"]
        parts = slug.split("-")
        for cut in range(len(parts) - 1, 0, -1):
            at, kind = "-".join(parts[:cut]), "-".join(parts[cut:])
            where = self.post_kinds.get(kind)
            if where in ("state", "any") and at.upper() in self.slugs["state"] and len(at) == 2:
                return kind, at.upper()
            if where in ("body", "any") and at in self.slugs["body"]:
                return kind, at
        return None
