"""Addresses of cases. A name is never part of an address."""

from __future__ import annotations

from django.urls import URLPattern

from sathana.casework.views import (
    cases,
    corrections,
    encounters,
    papers,
    plan,
    school,
    tracks,
)

urlpatterns: list[URLPattern] = [
    *cases.URLS,
    *tracks.URLS,
    *encounters.URLS,
    *corrections.URLS,
    *papers.URLS,
    *plan.URLS,
    *school.URLS,
]
