"""All addresses: Thai at the root, English under ``/en/``."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.http import require_safe

from sathana.project.front import home
from sathana.publishing.urls import ROOT


@require_safe
def thai_is_the_root(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Lead an address that names Thai to the same page without the prefix."""
    # Leading slashes would make the target another site's address.
    return HttpResponsePermanentRedirect("/" + rest.lstrip("/\\"))


urlpatterns: list[URLPattern | URLResolver] = [
    path("th/", thai_is_the_root),
    path("th/<path:rest>", thai_is_the_root),
    *ROOT,
    *i18n_patterns(
        path("", home, name="home"),
        path("edit/helpers/", include("sathana.publishing.desk_urls")),
        path("edit/", include("sathana.editorial.urls")),
        path("", include("sathana.library.urls")),
        path("", include("sathana.learning.work_urls")),
        path("", include("sathana.learning.urls")),
        path("", include("sathana.accounts.urls")),
        path("", include("sathana.registry.urls")),
        path("", include("sathana.casework.urls")),
        path("", include("sathana.notices.urls")),
        path("", include("sathana.media.urls")),
        path("", include("sathana.web.urls")),
        path("", include("sathana.publishing.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "sathana.web.errors.bad_request"
handler403 = "sathana.web.errors.permission_denied"
handler404 = "sathana.web.errors.page_not_found"
handler500 = "sathana.web.errors.server_error"
