"""Who met whom: projections of the graph onto networks, measures, formats, and a page to look at.

``projection`` asks the store and ties the actors; ``measures`` counts; ``formats``
writes for Gephi and others; ``layout`` places; ``page`` writes one HTML file.
"""

from . import page
from .formats import write
from .measures import measures
from .projection import project

__all__ = ["measures", "page", "project", "write"]
