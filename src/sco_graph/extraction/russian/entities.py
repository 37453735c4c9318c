"""What is named where: the gazetteer's bodies, states and places, and the names that the model sees."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ...authority.gazetteer import Gazetteer, Match
from ...authority.records import NameKind
from ...light import dataclass
from .. import lexicon
from ..reading import Token
from ..units import Named, UnitKind, kind_of
from . import morphology, names, nobody, unseen
from .bodies import heads
from .complements import words
from .declension import SON, family_first, is_patronymic
from .posts import head_of_word

_INITIALS = re.compile(
    r"(?<![\w.])(?!Им\.|Ст\.|Гл\.|Св\.|Ул\.|Пр\.|Стр\.|Рис\.|Проф\.|Акад\.)"
    r"[А-ЯЁ][а-яё]{0,2}\.[ \u00a0]?(?:-?[А-ЯЁ]\.[ \u00a0]?)?"
    r"(?:(?:ас|аль|эль|ан|ар|аш|ад|аз|ат|бен|бин|ибн|ван|фон|де|ди|да|ле)[- ])?"
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
    r"|\b[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*[ \u00a0](?:[А-ЯЁ]\.[ \u00a0]?){2}(?!\s?[А-ЯЁ][а-яё])"
)
_ACRONYM = re.compile(r"[А-ЯЁ]{3,7}|[A-Z][A-Za-z]+(?:[ .&-][A-Z]?[A-Za-z]+){0,4}")
# Where a span of the model holds two names: at the end of a line or sentence, and before the initials of
# another ("Иванов П.Петров").
_SPLIT = re.compile(
    r"\s*\n\s*|(?<=[а-яё]{2})\.\s+(?=[А-ЯЁ][а-яё])|(?<=[а-яё]{3})\s+(?=[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]{2,})"
)
_ARTICLE = re.compile(r"(?:ас|аль|эль|ан|ар|аш|ад|аз|ат)-[А-ЯЁ]")
"""A family name with the article before it ("ас-Сиси")."""
_TITLED = frozenset({"министр", "президент", "посол", "премьер", "премьер-министр"})
"""Titles that follow "Е.П.", which are no initials then."""
_WHOLE = 2
"""Words that make a person's name by themselves."""
_LONG_TEXT = 100
"""Tokens from which a text without an end is an excerpt, no heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A person's name as it stands at one place: tokens ``[first, last)``; ``key`` if the gazetteer knows it."""

    number: int
    first: int
    last: int
    method: str
    key: str = ""


