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
from . import morphology, names, unseen
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
_QUOTES = frozenset({"«", "»", '"', "“", "”", "„"})
_NAME_TAGS = frozenset({"Name", "Surn", "Patr", "Geox"})
_FAMILY = re.compile(r"(?:[оеё]в|[иы]н|ск|цк)(?:[аеуы]|ой|ом|ым|ий|ого|ому|ая|ую)?$")
_WHOLE = 2
"""Words that make a person's name by themselves."""
_LONG_TEXT = 100
"""Tokens from which a text without an end is an excerpt, no heading."""
_LONG = 5
"""Letters from which a word of the dictionary alone is no name; "Ли" and "Тан" may be."""


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
    seen = [_freed(n, tokens, ends) for n in (*_initials(text, places), *_model(text, tokens, places))]
    taken = {at for n in (*known, *seen) for at in range(n.first, n.last)}
    people = [n for n in (*known, *seen) if n.kind is UnitKind.PERSON]
    bodies = {(n.first, n.last) for n in known if n.kind is UnitKind.BODY}
    more = (*unseen.after_titles(tokens, states | bodies, taken), *unseen.named_again(tokens, people, taken))
    whole = [n for n in (*seen, *more, *unseen.sources(tokens)) if not _cut_off(text, tokens, n)]
    credits = _credits(text, places)
    kept = [[n for n in names if not _signs(tokens, n) and n.first not in credits] for names in (known, whole)]
    return _joined(kept[0], kept[1])


_CREDIT = re.compile(
    r"^[^\n\w]*(?:©|Фото(?:графия)?\s*:|Иллюстративное фото|Источник фото|Автор\s*:)[^\n]*", re.MULTILINE
)
"""A line that says whose a picture is."""


def _credits(text: str, places: _Places) -> frozenset[int]:
    """Tokens of lines that say whose a picture is, and of nobody in the text."""
    return frozenset(at for line in _CREDIT.finditer(text) for at in range(*places.range(line.start(), line.end())))


def _signs(tokens: Sequence[Token], name: Named) -> bool:
    """Whether an agency only signs the report by its dateline: "МОСКВА, 5 мая. /ТАСС/."."""
    around = [t.text for t in (*tokens[max(0, name.first - 1) : name.first], *tokens[name.last : name.last + 1])]
    return name.kind is UnitKind.BODY and around == ["/", "/"]


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
            if first < last and not _no_official(tokens, first, last):
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


@cache
def no_officials() -> frozenset[str]:
    """Words before a name that make it no official of the text: "репортаж", "имени"."""
    return frozenset(row[0] for row in lexicon.rows("ru", "persons", 1))


def _no_official(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what the model takes for a person is a street, a prize, a name in quotation marks, or a mere word."""
    before = [t.lemma for t in tokens[max(0, first - 2) : first]]
    if (before[-1:] and before[-1] in no_officials()) or before == ["им", "."]:
        return True
    if _of_the_press(tokens, first):
        return True
    if before[-1:] and before[-1] in _QUOTES and last < len(tokens) and tokens[last].text in _QUOTES:
        return True
    word = tokens[first].text
    if last - first > 1 and all(_is_plain(t.text) for t in tokens[first:last]):
        return True
    if last - first == 1 and (head_of_word(word.lower()) or head_of_word(tokens[first].lemma)) is not None:
        return True
    return last - first == 1 and len(word) >= _LONG and morphology.is_known(word) and not _is_name(word)


_PRESS = frozenset({"корр", "корреспондент", "спецкорр", "спецкорреспондент", "собкор", "собкорр", "фотокор"})
_NEAR = 7
"""Tokens from "корр. агентства" to the second of two names."""


def _of_the_press(tokens: Sequence[Token], first: int) -> bool:
    """Whether a journalist is named: "корр. ИТАР-ПРОБА Ивану Тестову и Петру Пробову"."""
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        token = tokens[at]
        if token.lemma in _PRESS or token.text.lower() in _PRESS:
            return True
        plain = token.text in {".", "и", "«", "»", '"', "-"} or token.text[:1].isupper()
        if not plain or (token.text == "." and tokens[at - 1].text.lower() not in _PRESS):
            return False
    return False


def _is_plain(word: str) -> bool:
    """Whether a word is one of the dictionary, part for part, and no name: "Пресс-брифинг"."""
    parts = [part for part in word.split("-") if part]
    return bool(parts) and len(parts[-1]) >= _LONG and morphology.is_known(parts[-1]) and not _is_name(parts[-1])


def _is_name(word: str) -> bool:
    """Whether a word of the dictionary is a name as well, by its tags or its ending: Токаев is no plural of "токай"."""
    return _FAMILY.search(word) is not None or any(_NAME_TAGS & reading.tags for reading in morphology.analyses(word))


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
    courtesy = courtesy or morphology.is_verb(token.text)
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
