"""The page that shows the design system: every token and component in use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.web.templatetags.components import ANSWERS, MARKS, PATHWAYS

COLOURS = (
    "ground", "surface", "surface-2", "line", "line-strong", "ink", "ink-soft",
    "indigo", "indigo-deep", "thread", "thread-bright", "marigold", "link",
    "yes", "yes-soft", "no", "no-soft", "unknown", "unknown-soft",
    "contested", "contested-soft", "caution-soft",
)  # fmt: skip
SPACES = ("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8")


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Show tokens and components, in both languages and both themes."""
    return render(
        request,
        "web/design.html",
        {
            "colours": COLOURS,
            "spaces": SPACES,
            "answers": list(ANSWERS),
            "pathways": list(PATHWAYS),
            "marks": list(MARKS),
        },
    )
