"""What happens when a page becomes public, or is taken down."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from sathana.accounts.reader import Reader
from sathana.audit import record
from sathana.editorial.models import PublicPage
from sathana.search import services as search
from sathana.web.dates import today

TAKEN_DOWN = "sathana.take_down"
"""The action under which a page's own log keeps the reason."""


def became_public(page: PublicPage) -> None:
    """Write down what a page teaches, as the law says it on this day."""
    search.teach(page.item, page.references(), today())


def no_longer_public(page: PublicPage) -> None:
    """Forget what a page taught, and let nobody find it."""
    search.unteach(page.item)
    search.take_away(page.item)


def take_down(page: Any, reader: Reader, why: str) -> None:
    """Take a page off the public site, with the reason, in one transaction."""
    from sathana.accounts.models import Account

    with transaction.atomic():
        doer = Account.objects.get(pk=reader.actor.id)
        page.unpublish()  # asked for above; no group holds the framework's permission
        log(instance=page, action=TAKEN_DOWN, user=doer, data={"why": why})
        record.write(
            reader.doer, "page.withdraw", [record.Subject("page", str(page.pk))]
        )
