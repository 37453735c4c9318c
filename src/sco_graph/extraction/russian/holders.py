"""Who holds a post: titles bound to the names beside them.

Each rule sees one arrangement of words and says whom the title belongs to, or
nothing. They are tried in order; the first verdict counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..units import Unit, UnitKind
from .copulas import before_copula, before_name, candidate, copula, past_courtesies, person_at
from .posts import Title, more_states

_DASHES = frozenset({"-", "–", "—", "―"})
_OPEN = frozenset({"(", "["})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A title held by the person of unit ``person``; ``states`` stand for the title's own where a list has them."""

    title: Title
    person: int
    rule: str
    states: tuple[int, ...] = ()


Rule = Callable[[Sequence[Unit], Title, Sequence[Title]], int | None]


def holdings(units: Sequence[Unit], titles: Sequence[Title]) -> tuple[Holding, ...]:
    """All that a sentence says of who holds which post, in the order of the titles."""
    found: list[Holding] = []
    taken: dict[int, Holding] = {}
    for title in titles:
        for name, rule in _RULES:
            person = rule(units, title, titles)
            if person is not None:
                states = (person - 2,) if name == "post_list" else ()
                found.append(Holding(title=title, person=person, rule=f"rule:{name}", states=states))
                taken[id(title)] = found[-1]
                break
        else:
            continue
        if title.number == "plur":
            found[-1] = replace(found[-1], states=found[-1].states or _bracketed(units, found[-1].person))
        found[-1:] = _paired(units, title, [found[-1], *_list(units, title, found[-1])])
    found.extend(_chained(units, titles, taken))
    return tuple(sorted(found, key=lambda h: (h.title.first, h.person)))


