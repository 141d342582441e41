"""The secret address of a worker's calendar, and where the word of the day goes."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection, transaction

from sathana.accounts.models import Account
from sathana.audit import record
from sathana.audit.record import Doer, Subject
from sathana.casework.models import CalendarFeed, DigestMail
from sathana.casework.selectors import calendars as selectors
from sathana.casework.stand_in import reader_for
from sathana.registry import walls
from sathana.registry.errors import UnusableValueError
from sathana.registry.reader import Reader

_BYTES = 32
MOST = 5
"""Most addresses of one account that hold at a time: one a device."""


def hashed(secret: str) -> str:
    """Return what is stored of a secret: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_feed(*, reader: Reader) -> str:
    """Make a secret address for the reader's own calendar; it is told once.

    Returns:
        The secret.

    Raises:
        UnusableValueError: Too many addresses hold already.
    """
    rows = CalendarFeed.objects.select_for_update().filter(
        account=reader.actor.id, revoked_at=None
    )
    if len(rows) >= MOST:
        raise UnusableValueError(
            "feed",
            f"มีที่อยู่ปฏิทินที่ใช้ได้อยู่แล้ว {MOST} แห่ง ให้ยกเลิกที่ไม่ใช้ก่อน",
            f"{MOST} addresses hold already: end one that is not used.",
        )
    secret = secrets.token_urlsafe(_BYTES)
    CalendarFeed.objects.create(account_id=reader.actor.id, token=hashed(secret))
    _tell(reader.doer, "calendar.make", reader.actor.id)
    return secret


@transaction.atomic
def end_feed(*, reader: Reader, feed_id: uuid.UUID | None) -> int:
    """End one of the reader's own addresses, or all of them; return how many."""
    rows = CalendarFeed.objects.filter(account=reader.actor.id, revoked_at=None)
    if feed_id is not None:
        rows = rows.filter(id=feed_id)
    ended = rows.update(revoked_at=reader.now)
    if ended:
        _tell(reader.doer, "calendar.end", reader.actor.id)
    return ended


def read_feed(secret: str, now: datetime, request: str, language: str) -> bytes | None:
    """Return the calendar behind a secret address; ``None`` if there is none.

    An ended address, one never made, and one of an account that may not work are the
    same nothing. The look is in the audit chain before anything is returned.
    """
    feed = CalendarFeed.objects.filter(token=hashed(secret), revoked_at=None).first()
    if feed is None:
        return None
    account = Account.objects.get(pk=feed.account_id)
    reader = reader_for(account, now, request)
    if reader is None:
        return None
    with walls.standing_for(connection, account.organisation_id):
        made = selectors.feed(reader, language)
        with transaction.atomic():
            CalendarFeed.objects.filter(pk=feed.pk).update(read_at=now)
            _tell(reader.doer, "calendar.read", account.pk)
    return made


def mail_is_possible() -> bool:
    """Say whether the operator has set a mail host."""
    return bool(settings.SATHANA_MAIL_HOST)


@transaction.atomic
def set_mail(*, reader: Reader, address: str) -> None:
    """Keep where the reader wants the word of the day; ``""``: nowhere.

    Raises:
        UnusableValueError: It is no address.
    """
    address = address.strip()
    if not address:
        if DigestMail.objects.filter(account=reader.actor.id).delete()[0]:
            _tell(reader.doer, "digest.mail_end", reader.actor.id)
        return
    try:
        validate_email(address)
    except ValidationError:
        raise UnusableValueError(
            "address",
            "นี่ไม่ใช่ที่อยู่อีเมล ตรวจตัวสะกด",
            "This is no e-mail address: look at its spelling.",
        ) from None
    DigestMail.objects.update_or_create(
        account_id=reader.actor.id, defaults={"address": address}
    )
    _tell(reader.doer, "digest.mail_set", reader.actor.id)


def _tell(doer: Doer, action: str, account: uuid.UUID) -> None:
    record.write(doer, action, [Subject("account", str(account))])
