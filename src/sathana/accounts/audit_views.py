"""The auditor's pages: what the accounts of an organisation did; never whom they saw.

Families and persons stay pseudonyms here. Looking at the record is recorded too.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from sathana.accounts import decide, signed_in
from sathana.accounts.decide import Action, Context, Thing
from sathana.accounts.models import Account
from sathana.audit import kept, reading, record, words
from sathana.audit.heads import SignedHead
from sathana.audit.models import Entry
from sathana.audit.reading import Wanted, Worked
from sathana.audit.record import Subject
from sathana.calendars.dates import DateError, parse_day
from sathana.calendars.show import show_day
from sathana.text import arabic_digits
from sathana.web.languages import current

type Text = Mapping[str, str]

DEEDS = ("view", "list", "add", "change", "export", "print", "share", "erase",
         "break_glass", "assign", "seal", "block", "sign_in", "who_opened")  # fmt: skip
"""What the list can be cut to."""
PROGRAM = {"th": "โปรแกรม", "en": "the program"}
LONG_AGO = 10_000
"""The last page that is shown; a day or an account cuts the list further."""
DAYS = (1, 7, 31)


@dataclass(frozen=True, slots=True)
class Line:
    """Entries that one request wrote for one deed, as a line of the list.

    Attributes:
        subjects: The begin of each pseudonym: enough to tell two apart.
        numbers: First and last number; one if it is one entry.
    """

    when: str
    who: str
    what: Text
    about: Text
    subjects: tuple[str, ...]
    allowed: bool
    numbers: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A line of the summary."""

    worked: Worked
    day: str
    who: str
    between: str


@require_safe
@signed_in.needs_work
def entries(request: HttpRequest) -> HttpResponse:
    """List what the accounts of the auditor's organisation did."""
    organisation = _may_audit(request)
    names = _names(organisation)
    wanted, faults = _wanted(request.GET, names)
    page = reading.page_of(organisation, wanted, _number(request.GET))
    return _answer(
        request,
        "accounts/audit.html",
        {
            "part": "entries",
            "lines": _lines(page.entries, names),
            "page": page,
            "asked": request.GET,
            "faults": faults,
            "filtered": wanted != Wanted(),
            "query": _query(request.GET),
            "people": sorted(names.items(), key=lambda one: one[1]),
            "deeds": {name: words.of_deed(name) for name in DEEDS},
        },
    )


@require_safe
@signed_in.needs_work
def summary(request: HttpRequest) -> HttpResponse:
    """Say who did how much on each day, and what a person should look at."""
    organisation = _may_audit(request)
    names = _names(organisation)
    days = _days(request.GET)
    last = reading.thai(signed_in.reader(request).now).date()
    told = reading.worked(organisation, last - timedelta(days=days - 1), last)
    amounts = [_amount(one, names) for one in told]
    return _answer(
        request,
        "accounts/audit_summary.html",
        {
            "part": "summary",
            "flagged": [one for one in amounts if one.worked.flagged],
            "amounts": amounts,
            "days": days,
            "choices": DAYS,
            "many": reading.MANY,
        },
    )


def _may_audit(request: HttpRequest) -> uuid.UUID:
    """Return the organisation whose record may be read; it is recorded at once.

    Raises:
        Http404: This account is no auditor.
    """
    reader = signed_in.reader(request)
    organisation: uuid.UUID = reader.actor.organisation
    thing = Thing(kind="audit", organisation=organisation)
    context = Context(reader.now)
    if not decide.can(reader.actor, Action.AUDIT, thing, None, context):
        raise Http404
    with transaction.atomic():
        about = Subject("organisation", str(organisation))
        record.write(reader.doer, "audit.view", [about])
    return organisation


def _answer(request: HttpRequest, name: str, values: dict[str, Any]) -> HttpResponse:
    head = record.head()
    shown = {
        "section": "audit",
        "count_text": f"{head.seq:,}",
        "head": head,
        "kept": _newest_kept(),
    }
    return render(request, name, {**shown, **values})


