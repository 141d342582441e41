"""The word of the day: one notice a day to each worker who has something to look at.

A message leaves the machine only where the operator has set a host and the worker an
address, and it says nothing but that there is something to look at.
"""

from __future__ import annotations

import logging
import smtplib
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from sathana.accounts.menu import CASEWORK
from sathana.accounts.models import Account, Organisation
from sathana.casework import days
from sathana.casework.models import DigestMail, DigestTold
from sathana.casework.selectors import calendars
from sathana.casework.stand_in import reader_for
from sathana.notices import telling
from sathana.registry import staffing, walls
from sathana.registry.reader import Reader
from sathana.registry.services import common

log = logging.getLogger("sathana.casework")
KIND = "digest"
SUBJECT = "สถานะ: มีเรื่องให้ดู / Sathana: something to look at"
BODY = (
    "วันนี้มีเรื่องที่ครบกำหนดหรือใกล้ครบ เข้าสู่ระบบเพื่อดู\n"
    "อีเมลนี้ไม่มีข้อมูลของใคร และไม่มีลิงก์ เพื่อไม่ให้ใครปลอมได้\n\n"
    "Something is due or overdue today. Sign in to see it.\n"
    "This message tells of nobody, and holds no link, so that none can be forged.\n"
)
"""All that a message ever says."""


@dataclass(slots=True)
class Sent:
    """What a run did.

    Attributes:
        looked: Accounts looked at; ``told`` those with a notice; ``mailed`` those with
            a message; ``failed`` messages that the host did not take.
    """

    looked: int = 0
    told: int = 0
    mailed: int = 0
    failed: int = 0


def run(now: datetime | None = None) -> Sent:
    """Give each worker the word of the day, once a day however often it runs."""
    now, sent = now or timezone.now(), Sent()
    for organisation in Organisation.objects.filter(closed_at=None).order_by("id"):
        with walls.standing_for(connection, organisation.id):
            for account in staffing.holders(organisation.id, CASEWORK):
                _to(account, now, sent)
    return sent


def _to(account: Account, now: datetime, sent: Sent) -> None:
    reader = reader_for(account, now, "digest")
    today = common.thai_day(now)
    if reader is None or DigestTold.objects.filter(account=account, on=today).exists():
        return
    sent.looked += 1
    if not has_something(reader, today) or not _told_now(account, today):
        return
    sent.told += 1
    _mail(account, today, sent)


def has_something(reader: Reader, today: date) -> bool:
    """Say whether something of an account's own is over, or comes within two weeks."""
    over, soon = days.split(calendars.days_of(reader), today)
    return any(one.kind != "appointment" for one in over) or bool(soon)


def _told_now(account: Account, today: date) -> bool:
    """Tell an account, unless another run did so meanwhile."""
    try:
        with transaction.atomic():
            DigestTold.objects.create(account=account, on=today)
            telling.tell([account.pk], KIND)
    except IntegrityError:
        return False
    return True


def _mail(account: Account, today: date, sent: Sent) -> None:
    """Send the message, where host and address are set; a fault stops nobody else's."""
    to = DigestMail.objects.filter(account=account).first()
    if to is None or not settings.SATHANA_MAIL_HOST:
        return
    message = EmailMessage(SUBJECT, BODY, settings.SATHANA_MAIL_FROM, [to.address])
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as fault:
        # The message of the fault may quote the address.
        log.error("%s while sending the word of the day", type(fault).__name__)
        sent.failed += 1
        return
    rows = DigestTold.objects.filter(account=account, on=today)
    rows.update(mailed_at=timezone.now())
    sent.mailed += 1
