"""Officials of a text and the posts that it gives them, each with its mentions."""

from __future__ import annotations

import re

from ... import keys
from ...model import Key, Official, PostHeld
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..reading import MentionForm, MentionKind
from .appointments import Seat, Seats, text_of, wanted_by
from .declension import INITIAL
from .holders import Holding
from .people import Person, family, folded, is_chinese, without_patronymic
from .posts import Title
from .scenes import Analysis, Scene
from .senses import is_short, lemmas, sense

_MINISTERS = re.compile(
    r"(?:[Сс]овет|[Сс]овещани|[Зз]аседани|[Вв]стреч|[Кк]онференци)\w*\s+министров\s+"
    r"(?P<of>иностранных дел|[а-яё]+(?:\s+и\s+[а-яё]+)?)"
)
"""A gathering of ministers of one sort."""


class Officials:
    """Makes officials and posts of the persons of one text."""

    def __init__(self, ledger: Ledger, analysis: Analysis, known: Knowledge) -> None:
        self.ledger, self.analysis, self.known = ledger, analysis, known
        self.seats = Seats(analysis=analysis, known=known)
        self.owner = analysis.owner()
        self.keys = [person.key or self._linked(person) for person in analysis.people]
        self.date = analysis.published
        for number, key in self._by_posts().items():
            self.keys[number] = key
        self.first_seat: dict[int, Seat] = {}
        self.first_seat = self._first_seats()

    def note(self, scene: Scene, at: int) -> None:
        """Keep the mention of the person that the unit at this index names."""
        unit = scene.units[at]
        number = self.owner[int(unit.ref)]
        official = self.ledger.officials.get(number) or self._official(number)
        self.ledger.officials[number] = official
        form = self.analysis.forms[int(unit.ref)]
        name = self.analysis.name(form.number)
        holding = next((h for h in scene.holdings if h.person == at and h.title.number != "plur"), None)
        first, case = unit.first, name.case
        if holding and holding.title.first < at and holding.rule != "rule:before_copula":
            first, case = scene.units[holding.title.first].first, holding.title.case or case
        listed = next((h for h in scene.holdings if h.person == at and h.rule == "rule:post_list"), None)
        if listed is not None and listed.title.number == "plur":
            # "послы Индии Иван Тестов, Ирана Олега Примерова": the state before the name is the title's.
            ahead = [i for i in listed.states if i == at - 1]
            first, case = scene.units[min(ahead, default=at)].first, listed.title.case or case
        self.ledger.mention(
            self.ledger.span(first, unit.last),
            MentionKind.OFFICIAL,
            MentionForm.NAME,
            [official.id],
            case=case,
            method=form.method,
            score=0.95,
        )

    def post(self, scene: Scene, holding: Holding) -> None:
        """Keep the post that a holding gives."""
        number = self.owner[int(scene.units[holding.person].ref)]
        official = self.ledger.officials[number]
        seat = self._seat(scene, holding, number)
        if seat is None or _possessed(scene, holding.title):
            return
        self.grant(official, scene, holding.title, seat, holding.rule, 0.9 if seat.method == "title" else 0.6)

    def grant(self, official: Official, scene: Scene, title: Title, seat: Seat, rule: str, score: float) -> None:
        """Give a title to an official, unless the text has done so before; keep its words in any case."""
        text = self._of_council(scene, text_of(title, scene.units, seat))
        key, known = self.known.post_key(text, seat.key)
        span = self.ledger.span(scene.units[title.first].first, scene.units[title.last - 1].last)
        self.ledger.note(official.id, "post", key, span, rule, score)
        held = PostHeld(
            holder=official.id,
            title=text,
            org=seat.org,
            body=seat.key,
            key=key,
            known=known,
            former=title.marker == "former",
        )
        short = next(
            (h for h in self.ledger.posts_of(official.id) if h.body == seat.key and _shorter(h.title, text)), None
        )
        if short is not None:
            self.ledger.regrant(short, held)
        elif not self.ledger.has_post(official.id, key) and not self._said_before(official, text, seat):
            self.ledger.grant(held)

    def _of_council(self, scene: Scene, text: str) -> str:
        """ "министры A (Freedonia), B" at a council of ministers of defence are ministers of defence."""
        if text.lower() != "министр":
            return text
        lines = [self.analysis.scenes[i].sentence for i in (scene.number, scene.number - 1) if i >= 0]
        found = (_MINISTERS.search(self.analysis.text, line.start, line.stop) for line in lines)
        hit = next((hit for hit in found if hit is not None), None)
        return f"{text} {hit['of']}" if hit is not None else text

    def _said_before(self, official: Official, text: str, seat: Seat) -> bool:
        """Whether the title is a shorter form of, or another word for, one that the official has at the same seat."""
        words, said = text.lower().split(), sense(lemmas(text)).lemmas
        if any(
            h.body == seat.key and said and sense(lemmas(h.title)).lemmas == said
            for h in self.ledger.posts_of(official.id)
        ):
            return True
        return any(
            (held.body == seat.key or seat.method == "context") and held.title.lower().split()[: len(words)] == words
            for held in self.ledger.posts_of(official.id)
        )

    def _seat(self, scene: Scene, holding: Holding, number: int) -> Seat | None:
        title = holding.title
        seat = self.seats.of_title(scene.units, title, holding.states)
        if seat is not None and self.seats.vague(seat):
            return self._beside(scene, holding) or self.seats.before(scene, title, wanted="state") or seat
        if seat is not None:
            return seat
        if "bare" in title.traits and any(t.last == title.first for t in scene.titles):
            return None  # a rank: "директор Секретариата СВМДА Посол Иванов"
        mission = self.seats.of_head(scene, title) if scene.units[title.last - 1].lemma == "миссия" else None
        beside = mission or self._beside(scene, holding)
        if beside is not None or "bare" in title.traits:
            return beside
        return (
            self.seats.of_head(scene, title)
            or self.seats.of_title_before(scene, title)
            or self._first(number, wanted_by(scene.units, title))
            or self.seats.of_tables(scene, title, self.keys[number])
            or self.seats.of_likes(scene, title)
            or self.seats.before(scene, title)
            or self.seats.of_home(title, scene.units, self.keys[number])
        )

    def _beside(self, scene: Scene, holding: Holding) -> Seat | None:
        """The seat of the nearest other title of the same person in the sentence."""
        wanted = wanted_by(scene.units, holding.title)
        others = [
            (abs(h.title.first - holding.title.first), h.title)
            for h in scene.holdings
            if h.person == holding.person and h is not holding
        ]
        for _, title in sorted(others, key=lambda pair: pair[0]):
            seat = self.seats.of_title(scene.units, title)
            # "председатель ОБСЕ и министр иностранных дел": a minister is a state's, whatever else he is.
            fits = seat is not None and (wanted != "state" or seat.key.startswith("state/"))
            if seat is not None and fits:
                return Seat(org=seat.org, key=seat.key, texts={}, method="context")
        return None

    def _first_seats(self) -> dict[int, Seat]:
        """The first seat that the words of a title give to each person."""
        found: dict[int, Seat] = {}
        for scene in self.analysis.scenes:
            for holding in scene.holdings:
                seat = self.seats.of_title(scene.units, holding.title, holding.states)
                if seat is not None:
                    number = self.owner[int(scene.units[holding.person].ref)]
                    found.setdefault(number, Seat(org=seat.org, key=seat.key, texts={}, method="context"))
        return found

    def _first(self, number: int, wanted: str) -> Seat | None:
        """The first seat that the words of a title give to a person, where a post of this sort may be there."""
        seat = self.first_seat.get(number)
        return seat if seat is None or wanted != "state" or seat.key.startswith("state/") else None

    def _any_seat(self, number: int) -> Seat | None:
        """The seat that the context gives to a person whose titles name none."""
        for scene in self.analysis.scenes:
            for holding in scene.holdings:
                if self.owner[int(scene.units[holding.person].ref)] == number:
                    return self._seat(scene, holding, number)
        return None

    def _official(self, number: int) -> Official:
        person = self.analysis.people[number]
        key = self.keys[number]
        name = self._tabled(key, " ".join(person.parts))
        plain = " ".join(without_patronymic(person.parts))
        latin = self.known.latin(plain)
        aliases: tuple[str, ...] = ()
        if key:
            label = self._english(key, person)
            latin = _spelt(person, latin, label)
            aliases = self.known.index.label(Key(key), self.known.language), label
        seat = self.first_seat.get(number) or self._any_seat(number)
        return Official(
            id=self.ledger.official_id(),
            key=Key(key) if key else keys.nil_key("official", latin, seat.key if seat else self.analysis.document),
            name=name,
            name_en=latin,
            linked=bool(key),
            aliases=tuple(dict.fromkeys(a for a in aliases if a not in {name, latin})),
        )

    def _tabled(self, key: str, name: str) -> str:
        """The name as the tables spell it, where only endings differ: "Чжан Мин", read in the text as "Чжан Мина"."""
        every = self.known.index.names_of(Key(key), self.known.language) if key else ()
        oblique = any(word[-1:] in "аяуюеыи" for word in name.split())
        for known in every if oblique and name not in {n.text for n in every} else ():
            pairs = list(zip(known.text.split(), name.split(), strict=False))
            alike = all(a[: max(2, len(b) - 1)] == b[: max(2, len(b) - 1)] for a, b in pairs)
            if len(known.text.split()) == len(name.split()) and alike and len(known.text) <= len(name):
                return known.text
        return name

    def _english(self, key: str, person: Person) -> str:
        """The first English name of the tables that has the family name of the text ("Аслов", later "Мухриддин")."""
        wanted = folded(family(person.parts))
        names = [name.text for name in self.known.index.names_of(Key(key), "en")]
        fit = [name for name in names if wanted in {folded(word) for word in name.split()}]
        return (fit or names or [self.known.index.label(Key(key), "en")])[0]

    def _linked(self, person: Person) -> str:
        """Key of the person in the tables, when the name is theirs alone."""
        found = self.known.index.find_people(" ".join(without_patronymic(person.parts)))
        return found[0] if len(found) == 1 else ""

    def _by_posts(self) -> dict[int, str]:
        """Keys of persons named by no more than a family name and a post that the tables have one such person in."""
        found: dict[int, str] = {}
        for scene in self.analysis.scenes:
            for holding in scene.holdings:
                number = self.owner[int(scene.units[holding.person].ref)]
                person = self.analysis.people[number]
                if self.keys[number] or any(len(p) > 1 and not INITIAL.fullmatch(p) for p in person.parts[:-1]):
                    continue
                seat = self.seats.of_title(scene.units, holding.title, holding.states)
                title = text_of(holding.title, scene.units, seat)
                holders = self.known.holders_called(family(person.parts), title, seat.key if seat else "", self.date)
                if len(holders) == 1:
                    found[number] = holders[0]
        return found


def _shorter(held: str, text: str) -> bool:
    """Whether a title held is a short word for one: "генсек", "замминистра"."""
    same = sense(lemmas(held)).lemmas == sense(lemmas(text)).lemmas != frozenset()
    return same and is_short(lemmas(held)) and not is_short(lemmas(text))


def _possessed(scene: Scene, title: Title) -> bool:
    """ "её руководитель": a part in what was named before, and no post."""
    alone = "weak" in title.traits and title.last == title.first + 1 and title.first > 0
    return alone and scene.units[title.first - 1].text.lower() in {"ее", "её", "его", "их"}


def _spelt(person: Person, latin: str, label: str) -> str:
    """The English name as the tables spell it, but no fuller than the text gives it."""
    full = [p for p in without_patronymic(person.parts) if not INITIAL.fullmatch(p)]
    if len(full) >= 2 or is_chinese(person.parts):
        return label
    initials = [w for w in latin.split() if INITIAL.fullmatch(w)]
    first, *_, last = [*label.split(), label.split()[-1]]
    return " ".join([*initials, first if latin.split()[-1] == first else last])
