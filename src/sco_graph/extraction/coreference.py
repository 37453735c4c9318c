"""What refers back: titles without a name, pronouns, "собеседники", "российская сторона", "Организация".

After the idea of deterministic sieves (Lee et al. 2013, doi:10.1162/COLI_a_00152): each kind of
word has its own rule, the surest first, and no rule undoes another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from . import lexicon, morphology
from .appointments import Seats, text_of
from .knowledge import Knowledge
from .ledger import Ledger
from .posts import Title, head_of_word
from .reading import MentionForm, MentionKind
from .scenes import Analysis, Scene
from .units import Unit, UnitKind

_RECENT = 3
"""Sentences over which a pronoun reaches back."""


@cache
def phrases(role: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Lemmas of phrases in a role, with what they stand for; longest first."""
    found = [
        (tuple(phrase.split()), tuple(value.split()))
        for phrase, what, value in lexicon.rows("ru", "coreference", 3)
        if what == role
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def words(role: str) -> frozenset[str]:
    """Single lemmas in a role."""
    return frozenset(lemmas[0] for lemmas, _ in phrases(role))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a title says of its holder: lemmas of the full title, or the kinds of post it may be."""

    lemmas: frozenset[str]
    kinds: frozenset[str]
    head: str = ""


def sense(lemmas: Sequence[str]) -> Sense:
    """The sense of a title from its lemmas; its head is the first word that heads posts.

    >>> sorted(sense(["генсек"]).lemmas)
    ['генеральный', 'секретарь']
    """
    for phrase, kinds in phrases("kind"):
        if set(phrase) <= set(lemmas):
            return Sense(lemmas=frozenset(), kinds=frozenset(kinds))
    said = list(lemmas)
    for phrase, full in phrases("title"):
        if set(phrase) <= set(said):
            said = [*full, *(w for w in said if w not in phrase)]
    head = next((w for w in said if head_of_word(w)), "")
    return Sense(lemmas=frozenset(said) - words("small"), kinds=frozenset(), head=head)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    holder: str
    body: str
    sense: Sense
    kind: str


@dataclass(slots=True)
class Coreference:
    """Resolves one text, sentence by sentence; ``history`` has who was mentioned where, latest last."""

    ledger: Ledger
    analysis: Analysis
    known: Knowledge
    posts: list[_Post] = field(default_factory=list)
    history: list[tuple[int, str, str]] = field(default_factory=list)

    def resolve(self) -> None:
        """Add the mentions that refer back."""
        seats = Seats(analysis=self.analysis, known=self.known)
        self.posts = list(self._held(seats))
        named = self._named()
        for scene in self.analysis.scenes:
            bound = {h.title for h in scene.holdings}
            free = {t.head: t for t in scene.titles if t not in bound}
            for at, unit in enumerate(scene.units):
                if at in free:
                    self._title(scene, free[at], seats)
                elif unit.kind is UnitKind.PERSON:
                    ref, case = named[unit.first]
                    self.history.append((scene.number, ref, case))
                elif unit.kind is UnitKind.WORD:
                    self._word(scene, at)

    def _named(self) -> dict[int, tuple[str, str]]:
        """Local id and case of the official that is named at a token."""
        owner = self.analysis.owner()
        found = {}
        for form in self.analysis.forms:
            official = self.ledger.officials.get(owner[form.number])
            if official is not None:
                found[form.first] = official.id, self.analysis.name(form.number).case
        return found

    def _held(self, seats: Seats) -> Iterator[_Post]:
        """Every title that the text gives to a named official."""
        owner = self.analysis.owner()
        for scene in self.analysis.scenes:
            for holding in scene.holdings:
                official = self.ledger.officials[owner[int(scene.units[holding.person].ref)]]
                seat = seats.of_title(scene.units, holding.title, holding.states)
                yield _Post(
                    holder=official.id,
                    body=seat.key if seat else "",
                    sense=sense(_lemmas(scene, holding.title, text_of(holding.title, scene.units, seat))),
                    kind=holding.title.kind,
                )

    def _title(self, scene: Scene, title: Title, seats: Seats) -> None:
        seat = seats.of_title(scene.units, title)
        said = sense(_lemmas(scene, title, text_of(title, scene.units, seat)))
        fits = [p.holder for p in self.posts if _fits(p, said, seat.key if seat else "")]
        if title.number == "plur":
            refs = list(dict.fromkeys(fits)) if len(set(fits)) > 1 else []
        else:
            refs = self._latest(fits)
        if not refs:
            return
        span = self.ledger.span(scene.units[title.first].first, scene.units[title.last - 1].last)
        self._mention(scene, span, MentionForm.POST, refs, title.case, "rule:post_alone", 0.85)

    def _latest(self, holders: Sequence[str]) -> list[str]:
        """The one of these who was mentioned last; if none yet was, the only one."""
        for _, ref, _ in reversed(self.history):
            if ref in holders:
                return [ref]
        return list(set(holders)) if len(set(holders)) == 1 else []

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
        self.ledger.mention(span, MentionKind.OFFICIAL, form, refs, case=case, method=how, score=score)
        self.history.extend((scene.number, ref, case) for ref in refs[:1])

    def _word(self, scene: Scene, at: int) -> None:
        unit = scene.units[at]
        span = self.ledger.span(unit.first, unit.last)
        if unit.lemma in {"он", "она", "они"} and unit.pos == "NPRO" and unit.case:
            self._pronoun(scene, unit, span)
        elif unit.lemma in words("party") and self._party(scene, at):
            return
        elif unit.lemma in words("both") and unit.number == "plur":
            pair = self._pair()
            if pair and unit.case in {"nomn", "accs"} and not _qualified(scene.units, at):
                self._mention(scene, span, MentionForm.DESCRIPTION, pair, "nomn", "rule:both", 0.75)
        elif unit.lemma in words("other") and unit.number == "sing" and not _of_state(scene.units, at):
            other = self._other(scene)
            if other:
                self._mention(scene, span, MentionForm.DESCRIPTION, [other], unit.case, "rule:other", 0.7)
        elif unit.text[0].isupper() and unit.pos == "NOUN" and unit.number == "sing":
            self._body(unit, span)

    def _pronoun(self, scene: Scene, unit: Unit, span: tuple[int, int]) -> None:
        if unit.lemma == "они":
            pair = self._pair()
            if pair and unit.case == "nomn":
                self._mention(scene, span, MentionForm.PRONOUN, pair, unit.case, "rule:pronoun", 0.6)
            return
        # "его", "её" before a noun are possessives; the nominative is sure enough, other cases after a preposition.
        oblique = unit.text.lower() in {"ему", "ним", "нему", "ней", "него", "неё", "нее"}
        if unit.text.lower() not in {"он", "она"} and not oblique:
            return
        gender = "femn" if unit.lemma == "она" else "masc"
        ref = self._antecedent(scene, gender, subject=not oblique)
        if ref:
            self._mention(scene, span, MentionForm.PRONOUN, [ref], unit.case, "rule:pronoun", 0.75)

    def _antecedent(self, scene: Scene, gender: str, *, subject: bool) -> str:
        """Who was the subject last, within a few sentences; else who was mentioned last."""
        genders = self._genders()
        recent = [
            (number, ref, case)
            for number, ref, case in reversed(self.history)
            if scene.number - number <= _RECENT and genders.get(ref) == gender
        ]
        if subject:
            # The subject of the nearest sentence that has one.
            for _, ref, case in recent:
                if case == "nomn":
                    return ref
        here = {ref for number, ref, case in recent if number == scene.number and case == "nomn"}
        return next((ref for _, ref, _ in recent if ref not in here or subject), "")

    def _genders(self) -> dict[str, str]:
        return {o.id: self.analysis.people[n].gender for n, o in self.ledger.officials.items()}

    def _pair(self) -> list[str]:
        """The two who talk: the first two officials mentioned."""
        seen = list(dict.fromkeys(ref for _, ref, _ in self.history))
        return seen[:2] if len(seen) >= 2 else []

    def _other(self, scene: Scene) -> str:
        """Of the two who talk, the one who is not the subject of the sentence."""
        pair = self._pair()
        here = [ref for number, ref, case in self.history if number == scene.number and case == "nomn"]
        subject = here[-1] if here else next((r for _, r, c in reversed(self.history) if c == "nomn"), "")
        return next((ref for ref in pair if ref != subject), "") if subject in pair else ""

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
        code = state.ref.removeprefix("state/")
        span = self.ledger.span(units[first].first, units[last - 1].last)
        self.ledger.mention(
            span,
            MentionKind.STATE,
            MentionForm.DESCRIPTION,
            [code],
            case=units[at].case,
            method="rule:party",
            score=0.8,
        )
        return True

    def _body(self, unit: Unit, span: tuple[int, int]) -> None:
        """A capitalised noun alone that is the head of the name of a body named before: "Секретариат"."""
        for organisation in reversed(list(self.ledger.organisations.values())):
            head = _head_lemma(organisation.name)
            if head == unit.lemma:
                self.ledger.mention(
                    span,
                    MentionKind.ORGANISATION,
                    MentionForm.DESCRIPTION,
                    [organisation.id],
                    case=unit.case,
                    method="rule:body_alone",
                    score=0.75,
                )
                return


@cache
def _head_lemma(name: str) -> str:
    """Lemma of the first noun of a name."""
    for word in name.replace("«", " ").split()[:6]:
        reading = morphology.analyses(word.strip("»,.()"))[0]
        if reading.pos == "NOUN":
            return reading.lemma
    return ""


def _lemmas(scene: Scene, title: Title, text: str) -> list[str]:
    return [morphology.analyses(word.strip(".,«»()"))[0].lemma for word in text.split() if word.strip(".,«»()")]


def _fits(post: _Post, said: Sense, seat: str) -> bool:
    if seat and post.body and seat != post.body:
        return False
    if said.kinds:
        return post.kind in said.kinds
    return bool(said.lemmas) and said.lemmas <= post.sense.lemmas and said.head == post.sense.head


def _of_state(units: Sequence[Unit], at: int) -> bool:
    """ "узбекскому коллеге": somebody else."""
    return at > 0 and units[at - 1].kind is UnitKind.STATE


def _qualified(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective or preposition before the word gives it another sense ("со стороны", "третьи стороны")."""
    if at == 0:
        return False
    before = units[at - 1]
    return before.pos == "PREP" or (before.is_adjective and before.lemma not in {"оба", "весь"})
