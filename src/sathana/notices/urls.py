"""Address of the notices."""

from __future__ import annotations

from django.urls import URLPattern, path

from sathana.notices import views

urlpatterns: list[URLPattern] = [path("notices/", views.notices, name="notices")]
