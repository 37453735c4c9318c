"""An English text analysed sentence by sentence: units, bodies, titles, names, and who holds which title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field, replace

from ...authority.gazetteer import Match
from ...authority.records import NameKind
from ...model import BodyKind, Document, Key
from ..knowledge import Knowledge
from ..reading import Sentence, Token
from ..units import Named, Unit, UnitKind, single, units
from . import acronyms, bodies, gazetted, holders, names, sessions, tails, titles, words
from .holders import Holding
from .lettering import KnownWords
from .people import People, folded
from .segmenting import segment
from .titles import Title

_FURTHER = 3
NEW = "new/"
"""Prefix of the reference of a body that the tables lack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBody:
    """A body that the tables lack: its name, kind, the reference of its owner, and whether it may be a state's."""

    name: str
    kind: BodyKind
    owner: str
    part: bool
    of_state: bool


@dataclass(slots=True, kw_only=True)
class Scene:
    """A sentence: its units, titles and holdings; ``loose`` are names of the tables within a word or a name."""

    sentence: Sentence
    units: tuple[Unit, ...]
    titles: tuple[Title, ...] = ()
    holdings: tuple[Holding, ...] = ()


@dataclass(slots=True, kw_only=True)
class Analysis:
    """All that was found in a text before anything is a fact."""

    document: Document
    tokens: tuple[Token, ...]
    scenes: list[Scene]
    people: People = field(default_factory=People)
    bodies: dict[str, NewBody] = field(default_factory=dict)
    inside: list[Match] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """Keys of the bodies of the tables named so far."""
    acronyms: dict[str, str] = field(default_factory=dict)
    """References of bodies by the acronyms that the text gives in brackets behind their names."""

    def span(self, scene: Scene, first: int, last: int) -> tuple[int, int]:
        """Characters of units ``[first, last)``."""
        return self.tokens[scene.units[first].first].start, self.tokens[scene.units[last - 1].last - 1].stop


def analyse(document: Document, known: Knowledge) -> Analysis:
    """Analysis of a document."""
    tokens, sentences = segment(document.text)
    analysis = Analysis(document=document, tokens=tokens, scenes=[])
    named, analysis.inside = gazetted.names(document.text, tokens, known)
    for sentence in sentences:
        first = bisect_left(named, sentence.first, key=lambda n: n.first)
        upto = bisect_left(named, sentence.last, key=lambda n: n.first)
        here = [n for n in named[first:upto] if n.last <= sentence.last]
        analysis.scenes.append(_scene(analysis, sentence, here, known))
    for scene in analysis.scenes:
        _again(analysis, scene)
    return analysis


def _scene(analysis: Analysis, sentence: Sentence, named: list[Named], known: Knowledge) -> Scene:
    tokens, spelt = analysis.tokens, KnownWords(known)
    named = [n for n in named if not _part_of_name(tokens, sentence, n, spelt)]
    named = sessions.found(tokens, sentence, named, known)
    for number, name in enumerate(named):
        if name.kind is UnitKind.PERSON:
            name = _longer(analysis, sentence, name, named)
            named[number] = _person(analysis, name, key=name.ref)
    named = acronyms.found(tokens, sentence, named, analysis.acronyms)
    analysis.seen += [n.ref for n in named if n.ref.startswith("body/") and n.ref not in analysis.seen]
    alone = single(tokens, sentence)
    plain = units(tokens, sentence, named, alone)
    named = sorted(
        [*_without(named, plain, list(bodies.find(plain))), *_new(analysis, plain, known)], key=lambda n: n.first
    )
    named = acronyms.noted(tokens, sentence, named, analysis.acronyms, _names_of(known))
    seen = units(tokens, sentence, named, alone)
    if not _shouted(tokens, sentence):
        short = [_by_acronym(analysis, seen[at]) for at in acronyms.beside_titles(seen)]
        named = sorted([*named, *short], key=lambda n: n.first)
        seen = units(tokens, sentence, named, alone) if short else seen
    posts = tuple(titles.find(seen))
    runs = [] if _shouted(tokens, sentence) else [r for r in names.find(seen, posts, spelt) if r.sure]
    added = [_person(analysis, _of_run(seen, run), gender=run.gender) for run in runs]
    kept = [n for n in named if not any(a.first <= n.first < a.last for a in added)]
    if added:
        seen = units(tokens, sentence, sorted([*kept, *added], key=lambda n: n.first), alone)
        posts = tuple(titles.find(seen))
    return Scene(sentence=sentence, units=seen, titles=posts, holdings=holders.bind(seen, posts))


