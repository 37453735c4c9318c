"""Random edits of the authority tables, biased to rows and words that a corpus meets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sco_graph.authority import data_folder
from sco_graph.authority.records import Authority
from sco_graph.authority.tables import read

_NAMES = (
    "official_names", "official_names_diplomats", "body_names", "body_names_igo", "state_names", "place_names",
    "post_titles", "government_names",
)  # fmt: skip
_OTHERS = (
    "attestations", "bodies", "capitals", "decoys", "government", "meetings", "meeting_participants", "memberships",
    "officials", "officials_diplomats", "places", "post_kinds", "posts", "state_genitives", "states", "tenures",
    "tenures_diplomats",
)  # fmt: skip
_WORDS = re.compile(r"[A-ZА-ЯЁ][\w-]+(?: [A-ZА-ЯЁ]?[\w-]+){0,2}|[一-鿿]{2,4}")
_KINDS = ("alias", "preferred", "acronym")


@dataclass
class Tables:
    """Rows of all tables, by file: lists of cells, the header first."""

    files: dict[str, list[list[str]]]

    @classmethod
    def ours(cls, *folders: Path) -> Tables:
        """The tables of the project, with the rows of further folders behind them."""
        found: dict[str, list[list[str]]] = {}
        for folder in (data_folder(), *folders):
            for path in sorted(folder.glob("*.tsv")):
                lines = [line for line in path.read_text("utf-8").split("\n") if line.strip() and line[0] != "#"]
                cells = [line.split("\t") for line in lines]
                found[path.stem] = found.get(path.stem, cells[:1]) + cells[1:]
        return cls(found)

    def copy(self) -> Tables:
        """The same rows, to be edited."""
        return Tables({name: [list(row) for row in rows] for name, rows in self.files.items()})

    def read(self, folder: Path) -> Authority:
        """Write the tables to a folder and read them; InvalidRecord where an edit made no sense."""
        folder.mkdir(exist_ok=True)
        for name, rows in self.files.items():
            (folder / f"{name}.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
        return read((folder,))


@dataclass
class Editor:
    """Makes one edit after the other; ``texts`` and ``graphs`` are what the corpus says and what was made of it."""

    random: Random
    texts: Sequence[str]
    graphs: str
    met: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Find the keys of the graphs and the longer words of the texts."""
        words = (word for text in self.texts for word in re.findall(r"[\w-]{4,}", text) if word[0].isupper())
        keys = re.findall(r"/id/\w+/([^/>]+)>", self.graphs)
        self.met = frozenset((*keys, *words)) - {""}

    def edit(self, tables: Tables) -> str:
        """Edit the tables in place; what was done, in words."""
        edits: tuple[Callable[[Tables], str], ...] = (
            self._add_name, self._add_name, self._add_title, self._add_decoy, self._drop_name, self._drop_name,
            self._drop_row, self._drop_row, self._move_row, self._change_cell, self._change_cell, self._change_cell,
            self._swap_names, self._change_date, self._change_date, self._add_tenure, self._toggle_kind,
        )  # fmt: skip
        return self.random.choice(edits)(tables)

    def _words(self) -> str:
        """Words of the corpus that might be a name; now and then with another ending."""
        while True:
            found = _WORDS.findall(self.random.choice(self.texts))
            if found:
                words: str = self.random.choice(found)
                return words + self.random.choice(("", "", "", "а", "ов", "y")) if len(words) > 4 else words

    def _language(self, words: str) -> str:
        return "zh" if words[0] > "一" else "ru" if re.search("[А-яЁё]", words) else "en"

    def _row(self, tables: Tables, names: Sequence[str]) -> tuple[str, int]:
        """A table and the number of a row; mostly one that the corpus meets."""
        while True:
            table = self.random.choice([name for name in names if len(tables.files[name]) > 1])
            rows = tables.files[table]
            for _ in range(200):
                at = self.random.randrange(1, len(rows))
                if self._is_met(rows[at]):
                    return table, at
            if self.random.random() < 0.3:
                return table, self.random.randrange(1, len(rows))

    def _is_met(self, row: Sequence[str]) -> bool:
        """Whether a key of the row stands in a graph, or a word of it in a text."""
        return not self.met.isdisjoint(row[:3]) or any(not self.met.isdisjoint(cell.split()) for cell in row[3:4])

    def _add_name(self, tables: Tables) -> str:
        name = self.random.choice(("official_names", "body_names", "state_names", "place_names"))
        table, at = self._row(tables, [name])
        words = self._words()
        key = tables.files[table][at][0]
        row = [key, self._language(words), self.random.choice(_KINDS[:1] + _KINDS), words, "own"]
        if self.random.random() < 0.5:
            tables.files[table].append(row)
        else:
            tables.files[table].insert(1, row)
        return f"name {row}"

    def _add_title(self, tables: Tables) -> str:
        words = self._words()
        kind = self.random.choice(tables.files["post_kinds"][1:])[0]
        tables.files["post_titles"].append([kind, self._language(words), "alias", words, "own"])
        return f"title {kind} {words}"

    def _add_decoy(self, tables: Tables) -> str:
        words = self._words()
        tables.files["decoys"].append([self._language(words), words, "", "own"])
        return f"decoy {words}"

    def _drop_name(self, tables: Tables) -> str:
        return self._dropped(tables, _NAMES)

    def _drop_row(self, tables: Tables) -> str:
        return self._dropped(tables, _OTHERS)

    def _dropped(self, tables: Tables, names: Sequence[str]) -> str:
        table, at = self._row(tables, names)
        return f"drop {table} {tables.files[table].pop(at)}"

    def _move_row(self, tables: Tables) -> str:
        table, at = self._row(tables, (*_NAMES, *_OTHERS))
        rows = tables.files[table]
        row = rows.pop(at)
        rows.insert(self.random.randrange(1, len(rows) + 1), row)
        return f"move {table} {row}"

    def _change_cell(self, tables: Tables) -> str:
        table, at = self._row(tables, (*_NAMES, *_OTHERS))
        rows = tables.files[table]
        column = self.random.randrange(len(rows[0]) - 1)
        old, new = rows[at][column], self.random.choice(rows[1:])[column]
        rows[at][column] = new
        return f"cell {table} {rows[0][column]} {old!r} -> {new!r} in {rows[at]}"

    def _swap_names(self, tables: Tables) -> str:
        table, at = self._row(tables, _NAMES)
        rows = tables.files[table]
        alike = [row for row in rows[1:] if row[1] == rows[at][1]]
        other = self.random.choice(alike)
        rows[at][3], other[3] = other[3], rows[at][3]
        return f"swap {table} {rows[at]} {other}"

    def _change_date(self, tables: Tables) -> str:
        table, at = self._row(tables, ("tenures", "tenures_diplomats", "meetings"))
        rows = tables.files[table]
        dated = [column for column, cell in enumerate(rows[at]) if re.fullmatch(r"(19|20)\d\d(-\d\d){0,2}", cell)]
        if dated:
            column = self.random.choice(dated)
            cell = rows[at][column]
            rows[at][column] = self.random.choice((cell[:4], f"{int(cell[:4]) + self.random.choice((-3, -1, 1, 3))}"))
            rows[at][column] += cell[4:] if self.random.random() < 0.5 or table == "meetings" else ""
        return f"date {table} {rows[at]}"

    def _add_tenure(self, tables: Tables) -> str:
        table, at = self._row(tables, ["tenures"])
        other = self.random.choice(tables.files["officials"][1:])[0]
        row = [other, *tables.files[table][at][1:]]
        tables.files[table].append(row)
        return f"tenure {row}"

    def _toggle_kind(self, tables: Tables) -> str:
        rows = tables.files["post_kinds"]
        at = rows[0].index("single")
        row = self.random.choice(rows[1:])
        row[at] = "many" if row[at] == "single" else "single"
        return f"kind {row}"
