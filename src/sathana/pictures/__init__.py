"""Pictures of a family and of a life, drawn as SVG from plain values.

The package knows nothing of facts, law or status: it is given texts, days and
the four words of an answer, and returns the same bytes for the same input.
"""

from sathana.pictures.model import (
    Bar,
    Era,
    Lang,
    Sex,
    Status,
    TimelineEvent,
    TimelinePerson,
    TreePerson,
)
from sathana.pictures.theme import for_paper, scroll_box
from sathana.pictures.timeline import life_timeline, numbered_events
from sathana.pictures.tree import family_tree

__all__ = [
    "Bar",
    "Era",
    "Lang",
    "Sex",
    "Status",
    "TimelineEvent",
    "TimelinePerson",
    "TreePerson",
    "family_tree",
    "for_paper",
    "life_timeline",
    "numbered_events",
    "scroll_box",
]
