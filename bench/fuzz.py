"""Mutated documents in every format, read and extracted: what breaks, and what takes unusually long.

    python bench/fuzz.py [--documents 10000] [--seed 0] [--formats]

Documents of the sample corpus are cut at any byte, shuffled, mixed in script, strewn with combining and invisible
marks, right-to-left text, emoji, nested quotes and tables, or become one sentence of 100 kB. Nothing but
InvalidDocument may come of it, and every quote must equal its span. The number of a document that breaks is printed:
`--only NUMBER` repeats it. Times are of CPU.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sco_graph import pipeline  # noqa: E402
from sco_graph.corpus import contents, find, read  # noqa: E402
from sco_graph.errors import InvalidDocument  # noqa: E402
from sco_graph.intake import supported  # noqa: E402
from sco_graph.model import Document  # noqa: E402
from tests.corpus import made  # noqa: E402

Text = Callable[[str, random.Random], str]
LONG = 100_000
# Below this many characters what every document costs, however short, outweighs what a character costs.
TIMED = 500
RETIMED = 10
MARKS = "\u200b\u200d\u200e\u200f\u00ad\u2060\ufeff\u0301\u0306\u0300\u20dd\ufe0f\u202e\u2028\u0085\x0c\x0b\x1f"


def shuffled(text: str, dice: random.Random) -> str:
    parts = text.split(" ")
    dice.shuffle(parts)
    return " ".join(parts)


def cut(text: str, dice: random.Random) -> str:
    a, b = sorted(dice.choices(range(len(text) + 1), k=2))
    return text[a:b]


def strewn(signs: str, share: float) -> Text:
    def strew(text: str, dice: random.Random) -> str:
        return "".join(char + (dice.choice(signs) if dice.random() < share else "") for char in text)

    return strew


def mixed(text: str, dice: random.Random) -> str:
    """Letters that look alike, of another script."""
    alike = str.maketrans("асеорхАСЕОРХ", "aceopxACEOPX")
    return "".join(char.translate(alike) if dice.random() < 0.3 else char for char in text)


def quoted(text: str, dice: random.Random) -> str:
    pairs = ("«»", "“”", '""', "„“", "「」", "()", "[]", "‘’")
    words = text.split(" ")
    for _ in range(len(words) // 3):
        place, pair = dice.randrange(len(words)), dice.choice(pairs)
        words[place] = pair[0] + words[place] + (pair[1] if dice.random() < 0.7 else "")
    return " ".join(words)


def endless(text: str, dice: random.Random) -> str:
    """One sentence: no full stop, no line end."""
    flat = " ".join(text.split()).translate(str.maketrans(".!?…。！？;", ",,,,，，，,"))
    return (flat + ", ") * (LONG // (len(flat) + 2) + 1) if dice.random() < 0.02 else flat


def tabled(text: str, dice: random.Random) -> str:
    return "\n".join("\t|\t".join(line.split(" ")) for line in text.split("\n"))


def turned(text: str, dice: random.Random) -> str:
    return f"\u202e{text[::-1]}\u202c ملاحظة {text} שלום"


def spaced(text: str, dice: random.Random) -> str:
    return text.replace(" ", dice.choice((" ", "\xa0", "\u3000", "\n", "  \n\n ", "\t", "")))


MUTATIONS: dict[str, Text] = {
    "shuffled": shuffled,
    "cut": cut,
    "marks": strewn(MARKS, 0.1),
    "emoji": strewn("🌍🤝👨‍👩‍👧🇰🇬😀", 0.05),
    "letters": strewn("ыЖqZ中аә١ﬁẞİ", 0.05),
    "digits": strewn("0123456789./-", 0.1),
    "stops": strewn(".,;:!?«»\"'()—", 0.1),
    "mixed": mixed,
    "quoted": quoted,
    "endless": endless,
    "tabled": tabled,
    "turned": turned,
    "spaced": spaced,
    "upper": lambda text, dice: text.upper(),
    "decomposed": lambda text, dice: "".join(char + "\u0306" * dice.randrange(2) for char in text),
}
FORMATS: dict[str, Callable[[str], bytes]] = {
    "txt": lambda text: text.encode("utf-8", "surrogatepass"),
    "md": lambda text: f"---\ntitle: a\ndate: 2021-03-05\n---\n{text}".encode(),
    "html": lambda text: made.PAGE.replace(made.PARAGRAPHS[0], text.replace("\n", "</p><p>")).encode(),
    "pdf": lambda text: made.pdf([[line[:90] for line in text.split("\n")]]),
    "docx": lambda text: made.docx(["".join(c for c in text if c.isprintable() or c == "\n")]),
    "jsonl": lambda text: json.dumps({"text": text}).encode() + b"\n" + text.encode(),
    "csv": lambda text: b'text,date\n"' + text.encode() + b'",2021-03-05\n',
    "zip": lambda text: made.zipped({"a.txt": text.encode()}),
    "tar.gz": lambda text: made.tarred({"a.txt": text.encode()}),
    "cp1251.txt": lambda text: text.encode("cp1251", "replace"),
    "utf16.txt": lambda text: text.encode("utf-16"),
    "gb.txt": lambda text: text.encode("gb18030", "replace"),
}


@dataclass
class Tally:
    """What came of it."""

    documents: int = 0
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    quotes: int = 0
    wrong: list[str] = field(default_factory=list)
    times: list[tuple[float, str]] = field(default_factory=list)


def document(number: int, seed: int, texts: list[str], formats: bool) -> tuple[str, str, bytes]:
    """Name of the mutations, ending and bytes of a document; the same for the same numbers."""
    dice = random.Random(seed * 1_000_003 + number)
    text, names = dice.choice(texts), dice.choices(list(MUTATIONS), k=dice.choice((1, 1, 2)))
    for name in names:
        text = MUTATIONS[name](text, dice)
    ending = dice.choice(list(FORMATS)) if formats or dice.random() < 0.4 else "txt"
    # Word and pages of text are slow to make; a long sentence is worth most as it is.
    data = FORMATS["txt" if len(text) > LONG // 2 else ending](text)
    if dice.random() < 0.3:
        data = data[: dice.randrange(len(data) + 1)]
    return "+".join(names), ending if len(text) <= LONG // 2 else "txt", data


def examine(name: str, path: Path, tally: Tally) -> None:
    """Read and extract one document, and note what came of it."""
    tally.documents += 1
    started = time.process_time()
    for found in contents(path):
        if isinstance(found, InvalidDocument):
            tally.refused[found.what.split(" (")[0][:60]] += 1
            continue
        tally.read += 1
        tally.kept[found.language] += 1
        extracted(name, found, tally)
        if len(found.text) >= TIMED and supported(found.language):
            tally.times.append(
                ((time.process_time() - started) / len(found.text), f"{name} {len(found.text)} characters")
            )


def extracted(name: str, found: Document, tally: Tally) -> None:
    for proof in pipeline.extract(found).evidence:
        tally.quotes += 1
        if found.text[proof.start : proof.stop] != proof.quote or not proof.quote:
            tally.wrong.append(f"{name}: {proof}")


@cache
def _warm() -> None:
    """Load what is loaded once: it is no time of a document."""
    for path, root in find([ROOT / "data" / "documents"]):
        pipeline.extract(read(path, root))


def run(documents: int, seed: int = 0, formats: bool = False, only: int | None = None) -> Tally:
    """Examine mutated documents; deterministic but for the times."""
    texts = [read(path, root).text for path, root in find([ROOT / "data" / "documents"])]
    tally = Tally()
    _warm()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(documents) if only is None else [only]:
            mutations, ending, data = document(number, seed, texts, formats)
            name = f"{number} ({mutations}, {ending})"
            path = Path(folder, f"a.{ending}")
            path.write_bytes(data)
            try:
                examine(name, path, tally)
            except Exception as error:  # noqa: BLE001  (whatever comes is what we look for)
                place = traceback.extract_tb(error.__traceback__)[-1]
                tally.broken.append(
                    f"{name}: {type(error).__name__}: {error} at {Path(place.filename).name}:{place.lineno}"
                )
    return tally


def slowest(tally: Tally, given: argparse.Namespace) -> list[tuple[float, str]]:
    """The texts that took longest, timed once more: the first time may have paid for a cache or a collection."""
    times = []
    for seconds, name in sorted(tally.times, reverse=True)[:RETIMED]:
        again = run(0, given.seed, given.formats, int(name.split()[0])).times
        times.append((min([seconds, *(took for took, other in again if other == name)]), name))
    return sorted(times, reverse=True)[:5]


def report(tally: Tally, worst: list[tuple[float, str]]) -> str:
    """The figures as lines."""
    median = statistics.median([seconds for seconds, _ in tally.times] or [1.0])
    lines = [
        f"documents {tally.documents}, texts read {tally.read}, refused {tally.refused.total()}",
        f"refused: {dict(tally.refused.most_common())}",
        f"languages: {dict(tally.kept.most_common())}",
        f"exceptions {len(tally.broken)}, quotes {tally.quotes}, quotes that differ from their span {len(tally.wrong)}",
        f"time per character: median {median * 1e6:.1f} µs, of {len(tally.times)} texts of {TIMED} characters and more",
        *(f"  {seconds / median:.1f} times: {name}" for seconds, name in worst),
    ]
    return "\n".join([*lines, *tally.broken[:20], *tally.wrong[:20]])


def main() -> int:
    """Print the figures; 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--formats", action="store_true", help="as many of each format, not mostly plain text")
    parser.add_argument("--only", type=int, help="repeat one document")
    given = parser.parse_args()
    tally = run(given.documents, given.seed, given.formats, given.only)
    print(report(tally, slowest(tally, given)))
    return 1 if tally.broken or tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
