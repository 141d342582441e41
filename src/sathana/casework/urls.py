"""Addresses of cases. A name is never part of an address."""

from __future__ import annotations

from django.urls import URLPattern

from sathana.casework.views import (
    after,
    appointments,
    calendars,
    cases,
    clocks,
    corrections,
    costs,
    encounters,
    handover,
    lawchange,
    offers,
    offices,
    papers,
    plan,
    readiness,
    school,
    tracks,
)

ROOMS = (
    cases,
    tracks,
    after,
    encounters,
    appointments,
    calendars,
    clocks,
    corrections,
    lawchange,
    handover,
    offers,
    costs,
    offices,
    papers,
    plan,
    readiness,
    school,
)

urlpatterns: list[URLPattern] = [url for room in ROOMS for url in room.URLS]
