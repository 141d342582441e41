"""Stored people, as tables. Personal values are sealed; what stays plain is listed.

Plain columns: ids, organisation, team, family and other links, who recorded and when,
version, state, due date, district (``docs/protection.md`` says why).
"""

from sathana.registry.models.access import (
    Assignment,
    Block,
    BreakGlass,
    NamedOfficer,
    Share,
)
from sathana.registry.models.families import Family, Household, Village
from sathana.registry.models.papers import Consent, Evidence, StoredFile
from sathana.registry.models.persons import Kinship, Name, NameKey, Person
from sathana.registry.models.told import Assessment, Draft, Event, Fact

__all__ = [
    "Assessment", "Assignment", "Block", "BreakGlass", "Consent", "Draft", "Event",
    "Evidence", "Fact", "Family", "Household", "Kinship", "Name", "NameKey",
    "NamedOfficer", "Person", "Share", "StoredFile", "Village",
]  # fmt: skip
