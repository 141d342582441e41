"""The library as a Django application."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Registers the templates of the library."""

    name = "sathana.library"
    label = "library"
