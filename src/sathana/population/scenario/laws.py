"""The laws that a scenario compares, made into rulebooks."""

from __future__ import annotations

from sathana.law.book import Clause, book
from sathana.law.overlay import OverlayError, overlaid
from sathana.law.reform import ReformError, reformed
from sathana.law.rules import READINGS, Law
from sathana.population.rulebook import Rulebook
from sathana.population.scenario.faults import ScenarioError
from sathana.population.scenario.model import Alternative, Scenario


def rulebooks(scenario: Scenario) -> tuple[Rulebook, ...]:
    """Return the rulebook of the base and of each alternative, the base first.

    Raises:
        ScenarioError: A reform names a rule that is not there or changes nothing, or an
            overlay cannot be read; the text names the alternative.
    """
    return tuple(rulebook(law, scenario.as_of) for law in scenario.books)


def rulebook(law: Alternative, as_of: int) -> Rulebook:
    """Return the rulebook of one law.

    Raises:
        ScenarioError: As :func:`rulebooks`.
    """
    points = {**READINGS[law.reading].points, **dict(law.points)}
    reading = Law(points)
    changed: tuple[Clause, ...] = ()
    try:
        if law.overlay is not None:
            changed = overlaid(law.overlay, reading)
        if law.reform:
            changed = reformed(changed or book(reading), law.reform)
    except (ReformError, OverlayError) as fault:
        raise ScenarioError.at(f"alternatives.{law.name}", fault) from None
    return Rulebook(law.name, as_of, law.law_at, reading, changed)
