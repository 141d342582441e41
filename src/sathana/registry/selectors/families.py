"""The list of families and one family, as pages show them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sathana.accounts.decide import Action, Group
from sathana.audit.record import Subject
from sathana.registry import inside, matching, nameindex, showing, visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.models import Assessment, Family, Person
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import assessing, common
from sathana.registry.shown import FamilyView, Line, Listing

SIZE = 25
COUNTED = 1_000
"""Counting stops here: "more than 1,000" says as much as the number."""
NAMES_A_LINE = 3
_COMPARED = frozenset((Group.FACTS, Group.KINSHIP, Group.EVIDENCE, Group.NAMES))
"""Who sees less is not told what changed."""
_FOUND = 200


def page_of(
    reader: Reader,
    *,
    text: str = "",
    state: str = "open",
    page: int = 1,
    size: int = SIZE,
) -> Listing:
    """Return one page of the families that the reader may see, the newest first.

    Args:
        reader: Who reads.
        text: A name, a number or a title to search for; ``""`` lists all.
        state: ``open``, ``closed`` or ``""`` for both.
        page: Which page, from 1.
        size: Lines of a page.
    """
    page, size = max(1, page), max(1, min(size, 100))
    rows = Family.rows.filter(state=state) if state else Family.rows.all()
    text = text.strip()[:200]
    if text:
        # What the index finds for a reader is cut to what they may list already, and
        # a line is made only where the decision says so once more (``in_list``).
        families, total = _searched(reader, rows, text, page, size)
    else:
        allowed = visibility.allowed(rows, reader, Action.LIST)
        families, total = _listed(allowed, page, size)
    lines = _lines(reader, families)
    pages = max(1, -(-(COUNTED if total is None else total) // size))
    return Listing(lines, total, COUNTED, page, max(pages, page), text)


def family(reader: Reader, family_id: uuid.UUID) -> FamilyView:
    """Return a family for its page; whose data it shows is in the chain before.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    row = Family.objects.visible_to(reader).filter(id=family_id).first()
    if row is None:
        raise NotVisibleError
    sight = seeing.of_family(reader, row)
    material = _Material(row, sight)
    view = material.view(reader)
    material.tell_chain(reader)
    return view


# --- the list -------------------------------------------------------------------------


def _listed(rows: Any, page: int, size: int) -> tuple[list[Family], int | None]:
    """Return the families of a page, and how many there are, if that was counted."""
    first = (page - 1) * size
    most = max(COUNTED, first + size) + 1
    newest = rows.order_by("-changed_at", "id")
    ids = list(newest.values_list("pk", flat=True)[:most])
    found = {row.pk: row for row in rows.filter(pk__in=ids[first : first + size])}
    shown = [found[one] for one in ids[first : first + size] if one in found]
    return shown, None if len(ids) > COUNTED else len(ids)


def _searched(
    reader: Reader, rows: Any, text: str, page: int, size: int
) -> tuple[list[Family], int | None]:
    """Return the families of persons found, then those called so; best first."""
    index = nameindex.Index(reader)
    persons = matching.found_by(reader, text, limit=_FOUND, index=index)
    ids = [one.family_id for one in persons]
    ids += nameindex.families_called(index, text, limit=size)
    ids = list(dict.fromkeys(ids))
    found = {row.id: row for row in rows.filter(id__in=ids[:_FOUND])}
    ordered = [found[one] for one in ids if one in found]
    return ordered[(page - 1) * size : page * size], len(ordered)


def _lines(reader: Reader, families: Sequence[Family]) -> tuple[Line, ...]:
    """Show families as lines, and write in the chain whose names they show."""
    if not families:
        return ()
    sights = seeing.in_list(reader, families)
    persons = inside.persons_of(families)
    first = _first_persons(sights, persons)
    shown = [person for some in first.values() for person in some]
    named = inside.main_names_of(shown)
    assessed = inside.newest_assessments(families)
    inside.unlock(families, shown, assessed.values())
    counts: dict[uuid.UUID, int] = {}
    for person in persons:
        counts[person.family_id] = counts.get(person.family_id, 0) + 1
    lines = tuple(
        _line(
            one, sights[one.id], counts.get(one.id, 0),
            [named[p.id].text for p in first[one.id] if p.id in named],
            assessed.get(one.id),
        )
        for one in families
        if one.id in sights
    )  # fmt: skip
    _tell_list(reader, families, sights, first)
    return lines


def _first_persons(
    sights: dict[uuid.UUID, Sight], persons: Sequence[Person]
) -> dict[uuid.UUID, list[Person]]:
    found: dict[uuid.UUID, list[Person]] = {key: [] for key in sights}
    for person in persons:
        some = found.get(person.family_id)
        if some is None or not sights[person.family_id].sees(Group.NAMES):
            continue
        if len(some) < NAMES_A_LINE:
            some.append(person)
    return found


