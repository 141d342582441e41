"""Keys as they are stored: each wrapped by the one above it, none in the clear."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity

P1 = Sensitivity.P1


class OrganisationKey(models.Model):
    """The key of an organisation, wrapped by the master key of the key file.

    Attributes:
        organisation: Id of the organisation.
        index: Its key for the blind index, wrapped too; moves on to the next key.
        retired_at: Since when nothing new is wrapped by it; ``None`` while in use.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.UUIDField(db_index=True)
    master = models.CharField(max_length=40)
    wrapped = models.BinaryField()
    index = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # Two that are made at once would have two blind indexes.
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(retired_at=None),
                name="one_organisation_key_in_use",
            )
        ]

    PLAIN = dict.fromkeys(
        ("id", "organisation", "master", "wrapped", "index", "made_at", "retired_at"),
        P1,
    )


class RecordKey(models.Model):
    """The key of one record (person, family, paper), wrapped for its organisation.

    Deleting this row erases the record for good: backups never hold these rows beside
    the records (see ``docs/backup.md``).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.UUIDField(db_index=True)
    wrapped_by = models.UUIDField(db_index=True)
    wrapped = models.BinaryField()

    PLAIN = dict.fromkeys(("id", "organisation", "wrapped_by", "wrapped"), P1)


class Tombstone(models.Model):
    """What remains of something that was erased: that it was there, and nothing of it.

    Attributes:
        id: The id that the person or family had.
        kind: ``person`` or ``family``.
        family: The id of the family it belonged to.
        erased_by: Id of the account; ``None`` for the program itself.
        reason: A code (``registry.services.erasing.REASONS``), never words.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=10)
    organisation = models.UUIDField(db_index=True)
    family = models.UUIDField()
    erased_at = models.DateTimeField()
    erased_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=20)

    PLAIN = dict.fromkeys(
        (
            *("id", "kind", "organisation", "family", "erased_at", "erased_by"),
            "reason",
        ),
        P1,
    )
