"""The web floor: base templates, components, middleware and error pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Registers the templates, the template tags and the static files."""

    name = "sathana.web"
    label = "web"
