"""Audit as a Django application."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Registers the models and templates of this package."""

    name = "sathana.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
