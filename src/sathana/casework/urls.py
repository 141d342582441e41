"""Addresses of cases. A name is never part of an address."""

from __future__ import annotations

from django.urls import URLPattern

from sathana.casework.views import cases, encounters, lawchange, tracks

urlpatterns: list[URLPattern] = [*cases.URLS, *tracks.URLS, *encounters.URLS]
urlpatterns += lawchange.URLS
