"""Consent, evidence, and the files of evidence."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Consent(FamilyRow):
    """A consent: asked for before anything is recorded.

    Attributes:
        person: Of whom; ``None``: of the family, given by ``who``.
        until: Last day on which it holds; ``None``: until withdrawn.
        withdrawn_at: When it was taken back.
        who: Who gave it, and for whom (a parent for a child).
        language: In which language it was explained.
        how: ``spoken`` or ``written``; spoken consent needs a witness or a recording.
        purposes: Codes: ``record``, ``assess``, ``file``, ``share``, ``statistics``,
            ``contact``, ``media``.
        witness: Who was there.
    """

    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="consents"
    )
    given_on = models.DateField()
    until = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    who = Sealed(P3)
    language = Sealed(P2)
    how = Sealed(P2)
    purposes = Sealed(P2, default=list)
    witness = Sealed(P3)
    notes = Sealed(P3)

    PLAIN = plain("person", "given_on", "until", "withdrawn_at")


class Evidence(FamilyRow):
    """A paper, statement or test, under a key of its own.

    Attributes:
        person: Whose paper; ``None``: the family's.
        label: Its id in a case file (``E1``); ``""``: it gets one when it is written.
        kind: As in a case file (``birth certificate``), issuer, number, date likewise.
        original: Where the original is kept, in words.
        supports, contradicts: ``[[person id, fact path], ...]``.
    """

    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="evidence"
    )
    label = Sealed(P2)
    kind = Sealed(P2)
    issuer = Sealed(P2)
    number = Sealed(P3)
    date = Sealed(P3)
    original = Sealed(P3)
    supports = Sealed(P2, default=list)
    contradicts = Sealed(P2, default=list)
    notes = Sealed(P3)

    PLAIN = plain("person")


class StoredFile(FamilyRow):
    """A file of a paper: the bytes as they came, and the cleaned copy people see.

    Attributes:
        original, copy: Sealed blobs (``files.store``); ``copy`` is ``None`` where
            no cleaned copy could be made.
        sha256: Of the bytes as they came.
        name: File name as it came, cleaned of paths.
        media: Media type of the cleaned copy (``image/jpeg``, ``application/pdf``).
        size: Bytes as they came.
    """

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="files")
    original = models.UUIDField(default=uuid.uuid4)
    copy = models.UUIDField(null=True)
    sha256 = Sealed(P2)
    name = Sealed(P3)
    media = Sealed(P2)
    size = Sealed(P2, default=0)

    PLAIN = plain("evidence", "original", "copy")
