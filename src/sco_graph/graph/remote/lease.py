"""Who writes to a server: its protocols know no lock, so a small graph names the writer and when it last did.

It keeps two builds apart that somebody began by mistake. A writer that was killed is known to be gone on its own
machine, elsewhere after ten minutes of silence.
"""

from __future__ import annotations

import os
import socket
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from ... import vocabulary
from ...errors import StoreUnavailable
from .. import terms
from .service import Service

_GRAPH = NamedNode(vocabulary.WRITER)
_PROCESS, _HOST, _COMMAND, _RENEWED = (
    NamedNode(vocabulary.DCTERMS + name) for name in ("identifier", "spatial", "description", "modified")
)
LASTS, RENEWED = timedelta(minutes=10), timedelta(minutes=1)


@dataclass(slots=True)
class Lease:
    """The right to write, from :meth:`take` to :meth:`give_back`."""

    service: Service
    _until: datetime = field(default=datetime.min.replace(tzinfo=UTC))

    def take(self) -> None:
        """Become the writer. Raises StoreUnavailable while there is another one."""
        self.renew()
        self._refuse_another(self._told())

    def renew(self) -> None:
        """Say that we still write, once a minute. Raises StoreUnavailable where another one took over."""
        now = datetime.now(UTC)
        if now < self._until:
            return
        self._refuse_another(self._told())
        said = {
            _PROCESS: str(os.getpid()),
            _HOST: socket.gethostname(),
            _COMMAND: _command(),
            _RENEWED: now.isoformat(),
        }
        self.service.put(_GRAPH, [Triple(_GRAPH, name, terms.text(value)) for name, value in said.items()])
        self._until = now + RENEWED

    def give_back(self) -> None:
        """Be the writer no longer, if nobody took over."""
        if self._told().get(_PROCESS) == str(os.getpid()):
            self.service.drop(_GRAPH)

    def _told(self) -> dict[NamedNode, str]:
        found = self.service.get(_GRAPH)
        return {t.predicate: t.object.value for t in found if isinstance(t.object, Literal)}

    def _refuse_another(self, told: dict[NamedNode, str]) -> None:
        process, host, renewed = told.get(_PROCESS, ""), told.get(_HOST, ""), _moment(told.get(_RENEWED, ""))
        here = host == socket.gethostname()
        if datetime.now(UTC) - renewed > LASTS or (here and (process == str(os.getpid()) or not _is_alive(process))):
            return
        what = f"process {process} on {host} (`{told.get(_COMMAND, '')}`) is writing to it, last at {renewed:%H:%M} UTC"
        remedy = "Wait for it. If it was killed on another machine, it is given up ten minutes after that"
        raise StoreUnavailable(self.service.where, what, f"{remedy}.")


def _command() -> str:
    """Program and command without arguments, which may hold secrets."""
    return " ".join([Path(sys.argv[0]).name, *(one for one in sys.argv[1:2] if one.isalpha())])


def _is_alive(process: str) -> bool:
    if not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it is somebody else's
    return True


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
