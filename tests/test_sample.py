"""The sample corpus and its gold facts: complete, consistent, in the form of the guide."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from sco_graph.model import Act, InteractionType, Mode, Status

DATA = Path(__file__).resolve().parent.parent / "data"
DOCUMENTS = sorted(path for path in (DATA / "documents").glob("*.md") if path.stem != "README")
GOLD = sorted((DATA / "gold").glob("*.json"))

FEWEST = {"ru": 14, "en": 4, "zh": 2}  # documents may be added, not lost
FIELDS = {"language", "date", "source", "title", "publisher"}
GOLD_FIELDS = {
    "id", "url", "query", "lang", "published",
    "officials", "organisations", "states", "events", "statements",
}  # fmt: skip
EVENT_FIELDS = {
    "id", "main", "type", "mode", "status", "date", "end",
    "place", "place_state", "participants", "chair", "issues",
}  # fmt: skip
CODES = """
counter-terrorism extremism-separatism drug-trafficking organised-crime information-security arms-control
regional-security afghanistan public-health trade investment finance transport energy agriculture food-security
poverty-reduction digital-economy innovation science-technology education culture tourism sport youth women media
environment emergencies customs justice elections enlargement multilateralism historical-memory human-rights
migration humanitarian-aid development-strategy sco-reform summit-preparation bilateral-relations connectivity
"""
ISSUES = set(CODES.split())
STATED = {Status.HELD, Status.PLANNED}  # the guide's two; the model knows more
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
# A Chinese character is less than a word, so a run of them is longer; both let names and titles of bodies pass.
LONGEST_RUN = {"ru": 8, "en": 8, "zh": 16}
LENGTH = {"ru": (80, 2_500), "en": (80, 2_500), "zh": (120, 4_000)}  # from a news item to a whole communiqué

Facts = dict[str, Any]


def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and text of a document."""
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), body.strip()


def facts_of(path: Path) -> Facts:
    facts: Facts = json.loads(path.read_text("utf-8"))
    return facts


def words(text: str) -> list[str]:
    """Words, folded; each Chinese character by itself."""
    return re.findall(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+", text.casefold().replace("ё", "е"))


def document_of(path: Path) -> Path:
    return DATA / "documents" / f"{path.stem}.md"


def stem_of(path: Path) -> str:
    return path.stem


each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=stem_of)
each_gold = pytest.mark.parametrize("path", GOLD, ids=stem_of)


def test_numbers_of_documents() -> None:
    found = Counter(path.stem[:2] for path in DOCUMENTS)
    assert found.keys() == FEWEST.keys()
    assert all(found[language] >= fewest for language, fewest in FEWEST.items())


def test_every_document_has_gold() -> None:
    assert [path.stem for path in DOCUMENTS] == [path.stem for path in GOLD]


