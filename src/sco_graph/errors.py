"""What can go wrong, and what to do about it.

ScoGraphError
    DataError            an input is not what it claims to be
        InvalidDocument  InvalidRecord  UnknownEntity  UnreachableFolder
    GraphError           the RDF side refuses
        InvalidQuery  InvalidRDF  StoreUnavailable  ShapeViolation
    MissingDependency    an optional library or Java is not installed
    UnwritableOutput     a file of results cannot be written
    ClusterFailed        a cluster cannot be reached, or its processes cannot do the work

Every message reads ``where: what. Remedy.``
"""

from __future__ import annotations


class ScoGraphError(Exception):
    """Base of every error that this package raises on purpose.

    >>> str(InvalidDocument("data/documents/a.md", "the file is empty", "Remove it or give it a text."))
    'data/documents/a.md: the file is empty. Remove it or give it a text.'
    """

    def __init__(self, where: str, what: str, remedy: str) -> None:
        self.where, self.what, self.remedy = where, what, remedy
        super().__init__(f"{where}: {what}. {remedy}")

    def __reduce__(self) -> tuple[type[ScoGraphError], tuple[str, str, str]]:
        """Pickle by the three parts, so that an error crosses a process boundary whole."""
        return type(self), (self.where, self.what, self.remedy)


class DataError(ScoGraphError):
    """An input is not what it claims to be."""


class InvalidDocument(DataError):
    """A document cannot be read."""


class InvalidRecord(DataError):
    """A row of a table or a JSON record breaks its contract."""


class UnknownEntity(DataError):
    """A key names nothing that the tables or the store know."""


class UnreachableFolder(DataError):
    """A folder that lies elsewhere cannot be read or written."""


class GraphError(ScoGraphError):
    """The RDF side refuses."""


class InvalidQuery(GraphError):
    """A SPARQL query or one of its parameters is wrong."""


class InvalidRDF(GraphError):
    """An RDF file cannot be parsed."""


class StoreUnavailable(GraphError):
    """The store is locked, damaged, of another version, or not there."""


class ShapeViolation(GraphError):
    """Data breaks a SHACL shape."""


class MissingDependency(ScoGraphError):
    """An optional library or Java is not installed."""


class UnwritableOutput(ScoGraphError):
    """A file of results cannot be written: no room, no right, not a folder."""


class ClusterFailed(ScoGraphError):
    """A cluster cannot be reached, or its processes cannot do the work."""
