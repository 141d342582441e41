"""The page on which it is decided who may see a family."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods

from sathana.accounts import signed_in
from sathana.accounts.decide import Group
from sathana.registry import staffing
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    RegistryError,
    UnusableValueError,
)
from sathana.registry.reader import Reader
from sathana.registry.selectors import access as reading
from sathana.registry.services import access as services
from sathana.registry.views import glass
from sathana.registry.views.work import page_of_work
from sathana.web.languages import Text

GROUPS: tuple[tuple[Group, Text], ...] = (
    (Group.OUTLINE, {"th": "ชื่อครอบครัวและสถานะงาน", "en": "Title and state of work"}),
    (Group.NAMES, {"th": "ชื่อคน", "en": "Names"}),
    (Group.NUMBER, {"th": "เลขประจำตัว 13 หลัก", "en": "13-digit numbers"}),
    (Group.CONTACT, {"th": "ที่อยู่และวิธีติดต่อ", "en": "Whereabouts and contact"}),
    (Group.FACTS, {"th": "ข้อเท็จจริงและผลวิเคราะห์", "en": "Facts and assessment"}),
    (Group.KINSHIP, {"th": "ความเป็นญาติ", "en": "Kinship"}),
    (Group.EVIDENCE, {"th": "พยานหลักฐาน", "en": "Papers and evidence"}),
    (Group.CONSENT, {"th": "ความยินยอม", "en": "Consent"}),
    (Group.NOTES, {"th": "บันทึกของทีม", "en": "Notes"}),
)
"""Groups of fields, as the form of sharing names them."""
DONE: dict[str, Text] = {
    "assign": {"th": "มอบหมายแล้ว", "en": "Assigned."},
    "unassign": {"th": "เลิกมอบหมายแล้ว", "en": "The assignment has ended."},
    "share": {"th": "แบ่งปันแล้ว", "en": "Shared."},
    "unshare": {"th": "ถอนการแบ่งปันแล้ว", "en": "The share was taken back."},
    "seal": {"th": "ปิดผนึกแล้ว", "en": "Sealed."},
    "unseal": {"th": "เปิดผนึกแล้ว", "en": "Opened again to those who work with it."},
    "block": {"th": "กันออกแล้ว", "en": "Hidden from that colleague."},
    "unblock": {"th": "ยกเลิกการกันแล้ว", "en": "The block has ended."},
}


@require_http_methods(["GET", "HEAD", "POST"])
@page_of_work
def page(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show who may see a family, or change it."""
    reader = signed_in.reader(request)
    if request.method == "POST":
        return _change(request, reader, family)
    return _show(request, reader, family, signed_in.kept_form(request))


def _change(request: HttpRequest, reader: Reader, family: uuid.UUID) -> HttpResponse:
    """Do what a form asks; what cannot be done comes back with what was typed."""
    verb = request.POST.get("do", "")
    try:
        if verb not in _VERBS:
            raise UnusableValueError("do", "ไม่รู้จักคำสั่งนี้", "There is no such command.")
        _VERBS[verb](reader, family, request.POST)
    except (NotVisibleError, NotAllowedError):
        raise
    except RegistryError as fault:
        return _show(request, reader, family, request.POST, fault)
    signed_in.form_saved(request)
    try:
        reading.access(reader, family)
    except (NotVisibleError, NotAllowedError):
        # Sealed, or hidden from oneself: the page is gone for whoever did it.
        return render(request, "registry/access_done.html", {"done": DONE[verb]})
    address = reverse("family-access", args=[family])
    return HttpResponseRedirect(f"{address}?done={verb}")


def _show(
    request: HttpRequest,
    reader: Reader,
    family: uuid.UUID,
    typed: QueryDict | None = None,
    fault: RegistryError | None = None,
) -> HttpResponse:
    view = reading.access(reader, family)
    context = {
        "view": view,
        "family": view.family,
        "may": {action.value for action in view.may},
        "groups": GROUPS,
        "categories": glass.CATEGORIES,
        "typed": typed or {},
        "chosen": typed.getlist("groups") if typed else [],
        "officers": typed.getlist("officers") if typed else [],
        "fault": fault,
        "field": getattr(fault, "field", ""),
        "done": DONE.get(request.GET.get("done", "")),
        "section": "families",
    }
    status = 422 if fault else 200
    return render(request, "registry/access.html", context, status=status)


