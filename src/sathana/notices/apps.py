"""Notices as a Django application."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Registers the models and templates of this package."""

    name = "sathana.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
