"""Addresses of stored families. A name is never part of an address."""

from __future__ import annotations

from django.urls import URLPattern

from sathana.registry.views import (
    access,
    assess,
    consents,
    drafts,
    erasing,
    evidence,
    facts,
    families,
    homes,
    kin,
    opened,
    persons,
)

urlpatterns: list[URLPattern] = [
    *drafts.URLS,
    *families.URLS,
    *homes.URLS,
    *persons.URLS,
    *facts.URLS,
    *kin.URLS,
    *consents.URLS,
    *assess.URLS,
    *erasing.URLS,
    *access.URLS,
    *evidence.URLS,
    *opened.URLS,
]
