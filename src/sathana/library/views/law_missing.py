"""An address of the law that leads nowhere: what was probably meant."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sathana.law.load import pack
from sathana.library import lawentries


def missing(request: HttpRequest, key: str) -> HttpResponse:
    """Answer that there is no such record, with the nearest ones and a search.

    Args:
        request: The request.
        key: The id that stood in the address; never trusted.
    """
    context = {"section": "law", "law": pack(), "near": lawentries.nearest(key)}
    return render(request, "library/law_missing.html", context, status=404)
