"""Cases, the pathways of persons in them, their moves, and contacts with offices.

Plain columns: ids and links, who and when, version, whether a case is open, whose next
action it is and by which day, counters. Stages and pathways are sealed: they tell what
a person is in the eyes of the state.
"""

from sathana.casework.models.cases import Case, CaseMove, CasePathway
from sathana.casework.models.corrections import EncounterBefore
from sathana.casework.models.encounters import Encounter, MoneyAsked, OfficerName
from sathana.casework.models.papers import PackComment, PaperPack
from sathana.casework.models.plan import DnaTest, PaperRequest, Settlement, Witness
from sathana.casework.models.school import ClassPupil, ClassSheet

__all__ = [
    "Case",
    "CaseMove",
    "CasePathway",
    "ClassPupil",
    "ClassSheet",
    "DnaTest",
    "Encounter",
    "EncounterBefore",
    "MoneyAsked",
    "OfficerName",
    "PackComment",
    "PaperPack",
    "PaperRequest",
    "Settlement",
    "Witness",
]
