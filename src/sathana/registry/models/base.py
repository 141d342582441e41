"""What every stored row of a family has, and the two managers."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from sathana.protection.classes import Sensitivity

if TYPE_CHECKING:
    from sathana.registry.reader import Reader

P1 = Sensitivity.P1
BASE_PLAIN = (
    *("id", "organisation", "family", "key", "made_by", "made_at"),
    *("changed_by", "changed_at", "version"),
)
"""The plain columns of every row."""


class UnscopedError(Exception):
    """Somebody tried to read people without saying for whom."""


class Rows[M: models.Model](models.QuerySet[M]):
    """A query set that can be cut to what a reader may see."""

    def visible_to(self, reader: Reader) -> Self:
        """Return only what this reader may see; everything else does not exist."""
        from sathana.registry.visibility import seen_by

        return seen_by(self, reader)


class Guarded[M: models.Model](models.Manager[M]):
    """The manager of stored people: the only way to read them is ``visible_to``."""

    def visible_to(self, reader: Reader) -> Rows[M]:
        """Return the rows that this reader may see."""
        return Rows(self.model, using=self._db).visible_to(reader)

    def get_queryset(self) -> Any:
        """Refuse: a question about people must say who asks.

        Raises:
            UnscopedError: Always.
        """
        raise UnscopedError(
            f"{self.model.__name__}.objects answers only through visible_to(reader)"
        )


class FamilyRow(models.Model):
    """A row that belongs to a family, and is seen by whoever may see the family.

    Attributes:
        key: Id of the record key under which its sealed fields stand.
        version: Counts changes from 1: a form that saw an older one is a conflict.

    ``objects`` is guarded; ``rows`` is not, and may be used only in the modules that
    ``tests/registry/test_scoping.py`` lists.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Rows are found by family or person; an index of the organisation helps nobody.
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+", db_index=False
    )
    family = models.ForeignKey("registry.Family", models.CASCADE, related_name="+")
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

    PLAIN: ClassVar[dict[str, Sensitivity]] = dict.fromkeys(BASE_PLAIN, P1)


def plain(*names: str) -> dict[str, Sensitivity]:
    """Return the classes of a row's plain columns: those of every row, and these."""
    return dict.fromkeys((*BASE_PLAIN, *names), P1)
