"""The named questions: one SPARQL file each, whose first comments say what it asks and with which parameters.

::

    # title en: Interactions of a person
    # title ru: Взаимодействия лица
    # description: What an official took part in.
    # parameter person official | official/vladimir-norov | Key, IRI or name in any language.
    # parameter since date = 0001-01-01 | 2020-01-01 | First day, YYYY-MM-DD.

A parameter line gives name, type and, after ``=``, what it is if nobody gives it; then an
example and a description. It is the SPARQL variable of that name, bound when the question is answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from ..errors import InvalidQuery

FOLDER = Path(__file__).parent / "questions"

_TITLED = re.compile(r"# (title en|title ru|description): (.+)")
_PARAMETER = re.compile(r"# parameter (\w+) ([a-z]+)(?: = (\S+))? \| (.+?) \| (.+)")


class ParameterType(StrEnum):
    """What the value of a parameter names."""

    OFFICIAL = "official"
    STATE = "state"
    ACTOR = "actor"
    POST = "post"
    DOCUMENT = "document"
    INTERACTION = "interaction"
    CLAIM = "claim"
    ISSUE = "issue"
    STATUS = "status"
    DATE = "date"
    YEAR = "year"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a question; ``default`` is None where it must be given; ``example`` is what a user may write."""

    name: str
    type: ParameterType
    default: str | None
    example: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question: a SELECT query whose parameters are variables."""

    name: str
    title_en: str
    title_ru: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """All named questions, sorted by name.

    >>> questions()[0].title_en
    'What a document claims'
    """
    return tuple(read(path) for path in sorted(FOLDER.glob("*.rq")))


def read(path: Path) -> Question:
    """The question in a file. Raises InvalidQuery when its comments lack a title, a description or a known type."""
    sparql = path.read_text("utf-8")
    told: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(sparql.splitlines(), start=1):
        if not line.startswith("#"):
            break
        if titled := _TITLED.fullmatch(line):
            told[titled[1]] = titled[2]
        elif parameter := _PARAMETER.fullmatch(line):
            parameters.append(_parameter(parameter, f"{path.name}, line {number}"))
        else:
            raise InvalidQuery(f"{path.name}, line {number}", f"{line!r} is no line of a header", _FORM)
    if missing := [name for name in ("title en", "title ru", "description") if name not in told]:
        raise InvalidQuery(path.name, f"its header lacks {', '.join(missing)}", _FORM)
    return Question(
        name=path.stem,
        title_en=told["title en"],
        title_ru=told["title ru"],
        description=told["description"],
        parameters=tuple(parameters),
        sparql=sparql,
    )


_FORM = "Write '# title en: ...', '# title ru: ...', '# description: ...', '# parameter NAME TYPE | EXAMPLE | WHAT'."


def _parameter(line: re.Match[str], where: str) -> Parameter:
    name, kind, default, example, description = line.groups()
    if kind not in list(ParameterType):
        raise InvalidQuery(where, f"{kind!r} is no type of parameter", f"Use one of {', '.join(ParameterType)}.")
    return Parameter(name=name, type=ParameterType(kind), default=default, example=example, description=description)
