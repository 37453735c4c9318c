"""Bytes become documents: one reader a format.

>>> from_text("Заявление.", published="2020-04-29").language
'ru'
"""

from .documents import canonical, from_text
from .files import contents, find, read
from .languages import detect_language
from .rows import COLUMNS

__all__ = ["COLUMNS", "canonical", "contents", "detect_language", "find", "from_text", "read"]
