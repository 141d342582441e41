"""All families in order, for a run after a change of law: rows, and what is told.

It is the program that asks, for every organisation; nothing of it is shown to anybody
but through ``visible_to``.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sathana.casework import proving
from sathana.casework.models import Case, LawChange, LawRun
from sathana.facts.model import CaseFile
from sathana.registry import inside, showing
from sathana.registry.casebuilding import Material, build
from sathana.registry.models import (
    Assessment,
    Assignment,
    Consent,
    Evidence,
    Fact,
    Family,
    Kinship,
    Person,
)
from sathana.registry.services import common
from sathana.registry.shown import PersonShown

_SHORT = (
    *("id", "family_id", "key", "as_of", "law_at", "law_version", "facts_hash"),
    *("rows_mark", "made_at", "organisation_id"),
)


@dataclass(frozen=True, slots=True)
class Held:
    """A family with its newest assessment."""

    family: Family
    assessment: Assessment


def count() -> int:
    """Return how many families there are."""
    return int(Family.rows.count())


def after(last: uuid.UUID | None, many: int) -> list[Family]:
    """Return the next families in the order of their ids."""
    rows = Family.rows.order_by("id")
    if last is not None:
        rows = rows.filter(id__gt=last)
    return list(rows[:many])


def before(last: uuid.UUID | None) -> int:
    """Return how many families a run has come past."""
    return int(Family.rows.filter(id__lte=last).count()) if last else 0


def assessed(families: Sequence[Family]) -> list[Held]:
    """Return those families of which an answer is stored: its short columns."""
    rows = Assessment.rows.filter(family__in=families).order_by("made_at", "id")
    newest = {row.family_id: row for row in rows.only(*_SHORT)}
    return [Held(one, newest[one.id]) for one in families if one.id in newest]


def whole(held: Sequence[Held]) -> dict[uuid.UUID, Assessment]:
    """Return the newest assessments with everything, by family."""
    rows = Assessment.rows.filter(id__in=[one.assessment.id for one in held])
    found = list(rows)
    inside.unlock(found)
    return {row.family_id: row for row in found}


def consenting(held: Sequence[Held], day: date) -> list[Held]:
    """Return those families that consented to an assessment."""
    rows = list(Consent.rows.filter(family__in=[one.family.id for one in held]))
    inside.unlock(rows)
    given: dict[uuid.UUID, list[Consent]] = defaultdict(list)
    for row in rows:
        given[row.family_id].append(row)
    return [
        one
        for one in held
        if common.consented(given[one.family.id], "assess", day, None)
    ]


def cases(families: Sequence[Family]) -> list[CaseFile]:
    """Return families as the rules read them, each named by its id; without names."""
    ids = [one.id for one in families]
    tables: tuple[Any, ...] = (Person, Fact, Kinship, Evidence)
    rows = [
        list(model.rows.filter(family__in=ids).order_by("made_at", "id"))
        for model in tables
    ]
    inside.unlock(*rows)
    persons, facts, kin, papers = (_by_family(some) for some in rows)
    return [
        proving.without_names(
            build(
                Material(
                    case=str(key),
                    title="",
                    persons=[_bare(row) for row in persons[key]],
                    kinship=[showing.kinship(row) for row in kin[key]],
                    facts=[
                        showing.fact(row)
                        for row in facts[key]
                        if row.withdrawn_at is None
                    ],
                    evidence=[showing.evidence(row) for row in papers[key]],
                )
            )
        )
        for key in ids
    ]


def _by_family(rows: Iterable[Any]) -> defaultdict[uuid.UUID, list[Any]]:
    found: defaultdict[uuid.UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.family_id].append(row)
    return found


def _bare(row: Person) -> PersonShown:
    return PersonShown(
        row.id, row.version, row.label, "", (), "", "", (), "", "", "", "", "", "", "",
    )  # fmt: skip


def workers(run: LawRun) -> set[uuid.UUID]:
    """Return the accounts that are to be told of a run.

    Those to whom the next action of a case was given; where there is none, those to
    whom the family is assigned; where nobody is, whoever recorded it.
    """
    families = set(
        LawChange.rows.filter(run=run).values_list("family_id", flat=True).distinct()
    )
    owned: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    told: tuple[tuple[Any, str], ...] = (
        (Case.rows.filter(state="open").exclude(owner=None), "owner"),
        (Assignment.rows.filter(ended_at=None), "account"),
    )
    for rows, column in told:
        left = [one for one in families if one not in owned]
        for family, account in rows.filter(family__in=left).values_list(
            "family_id", column
        ):
            owned[family].add(account)
    left = [one for one in families if one not in owned]
    makers = Family.rows.filter(id__in=left).exclude(made_by=None)
    made = [one for one in makers.values_list("made_by", flat=True) if one]
    return set().union(*owned.values(), made)
