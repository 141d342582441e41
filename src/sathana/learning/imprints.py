"""What the law behind a text said: kept with a result, and compared again later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sathana.law.references import reference

type Imprints = Mapping[str, str]
"""What records of the law said, by reference; ``""``: the record is not there."""


def now(keys: Iterable[str]) -> dict[str, str]:
    """Return what records of the law say now."""
    return {key: _now(key) for key in keys}


def changed(kept: Imprints) -> tuple[str, ...]:
    """Return the references whose record says something else now, or is gone."""
    return tuple(key for key, imprint in kept.items() if _now(key) != imprint)


def missing(kept: Imprints, keys: Iterable[str]) -> tuple[str, ...]:
    """Return what is taught now and was not taught when a result was kept."""
    return tuple(key for key in keys if key not in kept)


def _now(key: str) -> str:
    try:
        return reference(key).imprint
    except LookupError:
        return ""
