"""Addresses of the base: the design system."""

from django.urls import path

from sathana.web import views

urlpatterns = [path("design/", views.design, name="design")]
