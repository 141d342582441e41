"""Accounts as a Django application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers the models and templates of this package."""

    name = "sathana.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
