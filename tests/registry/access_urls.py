"""All addresses, and stand-ins for those of other rooms that are not there yet."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, path, reverse

from sathana.notices.urls import urlpatterns as notices
from sathana.project import urls
from sathana.registry.views import access

handler404 = urls.handler404
handler500 = urls.handler500


def stand_in(request: HttpRequest, **_: object) -> HttpResponse:
    return HttpResponse("stand-in")


STAND_INS = {
    "families": "families/",
    "family-new": "families/new/",
    "family": "families/<uuid:family>/",
    "organisation": "organisation/",
    "organisations": "organisations/",
    "audit": "audit/",
    "my": "my/",
}


def _missing(name: str, address: str) -> bool:
    zero = "00000000-0000-0000-0000-000000000000"
    try:
        reverse(name, "sathana.project.urls", args=[zero] if "<" in address else [])
    except NoReverseMatch:
        return True
    return False


urlpatterns = [
    *i18n_patterns(
        *(
            path(address, stand_in, name=name)
            for name, address in STAND_INS.items()
            if _missing(name, address)
        ),
        *(access.URLS if _missing("glass", "") else []),
        *(notices if _missing("notices", "") else []),
        prefix_default_language=False,
    ),
    *urls.urlpatterns,
]