def _names_of(known: Knowledge) -> Callable[[str], list[str]]:
    return lambda ref: [n.text for n in known.index.names_of(Key(ref), "en")]


def _by_acronym(analysis: Analysis, unit: Unit) -> Named:
    """A body that only an acronym beside a title names."""
    ref = analysis.acronyms.setdefault(unit.text, f"{NEW}{unit.text.lower()}")
    new = NewBody(name=unit.text, kind=BodyKind.ORGANISATION, owner="", part=False, of_state=False)
    analysis.bodies.setdefault(ref, new)
    return Named(first=unit.first, last=unit.last, kind=UnitKind.BODY, ref=ref, method="rule:acronym")


def _shouted(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a whole sentence is in capitals, as headlines are, so that capitals tell no names."""
    spelt = [t.text for t in tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > 1]
    return len(spelt) > 3 and all(word.isupper() for word in spelt)


def _longer(analysis: Analysis, sentence: Sentence, name: Named, named: Sequence[Named]) -> Named:
    """The name of a person of the tables with further words of it that the text gives; another's name is none."""
    tokens = analysis.tokens
    taken = {i for n in named if n is not name for i in range(n.first, n.last)}
    last = name.last
    while last < sentence.last and last not in taken and last - name.last < _FURTHER:
        word = tokens[last].text
        if not word[0].isupper() or not word.isalpha() or words.common(word) or word.isupper():
            break
        last += 1
    first = name.first
    while (
        first > sentence.first
        and name.first - first < _FURTHER
        and first - 1 not in taken
        and names.is_given(tokens[first - 1].text)
    ):
        first -= 1
    name = replace(name, first=first)
    further = tuple(t.text for t in tokens[name.last : last])
    another = analysis.people.find(further) if len(further) > 1 else None
    return name if another is not None else replace(name, last=last)


def _of_run(seen: Sequence[Unit], run: names.NameRun) -> Named:
    return Named(
        first=seen[run.first].first, last=seen[run.last - 1].last, kind=UnitKind.PERSON, ref="", method="rule:name"
    )


def _part_of_name(tokens: Sequence[Token], sentence: Sentence, name: Named, spelt: Container[str]) -> bool:
    """Whether a place of one word is a given name here: "H.E. Stanley Loh"."""
    if name.kind is not UnitKind.PLACE or name.last - name.first > 1 or name.last >= sentence.last:
        return False
    before = tokens[name.first - 1].text.lower() if name.first > sentence.first else ""
    following = tokens[name.last]
    addressed = before in words.around_posts("courtesy") and before != "the"
    return addressed and following.text[0].isupper() and not words.common(following.text)


def _person(analysis: Analysis, name: Named, *, key: str = "", gender: str = "") -> Named:
    """The name with the number of its person."""
    parts = _parts(analysis.tokens, name)
    person = analysis.people.add(parts, key, gender)
    return replace(name, ref=str(person.number))


def _parts(tokens: Sequence[Token], name: Named) -> tuple[str, ...]:
    joined: list[str] = []
    for token in tokens[name.first : name.last]:
        if token.text == "." and joined:
            joined[-1] += "."
        elif token.text[0].isalnum():
            joined.append(token.text)
    return tuple(_cased(word) for word in joined)


def _cased(word: str) -> str:
    """A family name in capitals as other words are written: "WANG" -> "Wang"."""
    return word.title() if word.isupper() and len(word) > 2 and word.isalpha() else word


def _without(named: Sequence[Named], plain: Sequence[Unit], phrases: Sequence[bodies.BodyPhrase]) -> list[Named]:
    spans = [(plain[p.first].first, plain[p.last - 1].last) for p in phrases if not p.part]
    return [n for n in named if not any(a <= n.first < b for a, b in spans)]


def _of_no_state(analysis: Analysis, plain: Sequence[Unit], phrase: bodies.BodyPhrase, known: Knowledge) -> bool:
    """Whether a name is that of a kind of ministry, of no state: "the Ministry of Foreign Affairs"."""
    if phrase.owner is not None:
        return False
    text = " ".join(u.text for u in plain[phrase.first : phrase.last])
    found = known.gazetteer.find_text(text)
    return len(found) == 1 and found[0].entity.startswith("government/") and found[0].text == text


def _new(analysis: Analysis, plain: Sequence[Unit], known: Knowledge) -> list[Named]:
    """Bodies that the tables lack as names; a department is none."""
    found: list[Named] = []
    for phrase in bodies.find(plain):
        if phrase.part or _of_no_state(analysis, plain, phrase, known):
            continue
        first, last = plain[phrase.first].first, plain[phrase.last - 1].last
        name = analysis.document.text[analysis.tokens[first].start : analysis.tokens[last - 1].stop]
        owner = plain[phrase.owner].ref if phrase.owner is not None else ""
        for unit in plain[phrase.first : phrase.last]:
            if unit.ref:
                _keep_inside(analysis, unit)
        inner = tails.inner(name, owner, known)
        known_ref = tails.reordered(plain, phrase, known) or tails.organ(owner, inner, known)
        known_ref = known_ref or ("" if owner else tails.known(analysis.seen, name, known))
        if known_ref:
            found.append(Named(first=first, last=last, kind=UnitKind.BODY, ref=known_ref, method="rule:organ_of"))
            continue
        ref = f"{NEW}{owner}/{inner.lower()}" if inner else f"{NEW}{name.lower()}"
        analysis.bodies.setdefault(
            ref, NewBody(name=name, kind=phrase.kind, owner=owner, part=phrase.part, of_state=phrase.of_state)
        )
        found.append(Named(first=first, last=last, kind=UnitKind.BODY, ref=ref, method="rule:head_of_body"))
    return found


def _keep_inside(analysis: Analysis, unit: Unit) -> None:
    start, stop = analysis.tokens[unit.first].start, analysis.tokens[unit.last - 1].stop
    kind = NameKind.ADJECTIVE if unit.adjective else NameKind.PREFERRED
    analysis.inside.append(Match(start=start, stop=stop, entity=Key(unit.ref), kind=kind, text=unit.text))


def _again(analysis: Analysis, scene: Scene) -> None:
    """Names of persons known by now that stand alone, with a given name before them if one does."""
    alone = {folded(w) for p in analysis.people.all for w in p.parts if len(w) > 1 and w[0].isupper()}
    spelt = frozenset(w.lower() for p in analysis.people.all for w in p.parts)
    ends = {t.last for t in scene.titles}
    found: list[Unit] = []
    at, changed = 0, False
    while at < len(scene.units):
        stop = at
        while stop < len(scene.units) and _one_of(scene.units[stop], alone):
            stop += 1
        if stop == at and _given(scene.units, at, alone):
            stop = at + 2
        aloneof = tuple(u.text for u in scene.units[at:stop])
        titled = at in ends or (at > 0 and words.courtesy(scene.units[at - 1]))
        person = analysis.people.find(aloneof) if aloneof and (titled or _sure(aloneof)) else None
        if person is None:
            found.append(scene.units[at])
            at += 1
            continue
        if len(aloneof) > len(person.parts) and aloneof[-1].lower() in spelt:
            person.parts = aloneof
        found.append(_as_person(scene.units, at, stop, person.number))
        at, changed = stop, True
    if changed:
        scene.units = tuple(found)
        scene.titles = tuple(titles.find(scene.units))
        scene.holdings = holders.bind(scene.units, scene.titles)


def _one_of(unit: Unit, alone: set[str]) -> bool:
    return unit.kind is UnitKind.WORD and unit.text[0].isupper() and folded(unit.text) in alone


def _given(seen: Sequence[Unit], at: int, alone: set[str]) -> bool:
    """Whether a given name stands here before a family name known by now: "Boris Johnson" where "Mr Johnson" is."""
    if at + 1 >= len(seen) or not _one_of(seen[at + 1], alone) or words.common(seen[at + 1].text):
        return False
    return words.namelike(seen[at]) and not words.initial(seen[at].text)


def _as_person(seen: Sequence[Unit], first: int, last: int, number: int) -> Unit:
    text = " ".join(u.text for u in seen[first:last])
    return replace(seen[first], last=seen[last - 1].last, kind=UnitKind.PERSON, ref=str(number), text=text, pos="NOUN")


def _sure(parts: tuple[str, ...]) -> bool:
    return len(parts) > 1 or not words.common(parts[0])
