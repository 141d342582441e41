"""Which installed updates of the law an answer used, said on the answer itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from sathana.calendars.dates import to_text
from sathana.calendars.spans import DateSpan
from sathana.law.load import LawPack, pack

type Json = dict[str, Any]

_UNASKED = frozenset({"not_needed", "granted"})
"""Pathways of which neither window nor office was looked at."""
_PARTS = (("pathways", "rule"), ("rights", "rule"), ("procedures", "procedure"))
_NAMED = (
    ("fees", "fee"),
    ("limits", "limit"),
    ("remedies", "limit"),
    ("doors", "door"),
    ("contested", "contested"),
)
"""What an entry names by id, and the kind of record that it is."""


def used(persons: Mapping[str, Json]) -> list[Json]:
    """Return the updates that an assessment used, and note them on its entries.

    Entries of pathways, rights, procedures and deadlines that rest on a changed record
    get ``updated_by``, the ids of the updates. Nothing is looked at where no update is
    installed.

    Args:
        persons: The assessment's persons, ready to be shown.

    Returns:
        For each update used: id, title, made_on, names, source, and those of its
        records that this answer used.
    """
    law = pack()
    if not law.updates:
        return []
    records: set[str] = set()
    for person in persons.values():
        records |= set(_of_person(person, law))
    return [
        {
            "id": update.id,
            "title": dict(update.title),
            "made_on": to_text(DateSpan(update.made_on, update.made_on)),
            "names": list(update.names),
            "source": update.source,
            "records": [record for record in update.records if record in records],
        }
        for update in law.updates
        if not records.isdisjoint(update.records)
    ]


def _of_person(person: Json, law: LawPack) -> Iterator[str]:
    yield from _of_proof(person["proof"], law)
    thai = person["thai"]
    for key in ("rule", "lost_by"):
        yield from (f"rule/{rule}" for rule in _several(thai.get(key)))
    yield from (f"contested/{point}" for point in thai.get("contested", ()))
    for spell in (*person["stay"], *person["intervals"]):
        yield from (f"rule/{rule}" for rule in _several(spell.get("rule")))
    for part, kind in _PARTS:
        for entry in person.get(part, ()):
            if entry.get("status") not in _UNASKED:
                yield from _of_entry(entry, kind, law)
    for entry in person.get("deadlines", ()):
        yield from _of_entry(entry, "limit", law)


def _of_proof(node: Json, law: LawPack) -> Iterator[str]:
    if node.get("rule"):
        yield f"rule/{node['rule']}"
    yield from _cited(node, law)
    for child in node.get("because", ()):
        yield from _of_proof(child, law)


def _of_entry(entry: Json, kind: str, law: LawPack) -> Iterator[str]:
    """Yield the records of an entry, and note on it the updates that changed one."""
    found = [f"{kind}/{entry['id']}", *_cited(entry, law)]
    for field, other in _NAMED:
        found += [f"{other}/{_id(one)}" for one in entry.get(field) or ()]
    if kind == "limit":
        found += _holidays(entry, law)
    by = [law.updated_by[record] for record in found if record in law.updated_by]
    if by:
        entry["updated_by"] = list(dict.fromkeys(key for ids in by for key in ids))
    yield from found


def _cited(entry: Json, law: LawPack) -> Iterator[str]:
    for cite in str(entry.get("cite") or "").split("; "):
        if cite in law.provisions:
            yield f"provision/{cite}"
            yield f"instrument/{law.provisions[cite].instrument}"


def _holidays(entry: Json, law: LawPack) -> list[str]:
    """Return the changed holidays that may have moved a deadline: those of its year.

    A deadline runs a year at most, so holidays of the year before count too.
    """
    year = str(entry.get("due") or "")[:4]
    if not year.isdigit():
        return []
    years = (year, str(int(year) - 1))
    return [
        record
        for record in law.updated_by
        if record.startswith(tuple(f"holiday/{one}" for one in years))
    ]


def _id(value: object) -> str:
    return str(value["id"] if isinstance(value, Mapping) else value)


def _several(value: object) -> list[str]:
    if value is None:
        return []
    return (
        [str(v) for v in cast("list[object]", value)]
        if isinstance(value, list)
        else [str(value)]
    )
