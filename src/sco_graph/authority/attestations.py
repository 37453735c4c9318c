"""What sources give where they disagree: rows of attestations.tsv, to records; nothing is decided in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..keys import slug
from ..model import Key
from .cells import choice
from .declared import Declared
from .records import Attestation
from .rows import Row

_FOLLOWED = "followed"
_STATUSES = (_FOLLOWED, "other")
_PROPERTY = re.compile(r"[a-z][a-z0-9-]*")


def attestations(rows: Sequence[Row], known: Declared) -> tuple[Attestation, ...]:
    """Rows of attestations.tsv; InvalidRecord when the tables would follow two values of one property."""
    followed: dict[tuple[str, str], Row] = {}
    for row in rows:
        about = (row["subject"], row["property"])
        if row["status"] == _FOLLOWED and followed.setdefault(about, row) is not row:
            raise row.error(
                f'"{" ".join(about)}" is followed here and at {followed[about].where}', "Follow one of the two values."
            )
    return tuple(_attestation(row, known) for row in rows)


def _attestation(row: Row, known: Declared) -> Attestation:
    if not _PROPERTY.fullmatch(row["property"]):
        raise row.error(f'property "{row["property"]}" is no word', "Write small letters, parted by hyphens.")
    subject = known.entity(row, "subject")
    value = known.entity(row, "value") if "/" in row["value"] else row["value"]
    return Attestation(
        key=Key(f"attestation/{slug(subject.rsplit('/', 1)[-1])}-{row['property']}-{_last(value)}"),
        subject=subject,
        property=row["property"],
        value=value,
        followed=choice(row, "status", _STATUSES) == _FOLLOWED,
        note=row["note"],
        source=known.source(row),
    )


def _last(value: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", value.rsplit("/", 1)[-1].lower()).strip("-")
