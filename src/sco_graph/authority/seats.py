"""States and bodies from what people write: a key, a code, a name in any language, in any case of Russian."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ..errors import UnknownEntity
from ..model import BodyKind, Key
from .index import Index
from .records import Body

_CYRILLIC, _HAN = ("\u0400", "\u04ff"), ("\u4e00", "\u9fff")


def seat_named(index: Index, text: str) -> Key:
    """The state or body that a text names; UnknownEntity, with suggestions, when it names none or several.

    >>> from sco_graph.authority import load
    >>> index = Index(load())
    >>> [seat_named(index, text) for text in ("CN", "chn", "Китая", "中国", "ШОС", "body/rats-sco")]
    ['state/CN', 'state/CN', 'state/CN', 'state/CN', 'body/sco', 'body/rats-sco']
    """
    wanted = " ".join(text.split())
    for reading in (_by_key, _by_code, _by_name, _by_inflected_name):
        found = tuple(dict.fromkeys(reading(index, wanted)))
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownEntity("at", f'"{wanted}" may be {" or ".join(found)}', "Give one of these keys.")
    raise UnknownEntity("at", f'no state or body is named "{wanted}"', _near(index, wanted))


def seats_of(index: Index, at: Key) -> tuple[Key, ...]:
    """Where the tables keep the posts of a state or body: there, at its state, or at the organisations above it.

    A post at a ministry is one of its state, a post at a secretariat one of its organisation.

    >>> from sco_graph.authority import load
    >>> seats_of(Index(load()), Key("body/sco-secretariat")), seats_of(Index(load()), Key("body/cn-mfa"))
    (('body/sco-secretariat', 'body/sco'), ('body/cn-mfa', 'state/CN'))
    """
    found = [at]
    while (body := index.body(found[-1])) is not None:
        above = _above(body)
        if above is None or above in found:
            break
        found.append(above)
    return tuple(found)


def _above(body: Body) -> Key | None:
    """The state of a ministry, the organisation of an organ; an organisation of its own, as WHO, keeps its posts."""
    if body.kind is BodyKind.INTERNATIONAL_ORGANISATION:
        return None
    return body.state if body.kind is BodyKind.GOVERNMENT_BODY else body.organ_of


def language_of(text: str) -> str:
    """The language whose letters a text has: ``ru``, ``zh``, else ``en``.

    >>> [language_of(text) for text in ("МИД Китая", "中国外长", "SCO 秘书长", "Foreign Minister")]
    ['ru', 'zh', 'zh', 'en']
    """
    if any(_HAN[0] <= letter <= _HAN[1] for letter in text):
        return "zh"
    return "ru" if any(_CYRILLIC[0] <= letter <= _CYRILLIC[1] for letter in text) else "en"


def _by_key(index: Index, text: str) -> Iterator[Key]:
    known = {state.key for state in index.authority.states}
    if text in known or (text.startswith("body/") and index.body(Key(text))):
        yield Key(text)


def _by_code(index: Index, text: str) -> Iterator[Key]:
    """ISO 3166-1 code of two or three letters; display key of a body. One that is a name too has both readings."""
    code = text.upper()
    yield from (state.key for state in index.authority.states if code in (state.code, state.alpha3))
    yield from (body.key for body in index.authority.bodies if code == body.code.upper())


def _by_name(index: Index, text: str) -> Iterator[Key]:
    """Exact names; of those that differ in the case of letters only, as written: "Гуам" is none of "ГУАМ"."""
    found = [key for key in index.find(text) if key.startswith(("state/", "body/"))]
    as_written = [key for key in found if any(name.text == text for name in index.names_of(key))]
    yield from as_written or found


def _by_inflected_name(index: Index, text: str) -> Iterator[Key]:
    """Names in other cases, and bodies of the government of any state: "Китая", "МИД Китая"."""
    for match in index.gazetteer(language_of(text)).find_text(text):
        if match.start == 0 and match.stop == len(text):
            yield from (k for k in (match.entity, *match.alternatives) if k.startswith(("state/", "body/")))


def _near(index: Index, text: str) -> str:
    named = (name for name in index.authority.names if name.entity.startswith(("state/", "body/")))
    names = {name.text.casefold(): name.text for name in named}
    near = get_close_matches(text.casefold(), names, n=3)
    known = " or ".join(names[name] for name in near)
    return (
        f"Did you mean {known}?" if near else "Give a code (CN, SCO), a name in English, Russian or Chinese, or a key."
    )
