"""The library as a Django application."""

from django.apps import AppConfig
from django.conf import settings


class LibraryConfig(AppConfig):
    """Registers the templates of the library, and reads the updates of the law."""

    name = "sathana.library"
    label = "library"

    def ready(self) -> None:
        """Use the law with the updates that are installed on this machine."""
        from sathana.library import updated

        updated.start(settings.SATHANA_DATA)
