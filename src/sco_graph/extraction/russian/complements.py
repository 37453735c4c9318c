"""What a noun governs in the titles of posts and the names of bodies: genitives, names, phrases with prepositions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from ...light import dataclass
from .. import lexicon
from ..units import Unit, UnitKind
from . import morphology

_NAMES = frozenset({UnitKind.BODY, UnitKind.STATE, UnitKind.PLACE})
_SMALL = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "VERB"})
_POINTING = frozenset({"этот", "тот", "наш", "свой", "данный", "мой", "ваш", "весь", "который", "такой"})
# "министр иностранных дел страны": these point back at a state, and are no part of a title or name.
_BACKWARD = frozenset({"страна", "республика"})
_DASHES = frozenset({"-", "–", "—"})
_LONGEST = 24
"""Units that a title may reach over; real ones stay below twenty."""


@cache
def words(role: str) -> dict[str, frozenset[str]]:
    """Words around titles that play a role, with the cases that they govern."""
    found = {}
    for word, traits in lexicon.rows("ru", "posts_words", 2):
        first, *rest = traits.split()
        if first == role:
            found[word] = frozenset(rest)
    return found


@cache
def _posts() -> frozenset[str]:
    """Head words of posts but for those of parts in something: "глава", "член"."""
    return frozenset(lemma for lemma, _, traits in lexicon.rows("ru", "posts", 3) if "weak" not in traits.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where a complement ends, and which units in it name something or are no part of it."""

    last: int
    own: tuple[int, ...]
    other: tuple[int, ...]
    host: tuple[int, ...]
    aside: frozenset[int]


