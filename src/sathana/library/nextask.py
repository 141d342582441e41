"""Which question "try a family" asks next."""

from __future__ import annotations

from collections.abc import Mapping

from sathana.facts.model import CaseFile, Parent, Told
from sathana.library import answers, choices, people
from sathana.logic.truth import Truth


def next_question(
    case: CaseFile,
    everybody: tuple[answers.PersonAnswer, ...],
    asked: str,
    called: people.Names,
) -> Mapping[str, object] | None:
    """Return the best question not yet answered: of the person first, then of others.

    This page is about nationality, so what decides a rule of nationality comes before
    what decides an entry in a register; within both the order is the engine's.
    """
    ordered = sorted(everybody, key=lambda person: person.id != asked)
    asks = [ask for person in ordered for ask in person.asks]
    for ask in sorted(asks, key=lambda ask: not ask.of_nationality):
        how = _open_question(case, called, ask)
        if how is not None:
            return {"ask": ask, "how": how}
    return None


def _open_question(
    case: CaseFile, called: people.Names, ask: answers.Ask
) -> choices.Asking | None:
    """Return how a fact is asked; ``None`` if it was asked, or has no form here."""
    owner, key = called.split(ask.fact)
    links, key = people.untold_parents(key)
    how = choices.asking(key)
    if how.form == "none" or ask.only_read_off or owner not in case.persons:
        return None
    first = links[0] if links else choices.ANSWERED_BY.get(key, key)
    told = case.persons[owner].told.get(first)
    return how if told is None or not _was_asked(told) else None


def _was_asked(told: Told) -> bool:
    return told.value in (None, Truth.UNKNOWN, Parent.UNKNOWN)
