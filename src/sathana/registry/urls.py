"""Addresses of stored families. A name is never part of an address."""

from __future__ import annotations

from django.urls import URLPattern

from sathana.registry.views import opened

urlpatterns: list[URLPattern] = [*opened.URLS]
