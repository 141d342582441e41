"""This rule is wrong: a note about the law, the one thing that this site keeps.

Nobody is asked who they are, and what seems to be about a person is refused and given
back in the form. Others cannot send the form in a visitor's name: it must come from a
page of this site (``Origin``) and bear a stamp that only this site can make.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sathana.law import notes
from sathana.law.load import pack
from sathana.law.model import Text
from sathana.law.stored import BusyError, locked
from sathana.web.dates import today

_STAMP = signing.TimestampSigner(salt="sathana.wrong")
_LASTS = 24 * 3600
"""Seconds for which a stamp is good."""
_FIELDS = {"about": 90, "reason": 40, "source": 600, "says": 2000}
"""Fields of the form, and how much of each is looked at."""
_OLD: Text = {
    "th": "แบบฟอร์มนี้เปิดไว้นานเกินไป หรือไม่ได้ส่งจากหน้าของเรา สิ่งที่พิมพ์ยังอยู่ครบ กดส่งอีกครั้ง",
    "en": "This form was open for too long, or was not sent from our page. What you "
    "typed is still here: press the button again.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the form, or keep a note."""
    sent = request.POST if request.method == "POST" else request.GET
    fields = {name: str(sent.get(name, ""))[:most] for name, most in _FIELDS.items()}
    if request.method != "POST":
        return _form(request, fields | {"source": "", "says": ""})
    if not _ours(request):
        return _form(request, fields, fault=_OLD, status=403)
    try:
        note = notes.check(notes.Note(today().isoformat(), "", **fields), pack())
    except notes.NoteError as error:
        return _form(request, fields, fault=error.text, field=error.field, status=422)
    context = {
        "section": "wrong",
        "fields": fields,
        "done": notes.line_of(note, indent=1),
        "kept": _keep(note),
    }
    return render(request, "library/wrong.html", context)


def _keep(note: notes.Note) -> bool:
    """Keep a note; return False where this machine cannot."""
    try:
        with locked(settings.SATHANA_DATA):
            notes.add(settings.SATHANA_DATA, note)
    except (OSError, BusyError, notes.FullError):
        return False
    return True


def _ours(request: HttpRequest) -> bool:
    """Tell whether a form came from a page of ours, and not too long ago.

    The middleware has refused an ``Origin`` that is another site's already; here one
    of the headers that every browser sends with a form must be there.
    """
    told = request.headers.get("Origin") or request.headers.get("Sec-Fetch-Site")
    try:
        _STAMP.unsign(request.POST.get("stamp", ""), max_age=_LASTS)
    except signing.BadSignature:
        return False
    return bool(told)


def _form(
    request: HttpRequest,
    fields: Mapping[str, str],
    *,
    fault: Text | None = None,
    field: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show the form with what was typed, and what is wrong with it."""
    context = {
        "section": "wrong",
        "fields": fields,
        "fault": fault,
        "wrong_field": field,
        "title": notes.ids(pack()).get(fields["about"]),
        "reasons": tuple(notes.REASONS.items()),
        "stamp": _STAMP.sign("note"),
    }
    return render(request, "library/wrong.html", context, status=status)
