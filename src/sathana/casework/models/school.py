"""A class that is screened: numbers of a paper list, and never a name.

The list of names and numbers is paper and stays at the school. A row here belongs to
no family; it is sealed under the key of its sheet, and ending the sheet destroys that.
"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import Guarded, Rows

P1, P2, P3 = Sensitivity.P1, Sensitivity.P2, Sensitivity.P3
_PLAIN = (
    *("id", "organisation", "key", "made_by", "made_at", "changed_by", "changed_at"),
    "version",
)


class SchoolRow(models.Model):
    """What sheets and their lines have: ``objects`` refuses, ``rows`` is for one door.

    Attributes:
        key: Id of the record key of the sheet.
        version: Counts changes from 1.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+", db_index=False
    )
    key = models.UUIDField()
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.UUIDField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    objects = Guarded()
    rows: ClassVar[Any] = models.Manager.from_queryset(Rows)()

    class Meta:
        abstract = True
        base_manager_name = "rows"
        default_manager_name = "rows"


class ClassSheet(SchoolRow):
    """A sheet for one class.

    Attributes:
        team: The team whose supervisor sees it too.
        audit_name: Pseudonym of the sheet in the chain.
        title: How whoever opened it calls it; it stands on no paper.
        code: Four signs on the school's paper and on ours, so that they are matched.
        size: How many numbers the paper list has.
        ages: How old pupils of this class are, ``[from, to]``; ``[]``: not told.
    """

    team = models.ForeignKey(
        "accounts.Team", models.PROTECT, null=True, related_name="+"
    )
    audit_name = Sealed(P3)
    title = Sealed(P3)
    code = Sealed(P2)
    size = Sealed(P2)
    ages = Sealed(P2, default=list)

    class Meta(SchoolRow.Meta):
        indexes = [models.Index(fields=["organisation", "made_by"])]

    PLAIN = dict.fromkeys((*_PLAIN, "team"), P1)


class ClassPupil(SchoolRow):
    """What was told of one number of the list.

    Attributes:
        family: The family it became once that family consented. What was told is
            emptied then: the family tells its own facts. Erased with the family.
        told: Codes by question, as ``casework.schooling.QUESTIONS`` has them.
    """

    sheet = models.ForeignKey(ClassSheet, models.CASCADE, related_name="pupils")
    number = models.PositiveSmallIntegerField()
    family = models.ForeignKey(
        "registry.Family", models.CASCADE, null=True, related_name="+"
    )
    told = Sealed(P3, default=dict)

    class Meta(SchoolRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "number"], name="casework_one_line_a_number"
            )
        ]

    PLAIN = dict.fromkeys((*_PLAIN, "sheet", "number", "family"), P1)
