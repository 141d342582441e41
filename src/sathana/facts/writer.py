"""Writing a case file: canonical YAML that reads back to the same case.

Facts stand in the order of the contract, one key a line; values are written in flow
style. Parents without an id of their own are written inside their child. Nothing is
rounded: what the reader cannot read back is not written in the first place.
"""

from __future__ import annotations

from collections.abc import Mapping

from sathana.calendars.iso import day_text
from sathana.facts.casefile_nodes import Plain
from sathana.facts.casefile_plain import date_plain, told_plain
from sathana.facts.casefile_reader import VERSION
from sathana.facts.casefile_tree import dump
from sathana.facts.keys import KEYS
from sathana.facts.model import CaseFile, Evidence, Person


def write(case: CaseFile) -> str:
    """Return a case as the text of a case file; ``read`` gives an equal case."""
    top: dict[str, Plain] = {"sathana": VERSION, "case": case.case}
    texts = {"title": case.title, "notes": case.notes, "disputed": case.disputed}
    days = {"as_of": case.as_of, "law_at": case.law_at}
    top |= {"title": texts["title"]} if case.title else {}
    top |= {key: day_text(day) for key, day in days.items() if day is not None}
    top |= {"notes": texts["notes"]} if case.notes else {}
    top["persons"] = {
        person.id: person_plain(person, case.persons)
        for person in case.persons.values()
        if "." not in person.id
    }
    if case.evidence:
        top["evidence"] = {e.id: _evidence(e) for e in case.evidence.values()}
    if case.expect:
        top["expect"] = {who: _as_plain(what) for who, what in case.expect.items()}
    if case.sources:
        top["sources"] = list(case.sources)
    if case.disputed:
        top["disputed"] = texts["disputed"]
    return dump(top, block_levels=3)


def told_text(case: CaseFile, person_id: str, key: str) -> str:
    """Return the text of one told value as it stands in a file; ``""`` if not told.

    Raises:
        KeyError: If there is no such person.
    """
    told = case.persons[person_id].told.get(key)
    if told is None:
        return ""
    plain = told_plain(told, key, person_id, case.persons, person_plain)
    return dump(plain, block_levels=0).removesuffix("...\n").rstrip("\n")


def person_plain(person: Person, persons: Mapping[str, Person]) -> dict[str, Plain]:
    """Return the facts of a person as text, lists and dicts, in order."""
    plain: dict[str, Plain] = {}
    born: dict[str, Plain] = {}
    if person.name:
        plain["name"] = dict(person.name)
    for key in KEYS:
        if key not in person.told:
            continue
        value = told_plain(person.told[key], key, person.id, persons, person_plain)
        if key.startswith("born."):
            born[key.removeprefix("born.")] = value
            plain["born"] = born
        else:
            plain[key] = value
    if person.notes:
        plain["notes"] = person.notes
    return plain


def _evidence(paper: Evidence) -> dict[str, Plain]:
    plain: dict[str, Plain] = {
        key: text
        for key, text in (
            ("kind", paper.kind), ("issuer", paper.issuer), ("number", paper.number),
        )
        if text
    }  # fmt: skip
    if not paper.date.is_unknown:
        plain["date"] = date_plain(paper.date)
    for key, paths in (
        ("supports", paper.supports),
        ("contradicts", paper.contradicts),
    ):
        if paths:
            plain[key] = list(paths)
    return plain


def _as_plain(value: object) -> Plain:
    """Return expectations, which are kept as written."""
    if isinstance(value, Mapping):
        return {str(key): _as_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_as_plain(item) for item in value]
    return str(value)
