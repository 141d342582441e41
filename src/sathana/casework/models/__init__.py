"""Cases, the pathways of persons in them, their moves, and contacts with offices.

Plain columns: ids and links, who and when, version, whether a case is open, whose next
action it is and by which day, counters. Stages and pathways are sealed: they tell what
a person is in the eyes of the state.
"""

from sathana.casework.models.after import AfterBefore, AfterStep
from sathana.casework.models.appointments import Appointment
from sathana.casework.models.calendars import CalendarFeed, DigestMail, DigestTold
from sathana.casework.models.cases import Case, CaseMove, CasePathway
from sathana.casework.models.corrections import EncounterBefore
from sathana.casework.models.costs import Cost
from sathana.casework.models.encounters import Encounter, MoneyAsked, OfficerName
from sathana.casework.models.handover import Handover, OfferCard, Referral
from sathana.casework.models.lawchange import LawChange, LawRun
from sathana.casework.models.offices import Office, OfficeNote
from sathana.casework.models.papers import PackComment, PaperPack
from sathana.casework.models.plan import DnaTest, PaperRequest, Settlement, Witness
from sathana.casework.models.readiness import Readiness, ReadyCheck
from sathana.casework.models.school import ClassPupil, ClassSheet

__all__ = [
    "AfterBefore",
    "AfterStep",
    "Appointment",
    "CalendarFeed",
    "Case",
    "CaseMove",
    "CasePathway",
    "ClassPupil",
    "ClassSheet",
    "Cost",
    "DigestMail",
    "DigestTold",
    "DnaTest",
    "Encounter",
    "EncounterBefore",
    "Handover",
    "LawChange",
    "LawRun",
    "MoneyAsked",
    "OfferCard",
    "Office",
    "OfficeNote",
    "OfficerName",
    "PackComment",
    "PaperPack",
    "PaperRequest",
    "Readiness",
    "ReadyCheck",
    "Referral",
    "Settlement",
    "Witness",
]
