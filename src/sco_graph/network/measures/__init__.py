"""What a network says in numbers: who is central, how sure that is, who belongs together, and what changes."""

from .dynamics import changes, over_time
from .intervals import Asked, Intervals, intervals
from .rates import Rates
from .table import COLUMNS, measures

__all__ = ["COLUMNS", "Asked", "Intervals", "Rates", "changes", "intervals", "measures", "over_time"]