def before_dash(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "министр обороны РФ – Иванов", "министр обороны РФ, г-н Иванов", "министр обороны (Иванов)"."""
    states = more_states(units, title) if title.number == "plur" else []
    at = states[-1] + 1 if states else title.last
    if at < len(units) and (units[at].text in _DASHES or units[at].text in _OPEN):
        return person_at(units, past_courtesies(units, at + 1))
    if at < len(units) and units[at].text == "," and not _behind_name(units, title):
        after = past_courtesies(units, at + 1)
        found = person_at(units, after)
        if found is not None and (after > at + 1 or _closes(units, found + 1)):
            return found
    return None


def _behind_name(units: Sequence[Unit], title: Title) -> bool:
    """Whether a name and a dash stand before a title: "Иванов - директор музея, Петров - директор парка"."""
    return units[title.first - 1].text in _DASHES and person_at(units, title.first - 2) is not None


def first_of_list(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "премьер-министры: России - Иванов, Казахстана - Ахметов"."""
    at = title.last
    if title.number != "plur" or at + 3 >= len(units) or units[at].text != ":":
        return None
    if units[at + 1].kind in {UnitKind.STATE, UnitKind.BODY} and units[at + 2].text in _DASHES:
        return person_at(units, at + 3)
    return None


def after_name(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "Иванов, министр обороны РФ, ...", "Иванов (министр обороны РФ)", "Иванов – министр обороны РФ"."""
    mark = title.first - 1
    if mark < 1 or title.number == "plur":
        return None
    text = units[mark].text
    if text not in _DASHES and text not in _OPEN and text not in {",", ":"}:
        return None
    person = person_at(units, mark - 1)
    if person is None or not _closes(units, title.last) or _goes_on(units, title, titles):
        return None
    if text == "," and _of_the_next(units, title, titles, person):
        return None
    if text == "," and title.case not in {"nomn", units[person].case, ""} and units[person].case:
        return None
    return person


def _of_the_next(units: Sequence[Unit], title: Title, titles: Sequence[Title], person: int) -> bool:
    """Whether a person has a title before the name, and what follows is a row of titles of somebody named next.

    "секретарь ШОС Иванов, заместитель директора Института, председатель Комитета Петров".
    """
    after = next((t for t in titles if t.first == title.last + 1), None)
    own = any(t.last == person for t in titles)
    return own and after is not None and units[title.last].text == "," and before_name(units, after, titles) is not None


def _goes_on(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> bool:
    """Whether a dash and a further title follow: "A, заместитель премьер-министра – министр обороны B"."""
    dash = title.last < len(units) and units[title.last].text in _DASHES
    return dash and any(t.first == title.last + 1 for t in titles)


def over_phrase(units: Sequence[Unit], title: Title, titles: Sequence[Title]) -> int | None:
    """ "глава Миссии наблюдателей на намеченных выборах в Кыргызстане Сергей Лебедев": a phrase stands between."""
    if title.number == "plur" or title.case != "nomn" or not title.own or _of(units, title.last) != "PREP":
        return None
    for at in range(title.last, min(title.last + _PHRASE, len(units))):
        unit = units[at]
        if unit.kind is UnitKind.PERSON:
            return at if _of(units, at - 1) != "PREP" and not any(title.last <= t.first < at for t in titles) else None
        if unit.kind is UnitKind.MARK or unit.pos in {"VERB", "CONJ", "PRTS", "INFN", "GRND"}:
            return None
    return None


def _of(units: Sequence[Unit], at: int) -> str:
    return units[at].pos if 0 <= at < len(units) else ""


_PHRASE = 12
"""Units that a phrase between a title and its name may have."""


def _closes(units: Sequence[Unit], at: int) -> bool:
    """Whether an apposition ends here."""
    return at >= len(units) or units[at].kind is UnitKind.MARK or units[at].text.lower() in {"и", "а"}


_RULES: tuple[tuple[str, Rule], ...] = (
    ("post_before_name", before_name),
    ("post_before_dash", before_dash),
    ("post_list", first_of_list),
    ("post_after_name", after_name),
    ("copula", copula),
    ("before_copula", before_copula),
    ("candidate", candidate),
    ("post_over_phrase", over_phrase),
)


def _list(units: Sequence[Unit], title: Title, first: Holding) -> Iterator[Holding]:
    """Further holders of a plural title: "министры ... Казахстана - М. Тлеуберди, Кыргызстана - Р. Казакбаев"."""
    at = first.person + 1
    while at < len(units):
        at += 3 if _bracketed(units, at - 1) else 0
        start = at
        while at < len(units) and (units[at].text in {",", ";", "и", ")", "также", "а"}):
            at += 1
        states = []
        if at + 1 < len(units) and units[at].lemma in _REALMS and units[at + 1].kind is UnitKind.STATE:
            at += 1
        while at < len(units) and units[at].kind in {UnitKind.STATE, UnitKind.BODY}:
            states.append(at)
            at += 1
        if at < len(units) and (units[at].text in _DASHES or units[at].text in _OPEN):
            at += 1
        person = person_at(units, past_courtesies(units, at))
        if person is None or at == start or not (states or title.number == "plur"):
            return
        if title.number != "plur" and units[person - 1].text not in _DASHES:
            return
        named = tuple(states) or _bracketed(units, person)
        yield Holding(title=title, person=person, rule="rule:post_list", states=named)
        at = person + 1


def _paired(units: Sequence[Unit], title: Title, several: list[Holding]) -> list[Holding]:
    """ "Президенты Узбекистана и Казахстана Иванов и Петров": as many states as names go together in order."""
    states = [i for i in title.own if units[i].kind is UnitKind.STATE] + more_states(units, title)
    plain = title.number == "plur" and not any(h.states for h in several)
    if not plain or len(states) < _PAIR or len(states) != len(several):
        return several
    return [replace(h, states=(state,)) for h, state in zip(several, states, strict=True)]


_PAIR = 2
_REALMS = frozenset({"республика", "королевство", "государство", "федерация", "княжество", "султанат", "эмират"})
"""Words of full names of states that the tables may lack: "Республики Греция"."""


def _bracketed(units: Sequence[Unit], person: int) -> tuple[int, ...]:
    """The state or body in brackets after a name: "Иванов (Россия)"."""
    inside = units[person + 1 : person + 4]
    names = len(inside) == 3 and inside[0].text == "(" and inside[2].text == ")"
    return (person + 2,) if names and inside[1].kind in {UnitKind.STATE, UnitKind.BODY} else ()


def _chained(units: Sequence[Unit], titles: Sequence[Title], taken: dict[int, Holding]) -> Iterator[Holding]:
    """Titles in a row before or after one name: "член Госсовета, министр иностранных дел Китая Ван И"."""
    for left, right in reversed(list(pairwise(titles))):
        held = taken.get(id(right))
        if held and id(left) not in taken and _row(units, left, right) and held.person > right.first:
            taken[id(left)] = Holding(title=left, person=held.person, rule="rule:post_row")
            yield taken[id(left)]
    for left, right in pairwise(titles):
        held = taken.get(id(left))
        joined = _row(units, left, right) or _and_closes(units, left, right)
        if held and id(right) not in taken and joined and held.person < left.first:
            taken[id(right)] = Holding(title=right, person=held.person, rule="rule:post_row")
            yield taken[id(right)]


def _and_closes(units: Sequence[Unit], left: Title, right: Title) -> bool:
    """ "Иванов, председатель Freedonia и министр обороны, ...": an apposition that goes on after "и" and ends."""
    between = [u.text for u in units[left.last : right.first]]
    alike = left.number == right.number and left.case == right.case
    return alike and between == ["и"] and right.last < len(units) and units[right.last].text in {",", ")"}


def _lively(case: str) -> str:
    """Genitive and accusative of living beings look alike."""
    return "gent" if case == "accs" else case


_OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})
"""Cases in which "исполняющей обязанности" looks the same."""


def _row(units: Sequence[Unit], left: Title, right: Title) -> bool:
    """Whether two titles stand side by side and agree."""
    between = [u.text for u in units[left.last : right.first]]
    if between[:1] == ["("] and between[2:3] == [")"]:  # "директор Управления (УНП), секретарь ..."
        between = between[3:]
    acting = left.marker == "acting" and right.case in _OBLIQUE
    if left.number != right.number or (_lively(left.case) != _lively(right.case) and not acting):
        return False
    if not between and ("bare" in right.traits or left.own):  # "директор Секретариата СВМДА Посол Иванов"
        return True
    if len(between) == 1 and between[0] in (_DASHES | {","}):
        return True
    return between == ["и"] and not left.own
