"""What stands behind a clock: provisions as people name them, with their page."""

from __future__ import annotations

from django import template
from django.urls import reverse

from sathana.law.load import pack
from sathana.web.languages import Text

register = template.Library()


@register.filter
def provisions(cites: str) -> list[tuple[Text, Text, str]]:
    """Return section, law and address of each provision that is cited.

    Args:
        cites: Ids of provisions, with ``; `` between.
    """
    found = []
    for key in filter(None, str(cites).split("; ")):
        provision = pack().provisions.get(key)
        if provision is None:
            continue
        law = pack().instruments.get(provision.instrument)
        title: Text = dict(law.title) if law else {"th": "", "en": ""}
        section: Text = dict(provision.section)
        found.append((section, title, reverse("law-provision", args=[key])))
    return found
