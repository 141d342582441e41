"""Searching the whole site. What is typed is neither kept nor logged."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.library import siteindex
from sathana.search import question


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question with what holds its words, grouped by kind."""
    asked = request.GET.get("q", "")
    kind = request.GET.get("kind", "")[:30]
    found = siteindex.answer(asked, kind)
    counts = [(key, siteindex.kind_words(key), n) for key, n in found.counts.items()]
    context = {
        "section": "search",
        "asked": asked.strip()[: question.LONGEST],
        "found": found,
        "groups": siteindex.groups(found),
        "counts": counts,
        "kind": kind,
        "near": () if found.total else siteindex.near(asked),
        "longest": question.LONGEST,
        "most_words": question.MOST_WORDS,
    }
    return render(request, "library/search.html", context)
