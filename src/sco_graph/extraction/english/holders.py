"""Who holds a title: rules that bind a title to a name before it, after it, in brackets and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..units import Unit, UnitKind
from . import lists, ranks, words
from .titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """The person at unit ``person`` holds a title; ``state`` is the unit that names its state in a list."""

    title: Title
    person: int
    rule: str
    state: int | None = None


_AS = re.compile(
    r"^(?:,? ?(?:who )?(?:is|was|has been|has become|has served|will be|became|"
    r"becomes|had been|being|currently|now|formerly|previously|also|the|"
    r"re-?elected|elected|appointed|re-?appointed|named|nominated|serves?|served|serving|acts?|acted|acting|"
    r"confirmed|sworn in|in (?:his|her) capacity|as|to be|,) ?)+$"
)
_OFFICE = re.compile(
    r"\b(?:his|her) (?:new |former |current |first |second )?(?:job|post|position|role|capacity|mission|term|tenure|"
    r"work|duties|appointment|election|service|assignment|mandate|functions|activities|credentials|"
    r"letters? of credence|"
    r"letters? of credentials)(?: of office)? as(?: the)?$|"
    r"\bpresented (?:the |copies of )?(?:credentials|letters? of credence) as(?: the)?$"
)
_TAKES_OFFICE = re.compile(
    r"^,? ?(?:who )?(?:has |had |will |formally |officially |recently |was )*"
    r"(?:assum(?:e|es|ed)|tak(?:e|es|en)|took|took over|takes? over|taken over|took up|takes? up|"
    r"beg[au]n|begins|start(?:s|ed)|"
    r"enter(?:s|ed)|sworn in(?:to)?|hold(?:s)?|held|occup(?:y|ies|ied))"
    r"(?: up| over| upon| on)?(?: the| his| her)?(?: new)?(?: high| responsible)?"
    r"(?: office| post| position| duties| functions| role| job| work| charge| term| oath| responsibilities)?"
    r"(?: of office)?"
    r" (?:as|of)(?: the)?$"
)
_LEADS_AS = re.compile(r"^,? ?(?:who )?(?:heads|headed|leads|led|chairs|chaired|runs) [^,;.]* as$")
_BETWEEN = frozenset({",", "and", "&", ";", "as", "well"})
_DASH = frozenset({"-", "–", "—", ":"})


def bind(units: Sequence[Unit], titles: Sequence[Title]) -> tuple[Holding, ...]:
    """Holdings of a sentence, in order of the titles."""
    people = [i for i, unit in enumerate(units) if unit.kind is UnitKind.PERSON]
    found: list[Holding] = []
    headed = _headed(units, titles, people)
    for title in titles:
        if title.plural:
            found += [
                Holding(title=title, person=person, rule="rule:list_of_holders", state=state)
                for person, state in lists.members(units, title, people)
            ]
            continue
        person, rule = _direct(units, title, people, headed)
        if person is not None:
            state = None if title.left or any(c.names for c in title.right) else _state_behind(units, person)
            found.append(Holding(title=title, person=person, rule=rule, state=state))
    return tuple(_chained(units, titles, found, people))


def _begins(units: Sequence[Unit], title: Title, last: Title | None) -> bool:
    """Whether a title is that before a name, or joined to it: "A, Aide and Secretary of the Council B"."""
    return last is not None and (title is last or _text(units, title.last, last.start) == "and")


def _headed(units: Sequence[Unit], titles: Sequence[Title], people: Sequence[int]) -> dict[int, Title]:
    """People whose full title stands before them, in a row that begins so: "Head of A, Mr X, the Head of B, Mr Y"."""
    found: dict[int, Title] = {}
    for at, person in enumerate(people):
        title = next((t for t in reversed(titles) if t.last <= person), None)
        before = people[at - 1] if at else None
        free = title is not None and not title.plural and (before is None or before < title.start)
        if title is None or not free or not (title.right or title.left):
            continue
        behind = _address_only(units, title.last, person)
        set_off = (before is None or before in found) and _set_off(units, title, person)
        if behind or set_off:
            found[person] = title
    return found


def _direct(
    units: Sequence[Unit], title: Title, people: Sequence[int], headed: dict[int, Title]
) -> tuple[int | None, str]:
    after = next((p for p in people if p >= title.last), None)
    before = next((p for p in reversed(people) if p < title.start), None)
    if after is not None and _address_only(units, title.last, after):
        return after, "rule:title_before_name"
    row = before in headed and after is not None and _begins(units, title, headed.get(after))
    if before is not None and not row and _apposed(units, before + 1, title) and not _subject(units, title):
        return before, "rule:title_after_name"
    if after is not None and _set_off(units, title, after):
        return after, "rule:name_set_off_behind_title"
    if before is not None and says_as(_text(units, before + 1, title.start)):
        return before, "rule:name_as_title"
    if after is not None and after == title.last + 1 and units[title.last].text.lower() in {"is", "was", "remains"}:
        return after, "rule:title_is_name"
    if before is not None and _LEADS_AS.match(_text(units, before + 1, title.start)):
        return before, "rule:leads_as_title"
    if before is not None and _owned_as(units, before, title):
        return before, "rule:election_of_name_as_title"
    if before is not None and in_office(_text(units, before + 1, title.start)):
        return before, "rule:in_the_office_of_title"
    return None, ""


def _state_behind(units: Sequence[Unit], person: int) -> int | None:
    """The state or body right behind a name: "President X of Freedonia"."""
    behind = units[person + 1 : person + 5]
    if len(behind) > 1 and behind[0].text in {"of", "from"}:
        for i, unit in enumerate(behind[1:], person + 2):
            if unit.kind in {UnitKind.STATE, UnitKind.BODY}:
                return i
            if unit.text.lower() != "the":
                break
    return None


def says_as(gap: str) -> bool:
    """Whether words between a name and a title say that the one is the other: "was appointed", "as the"."""
    told = _AS.match(gap) or _TAKES_OFFICE.match(gap)
    return bool(set(gap.split()) - {",", "the"}) and told is not None


def in_office(gap: str) -> bool:
    """Whether words end with "her new job as", "presented his credentials as", with no other title between."""
    return _OFFICE.search(gap) is not None


def _text(units: Sequence[Unit], first: int, last: int) -> str:
    return " ".join(u.text.lower() for u in units[first:last])


def _address_only(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Whether only addresses stand between a title and a name: "Foreign Minister H.E. Mr. X"."""
    gap = [u for u in ranks.without(_unbracketed(units[start:stop])) if u.text not in {".", '"', "“", "”"}]
    if not gap:
        return True
    gap = [u for i, u in enumerate(gap) if not _highness(gap, i)]
    return len(gap) <= 5 and all(words.courtesy(u) or u.text.lower() in {"of", "colonel", "general"} for u in gap)


