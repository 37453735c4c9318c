"""Where the time of extraction goes: the stack looked at a thousand times a second of CPU."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

INTERVAL = 0.001
# The innermost frame of ours that is named here says whose the time is; paths end so.
PARTS = {
    "names (slovnet)": ("extraction/russian/names.py", "extraction/russian/network.py"),
    "morphology (pymorphy3)": (
        "extraction/russian/morphology.py",
        "extraction/russian/tagging.py",
        "extraction/russian/declension.py",
    ),
    "words and sentences": (
        "extraction/tokens.py",
        "extraction/english/segmenting.py",
        "extraction/english/forms.py",
        "extraction/chinese/sentences.py",
        "extraction/chinese/script.py",
    ),
    "gazetteer": ("authority/gazetteer.py", "authority/trie.py", "authority/folding.py", "authority/stems.py"),
    "phrases of the lexicon": ("extraction/phrases.py", "extraction/chinese/phrases.py"),
    "look-ups in the tables": ("authority/", "extraction/knowledge.py"),
}


def part_of(frame: FrameType | None) -> str:
    """Which part a stack is in: of the frames, from the innermost out, the first in a file named in PARTS."""
    rules = "something else"
    while frame is not None:
        path = frame.f_code.co_filename.replace("\\", "/")
        for part, files in PARTS.items():
            if any(name in path if name.endswith("/") else path.endswith(name) for name in files):
                return part
        if "sco_graph/extraction/" in path:
            rules = "rules"
        frame = frame.f_back
    return rules


@contextmanager
def sampled() -> Iterator[Counter[str]]:
    """Samples by part, counted while the block runs; of the main thread, by the clock of CPU."""
    seen: Counter[str] = Counter()

    def note(number: int, frame: FrameType | None) -> None:
        seen[part_of(frame)] += 1

    before = signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        yield seen
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def shares(work: Callable[[], object]) -> dict[str, float]:
    """Share of the time of each part of some work, the largest first."""
    with sampled() as seen:
        work()
    total = max(1, seen.total())
    return {part: count / total for part, count in seen.most_common()}
