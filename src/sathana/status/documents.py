"""What is claimed against what is documented: the papers still to get."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sathana.facts.model import CaseFile, Grade
from sathana.facts.questions import papers
from sathana.status.diagram import NO, YES, Diagram, Workshop
from sathana.status.needs import facts_of, name_of, open_facts
from sathana.status.wording import Text

type Json = dict[str, object]


def all_documented(case: CaseFile) -> bool:
    """Say whether every told value, list entries included, is documented."""
    return all(
        told.grade is Grade.DOCUMENTED
        or (isinstance(told.value, tuple) and _entries_documented(told.value))
        for person in case.persons.values()
        for told in person.told.values()
    )


def _entries_documented(entries: tuple[object, ...]) -> bool:
    return bool(entries) and all(
        getattr(entry, "grade", Grade.CLAIMED) is Grade.DOCUMENTED for entry in entries
    )


def to_document(
    case: CaseFile,
    shop: Workshop,
    claimed: Mapping[str, Diagram],
    documented: Mapping[str, Diagram],
    labels: Mapping[str, Text],
) -> list[Json]:
    """Return the facts told but not documented that would open something.

    Args:
        case: The family.
        shop: Where the unknown facts of the documented run are kept.
        claimed: Answers on all facts, by rule or pathway id.
        documented: The same on documented facts only.
        labels: What to call each person.
    """
    opens: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, answer in documented.items():
        if answer in (YES, NO) or claimed.get(name) is not YES:
            continue
        for level in open_facts(answer):
            for fact in facts_of(shop, level):
                if _told(case, fact.person, fact.key):
                    opens[fact.person, fact.key].add(name)
    return [
        {
            "fact": f"{person}.{key}",
            "name": name_of(key, person, labels),
            "papers": list(papers(key)),
            "opens": sorted(found),
        }
        for (person, key), found in sorted(
            opens.items(), key=lambda item: (-len(item[1]), item[0])
        )
    ]


def _told(case: CaseFile, person: str, key: str) -> bool:
    owner = case.persons.get(person)
    if owner is None:
        return False
    base = key.partition(".")[0] if key.startswith("alien_certificate") else key
    return base in owner.told or (key == "registered" and "registers" in owner.told)
