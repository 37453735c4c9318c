"""Messages say where, what, and what to do; the tree is the documented one."""

from __future__ import annotations

import pickle
import re

from sco_graph import errors


def test_tree_equals_its_docstring() -> None:
    documented = set(re.findall(r"\b[A-Z][a-z]+[A-Z]\w+", errors.__doc__ or ""))
    assert documented == {name for name, thing in vars(errors).items() if isinstance(thing, type)}


def test_an_error_survives_pickling() -> None:
    error = errors.InvalidDocument("a.md", "the text is empty", "Give it a text.")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (errors.InvalidDocument, "a.md: the text is empty. Give it a text.")
