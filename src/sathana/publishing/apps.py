"""The package as a Django application."""

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class PublishingConfig(AppConfig):
    """Registers pages and templates; lays the site in every database it meets."""

    name = "sathana.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to what becomes public."""
        from wagtail.signals import page_published, page_unpublished

        from sathana.publishing import edition, going_public
        from sathana.search import apart

        # The last of all: by then every permission has been made.
        last = list(apps.get_app_configs())[-1]
        post_migrate.connect(_lay, sender=last)
        page_published.connect(going_public.published)
        page_unpublished.connect(going_public.unpublished)
        apart.ask(edition.current, going_public.unreadable)


def _lay(plan: Any = (), **_: Any) -> None:
    """Lay the site after the database took its steps, or was emptied."""
    from sathana.publishing.sites import lay_site

    lay_site()
