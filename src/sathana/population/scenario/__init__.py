"""Scenarios: what another law, or another reading of it, would do to a whole people."""
