"""Provinces of Thailand and the registration offices that a number can name."""

from __future__ import annotations

from sathana.places.offices import Office, Province, districts, office, provinces

__all__ = ["Office", "Province", "districts", "office", "provinces"]
