"""Unfinished forms: what was typed is kept, sealed, until saved or thrown away."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from sathana.protection import keys
from sathana.protection.models import RecordKey
from sathana.registry.models import Draft
from sathana.registry.reader import Reader

KEPT_FOR = timedelta(days=14)
MOST_BYTES = 200_000
_NOT_TYPED = ("csrfmiddlewaretoken", "draft-form", "draft-about", "draft-clear")


def keep(reader: Reader, form: str, about: str, typed: QueryDict) -> None:
    """Keep what is typed so far, instead of what was kept of this form before."""
    told = typed.copy()
    for name in _NOT_TYPED:
        told.pop(name, None)
    text = told.urlencode()
    if len(text) > MOST_BYTES:
        return
    with transaction.atomic():
        row = _mine(reader, form, about)
        if row is None:
            organisation = reader.actor.organisation
            row = Draft(
                organisation_id=organisation,
                account=reader.actor.id,
                key=keys.new_record_key(organisation),
                form=form,
                about=about,
            )
        row.content = {"typed": text}
        row.save()


def of(reader: Reader, form: str, about: str) -> QueryDict | None:
    """Return what this reader typed into this form and did not save, if anything."""
    row = _mine(reader, form, about)
    if row is None or row.changed_at < timezone.now() - KEPT_FOR:
        return None
    return QueryDict(str(row.content.get("typed", "")))


def clear(reader: Reader, form: str, about: str) -> None:
    """Forget a draft: it is saved now, or was thrown away."""
    with transaction.atomic():
        for row in Draft.objects.filter(
            account=reader.actor.id, form=form, about=about
        ):
            RecordKey.objects.filter(id=row.key).delete()
            row.delete()


def _mine(reader: Reader, form: str, about: str) -> Draft | None:
    found: Draft | None = Draft.objects.filter(
        account=reader.actor.id, form=form, about=about
    ).first()
    return found


def id_of(typed: QueryDict) -> uuid.UUID | None:
    """Return the id that a form minted for its row; ``None`` if it is no id."""
    try:
        return uuid.UUID(typed.get("id", ""))
    except ValueError:
        return None
