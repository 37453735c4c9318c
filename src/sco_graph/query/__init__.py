"""Named questions: SPARQL files with a title, parameters and a golden answer each, and how they are answered."""

from __future__ import annotations

from .answering import answer
from .catalogue import Parameter, ParameterType, Question, questions

__all__ = ["Parameter", "ParameterType", "Question", "answer", "questions"]
