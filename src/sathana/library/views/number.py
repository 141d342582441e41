"""What a thirteen-digit number shows. The number travels in the form and is not kept.

No address, no log and no disk ever holds it: it comes by POST, and the page that goes
back may not be stored by anybody on the way.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from sathana.law.load import pack
from sathana.library import numberpage
from sathana.text.id13 import Id13Error
from sathana.web.languages import other

LONGEST = 60
"""Signs that are read of the field; a number has thirteen, with dashes seventeen."""


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the empty form with the table, or what the number that was sent shows."""
    context = {"section": "law", "law": pack(), "longest": LONGEST}
    if request.method != "POST":
        return _render(request, context | {"table": numberpage.table()})
    typed = request.POST.get("number", "")[:LONGEST]
    context["typed"] = typed
    try:
        context["number"] = numberpage.read(typed)
        context["other_number_url"] = _in_other_language()
    except Id13Error as error:
        context["fault"] = {"th": error.th, "en": error.en}
        return _render(request, context, status=422)
    return _render(request, context)


def _in_other_language() -> str:
    """Return the address of this page in the other language."""
    with translation.override(other()):
        return reverse("id13")


def _render(
    request: HttpRequest, context: dict[str, object], status: int = 200
) -> HttpResponse:
    return render(request, "library/id13.html", context, status=status)
