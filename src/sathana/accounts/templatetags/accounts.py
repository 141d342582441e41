"""Template tags: moments in Thai time, roles in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django import template

from sathana.accounts.roles import TITLES, Role
from sathana.calendars.show import show_day
from sathana.web.languages import current, pick

register = template.Library()
THAILAND = timedelta(hours=7)


@register.filter
def moment(when: datetime | None) -> str:
    """Write a moment as the reader of the page expects it; ``""`` if there is none."""
    if when is None:
        return ""
    here = when.astimezone(UTC) + THAILAND
    return f"{show_day(here.toordinal(), current())} {here:%H:%M}"


@register.filter
def role(code: str) -> str:
    """Return the title of a role."""
    return pick(TITLES[Role(code)])
