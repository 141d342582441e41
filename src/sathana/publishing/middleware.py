"""Says of an answer that it is the same for everybody and may be kept ready."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sathana.publishing.cached import MARK
from sathana.web.middleware import OPEN_ROOMS


def mark_public(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Mark whole pages of the open rooms that were asked for without a question."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if _is_public(request, response):
            response.headers[MARK] = "1"
        return response

    return handle


def _is_public(request: HttpRequest, response: HttpResponse) -> bool:
    if request.path.startswith(settings.STATIC_URL):
        return request.method == "GET" and response.status_code == 200
    match = request.resolver_match
    module = getattr(match.func, "__module__", "") if match else ""
    return (
        request.method == "GET"
        and response.status_code == 200
        and not getattr(response, "streaming", False)
        and not request.META.get("QUERY_STRING")
        and module.startswith(OPEN_ROOMS)
        and "Set-Cookie" not in response.headers
        and not response.cookies
        and "no-store" not in response.headers.get("Cache-Control", "")
    )
