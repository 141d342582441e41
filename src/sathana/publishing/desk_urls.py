"""Addresses of the directory of helpers in the editors' rooms."""

from __future__ import annotations

from django.urls import include, path

from sathana.editorial.door import behind_the_door
from sathana.publishing import desk

HELPERS = (
    [
        path("", desk.helpers, name="list"),
        path("new/", desk.new, name="new"),
        path("<uuid:helper>/verify/", desk.verify, name="verify"),
        path("<uuid:helper>/revoke/", desk.revoke, name="revoke"),
    ],
    "helper_desk",
)

urlpatterns = behind_the_door([path("", include(HELPERS))])
