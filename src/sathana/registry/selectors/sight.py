"""What a reader sees of one family, and persons cut to it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sathana.accounts import decide
from sathana.accounts.decide import EVERY_GROUP, Action, Group
from sathana.registry import visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.shown import FactShown, NameShown, PersonShown


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a family is open to a reader.

    Attributes:
        groups: Groups of fields that are open.
        may: What the reader may do.
    """

    groups: frozenset[Group]
    may: frozenset[Action] = frozenset()

    @property
    def hidden(self) -> frozenset[Group]:
        """Groups of fields that are not open."""
        return EVERY_GROUP - self.groups

    def sees(self, group: Group) -> bool:
        """Say whether a group is open."""
        return group in self.groups


def of_family(reader: Reader, family: Family) -> Sight:
    """Return what of a family is open to a reader.

    Raises:
        NotVisibleError: Nothing is.
    """
    thing = visibility.thing_of(family)
    context = visibility.context_of(reader, family)
    decision = decide.can(reader.actor, Action.VIEW, thing, None, context)
    if not decision:
        raise NotVisibleError
    return Sight(decision.groups, decide.what_may(reader.actor, thing, context))


def in_list(reader: Reader, families: Sequence[Family]) -> dict[uuid.UUID, Sight]:
    """Return what of each family a list may show; those it may not are left out."""
    things = visibility.things_of(families)
    contexts = visibility.contexts_of(reader, families)
    found = {}
    for key, thing in things.items():
        decision = decide.can(reader.actor, Action.LIST, thing, None, contexts[key])
        if decision:
            found[key] = Sight(decision.groups)
    return found


def persons(
    sight: Sight,
    rows: Sequence[Person],
    names: Mapping[uuid.UUID, list[NameShown]],
    facts: Iterable[FactShown],
    answers: Mapping[str, Any],
) -> tuple[PersonShown, ...]:
    """Show persons: what is not open is ``None``, and never looks like empty.

    Args:
        sight: What is open.
        rows: The persons, in the order in which they are shown.
        names: Their names, if those are open.
        facts: Their facts, if those are open.
        answers: What a stored assessment answers, by person id.
    """
    told: dict[uuid.UUID, dict[str, set[str]]] = {}
    for fact in facts:
        if fact.path in _SHORT and fact.withdrawn_at is None and not fact.hidden:
            values = told.setdefault(fact.person_id, {})
            values.setdefault(fact.path, set()).add(_plain(fact.value))
    return tuple(
        _person(sight, place, row, names, told.get(row.id, {}), answers)
        for place, row in enumerate(rows, 1)
    )


_SHORT = ("born.date", "died", "sex", "id13")
"""Facts that stand in a line about a person."""


def _person(
    sight: Sight,
    place: int,
    row: Person,
    names: Mapping[uuid.UUID, list[NameShown]],
    told: Mapping[str, set[str]],
    answers: Mapping[str, Any],
) -> PersonShown:
    named, facts = sight.sees(Group.NAMES), sight.sees(Group.FACTS)
    mine = tuple(names.get(row.id, ())) if named else None
    # A label out of a case file can be a name: it is hidden with the names.
    label = row.label if named else f"P{place}"
    contact, notes = sight.sees(Group.CONTACT), sight.sees(Group.NOTES)
    answer = answers.get(str(row.id), {})
    number = _one(told, "id13") if facts and sight.sees(Group.NUMBER) else None
    return PersonShown(
        id=row.id,
        version=row.version,
        label=label,
        called=mine[0].text if mine else label,
        names=mine,
        number=number,
        group=row.group if facts else None,
        languages=tuple(row.languages) if contact else None,
        interpreter=row.interpreter if contact else None,
        needs=row.needs if contact else None,
        contact=row.contact if contact else None,
        notes=row.notes if notes else None,
        birth=_one(told, "born.date") if facts else None,
        died=_one(told, "died") if facts else None,
        sex=_one(told, "sex") if facts else None,
        thai=answer.get("thai", "") if facts else None,
        pathway=answer.get("pathway", "") if facts else None,
    )


def _one(told: Mapping[str, set[str]], path: str) -> str:
    """Return a value if all who told one say the same."""
    values = told.get(path, set())
    return next(iter(values)) if len(values) == 1 else ""


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        inner = value.get("on") or value.get("value")
        return inner if isinstance(inner, str) else ""
    return ""
