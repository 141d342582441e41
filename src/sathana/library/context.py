"""What every template is told of the law: trouble with it, and how to note a fault."""

from __future__ import annotations

from django.http import HttpRequest

from sathana.library import updated


def law(request: HttpRequest) -> dict[str, object]:
    """Return the trouble with updates, and what a note from this page is about."""
    return {"law_trouble": updated.trouble(), "wrong_about": about(request)}


def about(request: HttpRequest) -> str:
    """Return what a page is about, as a note names it: a rule, a case, or the page."""
    match = request.resolver_match
    if match is None or not match.url_name:
        return "page/other"
    if match.url_name == "wrong":
        return request.GET.get("about", "page/wrong")[:90]
    for name in ("rule", "id", "key", "provision", "instrument", "procedure"):
        if name in match.kwargs:
            return str(match.kwargs[name])[:90]
    if match.url_name == "case":
        return f"case/{match.kwargs['name']}"[:90]
    return f"page/{match.url_name}"
