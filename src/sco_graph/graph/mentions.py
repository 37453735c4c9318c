"""Mentions: under which names, and in which posts, a document speaks of an entity.

They hold all that is needed to describe an entity that the tables lack, so that
``entities`` can be derived again from the graphs of documents alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from ..model import Event, Facts, Official, Organisation, PostHeld
from . import terms
from .naming import Naming
from .terms import Pair, entity, sco


def mention_quads(facts: Facts, naming: Naming) -> Iterator[Quad]:
    """One mention a document of each official, organisation, state, post and place."""
    for person in facts.officials:
        posts = [post for post in facts.posts if post.holder == person.id]
        yield from _quads(naming, person.id, (*_official(person, naming), *_capacities(posts)))
    for holder in facts.implied:
        # By post alone: no name of the text's, and words whose method says that it is inferred.
        pairs = ((sco("mentionOf"), entity(holder.key)), (sco("inCapacity"), entity(holder.post)))
        yield from _quads(naming, holder.id, pairs)
    for body in facts.organisations:
        yield from _quads(naming, body.id, _organisation(body, naming))
    for code in facts.states:
        pairs = ((sco("mentionOf"), naming.actor(code)), (sco("mentionedAs"), sco("State")))
        yield from _quads(naming, code, pairs)
    for post in facts.posts:
        yield from _quads(naming, post.key.replace("/", "-"), _post(post, naming))
    for event in facts.events:
        if event.place_key:
            yield from _quads(naming, event.place_key.replace("/", "-"), _place(event, naming))


def _quads(naming: Naming, local: str, pairs: Iterator[Pair] | tuple[Pair, ...]) -> Iterator[Quad]:
    mention = naming.mention(local)
    yield Quad(mention, terms.TYPE, sco("Mention"), naming.graph)
    yield Quad(mention, sco("mentionedIn"), naming.document, naming.graph)
    yield from terms.quads(naming.graph, mention, pairs)


def _official(person: Official, naming: Naming) -> Iterator[Pair]:
    yield sco("mentionOf"), entity(person.key)
    yield sco("mentionedAs"), sco("Official")
    yield sco("name"), terms.text(person.name, naming.language)
    if naming.language != "en" and not person.linked:
        yield sco("transliteration"), terms.text(person.name_en, "en")
    for alias in person.aliases:
        yield terms.ALT_LABEL, terms.text(alias, naming.language)


def _capacities(posts: list[PostHeld]) -> Iterator[Pair]:
    for post in posts:
        yield sco("formerCapacity" if post.former else "inCapacity"), entity(post.key)


def _organisation(body: Organisation, naming: Naming) -> Iterator[Pair]:
    yield sco("mentionOf"), entity(body.key)
    yield sco("mentionedAs"), sco(body.kind)
    yield sco("name"), terms.text(body.name, naming.language)
    if body.state:
        yield sco("mentionedWith"), naming.actor(body.state)
    for alias in body.aliases:
        yield terms.ALT_LABEL, terms.text(alias, naming.language)


def _post(post: PostHeld, naming: Naming) -> Iterator[Pair]:
    yield sco("mentionOf"), entity(post.key)
    yield sco("mentionedAs"), sco("Post")
    yield sco("name"), terms.text(post.title, naming.language)
    yield sco("mentionedWith"), entity(post.body)


def _place(event: Event, naming: Naming) -> Iterator[Pair]:
    if event.place_key:
        yield sco("mentionOf"), entity(event.place_key)
    yield sco("mentionedAs"), sco("Place")
    if event.place:
        yield sco("name"), terms.text(event.place, naming.language)
    if event.place_state:
        yield sco("mentionedWith"), naming.actor(event.place_state)
