"""Casework as a Django application."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Registers the models and templates of this package."""

    name = "sathana.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
