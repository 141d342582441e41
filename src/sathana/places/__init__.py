"""Provinces of Thailand and the registration offices that a number can name."""

from __future__ import annotations

from sathana.places.offices import Office, Province, districts, office, provinces
from sathana.places.words import office_words

__all__ = [
    "Office",
    "Province",
    "districts",
    "office",
    "office_words",
    "provinces",
]