def test_table_tells_the_numbers_of_the_gold() -> None:
    table = (DATA / "documents" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `(..-\d{8}-[^`]+)` \| (\w+) \|.*\| (\d+) \| (\d+) \| (\d+) \|$", table, re.MULTILINE)
    assert len(rows) >= sum(FEWEST.values())
    for stem, kind, *numbers in rows:
        facts = facts_of(DATA / "gold" / f"{stem}.json")
        assert facts["events"][0]["type"] == kind, stem
        assert [str(len(facts[part])) for part in ("officials", "events", "statements")] == numbers, stem


def test_all_types_are_covered() -> None:
    told = {event["type"] for path in GOLD for event in facts_of(path)["events"]}
    assert told == {str(kind) for kind in InteractionType}


def test_main_events_of_russian_documents_cover_all_types() -> None:
    main = {event["type"] for path in GOLD if path.stem.startswith("ru-") for event in facts_of(path)["events"][:1]}
    assert main == {str(kind) for kind in InteractionType}


@each_document
def test_front_matter(path: Path) -> None:
    head, _ = parts(path)
    assert set(head) == FIELDS
    assert isinstance(head["date"], datetime.date)
    assert path.stem.startswith(f"{head['language']}-{head['date']:%Y%m%d}-")
    assert head["source"].startswith(("http://", "https://"))
    assert head["title"].strip()
    assert head["publisher"].strip()


@each_document
def test_length(path: Path) -> None:
    head, text = parts(path)
    low, high = LENGTH[head["language"]]
    assert low <= len(words(text)) <= high


def test_sources_are_distinct() -> None:
    sources = [parts(path)[0]["source"] for path in DOCUMENTS]
    assert len(set(sources)) == len(sources)


TITLES = {"директор исполнительного комитета региональной антитеррористической структуры ратс шос"}
"""Titles of posts that are as long as a run by themselves."""


@pytest.mark.parametrize("language", FEWEST)
def test_no_document_repeats_another(language: str) -> None:
    size = LONGEST_RUN[language]
    seen: dict[tuple[str, ...], str] = {}
    for path in DOCUMENTS:
        if not path.stem.startswith(language):
            continue
        tokens = words(parts(path)[1])
        for run in {tuple(tokens[start : start + size]) for start in range(len(tokens) - size + 1)}:
            assert seen.setdefault(run, path.stem) == path.stem or " ".join(run) in TITLES, " ".join(run)


@each_gold
def test_gold_names_its_document(path: Path) -> None:
    facts = facts_of(path)
    head, _ = parts(document_of(path))
    assert set(facts) == GOLD_FIELDS
    assert facts["id"] == path.stem
    assert (facts["url"], facts["lang"], facts["published"]) == (
        head["source"],
        head["language"],
        head["date"].isoformat(),
    )
    assert facts["query"].strip()


@each_gold
def test_officials_and_bodies(path: Path) -> None:
    facts = facts_of(path)
    for prefix, kind in (("p", "officials"), ("o", "organisations"), ("e", "events")):
        assert [item["id"] for item in facts[kind]] == [f"{prefix}{n}" for n in range(1, len(facts[kind]) + 1)]
    assert all(official["name"] and official["name_en"].isprintable() for official in facts["officials"])
    assert all(post["title"] and post["org"] for official in facts["officials"] for post in official["posts"])
    keys = [body["key"] for body in facts["organisations"]]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[A-Z]{2}", code) for code in facts["states"])
    assert len(set(facts["states"])) == len(facts["states"])


@each_gold
def test_officials_are_named_in_the_text(path: Path) -> None:
    _, text = parts(document_of(path))
    for official in facts_of(path)["officials"]:
        surname = official["name"] if path.stem.startswith("zh") else official["name"].split()[-1]
        assert surname[:4] in text  # its ending may bend


@each_gold
def test_states_of_posts_are_named(path: Path) -> None:
    """A post at a state makes the state one that the text names."""
    facts = facts_of(path)
    posts = [post for official in facts["officials"] for post in official["posts"]]
    at_states = {post["org"] for post in posts if re.fullmatch("[A-Z]{2}", post["org"])}
    assert at_states - {"UN", "EU"} <= set(facts["states"])


@each_gold
def test_events(path: Path) -> None:
    facts = facts_of(path)
    actors = {item["id"] for kind in ("officials", "organisations") for item in facts[kind]} | set(facts["states"])
    assert [event["main"] for event in facts["events"]] == [True] + [False] * (len(facts["events"]) - 1)
    for event in facts["events"]:
        assert set(event) == EVENT_FIELDS
        InteractionType(event["type"])
        Mode(event["mode"])
        assert event["status"] in STATED
        assert set(event["participants"]) | set(event["chair"]) <= actors
        assert len(set(event["participants"])) == len(event["participants"])
        assert event["date"] or event["participants"]
        assert set(event["issues"]) <= ISSUES
        assert event["place_state"] is None or re.fullmatch("[A-Z]{2}", event["place_state"])


@each_gold
def test_dates_of_events(path: Path) -> None:
    for event in facts_of(path)["events"]:
        assert event["date"] is None or DATE.fullmatch(event["date"])
        assert event["end"] is None or event["date"] < event["end"]


@each_gold
def test_statements(path: Path) -> None:
    facts = facts_of(path)
    officials = {official["id"] for official in facts["officials"]}
    events = {event["id"] for event in facts["events"]}
    for statement in facts["statements"]:
        assert set(statement) == {"speaker", "event", "act", "issues", "gist"}
        assert statement["speaker"] in officials
        assert statement["event"] in events
        Act(statement["act"])
        assert set(statement["issues"]) <= ISSUES
        assert statement["gist"].isascii()
