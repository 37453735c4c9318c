"""Bodies that the tables lack: their names by grammar, from a head noun of the lexicon.

A name is a capitalised head noun, the adjectives before it that agree, and what it
governs; or a head noun with a name in quotation marks ("компания «Лукойл»"). Bodies in
the plural that belong to the members of an organisation ("министерства
здравоохранения государств-членов ШОС") are collectives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...model import BodyKind
from .. import lexicon
from ..units import Unit, UnitKind
from . import morphology
from .complements import Complement

_QUOTED = re.compile(r"[«\"“„]\s*([^«»\"“”„]+?)\s*[»\"”“]")
_MISSION = "миссия"
_COMMONWEALTHS = frozenset({"Содружества", "Организации", "Союза", "Объединения"})
"""Words for an organisation named before, whose members are meant."""
_QUOTES = frozenset({"«", '"', "“", "„"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyHead:
    """A head noun of names of bodies."""

    kind: BodyKind
    english: str
    any_case: bool
    owned: bool
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFound:
    """A body that grammar finds: units ``[first, last)`` with its head, and its name in the nominative.

    ``states`` and ``owners`` are keys of states and bodies within the name; ``said`` are the words of the first owner;
    ``place`` is the key of a city in it; ``also`` are names that the text gives it elsewhere.
    """

    first: int
    head: int
    last: int
    name: str
    kind: BodyKind
    states: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    said: str = ""
    lemma: str = ""
    also: tuple[str, ...] = ()
    place: str = ""

    @property
    def state(self) -> str | None:
        """Key of the first state in the name."""
        return self.states[0] if self.states else None

    @property
    def quoted(self) -> str:
        """The words in quotation marks within the name, or nothing."""
        found = _QUOTED.search(self.name)
        return found[1].strip() if found else ""

    def code(self, latin: Callable[[str], str], owner: str = "") -> str:
        """Display key: a name in quotation marks in Latin letters with the English head word, else the name.

        A mission of an organisation has the display key of that (``owner``): "CSTO Mission".

        >>> body = BodyFound(first=0, head=0, last=4, name="Фонд «Ростокс»", kind=BodyKind.ORGANISATION, lemma="фонд")
        >>> body.code(lambda word: "Rostoks")
        'Rostoks Fund'
        """
        head = heads().get(self.lemma)
        if head and owner and self.lemma == _MISSION and len(self.name.replace(self.said, "").split()) == 1:
            return f"{owner} {head.english}"
        proper = self.quoted and not any(morphology.is_known(word) for word in self.quoted.split())
        return f"{latin(self.quoted)} {head.english}" if head and proper else self.name

    @property
    def owner(self) -> str | None:
        """Key of the first body in the name."""
        return self.owners[0] if self.owners else None


@cache
def heads() -> dict[str, BodyHead]:
    """Head nouns by lemma."""
    return {
        lemma: BodyHead(
            kind=BodyKind(kind),
            english=english,
            any_case="any" in traits.split(),
            owned="owned" in traits.split(),
            plural="plural" in traits.split(),
        )
        for lemma, kind, english, traits in lexicon.rows("ru", "bodies", 4)
    }


@cache
def head_lemma(name: str) -> str:
    """Lemma of the first noun of a body's name.

    >>> head_lemma("Шанхайская организация сотрудничества")
    'организация'
    """
    for word in name.replace("«", " ").split()[:6]:
        reading = morphology.analyses(word.strip("»,.()"))[0]
        if reading.pos == "NOUN":
            return reading.lemma
    return ""


def bodies(units: Sequence[Unit]) -> tuple[BodyFound, ...]:
    """Bodies of a sentence that are not units yet, outermost only, in order."""
    found: list[BodyFound] = []
    at = 0
    while at < len(units):
        body = _body(units, at, found[-1].last if found else 0)
        if body is not None:
            found.append(body)
        at = body.last if body else at + 1
    return tuple(found)


def _body(units: Sequence[Unit], at: int, bound: int) -> BodyFound | None:
    unit = units[at]
    head = heads().get(unit.lemma) if unit.kind is UnitKind.WORD else None
    if head is None:
        return None
    first = at
    while first > bound and _qualifies(units[first - 1], unit):
        first -= 1
    reach = Complement(units, at, hosts=False, asides=False, heads=_is_head).read()
    last, own, other = _charged(units, reach.last), reach.own, reach.other
    last, own = _among(units, at, last, own)
    if first == at and _loose(units, at, last, own):
        return None
    members = _members(units, at, last, own)
    if unit.number == "plur" and (members is None or not head.plural or _whose_heads(units, first)):
        return None
    if unit.number != "plur" and not _is_name(units, first, at, last, head, (*own, *other)):
        return None
    inside = [units[i] for i in (*range(first, at), *own, *other)]
    return BodyFound(
        first=first,
        head=at,
        last=last,
        name=_name(units, first, at, last, reach.aside),
        lemma=unit.lemma,
        kind=BodyKind.COLLECTIVE if members else head.kind,
        states=tuple(u.ref for u in inside if u.kind is UnitKind.STATE),
        owners=tuple(u.ref for u in inside if u.kind is UnitKind.BODY),
        said=next((u.text for u in inside if u.kind is UnitKind.BODY), ""),
        place=next((u.ref for u in units[at:last] if u.kind is UnitKind.PLACE), ""),
    )


def _whose_heads(units: Sequence[Unit], first: int) -> bool:
    """Whether people stand before: "главы внешнеполитических ведомств государств-членов", "между министерствами"."""
    before = units[first - 1].lemma if first else ""
    return before in {"глава", "руководитель", "представитель", "между", "специалист", "эксперт", "сотрудник"}


def _loose(units: Sequence[Unit], at: int, last: int, own: Sequence[int]) -> bool:
    """Whether what follows only stands beside: "в ряды Организации Иран", "партнёр Организации по диалогу"."""
    beside = [units[i] for i in own if units[i].kind is UnitKind.STATE and units[i].case not in {"gent", ""}]
    dialogue = [u.lemma for u in units[at + 1 : last]] in (["по", "диалог"], ["год"], ["день"], ["десятилетие"])
    return (bool(beside) and last == own[-1] + 1 and len(own) == 1 and own[0] == at + 1) or dialogue


_CHARGED = frozenset({"отвечать", "отвечающий", "курирующий", "курировать", "ответственный"})
_CHARGE = 10
"""Units that may say what ministries are charged with."""


def _charged(units: Sequence[Unit], last: int) -> int:
    """End of ", отвечающих за внешнеторговую деятельность" after ministries of several states."""
    if last + 1 >= len(units) or units[last].text != "," or units[last + 1].lemma not in _CHARGED:
        return last
    if units[last + 1].case != "gent" or units[last + 1].number != "plur":
        return last
    end = last + 2
    while end < min(len(units), last + _CHARGE) and units[end].pos in {"ADJF", "NOUN", "CONJ", "PREP"}:
        end += 1
    return end


def _among(units: Sequence[Unit], at: int, last: int, own: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """With "в государствах – участниках СНГ" after a group of a purpose: end, and what it names."""
    ahead = units[last : last + 2]
    states = len(ahead) == len("ab") and ahead[0].lemma == "в" and ahead[1].lemma.startswith(("государств", "стран"))
    if not states or own or last == at + 1 or units[at].lemma != "группа":
        return last, own
    for i in range(last + 2, min(last + 6, len(units))):
        if units[i].kind is UnitKind.BODY:
            return i + 1, (i,)
        if units[i].text in _COMMONWEALTHS:
            return i + 1, own
    return last, own


def _is_head(unit: Unit) -> bool:
    return unit.lemma in heads()


def _is_state(unit: Unit) -> bool:
    return unit.kind is UnitKind.STATE


def _qualifies(unit: Unit, head: Unit) -> bool:
    if unit.kind is UnitKind.STATE:
        return unit.adjective
    if unit.kind is not UnitKind.WORD or unit.pos not in {"ADJF", "PRTF"}:
        return False
    return morphology.agreement([unit.text, head.text]) is not None


def _members(units: Sequence[Unit], at: int, last: int, own: Sequence[int]) -> str | None:
    """The organisation of whose members the bodies in the plural are, or None."""
    words = {u.lemma for u in units[at:last]}
    if not words & {"государство", "государство-член", "страна", "страна-участница", "государство-участник"}:
        return None
    return next((units[i].ref for i in own if units[i].kind is UnitKind.BODY), None)


def _is_name(units: Sequence[Unit], first: int, at: int, last: int, head: BodyHead, named: Sequence[int]) -> bool:
    """Whether the words are a name, and no mere description."""
    if last == at + 1 and first == at:
        return False
    if any(u.text in _QUOTES for u in units[at + 1 : last]):
        return True
    if head.any_case and (named or any(_is_state(u) for u in units[first:at])):
        return True
    if head.owned and any(units[i].kind is UnitKind.BODY for i in named):
        return True
    opens = first == 0 or (first == 1 and units[0].text in _QUOTES)
    capital = units[first].text[0].isupper() and (not opens or bool(named))
    return capital and (last > at + 1 or units[at].text[0].isupper() or first < at)


def _name(units: Sequence[Unit], first: int, at: int, last: int, aside: frozenset[int]) -> str:
    words = [u.text for u in units[first : at + 1]]
    front = morphology.nominative([w for w in words if w != "и"])
    text = " ".join([*front, *(units[i].text for i in range(at + 1, last) if i not in aside)])
    for mark, plain in ((" ,", ","), ("« ", "«"), (" »", "»"), (" .", ".")):
        text = text.replace(mark, plain)
    return text[:1].upper() + text[1:] if units[at].number != "plur" else text


def joined(units: Sequence[Unit], found: Sequence[BodyFound], refs: Sequence[str]) -> tuple[Unit, ...]:
    """The units with each body found as one unit, under its reference."""
    out: list[Unit] = []
    at = 0
    for body, ref in zip(found, refs, strict=True):
        out.extend(units[at : body.first])
        inside = units[body.first : body.last]
        head = units[body.head]
        out.append(
            replace(
                head,
                first=inside[0].first,
                last=inside[-1].last,
                kind=UnitKind.BODY,
                text=" ".join(u.text for u in inside),
                ref=ref,
            )
        )
        at = body.last
    out.extend(units[at:])
    return tuple(out)
