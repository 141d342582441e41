"""The package as a Django application."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Registers models, templates and static files."""

    name = "sathana.learning"
    label = "learning"
    default_auto_field = "django.db.models.BigAutoField"
