"""Casework as a Django application."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Registers the models and templates of this package."""

    name = "sathana.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the link to its cases on the page of each family."""
        from sathana.accounts.decide import Group
        from sathana.registry import cards

        title = {"th": "กรณีและการติดต่อสำนักงาน", "en": "Cases and contacts with offices"}
        cards.register(cards.Card("family-cases", title, Group.FACTS))
        from sathana.casework import listening

        listening.begin()
