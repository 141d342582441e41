"""Protection as a Django application."""

from typing import Any

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Registers the keys of records and organisations."""

    name = "sathana.protection"
    label = "protection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let no opened key outlive the request that opened it."""
        from django.core.signals import request_finished, request_started

        # At the start as well: a request may end in another thread than it began.
        request_finished.connect(_forget, dispatch_uid="protection.forget")
        request_started.connect(_forget, dispatch_uid="protection.forget")


def _forget(**_: Any) -> None:
    from sathana.protection import keys

    keys.forget()