def _line(
    row: Family,
    sight: Sight,
    people: int,
    names: Sequence[str],
    assessment: Assessment | None,
) -> Line:
    outline, facts = sight.sees(Group.OUTLINE), sight.sees(Group.FACTS)
    answers = assessment.answers.values() if assessment and facts else ()
    return Line(
        id=row.id,
        title=row.title if outline else "",
        people=people,
        names=tuple(names) if sight.sees(Group.NAMES) else None,
        state=row.state,
        due=row.due if outline else None,
        district=row.district if outline else "",
        team_id=row.team_id,
        sealed=row.sealed_at is not None,
        changed_at=row.changed_at,
        open_pathway=next((a["pathway"] for a in answers if a.get("pathway")), ""),
        undecided=sum(a.get("thai") not in ("yes", "no") for a in answers),
        assessed=bool(assessment and facts),
        hidden=sight.hidden,
    )


def _tell_list(
    reader: Reader,
    families: Sequence[Family],
    sights: dict[uuid.UUID, Sight],
    first: dict[uuid.UUID, list[Person]],
) -> None:
    seen = [one for one in families if one.id in sights]
    whole = [common.family_subject(one) for one in seen]
    people: list[Subject] = [
        common.person_subject(person, one) for one in seen for person in first[one.id]
    ]
    common.tell_read(
        reader,
        common.telling("family.list", whole, Group.OUTLINE),
        common.telling("person.list", people, Group.NAMES),
    )


# --- one family -----------------------------------------------------------------------


class _Material:
    """All rows of a family that a reader sees, opened with one question for keys."""

    def __init__(self, row: Family, sight: Sight) -> None:
        self.row, self.sight = row, sight
        self.persons = list(inside.persons(row))
        self.names = self._if(Group.NAMES, inside.names)
        self.facts = self._if(Group.FACTS, inside.facts)
        self.kinship = self._if(Group.KINSHIP, inside.kinship)
        self.evidence = self._if(Group.EVIDENCE, inside.evidence)
        self.consents = self._if(Group.CONSENT, inside.consents)
        self.households = self._if(Group.CONTACT, inside.households)
        self.assessment = None
        if sight.sees(Group.FACTS):
            self.assessment = inside.newest_assessment(row)
        # Rows about a person stand under the person's key; papers and assessments
        # under their own.
        assessed = [self.assessment] if self.assessment else []
        inside.unlock([row], self.persons, self.evidence, assessed)

    def _if(self, group: Group, rows: Any) -> list[Any]:
        return list(rows(self.row)) if self.sight.sees(group) else []

    def view(self, reader: Reader) -> FamilyView:
        """Show all of it."""
        row, sight = self.row, self.sight
        numbers, day = sight.sees(Group.NUMBER), common.thai_day(reader.now)
        facts = tuple(showing.fact(one, numbers=numbers) for one in self.facts)
        kept = assessing.shown(self.assessment) if self.assessment else None
        answers = self.assessment.answers if self.assessment else {}
        persons = seeing.persons(
            sight,
            self.persons,
            showing.by_person(self.names),
            facts,
            answers,
        )
        stale = None
        if self.assessment and sight.groups >= _COMPARED:
            rows = assessing.Rows(self.persons, self.facts, self.kinship, self.evidence)
            stale = assessing.compared(row, self.assessment, rows)
        return FamilyView(
            id=row.id,
            version=row.version,
            title=row.title if sight.sees(Group.OUTLINE) else "",
            state=row.state,
            due=row.due if sight.sees(Group.OUTLINE) else None,
            district=row.district if sight.sees(Group.OUTLINE) else "",
            team_id=row.team_id,
            sealed=row.sealed_at is not None,
            made_by=row.made_by,
            changed_at=row.changed_at,
            notes=row.notes if sight.sees(Group.NOTES) else None,
            persons=persons,
            kinship=self._shown(Group.KINSHIP, self.kinship, showing.kinship),
            consents=self._shown(
                Group.CONSENT, self.consents, lambda one: showing.consent(one, day)
            ),
            evidence=self._shown(
                Group.EVIDENCE,
                self.evidence,
                lambda one: showing.evidence(one, numbers=numbers),
            ),
            households=self._shown(Group.CONTACT, self.households, showing.household),
            facts=facts if sight.sees(Group.FACTS) else None,
            assessment=kept,
            staleness=stale,
            may=sight.may,
            hidden=sight.hidden,
        )

    def _shown(
        self, group: Group, rows: list[Any], show: Any
    ) -> tuple[Any, ...] | None:
        return tuple(show(one) for one in rows) if self.sight.sees(group) else None

    def tell_chain(self, reader: Reader) -> None:
        """Write who and what is shown: the family, and each person."""
        groups = sorted(self.sight.groups)
        whole = [common.family_subject(self.row)]
        persons = [common.person_subject(one, self.row) for one in self.persons]
        common.tell_read(
            reader,
            common.telling("family.view", whole, *groups),
            common.telling("person.view", persons, *groups),
        )
