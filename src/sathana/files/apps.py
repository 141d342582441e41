"""Files as a Django application."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Registers the models and templates of this package."""

    name = "sathana.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
