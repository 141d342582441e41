"""The edition of the public site: raised by each publishing and each change of law.

Pages kept ready belong to one edition. Other processes see a new one within a second.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from sathana.law.load import pack
from sathana.publishing.models import Edition
from sathana.web.dates import today

_ONE = 1


def next_one() -> None:
    """Begin a new edition, when what was written is kept."""
    transaction.on_commit(_raise)


def current() -> str:
    """Return the edition as a word: what became public, the law, and the day.

    The day counts, since a rule may be due to be read again from one day to the next.
    """
    row = Edition.objects.filter(pk=_ONE).values_list("number", flat=True).first()
    return f"{row or 0}.{pack().version}.{today().isoformat()}"


def _raise() -> None:
    Edition.objects.get_or_create(pk=_ONE)
    Edition.objects.filter(pk=_ONE).update(number=F("number") + 1)
