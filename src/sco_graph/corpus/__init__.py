"""Bytes become documents: one reader a format.

>>> from_text("Заявление.", published="2020-04-29").language
'ru'
"""

from .documents import canonical, from_text
from .files import LARGEST, contents, contents_of, find, read, wanted
from .languages import detect_language
from .rows import COLUMNS

__all__ = [
    "COLUMNS",
    "LARGEST",
    "canonical",
    "contents",
    "contents_of",
    "detect_language",
    "find",
    "from_text",
    "read",
    "wanted",
]
