"""A model field whose value is stored sealed under the key of its record."""

from __future__ import annotations

import copy
from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from sathana.protection import crypto, keys
from sathana.protection.classes import MUST_BE_SEALED, Sensitivity


class Ciphertext(bytes):
    """A sealed value as it came from the database, not opened yet."""


class _Opening(DeferredAttribute):
    """Opens a sealed value when it is first read, and keeps it on the instance."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or not isinstance(value, Ciphertext):
            return value
        name = self.field.attname
        plain = crypto.unseal(
            keys.of_record(instance.key), value, place(instance, name)
        )
        instance.__dict__[name] = plain
        return plain

    def __set__(self, instance: Any, value: Any) -> None:
        # With a setter this stands before the instance's own dictionary.
        instance.__dict__[self.field.attname] = value


def place(instance: models.Model, field: str) -> str:
    """Return where a sealed value stands: table, row, field and key, bound into it."""
    table = instance._meta.db_table
    return f"{table}|{instance.pk}|{field}|{instance.key}"  # type: ignore[attr-defined]


class Sealed(models.Field):
    """Any JSON value, sealed under ``instance.key``.

    The model must have a UUID column ``key``: the id of its record key. ``None`` is
    stored as NULL; everything else, the empty text too, as ciphertext. It cannot be
    searched or ordered by. Reading it when the key was destroyed raises
    :class:`sathana.protection.keys.ErasedError`.

    Args:
        sensitivity: P2, P3 or P4.
    """

    descriptor_class = _Opening

    def __init__(
        self, sensitivity: Sensitivity = Sensitivity.P3, **options: Any
    ) -> None:
        if sensitivity not in MUST_BE_SEALED:
            raise ValueError(f"{sensitivity} need not be sealed: use a plain field")
        self.sensitivity = sensitivity
        options.setdefault("default", "")
        options["editable"] = False
        options.setdefault("null", True)
        super().__init__(**options)

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        """Tell migrations of the class too."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "sensitivity": self.sensitivity}

    def from_db_value(self, value: Any, *_: Any) -> Ciphertext | None:
        """Keep what comes from the database closed until somebody reads it."""
        return None if value is None else Ciphertext(value)

    def get_default(self) -> Any:
        """Return a default of the instance's own: lists are not shared."""
        default = self.default
        if default is models.NOT_PROVIDED:
            return None
        return default() if callable(default) else copy.copy(default)

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:
        """Seal the value; what was never opened goes back as it came."""
        value = model_instance.__dict__.get(self.attname, self.get_default())
        if value is None or isinstance(value, Ciphertext):
            return value
        key = keys.of_record(model_instance.key)  # type: ignore[attr-defined]
        return Ciphertext(crypto.seal(key, value, place(model_instance, self.attname)))

    def get_prep_value(self, value: Any) -> Any:
        """Let only sealed values through to the database."""
        if value is None or isinstance(value, Ciphertext):
            return value
        raise TypeError(f"{self.name} is sealed: it cannot be searched or set in bulk")

    def get_db_prep_value(
        self, value: Any, connection: Any, prepared: bool = False
    ) -> Any:
        """Hand the sealed bytes to the database."""
        value = value if prepared else self.get_prep_value(value)
        return None if value is None else connection.Database.Binary(bytes(value))
