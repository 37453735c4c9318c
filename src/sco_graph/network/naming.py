"""What the tables and the ontology say of those that a chronicle names, and of nothing else: looked up, not searched.

From an actor one comes to the bodies of its posts, from a body to the one that it is an organ of and to its
state: each round looks up what the round before has found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..graph import terms
from ..graph.sparql import cell
from ..vocabulary import RDF, RDFS, SCO, SKOS
from .rows import short

if TYPE_CHECKING:
    from ..graph.store import Store

_NEAR = ("atBody", "organOf", "ofState", "rank")
_SCHEMES = frozenset(("issue", "membership-kind", "mode", "rank", "role", "speech-act", "status"))
_GENERAL = "Organisation"
_KINDS = frozenset({
    "Official", "State", "Organisation", "InternationalOrganisation", "Organ", "GovernmentBody", "Company",
    "AcademicInstitution", "MediaOutlet", "NonGovernmentalOrganisation", "Collective",
})  # fmt: skip
Near = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Of each key its most specific class and its names, and what it is near to; of several values the first."""

    kinds: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]
    at_body: Near
    organ_of: Near
    of_state: Near
    ranks: Near


def names(store: Store, keys: Iterable[str]) -> Names:
    """What is known of keys, and of the bodies, states and ranks that they belong to."""
    kinds: dict[str, list[str]] = {}
    labels: dict[str, dict[str, str]] = {}
    near: dict[str, dict[str, str]] = {name: {} for name in _NEAR}
    seen: set[str] = set()
    wanted = sorted(set(keys) - {""})
    while wanted:
        seen.update(wanted)
        found = sorted(_facts(store, wanted))
        for key, property_, value, language in found:
            if property_ == "type":
                kinds.setdefault(key, []).append(value)
            elif property_ == "label":
                labels.setdefault(key, {}).setdefault(language, value)
            else:
                near[property_].setdefault(key, value)
        wanted = sorted({value for _, property_, value, _ in found if property_ in near} - seen)
    return Names(
        kinds={key: _most_specific(found) for key, found in kinds.items()},
        labels=labels, at_body=near["atBody"], organ_of=near["organOf"],
        of_state=_with_organs(near["ofState"], near["organOf"]), ranks=near["rank"],
    )  # fmt: skip


_WORDS = {
    RDF + "type": "type", SKOS + "prefLabel": "label", RDFS + "label": "label", **{SCO + name: name for name in _NEAR},
}  # fmt: skip


def _facts(store: Store, keys: Iterable[str]) -> Iterable[tuple[str, str, str, str]]:
    """Key, word for the property, value, language."""
    for triple in store.about(*map(_node, keys)):
        word = _WORDS.get(triple.predicate.value)
        if word is None:
            continue
        subject, value = cell(triple.subject), cell(triple.object)
        if subject and value and (word != "type" or short(value.value) in _KINDS):
            yield (
                short(subject.value),
                word,
                value.value if word == "label" else short(value.value),
                value.language or "",
            )


def _node(key: str) -> terms.Subject:
    kind, slash, code = key.partition("/")
    if not slash:
        return terms.sco(key)
    return terms.concept(kind, code) if kind in _SCHEMES else terms.entity(key)


def _most_specific(kinds: Iterable[str]) -> str:
    """The general one gives way to what is not general."""
    return min(kinds, key=lambda kind: (kind == _GENERAL, kind))


def _with_organs(of_state: Near, organ_of: Near) -> dict[str, str]:
    """The state of a body is also that of its organs, and of theirs."""
    found = dict(of_state)
    for body in organ_of:
        above, passed = body, {body}
        while above not in of_state and above in organ_of and organ_of[above] not in passed:
            above = organ_of[above]
            passed.add(above)
        if above in of_state:
            found[body] = of_state[above]
    return found
