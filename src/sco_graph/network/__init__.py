"""Who met whom: projections of the graph onto networks, measures, formats, and a page to look at.

``reading`` asks the store; ``projection`` ties the actors, ``twomode`` ties them with interactions and issues,
``discourse`` by what they said; ``neighbourhood`` takes a part; ``measures`` counts; ``formats``
writes for Gephi and others; ``layout`` places; ``page`` writes one HTML file.
"""

from . import page
from .caption import caption
from .discourse import statements_of
from .formats import write
from .measures import measures
from .neighbourhood import between, ego, paths
from .projection import graph_of, project
from .reading import read
from .selection import Selection
from .twomode import two_mode

__all__ = [
    "Selection",
    "between",
    "caption",
    "ego",
    "graph_of",
    "measures",
    "page",
    "paths",
    "project",
    "read",
    "statements_of",
    "two_mode",
    "write",
]
