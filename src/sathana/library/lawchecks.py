"""When the records on a page were last read, and when the first must be read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.marks import Checked
from sathana.library import lawplaces

_ALL = (
    *("rules", "provisions", "instruments", "contested", "procedures", "fees"),
    *("limits", "doors", "forms"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """The days on which the records of a list were read; ordinals.

    Attributes:
        oldest: Day of the record that was read the longest ago; 0 if nobody says.
        newest: Day of the record that was read last; 0 if nobody says.
        again: First day by which one of them must be read again; 0 for none.
    """

    oldest: int
    newest: int
    again: int


@follows_pack
@cache
def read(kind: str) -> Read:
    """Return when the records of a kind were read; every kind for ``""``.

    A change of the law has no mark of its own: it was read in its instrument.
    """
    if not kind:
        records = [r for name in _ALL for r in getattr(pack(), name).values()]
    elif kind == "event":
        records = list(pack().instruments.values())
    elif kind == "pathway":
        records = [rule for rule in pack().rules.values() if rule.pathway]
    elif kind == "right":
        records = list(pack().rights.values())
    else:
        records = list(lawplaces.records(kind).values())
    return _between(list(_checks(records)))


def _between(checks: list[Checked]) -> Read:
    days = [check.on for check in checks if check.on]
    again = [check.recheck for check in checks if check.recheck]
    return Read(min(days, default=0), max(days, default=0), min(again, default=0))


def _checks(record: Any) -> Iterator[Checked]:
    """Yield every mark that stands in a record."""
    if isinstance(record, Checked):
        yield record
    elif is_dataclass(record):
        for field in fields(record):
            yield from _checks(getattr(record, field.name))
    elif isinstance(record, list | tuple):
        parts: Iterable[Any] = record
        for part in parts:
            yield from _checks(part)
