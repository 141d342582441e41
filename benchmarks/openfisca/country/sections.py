"""Nationality by blood and by soil, section by section, one generation after the other.

What hangs on the nationality of a parent is a variable for each generation: one that
read itself in the parents' rows would raise ``CycleError``, though it is well founded.
"""

# OpenFisca names a variable by its class, and gives a formula persons, not itself.
# ruff: noqa: N801, N805

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from openfisca_core.periods import DAY
from openfisca_core.variables import Variable

from benchmarks.openfisca.country.entities import Person
from benchmarks.openfisca.country.kinship import from_row
from benchmarks.openfisca.people import SIZES

ACT_1913 = np.datetime64("1913-04-10")
ACT_1952 = np.datetime64("1952-02-13")
ACT_1965 = np.datetime64("1965-08-05")
ANNOUNCEMENT_337 = np.datetime64("1972-12-14")
ACT_1992 = np.datetime64("1992-02-26")
LAST = len(SIZES) - 1


@dataclass(frozen=True)
class Asked:
    """The persons, the period, and the generation that a formula is about."""

    person: object
    period: object
    generation: int
    condensed: bool

    def __call__(self, name):
        """Return a variable, that of the generation where there is one for each."""
        if name not in SECTIONS:
            return self.person(name, self.period)
        if self.condensed and name not in STATUS:
            return SECTIONS[name].rule(self)
        return self.person(f"{name}_{self.generation}", self.period)

    def born(self, begin=None, end=None):
        """Return who was born in ``[begin, end)``."""
        birth = self("birth")
        found = birth >= begin if begin is not None else True
        return found * (birth < end) if end is not None else found


# -- the parents -----------------------------------------------------------------------


def _parent_thai(ask, parent):
    """Return whether a parent was Thai on the day of birth."""
    if not ask.generation:
        return np.zeros(ask.person.count, bool)
    before = ask.generation - 1
    rows = ask(parent)
    blood, soil, revoked = (
        from_row(rows, ask.person(f"{name}_{before}", ask.period), False)
        for name in ("blood", "soil", "revoked")
    )
    lost = revoked * (ask("birth") >= ANNOUNCEMENT_337)
    return blood + soil * np.logical_not(lost)


def _alien(ask, parent):
    return ask(f"{parent}_is_known") * np.logical_not(ask(f"{parent}_thai"))


def _stateless_father(ask):
    return np.logical_not(ask("father_is_foreign") + ask("father_thai"))


def _no(value):
    return np.logical_not(value)


# -- by blood --------------------------------------------------------------------------


def _lawful_father(ask):
    return ask("lawful_father_at_birth") * ask("father_thai")


def _nb_1913_father(ask):
    return ask.born(ACT_1913, ACT_1952) * _lawful_father(ask)


def _nb_1913_mother(ask):
    fatherless = _no(ask("father_is_known"))
    return ask.born(ACT_1913, ACT_1952) * ask("mother_thai") * fatherless


def _nb_1952_father(ask):
    return ask.born(ACT_1952, ACT_1965) * _lawful_father(ask)


def _nb_1952_mother(ask):
    fatherless = _no(ask("father_is_known")) + _stateless_father(ask)
    return ask.born(ACT_1952, ACT_1965) * ask("mother_thai") * fatherless


def _nb_1965_father(ask):
    return ask.born(ACT_1965, ACT_1992) * _lawful_father(ask)


def _nb_1965_mother(ask):
    fatherless = _no(ask("lawful_father_at_birth")) + _stateless_father(ask)
    abroad = _no(ask("born_in_thailand"))
    return ask.born(ACT_1965, ACT_1992) * abroad * ask("mother_thai") * fatherless


def _nb_1992_father(ask):
    return ask("lawful_father_for_blood") * ask("father_thai")


def _nb_1992_mother(ask):
    return ask("mother_thai")


_BLOOD = (
    "nb_1913_father",
    "nb_1913_mother",
    "nb_1952_father",
    "nb_1952_mother",
    "nb_1965_father",
    "nb_1965_mother",
    "nb_1992_father",
    "nb_1992_mother",
)


# -- by soil ---------------------------------------------------------------------------


def _ns_1913(ask):
    return ask.born(ACT_1913, ACT_1952) * ask("born_in_thailand")


def _ns_1952(ask):
    return ask.born(ACT_1952, ACT_1965) * ask("born_in_thailand")


def _ns_1965(ask):
    barred = ask("ns_8") + ask("a337_2")
    return ask.born(ACT_1965, ACT_1992) * ask("born_in_thailand") * _no(barred)


def _ns_1992(ask):
    barred = ask("ns_8") + ask("s7_bis")
    return ask.born(ACT_1992) * ask("born_in_thailand") * _no(barred)


_SOIL = ("ns_1913", "ns_1952", "ns_1965", "ns_1992")


def _both_alien(ask):
    thai = ask("father_thai") + ask("mother_thai")
    return _no(thai) * (ask("father_is_known") + ask("mother_is_known"))


def _ns_8(ask):
    mission = ask.born(ACT_1965) * ask("born_in_thailand") * ask("parent_of_mission")
    return mission * _both_alien(ask)


