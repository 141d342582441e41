"""What an update changes in the law, and whose answers it can reach at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sathana.law.load import LawPack, from_json
from sathana.law.model import Pathway, RuleInfo, Text
from sathana.law.model_practice import Procedure
from sathana.law.source import Rows
from sathana.law.update_apply import build
from sathana.law.update_fields import OF_ONE_TEXT, SHOWN_ONLY
from sathana.law.update_model import Change, LawUpdate

type Touched = dict[str, list[str]]
"""Ids of what rests on a changed record, by kind."""


@dataclass(frozen=True, slots=True)
class Set:
    """One value that an update sets.

    Attributes:
        old: What is written now; ``None`` where nothing is.
        new: What will be.
    """

    record: str
    version: int | None
    field: str
    old: object
    new: object
    why: Text


@dataclass(frozen=True, slots=True)
class Difference:
    """An update held against the law: the law with it, and what it sets."""

    law: LawPack
    sets: tuple[Set, ...]


def difference(update: LawUpdate, installed: Sequence[LawUpdate]) -> Difference:
    """Return what an update does to the law with the updates that are installed.

    Args:
        update: Signed or not.
        installed: In the order in which they are applied.

    Raises:
        UpdateError: It cannot be applied, or the law then fails the data check.
    """
    sets: list[Set] = []

    def note(one: LawUpdate, rows: dict[str, Rows]) -> None:
        if one is update:
            for change in update.changes:
                sets.extend(_sets(rows, change))

    order = sorted([*installed, update], key=lambda one: one.made_on)
    text = build(order, seen=note)
    return Difference(from_json(text), tuple(sets))


def _sets(rows: dict[str, Rows], change: Change) -> Iterator[Set]:
    row = rows.get(change.kind, {}).get(change.key, {})
    for name, new in change.values.items():
        number, old = None, row.get(name)
        block, _, key = name.rpartition(".")
        if change.kind == "rule" and name in OF_ONE_TEXT:
            number = change.version or 1
            texts = row.get("versions", ())
            old = texts[number - 1].get(name) if number <= len(texts) else None
        elif block:
            old = row.get(block, {}).get(key)
        yield Set(change.record, number, name, old, new, change.why)


# --- what rests on it -----------------------------------------------------------------


def touched(update: LawUpdate, law: LawPack) -> Touched:
    """Return the rules, pathways, rights and procedures that rest on what is changed.

    Args:
        update: The update.
        law: The law with it.
    """
    records = set(update.records)
    records |= {
        f"provision/{p.id}"
        for p in law.provisions.values()
        if f"instrument/{p.instrument}" in records
    }
    found: Touched = {"rules": [], "pathways": [], "rights": [], "procedures": []}
    for rule in law.rules.values():
        if _rests_on(rule, records):
            found[_group(rule)].append(rule.id)
    for key, procedure in law.procedures.items():
        if f"procedure/{key}" in records or _names_one(procedure, records):
            found["procedures"].append(key)
    return found


def _rests_on(rule: RuleInfo, records: set[str]) -> bool:
    named = [f"rule/{rule.id}", *(f"provision/{cite}" for cite in rule.cites)]
    named += [f"contested/{point}" for point in rule.contested]
    return any(record in records for record in named)


def _group(rule: RuleInfo) -> str:
    if rule.right:
        return "rights"
    return "pathways" if rule.pathway else "rules"


def _names_one(procedure: Procedure, records: set[str]) -> bool:
    """Say whether a procedure names one of the fees, limits, doors, points ..."""
    papers = [paper.form for paper in procedure.papers if paper.form]
    return any(
        f"{kind}/{key}" in records
        for kind, keys in (
            ("rule", (*procedure.pathways, *procedure.rights)),
            ("fee", procedure.fees),
            ("limit", (*procedure.limits, *procedure.remedies)),
            ("door", procedure.doors),
            ("form", papers),
            ("contested", procedure.contested),
            ("provision", procedure.cites),
        )
        for key in keys
    )


# --- whose answers can turn -----------------------------------------------------------


def may_turn(update: LawUpdate, before: LawPack, after: LawPack, as_of: int) -> bool:
    """Say whether an answer asked for a day can turn by an update at all.

    Marks, days of checking, notes, sources, warnings and offices are only shown. Of a
    pathway only the window in which the day lies has a say. Everything else may reach
    anybody: then the answer is yes, and the families are asked.

    Args:
        update: The update.
        before: The law without it.
        after: The law with it.
        as_of: Day asked about, ordinal.
    """
    for change in update.changes:
        strong = set(change.values) - SHOWN_ONLY
        if not strong:
            continue
        if strong != {"pathway.windows"}:
            return True
        if _window(before, change.key, as_of) != _window(after, change.key, as_of):
            return True
    return False


def _window(law: LawPack, rule: str, day: int) -> bool | None:
    """Return whether the window of a day is known; ``None`` if the day lies in none."""
    pathway: Pathway | None = law.rules[rule].pathway
    for window in pathway.windows if pathway else ():
        begin = window.opens.earliest if window.opens else 0
        end = window.closes.earliest if window.closes else day + 1
        if begin <= day < end:
            return window.known
    return None
