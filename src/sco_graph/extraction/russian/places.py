"""Where an interaction took place: the city, the state or the venue that belong to one trigger of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..drafts import Claim, Standing, Where
from ..reading import MentionKind, PlaceMentioned
from ..triggers import Frame, Trigger
from . import clauses, gatherings, morphology, standings
from .circumstances import owner
from .passages import Party, Passage

_IN = frozenset({"в", "во", "на", "г", "г.", "город", "из"})


def where(passage: Passage, trigger: Trigger, places: Sequence[PlaceMentioned]) -> Where:
    """City and state that belong to the trigger: with "в", "на", or as what is visited."""
    known = {place.key: place for place in places}
    city = next((p for p in passage.of_kind(MentionKind.PLACE) if _located(passage, trigger, p)), None)
    state = next((p for p in passage.of_kind(MentionKind.STATE) if _located(passage, trigger, p)), None)
    place = known.get(city.ref) if city is not None else None
    named = Claim(value=place.key, start=city.start, stop=city.stop, rule="rule:place_of") if city and place else None
    if place is not None and place.state and city is not None:
        inside = Claim(value=place.state, start=city.start, stop=city.stop, rule="rule:state_of_place")
    elif state is not None and city is None:
        inside = Claim(value=state.ref, start=state.start, stop=state.stop, rule="rule:state_of", score=0.8)
    else:
        inside = None
    if city is None and inside is None and (venue := _venue(passage, trigger)) is not None:
        claim = Claim(value=venue[1], start=venue[0].start, stop=venue[0].stop, rule="rule:venue", score=0.7)
        return Where(name=venue[1], place=claim)
    return Where(key=place.key if place else None, name=place.name if place else None, place=named, state=inside)


_VENUES = (
    "секретариат",
    "академи",
    "университет",
    "институт",
    "посольств",
    "штаб-квартир",
    "резиденци",
    "дворец",
    "дом ",
    "центр",
    "музей",
    "библиотек",
    "парламент",
)


def _venue(passage: Passage, trigger: Trigger) -> tuple[Party, str] | None:
    """The body in whose house something takes place, and its name: "в Секретариате ШОС состоялась встреча"."""
    if standings.standing(passage, trigger) is not Standing.HAPPENS:
        return None
    for party in passage.of_kind(MentionKind.ORGANISATION):
        words = passage.text(party.first, party.last)
        at = clauses.preposition(passage.tokens, party.first, passage.first)
        if party.case == "loct" and at in {"в", "во"} and words.startswith(_VENUES):
            if owner(passage, party.first, party.last) == trigger:
                return party, _nominative(passage, party)
    return None


def _nominative(passage: Passage, party: Party) -> str:
    """The body's words with the first, its head, in the nominative."""
    words = [t.text for t in passage.tokens[party.first : party.last]]
    return " ".join([morphology.inflect(words[0], "NOUN", "loct", "sing", ""), *words[1:]])


def _located(passage: Passage, trigger: Trigger, party: Party) -> bool:
    host = gatherings.received(passage, trigger)
    if party in {host[1] if host is not None else None, standings.hosted(passage, trigger)}:
        return True
    clause = passage.clause(trigger.first)
    if party.kind is MentionKind.PLACE and passage.tokens[clause.first].text.lower() == "где":
        if 0 <= clause.first - party.last <= 1:
            return True  # "Гамбург, где шло заседание"
    if owner(passage, party.first, party.last) != trigger:
        return False
    before = clauses.preposition(passage.tokens, party.first, passage.first)
    if party.kind is MentionKind.PLACE:
        right_after = party.first == trigger.last or party.case in {"accs", "gent", ""}
        visited = trigger.sense.type is InteractionType.VISIT and right_after
        if before == "из" and trigger.sense.type is InteractionType.VISIT:
            return False  # whence, not whither
        return before in _IN or _in_town(passage, party) or visited
    if trigger.sense.type is InteractionType.VISIT and party.first == trigger.last and party.case == "nomn":
        return True  # "посетил Китай": the accusative looks the same
    if party.case == "loct" and before not in {"в", "во", "на"}:
        return False  # "министры Индии": the genitive looks the same
    if party.case == "loct" or (party.case in {"accs", ""} and trigger.sense.type is InteractionType.VISIT):
        return before in {"в", "во", "на"} or trigger.sense.frame is Frame.VISIT
    if before == "на территории":
        return True
    return before.startswith(("в ", "во ", "на ")) and before.split()[1] in _PARTS


_PARTS = frozenset(
    [
        "столице",
        "территории",
        "городе",
        "горах",
        "районе",
        "районах",
        "провинции",
        "области",
        "регионе",
        "регионах",
        "селе",
        "окрестностях",
        "пригороде",
        "ущелье",
        "небе",
        "полигоне",
        "полигонах",
        "земле",
        "посольстве",
        "парламенте",
        "юге",
        "севере",
        "востоке",
        "западе",
    ]
)
"""Parts of a state where something takes place: "в столице Freedonia"."""


_TOWN = ("г", "город", "столиц", "курорт", "посел", "сел", "международн", "аэропорт")


def _in_town(passage: Passage, party: Party) -> bool:
    """Whether a word such as "городе", "столице Пакистана" stands between the preposition and the place."""
    words = passage.tokens[max(passage.first, party.first - 5) : party.first]
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].text.lower() in _IN - {"г", "г.", "город"}), None)
    between = words[at + 1 :] if at is not None else ()
    return at is not None and all(
        t.lemma.startswith(_TOWN) or t.text == "." or t.pos == "ADJF" or t.text.istitle() for t in between
    )
