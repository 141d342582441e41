"""The package as a Django application."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Registers models, templates and static files."""

    name = "sathana.learning"
    label = "learning"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let badges say who is eligible for a role."""
        from sathana.accounts import eligibility
        from sathana.learning import eligible

        eligibility.register(eligible.of)
