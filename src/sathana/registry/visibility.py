"""Which rows a reader may see, as a question to the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sathana.registry.reader import Reader


def seen_by[Q: Any](rows: Q, reader: Reader) -> Q:
    """Cut a query set to what the reader may see: the same that ``can`` says."""
    raise NotImplementedError