def _newest_kept() -> dict[str, Any] | None:
    """Return the newest head that lies beside the data, and when it was signed."""
    found: SignedHead | None = None
    for _, one in kept.all_kept(settings.SATHANA_DATA):
        if one and (found is None or one.seq > found.seq):
            found = one
    if found is None:
        return None
    return {"seq": found.seq, "at": _when(datetime.fromisoformat(found.at))}


def _names(organisation: uuid.UUID) -> dict[uuid.UUID, str]:
    accounts = Account.objects.filter(organisation=organisation)
    return dict(accounts.values_list("id", "shown_name"))


def _lines(entries: Iterable[Entry], names: Mapping[uuid.UUID, str]) -> list[Line]:
    """Put entries that stand side by side and belong together into one line."""
    groups = groupby(entries, lambda e: (e.request or e.seq, e.action, e.allowed))
    return [_line(list(some), names) for _, some in groups]


def _line(some: list[Entry], names: Mapping[uuid.UUID, str]) -> Line:
    newest, oldest = some[0], some[-1]
    one = newest.seq == oldest.seq
    return Line(
        _when(newest.at),
        _who(newest.actor, names),
        words.of_action(newest.action),
        words.of_kind(newest.kind),
        tuple(dict.fromkeys(entry.subject[:8] for entry in reversed(some))),
        newest.allowed,
        str(newest.seq) if one else f"{oldest.seq} – {newest.seq}",
    )


def _amount(one: Worked, names: Mapping[uuid.UUID, str]) -> Amount:
    first, last = (f"{reading.thai(at):%H:%M}" for at in (one.first, one.last))
    between = first if first == last else f"{first} – {last}"
    day = show_day(one.day.toordinal(), current())
    return Amount(one, day, _who(one.actor, names), between)


def _who(actor: uuid.UUID | None, names: Mapping[uuid.UUID, str]) -> str:
    if actor is None:
        return PROGRAM[current()]
    return names.get(actor) or str(actor)[:8]


def _when(moment: datetime) -> str:
    thai = reading.thai(moment)
    return f"{show_day(thai.toordinal(), current())} {thai:%H:%M}"


def _wanted(
    asked: QueryDict, names: Mapping[uuid.UUID, str]
) -> tuple[Wanted, list[Text]]:
    """Return what is asked for; what cannot be read is said, and left out."""
    day, faults = _day(asked.get("day", ""))
    actor = next((one for one in names if str(one) == asked.get("who")), None)
    deed = asked.get("deed", "")
    return Wanted(
        day, actor, deed if deed in DEEDS else "", asked.get("refused") == "yes"
    ), faults


def _day(text: str) -> tuple[date | None, list[Text]]:
    """Read a day as a date field sends it; a year of the Buddhist era is taken too."""
    plain = arabic_digits(text.strip())[:20]
    if not plain:
        return None, []
    year = plain[:4]
    if year.isdigit() and int(year) > 2400:
        plain = f"{int(year) - 543}{plain[4:]}"
    try:
        return date.fromordinal(parse_day(plain)), []
    except DateError as fault:
        return None, [{"th": fault.th, "en": fault.en}]


def _number(asked: QueryDict) -> int:
    text = asked.get("page", "1")
    number = int(text) if text.isdecimal() and len(text) < 6 else 1
    return min(max(number, 1), LONG_AGO)


def _days(asked: QueryDict) -> int:
    return next((days for days in DAYS if str(days) == asked.get("days")), 7)


def _query(asked: QueryDict) -> str:
    kept_back = asked.copy()
    kept_back.pop("page", None)
    return kept_back.urlencode()


URLS: list[URLPattern] = [
    path("audit/", entries, name="audit"),
    path("audit/summary/", summary, name="audit-summary"),
]
