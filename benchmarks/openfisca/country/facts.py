"""What is told of a person: input variables, all of them true for ever."""
# OpenFisca names a variable by its class, and gives a formula persons, not itself.
# ruff: noqa: N801

from __future__ import annotations

from datetime import date

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import ETERNITY
from openfisca_core.variables import Variable

from benchmarks.openfisca.country.entities import Person

NEVER = date(9999, 12, 31)
"""Stands for the day of what did not happen: OpenFisca has no value for it."""


class Stay(Enum):
    """Standing under immigration law from the entry on."""

    none = "Never came from outside"
    permanent = "Permanent residence"
    lenient = "Leniency as a special case"
    temporary = "Temporary permission"
    unpermitted = "Without permission"
    diplomatic = "Of a foreign mission"


class generation(Variable):
    """How many generations of forebears are known."""

    value_type = int
    entity = Person
    definition_period = ETERNITY
    label = "Generation, founders 0"


class father(Variable):
    """Row of the father; below 0 if nobody can find out who he is."""

    value_type = int
    default_value = -2
    entity = Person
    definition_period = ETERNITY
    label = "Row of the father"


class mother(Variable):
    """Row of the mother; below 0 if nobody can find out who she is."""

    value_type = int
    default_value = -2
    entity = Person
    definition_period = ETERNITY
    label = "Row of the mother"


class birth(Variable):
    """Day of birth."""

    value_type = date
    default_value = date(1970, 1, 1)
    entity = Person
    definition_period = ETERNITY
    label = "Day of birth"


class born_in_thailand(Variable):
    """Born in the Kingdom."""

    value_type = bool
    entity = Person
    definition_period = ETERNITY
    label = "Born in Thailand"


class entered(Variable):
    """Day of coming in from outside."""

    value_type = date
    default_value = NEVER
    entity = Person
    definition_period = ETERNITY
    label = "Day of entry"


class stay(Variable):
    """Standing from the entry on."""

    value_type = Enum
    possible_values = Stay
    default_value = Stay.none
    entity = Person
    definition_period = ETERNITY
    label = "Standing under immigration law"


class foreign_nationality(Variable):
    """Holds the nationality of another state."""

    value_type = bool
    entity = Person
    definition_period = ETERNITY
    label = "Holds a foreign nationality"


class parents_married(Variable):
    """Day on which the parents married each other."""

    value_type = date
    default_value = NEVER
    entity = Person
    definition_period = ETERNITY
    label = "Day of the parents' marriage"


class legitimated(Variable):
    """Day of legitimation by the father."""

    value_type = date
    default_value = NEVER
    entity = Person
    definition_period = ETERNITY
    label = "Day of legitimation"


VARIABLES = (
    generation,
    father,
    mother,
    birth,
    born_in_thailand,
    entered,
    stay,
    foreign_nationality,
    parents_married,
    legitimated,
)
