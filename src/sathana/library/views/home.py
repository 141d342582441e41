"""The first page: what this is, for whom, and what it does not say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.law import cases
from sathana.law.load import pack


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page."""
    law = pack()
    numbers = {"cases": len(cases.names()), "rules": len(law.rules)}
    return render(request, "library/home.html", {"numbers": numbers, "law": law})
