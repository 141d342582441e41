"""Keeps the list of work true: what was told since marks its lines as stale.

Offers to other organisations end here with the consent on which they stand.

A mark costs one question to the database. The lines themselves are made anew when the
family is assessed, when somebody opens the page of readiness, and by the command
``sathana worklist refresh``.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save

from sathana.casework.models import CasePathway
from sathana.registry.models import Assessment, Consent, Evidence, Fact, Kinship


def begin() -> None:
    """Listen to what is saved, once."""
    for model in (Fact, Kinship, Evidence):
        post_save.connect(_told, sender=model, dispatch_uid=f"readiness-{model}")
    post_save.connect(_track, sender=CasePathway, dispatch_uid="readiness-track")
    post_save.connect(_assessed, sender=Assessment, dispatch_uid="readiness-assessed")
    post_save.connect(_consent, sender=Consent, dispatch_uid="offers-consent")


def _told(instance: Any, raw: bool = False, **_: Any) -> None:
    from sathana.casework import inside

    if not raw:
        inside.told_anew(instance.family_id)


def _track(instance: Any, created: bool, raw: bool = False, **_: Any) -> None:
    from sathana.casework import inside
    from sathana.casework.services import readiness

    if raw:
        return
    if created:
        readiness.new_line(instance).save(force_insert=True)
    elif instance.state in readiness.DONE:
        inside.drop_readiness([instance.id])
    else:
        inside.told_anew(instance.family_id)


def _assessed(instance: Any, created: bool, raw: bool = False, **_: Any) -> None:
    from django.utils import timezone

    from sathana.casework import inside
    from sathana.casework.services import readiness

    if created and not raw and inside.has_lines(instance.family_id):
        readiness.recompute(family=instance.family, now=timezone.now())


def _consent(instance: Any, raw: bool = False, **_: Any) -> None:
    from sathana.casework.services import referral

    if not raw and instance.withdrawn_at is not None:
        referral.end_under(instance, instance.withdrawn_at)