def named(text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[tuple[Named, ...], tuple[Form, ...]]:
    """Names of a Russian text, none over another, in order; and the persons among them by number."""
    places = _Places(tokens)
    found = (places.of_match(match) for match in gazetteer.find(_likes(tokens), text))
    known = [name for name in found if name is not None]
    states = {(n.first, n.last) for n in known if n.kind is UnitKind.STATE and not n.adjective}
    short = {(n.first, n.last) for n in known if n.kind is UnitKind.BODY and tokens[n.first].text.isupper()}
    ends = {at: last for first, last in states | short for at in range(first, last)}
    seen = _with_patronymics(
        tokens, [_freed(n, tokens, ends) for n in (*_initials(text, places), *_model(text, tokens, places))]
    )
    taken = {at for n in (*known, *seen) for at in range(n.first, n.last)}
    people = [n for n in (*known, *seen) if n.kind is UnitKind.PERSON]
    bodies = {(n.first, n.last) for n in known if n.kind is UnitKind.BODY}
    more = (*unseen.after_titles(tokens, states | bodies, taken), *unseen.named_again(tokens, people, taken))
    whole = [n for n in (*seen, *more, *unseen.sources(tokens)) if not _cut_off(text, tokens, n)]
    pictures = nobody.credits(text, places.range)
    kept = [[n for n in names if not nobody.signs(tokens, n) and n.first not in pictures] for names in (known, whole)]
    return _joined(kept[0], kept[1])


def _with_patronymics(tokens: Sequence[Token], seen: Sequence[Named]) -> list[Named]:
    """Names, those made one of which the second begins with the patronymic: "Иван | Петрович Тестов"."""
    out: list[Named] = []
    for name in sorted(seen, key=lambda n: (n.first, -n.last)):
        before = out[-1] if out else None
        person = before is not None and before.kind is name.kind is UnitKind.PERSON
        if before is not None and person and before.last == name.first and is_patronymic(tokens[name.first].text):
            out[-1] = replace(before, last=name.last)
        else:
            out.append(name)
    return out


def _cut_off(text: str, tokens: Sequence[Token], name: Named) -> bool:
    """Whether a single word ends the text without a mark: an excerpt may stop within it ("генерал Анато")."""
    return (
        name.last == len(tokens)
        and name.last - name.first == 1
        and text.rstrip()[-1:].isalpha()
        and len(tokens) > _LONG_TEXT
    )


def _freed(name: Named, tokens: Sequence[Token], ends: Mapping[int, int]) -> Named:
    """A person's name without the state before it that the model took for a part ("Индия Олег Иванов")."""
    word = tokens[name.first].text
    if name.last - name.first > _WHOLE and word.isupper() and len(word) > _WHOLE and tokens[name.first + 2].text == ".":
        return replace(name, first=name.first + 1)  # "Секретариата СВМДА Х.Иванова"
    last = ends.get(name.first)  # names of the tables do not overlap
    if last is None or last >= name.last or name.last - last < _WHOLE or _is_given(tokens[name.first].text):
        return name
    return replace(name, first=last)


def _is_given(word: str) -> bool:
    """Whether the dictionary has the word as a name of people: of words that it lacks it only guesses."""
    return morphology.is_known(word) and any({"Name", "Surn"} & r.tags for r in morphology.analyses(word))


def _likes(tokens: Sequence[Token]) -> list[tuple[int, int, str, str]]:
    return [(t.start, t.stop, t.text, t.lemma if t.pos == "NOUN" else "") for t in tokens]


class _Places:
    """From characters to tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.starts = [t.start for t in tokens]
        self.stops = [t.stop for t in tokens]

    def range(self, start: int, stop: int) -> tuple[int, int]:
        """Tokens that lie over these characters."""
        return bisect_right(self.stops, start), bisect_left(self.starts, stop)

    def of_match(self, match: Match) -> Named | None:
        first, last = self.range(match.start, match.stop)
        kind = kind_of(match)
        if kind is None or first >= last:
            return None
        # "Россия-Китай" is one token: the adjective or name inside a longer word is still found, as that word.
        return Named(first=first, last=last, kind=kind, ref=match.entity, adjective=match.kind is NameKind.ADJECTIVE)


def _initials(text: str, places: _Places) -> Iterator[Named]:
    for found in _INITIALS.finditer(text):
        first_word = found.group().partition(".")[0]
        if len(first_word) > 1 and first_word in family_first():
            continue  # the end of a sentence: "встретился с Ли. Министр ..."
        first, last = places.range(found.start(), found.end())
        if not morphology.lemmas(found.group().split(".")[-1].strip()) & _TITLED:
            yield Named(first=first, last=last, kind=UnitKind.PERSON, ref="", method="rule:initials")


def _model(text: str, tokens: Sequence[Token], places: _Places) -> Iterator[Named]:
    for span in names.spans(text, [(t.start, t.stop, t.text) for t in tokens]):
        if span.kind == "ORG" and _ACRONYM.fullmatch(text[span.start : span.stop]):
            yield from _organisation(tokens, text[span.start : span.stop], places.range(span.start, span.stop))
        if span.kind != "PER":
            continue
        for piece in _SPLIT.split(text[span.start : span.stop]):
            start = text.index(piece, span.start)
            first, last = _trimmed(tokens, *places.range(start, start + len(piece)))
            if first < last and not nobody.is_nobody(tokens, first, last):
                yield Named(first=first, last=last, kind=UnitKind.PERSON, ref="", method="slovnet:PER")


def _organisation(tokens: Sequence[Token], name: str, place: tuple[int, int]) -> Iterator[Named]:
    """A body by an acronym or a name in Latin letters that the tables lack."""
    first, last = place
    if name not in no_bodies() and not (first and tokens[first - 1].lemma in things()):
        yield Named(first=first, last=last, kind=UnitKind.BODY, ref=f"new/{name}", method="slovnet:ORG")


@cache
def no_bodies() -> frozenset[str]:
    """Words in capitals that name no body."""
    return frozenset(row[0] for row in lexicon.rows("ru", "acronyms", 1))


@cache
def things() -> frozenset[str]:
    """Nouns that say of a name after them that it is a thing: "платформа", "вакцина"."""
    return frozenset(row[0] for row in lexicon.rows("ru", "things", 1))


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Without titles and small words at either end."""
    while first < last and _is_before(tokens[first]):
        first += 1
    while first < last and not tokens[last - 1].text[0].isupper() and not is_patronymic(tokens[last - 1].text):
        last -= 1
    if first < last and last < len(tokens) and (tokens[last].text in SON or _ARTICLE.match(tokens[last].text)):
        last += 1
    if first < last - 1 and len(tokens[last - 1].text) == 1 and [t.text for t in tokens[last : last + 1]] == ["."]:
        last += 1
    if last - first == 1 and tokens[first].lemma in heads():
        return first, first
    return first, last


def _is_before(token: Token) -> bool:
    """Whether a word before a name is no part of it: a title, a courtesy, "Уважаемый"."""
    lemma = token.lemma
    courtesy = lemma in words("courtesy") or lemma in words("outside") or lemma.endswith("уважаемый")
    courtesy = courtesy or morphology.is_verb(token.text) or morphology.analyses(token.text)[0].pos == "GRND"
    return not token.text[0].isupper() or courtesy or head_of_word(lemma) is not None


def _joined(known: Sequence[Named], seen: Iterable[Named]) -> tuple[tuple[Named, ...], tuple[Form, ...]]:
    """Both lists as one: where they overlap, the longer counts, and the tables before the model."""
    rank = {
        "gazetteer": 0,
        "slovnet:PER": 1,
        "rule:initials": 2,
        "slovnet:ORG": 3,
        "rule:after_title": 4,
        "rule:named_again": 5,
        "rule:source": -1,
    }
    ordered = sorted([*known, *seen], key=lambda n: (n.first - n.last, rank[n.method], n.first))
    taken: set[int] = set()
    kept: list[Named] = []
    for name in ordered:
        if taken.isdisjoint(range(name.first, name.last)):
            taken.update(range(name.first, name.last))
            kept.append(name)
    kept.sort(key=lambda n: n.first)
    return _numbered(kept)


def _numbered(kept: Sequence[Named]) -> tuple[tuple[Named, ...], tuple[Form, ...]]:
    out: list[Named] = []
    forms: list[Form] = []
    for name in kept:
        if name.kind is not UnitKind.PERSON:
            out.append(name)
            continue
        forms.append(Form(number=len(forms), first=name.first, last=name.last, method=name.method, key=name.ref))
        out.append(replace(name, ref=str(forms[-1].number)))
    return tuple(out), tuple(forms)
