"""Addresses of cases. A name is never part of an address."""

from __future__ import annotations

from django.urls import URLPattern

from sathana.casework.views import (
    appointments,
    calendars,
    cases,
    clocks,
    encounters,
    offices,
    tracks,
)

urlpatterns: list[URLPattern] = [
    *cases.URLS, *tracks.URLS, *encounters.URLS,
    *clocks.URLS, *appointments.URLS, *offices.URLS, *calendars.URLS,
]  # fmt: skip
