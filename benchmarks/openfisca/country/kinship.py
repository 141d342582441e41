"""What of the parents does not hang on anybody's nationality: worked out once for all.

A variable with a formula may not be defined for ETERNITY: OpenFisca-Core 46 then looks
for the formula of the year -1 and fails. Hence DAY.
"""
# OpenFisca names a variable by its class, and gives a formula persons, not itself.
# ruff: noqa: N801, N805

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DAY
from openfisca_core.variables import Variable

from benchmarks.openfisca.country.entities import Person
from benchmarks.openfisca.country.facts import NEVER, Stay

CLASSES = (Stay.lenient, Stay.temporary, Stay.unpermitted)


def from_row(rows, values, nobody):
    """Return what a parent's row holds, and a default where there is no such row."""
    return np.where(rows >= 0, values[np.maximum(rows, 0)], nobody)


def _stays(person, period, parent, *kinds):
    """Return whether a parent stood in one of the classes on the day of birth."""
    rows = person(parent, period)
    since = from_row(rows, person("entered", period), np.datetime64(NEVER))
    stay = person("stay", period)
    is_one = np.zeros(len(rows), bool)
    for kind in kinds:
        is_one = is_one + (stay == kind)
    return from_row(rows, is_one, False) * (since <= person("birth", period))


class father_is_known(Variable):
    """There is a father in law."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "The father is known"

    def formula(person, period):
        """A row is told."""
        return person("father", period) >= 0


class mother_is_known(Variable):
    """There is a mother in law."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "The mother is known"

    def formula(person, period):
        """A row is told."""
        return person("mother", period) >= 0


class lawful_father_at_birth(Variable):
    """The parents were married on the day of birth."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "Lawful father at birth"
    reference = "Civil and Commercial Code, s. 1536"

    def formula(person, period):
        """Married by the day of birth."""
        by_birth = person("parents_married", period) <= person("birth", period)
        return person("father_is_known", period) * by_birth


class lawful_father_for_blood(Variable):
    """At birth, or by a later marriage or legitimation (the courts' reading)."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "Lawful father for nationality by blood"
    reference = "Nationality Act s. 7(1) as amended by Act No. 2 of 1992"

    def formula(person, period):
        """Whatever happened by the day asked."""
        asked = np.datetime64(period.start)
        married = person("parents_married", period) <= asked
        legitimated = person("legitimated", period) <= asked
        later = person("father_is_known", period) * (married + legitimated)
        return person("lawful_father_at_birth", period) + later


class father_in_class(Variable):
    """The father stood in one of the three classes at the birth."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "Father in one of the three classes"
    reference = "Announcement of the Revolutionary Party No. 337, clause 1"

    def formula(person, period):
        """Leniency, temporary permission, or entry without permission."""
        return _stays(person, period, "father", *CLASSES)


class mother_in_class(Variable):
    """The mother stood in one of the three classes at the birth."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "Mother in one of the three classes"
    reference = "Announcement of the Revolutionary Party No. 337, clause 1"

    def formula(person, period):
        """Leniency, temporary permission, or entry without permission."""
        return _stays(person, period, "mother", *CLASSES)


class parent_of_mission(Variable):
    """A parent belonged to a foreign mission at the birth."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "Parent of a foreign mission"
    reference = "Nationality Act s. 8"

    def formula(person, period):
        """Father or mother."""
        father = _stays(person, period, "father", Stay.diplomatic)
        return father + _stays(person, period, "mother", Stay.diplomatic)


class father_is_foreign(Variable):
    """The father holds the nationality of another state."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "Father holds a foreign nationality"

    def formula(person, period):
        """Not so where there is no father."""
        rows = person("father", period)
        return from_row(rows, person("foreign_nationality", period), False)


VARIABLES = (
    father_is_known,
    mother_is_known,
    lawful_father_at_birth,
    lawful_father_for_blood,
    father_in_class,
    mother_in_class,
    parent_of_mission,
    father_is_foreign,
)
