"""The steps of "try a family": each makes a new family out of the one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sathana.facts.model import CaseFile, Parent
from sathana.library import edits, kinfolk, people, personform
from sathana.web.dateform import FormError, read_date


@dataclass(frozen=True, slots=True)
class State:
    """What travels in the form.

    Attributes:
        case: The family.
        before: The family before the last answer, as a case file; empty if none.
        asked: The person the page is about.
    """

    case: CaseFile
    before: str = ""
    asked: str = ""


type Step = Callable[[State, str, Mapping[str, str]], CaseFile]


def _answered(state: State, of: str, fields: Mapping[str, str]) -> CaseFile:
    person, key = people.names(state.case, state.asked).split(fields.get("fact", ""))
    if person not in state.case.persons or not key:
        raise FormError(edits.NO_CHOICE)
    links, key = people.untold_parents(key)
    if links and fields.get("choice") == "unknown":
        # Nothing is known of this parent: do not make a person of nothing.
        return edits.tell(state.case, person, links[0], Parent.UNKNOWN)
    case, person = kinfolk.with_parents(state.case, person, links)
    return edits.answer(case, person, key, fields.get("at", ""), fields)


def _person(state: State, of: str, fields: Mapping[str, str]) -> CaseFile:
    if of not in state.case.persons:
        return state.case
    return personform.save(state.case, of, fields)


def _added(state: State, of: str, fields: Mapping[str, str]) -> CaseFile:
    which, _, person = of.partition(":")
    if person not in state.case.persons:
        return state.case
    if which in ("father", "mother"):
        return kinfolk.add_parent(state.case, person, which)
    if which == "child":
        return kinfolk.add_child(state.case, person)
    return kinfolk.add_sibling(state.case, person)


def _removed(state: State, of: str, fields: Mapping[str, str]) -> CaseFile:
    return kinfolk.remove(state.case, of)


def _dated(state: State, of: str, fields: Mapping[str, str]) -> CaseFile:
    """Set the day asked about; an empty date means today again."""
    day = read_date(fields, "as_of")
    if day is None:
        return replace(state.case, as_of=None, law_at=None)
    return replace(state.case, as_of=day.latest, law_at=None)


STEPS: Mapping[str, Step] = {
    "answer": _answered,
    "person": _person,
    "add": _added,
    "remove": _removed,
    "date": _dated,
}
"""What each button does to the family; it may raise ``FormError``."""
