"""How much harm a field can do: P0 to P4, told in code for every stored field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db import models


class Sensitivity(StrEnum):
    """The class of a field; from P2 on it is stored sealed.

    P0 public; P1 internal (organisations, staff, links, states); P2 personal; P3 high
    harm (numbers, names, whereabouts, how somebody came in); P4 sealed to named people.
    """

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


MUST_BE_SEALED = frozenset((Sensitivity.P2, Sensitivity.P3, Sensitivity.P4))


def class_of(field: models.Field) -> Sensitivity | None:
    """Return the class of a field; ``None`` if nobody gave it one.

    A sealed field carries its class. A plain field is classed by its model, in
    ``PLAIN``: a mapping of field names to classes. Models of other people's packages
    are classed where the whole site is put together (``project.sensitivity``).
    """
    told = getattr(field, "sensitivity", None)
    if isinstance(told, Sensitivity):
        return told
    plain: Mapping[str, Sensitivity] = getattr(field.model, "PLAIN", {})
    return plain.get(field.name)


def fields_of(model: type[models.Model]) -> Iterator[models.Field]:
    """Return the fields of a model that have a column."""
    return (field for field in model._meta.local_fields if field.column)
