"""A country package for OpenFisca-Core: Thai nationality by blood and by soil.

Written as OpenFisca's documentation advises: one class per variable with its label and
reference, facts that never change defined for ETERNITY, days as dates, formulas over
arrays, and a variable for each section of the law.
"""

from __future__ import annotations

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from benchmarks.openfisca.country import facts, kinship
from benchmarks.openfisca.country.entities import Person
from benchmarks.openfisca.country.sections import variables


class Country(TaxBenefitSystem):
    """The rules and the entity."""

    def __init__(self, *, condensed: bool = False) -> None:
        """Add all variables.

        Args:
            condensed: Write the sections into three formulas a generation, so that no
                section has a variable of its own: quicker, but no longer the advised
                form, and nobody can ask by which section a person is Thai.
        """
        super().__init__([Person])
        made = variables(condensed=condensed)
        self.add_variables(*facts.VARIABLES, *kinship.VARIABLES, *made)
