"""The site's addresses; those of rooms that are not built yet lead nowhere."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, get_resolver, path, reverse

from sathana.project import urls
from sathana.registry.views import evidence

FAMILY = "0" * 8 + "-0000-4000-8000-" + "0" * 12


def nothing(request: HttpRequest, **_: object) -> HttpResponse:
    return HttpResponse(status=404)


def missing() -> list:
    found = []
    names = ["families", "family-new", "notices", "organisation", "organisations"]
    for name in (*names, "audit", "my"):
        try:
            reverse(name, urlconf=urls)
        except NoReverseMatch:
            found.append(path(f"not-built/{name}/", nothing, name=name))
    if "evidence-list" not in get_resolver(urls.__name__).reverse_dict:
        found += evidence.URLS
    return found


urlpatterns = [
    *urls.urlpatterns,
    *i18n_patterns(*missing(), prefix_default_language=False),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
