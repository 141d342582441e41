"""Protection as a Django application."""

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Registers the keys of records and organisations."""

    name = "sathana.protection"
    label = "protection"
    default_auto_field = "django.db.models.BigAutoField"
