"""What a network says in numbers: who is central, how sure that is, who belongs together, and what changes."""

from .table import COLUMNS, measures

__all__ = ["COLUMNS", "measures"]
