"""What refers back: titles without a name, pronouns, "собеседники", "российская сторона", "Организация".

After the idea of deterministic sieves (Lee et al. 2013, doi:10.1162/COLI_a_00152): each kind of
word has its own rule, the surest first, and no rule undoes another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...model import Organisation
from .. import naming
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..reading import MentionForm, MentionKind
from ..units import Unit, UnitKind
from . import morphology, pointing, quotations
from .appointments import text_of
from .bodies import head_lemma
from .colleagues import Colleagues
from .history import History
from .implied import Implied, of_many
from .officials import Officials
from .posts import Title, more_states
from .scenes import Analysis, Scene
from .senses import LEADING, Held, Sense, fits, leads, lemmas, sense, words

_GENERIC = frozenset({"штаб-квартира", "форум", "конференция", "выставка", "фестиваль", "встреча"})
"""Nouns that name an event anew, not an organ of a body named before."""
_CAME = re.compile(r"визит|прибы|приех|побыва|прилет|гостил", re.IGNORECASE)
_OF_STATES = frozenset({"коллега", "дипломат", "политик"})
"""Nouns that with the adjective of a state mean its official of the text."""
_OBLIQUE = frozenset({"ему", "ним", "нему", "ней", "него", "неё", "нее"})
"""Forms of the pronouns that are no possessives."""


class Coreference:
    """Resolves one text, sentence by sentence."""

    def __init__(self, ledger: Ledger, analysis: Analysis, known: Knowledge, officials: Officials) -> None:
        self.ledger, self.analysis, self.known, self.officials = ledger, analysis, known, officials
        self.history = History()
        self.named = {
            form.first: ledger.officials[officials.owner[form.number]].id
            for form in analysis.forms
            if officials.owner.get(form.number) in ledger.officials  # none: a name that runs over a sentence's end
        }
        self.implied = Implied(ledger, analysis, known, officials, self.history, self.named)
        self.colleagues = Colleagues(ledger, analysis, officials, self.named)
        self.quoted = frozenset(quotations.quoted(analysis.tokens))
        self.held = self._held()
        self.genders: dict[str, set[str]] = defaultdict(set)
        for number, official in ledger.officials.items():
            person = analysis.people[number]
            respelt = official.name != " ".join(person.parts) and official.name[-1] not in "аяы"
            self.genders["masc" if respelt else person.gender].add(official.id)

    def resolve(self) -> None:
        """Add the mentions that refer back."""
        forms = {form.first: form.number for form in self.analysis.forms}
        for scene in self.analysis.scenes:
            bound = {h.title for h in scene.holdings}
            free = {t.head: t for t in scene.titles if t not in bound}
            for at, unit in enumerate(scene.units):
                if unit.kind is UnitKind.PERSON:
                    case = self.analysis.name(forms[unit.first]).case
                    self.history.add(scene.number, self.named[unit.first], case, quoted=unit.first in self.quoted)
                elif at in free:
                    self._title(scene, free[at])
                elif unit.kind is UnitKind.WORD:
                    if unit.lemma in _OF_STATES:
                        self.colleagues.named(scene, at)
                        self._colleague(scene, at)
                    self._word(scene, at)

    def _held(self) -> dict[str, list[Held]]:
        """Every title that the text gives to a named official, by the head word of the title."""
        found: dict[str, list[Held]] = defaultdict(list)
        for scene in self.analysis.scenes:
            for holding in scene.holdings:
                official = self.ledger.officials[self.officials.owner[int(scene.units[holding.person].ref)]]
                seat = self.officials.seats.of_title(scene.units, holding.title, holding.states)
                said = sense(lemmas(text_of(holding.title, scene.units, seat)))
                held = Held(holder=official.id, seat=seat.key if seat else "", sense=said, kind=holding.title.kind)
                for word in (said.head, f"kind:{held.kind}"):
                    found[word].append(held)
        return found

    def _title(self, scene: Scene, title: Title) -> None:
        """A title without a name: of whoever has it, else of whom it is implied."""
        if self.implied.also(scene, title):
            return
        seat = self.officials.seats.of_title(scene.units, title)
        at = seat.key if seat else self._ours(scene, title)
        said = sense(lemmas(text_of(title, scene.units, seat)))
        places = [f"kind:{kind}" for kind in sorted(said.kinds)] or [said.head]
        found = [held for place in places for held in self.held.get(place, ()) if fits(held, said, at)]
        found = [held for held in found if at and held.seat == at] or found  # a seat that is told before one unknown
        if not found and said.lemmas and said.lemmas <= LEADING and seat is not None:
            found = [held for every in self.held.values() for held in every if leads(held, at)]
        if not found and said.head == "представитель" and title.number != "plur" and at:
            found = [held for every in self.held.values() for held in every if held.seat == at]
            found = found if len({held.holder for held in found}) == 1 else []
        able = dict.fromkeys(held.holder for held in found)
        two = self.implied.the_two(scene, title, able)
        if of_many(scene, title) and not two:
            return
        last = title.last
        if title.number == "plur":
            refs = self._each(scene, title, said)
            last = max([last, *(at + 1 for at in more_states(scene.units, title))]) if refs else last
            refs = refs or self._several(scene, able) or two or self.implied.members(scene, title)
            refs = refs or self.implied.known_to_hold(scene, title)
        else:
            vague = bool(said.kinds) and len(able) > 1
            ref = self.history.antecedent(scene.number, able, subject=title.case == "nomn") if vague else ""
            ref = ref or self.history.latest(able) or self.implied.holder(scene, title)
            refs = [ref] if ref else []
        span = self.ledger.span(scene.units[title.first].first, scene.units[last - 1].last)
        self._mention(scene, span, MentionForm.POST, refs, title.case, "rule:post_alone", 0.85)

    def _each(self, scene: Scene, title: Title, said: Sense) -> list[str]:
        """ "президенты России и Азербайджана": of each state the holder, the one mentioned last of several."""
        states = [i for i in title.own if scene.units[i].kind is UnitKind.STATE] + more_states(scene.units, title)
        places = [f"kind:{kind}" for kind in sorted(said.kinds)] or [said.head]
        able = [h for place in places for h in self.held.get(place, ()) if fits(h, said, h.seat)]
        refs = [self.history.latest({h.holder for h in able if h.seat == scene.units[i].ref}) for i in states]
        return refs if len(states) > 1 and all(refs) else []

    def _several(self, scene: Scene, able: Mapping[str, None]) -> list[str]:
        """Of those whom a plural may mean, the ones named in this sentence or the last, else all named so far."""
        near = {h.ref for h in self.history.since(scene.number - 1)}
        close = [ref for ref in able if ref in near]
        named = [ref for ref in able if ref in self.history.last]
        return close if len(close) > 1 else named if len(named) > 1 else list(able) if len(able) > 1 else []

    def _ours(self, scene: Scene, title: Title) -> str:
        """The state of "глава нашего государства": the one that the text names first."""
        ours = any(u.lemma == "наш" for u in scene.units[title.first : title.last])
        return f"state/{next(iter(self.ledger.states))}" if ours and self.ledger.states else ""

    def _mention(
        self,
        scene: Scene,
        span: tuple[int, int],
        form: MentionForm,
        refs: Sequence[str],
        case: str,
        how: str,
        score: float,
    ) -> None:
        """Keep a mention, if it refers to anybody, and remember its first referent."""
        if refs:
            self.ledger.mention(span, MentionKind.OFFICIAL, form, refs, case=case, method=how, score=score)
            if len(refs) == 1:  # of several none is who "он" is
                self.history.add(scene.number, refs[0], case, quoted=self._spoken(span))

    def _spoken(self, span: tuple[int, int]) -> bool:
        """Whether these characters stand in direct speech."""
        at = bisect_right(self.analysis.tokens, span[0], key=lambda token: token.start) - 1
        return at in self.quoted

    def _word(self, scene: Scene, at: int) -> None:
        unit = scene.units[at]
        span = self.ledger.span(unit.first, unit.last)
        if unit.pos == "NPRO" and unit.lemma in {"он", "она", "они"}:
            self._pronoun(scene, unit, span, at)
        elif unit.lemma in words("party") and self._party(scene, at):
            return
        elif unit.text.lower() in {"оба", "обе"}:
            both = self.history.both(scene.number)
            self._mention(scene, span, MentionForm.DESCRIPTION, both, "nomn", "rule:both", 0.75)
        elif pointing.those_who_met(scene.units, at) and len(both := self.history.both(scene.number)) == len(
            self.history.last
        ):
            last = scene.units[at + 1].last if unit.lemma == "участник" else unit.last
            around = self.ledger.span(unit.first, last)
            self._mention(scene, around, MentionForm.DESCRIPTION, both, "nomn", "rule:both", 0.75)
        elif unit.lemma in words("both") and unit.number == "plur":
            if unit.case in {"nomn", "accs"} and not pointing.qualified(scene.units, at):
                both = self.history.both(scene.number)
                self._mention(scene, span, MentionForm.DESCRIPTION, both, "nomn", "rule:both", 0.75)
        elif unit.lemma == "гость" and unit.number == "sing":
            self._guest(scene, at, span)
        elif unit.lemma in words("other") and unit.number == "sing":
            other = "" if pointing.of_state(scene.units, at) else self.history.other(scene.number)
            self._mention(scene, span, MentionForm.DESCRIPTION, [other] if other else [], unit.case, "rule:other", 0.7)
        elif unit.text[0].isupper() and unit.pos == "NOUN" and unit.number == "sing":
            self._body(unit, span)

    def _guest(self, scene: Scene, at: int, span: tuple[int, int]) -> None:
        """ "гость встретился с ...": whoever was spoken of; "его гость": the other one."""
        units = scene.units
        before = units[at - 1].text.lower() if at else ""
        after = units[at + 1].pos if at + 1 < len(units) else ""
        every = list(self.history.last)
        if before in {"его", "её", "ее", "свой", "своего", "своему", "своим"}:
            ref = self.history.antecedent(scene.number, every, subject=False)
        elif after == "VERB" and units[at].case == "nomn":
            # Of two who talk the host is named first ("A принял B"), unless the text begins with a visit.
            pair = self.history.pair()
            came = _CAME.search(self.analysis.text, 0, span[0]) is not None
            ref = (
                pair[0 if came else 1]
                if pair and len(every) == len(pair)
                else self.history.antecedent(scene.number, every, subject=True)
            )
        else:
            return
        case = units[at].case
        self._mention(scene, span, MentionForm.DESCRIPTION, [ref] if ref else [], case, "rule:guest", 0.6)

    def _colleague(self, scene: Scene, at: int) -> None:
        """ "египетский коллега" without a name: who has the same post there as the last named."""
        ref = self.colleagues.meant(scene, at)
        span = self.ledger.span(scene.units[at].first, scene.units[at].last)
        refs = [ref] if ref else []
        self._mention(scene, span, MentionForm.DESCRIPTION, refs, scene.units[at].case, "rule:colleague", 0.75)

    def _pronoun(self, scene: Scene, unit: Unit, span: tuple[int, int], at: int) -> None:
        text = unit.text.lower()
        after = scene.units[at + 1] if at + 1 < len(scene.units) else None
        if text in {"его", "её", "ее"} and after is not None and after.pos == "VERB":
            # "где его принял министр": the object of the verb, no possessive; its subject comes after
            ref = self.history.antecedent(scene.number, self.genders[_gender(unit)], subject=True)
            self._mention(scene, span, MentionForm.PRONOUN, [ref] if ref else [], "accs", "rule:pronoun", 0.7)
            return
        refs: list[str] = []
        if text == "они":
            refs = self.history.both(scene.number)
        elif text in {"он", "она"} or text in _OBLIQUE:
            able = self.genders[_gender(unit)]
            quoted = unit.first in self.quoted
            ref = self.history.antecedent(scene.number, able, subject=text not in _OBLIQUE, quoted=quoted)
            refs = [ref] if ref else []
        score = 0.75 if len(refs) == 1 else 0.6
        self._mention(scene, span, MentionForm.PRONOUN, refs, unit.case, "rule:pronoun", score)

    def _party(self, scene: Scene, at: int) -> bool:
        """ "российская сторона", "делегация Казахстана": the state acts."""
        units = scene.units
        first, last = at, at + 1
        if at and units[at - 1].kind is UnitKind.STATE and units[at - 1].adjective:
            first, state = at - 1, units[at - 1]
        elif last < len(units) and units[last].kind is UnitKind.STATE and not units[last].adjective:
            state, last = units[last], last + 1
        else:
            return False
        self.ledger.mention(
            self.ledger.span(units[first].first, units[last - 1].last),
            MentionKind.STATE,
            MentionForm.DESCRIPTION,
            [state.ref.removeprefix("state/")],
            case=units[at].case,
            method="rule:party",
            score=0.8,
        )
        return True

    def _body(self, unit: Unit, span: tuple[int, int]) -> None:
        """A capitalised noun alone that is the head of the name of a body: "Секретариат"."""
        organisation = self._body_of_head(unit)
        if organisation is not None:
            self.ledger.mention(
                span,
                MentionKind.ORGANISATION,
                MentionForm.DESCRIPTION,
                [organisation.id],
                case=unit.case,
                method="rule:body_alone",
                score=0.75,
            )

    def _body_of_head(self, unit: Unit) -> Organisation | None:
        """The body named before whose name has this head, or an organ of one: "Секретариат" of "ШОС"."""
        named = list(reversed(self.ledger.organisations.values()))
        if unit.lemma == "организация":  # the one that the document is of, which it names first
            named.reverse()
        if unit.lemma in _GENERIC:
            return None
        for organisation in named:
            if head_lemma(organisation.name) == unit.lemma:
                return organisation
        word = morphology.nominative([unit.text])[0]
        for organisation in named:
            key = self.known.organ(word, organisation.key) if organisation.linked else ""
            if key:
                return naming.organisation(self.ledger, self.known, key)
        return None


def _gender(unit: Unit) -> str:
    return "femn" if unit.lemma == "она" else "masc"
