"""What papers tell of an evidence plan: whoever has agreed to be a witness."""

from __future__ import annotations

from collections.abc import Iterator

from sathana.casework import plan_inside
from sathana.casework.models import CasePathway
from sathana.casework.models import Witness as Row
from sathana.casework.witnesses import SAW
from sathana.documents.pack_values import Witness
from sathana.registry import inside as rows_of

COME = ("agreed", "stated")
"""States of a witness whom an office may expect."""


def witnesses(track: CasePathway) -> tuple[Witness, ...]:
    """Return the witnesses of a person's plan who agreed, the first recorded first.

    What they would gain, and the draft of what they say, stay out: a statement is
    written down from their own mouth.

    Args:
        track: Of a case that came out of ``visible_to``, for whoever sees all of it.
    """
    found = plan_inside.witnesses(track.case)
    rows = list(found.filter(person=track.person_id).select_related("witness"))
    rows_of.unlock(rows)
    rows = [row for row in rows if row.state in COME]
    people = [row.witness for row in rows if row.witness]
    names = rows_of.main_names_of(people) if people else {}
    return tuple(
        Witness(
            name=names[row.witness_id].text if row.witness_id in names else row.name,
            kin=row.relation or None,
            saw=tuple(_saw(row)),
        )
        for row in rows
    )


def _saw(row: Row) -> Iterator[str]:
    heard = f" ({SAW['told']['th']})" if row.saw == "told" else ""
    if row.about:
        yield f"{row.about}{heard}"
