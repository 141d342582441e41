"""The one entity: links between persons are rows, since roles reach no grandparent."""

from __future__ import annotations

from openfisca_core.entities import build_entity

Person = build_entity(key="person", plural="persons", label="Person", is_person=True)
