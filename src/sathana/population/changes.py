"""What may give or take the nationality of the person of a row.

The same list as ``status.changes`` makes for a person, but for all rows at once: a
change that a row does not have holds for nobody there.
"""

from __future__ import annotations

from sathana.population.change import Changes, Gain, Loss
from sathana.population.changes_acts import by_entries, by_orders
from sathana.population.changes_texts import by_marriages, by_texts
from sathana.population.changes_told import told
from sathana.population.lower import Lowering


def changes(low: Lowering) -> Changes:
    """Return all changes that a rulebook and a table know."""
    found: list[Gain | Loss] = [*told(low), *by_orders(low)]
    found += [*by_entries(low), *by_texts(low), *by_marriages(low)]
    return Changes(
        tuple(change for change in found if isinstance(change, Gain)),
        tuple(change for change in found if isinstance(change, Loss)),
    )