# --- the forms ------------------------------------------------------------------------


def _assign(reader: Reader, family: uuid.UUID, form: QueryDict) -> None:
    services.assign(reader=reader, family_id=family, account_id=_id(form, "worker"))


def _unassign(reader: Reader, _: uuid.UUID, form: QueryDict) -> None:
    services.unassign(reader=reader, assignment_id=_id(form, "row"))


def _share(reader: Reader, family: uuid.UUID, form: QueryDict) -> None:
    to = _id(form, "to")
    services.share(
        reader=reader,
        family_id=family,
        to_id=to,
        account_id=_by_name(to, form.get("username", "").strip()),
        groups=form.getlist("groups"),
        purpose=form.get("purpose", ""),
        until=_end_of(form.get("until", "")),
    )


def _unshare(reader: Reader, _: uuid.UUID, form: QueryDict) -> None:
    services.withdraw_share(reader=reader, share_id=_id(form, "row"))


def _seal(reader: Reader, family: uuid.UUID, form: QueryDict) -> None:
    officers = [_as_id("officers", one) for one in form.getlist("officers")]
    services.seal(reader=reader, family_id=family, officer_ids=officers)


def _unseal(reader: Reader, family: uuid.UUID, _: QueryDict) -> None:
    services.unseal(reader=reader, family_id=family)


def _block(reader: Reader, family: uuid.UUID, form: QueryDict) -> None:
    services.block(
        reader=reader,
        family_id=family,
        account_id=_id(form, "account"),
        reason=form.get("reason", ""),
    )


def _unblock(reader: Reader, _: uuid.UUID, form: QueryDict) -> None:
    services.unblock(reader=reader, block_id=_id(form, "row"))


_VERBS: dict[str, Callable[[Reader, uuid.UUID, QueryDict], None]] = {
    "assign": _assign,
    "unassign": _unassign,
    "share": _share,
    "unshare": _unshare,
    "seal": _seal,
    "unseal": _unseal,
    "block": _block,
    "unblock": _unblock,
}


def _id(form: QueryDict, field: str) -> uuid.UUID:
    return _as_id(field, form.get(field, ""))


def _as_id(field: str, text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise UnusableValueError(
            field, "เลือกจากรายการก่อน", "Choose one from the list first."
        ) from None


def _by_name(to: uuid.UUID, username: str) -> uuid.UUID | None:
    """Return the account of another organisation that was named; nobody lists them."""
    if not username:
        return None
    readers = staffing.holders(to, staffing.READERS)
    found = readers.filter(username=username).values_list("pk", flat=True).first()
    if found is None:
        raise UnusableValueError(
            "username",
            "องค์กรนั้นไม่มีบัญชีชื่อนี้ที่อ่านข้อมูลที่แบ่งปันได้ ถามชื่อบัญชีจากองค์กรนั้น หรือเว้นว่างไว้",
            "That organisation has no account of this name that may read what is "
            "shared. Ask them for the name, or leave it empty.",
        )
    return found


def _end_of(text: str) -> datetime:
    """Return the end of a day in Thailand, as a share's last moment."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise UnusableValueError(
            "until",
            f"อ่านวันที่ “{text[:20]}” ไม่ได้ เขียนแบบ 2027-01-31",
            f"The day “{text[:20]}” cannot be read. Write it like 2027-01-31.",
        ) from None
    midnight = datetime.combine(day, time.min, UTC) + timedelta(days=1)
    return midnight - timedelta(hours=7)


URLS: list[URLPattern] = [
    path("families/<uuid:family>/access/", page, name="family-access"),
    path("glass/", glass.ask, name="glass"),
    path("glass/review/", glass.review, name="glass-review"),
]
