"""The package as a Django application."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Registers models, templates and static files."""

    name = "sathana.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
