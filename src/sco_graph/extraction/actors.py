"""Actors of a text as facts: officials with their posts, organisations and states, each with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .. import keys
from ..model import Evidence, Key, LocalId, Official, Organisation, PostHeld
from . import posts
from .holders import Holding
from .knowledge import Knowledge
from .people import Person, family, is_chinese
from .declension import INITIAL, is_patronymic
from .reading import Mention, MentionForm, MentionKind, PlaceMentioned
from .scenes import Analysis, Scene
from .units import Unit, UnitKind

_KIND = {"body": MentionKind.ORGANISATION, "state": MentionKind.STATE, "place": MentionKind.PLACE}


@dataclass(slots=True)
class Actors:
    """Collects what a text names, in order of first mention."""

    analysis: Analysis
    known: Knowledge
    officials: dict[int, Official] = field(default_factory=dict)
    posts: list[PostHeld] = field(default_factory=list)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    states: dict[str, LocalId] = field(default_factory=dict)
    places: dict[str, PlaceMentioned] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of tokens ``[first, last)``."""
        return self.analysis.tokens[first].start, self.analysis.tokens[last - 1].stop

    def context(self, number: int) -> str:
        """Key of the state or body that a person the tables lack belongs to, or the document's key."""
        owner = self.analysis.owner()
        for scene in self.analysis.scenes:
            for holding in scene.holdings:
                if owner[int(scene.units[holding.person].ref)] == number:
                    found = _at(self, scene.units, holding.states or holding.title.own)
                    if found:
                        return found[1]
        return self.analysis.document

    def note(self, subject: str, prop: str, value: str, span: tuple[int, int], method: str, score: float) -> None:
        """Keep the words that a fact rests on."""
        start, stop = span
        self.evidence.append(
            Evidence(
                subject=LocalId(subject),
                property=prop,
                value=value,
                start=start,
                stop=stop,
                quote=self.analysis.text[start:stop],
                method=method,
                score=score,
            )
        )

    def mention(
        self,
        span: tuple[int, int],
        kind: MentionKind,
        form: MentionForm,
        ref: str,
        case: str,
        method: str,
        score: float,
    ) -> None:
        """Keep a mention and its evidence."""
        self.mentions.append(
            Mention(start=span[0], stop=span[1], kind=kind, form=form, ref=ref, case=case, method=method, score=score)
        )
        if kind is not MentionKind.PLACE:
            self.note(ref, "mention", ref, span, method, score)


def collect(analysis: Analysis, known: Knowledge) -> Actors:
    """Officials, posts, organisations, states and places of a text."""
    actors = Actors(analysis, known)
    owner = analysis.owner()
    for scene in analysis.scenes:
        held = {h.person: h for h in reversed(scene.holdings)}
        for at, unit in enumerate(scene.units):
            if unit.kind is UnitKind.PERSON:
                _person(actors, owner[int(unit.ref)], unit, scene, held.get(at))
            elif unit.ref:
                _entity(actors, unit)
        for holding in scene.holdings:
            _post(actors, scene, holding, owner[int(scene.units[holding.person].ref)])
    return actors


def _person(actors: Actors, number: int, unit: Unit, scene: Scene, holding: Holding | None) -> None:
    if number not in actors.officials:
        actors.officials[number] = _official(actors, number)
    official = actors.officials[number]
    form = actors.analysis.forms[int(unit.ref)]
    name = next(n.name for n in actors.analysis.people[number].names if n.number == form.number)
    first, case = unit.first, name.case
    if holding and holding.title.first < scene.units.index(unit) and holding.title.number != "plur":
        first, case = scene.units[holding.title.first].first, holding.title.case or case
    span = actors.span(first, unit.last)
    actors.mention(span, MentionKind.OFFICIAL, MentionForm.NAME, official.id, case, form.method, 0.95)


def _official(actors: Actors, number: int) -> Official:
    person = actors.analysis.people[number]
    name = " ".join(person.parts)
    key = person.key or _linked(actors.known, person)
    latin = actors.known.latin(" ".join(p for p in person.parts if not is_patronymic(p)))
    aliases: tuple[str, ...] = ()
    if key:
        label = actors.known.index.label(Key(key), "en")
        latin = _spelt(person, latin, label)
        aliases = tuple(dict.fromkeys((actors.known.index.label(Key(key), "ru"), label)))
    return Official(
        id=LocalId(f"p{len(actors.officials) + 1}"),
        key=Key(key) if key else keys.nil_key("official", latin, actors.context(number)),
        name=name,
        name_en=latin,
        linked=bool(key),
        aliases=tuple(a for a in aliases if a not in {name, latin}),
    )


def _spelt(person: Person, latin: str, label: str) -> str:
    """The English name as the tables spell it, but no fuller than the text gives it."""
    full = [p for p in person.parts if not INITIAL.fullmatch(p) and not is_patronymic(p)]
    if len(full) >= 2 or is_chinese(person.parts):
        return label
    initials = [w for w in latin.split() if INITIAL.fullmatch(w)]
    last = label.split()[0] if len(full) == 1 and latin.split()[-1] == label.split()[0] else label.split()[-1]
    return " ".join([*initials, last])


