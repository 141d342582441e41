"""The package as a Django application."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Registers models, templates and static files."""

    name = "sathana.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"
