"""What a text says it rests on: references to records of the law, and their state.

A lesson, a handbook or a poster names the records that it teaches. A reference is the
id of a rule (``7BIS-2``) or a kind and an id (``limit:ACA-49``). The imprint of a
record changes when what it says changes, and not when somebody only read it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any

from sathana.calendars.spans import DateSpan
from sathana.law.book import book
from sathana.law.id13 import Id13Table
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.marks import Checked, Mark, Text, weakest
from sathana.law.model import ContestedPoint, Provision
from sathana.law.pack import LawPack
from sathana.law.rules import ADMINISTRATION, COURT

RULE = "rule"
_NUMBERS = {
    "th": "เลขประจำตัวประชาชน 13 หลักบอกอะไร",
    "en": "What a thirteen-digit number shows",
}
KINDS = (
    *(RULE, "provision", "procedure", "limit", "fee", "form", "door", "point"),
    *("instrument", "number"),
)
"""Kinds of records that can be taught; ``rule`` may be left out of a reference."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A record of the law that something rests on, as it is now.

    Attributes:
        key: As it is written: ``7BIS-2``, ``limit:ACA-49``.
        kind: One of ``KINDS``.
        verified: The weakest mark of what of it is still read; older wordings do not
            count.
        checked_on: Day on which it was last read, ordinal; 0 if nobody says.
        recheck_on: First day, ordinal, on which it must be read again; 0: none.
        imprint: Changes when the record says something else.
        contested: Ids of the points on which authorities differ.
    """

    key: str
    kind: str
    id: str
    title: Text
    verified: Mark
    checked_on: int
    recheck_on: int
    imprint: str
    contested: tuple[str, ...] = ()


def reference(key: str, law: LawPack | None = None) -> Reference:
    """Return the record that a reference names.

    Args:
        key: ``ID`` of a rule, or ``kind:ID``.
        law: The law to look in; else the one in use.

    Raises:
        LookupError: There is no such record; the message names kind and id.
    """
    return _made(key, law) if law is not None else _in_use(key)


@follows_pack
@lru_cache(maxsize=2048)
def _in_use(key: str) -> Reference:
    """Return a record of the law in use; pages ask for the same ones all day."""
    return _made(key, pack())


def _made(key: str, found: LawPack) -> Reference:
    kind, name = _split(key)
    record = record_of(key, found)
    if record is None:
        raise LookupError(
            f"The law pack {found.version} has no {kind or RULE} '{name}', which "
            f"the reference '{key}' names. Kinds are: {', '.join(KINDS)}."
        )
    checks = list(_checks(_of_now(record)))
    rechecks = [check.recheck for check in checks if check.recheck]
    return Reference(
        key=key,
        kind=kind,
        id=name,
        title=_title(record),
        verified=weakest([check.verified for check in checks]),
        checked_on=min((check.on for check in checks if check.on), default=0),
        recheck_on=min(rechecks, default=0),
        imprint=_imprint(kind, name, record),
        contested=tuple(getattr(record, "contested", ())),
    )


def record_of(key: str, law: LawPack) -> Any:
    """Return the record itself that a reference names; ``None`` if there is none."""
    kind, name = _split(key)
    return _shelf(kind, law).get(name)


def _split(key: str) -> tuple[str, str]:
    kind, _, name = key.rpartition(":") if ":" in key else (RULE, "", key)
    return kind, name


def is_reference(key: str) -> bool:
    """Whether a reference names a record of the law in use."""
    try:
        reference(key)
    except LookupError:
        return False
    return True


def _shelf(kind: str, law: LawPack) -> Mapping[str, Any]:
    shelves: dict[str, Mapping[str, Any]] = {
        RULE: law.rules,
        "provision": law.provisions,
        "procedure": law.procedures,
        "limit": law.limits,
        "fee": law.fees,
        "form": law.forms,
        "door": law.doors,
        "point": law.contested,
        "instrument": law.instruments,
        "number": {"id13": law.id13},
    }
    return shelves.get(kind, {})


def _of_now(record: Any) -> Any:
    """Return the versions of a record that have no end; all of it where none is."""
    versions = (
        getattr(record, "versions", None) or getattr(record, "values", None) or ()
    )
    ends = ("law_until", "effect_until", "closes")
    open_ = [
        one for one in versions if all(getattr(one, end, None) is None for end in ends)
    ]
    return open_ or record


def _checks(record: Any) -> Iterator[Checked]:
    """Yield every mark that stands in a record, its versions included."""
    if isinstance(record, Checked):
        yield record
    elif is_dataclass(record):
        for field in fields(record):
            yield from _checks(getattr(record, field.name))
    elif isinstance(record, (tuple, list)):
        for part in record:
            yield from _checks(part)


def _title(record: Any) -> Text:
    """Return the title; a section has its number, a point its question."""
    if isinstance(record, Provision):
        return record.section
    if isinstance(record, ContestedPoint):
        return record.question
    if isinstance(record, Id13Table):
        return _NUMBERS
    return dict(record.title)


def _imprint(kind: str, name: str, record: Any) -> str:
    said = [_plain(record), _conditions(name) if kind == RULE else None]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


@follows_pack
@lru_cache(maxsize=512)
def _conditions(rule: str) -> Any:
    """Return what the texts of a rule demand, in both readings, as plain values."""
    return [
        _plain(clause.condition)
        for law in (COURT, ADMINISTRATION)
        for clause in book(law)
        if clause.rule == rule
    ]


def _plain(value: Any) -> Any:
    """Return a value as lists and words, the same in every process; marks left out."""
    if isinstance(value, Checked):
        return None
    if isinstance(value, DateSpan):
        return [value.earliest, value.latest]
    if is_dataclass(value) and not isinstance(value, type):
        named = [[f.name, _plain(getattr(value, f.name))] for f in fields(value)]
        return [type(value).__name__, *named]
    if isinstance(value, Mapping):
        return sorted([str(key), _plain(part)] for key, part in value.items())
    if isinstance(value, (set, frozenset)):
        return sorted(repr(_plain(part)) for part in value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return str(value)