def _linked(known: Knowledge, person: Person) -> str:
    """Key of the person in the tables, when the name is theirs alone."""
    full = [p for p in person.parts if not is_patronymic(p)]
    found = known.index.find_people(known.latin(" ".join(full)))
    return found[0] if len(found) == 1 else ""


def _entity(actors: Actors, unit: Unit) -> None:
    span = actors.span(unit.first, unit.last)
    kind, _, slug = unit.ref.partition("/")
    if kind == "state":
        actors.states.setdefault(slug, LocalId(slug))
        form = MentionForm.ADJECTIVE if unit.adjective else MentionForm.NAME
        actors.mention(span, MentionKind.STATE, form, slug, unit.case, "gazetteer", 0.97)
    elif kind == "place":
        place = actors.known.index.place(Key(unit.ref))
        state = place.state.removeprefix("state/") if place and place.state else None
        name = actors.known.index.label(Key(unit.ref), "ru")
        actors.places.setdefault(unit.ref, PlaceMentioned(key=unit.ref, name=name, state=state))
        actors.mention(span, MentionKind.PLACE, MentionForm.NAME, unit.ref, unit.case, "gazetteer", 0.95)
    else:
        _organisation(actors, unit.ref, span, unit.case)


def _organisation(actors: Actors, key: str, span: tuple[int, int], case: str) -> None:
    if key in actors.analysis.bodies:
        _new_body(actors, key, span, case)
        return
    body = actors.known.body(key)
    if body is None:
        return
    if key not in actors.organisations:
        label = actors.known.index.label(Key(key), "ru")
        names = [n.text for n in actors.known.index.names_of(Key(key), "ru")]
        actors.organisations[key] = Organisation(
            id=LocalId(f"o{len(actors.organisations) + 1}"),
            key=Key(key),
            code=body.code,
            name=label,
            kind=body.kind,
            linked=True,
            state=body.state.removeprefix("state/") if body.state else None,
            aliases=tuple(n for n in names if n != label)[:3],
        )
    if body.state and body.kind.value == "GovernmentBody":
        code = body.state.removeprefix("state/")
        actors.states.setdefault(code, LocalId(code))
        actors.note(code, "mention", code, span, "rule:state_of_body", 0.9)
    org = actors.organisations[key]
    actors.mention(span, MentionKind.ORGANISATION, MentionForm.NAME, org.id, case, "gazetteer", 0.97)


def _new_body(actors: Actors, key: str, span: tuple[int, int], case: str) -> None:
    body = actors.analysis.bodies[key]
    if key not in actors.organisations:
        actors.organisations[key] = Organisation(
            id=LocalId(f"o{len(actors.organisations) + 1}"),
            key=Key(key),
            code=body.name,
            name=body.name,
            kind=body.kind,
            linked=False,
            state=body.state.removeprefix("state/") if body.state else None,
        )
    if body.state:
        code = body.state.removeprefix("state/")
        actors.states.setdefault(code, LocalId(code))
        actors.note(code, "mention", code, span, "rule:state_of_body", 0.9)
    if body.owner:
        _organisation(actors, body.owner, span, "")
    org = actors.organisations[key]
    actors.mention(span, MentionKind.ORGANISATION, MentionForm.NAME, org.id, case, "rule:body_name", 0.8)


def _post(actors: Actors, scene: Scene, holding: Holding, number: int) -> None:
    title, units = holding.title, scene.units
    found = _at(actors, units, (*holding.states, *(() if holding.states else title.own)))
    if found is None:
        return
    org, key, dropped = found
    official = actors.officials[number]
    words = " ".join(posts.plain(title, units, frozenset({*dropped, *_states(units, title)})))
    text = words.replace(" ,", ",").replace("« ", "«").replace(" »", "»")
    post, known = actors.known.post_key(text, key)
    span = actors.span(units[title.first].first, units[title.last - 1].last)
    actors.note(official.id, "post", post, span, holding.rule, 0.9)
    if any(p.holder == official.id and p.key == post for p in actors.posts):
        return
    actors.posts.append(
        PostHeld(
            holder=official.id,
            title=text,
            org=org,
            body=Key(key),
            key=post,
            known=known,
            former=title.marker == "former",
        )
    )


def _states(units: Sequence[Unit], title: posts.Title) -> Iterator[int]:
    for i in title.own:
        if units[i].kind is UnitKind.STATE:
            yield i


def _at(actors: Actors, units: Sequence[Unit], named: Sequence[int]) -> tuple[str, str, tuple[int, ...]] | None:
    """Display key, key, and units to drop, of the state or body whose post it is."""
    for i in named:
        if units[i].kind is UnitKind.BODY:
            body = actors.known.body(units[i].ref)
            if body is None and units[i].ref in actors.analysis.bodies:
                new = actors.analysis.bodies[units[i].ref]
                if new.state:
                    return new.state.removeprefix("state/"), new.state, ()
                return new.name, units[i].ref, (i,)
            if body is not None:
                org, key = actors.known.holder_of_posts(body)
                return org, key, (i,)
    for i in named:
        if units[i].kind is UnitKind.STATE:
            return units[i].ref.removeprefix("state/"), units[i].ref, (i,)
    return None