def _unbracketed(units: Sequence[Unit]) -> list[Unit]:
    """Units without brackets that say when or that somebody retired: "(2016-2018)", "(Ret.)"."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        stop = next((i for i in range(at + 1, min(at + 7, len(units))) if units[i].text == ")"), None)
        inside = [u.text.lower().rstrip(".") for u in units[at + 1 : stop]] if stop is not None else []
        if units[at].text == "(" and inside and (inside[0][:1].isdigit() or inside[0] in _RETIRED):
            at = (stop or at) + 1
            continue
        kept.append(units[at])
        at += 1
    return kept


THEN = frozenset(
    {"at", "that", "the", "time", "then", "now", "currently", "formerly", "until", "recently", "also", "himself"}
)
_RETIRED = frozenset({"ret", "retd", "retired", "r", "acting"})


def _highness(units: Sequence[Unit], at: int) -> bool:
    """Whether a word of "His Royal Highness", "Her Excellency" stands here."""
    styles = {"highness", "excellency", "majesty", "eminence", "holiness", "honourable", "honorable"}
    return units[at].text.lower() in styles | {"prince", "princess"} or (
        units[at].text.lower() in {"his", "her", "their", "royal", "the", "right"}
        and any(u.text.lower() in styles for u in units[at + 1 : at + 3])
    )


def _apposed(units: Sequence[Unit], start: int, title: Title) -> bool:
    """Whether the title stands right behind the name and a comma, bracket or dash."""
    gap = _unbracketed(units[start : title.start])
    marks = [u.text for u in ranks.without(gap) if not words.courtesy(u) and u.text != "."]
    if len(gap) == 4 and gap[0].text == "(" and gap[1].kind is UnitKind.STATE and gap[3].text == ",":
        return True  # "Testov (Freedonia), Minister for Climate"
    if marks[:1] == [","] and len(marks) < 6 and all(m.lower() in THEN for m in marks[1:]):
        return True
    if marks in ([","], ["("], ["–"], ["-"], ["—"], [":"]):
        return marks != [":"] or False
    return not marks and title.start == start and title.definite and False


def _subject(units: Sequence[Unit], title: Title) -> bool:
    """Whether the title is the subject of the clause that begins with it: "In talks with X, the Minister said"."""
    if title.last >= len(units) or not title.definite:
        return False
    following = next((u for u in units[title.last :] if u.pos != "RB"), None)
    opens = units[0].pos in {"IN", "SC", "VBG", "WH"} or units[0].text.lower() in {"speaking", "during"}
    return opens and following is not None and following.pos in {"VBD", "VBZ", "AUX", "MD"}


def _set_off(units: Sequence[Unit], title: Title, person: int) -> bool:
    """ "The Foreign Minister of Freedonia, H.E. Ivan Testov, said": comma, name, and a mark or verb behind it."""
    between = ranks.without(units[title.last : person])
    gap = [u for i, u in enumerate(between) if not words.courtesy(u) and u.text != "." and not _highness(between, i)]
    if [u.text for u in gap] not in ([","], ["("], ["–"], ["—"], ["-"], [":"]):
        return False
    if not (title.definite or title.left or title.right or title.start == 0):
        return False
    if gap[0].text in {"–", "—"} and (title.left or title.right):
        return True
    if units[0].pos in {"IN", "SC"} and person + 1 < len(units) and units[person + 1].pos in {"VBD", "VBZ"}:
        return False  # "In talks with the President of Freedonia, Mr Testov described"
    closed = person + 1 >= len(units) or units[person + 1].text in {",", ")", ".", ";", "-", "–", "—", "and"}
    return closed or units[person + 1].pos in {"VBD", "VBZ", "AUX"}


def _owned_as(units: Sequence[Unit], person: int, title: Title) -> bool:
    """ "X's election as President", "the appointment of X to the post of"."""
    gap = _text(units, person + 1, title.start)
    return bool(
        re.fullmatch(
            r"(?:['’]s? )?(?:on (?:his|her) )?(?:re-?)?(?:election|appointment|assumption|inauguration|"
            r"assuming|taking)?(?: of)?(?: the)?(?: (?:duties|office|post|position))?(?: of| as| to be)(?: the)?",
            gap,
        )
    )


def _chained(
    units: Sequence[Unit], titles: Sequence[Title], found: Sequence[Holding], people: Sequence[int]
) -> Iterator[Holding]:
    """Holdings, and those of titles joined to a bound one: "X, A and B", "A, B X", "A and B X"."""
    bound = {h.title.head: h for h in found}
    for at in range(len(titles) - 2, -1, -1):  # a row of titles before a name, from the last on
        other = None if titles[at].head in bound or titles[at].plural else _joined_after(units, titles, at, bound)
        if other is not None and not _joined_before(units, titles, at, bound):
            bound[titles[at].head] = Holding(title=titles[at], person=other.person, rule="rule:further_title")
    found = [*found, *(h for h in bound.values() if h not in found)]
    for at, title in enumerate(titles):
        if title.head in bound:
            yield from (h for h in found if h.title is title)
            continue
        if title.plural:
            continue
        other = _joined_before(units, titles, at, bound) or _joined_after(units, titles, at, bound)
        if other is not None:
            holding = Holding(title=title, person=other.person, rule="rule:further_title")
            bound[title.head] = holding
            yield holding


def _joined_before(
    units: Sequence[Unit], titles: Sequence[Title], at: int, bound: dict[int, Holding]
) -> Holding | None:
    """The holding of the title before, when that stood behind its name: "X, Director of A and member of B"."""
    if at == 0 or titles[at - 1].head not in bound:
        return None
    other = bound[titles[at - 1].head]
    if other.person > titles[at - 1].start or not _only_joins(units, titles[at - 1].last, titles[at].start):
        return None
    following = titles[at].last
    if following < len(units) and units[following].kind is UnitKind.PERSON:
        return None
    return other


def _joined_after(units: Sequence[Unit], titles: Sequence[Title], at: int, bound: dict[int, Holding]) -> Holding | None:
    """The holding of the title behind, when its name follows both: "Prime Minister and Foreign Minister X"."""
    if at + 1 >= len(titles) or titles[at + 1].head not in bound or titles[at + 1].plural:
        return None
    other = bound[titles[at + 1].head]
    gap = _text(units, titles[at].last, titles[at + 1].start)
    if other.person < titles[at + 1].start or gap not in {"", ",", "and", ", and", "-", "–", "—", "/"}:
        return None
    alone = titles[at].definite and titles[at].bare and other.rule != "rule:name_set_off_behind_title"
    kinds = [{units[i].kind for i in t.left} for t in titles[at : at + 2]]
    apart = alone or titles[at + 1].definite or (kinds[0] and kinds[1] and kinds[0] == kinds[1])
    if not gap and titles[at].right:
        return None  # "spokesman for the Union Secretary-General Testov"
    if gap in {"and", ", and"} and apart:
        return None
    if gap == "," and titles[at].definite and titles[at].bare:
        return None
    return other


def _only_joins(units: Sequence[Unit], first: int, last: int) -> bool:
    gap = [u.text.lower() for u in units[first:last]]
    return bool(gap) and len(gap) <= 4 and all(word in _BETWEEN or word in _DASH for word in gap)
