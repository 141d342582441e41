"""Accounts as a Django application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers the models and templates of this package; listens to signing in."""

    name = "sathana.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to signing in."""
        from sathana.accounts import signals  # noqa: F401
