"""Addresses of stored families. A name is never part of an address."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