def _class_337(ask):
    return np.where(
        ask("lawful_father_at_birth"),
        _alien(ask, "father") * ask("father_in_class"),
        _alien(ask, "mother") * ask("mother_in_class"),
    )


def _a337_1(ask):
    before = ask.born(end=ANNOUNCEMENT_337)
    return before * ask("born_in_thailand") * ask("class_337")


def _a337_2(ask):
    after = ask.born(ANNOUNCEMENT_337, ACT_1992)
    return after * ask("born_in_thailand") * ask("class_337")


def _s7_bis(ask):
    classes = ask("father_in_class") + ask("mother_in_class")
    here = ask.born(ACT_1992) * ask("born_in_thailand")
    return here * _both_alien(ask) * classes


# -- what later generations read -------------------------------------------------------


def _so_far(ask, name, found):
    """Return what holds of this generation, and what was found of earlier ones."""
    if not ask.generation:
        return found
    own = ask("generation") >= ask.generation
    before = ask.person(f"{name}_{ask.generation - 1}", ask.period)
    return np.where(own, found, before)


def _any(ask, name, sections):
    found = ask(sections[0])
    for section in sections[1:]:
        found = found + ask(section)
    return _so_far(ask, name, found)


def _revoked(ask):
    return _so_far(ask, "revoked", ask("a337_1"))


@dataclass(frozen=True)
class Section:
    """One variable for each generation."""

    label: str
    reference: str
    rule: Callable


SECTIONS = {
    "father_thai": Section("Father Thai", "", partial(_parent_thai, parent="father")),
    "mother_thai": Section("Mother Thai", "", partial(_parent_thai, parent="mother")),
    "nb_1913_father": Section("Thai father", "Act of 1913 s. 3(1)", _nb_1913_father),
    "nb_1913_mother": Section("Thai mother", "Act of 1913 s. 3(2)", _nb_1913_mother),
    "nb_1952_father": Section("Thai father", "Act of 1952 s. 7(1)", _nb_1952_father),
    "nb_1952_mother": Section("Thai mother", "Act of 1952 s. 7(2)", _nb_1952_mother),
    "nb_1965_father": Section("Thai father", "Act of 1965 s. 7(1)", _nb_1965_father),
    "nb_1965_mother": Section("Thai mother", "Act of 1965 s. 7(2)", _nb_1965_mother),
    "nb_1992_father": Section("Thai father", "Act of 1992 s. 7(1)", _nb_1992_father),
    "nb_1992_mother": Section("Thai mother", "Act of 1992 s. 7(1)", _nb_1992_mother),
    "ns_1913": Section("Born here", "Act of 1913 s. 3(3)", _ns_1913),
    "ns_1952": Section("Born here", "Act of 1952 s. 7(3), No. 3 of 1956", _ns_1952),
    "ns_1965": Section("Born here", "Act of 1965 s. 7(3)", _ns_1965),
    "ns_1992": Section("Born here", "Act of 1992 s. 7(2)", _ns_1992),
    "ns_8": Section("Of a mission", "Act of 1965 s. 8", _ns_8),
    "class_337": Section("In a class", "Announcement 337", _class_337),
    "a337_1": Section("Revoked", "Announcement 337 clause 1", _a337_1),
    "a337_2": Section("Barred", "Announcement 337 clause 2", _a337_2),
    "s7_bis": Section("Barred", "Act of 1992 s. 7 bis", _s7_bis),
    "blood": Section("By blood", "", partial(_any, name="blood", sections=_BLOOD)),
    "soil": Section("By soil", "", partial(_any, name="soil", sections=_SOIL)),
    "revoked": Section("Revoked by 1972", "Announcement 337", _revoked),
}
STATUS = ("father_thai", "mother_thai", "blood", "soil", "revoked")
"""What has a variable in the condensed form too: later generations read it."""


def variables(*, condensed):
    """Return the classes of all variables for each generation, and ``thai``."""
    names = STATUS if condensed else SECTIONS
    for generation in range(LAST + 1):
        for name in names:
            yield _variable(name, generation, condensed)
    yield thai


def _variable(name, generation, condensed):
    section = SECTIONS[name]

    def formula(person, period):
        return section.rule(Asked(person, period, generation, condensed))

    about = {
        "value_type": bool,
        "entity": Person,
        "definition_period": DAY,
        "label": f"{section.label}, generation {generation}",
        "formula": formula,
        "__module__": __name__,
    }
    if section.reference:
        about["reference"] = section.reference
    return type(f"{name}_{generation}", (Variable,), about)


class thai(Variable):
    """Holds Thai nationality on a day."""

    value_type = bool
    entity = Person
    definition_period = DAY
    label = "Thai nationality"
    reference = "Nationality Act B.E. 2508 with its amendments"

    def formula(person, period):
        """By blood, or by soil that was not revoked by then."""
        revoked = person(f"revoked_{LAST}", period)
        if np.datetime64(period.start) < ANNOUNCEMENT_337:
            revoked = np.zeros(person.count, bool)
        by_soil = person(f"soil_{LAST}", period) * _no(revoked)
        return person(f"blood_{LAST}", period) + by_soil
