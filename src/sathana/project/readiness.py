"""The rooms of work answer only where there is an installation; the open ones always.

Decided when the process starts: what is installed later needs a new start, since the
process that writes takes its lock, and its keys, when it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from sathana.protection import keyfile
from sathana.registry.keeping import onebox, ready
from sathana.web.middleware import NEED_A_DATABASE, OPEN_ROOMS

_OPEN = (*OPEN_ROOMS, "sathana.project.", "whitenoise.", "django.views.")
_TITLE = {
    "th": "เครื่องนี้ยังไม่ได้ตั้งระบบเก็บข้อมูล",
    "en": "This machine is not set up to keep people's data yet",
}
_OPEN_STILL = {
    "th": "หน้าสาธารณะ (ลองกับครอบครัว คลังกรณีศึกษา กฎหมาย) ใช้ได้ตามปกติ",
    "en": "The public pages (try a family, cases, the law) work as always.",
}


def trouble() -> ready.Text | None:
    """Return what is missing for work on this machine; ``None`` if nothing is."""
    return ready.missing(settings.DATABASES["default"], keyfile.path())


def hold(folder: Path) -> onebox.Held:
    """Take the lock of the process that writes, if there is something to write to.

    Raises:
        SystemExit: Another process has it; the message says what to do.
    """
    database = settings.DATABASES["default"]
    if ready.file_of(database) is None or trouble():
        return onebox.Held()
    try:
        return onebox.to_write(folder, "sathana start", seconds=5)
    except onebox.TakenError as fault:
        raise SystemExit("\n".join(fault.text.values())) from fault


class Readiness:
    """Answers for the rooms of work with how to set up, where nothing is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.trouble = trouble()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, callback: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Say what is missing, unless the page belongs to an open room."""
        if self.trouble is None:
            return None
        module = getattr(callback, "__module__", "")
        if module.startswith(_OPEN) and not module.startswith(NEED_A_DATABASE):
            return None
        advice = {
            # Not the trouble itself: it names a folder of this machine.
            lang: f"{ready.HOW[lang]} {_OPEN_STILL[lang]}"
            for lang in _OPEN_STILL
        }
        context = {"status": 503, "title": _TITLE, "advice": advice}
        content = render_to_string("web/error.html", context, request)
        return HttpResponse(content, status=503)
