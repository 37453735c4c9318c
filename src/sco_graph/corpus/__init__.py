"""Bytes become documents: one reader a format.

>>> from_text("Заявление.", published="2020-04-29").language
'ru'
"""

from .documents import canonical, detect_language, from_text
from .files import find, read

__all__ = ["canonical", "detect_language", "find", "from_text", "read"]
