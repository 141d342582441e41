"""Sathana (สถานะ): what the law makes of a person, why, and what is missing."""

__version__ = "0.1.0"
