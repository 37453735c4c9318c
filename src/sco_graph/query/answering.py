"""Answering a named question: parameters become RDF terms, and the query runs where the data is."""

from __future__ import annotations

from difflib import get_close_matches

from ..errors import InvalidQuery
from ..model import Table
from .catalogue import Question, questions
from .parameters import resolve
from .sources import Source, select


def answer(source: Source, name: str, /, **parameters: object) -> Table:
    """Answer of a named question over a store, or over an rdflib graph or dataset that holds the same triples.

    Values are given as text: a key, an IRI, a name in any language, a code, a day; see the
    question's parameters. Raises InvalidQuery for a question, parameter or value that is none,
    and UnknownEntity for a name that nothing or more than one thing bears.

    >>> from rdflib import Graph
    >>> answer(Graph(), "who-met-whom").columns
    ('person', 'name', 'other', 'otherName', 'times', 'first', 'last')
    """
    question = _question(name)
    given = {key: str(value) for key, value in parameters.items() if value is not None}
    _check_names(question, given)
    bindings = {
        parameter.name: resolve(parameter, given.get(parameter.name, parameter.default or ""), source)
        for parameter in question.parameters
    }
    return select(source, question.sparql, bindings)


def _question(name: str) -> Question:
    known = {question.name: question for question in questions()}
    if name not in known:
        near = get_close_matches(name, known, n=3) or sorted(known)
        raise InvalidQuery("question", f"there is none named {name!r}", f"Choose among {', '.join(near)}.")
    return known[name]


def _check_names(question: Question, given: dict[str, str]) -> None:
    takes = ", ".join(
        parameter.name if parameter.default is None else f"[{parameter.name}]" for parameter in question.parameters
    )
    known = {parameter.name for parameter in question.parameters}
    if unknown := sorted(given.keys() - known):
        raise InvalidQuery(question.name, f"it has no parameter {', '.join(unknown)}", f"It takes {takes}.")
    needed = {parameter.name for parameter in question.parameters if parameter.default is None}
    if missing := sorted(needed - given.keys()):
        raise InvalidQuery(question.name, f"it needs {', '.join(missing)}", f"It takes {takes}.")