class Complement:
    """Reads on from a head noun for as long as the words belong to it.

    ``hosts`` tells whether it may say where somebody is accredited ("в КНР");
    ``asides`` whether words that are no part of the name may stand between
    ("ректор нашего университета", "председатель коллегии (ЕЭК) Иванов");
    ``heads`` knows nouns that begin a title or name of their own.
    """

    def __init__(
        self, units: Sequence[Unit], head: int, *, hosts: bool, asides: bool, heads: Callable[[Unit], bool]
    ) -> None:
        self.units, self.head, self.hosts, self.asides, self.heads = units, head, hosts, asides, heads
        self.stop = min(len(units), head + _LONGEST)
        self.own: list[int] = []
        self.other: list[int] = []
        self.host: list[int] = []
        self.aside: list[int] = []

    def read(self) -> Reach:
        """How far the complement reaches, and what it names."""
        at = self._phrase(self.head + 1, frozenset({"gent"}), self.own)
        while at < self.stop:
            after = self._prepositional(at)
            if after == at:
                after = self._second_office(at)
            if after == at:
                break
            at = after
        return Reach(
            last=at,
            own=tuple(self.own),
            other=tuple(self.other),
            host=tuple(self.host),
            aside=frozenset(self.aside),
        )

    def _second_office(self, at: int) -> int:
        """After the second office that a superior holds with the first, or the same index.

        "заместитель Председателя Исполнительного комитета – Исполнительного секретаря СНГ".
        """
        deputy = self.units[self.head].lemma == "заместитель"
        words = [u.lemma for u in self.units[at : at + 3]]
        if (
            not deputy
            or len(words) < len("abc")
            or words[0] not in _DASHES
            or words[1:] != ["исполнительный", "секретарь"]
        ):
            return at
        return self._phrase(at + 1, frozenset({"gent"}), self.own)

    def _prepositional(self, at: int) -> int:
        """A phrase such as "по контролю за наркотиками", or the same index when none follows."""
        lemma = self.units[at].text.lower()
        host, of = words("host").get(lemma), words("of").get(lemma)
        if host is not None and self.hosts:
            end = self._place(at + 1, host)
            return end if end > at + 1 else at
        if of is None or at + 1 >= self.stop or self.units[at + 1].lemma in words("verbal"):
            return at
        if lemma in {"с", "со"} and self.units[at - 1].lemma not in words("with"):
            return at  # "встреча глав организаций с Генеральным секретарём": of the verb, or of another noun
        if f"{lemma} {self.units[at + 1].text.lower()}" in words("adverbial"):
            return at
        end = self._phrase(at + 1, of, self.other)
        return end if end > at + 1 else at

    def _place(self, at: int, cases: frozenset[str]) -> int:
        """Where somebody is accredited: a state, place or body, or several ("в КНР и Монголии")."""
        while at < self.stop and self._is_place(at):
            self.host.append(at)
            at += 1
            if at + 1 < self.stop and self.units[at].text == "и" and self._is_place(at + 1):
                self.host.append(at)
                at += 1
        return at

    def _is_place(self, at: int) -> bool:
        """A place, or a capitalised word that the tables do not know."""
        unit = self.units[at]
        return unit.kind in _NAMES or (unit.kind is UnitKind.WORD and unit.text.istitle() and unit.pos != "PREP")

    def _phrase(self, at: int, cases: frozenset[str], names: list[int]) -> int:
        """Nouns with adjectives, the first in one of the cases, the others in the genitive."""
        end = at
        while at < self.stop:
            after = self._noun(at, cases)
            if after == at:
                after = self._joined(at, end, cases)
            if after == at and end > self.head:
                after = self._bracket(at)
            if after == at:
                break
            for i in range(at, after):
                if self.units[i].kind in _NAMES:
                    names.append(i)
                    cases = frozenset({"gent"})
            if self.units[after - 1].kind is UnitKind.WORD and self.units[after - 1].pos != "CONJ":
                cases = cases if self._is_list(after) else frozenset({"gent"})
            at = end = after
        return end

    def _bracket(self, at: int) -> int:
        """After words in brackets, if the name or title goes on behind them; or the same index."""
        if self.units[at].text != "(":
            return at
        closing = next((i for i in range(at + 1, min(at + 8, self.stop)) if self.units[i].text == ")"), None)
        if closing is None or closing + 1 >= self.stop:
            return at
        person = self.asides and self.units[closing + 1].kind is UnitKind.PERSON
        goes_on = self.units[closing + 1].text.lower() == "по"  # "член Коллегии (министр) по торговле"
        if not person and not goes_on and self._noun(closing + 1, frozenset({"gent"})) == closing + 1:
            return at
        self.aside.extend(range(at, closing + 1))
        return closing + 1

    def _is_list(self, at: int) -> bool:
        return at < self.stop and self.units[at].text in {"и", ","}

    def _noun(self, at: int, cases: frozenset[str]) -> int:
        """Adjectives and a noun or name from here, or the same index."""
        end = at
        while end < self.stop and self._is_adjective(end) and self._fits(self.units[end], cases):
            end += 1
            if end + 1 < self.stop and self.units[end].text == "и" and self.units[end + 1].is_adjective:
                end += 1
        if end >= self.stop:
            return at
        unit = self.units[end]
        if unit.text in {"«", '"', "“"}:
            return self._quoted(end, at)
        if (unit.kind in _NAMES and not unit.adjective) or self._short_city(end):
            return end + (1 if unit.kind in _NAMES else 3)
        if unit.lemma in _BACKWARD and unit.text.islower() and unit.number == "sing":
            if not self.asides:
                return at
            self.aside.append(end)
            return end + 1
        if not self._may_be_noun(unit, cases) or self._is_rank(end):
            return at
        if self._is_abbreviation(unit) or self._is_noun(unit, cases):
            return end + 1
        return at

    def _may_be_noun(self, unit: Unit, cases: frozenset[str]) -> bool:
        if unit.lemma == "начало" and unit.text.lower() == "начала":
            return False  # "Миссия от ШОС начала работу": the verb
        small = unit.pos in _SMALL or unit.lemma in words("courtesy")
        return unit.kind is UnitKind.WORD and not small and self._fits(unit, cases)

    def _is_rank(self, at: int) -> bool:
        """ "директора Секретариата СВМДА Посла Иванова": a title of its own between a body and the name."""
        person = at + 1 < len(self.units) and self.units[at + 1].kind is UnitKind.PERSON
        unit, before = self.units[at], self.units[at - 1]
        own = self.heads(unit) and unit.text.istitle() and before.kind is UnitKind.BODY
        rank = unit.lemma in words("honorific") and before.kind in {UnitKind.BODY, UnitKind.STATE}
        return self._is_post(at) or (self.asides and person and (own or rank))

    def _short_city(self, at: int) -> bool:
        """ "мэр г. Пекина": a place after the abbreviation of what it is."""
        words = self.units[at : at + 3]
        short = [u.text.lower() for u in words[:2]] in (["г", "."], ["гор", "."], ["пос", "."])
        return short and len(words) == len("abc") and words[2].kind is UnitKind.PLACE

    def _is_post(self, at: int) -> bool:
        """ "миссии ОДКБ заместителя министра": a post behind the name of a body begins a title of its own."""
        unit, before = self.units[at], self.units[at - 1]
        return before.kind is UnitKind.BODY and unit.number == "sing" and unit.lemma in _posts()

    def _is_adjective(self, at: int) -> bool:
        if self.units[at].lemma in _POINTING and self.units[at].is_adjective:
            self.aside.append(at)
            return self.asides
        return self.units[at].is_adjective

    def _quoted(self, at: int, back: int) -> int:
        closing = {"«": "»", '"': '"', "“": "”"}[self.units[at].text]
        for i in range(at + 1, min(at + 10, self.stop)):
            if self.units[i].text == closing:
                return i + 1
        return back

    def _is_abbreviation(self, unit: Unit) -> bool:
        return unit.text.isupper() and len(unit.text) > 1 and unit.text.isalpha()

    def _is_noun(self, unit: Unit, cases: frozenset[str]) -> bool:
        readings = morphology.analyses(unit.text)
        return any(r.pos == "NOUN" and r.case in cases for r in readings)

    def _fits(self, unit: Unit, cases: frozenset[str]) -> bool:
        """Whether the unit can stand in one of the cases."""
        if unit.kind is not UnitKind.WORD or (self._is_abbreviation(unit) and not morphology.is_known(unit.text)):
            return True
        return bool(morphology.cases(unit.text) & cases)

    def _joined(self, at: int, begun: int, cases: frozenset[str]) -> int:
        """After "и" or a comma, a further noun in the same case: "инвестиций, промышленности и торговли"."""
        if begun <= self.head + 1 or at + 1 >= self.stop:
            return at
        text = self.units[at].text
        if text == "и" and self.units[at + 1].text.lower() in words("of"):
            after = self._prepositional(at + 1)
            return after if after > at + 1 else at
        if text == "и":
            return self._further(at + 1, cases) or at
        if text == ",":
            after = self._further(at + 1, cases)
            # A comma inside a title is closed by "и" later on; else it ends the title.
            if after and after < self.stop and self.units[after].text in {"и", ","}:
                last = self._joined(after, after, cases)
                return last if last > after else at
        return at

    def _further(self, at: int, cases: frozenset[str]) -> int:
        unit = self.units[at]
        pair = unit.number == "plur" and self.heads(self.units[at - 2]) and self.units[at - 2].number == "plur"
        own = self.heads(unit) and unit.case == self.units[self.head].case and not (pair and not self.asides)
        if unit.kind is not UnitKind.WORD or own:
            return 0
        if unit.lemma in words("verbal") or self._head_lemma(at) in words("event"):
            return 0
        after = self._noun(at, cases)
        if after <= at or (self.heads(self.units[after - 1]) and self._starts_title(after - 1) and not pair):
            return 0
        return after

    def _head_lemma(self, at: int) -> str:
        """Lemma of the first word from here that is no adjective."""
        return next((u.lemma for u in self.units[at : self.stop] if not u.is_adjective), "")

    def _starts_title(self, at: int) -> bool:
        return self.units[at].case == self.units[self.head].case
