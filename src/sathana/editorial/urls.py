"""Addresses of the editors' rooms: the framework's, behind our door."""

from __future__ import annotations

from django.urls import include, path
from wagtail.admin import urls as framework
from wagtail.utils.urlpatterns import decorate_urlpatterns

from sathana.editorial import views
from sathana.editorial.door import enter

OURS = (
    [
        path("stale/", views.stale, name="stale"),
        path("take-down/<int:page>/", views.take_down, name="take-down"),
    ],
    "editorial",
)

urlpatterns = decorate_urlpatterns(
    [path("ours/", include(OURS)), *framework.urlpatterns], enter
)
