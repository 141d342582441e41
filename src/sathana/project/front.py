"""The first page: the public site where there is one, else the tools that need none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sathana.library.views.home import home as tools
from sathana.project import readiness
from sathana.publishing import views


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page; where nothing is installed, the rooms that always answer."""
    if readiness.trouble() is not None:
        return tools(request)
    return views.serve(request, "")
