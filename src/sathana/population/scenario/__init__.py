"""Scenarios: what another law, or another reading of it, would do to a whole people.

``load`` reads a scenario, ``with_values`` sets its parameters, ``run`` works it out
over a file of people, ``run_small`` over a hundred thousand made ones.
"""

from __future__ import annotations

from sathana.population.scenario.faults import ScenarioError
from sathana.population.scenario.model import Scenario
from sathana.population.scenario.reading import load, read, shipped, with_values
from sathana.population.scenario.running import run, run_small

__all__ = [
    "Scenario",
    "ScenarioError",
    "load",
    "read",
    "run",
    "run_small",
    "shipped",
    "with_values",
]
