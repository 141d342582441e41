"""The package as a Django application."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Registers models, templates and static files."""

    name = "sathana.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"
