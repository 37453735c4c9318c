"""When, where, how and whether: the date, place, mode and status that belong to one trigger of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import InteractionType
from ..dates import Dated, Use
from ..drafts import Claim, Standing, When, Where
from ..reading import MentionForm, MentionKind, PlaceMentioned
from ..triggers import Frame, Trigger
from . import clauses, gatherings, grammar, standings, venues
from .owners import of_the_heading, owner
from .passages import Party, Passage

_IN = frozenset({"в", "во", "на", "г", "г.", "город", "из"})


def when(passage: Passage, trigger: Trigger) -> When | None:
    """The date that belongs to the trigger; the most precise, then the nearest of several."""
    mine = [d for d in passage.dates if d.use is Use.WHEN and _owned(passage, trigger, d)]
    if not mine or standings.reports(passage, trigger):
        return None
    mine = [d for d in mine if not d.rule.endswith("year_of_name") or _of_its_name(passage, trigger, d)]
    if not mine:
        return None
    best = max(mine, key=lambda d: (d.precision, -abs(d.start - trigger.start)))
    rule = best.rule
    return When(date=best.date, end=best.end, claim=Claim(value=best.date, start=best.start, stop=best.stop, rule=rule))


def _of_its_name(passage: Passage, trigger: Trigger, date: Dated) -> bool:
    """Whether a year stands in the trigger's own name, right behind it or before it: "учение «Щит-2025»"."""
    at = passage.token_at(date.start)
    return -_NAME <= at - trigger.last <= _NAME


_NAME = 8
"""Tokens of a name with its year."""


def _owned(passage: Passage, trigger: Trigger, date: Dated) -> bool:
    first, last = passage.token_at(date.start), passage.token_at(date.stop - 1) + 1
    mine = owner(passage, first, last)
    return (_told_after(passage, mine, last) or mine) == trigger


def _told_after(passage: Passage, nearest: Trigger | None, last: int) -> Trigger | None:
    """ "о повестке саммита 7 октября рассказал журналистам": the day is of what the verb tells, not of the genitive."""
    if nearest is None or standings.standing(passage, nearest) is not Standing.MENTIONED:
        return None
    if grammar.case(passage, nearest) != "gent" or clauses.preposition(passage.tokens, nearest.first, passage.first):
        return None
    clause = passage.clause(nearest.first)
    later = (t for t in passage.triggers if last <= t.first < clause.last and t.first >= nearest.last)
    return next((t for t in later if standings.standing(passage, t) is Standing.HAPPENS), None)


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
    if city is None and inside is None and (venue := venues.venue(passage, trigger, owner)) is not None:
        claim = Claim(value=venue[1], start=venue[0].start, stop=venue[0].stop, rule="rule:venue", score=0.7)
        return Where(name=venue[1], place=claim)
    return Where(key=place.key if place else None, name=place.name if place else None, place=named, state=inside)


def _located(passage: Passage, trigger: Trigger, party: Party) -> bool:
    if _hosts(passage, trigger, party):
        return True
    if owner(passage, party.first, party.last) != trigger or _of_the_matter(passage, party):
        return False
    before = clauses.preposition(passage.tokens, party.first, passage.first)
    if party.form is MentionForm.ADJECTIVE and party.last < passage.last:
        lands = passage.tokens[party.last].lemma.startswith(_LANDS)
        return lands and before in {"в", "во", "на"}
    if party.kind is MentionKind.PLACE and party.case == "nomn" and of_the_heading(passage, party.first):
        return True
    if party.kind is MentionKind.PLACE:
        return _in_city(passage, trigger, party, before)
    if trigger.sense.type is InteractionType.VISIT and party.first == trigger.last and party.case == "nomn":
        return True  # "посетил Китай": the accusative looks the same
    if party.case == "loct" and before not in {"в", "во", "на"}:
        return False  # "министры Индии": the genitive looks the same
    if party.case == "loct" or (party.case in {"accs", ""} and trigger.sense.type is InteractionType.VISIT):
        return before in {"в", "во", "на"} or trigger.sense.frame is Frame.VISIT
    if before == "на территории":
        return True
    return before.startswith(("в ", "во ", "на ")) and before.split()[1] in _PARTS


_LANDS = ("столиц", "город", "территор", "провинц", "област", "земл", "регион", "полигон", "курорт", "берег")
_MATTERS = ("ситуаци", "обстановк", "положени", "событи", "конфликт", "кризис", "урегулировани", "выбор")


def _of_the_matter(passage: Passage, party: Party) -> bool:
    """Whether a place only says where what is talked about is: "обсудили ситуацию в Казахстане"."""
    words = passage.tokens[max(passage.first, party.first - 3) : party.first]
    at = next((i for i, t in enumerate(words) if t.text.lower() in {"в", "во", "на", "вокруг"}), None)
    return bool(at) and words[at - 1].lemma.startswith(_MATTERS) if at else False


def _hosts(passage: Passage, trigger: Trigger, party: Party) -> bool:
    """Whether the party is where it was by another word: "Душанбе принял саммит", "Гамбург, где шло заседание"."""
    host = gatherings.received(passage, trigger)
    if party in {host[1] if host is not None else None, standings.hosted(passage, trigger)}:
        return True
    clause = passage.clause(trigger.first)
    where = party.kind is MentionKind.PLACE and passage.tokens[clause.first].text.lower() == "где"
    return where and 0 <= clause.first - party.last <= 1


def _in_city(passage: Passage, trigger: Trigger, party: Party, before: str) -> bool:
    """Whether a city with this preposition before it is where it was, and not whence somebody came."""
    visit = trigger.sense.type is InteractionType.VISIT
    if before == "из" and visit:
        return False
    right_after = party.first == trigger.last or party.case in {"accs", "gent", ""}
    return before in _IN or _in_town(passage, party) or (visit and right_after)


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


def mode(passage: Passage, trigger: Trigger) -> Claim | None:
    """The mode that the trigger itself or words that belong to it give."""
    if trigger.sense.mode is not None:
        return Claim(value=trigger.sense.mode, start=trigger.start, stop=trigger.stop, rule=trigger.name)
    for found in passage.formats:
        apart = found.last <= trigger.first or found.first >= trigger.last
        if apart and owner(passage, found.first, found.last) == trigger:
            start, stop = passage.tokens[found.first].start, passage.tokens[found.last - 1].stop
            return Claim(value=found.mode, start=start, stop=stop, rule="rule:mode_of")
    return None
