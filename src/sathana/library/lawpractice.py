"""Procedures, fees, time limits, offices and forms as their pages show them."""

from __future__ import annotations


def citing(provision: str) -> tuple[tuple[str, str], ...]:
    return ()
