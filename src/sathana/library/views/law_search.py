"""Searching the law. What is typed is neither kept nor logged."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.library import lawentries
from sathana.library.lawplaces import SHELVES
from sathana.search import question
from sathana.web.languages import current


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question with the records that hold its words, grouped by kind."""
    asked = request.GET.get("q", "")
    kind = request.GET.get("kind", "")
    kind = kind if kind in SHELVES else ""
    found = lawentries.index().search(asked, current(), kind)
    context = {
        "section": "law",
        "law": pack(),
        "asked": asked.strip()[: question.LONGEST],
        "found": found,
        "kind": kind,
        "longest": question.LONGEST,
        "most_words": question.MOST_WORDS,
    }
    return render(request, "library/law_search.html", context)
