"""An English document read: who, in which posts, which bodies, states and places, and every mention of them."""

from __future__ import annotations

from ... import keys
from ...authority.records import NameKind
from ...model import BodyKind, Document, Key, Official, Organisation, PostHeld
from .. import naming
from ..knowledge import Knowledge
from ..ledger import Ledger
from ..reading import MentionForm, MentionKind, Reading
from ..units import Unit, UnitKind
from . import leaders
from .contexts import Contexts
from .coreference import Coreference
from .holders import Holding
from .scenes import Analysis, Scene, analyse
from .seats import Seat, Seats
from .titles import Title
from .words import MONTHS


def read(document: Document, known: Knowledge) -> Reading:
    """Mentions and actors of a document, with coreference resolved."""
    analysis = analyse(document, known)
    facts = _Facts(analysis, known)
    for scene in analysis.scenes:
        facts.scene(scene)
    facts.inside()
    for number, scene, title, at in leaders.headed(analysis.scenes):
        facts.lead(number, scene, title, at)
    Coreference(facts.ledger, analysis, known, facts.seats, facts.persons).resolve()
    return facts.ledger.reading(document, tuple(scene.sentence for scene in analysis.scenes))


_DATELINE = 14


class _Facts:
    """Makes facts of what one text names."""

    def __init__(self, analysis: Analysis, known: Knowledge) -> None:
        self.analysis, self.known = analysis, known
        self.ledger = Ledger(analysis.document.text, analysis.tokens)
        self.seats = Seats(analysis=analysis, known=known)
        self.contexts = Contexts(analysis=analysis, known=known, seats=self.seats)
        self.persons: dict[int, Official] = {}
        self.last: Seat | None = None
        self._seated = self._first_seats()
        self._in_state = self._first_seats("state/")

    def scene(self, scene: Scene) -> None:
        """Facts of a sentence: names from the left, then the posts that it gives."""
        for at, unit in enumerate(scene.units):
            if unit.kind is UnitKind.PERSON:
                self._person(scene, at)
            elif unit.ref.startswith("new/"):
                self._body(unit)
            elif unit.ref and not (scene in self.analysis.scenes[:4] and self._in_dateline(scene, at)):
                span = self.ledger.span(unit.first, unit.last)
                naming.note_name(self.ledger, self.known, unit.ref, span, adjective=unit.adjective)
        for holding in scene.holdings:
            self._post(scene, holding)

    def _in_dateline(self, scene: Scene, at: int) -> bool:
        """Whether a news agency signs here: "LAKE CITY. LAKENEWS On 5 May", "LAKE CITY, May 5 (Lake News) --"."""
        body = self.known.body(scene.units[at].ref) if scene.units[at].kind is UnitKind.BODY else None
        if body is None or body.kind is not BodyKind.MEDIA_OUTLET or at > _DATELINE:
            return False
        before = scene.units[:at]
        words = [u for u in before if u.kind is UnitKind.WORD and not u.text.isupper() and not u.text[0].isdigit()]
        following = scene.units[at + 1].text if at + 1 < len(scene.units) else ""
        bracketed = following in {")", "/", "-", "–", "—"}
        alone = scene.units[at].text.isupper() and following not in {",", "."}
        return all(u.text.lower() in MONTHS for u in words) and (bracketed or alone)

    def inside(self) -> None:
        """States and bodies named within the name of another thing, or within a word with hyphens."""
        for match in self.analysis.inside:
            kind = match.entity.partition("/")[0]
            if kind in {"state", "body"}:
                adjective = match.kind is NameKind.ADJECTIVE
                naming.note_name(self.ledger, self.known, match.entity, (match.start, match.stop), adjective=adjective)

    def _person(self, scene: Scene, at: int) -> None:
        unit = scene.units[at]
        number = int(unit.ref)
        official = self.persons.get(number) or self._official(number)
        first, last = at, at + 1
        for holding in scene.holdings:
            if holding.person == at and holding.title.last <= at and not holding.title.plural:
                first = min(first, holding.title.first)
            elif holding.person == at and not holding.title.plural and holding.title.start - last <= 3:
                last = max(last, holding.title.last)
        self.ledger.mention(
            self.analysis.span(scene, first, last),
            MentionKind.OFFICIAL,
            MentionForm.NAME,
            [official.id],
            case="",
            method="gazetteer" if official.linked else "rule:name",
            score=0.95 if official.linked else 0.85,
        )

    def _official(self, number: int) -> Official:
        person = self.analysis.people.all[number]
        name = " ".join(person.parts)
        key = person.key or self._linked(name)
        aliases: tuple[str, ...] = ()
        english = name
        if key:
            aliases = tuple(n.text for n in self.known.index.names_of(Key(key), "en"))
            english = self.known.index.label(Key(key), "en") if len(person.parts) > 1 else name
        seat = self._seated.get(number)
        context = seat.key if seat else self.analysis.document.key
        official = Official(
            id=self.ledger.official_id(),
            key=Key(key) if key else keys.nil_key("official", self.known.latin(name), context),
            name=name,
            name_en=english,
            linked=bool(key),
            aliases=tuple(dict.fromkeys(a for a in aliases if a not in {name, english}))[:3],
        )
        self.persons[number] = official
        self.ledger.officials[number] = official
        return official

    def _linked(self, name: str) -> str:
        found = self.known.index.find_people(name) if " " in name else ()
        return found[0] if len(found) == 1 else ""

    def _first_seats(self, of: str = "") -> dict[int, Seat]:
        """The first seat of each person, of these beginnings of keys."""
        found: dict[int, Seat] = {}
        for scene in self.analysis.scenes:
            for holding in scene.holdings:
                seat = self.seats.of_title(scene, holding.title, holding.state)
                if seat is not None and seat.key.startswith(of):
                    found.setdefault(int(scene.units[holding.person].ref), seat)
        return found

    def _body(self, unit: Unit) -> None:
        new = self.analysis.bodies[unit.ref]
        if unit.ref not in self.ledger.organisations:
            state = self.seats.state_of(unit.ref).removeprefix("state/") or None
            core = self.seats.core(new.name)
            self.ledger.organisations[unit.ref] = Organisation(
                id=self.ledger.organisation_id(),
                key=self.seats.key(unit.ref),
                code=self.seats.code(unit.ref),
                name=new.name,
                kind=new.kind,
                linked=False,
                state=state,
                aliases=(core,) if core != new.name else (),
            )
        span = self.ledger.span(unit.first, unit.last)
        body = self.ledger.organisations[unit.ref]
        self.ledger.mention(
            span, MentionKind.ORGANISATION, MentionForm.NAME, [body.id], case="", method="rule:head_of_body", score=0.75
        )

    def _post(self, scene: Scene, holding: Holding) -> None:
        """Keep the post that a holding gives, where its seat is known."""
        title, number = holding.title, int(scene.units[holding.person].ref)
        official = self.persons[number]
        seat = self.seats.of_title(scene, title, holding.state)
        score = 0.9
        if seat is not None and seat.unit is not None and self.seats.national(scene.units[seat.unit].ref):
            seat, score = self.contexts.national(scene, title, seat), 0.6
        if seat is None:
            if title.bare and title.traits & {"bare", "weak"} and not title.generic:
                seat, score = self._joined(scene, holding), 0.6
            else:
                seat, score = self._elsewhere(scene, holding, number)
        if seat is None:
            return
        text = self._singular(self.seats.text(scene, title, seat), title.plural)
        if "like" in title.traits:
            text = self._like(scene, holding)
        if not text:
            return
        self.grant(
            official,
            text,
            seat,
            self.analysis.span(scene, title.first, title.last),
            holding.rule,
            score,
            former=title.former,
        )

    def grant(
        self, official: Official, text: str, seat: Seat, span: tuple[int, int], rule: str, score: float, *, former: bool
    ) -> None:
        """Give a title to an official, unless the text has done so before; keep its words in any case."""
        key, known = self.known.post_key(text, seat.key)
        self.ledger.note(official.id, "post", key, span, rule, score)
        said = [p for p in self.ledger.posts_of(official.id) if p.body == seat.key or seat.unit is None]
        wanted = set(text.lower().replace("-", " ").split())
        if any(wanted <= set(p.title.lower().replace("-", " ").split()) for p in said) or self.ledger.has_post(
            official.id, key
        ):
            return
        self._without_part(official, seat, wanted)
        self.ledger.shorten(official.id, seat.key, text)
        self.ledger.grant(
            PostHeld(holder=official.id, title=text, org=seat.org, body=seat.key, key=key, known=known, former=former)
        )

    def _without_part(self, official: Official, seat: Seat, wanted: set[str]) -> None:
        """Drop a post told in fewer of the words: "Special Envoy for X" of "Special Envoy of the Chief for X"."""
        part = [
            p
            for p in self.ledger.posts_of(official.id)
            if p.body == seat.key and " " in p.title and set(p.title.lower().replace("-", " ").split()) < wanted
        ]
        self.ledger.posts = [p for p in self.ledger.posts if p not in part]
        self.ledger.held[official.id] = [p for p in self.ledger.posts_of(official.id) if p not in part]

    def lead(self, number: int, scene: Scene, title: Title, at: int) -> None:
        """Give the post of a head to whom the text says to lead a mission."""
        seat = self.seats.of_ref(scene.units[at].ref, at)
        if seat is not None and number in self.persons:
            text = self.seats.text(scene, title, seat)
            span = self.analysis.span(scene, title.first, title.last)
            self.grant(self.persons[number], text, seat, span, "rule:leader_of_mission", 0.7, former=False)

    def _like(self, scene: Scene, holding: Holding) -> str:
        """The title of the person named before a counterpart; empty without one."""
        before = [int(u.ref) for u in scene.units[: holding.title.first] if u.kind is UnitKind.PERSON]
        posts = self.ledger.posts_of(self.persons[before[-1]].id) if before else ()
        minister = next((post for post in posts if "minister" in post.title.lower()), None)
        return minister.title if minister is not None else posts[0].title if posts else ""

    def _elsewhere(self, scene: Scene, holding: Holding, number: int) -> tuple[Seat | None, float]:
        """The seat of a title that names none: that of the same person elsewhere, else of the context."""
        title = holding.title
        if not title.generic and not any(t.startswith("seat:") for t in title.traits):
            seated = self._in_state if self.contexts.wants_state(scene, title) else {}
            known = (
                seated.get(number)
                or self._beside(scene, holding)
                or self._seated.get(number)
                or self._tables(number, title, scene)
            )
            if known is not None:
                return known, 0.6
        return self.contexts.of(scene, holding)

    def _joined(self, scene: Scene, holding: Holding) -> Seat | None:
        """The seat of the title that "and" joins to a bare one: "Ambassador and Permanent Representative of X"."""
        stop = holding.title.last
        if stop >= len(scene.units) or scene.units[stop].text != "and":
            return None
        other = next((h for h in scene.holdings if h.title.first == stop + 1 and h.person == holding.person), None)
        return self.seats.of_title(scene, other.title, other.state) if other is not None else None

    def _beside(self, scene: Scene, holding: Holding) -> Seat | None:
        """The seat of another title of the same person in the sentence."""
        for other in scene.holdings:
            if other.person == holding.person and other is not holding:
                seat = self.seats.of_title(scene, other.title, other.state)
                if seat is not None and seat.unit is not None and self.seats.national(scene.units[seat.unit].ref):
                    seat = self.contexts.national(scene, other.title, seat)
                if seat is not None:
                    return Seat(org=seat.org, key=seat.key)
        return None

    def _tables(self, number: int, title: Title, scene: Scene) -> Seat | None:
        """The seat at which the tables have the person in such a post."""
        key = self.persons[number].key if self.persons[number].linked else ""
        words = " ".join(u.text for u in scene.units[title.first : title.headed])
        at = self.known.seat_of_holder(key, words) if key else ""
        return self.seats.of_ref(at) if at else None

    @staticmethod
    def _singular(text: str, plural: bool) -> str:
        """The title of one holder from that of several: "Foreign Ministers" -> "Foreign Minister"."""
        if not plural:
            return text
        from .plurals import singular

        return singular(text)
