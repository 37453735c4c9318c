"""A process that is given a while, and killed when it is still there."""

from __future__ import annotations

import signal
import subprocess
from collections import Counter


def cut_short(process: subprocess.Popen[bytes], seconds: float, counts: Counter[str]) -> None:
    """Kill a process that has not ended after so many seconds; what became of it is counted."""
    try:
        process.wait(seconds)
        counts["had ended"] += 1
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        counts["killed"] += 1


def note_left(left: int, documents: int, counts: Counter[str]) -> None:
    """Count how much of its documents a process has left in the store."""
    counts["left nothing" if not left else "left all" if left == documents else "left a part"] += 1
