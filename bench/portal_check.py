"""Score of the checklist for portals: each item and whether its tests pass; run it with ``make portal-check``.

A test answers an item by its name: ``test_O05_...`` is for item O5. An item without a test is
"not covered", never passed. A test may tell with ``record_property("lacks", ...)`` what of a
recommended item is not there. Exit code 1 when a must-item fails or its test could not run.
"""

from __future__ import annotations

import io
import re
import sys
from collections import defaultdict
from contextlib import redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ITEMS = Path(__file__).with_name("portal.tsv")
# Where tests of items are: later items get theirs here.
TESTS = ("tests/ontology/test_checklist.py",)
_NUMBERED = re.compile(r"::test_([OTDVH])0?(\d+)_")
_COVERED = ("O", "T")


class Answers:
    """What the tests of each item came to."""

    def __init__(self) -> None:
        self.outcomes: dict[str, list[str]] = defaultdict(list)
        self.reasons: dict[str, list[str]] = defaultdict(list)
        self.lacks: dict[str, list[str]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        numbered = _NUMBERED.search(report.nodeid)
        if numbered is None or (report.when != "call" and report.passed):
            return
        item = numbered[1] + numbered[2]
        self.outcomes[item].append(report.outcome)
        if report.failed:
            self.reasons[item].append(report.nodeid.rpartition("::")[2])
        if report.skipped and isinstance(report.longrepr, tuple):
            self.reasons[item].append(str(report.longrepr[2]))
        self.lacks[item] += [str(value) for name, value in report.user_properties if name == "lacks"]

    def verdict(self, item: str) -> tuple[str, str]:
        """Pass, partial, fail, absent or not covered, with the reason."""
        outcomes = self.outcomes.get(item)
        if not outcomes:
            return "not covered", ""
        if "failed" in outcomes:
            return "fail", "; ".join(self.reasons[item])
        if "skipped" in outcomes:
            return "absent", "; ".join(self.reasons[item])
        lacking = "; ".join(self.lacks[item])
        return ("partial", f"lacks {lacking}") if lacking else ("pass", "")


def items() -> list[tuple[str, str, str]]:
    """Number, level and wording of each item."""
    lines = ITEMS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(item, level, wording) for item, level, wording in rows]


def main() -> int:
    answers = Answers()
    arguments = ["-q", "-p", "no:cacheprovider", f"--rootdir={ROOT}", *(str(ROOT / path) for path in TESTS)]
    with redirect_stdout(io.StringIO()):  # the score is printed instead
        pytest.main(arguments, plugins=[answers])
    counted: dict[tuple[str, str], int] = defaultdict(int)
    wrong = []
    for item, level, wording in items():
        verdict, reason = answers.verdict(item)
        counted[level, verdict] += 1
        print(f"{item:4} {level:7}{verdict:12} {wording}" + (f" ({reason})" if reason else ""))
        if level == "must" and (verdict in ("fail", "absent") or (verdict == "not covered" and item[0] in _COVERED)):
            wrong.append(item)
    for level in ("must", "should"):
        told = ", ".join(f"{counted[level, v]} {v}" for v in ("pass", "partial", "fail", "absent", "not covered"))
        print(f"{level}: {told}")
    print(f"must-items failing: {', '.join(wrong) or 'none'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
