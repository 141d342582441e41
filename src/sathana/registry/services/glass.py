"""Breaking the glass: one family, for an hour, to read, with a reason and a review.

Whoever asks is told the same whether the family is not there or must not be opened.
Nothing is looked up before a fresh second factor was shown.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from sathana.accounts import decide as deciding
from sathana.accounts.decide import Action, Context, Thing
from sathana.audit import record
from sathana.audit.record import Subject
from sathana.notices import telling
from sathana.registry import glassfinding, staffing, visibility
from sathana.registry.errors import (
    NotVisibleError,
    RegistryError,
    StepUpError,
    Text,
    UnusableValueError,
)
from sathana.registry.models import Block, BreakGlass, Family
from sathana.registry.reader import Reader
from sathana.registry.services import common

OPEN_FOR = timedelta(minutes=60)
REVIEW_WITHIN = timedelta(hours=72)
SHORTEST = 20
"""Letters of a reason."""
CATEGORIES = ("danger", "deadline", "absence", "other")
FOUND = ("justified", "not_justified")


class GlassRefusedError(RegistryError):
    """Not there, or not to be opened: nobody is told which of the two."""

    text: Text = {  # noqa: RUF012 - never changed
        "th": "เปิดไม่ได้ อาจไม่มีครอบครัวตามรหัสหรือเลขนี้ หรือเปิดกรณีฉุกเฉินไม่ได้ "
        "ตรวจรหัสอีกครั้ง หรือติดต่อหัวหน้าทีมหรือเจ้าหน้าที่คุ้มครอง การขอครั้งนี้ถูกบันทึกไว้",
        "en": "This cannot be opened. Perhaps there is no family by this reference or "
        "number, or it must not be opened in an emergency. Check the reference, or "
        "call a supervisor or protection officer. That you asked was recorded.",
    }


class GlassWaitsError(RegistryError):
    """Earlier openings were not reviewed in time: no further ones until they are."""

    text: Text = {  # noqa: RUF012 - never changed
        "th": "การเปิดกรณีฉุกเฉินครั้งก่อนของคุณยังไม่มีผู้ตรวจเกิน 72 ชั่วโมง จึงเปิดเพิ่มไม่ได้ "
        "ขอให้หัวหน้าทีมหรือเจ้าหน้าที่คุ้มครองตรวจก่อน",
        "en": "An earlier emergency opening of yours has waited for its review for "
        "more than 72 hours, so no further one is possible. Ask a supervisor or "
        "protection officer to review it first.",
    }


@dataclass(frozen=True, slots=True)
class Broken:
    """What breaking the glass led to.

    Attributes:
        family_id: The family that can be read now.
        glass: The event; ``None`` where the reader could see the family anyway.
    """

    family_id: uuid.UUID
    glass: BreakGlass | None


def break_glass(*, reader: Reader, asked: str, category: str, reason: str) -> Broken:
    """Open a family of the own organisation for an hour, to read.

    Args:
        reader: Who asks.
        asked: The first eight letters of the family's id, or a thirteen-digit number.
        category: One of ``CATEGORIES``.
        reason: At least twenty letters.

    Raises:
        NotVisibleError: The reader's roles never break a glass.
        StepUpError: The second factor is not fresh.
        UnusableValueError: No reason, or no category.
        GlassWaitsError: Earlier openings wait for their review.
        GlassRefusedError: No such family, or not this one.
    """
    may_ask(reader)
    category = common.one_of("category", category, CATEGORIES)
    reason = _reason("reason", reason, SHORTEST)
    with transaction.atomic():
        broken = _break(reader, asked, category, reason)
    if broken is None:
        raise GlassRefusedError
    return broken


def may_ask(reader: Reader) -> None:
    """Stop who can never break a glass, or not now.

    Raises:
        NotVisibleError: No role of the reader's does.
        StepUpError: The second factor is not fresh.
        GlassWaitsError: Earlier openings wait for their review.
    """
    any_family = Thing(deciding.FAMILY, reader.actor.organisation)
    context = Context(reader.now)
    if Action.BREAK_GLASS not in deciding.what_may(reader.actor, any_family, context):
        raise NotVisibleError
    if not reader.actor.fresh:
        raise StepUpError
    late = reader.now - REVIEW_WITHIN + OPEN_FOR
    mine = BreakGlass.rows.filter(account=reader.actor.id, reviewed_at=None)
    if mine.filter(until__lt=late).exists():
        raise GlassWaitsError


@transaction.atomic
def review(
    *, reader: Reader, glass_id: uuid.UUID, found: str, remark: str
) -> BreakGlass:
    """Say whether a broken glass was justified: somebody else's, once, with a remark.

    Raises:
        NotVisibleError: No such event, or not one this reader reviews.
        UnusableValueError: No finding or no remark.
    """
    rows = visibility.allowed(BreakGlass.rows.all(), reader, Action.REVIEW)
    rows = rows.exclude(account=reader.actor.id).select_related("family")
    row = rows.select_for_update(of=("self",)).filter(pk=glass_id).first()
    if row is None:
        raise NotVisibleError
    found = common.one_of("found", found, FOUND)
    remark = _reason("remark", remark, 10)
    if row.reviewed_at is None:
        row.found, row.remark = found, remark
        row.reviewed_by_id, row.reviewed_at = reader.actor.id, reader.now
        common.keep_changed(row, reader)
        _audit(reader, row.family, "family.review", found)
        telling.tell([row.account_id], "glass_reviewed")
    return row


def _break(reader: Reader, asked: str, category: str, reason: str) -> Broken | None:
    """Return what was opened; ``None`` for a refusal, which is audited all the same."""
    family = glassfinding.one_family(reader.actor.organisation, asked)
    if family is None:
        nobody = Subject("account", str(reader.actor.id))
        record.write(reader.doer, "family.break_glass", [nobody], allowed=False)
        return None
    if visibility.decide(reader, family, Action.VIEW):
        return Broken(family.pk, None)
    if not visibility.decide(reader, family, Action.BREAK_GLASS):
        _audit(reader, family, "family.break_glass", category, allowed=False)
        return None
    row = BreakGlass(
        family=family,
        organisation_id=family.organisation_id,
        key=family.key,
        account_id=reader.actor.id,
        until=reader.now + OPEN_FOR,
        category=category,
        reason=reason,
    )
    common.keep_new(row, reader)
    _audit(reader, family, "family.break_glass", category)
    _tell_watchers(reader, family)
    return Broken(family.pk, row)


def _tell_watchers(reader: Reader, family: Family) -> None:
    """Tell supervisors and protection officers, but nobody who must not know of it."""
    watchers = staffing.watchers(family.organisation_id, family.team_id)
    hidden = Block.rows.filter(family=family, ended_at=None).values("account")
    told = watchers.exclude(pk=reader.actor.id).exclude(pk__in=hidden)
    telling.tell(told.values_list("pk", flat=True), "glass_broken")


def _audit(
    reader: Reader, family: Family, action: str, purpose: str, *, allowed: bool = True
) -> None:
    subject = common.family_subject(family)
    record.write(reader.doer, action, [subject], purpose=purpose, allowed=allowed)


def _reason(field: str, words: str, shortest: int) -> str:
    words = common.short_text(field, words)
    if len(words) < shortest:
        raise UnusableValueError(
            field,
            f"เขียนเหตุผลอย่างน้อย {shortest} ตัวอักษร (เขียนมา {len(words)}) "
            "คนที่ตรวจภายหลังจะอ่านข้อความนี้",
            f"Write at least {shortest} letters (these are {len(words)}): whoever "
            "reviews it reads this.",
        )
    return words
