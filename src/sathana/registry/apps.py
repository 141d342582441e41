"""The registry as a Django application."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Registers the models and templates of this package."""

    name = "sathana.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"
