"""Forms that came too late: what was typed is kept until its owner is back.

Text fields only; a chosen file cannot be kept this way, and the page says so.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from sathana.accounts.models import Account, KeptForm
from sathana.protection import keys
from sathana.protection.models import RecordKey

KEPT_FOR = timedelta(hours=24)
MOST_BYTES = 200_000
LONGEST_ADDRESS = 200
_NEVER = ("csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword")
"""Fields that are no words of anybody about anything."""


def keep(account: uuid.UUID, address: str, form: QueryDict) -> bool:
    """Keep a form for an account, instead of an earlier one of the same address.

    A form larger than any of ours is not kept: nobody may fill the disk this way.

    Returns:
        Whether it is kept.
    """
    told = form.copy()
    for name in _NEVER:
        told.pop(name, None)
    text = told.urlencode()
    owner = Account.objects.filter(id=account).first()
    if owner is None or len(text) > MOST_BYTES or len(address) > LONGEST_ADDRESS:
        return False
    with transaction.atomic():
        forget(KeptForm.objects.filter(account=owner, address=address))
        forget(KeptForm.objects.filter(kept_at__lt=timezone.now() - KEPT_FOR))
        key = keys.new_record_key(owner.organisation_id)
        KeptForm.objects.create(account=owner, address=address, key=key, content=text)
    return True


def of(account: Account, address: str) -> QueryDict | None:
    """Return what was kept for an account at an address; ``None`` if nothing was."""
    found = KeptForm.objects.filter(
        account=account, address=address, kept_at__gte=timezone.now() - KEPT_FOR
    ).first()
    return None if found is None else QueryDict(found.content)


def clear(account: Account, address: str) -> None:
    """Forget what was kept at this address: it is saved now, or was thrown away."""
    with transaction.atomic():
        forget(KeptForm.objects.filter(account=account, address=address))


def forget(rows: Iterable[KeptForm]) -> None:
    """Delete kept forms together with their keys."""
    for row in rows:
        RecordKey.objects.filter(id=row.key).delete()
        row.delete()
