"""Uploads: kept as they came, sealed and never shown; people see a cleaned copy."""
