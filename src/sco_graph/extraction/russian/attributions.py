"""Quotations of several sentences: whose words the first of them are, where only the last says who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..acts import Kind
from ..reading import MentionForm, MentionKind
from . import acts, clauses, speakers
from .passages import Passage
from .quotations import DASHES
from .speakers import Speaker

_MOST = 12
"""Sentences of the longest quotation that is followed back."""


def owners(passages: Sequence[Passage], author: Speaker | None) -> dict[int, Speaker]:
    """Speakers of the sentences of a quotation before the one that names them: «А. Б», – сказал X.

    ``author`` is whose the letter is of which a quotation is said to be: «А. Б», – говорится в письме.
    """
    found: dict[int, Speaker] = {}
    run: list[int] = []
    for passage in passages:
        if _within(passage):
            run.append(passage.index)
            if _closes(passage):
                run = []
            continue
        if (
            run
            and passage.first in passage.quoted
            and (who := _after(passage) or _of_text(passage, author)) is not None
        ):
            found |= {at: replace(who, rule="rule:of_quotation") for at in run[-_MOST:]}
        run = []
    return found


def _within(passage: Passage) -> bool:
    """Whether the sentence is direct speech from beginning to end."""
    words = [at for at in range(passage.first, passage.last) if passage.tokens[at].text[:1].isalnum()]
    return bool(words) and all(at in passage.quoted for at in words)


def _closes(passage: Passage) -> bool:
    return any(t.text in {"»", "”"} for t in passage.tokens[max(passage.first, passage.last - 2) : passage.last])


def _after(passage: Passage) -> Speaker | None:
    """Who says so after the quotation closes: the subject of a verb of saying outside it, unless a pronoun."""
    for verb in acts.verbs(passage, passage.first, passage.last):
        if verb.kind is Kind.GUARD or verb.first in passage.quoted or not clauses.is_finite(passage.tokens[verb.first]):
            continue
        who = speakers.subject(passage, verb, ())
        named = who is not None and any(
            p.start == who.start and p.form is not MentionForm.PRONOUN for p in passage.of_kind(MentionKind.OFFICIAL)
        )
        return who if named else None
    return None


def _of_text(passage: Passage, author: Speaker | None) -> Speaker | None:
    """The author, where the quotation is one of a text of theirs."""
    behind = [
        t.lemma
        for at, t in enumerate(passage.tokens[passage.first : passage.last], passage.first)
        if at not in passage.quoted
    ]
    return author if {"говориться", "отмечаться", "подчеркиваться"} & set(behind) else None


def goes_on(passage: Passage) -> bool:
    """Whether the sentence goes on with a quotation after a dash: "– И труд", after «Мир нужен», – сказал X."""
    return passage.tokens[passage.first].text in DASHES and passage.last - passage.first > 1


def cards(passages: Sequence[Passage]) -> dict[int, Speaker]:
    """Speakers of quotations that stand alone after lines with a name and a post, by the sentence of the quotation."""
    return dict(_cards(passages))


def _cards(passages: Sequence[Passage]) -> Iterator[tuple[int, Speaker]]:
    held: Speaker | None = None
    begun = -1
    for passage in passages:
        if held is not None and (_within(passage) or passage.first + 1 in passage.quoted):
            yield passage.index, held
            held = None
        elif _is_label(passage):
            people = [p for p in passage.of_kind(MentionKind.OFFICIAL) if p.form is MentionForm.NAME]
            if people:
                held = Speaker(refs=people[0].refs, start=people[0].start, stop=people[0].stop, rule="rule:card")
                begun = passage.index
            elif passage.index - begun > 1:
                held = None
        else:
            held = None


_LABEL = 25
"""Tokens of the longest line with a name and a post."""


def _is_label(passage: Passage) -> bool:
    """Whether a line only says who somebody is: no verb, no full stop."""
    tokens = passage.tokens[passage.first : passage.last]
    ends = tokens[-1].text not in {".", "!", "?", "…"}
    return ends and len(tokens) <= _LABEL and not any(clauses.is_finite(t) or t.pos == "INFN" for t in tokens)
