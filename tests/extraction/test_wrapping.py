"""Lines broken at a width are read as one paragraph; evidence keeps the breaks."""

from __future__ import annotations

from sco_graph.authority import load
from sco_graph.corpus import from_text
from sco_graph.extraction import extract
from sco_graph.extraction.wrapping import unwrapped

WRAPPED = """The Shanghai Cooperation Organization (SCO) held its council here
on Thursday, and this is what the agencies have written about it.
On 15 June 2021, the Council of Heads of State of the Shanghai
Cooperation Organization met in Dushanbe, the city in which all
of its guests were welcome. The meeting was attended by President
O. Primerov of the Kyrgyz Republic, by the Secretary-General Ivan
Testov of the Organization and the Director of the Executive
Committee of the SCO Regional Anti-Terrorist Structure V. T.
Obraztsov, who spoke."""


def test_breaks_within_a_paragraph_are_blanks() -> None:
    flat = unwrapped(WRAPPED)
    assert len(flat) == len(WRAPPED)
    assert "Shanghai Cooperation Organization met" in flat


def test_a_short_line_ends_its_paragraph() -> None:
    flat = unwrapped(WRAPPED + "\nA line of its own\n" + WRAPPED)
    assert "spoke.\nA line" in flat


def test_plain_paragraphs_stay() -> None:
    text = "First line.\nSecond line.\nThird line.\nFourth line.\nFifth line.\nSixth line."
    assert unwrapped(text) == text
    long = "\n".join(["word " * 40] * 8)
    assert unwrapped(long) == long


def test_names_are_read_over_breaks_and_quoted_with_them() -> None:
    document = from_text(WRAPPED, language="en", source="https://lake.example/1")
    facts = extract(document, load())
    assert {o.name for o in facts.officials} == {"O. Primerov", "Ivan Testov", "V. T. Obraztsov"}
    assert {o.code for o in facts.organisations} >= {"SCO", "SCO Heads of State Council"}
    assert all(document.text[e.start : e.stop] == e.quote for e in facts.evidence)
