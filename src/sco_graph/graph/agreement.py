"""What several accounts of one interaction come to, and where they contradict each other.

Rules, each stated where it is applied; ``docs/store.md`` lists them. A contradiction
is never hidden: it is told with what each document says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from . import dates
from .accounts import Account
from .terms import key_of


def by_weight(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Accounts in the order in which they decide: held first, then the later document, then by key.

    Without dates of publication the order of keys decides, so that the order in which
    documents come in changes nothing.
    """
    by_key = sorted(accounts, key=lambda account: account.node.value)
    by_date = sorted(by_key, key=lambda account: account.published, reverse=True)
    return tuple(sorted(by_date, key=lambda account: account.status != "held"))


def most_precise(values: Sequence[str]) -> str | None:
    """The most precise date; among equally precise ones the first.

    >>> most_precise(["2020", "2020-04", "2020-05"])
    '2020-04'
    """
    return max(values, key=len, default=None)


def status_of(accounts: Sequence[Account]) -> str:
    """Held if any account says so; otherwise what the latest document says."""
    held = any(account.status == "held" for account in accounts)
    return "held" if held else _latest(accounts)[0].status


def known(values: Iterable[str | None]) -> str | None:
    """The first value that is not silent or unknown.

    >>> known([None, "unknown", "video"])
    'video'
    """
    given = [value for value in values if value]
    return next((value for value in given if value != "unknown"), given[0] if given else None)


def contradictions(accounts: Sequence[Account]) -> tuple[str, ...]:
    """One line for each property in which accounts exclude each other, with what each document says."""
    return (
        *_told("type", accounts, lambda account: account.kind, _differ),
        *_told("date", accounts, lambda account: account.start, _apart),
        *_told("end", accounts, lambda account: account.end, _apart),
        *_told("mode", accounts, lambda account: account.mode, _differ),
        *_told("place", accounts, lambda account: account.place and key_of(account.place), _differ),
        *_told("state", accounts, lambda account: account.state and key_of(account.state), _differ),
        *_status(accounts),
    )


def _told(
    name: str,
    accounts: Sequence[Account],
    value: Callable[[Account], str | None],
    exclude: Callable[[set[str]], bool],
) -> tuple[str, ...]:
    given = [(said, account.document) for account in accounts if (said := value(account)) and said != "unknown"]
    if not exclude({said for said, _ in given}):
        return ()
    return (_line(name, given),)


def _status(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Plans that came true, and plans that changed, are no contradiction; these are:

    a document later than one that says held says otherwise, or two of one day that do
    not say held differ.
    """
    held = [account for account in accounts if account.status == "held"]
    if held:
        others = [account for account in accounts if account.status != "held"]
        denied = any(_is_later(other, one) for other in others for one in held)
    else:
        denied = len({account.status for account in _latest(accounts)}) > 1
    return (_line("status", [(one.status, one.document) for one in accounts]),) if denied else ()


def _latest(accounts: Sequence[Account]) -> list[Account]:
    newest = max(account.published for account in accounts)
    return [account for account in by_weight(accounts) if account.published == newest]


def _is_later(account: Account, other: Account) -> bool:
    """Whether every day on which the one may have been published comes after those of the other."""
    dated = account.published and other.published
    return bool(dated) and dates.first_day(account.published) > dates.last_day(other.published)


def _differ(values: set[str]) -> bool:
    return len(values) > 1


def _apart(values: set[str]) -> bool:
    """Whether two dates share no day, or only touch: neither lies within the other."""
    return any(not dates.within(a, b) and not dates.within(b, a) for a in values for b in values)


def _line(name: str, given: Iterable[tuple[str, str]]) -> str:
    return f"{name}: " + "; ".join(f"{said} in {document}" for said, document in sorted(set(given)))
