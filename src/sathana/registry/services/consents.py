"""Consents: given before anything is recorded, and taken back."""

from __future__ import annotations

import uuid

from sathana.registry.given import ConsentGiven
from sathana.registry.models import Consent
from sathana.registry.reader import Reader


def give(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    consent: ConsentGiven,
    person_id: uuid.UUID | None = None,
    id: uuid.UUID | None = None,
) -> Consent:
    """Record a consent of a person or of the family."""
    raise NotImplementedError


def withdraw(*, reader: Reader, consent_id: uuid.UUID, version: int) -> Consent:
    """Record that a consent was taken back."""
    raise NotImplementedError
