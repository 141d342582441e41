"""Cases, the pathways of persons in them, their moves, and contacts with offices.

Plain columns: ids and links, who and when, version, whether a case is open, whose next
action it is and by which day, counters. Stages and pathways are sealed: they tell what
a person is in the eyes of the state.
"""

from sathana.casework.models.appointments import Appointment
from sathana.casework.models.calendars import CalendarFeed, DigestMail, DigestTold
from sathana.casework.models.cases import Case, CaseMove, CasePathway
from sathana.casework.models.encounters import Encounter, MoneyAsked, OfficerName
from sathana.casework.models.offices import Office, OfficeNote

__all__ = [
    "Appointment",
    "CalendarFeed",
    "Case",
    "CaseMove",
    "CasePathway",
    "DigestMail",
    "DigestTold",
    "Encounter",
    "MoneyAsked",
    "Office",
    "OfficeNote",
    "OfficerName",
]  # fmt: skip
