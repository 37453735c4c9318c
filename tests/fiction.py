"""An openly fictional document and its facts, for tests that need invention."""

from __future__ import annotations

from sco_graph.corpus import from_text
from sco_graph.model import (
    Act,
    BodyKind,
    Document,
    Event,
    Evidence,
    Facts,
    InteractionType,
    Key,
    LocalId,
    Mode,
    Official,
    Organisation,
    Participation,
    PostHeld,
    Role,
    Statement,
    Status,
)

TEXT = (
    "2 марта 2021 года в Озёрске состоялась встреча Генерального секретаря Озёрного союза Ивана Тестова "
    "с послом Фридонии Петрой Пробовой.\n"
    "И.Тестов подчеркнул важность охраны озёр.\n"
)


def document(stem: str = "fiction", text: str = TEXT, published: str | None = "2021-03-02") -> Document:
    """The fictional release; another ``stem`` makes another document."""
    return from_text(text, published=published, source=f"https://example.org/{stem}", stem=stem, title="Встреча")


def words(quote: str, subject: str, name: str, value: str, text: str = TEXT) -> Evidence:
    """Evidence that rests on the first place where the text has these words."""
    start = text.index(quote)
    return Evidence(
        subject=LocalId(subject),
        property=name,
        value=value,
        start=start,
        stop=start + len(quote),
        quote=quote,
        method="rule:test",
        score=0.9,
    )


def facts(of: Document | None = None) -> Facts:
    """What the fictional release says."""
    p1, p2, o1, e1 = LocalId("p1"), LocalId("p2"), LocalId("o1"), LocalId("e1")
    union, head = Key("body/lake-union"), Key("post/lake-union-secretary-general")
    return Facts(
        document=(of or document()).key,
        officials=(
            Official(id=p1, key=Key("official/ivan-testov"), name="Иван Тестов", name_en="Ivan Testov", linked=False),
            Official(
                id=p2, key=Key("official/petra-probova"), name="Петра Пробова", name_en="Petra Probova", linked=False
            ),
        ),
        posts=(
            PostHeld(holder=p1, title="Генеральный секретарь", org="Lake Union", body=union, key=head, known=False),
        ),
        organisations=(
            Organisation(
                id=o1,
                key=union,
                code="Lake Union",
                name="Озёрный союз",
                kind=BodyKind.INTERNATIONAL_ORGANISATION,
                linked=False,
            ),
        ),
        events=(
            Event(
                id=e1,
                key=Key("event/meeting-2021-03-02-00000000"),
                main=True,
                type=InteractionType.MEETING,
                mode=Mode.IN_PERSON,
                status=Status.HELD,
                date="2021-03-02",
                place="Озёрск",
                place_key=Key("place/ozersk"),
                issues=("environment",),
            ),
        ),
        participations=(
            Participation(event=e1, actor=p1, role=Role.HOST, post=head),
            Participation(event=e1, actor=p1, post=head),
            Participation(event=e1, actor=p2),
        ),
        statements=(Statement(id=LocalId("s1"), speaker=p1, act=Act.EMPHASISE, event=e1, issues=("environment",)),),
        evidence=(
            words("Ивана Тестова", "p1", "mention", "p1"),
            words("Генерального секретаря Озёрного союза", "p1", "post", head),
            words("Петрой Пробовой", "p2", "mention", "p2"),
            words("Озёрного союза", "o1", "mention", "o1"),
            words("состоялась встреча", "e1", "interactionType", "Meeting"),
            words("2 марта 2021 года", "e1", "startDate", "2021-03-02"),
            words("в Озёрске", "e1", "place", "place/ozersk"),
            words("Ивана Тестова", "e1", "participant", "p1"),
            words("Петрой Пробовой", "e1", "participant", "p2"),
            words("охраны озёр", "e1", "discusses", "environment"),
            words("И.Тестов подчеркнул важность охраны озёр", "s1", "speechAct", "emphasise"),
        ),
    )
