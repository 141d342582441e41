"""The package as a Django application."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """Registers models, templates and static files."""

    name = "sathana.editorial"
    label = "editorial"
    default_auto_field = "django.db.models.BigAutoField"
