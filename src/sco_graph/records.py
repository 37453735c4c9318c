"""Facts of one document as the JSON of the annotation guide (``docs/evaluation.md``).

Beside the guide's keys a record carries ``iri``, up to three ``aliases``, and of its
best evidence ``start``, ``stop``, ``quote``, ``score`` and ``method``; the whole
evidence stands in a list of its own. Issues are the guide's codes; evidence names
the narrower one where the words do. ``implied`` are officials whom the tables name
for a post without a name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .errors import InvalidRecord
from .files import write_text
from .model import (
    Document,
    Event,
    Evidence,
    Facts,
    ImpliedHolder,
    Official,
    Organisation,
    PostHeld,
    Role,
    Statement,
    Status,
)
from .vocabulary import guide_code, iri

Json = dict[str, Any]

KEYS = ("officials", "organisations", "states", "events", "statements")
# Who presides is told apart from who takes part: a chair who also takes part has two participations.
_CHAIRS = frozenset({Role.CHAIR, Role.CO_CHAIR})
_PRESIDING = _CHAIRS | {Role.HOST}


def facts_to_json(facts: Facts, document: Document) -> Json:
    """The guide's record of what one document says; keys in the guide's order.

    >>> from sco_graph.model import Document, Facts
    >>> note = Document(key="note-1", text="", language="ru", source="note", stem="note", sha256="0")
    >>> facts_to_json(Facts(document="note-1"), note)["events"]
    []
    """
    support = _Support(facts)
    return {
        "id": document.stem,
        "url": document.source,
        "lang": document.language,
        "published": document.published,
        "officials": [_official(person, facts, support) for person in facts.officials],
        "organisations": [_organisation(body, support) for body in facts.organisations],
        "states": list(facts.states),
        "events": [_event(event, facts, support) for event in facts.events],
        "statements": [_statement(said, support) for said in facts.statements],
        "implied": [_implied(holder, support) for holder in facts.implied],
        "evidence": [asdict(evidence) for evidence in facts.evidence],
    }


def read_facts(path: Path) -> Json:
    """One JSON file of facts, with the guide's lists present.

    Raises InvalidRecord where the file is not such a record.
    """
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InvalidRecord(str(path), f"no JSON can be read ({error})", "Mend or remove the file.") from error
    if not isinstance(record, Mapping):
        raise InvalidRecord(str(path), "not one JSON object", "Write one object a file, as docs/evaluation.md says.")
    for key in KEYS:
        if not isinstance(record.get(key, []), list):
            raise InvalidRecord(str(path), f'"{key}" is not a list', "See docs/evaluation.md for the format.")
    return {**record, **{key: record.get(key, []) for key in KEYS}}


def write_facts(record: Json, path: Path) -> None:
    """Write a record as readable JSON, the same bytes for the same facts."""
    write_text(path, json.dumps(record, ensure_ascii=False, indent=1) + "\n")


class _Support:
    """Best evidence of each claim: the highest score, then the first words."""

    def __init__(self, facts: Facts) -> None:
        self._best: dict[tuple[str, str, str], Evidence] = {}
        for evidence in sorted(facts.evidence, key=lambda e: (-e.score, e.start, e.stop, e.method)):
            for key in (
                (evidence.subject, evidence.property, evidence.value),
                (evidence.subject, evidence.property, ""),
                (evidence.subject, "", ""),
            ):
                self._best.setdefault(key, evidence)

    def of(self, subject: str, name: str = "", value: str = "") -> Json:
        found = self._best.get((subject, name, value))
        if found is None:
            return {}
        return {
            "start": found.start,
            "stop": found.stop,
            "quote": found.quote,
            "score": found.score,
            "method": found.method,
        }


def _official(person: Official, facts: Facts, support: _Support) -> Json:
    posts = [post for post in facts.posts if post.holder == person.id]
    return {
        "id": person.id,
        "name": person.name,
        "name_en": person.name_en,
        "posts": [_post(post, support) for post in posts],
        "aliases": list(person.aliases[:3]),
        "iri": iri(person.key),
        **support.of(person.id, "mention"),
    }


def _post(post: PostHeld, support: _Support) -> Json:
    words = support.of(post.holder, "post", post.key)
    return {"title": post.title, "org": post.org, "iri": iri(post.key), **words}


def _implied(holder: ImpliedHolder, support: _Support) -> Json:
    """No official of the guide's: whom the tables name for a post that the text gives alone."""
    return {"id": holder.id, "iri": iri(holder.key), "post": iri(holder.post), **support.of(holder.id, "mention")}


def _organisation(body: Organisation, support: _Support) -> Json:
    return {
        "id": body.id,
        "key": body.code,
        "name": body.name,
        "aliases": list(body.aliases[:3]),
        "iri": iri(body.key),
        **support.of(body.id, "mention"),
    }


def _event(event: Event, facts: Facts, support: _Support) -> Json:
    parts = [part for part in facts.participations if part.event == event.id]
    return {
        "id": event.id,
        "main": event.main,
        "type": event.type.value,
        "mode": event.mode.value,
        # The guide knows two statuses: what is not held is planned.
        "status": "held" if event.status is Status.HELD else "planned",
        "date": event.date,
        "end": event.end,
        "place": event.place,
        "place_state": event.place_state,
        "participants": list(dict.fromkeys(part.actor for part in parts if part.role not in _PRESIDING)),
        "chair": list(dict.fromkeys(part.actor for part in parts if part.role in _CHAIRS)),
        "issues": _guide_codes(event.issues),
        "iri": iri(event.key),
        **support.of(event.id, "interactionType"),
    }


def _guide_codes(issues: Iterable[str]) -> list[str]:
    """The guide's codes of issues, each once, in order; what it has no code for is left out."""
    return [code for code in dict.fromkeys(map(guide_code, issues)) if code]


def _statement(said: Statement, support: _Support) -> Json:
    return {
        "id": said.id,
        "speaker": said.speaker,
        "event": said.event,
        "act": said.act.value,
        "issues": _guide_codes(said.issues),
        "addressee": said.addressee,
        **(support.of(said.id, "speechAct") or support.of(said.id)),
    }
