"""Who is whose parent, and what follows: ancestors, order of births, unions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from sathana.calendars.spans import DateSpan
from sathana.facts.model import Event, Happened, Marriage, Parent

_TWO = 2


@dataclass
class Kinship:
    """The parents of each person of a case file, as far as they are persons of it.

    Attributes:
        persons: Ids of all persons.
        parent: Tells the father or the mother of a person.
    """

    persons: tuple[str, ...]
    parent: Callable[[str, str], str | Parent]

    def parents(self, person: str) -> tuple[str, ...]:
        """Return the ids of the parents that are persons of the file."""
        return self._parents[person]

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        known = frozenset(self.persons)
        return {
            person: tuple(
                parent
                for parent in (
                    self.parent(person, link) for link in ("father", "mother")
                )
                if isinstance(parent, str) and parent in known
            )
            for person in self.persons
        }

    def couple(self, child: str) -> tuple[tuple[str, str], ...]:
        """Return each parent who is a person of the file, with the other parent.

        The other is ``unknown`` where the file does not say who it is; a parent whom
        nobody can find out has married nobody.
        """
        parents = self.parents(child)
        if len(parents) == _TWO:
            return (parents[0], parents[1]), (parents[1], parents[0])
        links = [self.parent(child, link) for link in ("father", "mother")]
        if not parents or Parent.UNIDENTIFIABLE in links:
            return ()
        return ((parents[0], "unknown"),)

    @cached_property
    def children(self) -> dict[str, tuple[str, ...]]:
        """Children of each person of the file."""
        found: dict[str, list[str]] = {}
        for child in self.persons:
            for parent in self.parents(child):
                found.setdefault(parent, []).append(child)
        return {parent: tuple(children) for parent, children in found.items()}

    @cached_property
    def ancestors(self) -> dict[str, frozenset[str]]:
        """All ancestors of each person of the file."""
        found: dict[str, frozenset[str]] = {}

        def collect(person: str) -> frozenset[str]:
            if person not in found:
                above = [collect(parent) | {parent} for parent in self.parents(person)]
                found[person] = frozenset().union(*above)
            return found[person]

        for person in self.persons:
            collect(person)
        return found

    def narrowed(self, births: dict[str, DateSpan]) -> dict[str, DateSpan]:
        """Narrow births to the order of the generations: parents before children."""
        for _ in range(len(births)):
            closer = {person: self._narrow(person, births) for person in births}
            if closer == births:
                break
            births = closer
        return births

    def _narrow(self, person: str, births: dict[str, DateSpan]) -> DateSpan:
        span = births[person]
        earliest, latest = span.earliest, span.latest
        for parent in self.parents(person):
            earliest = max(earliest, births[parent].earliest + 1)
        for child in self.children.get(person, ()):
            latest = min(latest, births[child].latest - 1)
        return DateSpan(earliest, latest) if earliest <= latest else span


def implied_marriages(
    kinship: Kinship, told: Callable[[str], Event]
) -> dict[str, list[tuple[Marriage, str]]]:
    """Return marriages of parents to each other, each with the child it is told of.

    Args:
        kinship: The family.
        told: Tells the marriage of a child's parents; unknown where nothing is.

    Returns:
        For each parent the unions with the other parents, those told first; a union
        of which the file says that it never was is left out. The other parent is
        ``unknown`` where the file does not say who it is.
    """
    found: dict[str, list[tuple[Marriage, str]]] = {}
    unions = [(child, told(child)) for child in kinship.persons]
    for child, event in sorted(unions, key=lambda union: _is_unknown(union[1])):
        if event.happened is Happened.NEVER:
            continue
        for person, other in kinship.couple(child):
            known = found.setdefault(person, [])
            if all(marriage.to != other for marriage, _ in known):
                known.append((Marriage(to=other, registered=event), child))
    return found


def _is_unknown(event: Event) -> bool:
    return event.happened is Happened.UNKNOWN
