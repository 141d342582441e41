"""One person, as their page shows them."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sathana.accounts.decide import Group
from sathana.registry import inside, showing
from sathana.registry.errors import NotVisibleError
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common
from sathana.registry.shown import FactShown, PersonView


def person(reader: Reader, person_id: uuid.UUID) -> PersonView:
    """Return a person for their page; whose data it shows is in the chain before.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    rows = Person.objects.visible_to(reader).select_related("family")
    row = rows.filter(id=person_id).first()
    if row is None:
        raise NotVisibleError
    family, sight = row.family, seeing.of_family(reader, row.family)
    everybody = list(inside.persons(family))
    view = _view(reader, row, family, sight, everybody)
    _tell_chain(reader, row, family, sight, everybody)
    return view


def _view(
    reader: Reader,
    row: Person,
    family: Family,
    sight: Sight,
    everybody: Sequence[Person],
) -> PersonView:
    def mine(group: Group, rows: Any) -> list[Any]:
        return list(rows(family).filter(person=row)) if sight.sees(group) else []

    names = list(inside.names(family)) if sight.sees(Group.NAMES) else []
    facts, events = mine(Group.FACTS, inside.facts), mine(Group.FACTS, inside.events)
    kinship = list(inside.kinship(family)) if sight.sees(Group.KINSHIP) else []
    kinship = [one for one in kinship if row.id in (one.person_id, one.parent_id)]
    papers = list(inside.evidence(family)) if sight.sees(Group.EVIDENCE) else []
    consents = list(inside.consents(family)) if sight.sees(Group.CONSENT) else []
    assessment = None
    if sight.sees(Group.FACTS):
        assessment = inside.newest_assessments([family]).get(family.id)
    assessed = [assessment] if assessment else []
    inside.unlock([family], everybody, papers, assessed)
    numbers, day = sight.sees(Group.NUMBER), common.thai_day(reader.now)
    told = tuple(showing.fact(one, numbers=numbers) for one in facts)
    answers = assessment.answers if assessment else {}
    shown = seeing.persons(sight, everybody, showing.by_person(names), told, answers)
    return PersonView(
        family_id=family.id,
        family_title=family.title if sight.sees(Group.OUTLINE) else "",
        family_state=family.state,
        person=next(one for one in shown if one.id == row.id),
        relatives=tuple(one for one in shown if one.id != row.id),
        kinship=tuple(map(showing.kinship, kinship))
        if sight.sees(Group.KINSHIP)
        else None,
        facts=told if sight.sees(Group.FACTS) else None,
        events=tuple(map(showing.event, events)) if sight.sees(Group.FACTS) else None,
        evidence=tuple(showing.evidence(one, numbers=numbers) for one in papers)
        if sight.sees(Group.EVIDENCE)
        else None,
        consents=tuple(
            showing.consent(one, day)
            for one in consents
            if one.person_id in (None, row.id)
        )
        if sight.sees(Group.CONSENT)
        else None,
        several=_several(told),
        may=sight.may,
        hidden=sight.hidden,
    )


def _several(facts: Sequence[FactShown]) -> frozenset[str]:
    counts = Counter(one.path for one in facts if one.withdrawn_at is None)
    return frozenset(path for path, n in counts.items() if n > 1)


def _tell_chain(
    reader: Reader,
    row: Person,
    family: Family,
    sight: Sight,
    everybody: Sequence[Person],
) -> None:
    """Write that the person was read, and that the others' names stood beside."""
    beside = [one for one in everybody if one.id != row.id]
    named = sight.sees(Group.NAMES)
    others = [common.person_subject(one, family) for one in beside] if named else []
    whole = [common.person_subject(row, family)]
    common.tell_read(
        reader,
        common.telling("person.view", whole, *sorted(sight.groups)),
        common.telling("person.list", others, Group.NAMES),
    )
